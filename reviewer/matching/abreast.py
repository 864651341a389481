"""Two parts of a long reckoning at a time: numpy and RapidFuzz let go of the interpreter while they work."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_Part = TypeVar("_Part")
_Result = TypeVar("_Result")
_THREADS = 2


def abreast(work: Callable[[_Part], _Result], parts: Iterable[_Part]) -> Iterator[_Result]:
    """Yield what `work` returns for each part, in their order; few are in hand at a time, so memory stays bounded."""
    waiting: deque[Future[_Result]] = deque()
    with ThreadPoolExecutor(_THREADS) as pool:
        for part in parts:
            waiting.append(pool.submit(work, part))
            if len(waiting) > _THREADS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
