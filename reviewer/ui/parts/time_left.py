"""How long slow work still takes, told from how far it is. Free of Qt."""

from collections.abc import Callable
from math import ceil
from time import monotonic

_LEAST, _SOONEST = 0.04, 0.7
"""Nothing is promised before so great a share is done, nor before so many seconds: it would be a guess."""
_FEW = 5
"""Seconds that are a few; more are told in steps of so many."""
_MANY = 55
"""Seconds from which on minutes are told."""


class TimeLeft:
    """Tells how long slow work still takes. Shares done are of its time: share for share, the rest takes as long.

    What is told when a share is done is counted down until the next is: steps may be long.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._begun = self._share = self._total = 0.0

    def after(self, share: float) -> float | None:
        """Return the seconds left once a share (0..1) is done; None where that can't be told yet.

        Work begins at share 0, or where the share is less than it was.
        """
        now = self._now()
        if not share or share < self._share:
            self._begun = now
        done = now - self._begun
        if share != self._share:
            self._share, self._total = share, done / share if share else 0.0
        return max(0.0, self._total - done) if share >= _LEAST and done >= _SOONEST else None


def in_words(seconds: float) -> str:
    """Return a time left in words, never less than a few seconds, and none to the second."""
    if seconds <= _FEW:
        return "a few seconds left"
    if seconds <= _MANY:
        return f"about {ceil(seconds / _FEW) * _FEW} seconds left"
    minutes = max(1, round(seconds / 60))
    return "about a minute left" if minutes == 1 else f"about {minutes} minutes left"
