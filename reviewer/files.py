"""What every file we write has in common: it is whole or it isn't there."""

import os
from pathlib import Path

from reviewer.errors import BadInput


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
