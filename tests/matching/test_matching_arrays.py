import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.arrays import paired, shared, unpaired

KEYS = st.lists(st.integers(-1, 40) | st.integers(0, (1 << 60) - 1), max_size=60)


@given(KEYS)
def test_no_key_that_comes_twice_is_missed(keys: list[int]) -> None:
    told = shared(np.array(keys, np.int64)).tolist()
    assert all(is_told for key, is_told in zip(keys, told, strict=True) if keys.count(key) > 1)


@given(KEYS, KEYS)
def test_no_key_among_the_fresh_is_missed(keys: list[int], fresh: list[int]) -> None:
    told = shared(np.array(keys, np.int64), np.array(fresh, np.int64)).tolist()
    assert all(is_told for key, is_told in zip(keys, told, strict=True) if key in fresh)


def test_most_keys_that_come_once_are_not_told() -> None:
    told = shared(np.random.default_rng(1).integers(0, 1 << 60, 1000))
    assert told.sum() < 300


def test_small_numbers_make_pairs_too() -> None:
    x, y = np.array([3, 1], np.int32), np.array([2, 5], np.int32)
    assert [column.tolist() for column in unpaired(paired(x, y))] == [[2, 1], [3, 5]]
