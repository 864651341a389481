"""What a zip file declares is looked at before a library opens it: encrypted, damaged or swollen ones are refused."""

import io
import zipfile
import zlib

from reviewer.errors import BadInput

UNPACKED = 4
"""A file may unpack to this many times the largest size that is read as it is."""
_RATIO = 400  # times: text in tables packs to a fiftieth, a bomb to a thousandth
_SMALL = 2**20  # bytes below which any ratio is harmless
_PARTS = 20_000


def protected(name: str) -> BadInput:
    """Return what is said of a file with a password."""
    return BadInput(f"{name} is protected by a password: open it, save it without one and try again")


class Archive:
    """The parts of a zip file, each read whole and no longer than it says it is."""

    def __init__(self, data: bytes, name: str, max_bytes: int) -> None:
        """Look it over; raises BadInput, naming the file `name`, where it is damaged, protected or swollen."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError) as error:
            raise self._damaged() from error
        parts = self._zip.infolist()
        self.names = frozenset(part.filename for part in parts)
        if any(part.flag_bits & 1 for part in parts):
            raise protected(name)
        total = sum(part.file_size for part in parts)
        swollen = any(part.file_size > max(_SMALL, _RATIO * part.compress_size) for part in parts)
        if total > UNPACKED * max_bytes or swollen or len(parts) > _PARTS:
            raise BadInput(f"{name} unpacks to {total // 2**20:,} MiB, far more than a list: make sure what it is")

    def read(self, part: str) -> bytes:
        """Return one part; raises BadInput where it is damaged or longer than declared."""
        try:
            return self._zip.read(part)
        except KeyError:
            raise BadInput(f"{self.name} is damaged ({part} is missing in it): get it anew") from None
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            NotImplementedError,
            EOFError,
            RuntimeError,
        ) as error:
            raise self._damaged() from error

    def _damaged(self) -> BadInput:
        return BadInput(f"{self.name} is cut off or damaged: get it anew, or save it again")
