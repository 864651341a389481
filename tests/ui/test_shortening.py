"""Names cut to their room: what tells two of them apart stays in sight, in either direction."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from reviewer.ui.parts.shortening import cut_around, first_difference
from reviewer.ui.window import Window

PLACES = "The Coordinating Council of Independent Associations of the Northern Countryside of "
ARABIC = "المجلس التنسيقي للجمعيات المستقلة في الريف الشمالي لمحافظة "


@pytest.fixture
def metrics(qtbot: QtBot) -> QFontMetrics:
    return QFontMetrics(QFont())


@pytest.mark.parametrize(("a", "b"), [("Aleppo", "Hama"), ("Hama (North)", "Hama")])
@pytest.mark.parametrize("beginning", [PLACES, ARABIC])
def test_what_differs_at_the_end_is_seen(metrics: QFontMetrics, beginning: str, a: str, b: str) -> None:
    width = metrics.horizontalAdvance(PLACES) // 3
    at = first_difference(beginning + a, beginning + b)
    shown = [cut_around(metrics, beginning + end, at, width) for end in (a, b)]
    assert [text.split()[-1] for text in shown] == [a.split()[-1], b.split()[-1]]
    assert all(text.startswith(beginning.split()[0]) and "…" in text for text in shown)
    assert all(metrics.horizontalAdvance(text) <= width for text in shown)


def test_what_differs_in_the_middle_is_seen_and_both_ends_give_way(metrics: QFontMetrics) -> None:
    a, b = (PLACES + place + " and of all the villages around it" for place in ("Aleppo", "Hama"))
    width = metrics.horizontalAdvance(PLACES) // 3
    shown = cut_around(metrics, a, first_difference(a, b), width)
    assert "Aleppo" in shown
    assert shown.startswith("The …")
    assert shown.endswith("…")
    assert metrics.horizontalAdvance(shown) <= width


def test_what_differs_in_sight_leaves_the_end_to_give_way(metrics: QFontMetrics) -> None:
    width = metrics.horizontalAdvance(PLACES) // 3
    for at in (0, 5):
        assert cut_around(metrics, PLACES, at, width).startswith("The Coordinating")
    assert cut_around(metrics, PLACES, len(PLACES), 10_000) == PLACES
    assert first_difference("HOUSE of Life", "House of LIFE") == 0
    assert first_difference("HOUSE of Life", "House of Love") == 10


def test_a_word_wider_than_the_room_is_cut_at_its_end(metrics: QFontMetrics) -> None:
    shown = cut_around(metrics, f"The {'Arbitrary' * 30}", 4, 200)
    assert shown.endswith("…")
    assert metrics.horizontalAdvance(shown) <= 200


def test_the_queue_tells_how_many_more_a_card_holds(window: Window) -> None:
    (first, *_) = window.review.queue.items(0)
    assert first.more == "  + 1 more"
    assert "more" not in first.second
