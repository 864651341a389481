"""What is found step by step, as lists and decisions come, is what a run from the beginning finds."""

import math
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import Cancelled
from reviewer.matching import DEFAULT_MIN_SCORE, Found
from reviewer.matching import run as running
from reviewer.matching.names import Matching, find
from reviewer.model import Candidate

Lists = Sequence[Sequence[str]]
_STEMS = [
    "qunaitra", "kawakibi", "dar", "namar", "sharqia", "houran", "basma", "dael", "yarmouk", "mazaya", "jisr", "tell",
    "daraya", "salam", "amal", "rihan",
]  # fmt: skip
_FRAMES = [
    "Local Council of {}",
    "{} Center for Human Rights",
    "{} {}",
    "Association of {} in {}",
    "Abu {}",
    "Al{}",
    "{}",
]
TOLERANCE = 0.6
"""Log-odds by which a score may differ: every weight by 0.05 for its own moves, 0.05 for the number of all names."""


def written(rng: random.Random) -> str:
    """Return a word somebody may sign with: a stem, or two, with a change of spelling now and then."""
    word = rng.choice(_STEMS) + rng.choice(["", "", rng.choice(_STEMS)[:3]])
    if rng.random() < 0.5:
        old, new = rng.choice([("q", "k"), ("a", "e"), ("ou", "u"), ("sh", "ch"), ("ar", "arr"), ("m", "")])
        word = word.replace(old, new, 1)
    return word.title() or "Dar"


def names(rng: random.Random, size: int) -> list[str]:
    """Return signatures of one list; some come twice."""
    return [rng.choice(_FRAMES).format(written(rng), written(rng)) for _ in range(size)]


def odds(candidate: Candidate) -> float:
    return math.log(candidate.score / (1 - candidate.score))


def check_alike(found: Found, anew: Found) -> None:
    """Hold candidates of names to those of a run from the beginning."""
    one, other = ({(c.a, c.b): odds(c) for c in each.names} for each in (found, anew))
    for pair in one.keys() & other.keys():
        assert one[pair] == pytest.approx(other[pair], abs=TOLERANCE), pair
    least = math.log(DEFAULT_MIN_SCORE / (1 - DEFAULT_MIN_SCORE))
    for pair in one.keys() ^ other.keys():
        assert (one.get(pair) or other[pair]) < least + TOLERANCE, pair


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 6), st.booleans())
def test_a_later_list_is_taken_in_as_if_it_had_been_there_from_the_beginning(seed: int, more: int, known: bool) -> None:
    rng = random.Random(seed)
    lists = [names(rng, 150), names(rng, 100)]
    matching = Matching()
    matching.answer(lists)
    before = matching._run
    later = [*names(rng, more), *(rng.sample(lists[0], 2) if known else [])]
    found = matching.answer([*lists, later])
    assert matching._run is before
    check_alike(found, find([*lists, later]))


def test_lists_that_come_one_by_one_are_all_taken_in() -> None:
    rng = random.Random(5)
    lists = [names(rng, 300), names(rng, 200)]
    matching = Matching()
    matching.answer(lists)
    for _ in range(4):
        lists.append(names(rng, 4))
        check_alike(matching.answer(lists), find(lists))


def test_what_a_later_list_does_not_touch_stays_the_very_same() -> None:
    rng = random.Random(3)
    lists = [names(rng, 200), names(rng, 100)]
    matching = Matching()
    before = matching.answer(lists)
    after = matching.answer([*lists, ["Wholly Unheard Thing"]])
    pairs = {id(c) for c in before.names if c.a != c.b}
    assert pairs
    assert {id(c) for c in after.names if c.a != c.b} == pairs


def test_a_later_name_may_write_as_one_what_an_earlier_one_writes_apart() -> None:
    rng = random.Random(8)
    lists = [[*names(rng, 100), "House of Abu Kamal"]]
    matching = Matching()
    matching.answer(lists)
    lists.append(["House of Abukamal"])
    found = matching.answer(lists)
    check_alike(found, find(lists))
    assert ("House of Abu Kamal", "House of Abukamal") in {(c.a, c.b) for c in found.names}


def test_decided_spellings_come_and_go_without_a_run_from_the_beginning() -> None:
    rng = random.Random(4)
    lists = [names(rng, 150), [*names(rng, 80), "House of Ghazal"], ["House of Antelope"]]
    matching = Matching()
    open_ = matching.answer(lists)
    before = matching._run
    decided = [("Ghazal", "Antelope", True), ("Qunaitra", "Kunaitra", False), ("Mazaya", "Mezaya", True)]
    found = matching.answer(lists, decided)
    assert matching._run is before
    assert found == find(lists, decided=decided)
    assert found != open_
    assert matching.answer(lists, decided[:1]) == find(lists, decided=decided[:1])
    assert matching.answer(lists) == open_


@pytest.mark.parametrize(
    "lists", [[["a b"]], [["Local Council of Dael"], ["x"]], [[], ["Local Council of Dael"], ["y"]]]
)
def test_lists_that_went_or_changed_begin_anew(lists: Lists) -> None:
    matching = Matching()
    matching.answer([["Local Council of Dael"], ["Local Council of Daeel"]])
    before = matching._run
    assert matching.answer(lists) == find(lists)
    assert matching._run is not before


def test_lists_that_bring_many_names_begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(1)
    lists = [names(rng, 100)]
    later = [*lists, names(rng, 30)]
    matching = Matching()
    matching.answer(lists)
    before = matching._run
    assert matching.answer(later) == find(later)
    assert matching._run is not before
    monkeypatch.setattr(running, "GROWTH", 0.5)
    matching.answer(lists)
    before = matching._run
    matching.answer(later)
    assert matching._run is before


def test_after_one_was_cancelled_the_next_answer_is_whole() -> None:
    rng = random.Random(2)
    lists = [names(rng, 100)]
    matching = Matching()
    matching.answer(lists)

    def stop(_step: str, share: float) -> None:
        if share > 0.5:
            raise Cancelled

    later = [*lists, ["Kunaitra Center for Human Rights"]]
    with pytest.raises(Cancelled):
        matching.answer(later, (), stop)
    assert matching.answer(later) == find(later)
