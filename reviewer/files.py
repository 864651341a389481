"""What every file we write has in common: it is whole or it isn't there, one writes it, no cell is a formula."""

import errno
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from reviewer.errors import BadInput

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`: written beside it, flushed to the disk, then moved over in one step.

    Whoever reads `path` meanwhile sees the old file or the new one, also after a loss of power. A link is followed.
    Raises BadInput where the place can't be written; nothing is left behind then.
    """
    try:
        target = Path(os.path.realpath(path))
        beside = target.with_name(f".{target.name[:50]}.{os.urandom(4).hex()}.tmp")
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadInput(f"{path} can't be written ({reason}): choose another place") from error


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable, where folders can be flushed (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Lock:
    """Keeps a second program out while it is held, by a file at `path`.

    The system lets go of it however the program ends. Where the file system knows no locks it keeps nobody out.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = -1

    def take(self) -> bool:
        """Take it, and tell whether it was free. Raises `OSError` where the file can't be made."""
        while True:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                free = _take(handle)
            except BaseException:
                os.close(handle)
                raise
            if free and (os.name == "nt" or os.fstat(handle).st_nlink):
                self._handle = handle
                return True
            os.close(handle)
            if not free:
                return False  # else the one who held it took the file away just now

    def release(self) -> None:
        """Let go of it and take the file away, where it is held."""
        if self._handle < 0:
            return
        if os.name != "nt":  # there, only once it is closed
            self._path.unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = -1
        if os.name == "nt":
            with suppress(OSError):  # somebody else holds it by now
                self._path.unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in (errno.ENOSYS, errno.EOPNOTSUPP):
                raise
        return True


def guard_cell(text: str) -> str:
    """Return `text` as a table cell that no spreadsheet takes for a formula: an apostrophe stands before it then.

    Texts that begin with = + - @ (also full-width) or a control character are guarded, and those that already look
    guarded, so that `unguard_cell` gives every text back. The apostrophe is the text mark of spreadsheets themselves;
    the rule is OWASP's against CSV injection.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard_cell(text: str) -> str:
    """Return the text that `guard_cell` was given."""
    return text[1:] if _GUARDED.match(text) else text
