"""From lists of names to candidates. `find` is the one entrance; `Matching` answers one question after another."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from reviewer.matching.found import DEFAULT_MIN_SCORE, Found
from reviewer.matching.run import Run
from reviewer.model import Progress, no_progress


def find(
    lists: Sequence[Sequence[str]],
    *,
    decided: Iterable[tuple[str, str, bool]] = (),
    min_score: float = DEFAULT_MIN_SCORE,
    progress: Progress = no_progress,
) -> Found:
    """Return the pairs of names, and of spellings of words, that may be the same, from `min_score` (0..1) on.

    `lists` are the sources' verbatim signature texts; their order makes no difference. Texts that are
    equal and stand in different lists join by themselves and are no candidate; one that stands twice in a
    list is (a == b). `decided` are the reviewer's decisions on spellings: word, word, same or not; any
    writing of a word that folds the same will do. `progress` is told what is being done and how far it
    is, and may raise `Cancelled`. Raises nothing of its own.
    """
    return Matching(min_score).answer(lists, decided, progress)


class Matching:
    """Answers questions, each from the last answer on where that is possible (see `Run`)."""

    def __init__(self, min_score: float = DEFAULT_MIN_SCORE) -> None:
        self._min_score = min_score
        self._run: Run | None = None

    def answer(
        self,
        lists: Sequence[Sequence[str]],
        decided: Iterable[tuple[str, str, bool]] = (),
        progress: Progress = no_progress,
    ) -> Found:
        """Return what `find` does. Whatever `progress` raises is let through, and the next answer begins anew."""
        decided = tuple(sorted(set(decided)))
        run, self._run = self._run, None
        with _no_collection():
            if run and run.can_take(lists):
                run.update(lists, decided, progress)
            else:
                del run  # its memory is needed
                run = Run(lists, decided, progress, self._min_score)
            found = run.found()
        self._run = run
        progress("done", 1.0)
        return found

    def prepare(self) -> None:
        """Get ready for the next question, while nobody waits; it takes longer where this was not called."""
        if self._run:
            self._run.prepare()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector back: millions of small tuples and no cycles, it would take a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
