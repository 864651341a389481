"""What every file we write has in common: it is whole or it isn't there, and its cells never run as formulas."""

import os
import re
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
