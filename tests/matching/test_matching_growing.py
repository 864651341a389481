"""What has grown portion by portion holds what was put in."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.growing import Growing, Index

PORTIONS = st.lists(st.lists(st.integers(0, 9), max_size=12), max_size=6)


@given(PORTIONS)
def test_what_comes_later_stands_behind_the_rest(portions: list[list[int]]) -> None:
    table = Growing(np.zeros((0, 2), np.int64))
    for portion in portions:
        table.extend(np.array([[each, -each] for each in portion], np.int64).reshape(-1, 2))
    assert table.rows.tolist() == [[each, -each] for portion in portions for each in portion]


@given(PORTIONS, st.lists(st.integers(0, 9), max_size=5))
def test_all_rows_of_a_key_are_found_whenever_they_came(portions: list[list[int]], wanted: list[int]) -> None:
    index, keys = Index(), [each for portion in portions for each in portion]
    begin = 0
    for portion in portions:
        index.add(np.array(portion, np.int64), np.arange(begin, begin + len(portion)))
        begin += len(portion)
    places, rows = index.rows(np.array(wanted, np.int64))
    found = sorted(zip(places.tolist(), rows.tolist(), strict=True))
    assert found == [(place, row) for place, key in enumerate(wanted) for row, each in enumerate(keys) if each == key]
    for key, row in zip(wanted, index.row(np.array(wanted, np.int64)).tolist(), strict=True):
        assert keys[row] == key if key in keys else row == -1
