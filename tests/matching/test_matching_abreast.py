import threading
from collections.abc import Iterator

import pytest

from reviewer.matching.abreast import abreast


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
