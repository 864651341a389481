"""What the window remembers from one time to the next: its size, its colours, the reviews that were kept somewhere."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from reviewer.ui import places
from reviewer.ui.parts.look import Theme

if TYPE_CHECKING:
    from reviewer.ui.whereabouts import Whereabouts

_MOST = 5


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
        self._file.setValue("kept", msgspec.json.encode(list(latest)[:_MOST]).decode())

    def left_behind(self) -> list[Path]:
        """Return the reviews one may go on with: those kept somewhere, opened last, then drafts."""
        from reviewer.opening import recent  # brings what reads and writes files: not before it is needed

        kept = [path for path in map(Path, self._kept()) if path.exists()]
        return [*kept, *recent(places.drafts())][:_MOST]

    @cached_property
    def whereabouts(self) -> "Whereabouts":
        """Where lists were read."""
        from reviewer.ui.whereabouts import Whereabouts  # brings the readers

        return Whereabouts(self._file)

    def save(self, window: QWidget, splitters: Mapping[str, QSplitter], theme: Theme) -> None:
        """Remember how the window looks."""
        self._file.setValue("geometry", window.saveGeometry())
        self._file.setValue("theme", theme.value)
        for name, splitter in splitters.items():
            self._file.setValue(name, splitter.saveState())
        self._file.sync()

    def restore(self, window: QWidget) -> None:
        """Make the window look as it did."""
        geometry = self._file.value("geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)

    def restore_splitter(self, name: str, splitter: QSplitter) -> None:
        """Put a splitter to where it was left."""
        state = self._file.value(name)
        if isinstance(state, QByteArray):
            splitter.restoreState(state)

    def _kept(self) -> list[str]:
        try:
            return msgspec.json.decode(str(self._file.value("kept", "[]")), type=list[str])
        except msgspec.MsgspecError:
            return []
