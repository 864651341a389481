"""Of many partners of a name few are told, and what belongs together stays together."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.partners import MOST, worth_telling

_NAMES = 14
_PAIRS = [(a, b) for b in range(_NAMES) for a in range(b)]
_SCORES = st.dictionaries(st.sampled_from(_PAIRS), st.integers(-3, 20), min_size=1, max_size=len(_PAIRS))


def _told(scores: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    a, b = np.array(list(scores), np.int64).T
    kept = worth_telling(a, b, np.array(list(scores.values()), float), _NAMES, 1e-6)
    return {pair: score for (pair, score), told in zip(scores.items(), kept.tolist(), strict=True) if told}


def _groups(pairs: dict[tuple[int, int], int]) -> set[frozenset[int]]:
    group = {name: frozenset([name]) for name in range(_NAMES)}
    for a, b in pairs:
        one = group[a] | group[b]
        group.update(dict.fromkeys(one, one))
    return set(group.values())


@given(_SCORES)
def test_names_that_pairs_connect_stay_connected_and_keep_their_best_partner(
    scores: dict[tuple[int, int], int],
) -> None:
    told = _told(scores)
    assert _groups(told) == _groups(scores)
    for name in range(_NAMES):
        own = {pair: score for pair, score in scores.items() if name in pair}
        assert all(pair in told for pair in own if own[pair] == max(own.values()))


def test_of_names_that_are_all_alike_by_degrees_each_brings_few() -> None:
    told = _told({(a, b): 100 - (b - a) for a, b in _PAIRS})
    assert len(told) < len(_PAIRS)
    assert all(b - a <= MOST for a, b in told)


def test_a_name_with_few_partners_keeps_all() -> None:
    scores = {(0, b): b for b in range(1, MOST + 1)}
    assert _told(scores) == scores
