"""Find, review and merge the many spellings of the same signatory."""

__version__ = "0.1.0"

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy makes threads that nothing here needs: half its start
