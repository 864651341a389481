"""What was asked for on the command line: a command, or the window when none is given.

Exit 0: done. Exit 2: bad input, one line on stderr saying what and where, nothing written. Exit 1: a fault of ours.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reviewer.errors import BadInput

COMMANDS = ("names", "flag", "export", "-h", "--help", "--version")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or the window, and return the exit code. `arguments` are those of the process by default."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _command(given) if given and given[0] in COMMANDS else _window(given)
    except BadInput as error:
        print(f"reviewer: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `reviewer flag ... | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


# Neither must wait for what the other needs: the commands not for Qt, the window not for readers and exports.


def _command(given: Sequence[str]) -> int:
    from reviewer.commands import run

    return run(given)


def _window(given: Sequence[str]) -> int:
    options = [argument for argument in given if argument.startswith("-")]
    if options:
        raise BadInput(f"unknown option {options[0]}; see reviewer --help.")
    from reviewer.ui.display import check_display

    check_display()
    from reviewer.ui import run

    return run([Path(argument) for argument in given])
