"""What is found step by step, as lists and decisions come, is what a run from the beginning finds."""

import math
import random
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import Cancelled
from reviewer.matching import DEFAULT_MIN_SCORE, batch, blocking
from reviewer.matching import run as running
from reviewer.matching.names import Matching, find
from reviewer.matching.run import Run
from reviewer.model import no_progress

Lists = Sequence[Sequence[str]]
_SYLLABLES = [
    "qun",
    "ka",
    "wa",
    "bi",
    "dar",
    "na",
    "mir",
    "shar",
    "hou",
    "bas",
    "ma",
    "del",
    "yar",
    "jis",
    "tel",
    "zay",
]
_STEMS = ["".join(three) for three in product(_SYLLABLES, repeat=3) if len(set(three)) == 3]
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
    """Return a word somebody may sign with: with a change of spelling now and then."""
    word = rng.choice(_STEMS[::15])
    if rng.random() < 0.5:
        old, new = rng.choice([("q", "k"), ("a", "e"), ("ou", "u"), ("sh", "ch"), ("ar", "arr"), ("m", "")])
        word = word.replace(old, new, 1)
    return word.title()


def names(rng: random.Random, size: int) -> list[str]:
    """Return signatures of one list; some come twice."""
    return [rng.choice(_FRAMES).format(written(rng), written(rng)) for _ in range(size)]


def odds(run: Run) -> dict[tuple[str, str], float]:
    """Return what the words of each pair of names come to, where that is above what a candidate needs."""
    texts = run.collection.names
    least = math.log(DEFAULT_MIN_SCORE / (1 - DEFAULT_MIN_SCORE))
    return {(texts[a], texts[b]): raw for a, b, raw in zip(*run.pairs, strict=True) if raw >= least}


def check_alike(matching: Matching, lists: Lists) -> None:
    """Hold what was found step by step to a run from the beginning."""
    run = matching._run
    assert run is not None
    found, anew = odds(run), odds(Run(lists, (), no_progress, DEFAULT_MIN_SCORE))
    least = math.log(DEFAULT_MIN_SCORE / (1 - DEFAULT_MIN_SCORE)) + TOLERANCE
    for pair in found.keys() | anew.keys():
        one, other = found.get(pair, anew.get(pair, 0.0)), anew.get(pair, found.get(pair, 0.0))
        assert one == pytest.approx(other, abs=TOLERANCE), pair
        assert one < least or found.keys() & anew.keys() >= {pair}, pair
    candidates = run.found()
    run._tell(np.arange(len(run.collection.names)), run.pairs.at(np.zeros(0, np.int64)))
    assert run.found() == candidates


@pytest.fixture(autouse=True, scope="module")
def no_limits() -> Iterator[None]:
    """Let each name bring all its pairs, and compare all words left over: where a limit cuts hangs on a hair."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "_MOST", 1000)
        patch.setattr(running, "_PAIRS", 10**7)
        patch.setattr(running, "_FLOORS", ((3.5, 5.0), (-100.0, -100.0)))
        patch.setattr(blocking, "_FEW", 1000)
        patch.setattr(batch, "HOPELESS", -100.0)
        yield


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 6), st.booleans())
def test_a_later_list_is_taken_in_as_if_it_had_been_there_from_the_beginning(seed: int, more: int, known: bool) -> None:
    rng = random.Random(seed)
    lists = [names(rng, 150), names(rng, 100)]
    matching = Matching()
    matching.answer(lists)
    run = matching._run
    later = [*names(rng, more), *(rng.sample(lists[0], 2) if known else [])]
    matching.answer([*lists, later])
    assert matching._run is run
    check_alike(matching, [*lists, later])


def test_lists_that_come_one_by_one_are_all_taken_in() -> None:
    rng = random.Random(5)
    lists = [names(rng, 300), names(rng, 200)]
    matching = Matching()
    matching.answer(lists)
    for _ in range(4):
        lists.append(names(rng, 4))
        matching.answer(lists)
        check_alike(matching, lists)


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
    check_alike(matching, lists)
    assert ("House of Abu Kamal", "House of Abukamal") in {(c.a, c.b) for c in found.names}


def test_decided_spellings_come_and_go_without_a_run_from_the_beginning() -> None:
    rng = random.Random(4)
    lists = [names(rng, 150), [*names(rng, 80), "House of Ghazal"], ["House of Antelope"]]
    matching = Matching()
    open_ = matching.answer(lists)
    before = matching._run
    decided = [("Ghazal", "Antelope", True), ("Qunkawa", "Kunkawa", False), ("Mazaya", "Mezaya", True)]
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
