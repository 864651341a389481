"""What is reckoned for many pairs at once is what aligning them one by one finds."""

import itertools
import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.matching.run import Run
from reviewer.model import no_progress

WORDS = [
    "Kawakibi", "Alkawakibi", "Kawakby", "Center", "Centre", "for", "of", "Hasan", "Hussein", "Abu", "Kamal",
    "Abukamal", "Qunaitra", "Kuneitra", "Local", "Council", "44", "45", "قنيطرة", "المجلس", "كمال",
    "Gharbya", "Sharqia", "Ali", "LDS", "Local", "Development", "Support", "Transitional", "Trasitional",
]  # fmt: skip
DECIDED = [("Center", "Council", True), ("Kawakibi", "Kawakby", False)]


def names(seed: int, size: int = 60) -> list[str]:
    rng = random.Random(seed)
    return sorted({" ".join(rng.choices(WORDS, k=rng.choice([1, 2, 3, 4, 6]))) for _ in range(size)})


def check(texts: Sequence[str], decided: list[tuple[str, str, bool]]) -> int:
    """Compare all pairs of names; return how many were reckoned exactly."""
    run = Run([texts], decided, no_progress)
    pairs = np.array(list(itertools.combinations(range(len(run.collection.names)), 2)), np.int64).reshape(-1, 2)
    aligned = dict(run.aligned(pairs[:, 0], pairs[:, 1]))
    told = dict(run.steps(pairs[:, 0], pairs[:, 1]))
    for row, steps in aligned.items():
        assert [(s.kind, s.a, s.b) for s in told[row]] == [(s.kind, s.a, s.b) for s in steps]
        assert [s.effect for s in told[row]] == pytest.approx([s.effect for s in steps], abs=1e-9)
    exact = 0
    for rows, part in run.batch.reckon(pairs[:, 0], pairs[:, 1], run.links):
        for row, raw, sure in zip(rows.tolist(), part.raw.tolist(), part.exact.tolist(), strict=True):
            if sure:
                exact += 1
                assert not any(s.measures for s in told[row][1:]), "it is no use to compare what was aligned twice"
                assert raw == pytest.approx(sum(s.effect for s in aligned[row]), abs=1e-9)
    return exact


def test_words_in_another_order_are_not_all_that_there_is_to_agree_on() -> None:
    assert check(["Kawakibi Ghazal Center", "Ghazal Kawakibi Center", "Center Hasan Kamal", "Kamal Center Hasan"], [])


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("decided", [[], DECIDED])
def test_reckoned_is_aligned(seed: int, decided: list[tuple[str, str, bool]]) -> None:
    texts = names(seed)
    assert check(texts, decided) > len(texts) ** 2 / 4


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from([*WORDS, "(Hama)", "Dr."]), max_size=9).map(" ".join), max_size=7))
def test_reckoned_is_aligned_whatever_the_words(texts: list[str]) -> None:
    check(texts, [])
