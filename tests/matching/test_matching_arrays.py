import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.arrays import following, paired, places_in_order, spread, unpaired

KEYS = st.lists(st.integers(0, 6) | st.integers(0, (1 << 62) - 1), max_size=60)


@given(KEYS, st.integers(1, 4))
def test_all_that_share_a_key_within_reach_follow_one_another(keys: list[int], reach: int) -> None:
    ranked = np.sort(np.array(keys, np.int64))
    met = {(at, at + step) for step, places in following(ranked, reach) for at in places.tolist()}
    assert met == {
        (one, other)
        for one in range(len(keys))
        for other in range(one + 1, min(len(keys), one + reach + 1))
        if ranked[one] == ranked[other]
    }


@given(KEYS)
def test_places_in_order_are_those_of_a_stable_sort_whatever_room_values_take(keys: list[int]) -> None:
    for values in (np.array(keys, np.int64), np.array(keys, np.int64) % 5):
        assert places_in_order(values).tolist() == sorted(range(len(keys)), key=values.tolist().__getitem__)


def test_keys_spread_over_as_many_bits_as_there_are() -> None:
    found = spread(np.arange(1000) << 40, 20)
    assert found.min() >= 0
    assert found.max() < 1 << 20
    assert len(set(found.tolist())) > 990


def test_small_numbers_make_pairs_too() -> None:
    x, y = np.array([3, 1], np.int32), np.array([2, 5], np.int32)
    assert [column.tolist() for column in unpaired(paired(x, y))] == [[2, 1], [3, 5]]
