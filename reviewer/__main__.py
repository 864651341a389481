"""`python -m reviewer`: the same as the command `reviewer`."""

import multiprocessing
import sys

from reviewer.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a frozen program starts itself anew for the matching process
    sys.exit(main())
