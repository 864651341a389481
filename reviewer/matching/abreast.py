"""Two parts of a long reckoning at a time: numpy and RapidFuzz let go of the interpreter while they work."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from concurrent.futures import Future

_Part = TypeVar("_Part")
_Result = TypeVar("_Result")
_Number = TypeVar("_Number", bound=np.generic)
_Rows = TypeVar("_Rows", npt.NDArray[Any], Sequence[str])
_THREADS = 2
_ROWS = 1 << 14
"""So many rows of a table are in hand at a time."""


def abreast(work: Callable[[_Part], _Result], parts: Iterable[_Part]) -> Iterator[_Result]:
    """Yield what `work` returns for each part, in their order; few are in hand at a time, so memory stays bounded."""
    coming = iter(parts)
    first = list(islice(coming, 2))
    if len(first) < 2:
        yield from map(work, first)
        return
    from concurrent.futures import ThreadPoolExecutor  # brings what logs: not where there is little to reckon

    waiting: deque[Future[_Result]] = deque()
    with ThreadPoolExecutor(_THREADS) as pool:
        for part in chain(first, coming):
            waiting.append(pool.submit(work, part))
            if len(waiting) > _THREADS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def parted(rows: _Rows) -> Iterator[_Rows]:
    """Yield rows in parts, one at least: each stays in the processor's cache with all that is made of it.

    Memory of that size is used again, too: arrays of more than 32 MB are asked of the system anew each time, which
    clears them page by page. With a million names that took as long as reckoning.
    """
    for at in range(0, max(1, len(rows)), _ROWS):
        yield rows[at : at + _ROWS]


def by_parts(work: Callable[[_Rows], npt.NDArray[_Number]], rows: _Rows) -> npt.NDArray[_Number]:
    """Return what `work` makes of rows, each by itself, a part of them at a time."""
    return np.concatenate(list(abreast(work, parted(rows))))
