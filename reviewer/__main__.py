"""`python -m reviewer`: the same as the command `reviewer`."""

import sys

from reviewer.cli import main

if __name__ == "__main__":
    if sys.argv[1:] == ["--matching"]:  # a frozen program starts itself anew for the matching process
        from reviewer.matching.process import serve

        serve()
    else:
        sys.exit(main())
