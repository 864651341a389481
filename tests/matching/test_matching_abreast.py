import threading
from collections.abc import Iterator

import numpy as np
import pytest

from reviewer.matching.abreast import abreast, by_parts, parted


def test_results_come_in_the_order_of_the_parts_and_few_are_in_hand() -> None:
    taken: list[int] = []

    def parts() -> Iterator[int]:
        for part in range(20):
            taken.append(part)
            yield part

    for number, result in enumerate(abreast(lambda part: part * part, parts())):
        assert result == number * number
        assert len(taken) <= number + 3


def test_two_parts_are_done_at_a_time() -> None:
    both = threading.Barrier(2, timeout=20)
    assert len(list(abreast(lambda _: both.wait(), range(2)))) == 2


def test_what_goes_wrong_in_a_part_is_told() -> None:
    with pytest.raises(ZeroDivisionError):
        list(abreast(lambda part: 1 // part, [1, 0, 1]))


def test_rows_are_worked_on_in_parts_and_none_is_left_out() -> None:
    for size in (0, 1, 100_000):
        rows = np.arange(size)
        sizes = [len(part) for part in parted(rows)]
        assert sum(sizes) == size
        assert max(sizes) < 50_000
        assert by_parts(lambda part: part + 1, rows).tolist() == list(range(1, size + 1))
