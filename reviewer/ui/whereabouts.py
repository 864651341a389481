"""Where lists were read on this machine, and as what, so that one can look again."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from PySide6.QtCore import QSettings

from reviewer.opening import Arrival
from reviewer.reading import Options

_MOST = 500


class Read(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a list was read on this machine, and as what."""

    source: str
    path: str
    options: Options = Options()


class Whereabouts:
    """Remembers in the file that the window remembers in."""

    def __init__(self, file: QSettings) -> None:
        self._file = file

    def note(self, arrivals: Iterable[Arrival]) -> None:
        """Remember where lists were read."""
        found = {each.source: each for each in self._read()}
        for each in arrivals:
            if each.path:
                found.pop(each.source.id, None)
                found[each.source.id] = Read(each.source.id, str(each.path.resolve()), each.options)
        self._file.setValue("read", msgspec.json.encode(list(found.values())[-_MOST:]).decode())

    def of(self, source: str) -> tuple[Path, Options] | None:
        """Return where a list was read, by its id, and with which options; None where that is not known."""
        found = next((each for each in self._read() if each.source == source), None)
        return (Path(found.path), found.options) if found else None

    def _read(self) -> list[Read]:
        try:
            return msgspec.json.decode(str(self._file.value("read", "[]")), type=list[Read])
        except msgspec.MsgspecError:
            return []
