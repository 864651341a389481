"""Who stands beside whom is told, whenever they came."""

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.neighbours import Neighbours


@given(st.lists(st.integers(-1, 3), min_size=1, max_size=30), st.integers(0, 30), st.integers(1, 4), st.integers(0, 99))
def test_rows_that_share_a_key_within_reach_are_found(keys: list[int], later: int, reach: int, seed: int) -> None:
    rank = random.Random(seed).sample(range(100), len(keys))
    table, ranks, rows = np.array(keys)[:, None], np.array(rank), np.arange(len(keys))
    neighbours = Neighbours()
    neighbours.put_in_order(ranks)
    for portion in (rows[later:], rows[:later]):
        neighbours.add(portion, table[portion], ranks[portion])
    for row, key in enumerate(keys):
        found = set(neighbours.beside(table[row : row + 1], ranks[row : row + 1], reach).tolist())
        alike = sorted((at for at, each in enumerate(keys) if each == key >= 0), key=rank.__getitem__)
        place = alike.index(row) if alike else 0
        assert found <= set(alike)
        assert found >= set(alike[max(0, place - reach) : place + reach + 1])
