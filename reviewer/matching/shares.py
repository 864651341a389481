"""How far a run is: the share of its time that is done, told by the steps it goes through."""

from collections.abc import Callable

import numpy as np

from reviewer.model import Progress

Told = Callable[[float], None]
"""Called by a step with the share of it that is done, 0..1."""


def untold(_share: float) -> None:
    """Let work nobody watches go on."""


_SIZES = (4.0, 5.0, 6.0)
_STEPS = (
    ("listed", "words", (0.01, 0.06, 0.09)),
    ("words", "words", (0.10, 0.20, 0.29)),
    ("joined", "words", (0.15, 0.27, 0.36)),
    ("sounded", "spellings", (0.21, 0.29, 0.38)),
    ("alike", "spellings", (0.41, 0.48, 0.60)),
    ("keyed", "comparing", (0.45, 0.54, 0.64)),
    ("proposed", "comparing", (0.61, 0.68, 0.78)),
    ("reckoned", "comparing", (0.78, 0.79, 0.84)),
    ("paired", "comparing", (0.82, 0.81, 0.86)),
    ("placed", "scores", (0.83, 0.82, 0.87)),
    ("scored", "scores", (0.90, 0.93, 0.94)),
)
"""Each step, what progress calls it, and the share of the time by which it is done: as measured, by the decimal
logarithm of all names (`_SIZES`)."""


class Shares:
    """Tells `progress` how far a run over so many names is."""

    def __init__(self, progress: Progress, names: int) -> None:
        self._progress = progress
        begin = 0.0
        self._steps: dict[str, tuple[str, float, float]] = {}
        for step, said, ends in _STEPS:
            end = float(np.interp(np.log10(names + 1), _SIZES, ends))
            self._steps[step], begin = (said, begin, end), end

    def done(self, step: str, share: float = 1.0) -> None:
        """Tell that so great a share (0..1) of a step is done, and all steps before it."""
        said, begin, end = self._steps[step]
        self._progress(said, begin + (end - begin) * share)
