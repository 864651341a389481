"""The Spellings page through real keys and clicks."""

from typing import Any

import pytest
from desks import SPELLINGS, candidate, give, is_idle, press
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
    assert (*card.names_a, *card.names_b) == (KAWAKIBI, KAWAKBY)
    assert spellings.spelling.effect == (
        "Same: 2 names are compared as if written alike, and 1 card that waits is scored anew. "
        "Harmonised, form 1 would change 1 name, form 2 would change 1 name. No signature changes."
    )
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
    assert spellings.spelling.verdicts.withdraw.isVisible()


@pytest.mark.parametrize("undo", [(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Delete,)])
def test_what_is_undone_is_in_hand_again(spellings: Window, qtbot: QtBot, undo: tuple[Any, ...]) -> None:
    press(spellings, Qt.Key.Key_S)
    press(spellings, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: is_idle(spellings))
    give(spellings, (), (*SPELLINGS, candidate("Center", "Centre", 0.5, spelling=True)))
    if undo == (Qt.Key.Key_Delete,):
        press(spellings, Qt.Key.Key_T)
        press(spellings, Qt.Key.Key_T)
    press(spellings, *undo)
    assert spellings.spelling.facts
    assert spellings.spellings.queue.tab == 0
    assert spellings.spelling.facts.key == ("Namar", "Namir")
    qtbot.waitUntil(lambda: is_idle(spellings))


def test_after_the_last_spelling_return_goes_on(spellings: Window, qtbot: QtBot) -> None:
    for _ in range(9):
        if spellings.spellings.has_card:
            press(spellings, Qt.Key.Key_M)
            qtbot.waitUntil(lambda: is_idle(spellings))
    assert getattr(spellings.focusWidget(), "text", str)() == "Review names"
    press(spellings, Qt.Key.Key_Return)
    assert spellings.review.isVisible()


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


def pills(window: Window) -> list[tuple[str, bool, bool]]:
    """Return text, whether on, and whether to be seen, of the pill of either side."""
    sides = (side.pill for side in window.spelling._sides)
    return [(pill.text(), pill.isChecked(), pill.isVisible()) for pill in sides]


def test_one_key_prefers_a_form_and_the_card_says_what_that_does(spellings: Window, qtbot: QtBot) -> None:
    assert pills(spellings) == [("prefer", False, True), ("prefer", False, True)]
    press(spellings, Qt.Key.Key_2)
    assert pills(spellings) == [("prefer", False, True), ("preferred form", True, True)]
    press(spellings, Qt.Key.Key_1)
    assert pills(spellings) == [("preferred form", True, True), ("prefer", False, True)]
    assert "Harmonised, 1 name will read “\u2068Kawakibi\u2069” instead." in spellings.spelling.effect
    press(spellings, Qt.Key.Key_3)
    press(spellings, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: is_idle(spellings))
    assert [event.preferred for event in said(spellings)] == ["Kawakibi"]
    assert "preferred form “\u2068Kawakibi\u2069”" in spellings.status.message.text()
    assert [pill[:2] for pill in pills(spellings)] == [("prefer", False)] * 2  # what comes next starts afresh
    spellings.spellings.queue.tabs[2].click()
    at = 0 if spellings.spelling.facts and spellings.spelling.facts.candidate.a == "Kawakibi" else 1
    assert pills(spellings)[at] == ("preferred form", True, True)
    assert not pills(spellings)[1 - at][2]
    press(spellings, Qt.Key.Key_1)
    press(spellings, Qt.Key.Key_2)
    assert pills(spellings)[at] == ("preferred form", True, True)


def test_a_form_is_preferred_by_a_click_and_left_by_the_same_key(spellings: Window, qtbot: QtBot) -> None:
    plain = spellings.spelling.effect
    qtbot.mouseClick(spellings.spelling._sides[1].pill, Qt.MouseButton.LeftButton)
    assert pills(spellings)[1] == ("preferred form", True, True)
    press(spellings, Qt.Key.Key_2)
    assert pills(spellings)[1] == ("prefer", False, True)
    assert spellings.spelling.effect == plain
    press(spellings, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: is_idle(spellings))
    assert [event.preferred for event in said(spellings)] == [""]


def test_different_words_have_no_preferred_form(spellings: Window, qtbot: QtBot) -> None:
    press(spellings, Qt.Key.Key_1)
    press(spellings, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: is_idle(spellings))
    assert [event.preferred for event in said(spellings)] == [""]
