"""The Spellings page through real keys and clicks."""

import pytest
from desks import is_idle, press
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI

from reviewer.model import SpellingDecided, Verdict
from reviewer.ui.window import Window


@pytest.fixture
def spellings(window: Window) -> Window:
    """A window on its Spellings page."""
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    return window


def lines(window: Window, tab: int = 0) -> list[tuple[str, str]]:
    """Return what the queue lists."""
    return [(item.first, item.second) for item in window.spellings.queue.items(tab)]


def said(window: Window) -> list[SpellingDecided]:
    """Return the spelling verdicts that count."""
    assert window.desk.review
    return [event for event in window.desk.review.ledger.counting() if isinstance(event, SpellingDecided)]


def test_a_spelling_shows_the_names_it_touches(spellings: Window) -> None:
    card = spellings.spelling.facts
    assert card
    assert (card.candidate.a, card.candidate.b) == ("Kawakibi", "Kawakby")
    assert (card.names_a, card.names_b) == ((KAWAKIBI,), (KAWAKBY,))
    assert spellings.spelling.effect == "Same: 2 names are compared as if written alike. No signature changes."
    assert spellings.status.reviewed == "0 of 2 reviewed"


@pytest.mark.parametrize(("key", "verdict"), [(Qt.Key.Key_M, Verdict.SAME), (Qt.Key.Key_D, Verdict.DIFFERENT)])
def test_one_key_decides_and_names_are_compared_anew(
    spellings: Window, qtbot: QtBot, key: Qt.Key, verdict: Verdict
) -> None:
    press(spellings, key)
    assert spellings.desk.is_matching
    qtbot.waitUntil(lambda: is_idle(spellings))
    (event,) = said(spellings)
    assert "Kawakibi" in spellings.status.message.text()
    assert (event.verdict, {event.a, event.b}) == (verdict, {"kawakibi", "kawakby"})
    spellings.spellings.queue.tabs[2].click()
    assert {text.casefold() for text in lines(spellings, 2)[0]} == {"kawakibi", "kawakby"}
    assert spellings.spelling.withdraw.isVisible()


def test_not_sure_waits(spellings: Window) -> None:
    press(spellings, Qt.Key.Key_S)
    assert lines(spellings, 1) == [("Kawakibi", "Kawakby")]
    assert lines(spellings) == [("Namar", "Namir")]


def test_a_decided_spelling_is_written_as_in_the_lists_and_can_be_withdrawn(spellings: Window, qtbot: QtBot) -> None:
    press(spellings, Qt.Key.Key_Down)
    press(spellings, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: is_idle(spellings))
    spellings.spellings.queue.tabs[2].click()
    assert lines(spellings, 2) == [("Namar", "Namir")]
    press(spellings, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: is_idle(spellings))
    assert said(spellings) == []


def test_undo_takes_a_spelling_back(spellings: Window, qtbot: QtBot) -> None:
    press(spellings, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: is_idle(spellings))
    press(spellings, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_idle(spellings))
    assert said(spellings) == []
