"""Candidates found in the background, for one review at a time."""

from collections.abc import Callable

from reviewer.apart import Matcher
from reviewer.errors import Cancelled
from reviewer.matching.found import Found, Question
from reviewer.model import Progress
from reviewer.review import Arranged, Review
from reviewer.ui.parts.background import Job, Runner

_MANY = 500
"""Names from which on it is worth to make ready what they are found by as one types."""

COMPARING = "Comparing names"
"""What looking for candidates is called, whatever the step: its steps say nothing to who waits."""
_BEGUN, _FOUND = 0.005, 0.86
"""Shares of the time from which, and up to which, candidates are found; in the rest they are arranged."""


class Finding:
    """Asks the matcher what a review asks, and has the answer arranged for it.

    Calls `answered` (review, found, arranged) with what came of it, or `failed` (exception; `Cancelled` where the
    reviewer wanted no more of it).
    """

    def __init__(
        self,
        runner: Runner,
        matcher: Matcher,
        answered: Callable[[Review, Found, Arranged], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._runner, self._matcher = runner, matcher
        self._answered, self._failed = answered, failed
        self._job: Job | None = None
        self.was_cancelled = False

    @property
    def is_under_way(self) -> bool:
        """Whether candidates are being looked for."""
        return self._job is not None

    def begin(self, review: Review) -> None:
        """Look for the candidates of a review; an answer under way to an older question is dropped."""
        self.drop()
        self.was_cancelled = False
        question = review.question()

        def work(progress: Progress) -> tuple[Found, Arranged]:
            return look(self._matcher, question, review, lambda _step, share: progress(COMPARING, share))

        def done(answer: tuple[Found, Arranged]) -> None:
            self._job = None
            self._answered(review, *answer)

        def failed(error: Exception) -> None:
            if self._job is job:
                self._job = None
                self.was_cancelled = isinstance(error, Cancelled)
                self._failed(error)

        job = self._job = self._runner.run(work, done, failed)

    def cancel(self) -> None:
        """Stop it as the reviewer wishes, and say so."""
        if self._job:
            self._job.cancel()

    def drop(self) -> None:
        """Stop it because the question is no longer asked."""
        self.cancel()
        self._job = None

    def close(self) -> None:
        """End the matching process; no job may be under way."""
        self._job = None
        self._matcher.close()


def look(matcher: Matcher, question: Question, review: Review, progress: Progress) -> tuple[Found, Arranged]:
    """Return what a matcher answers to the question of a review, and how that is arranged for it; slow.

    Raises what `Matcher.answer` does.
    """
    found = matcher.answer(question, lambda step, share: progress(step, _BEGUN + (_FOUND - _BEGUN) * share))
    progress("arranging", _FOUND)
    arranged = review.arrange(found)
    prepare(review)
    return found, arranged


def prepare(review: Review) -> None:
    """Make what names are found by where they are many, before the pages are free; few need it not at the start."""
    if review.register.count > _MANY:
        review.prepare()
