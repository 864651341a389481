import pytest

from reviewer.matching.names import find
from reviewer.matching.shares import Shares


@pytest.mark.parametrize("names", [0, 100, 30_000, 10**6, 10**8])
def test_shares_rise_step_by_step(names: int) -> None:
    told: list[float] = []
    shares = Shares(lambda _step, share: told.append(share), names)
    for step in ("listed", "words", "joined", "sounded", "alike", "keyed", "proposed", "reckoned", "paired", "placed"):
        shares.done(step, 0.5)
        shares.done(step)
    shares.done("scored")
    assert told[0] > 0
    assert told == sorted(set(told))
    assert told[-1] < 1


def test_a_run_tells_of_every_part_of_its_time() -> None:
    told: list[float] = []
    find([["Local Council of Dael", "Kawakibi Center"], ["Daeel Local Council"]], progress=lambda _, x: told.append(x))
    assert told == sorted(told)
    assert {int(share * 5) for share in told} == {0, 1, 2, 3, 4, 5}
