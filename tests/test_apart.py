import subprocess
import sys
import time
from collections.abc import Iterator

import msgspec
import pytest

from reviewer import apart
from reviewer.apart import Matcher
from reviewer.errors import Cancelled
from reviewer.matching.found import Found, Question
from reviewer.matching.names import find
from reviewer.matching.process import Asked, write

FIRST = tuple(f"Local Council of {place}" for place in ("Alqunaitra", "Namar", "Dael", "Busr Alharir"))
SECOND = tuple(f"Local Council of {place}" for place in ("Qunaitra", "Namir", "Daeel", "Bousr Al-Harir"))
QUESTION = Question((FIRST, SECOND), (("namar", "namir", False),))


def here(question: Question) -> Found:
    """Answer a question without another process."""
    return find(question.lists, decided=question.decided)


@pytest.fixture
def matcher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Matcher]:
    monkeypatch.setattr(apart, "SMALL", 0)
    made = Matcher()
    yield made
    made.close()


def test_another_process_answers_the_same_and_goes_on_to_the_next_question(matcher: Matcher) -> None:
    told: list[float] = []
    assert matcher.answer(QUESTION, lambda _step, share: told.append(share)) == here(QUESTION)
    process = matcher._process
    assert matcher.answer(QUESTION) == here(QUESTION)
    assert matcher._process is process
    assert told[0] == 0.0
    assert told[-1] > 0.5


def test_a_question_that_goes_on_from_the_last_is_answered_as_one_from_the_beginning(matcher: Matcher) -> None:
    many = tuple(f"{place} Association" for place in places("Kawa", "Dara", "Mazaya"))
    first = Question((FIRST, SECOND, many), ())
    for question in (
        first,
        Question((*first.lists, ("Qunaytra Local Council",)), ()),
        Question((*first.lists, ("Qunaytra Local Council",)), (("alqunaitra", "qunaitra", True),)),
        QUESTION,
        first,
    ):
        for answer, alone in zip(matcher.answer(question), here(question), strict=True):
            assert {(c.a, c.b) for c in answer} == {(c.a, c.b) for c in alone}
            assert list(answer) == sorted(answer, key=lambda c: (-c.score, c.a, c.b))
            scores = {(c.a, c.b): c.score for c in alone}
            assert [c.score for c in answer] == pytest.approx([scores[c.a, c.b] for c in answer], abs=0.02)


def places(*beginnings: str) -> list[str]:
    """Return words that are no spellings of one another."""
    return [a + b for a in beginnings for b in ("houran", "bish", "zeytoun", "marqab", "telfaz", "dirbal", "sukhna")]


def test_cancelling_ends_the_process_and_the_next_question_starts_another(matcher: Matcher) -> None:
    def cancel(_step: str, _share: float) -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        matcher.answer(QUESTION, cancel)
    assert matcher._process is None
    assert matcher.answer(QUESTION) == here(QUESTION)


def test_a_process_that_dies_is_a_fault_and_not_a_wait_for_ever(matcher: Matcher) -> None:
    def kill(_step: str, _share: float) -> None:
        if matcher._process:
            matcher._process._child.kill()
            time.sleep(0.01)

    with pytest.raises(RuntimeError, match="matching process ended"):
        matcher.answer(QUESTION, kill)


def test_few_names_are_matched_where_they_are() -> None:
    matcher = Matcher()
    assert matcher.answer(QUESTION) == here(QUESTION)
    assert matcher._process is None


def test_a_process_that_is_ready_answers_few_names_too() -> None:
    matcher = Matcher()
    matcher.prepare()
    process = matcher._process
    assert matcher.answer(QUESTION) == here(QUESTION)
    assert matcher._process is process
    matcher.close()


def test_the_program_can_be_the_matching_process_itself() -> None:
    command = [sys.executable, "-m", "reviewer", apart.ALONE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin
        assert child.stdout
        write(child.stdin, msgspec.msgpack.encode(Asked(0, QUESTION.lists, QUESTION.decided)))
        child.stdin.close()
        answer = child.stdout.read()
    assert b"Alqunaitra" in answer
    assert child.returncode == 0
