import pytest

from reviewer.ui.parts.time_left import TimeLeft, in_words


class Clock:
    """A clock that stands until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_share_for_share_the_rest_takes_as_long() -> None:
    clock = Clock()
    left = TimeLeft(clock)
    assert left.after(0) is None
    clock.now += 0.1
    assert left.after(0.2) is None  # too soon to tell
    clock.now += 9.9
    assert left.after(0.01) is None
    clock.now += 10
    assert left.after(0.25) == pytest.approx(30)
    clock.now += 20
    assert left.after(0.8) == pytest.approx(7.5)
    assert left.after(1) == 0


def test_other_work_begins_anew() -> None:
    clock = Clock()
    left = TimeLeft(clock)
    left.after(0)
    clock.now += 10
    left.after(0.9)
    left.after(0)
    clock.now += 4
    assert left.after(0.5) == pytest.approx(4)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "a few seconds left"),
        (5, "a few seconds left"),
        (6, "about 10 seconds left"),
        (41, "about 45 seconds left"),
        (56, "about a minute left"),
        (100, "about 2 minutes left"),
    ],
)
def test_it_is_said_roughly_and_never_as_nothing(seconds: float, said: str) -> None:
    assert in_words(seconds) == said
