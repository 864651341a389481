"""What the window remembers from one time to the next: its size, its colours, the reviews that were kept somewhere."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from reviewer import places
from reviewer.opening import Arrival, recent_drafts
from reviewer.reading import Options
from reviewer.ui.look import Theme

_MOST, _MOST_READ = 5, 500


class Read(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a list was read on this machine, and as what."""

    source: str
    path: str
    options: Options = Options()


class Memory:
    """Remembers in a file beside the drafts, never in a registry."""

    def __init__(self) -> None:
        self._file = QSettings(str(places.home() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Theme:
        """The colours chosen last."""
        written = str(self._file.value("theme", ""))
        return Theme(written) if written in set(Theme) else Theme.SYSTEM

    def note_kept(self, path: Path) -> None:
        """Remember a review that has a place of its own."""
        latest = dict.fromkeys([str(path.resolve()), *self._kept()])
        self._file.setValue("kept", json.dumps(list(latest)[:_MOST]))

    def left_behind(self) -> list[Path]:
        """Return the reviews one may go on with: those kept somewhere, opened last, then drafts."""
        kept = [path for path in map(Path, self._kept()) if path.exists()]
        return [*kept, *recent_drafts()][:_MOST]

    def note_read(self, arrivals: Iterable[Arrival]) -> None:
        """Remember where lists were read."""
        found = {each.source: each for each in self._read()}
        for each in arrivals:
            if each.path:
                found.pop(each.source.id, None)
                found[each.source.id] = Read(each.source.id, str(each.path.resolve()), each.options)
        self._file.setValue("read", msgspec.json.encode(list(found.values())[-_MOST_READ:]).decode())

    def where_read(self, source: str) -> tuple[Path, Options] | None:
        """Return where a list was read, by its id, and with which options; None where that is not known."""
        found = next((each for each in self._read() if each.source == source), None)
        return (Path(found.path), found.options) if found else None

    def save(self, window: QWidget, splitters: Mapping[str, QSplitter], theme: Theme) -> None:
        """Remember how the window looks."""
        self._file.setValue("geometry", window.saveGeometry())
        self._file.setValue("theme", theme.value)
        for name, splitter in splitters.items():
            self._file.setValue(name, splitter.saveState())
        self._file.sync()

    def restore(self, window: QWidget, splitters: Mapping[str, QSplitter]) -> None:
        """Make the window look as it did."""
        geometry = self._file.value("geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        for name, splitter in splitters.items():
            state = self._file.value(name)
            if isinstance(state, QByteArray):
                splitter.restoreState(state)

    def _read(self) -> list[Read]:
        try:
            return msgspec.json.decode(str(self._file.value("read", "[]")), type=list[Read])
        except msgspec.MsgspecError:
            return []

    def _kept(self) -> list[str]:
        try:
            written = json.loads(str(self._file.value("kept", "[]")))
        except ValueError:
            return []
        return [each for each in written if isinstance(each, str)] if isinstance(written, list) else []
