"""What matching returns, apart from the machinery that finds it: whoever only asks need not wait for that to load."""

from typing import NamedTuple

from reviewer.model import Candidate

DEFAULT_MIN_SCORE = 0.05
"""The score from which a pair is worth a reviewer's look: at least one in twenty is the same."""


class Found(NamedTuple):
    """What `find` returns: candidates of names and of spellings, each best first, ties by text."""

    names: tuple[Candidate, ...]
    spellings: tuple[Candidate, ...]
