"""Batches and splits under Done: opened, read, withdrawn."""

import msgspec
import pytest
from desks import CIVIL, SYRIA_CIVIL, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI, names

from reviewer.model import Name, Verdict
from reviewer.ui.cards import questions
from reviewer.ui.cards.question_page import DONE
from reviewer.ui.cards.questions import View
from reviewer.ui.parts.facts import GroupFacts
from reviewer.ui.parts.name_text import NameText
from reviewer.ui.window import Window


def lines(window: Window) -> list[tuple[str, str]]:
    """Return what is listed under Done."""
    return [(item.first, item.second) for item in window.review.queue.items(DONE)]


@pytest.fixture
def batch(window: Window) -> Window:
    """A window on the card of a batch."""
    assert window.desk.review
    window.desk.accept([item.key for item in questions.for_batch(window.desk.review, View())][:2])
    window.review.queue.tabs[DONE].click()
    return window


def test_a_batch_opens_with_the_names_of_every_card(batch: Window) -> None:
    assert lines(batch)[0][0] == "2 cards accepted in one go"
    assert batch.card.title == "=  2 cards accepted in one go"
    assert {CIVIL, SYRIA_CIVIL, KAWAKIBI, KAWAKBY} <= set(batch.card.groups.texts)
    assert not any(row.isVisible() for row in batch.card.rows)
    assert "amal" in batch.card._said.text()
    assert "the least score shown then was 94" in batch.card._said.text()
    assert not batch.card._pill.isVisible()  # one score can't speak for all
    assert batch.status.reviewed.startswith("2 of ")


def test_a_batch_longer_than_the_window_scrolls_by_keys_and_counts_the_rest(batch: Window, qtbot: QtBot) -> None:
    assert batch.card.facts
    groups = tuple(GroupFacts("", ((f"Council {i}", ""), (f"Council no. {i}", ""))) for i in range(103))
    batch.card.show_card(msgspec.structs.replace(batch.card.facts, key="long", groups=groups))
    batch.card.focus_first()
    bar = batch.card._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > bar.pageStep())
    press(batch, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep() > 0
    press(batch, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    assert "and 3 more cards" in [each.text() for each in batch.card.groups.findChildren(QLabel)]


def test_a_batch_is_withdrawn_by_its_key_and_keys_for_members_do_nothing(batch: Window) -> None:
    assert batch.desk.review
    before = len(batch.desk.review.ledger.events)
    for key in (Qt.Key.Key_M, Qt.Key.Key_D, Qt.Key.Key_1, Qt.Key.Key_W, Qt.Key.Key_H, Qt.Key.Key_L):
        press(batch, key)
    assert len(batch.desk.review.ledger.events) == before
    press(batch, Qt.Key.Key_Delete)
    assert lines(batch) == []
    assert "Withdrawn" in batch.status.message.text()
    batch.review.queue.tabs[0].click()
    assert batch.card.rows[0].isVisible()
    assert not batch.card.groups.isVisible()


def test_a_split_opens_with_what_was_taken_out_and_what_was_left(window: Window, qtbot: QtBot) -> None:
    window.desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    window.desk.split_off([Name(KAWAKBY)])
    window.review.queue.tabs[DONE].click()
    assert lines(window)[0] == (KAWAKBY, f"out of \u2068{KAWAKIBI}\u2069")
    assert window.card.title == "≠  Taken out of its entry"
    assert window.card.groups.texts == [KAWAKBY, KAWAKIBI]
    assert not window.card._pill.isVisible()
    assert window.card.verdicts.withdraw.hasFocus()
    qtbot.mouseClick(window.card.verdicts.withdraw, Qt.MouseButton.LeftButton)
    assert window.card.title == "=  Same signatory"
    assert window.desk.review
    assert window.desk.review.register.entries()[0].variants == (KAWAKBY,)


def test_hidden_characters_are_spelled_out_in_a_batch_too(batch: Window) -> None:
    assert batch.card.facts
    groups = (GroupFacts("", (("Civil  Waves", ""), ("Civil Waves", ""))),)
    batch.card.show_card(msgspec.structs.replace(batch.card.facts, key="hidden", groups=groups))
    for shown in (["Civil··Waves", "Civil·Waves"], ["Civil  Waves", "Civil Waves"]):
        press(batch, Qt.Key.Key_H)
        names_ = [each for each in batch.card.groups.findChildren(NameText) if not each.isHidden()]
        assert [each.text for each in names_][-2:] == shown


def test_one_signature_taken_out_is_told_by_its_place(window: Window) -> None:
    assert window.desk.review
    entry = next(each for each in window.desk.review.register.entries() if each.name == "Badael")
    last = entry.signatures[-1]
    window.desk.split_off([Name(last.text, last.source, last.position)])
    window.review.queue.tabs[DONE].click()
    assert window.card.facts
    out, left = window.card.facts.groups
    assert out.names[0][1].endswith("no. 8")
    assert left.names == (("Badael", ""),)
