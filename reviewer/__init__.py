"""Find, review and merge the many spellings of the same signatory."""

__version__ = "0.1.0"

import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy makes threads that nothing here needs: half its start


def _load_msgspec() -> None:
    """Load msgspec as it is where `typing_extensions` is not installed.

    It takes that, where it is there for the sake of others, for what Python 3.11 has in `typing`; loading it and what
    it needs takes longer than all else of msgspec.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # which says that there is none
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


_load_msgspec()
