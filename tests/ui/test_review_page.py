"""The Review page through real keys and clicks."""

from itertools import combinations
from pathlib import Path

import pytest
from desks import (
    ARABIC,
    BADAEL,
    BOLD,
    CIVIL,
    IMAGE,
    NAMAR,
    NAMIR,
    SYRIA_CIVIL,
    WHITE,
    candidate,
    give,
    is_idle,
    press,
    queue,
    write_list,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI

from reviewer.errors import BadInput
from reviewer.model import Candidate, Decided, Evidence, Name, Verdict
from reviewer.ui.cards.question_page import NOT_SURE
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.facts import marks
from reviewer.ui.parts.name_text import NameText
from reviewer.ui.window import Window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def last(window: Window) -> Decided:
    """Return the verdict given last."""
    assert window.desk.review
    event = window.desk.review.answers.latest_first()[0]
    assert isinstance(event, Decided)
    return event


def go_to(window: Window, text: str, tab: int = 0) -> None:
    """Take the card in hand that asks about a text."""
    items = window.review.queue.items(tab)
    window.review.go_to(tab, next(i for i, item in enumerate(items) if f"{text!r}" in repr(item.key)))


def test_the_best_card_is_in_hand_with_all_ticked_and_the_first_member_in_focus(window: Window) -> None:
    assert window.card.title == "Are these the same signatory?"
    assert {name.text for name in window.card.ticked_names()} == {CIVIL, WHITE, SYRIA_CIVIL}
    assert window.card.rows[0].hasFocus()
    assert window.review.queue.current == 0


def test_same_merges_and_the_next_card_is_there(window: Window) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_M)
    assert last(window).verdict is Verdict.SAME
    assert {name.text for name in last(window).names} == {KAWAKIBI, KAWAKBY}
    assert queue(window)[window.review.queue.current] == ARABIC
    assert window.card.rows[0].hasFocus()
    assert "Merged" in window.status.message.text()
    assert "Undo with Ctrl+Z" in window.status.message.text()
    assert window.status.reviewed == "1 of 6 reviewed"


@pytest.mark.parametrize(("key", "verdict"), [(Qt.Key.Key_D, Verdict.DIFFERENT), (Qt.Key.Key_M, Verdict.SAME)])
def test_one_key_decides(window: Window, key: Qt.Key, verdict: Verdict) -> None:
    press(window, key)
    assert last(window).verdict is verdict
    assert last(window).score == pytest.approx(0.96)


def test_not_sure_waits_in_a_list_of_its_own_and_can_be_decided_there(window: Window) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_S)
    assert queue(window, 1) == [KAWAKIBI]
    window.review.queue.tabs[1].click()
    assert KAWAKIBI in [row.facts.text for row in window.card.rows if row.facts and row.isVisible()]
    press(window, Qt.Key.Key_M)
    assert (queue(window, 1), len(queue(window, 2))) == ([], 1)
    assert "Nothing is put off" in window.review.empty.text


def test_unticking_decides_for_the_ticked_and_the_rest_comes_back(window: Window) -> None:
    texts = [row.facts.text for row in window.card.rows if row.facts and row.isVisible()]
    press(window, Qt.Key.Key_Tab)
    assert window.card.rows[1].hasFocus()
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_M)
    assert {name.text for name in last(window).names} == {texts[0], texts[2]}
    assert window.card.facts
    assert {row.text for row in window.card.facts.rows} <= {*texts, *last(window).names[0].text}
    assert len(window.card.facts.rows) == 2


def test_with_one_ticked_nothing_is_decided_and_it_says_why(window: Window) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_M)
    assert not window.card.verdicts.same.isEnabled()
    assert window.card.effect == "Tick at least two to decide about them."
    assert queue(window, 2) == []


def test_clicking_a_row_unticks_it(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.card.rows[1], Qt.MouseButton.LeftButton)
    assert not window.card.rows[1].isChecked()


def test_a_number_chooses_the_name(window: Window) -> None:
    go_to(window, KAWAKIBI)
    assert window.card.name_edit.text() == KAWAKIBI
    press(window, Qt.Key.Key_2)
    assert window.card.name_edit.text() == KAWAKBY
    press(window, Qt.Key.Key_M)
    assert last(window).preferred == KAWAKBY


def test_the_proposal_is_not_recorded_as_a_choice(window: Window) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_M)
    assert last(window).preferred == ""


def test_typing_a_name_fires_no_keys_and_return_goes_back(window: Window, qtbot: QtBot) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_F2)
    assert window.card.name_edit.hasFocus()
    qtbot.keyClicks(window.card.name_edit, "Mds 12?")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Delete):
        press(window, key)
    assert window.card.name_edit.text() == "Mds 12?"
    assert queue(window, 2) == []
    press(window, Qt.Key.Key_Return)
    assert window.card.rows[0].hasFocus()
    press(window, Qt.Key.Key_M)
    assert last(window).preferred == "Mds 12?"


def test_escape_leaves_the_name_as_it_was(window: Window, qtbot: QtBot) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_F2)
    qtbot.keyClicks(window.card.name_edit, "X")
    press(window, Qt.Key.Key_Escape)
    assert window.card.name_edit.text() == KAWAKIBI
    assert window.card.rows[0].hasFocus()


def test_coming_by_the_name_with_tab_is_not_typing_one(window: Window, qtbot: QtBot) -> None:
    go_to(window, KAWAKIBI)
    edit = window.card.name_edit
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
    assert edit.hasFocus()
    press(window, Qt.Key.Key_H)
    assert (edit.text(), window.card.is_on(Command.HIDDEN)) == (KAWAKIBI, True)
    press(window, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "h")
    assert edit.text() == "h"
    press(window, Qt.Key.Key_Escape)
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(edit, "x")
    assert "x" in edit.text()
    press(window, Qt.Key.Key_Escape)
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_M)
    assert last(window).preferred == ""


def test_up_and_down_and_j_and_k_go_through_the_queue(window: Window) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(window, key)
    assert window.review.queue.current == 0
    press(window, Qt.Key.Key_Down)
    assert window.card.facts
    assert window.card.facts.rows[0].text == queue(window)[1] == KAWAKIBI


def test_undo_brings_the_card_back_in_hand_and_redo_takes_it_again(window: Window) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_M)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.card.facts
    assert window.card.facts.rows[0].text == KAWAKIBI
    assert "Undone" in window.status.message.text()
    press(window, Qt.Key.Key_Z, CTRL, SHIFT)
    assert last(window).verdict is Verdict.SAME
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Y, CTRL)
    assert len(queue(window, 2)) == 1


def test_a_contradiction_is_shown_on_the_card_and_can_be_withdrawn(window: Window, qtbot: QtBot) -> None:
    assert window.desk.review
    go_to(window, KAWAKIBI)
    card = window.card.facts
    assert card
    window.desk.review.decide(Verdict.DIFFERENT, [row.name for row in card.rows], 0.9)
    press(window, Qt.Key.Key_M)
    assert "amal said on" in window.card.notice.text
    assert last(window).verdict is Verdict.DIFFERENT
    qtbot.mouseClick(window.card.notice.button, Qt.MouseButton.LeftButton)
    assert window.card.notice.isHidden()
    assert queue(window, 2) == []
    press(window, Qt.Key.Key_M)
    assert last(window).verdict is Verdict.SAME


def test_what_can_not_be_written_is_said_and_not_decided(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_anything: object) -> None:
        raise BadInput("review.json could not be saved (the disk is full); free some space and decide again.")

    monkeypatch.setattr(window.desk.review, "_write", full)
    press(window, Qt.Key.Key_M)
    assert "the disk is full" in window.card.notice.text
    assert window.card.notice.button.isHidden()
    assert queue(window, 2) == []


def test_a_decided_card_opens_as_it_was_and_can_be_withdrawn(window: Window) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_D)
    window.review.queue.tabs[2].click()
    assert window.card.title == "≠  Different signatories"
    said = window.card.facts.said if window.card.facts else None
    assert said
    assert said.sentence.startswith("Said by \u2068amal\u2069 on ")
    assert "the score shown then was 94." in said.sentence
    assert window.card.verdicts.withdraw.isVisible()
    assert not window.card.verdicts.same.isVisible()
    for key in (Qt.Key.Key_M, Qt.Key.Key_Space, Qt.Key.Key_2):
        press(window, key)
    assert len(queue(window, 2)) == 1
    press(window, Qt.Key.Key_Delete)
    assert queue(window, 2) == []
    assert KAWAKIBI in queue(window)
    assert window.card.title == "Are these the same signatory?"


def test_the_earlier_list_stands_above_the_later_one_on_every_card(window: Window) -> None:
    for row, item in enumerate(window.review.queue.items(0)):
        window.review.go_to(0, row)
        shown = [each.facts for each in window.card.rows if each.facts and each.isVisible()]
        places = [(0 if "sochi" in each.where else 1, int(each.where.rsplit(" ", 1)[1])) for each in shown]
        assert places == sorted(places)
        assert item.first == shown[0].text


def test_a_decided_card_shows_each_name_by_itself_with_reasons_and_warnings(window: Window) -> None:
    for text, key in ((NAMAR, Qt.Key.Key_M), (CIVIL, Qt.Key.Key_2)):
        go_to(window, text)
        press(window, key)
    before = window.card.facts
    press(window, Qt.Key.Key_M)
    window.review.queue.tabs[2].click()
    shown = window.card.facts
    assert before
    assert shown
    assert shown.said
    assert [(row.text, row.where) for row in shown.rows] == [(row.text, row.where) for row in before.rows]
    assert not any(row.also for row in shown.rows)
    assert [why and why.pair for why in shown.whys] == [why and why.pair for why in before.whys]
    chosen = before.rows[1].text
    assert ("Named" in shown.said.sentence) is (chosen != WHITE)
    press(window, Qt.Key.Key_Down)
    assert window.card.warnings[0].isVisible()
    assert "same list" in window.card.warnings[0].text


def test_in_a_group_the_reasons_follow_the_focus(window: Window) -> None:
    go_to(window, CIVIL)
    leads = []
    for _ in range(3):
        leads.append(window.card.reasons.lead)
        press(window, Qt.Key.Key_Tab)
    assert all(lead.startswith("Why") and str(i) in lead for i, lead in enumerate(leads, 1))
    assert len(set(leads)) > 1


def test_a_text_listed_again_and_again_is_one_question(empty_window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window = empty_window
    window.open([write_list(tmp_path, "crowd", ["Badael", "Dawlaty", *["Badael"] * 3])])
    qtbot.waitUntil(lambda: is_idle(window))
    give(window, [candidate("Badael", "Badael", 0.98)])
    (item,) = window.review.queue.items(0)
    assert (item.first, item.second) == ("Badael", "listed again, 3 times")
    assert window.card.title == "Listed again and again: one signatory?"
    assert window.card.effect == "They count as one now: 2 signatories. Different makes them 5."
    window.card.rows[3].click()
    assert window.card.effect.endswith("Different makes them 4.")
    press(window, Qt.Key.Key_D)
    assert window.desk.review
    assert window.desk.review.register.count == 4
    assert {item.second for item in window.review.queue.items(0)} == {"listed again"}
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_M)
    assert (queue(window), window.desk.review.register.count) == ([], 2)


def test_a_repeat_is_asked_about_as_one(window: Window) -> None:
    go_to(window, "Badael")
    assert window.card.title == "Listed twice: one signatory or two?"
    assert window.card.effect.startswith("They count as one now: 12 signatories. Different makes them 13.")
    press(window, Qt.Key.Key_D)
    assert last(window).names == (Name("Badael"), last(window).names[1])
    assert last(window).names[1].position == 8
    assert window.desk.review
    assert window.desk.review.register.count == 13
    window.review.queue.tabs[2].click()
    assert window.card.title == "≠  Different signatories"
    assert [row.facts.where.split(" no. ")[1] for row in window.card.rows[:2] if row.facts] == ["7", "8"]


def test_the_effect_is_said_before_it_is_done(window: Window) -> None:
    go_to(window, NAMAR)
    assert window.card.effect.replace("\u2068", "").replace("\u2069", "") == (
        "12 signatories become 11. “sochi statement” counts one fewer."
    )
    go_to(window, KAWAKIBI)
    assert window.card.effect == "12 signatories become 11. Both statements keep their signature."


def test_warnings_and_reasons_are_on_the_card(window: Window) -> None:
    go_to(window, NAMAR)
    assert window.card.warnings[0].isVisible()
    assert "same list" in window.card.warnings[0].text
    assert "4 words the same" in window.card.reasons.texts()
    assert not window.card.reasons.is_open
    press(window, Qt.Key.Key_W)
    assert window.card.reasons.is_open


def test_reasons_speak_of_rows_by_their_numbers(window: Window) -> None:
    go_to(window, KAWAKIBI)
    card = window.card.facts
    assert card
    number = 1 + [row.text for row in card.rows].index(KAWAKIBI)
    assert card.whys[0]
    assert f"only in {number}" in [each.kind for each in card.whys[0].evidence]


def test_differing_letters_are_marked_and_hidden_ones_shown_on_demand(window: Window) -> None:
    go_to(window, NAMAR)
    names = [row._name for row in window.card.rows[:2]]
    marked = [[name.text[start:end] for start, end in name.spans] for name in names]
    assert marked == [["a"], ["i"]]
    press(window, Qt.Key.Key_H)
    assert names[0].text == "Local·Council·of·Namar"
    press(window, Qt.Key.Key_H)
    assert names[0].text == NAMAR


def test_names_are_never_markup(window: Window) -> None:
    go_to(window, BOLD)
    rows = window.card.rows[:2]
    assert {row._name.text for row in rows} == {BOLD, IMAGE}
    assert {row.accessibleName() for row in rows} == {f"1: {BOLD}", f"2: {IMAGE}"}
    press(window, Qt.Key.Key_M)
    formats = {label.textFormat() for label in window.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}
    assert "<b>" in window.status.message.text() or "<img" in window.status.message.text()


def test_the_card_in_hand_stays_when_others_come(window: Window) -> None:
    go_to(window, NAMAR)
    press(window, Qt.Key.Key_Space)
    give(window, (candidate(NAMAR, NAMIR, 0.61), candidate(KAWAKIBI, KAWAKBY, 0.94), BADAEL))
    assert window.review.queue.current == 1
    assert [row.isChecked() for row in window.card.rows[:2]] == [False, True]


def test_when_all_is_reviewed_it_says_so_and_what_to_do_next(window: Window) -> None:
    for _ in range(20):
        press(window, Qt.Key.Key_D)
    assert queue(window) == []
    assert "All reviewed" in window.review.empty.text
    next_step = window.review.empty.findChildren(QPushButton)[-3]
    assert next_step.text().strip("\u200e") == "2 spellings wait"
    assert next_step.hasFocus()
    press(window, Qt.Key.Key_Return)
    assert window.spellings.isVisible()
    press(window, Qt.Key.Key_1, CTRL)
    assert window.status.reviewed.startswith("6 of 6") or window.status.reviewed.startswith("7 of 7")


def test_what_was_put_off_is_a_next_step_when_all_else_is_reviewed(window: Window, qtbot: QtBot) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_S)
    for _ in range(20):
        press(window, Qt.Key.Key_D)
    steps = {button.text().strip("\u200e"): button for button in window.review.empty.findChildren(QPushButton)}
    qtbot.mouseClick(steps["1 put off"], Qt.MouseButton.LeftButton)
    assert window.review.queue.tab == NOT_SURE
    assert window.card.rows[0].hasFocus()


def test_a_usual_reason_is_one_key_in_an_empty_note(window: Window, qtbot: QtBot) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_N)
    qtbot.keyClicks(window.card.note_edit, "2")
    assert window.card.note_edit.text() == "Same people"
    qtbot.keyClicks(window.card.note_edit, ", 2019")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_M)
    assert last(window).note == "Same people, 2019"


def test_a_usual_reason_is_one_key_from_the_card_and_stands_behind_what_was_written(
    window: Window, qtbot: QtBot
) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_4, ALT)
    assert (window.card.note_edit.text(), window.card.rows[0].hasFocus()) == ("Asked them", True)
    press(window, Qt.Key.Key_2, ALT)
    assert window.card.note_edit.text() == "Same people"
    press(window, Qt.Key.Key_N)
    qtbot.keyClicks(window.card.note_edit, " in both")
    press(window, Qt.Key.Key_Return)
    assert window.card.note_edit.text() == "Same people in both"
    window.card.note_edit.setText("Met in 2019")
    press(window, Qt.Key.Key_1, ALT)
    assert window.card.note_edit.isVisible()
    press(window, Qt.Key.Key_D)
    assert last(window).note == "Met in 2019; Same address or site"
    window.review.queue.tabs[2].click()
    press(window, Qt.Key.Key_1, ALT)
    assert not window.card.note_edit.isVisible()


def test_a_note_goes_with_the_verdict(window: Window, qtbot: QtBot) -> None:
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_N)
    assert window.card.note_edit.hasFocus()
    qtbot.keyClicks(window.card.note_edit, "same web site")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_M)
    assert last(window).note == "same web site"
    assert window.card.note_edit.text() == ""
    assert not window.card.note_edit.isVisible()
    window.review.queue.tabs[2].click()
    said = window.card.facts.said if window.card.facts else None
    assert said
    assert said.sentence.endswith("Note: \u2068same web site\u2069")


def test_the_lines_around_a_signature_are_one_key_away(window: Window) -> None:
    go_to(window, KAWAKIBI)
    row = next(row for row in window.card.rows if row.facts and row.facts.text == KAWAKIBI)
    assert not row._around.isVisible()
    press(window, Qt.Key.Key_L)
    assert row._around.text().replace("\u2068", "").replace("\u2069", "") == f"2  {CIVIL}"
    assert row._around.isVisible()


def test_names_that_differ_in_case_alone_are_marked_too() -> None:
    assert marks(["Org For Rights", "Org for Rights"]) == [((4, 5),), ((4, 5),)]
    assert marks(["White Helmets", "شبكة"]) == [(), ()]
    assert marks(["A. - House of Life", "A. HOUSE OF LIFE"]) == [((2, 4),), ()]


def test_an_arabic_keyboard_types_the_same_keys(window: Window) -> None:
    for command, letter in ((Command.SAME, "ة"), (Command.DIFFERENT, "ي"), (Command.UNSURE, "س"), (Command.KEYS, "؟")):
        assert QKeySequence(letter) in window.actions_.of(command)[0].shortcuts()
    assert QKeySequence("٢") in window.actions_.of(Command.CHOOSE)[1].shortcuts()


def test_decisions_are_on_the_disk_before_the_next_card(window: Window) -> None:
    press(window, Qt.Key.Key_D)
    assert window.desk.project
    journal = Path(f"{window.desk.project.path}.journal").read_text(encoding="utf-8")
    assert '"verdict":"different"' in journal


def test_chips_tell_by_their_shape_what_speaks_against(window: Window) -> None:
    go_to(window, KAWAKIBI)
    tones = {chip.text(): chip.property("tone") for chip in window.card.reasons.findChildren(QLabel)}
    assert tones["4 words the same"] == "chip"
    assert next(tone for text, tone in tones.items() if text.startswith("only in 1")) == "chip-against"


def test_where_no_reason_is_worth_a_chip_nothing_asks_why(window: Window) -> None:
    warned = Evidence("repeat", "Badael", "Badael", 4.0, "Stands twice.")
    give(window, [Candidate("name", "Badael", "Badael", 0.98, (warned,))])
    go_to(window, "Badael")
    assert not [each for each in window.card.reasons.findChildren(QLabel) if each.isVisible()]


def test_a_group_marks_letters_that_a_name_lacks(window: Window) -> None:
    spans = marks(["Syrian Civil Defence", "Syria Civil Defence", "Civil Defence"])
    assert spans == [(), ((5, 5),), ()]
    name = NameText(window.look)
    name.resize(400, 40)
    pictures = []
    for marked in ((), spans[1], ((6, 6),)):
        name.show_name("Syria Civil Defence", marked)
        pictures.append(name.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
    name.deleteLater()


def test_one_key_goes_through_what_waits_what_was_put_off_and_what_is_done(window: Window) -> None:
    go_to(window, ARABIC)
    press(window, Qt.Key.Key_S)
    go_to(window, KAWAKIBI)
    press(window, Qt.Key.Key_D)
    press(window, Qt.Key.Key_J)
    in_hand = queue(window)[window.review.queue.current]
    press(window, Qt.Key.Key_T)
    assert (window.review.queue.tab, window.card.title) == (1, "Are these the same signatory?")
    assert window.card.rows[0].hasFocus()
    press(window, Qt.Key.Key_T)
    assert (window.review.queue.tab, window.card.title) == (2, "≠  Different signatories")
    press(window, Qt.Key.Key_T)
    assert (window.review.queue.tab, queue(window)[window.review.queue.current]) == (0, in_hand)
    press(window, Qt.Key.Key_T)
    window.review.queue.tabs[0].click()
    assert queue(window)[window.review.queue.current] == in_hand


def test_many_spellings_of_one_name_are_one_card_with_ticks(empty_window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window, texts = empty_window, [f"Kawakibi Center {number}" for number in range(40)]
    window.open([write_list(tmp_path, "many", texts)])
    qtbot.waitUntil(lambda: is_idle(window))
    give(window, [candidate(a, b, 0.9) for a, b in combinations(texts, 2)])
    assert len(window.card.ticked_names()) == 40
    assert [item.more for item in window.review.queue.items(0)] == ["  + 38 more"]
    for _ in range(9):
        press(window, Qt.Key.Key_Tab)
    tenth = window.card.rows[9]
    assert tenth.hasFocus()
    assert not tenth.visibleRegion().isEmpty()  # scrolled to
    press(window, Qt.Key.Key_Return)
    assert window.card.name_edit.text() == texts[9]
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
        press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_M)
    assert (len(last(window).names), last(window).preferred) == (38, texts[9])
    assert {len(card.names) for card in window.desk.review.queue.to_review} <= {2, 3} if window.desk.review else False


def test_an_answered_card_of_very_many_says_how_many_more_there_are(
    empty_window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window, texts = empty_window, [f"Kawakibi Center {number}" for number in range(130)]
    window.open([write_list(tmp_path, "many", texts)])
    qtbot.waitUntil(lambda: is_idle(window))
    window.desk.decide(Verdict.SAME, [Name(text) for text in texts], None)
    window.review.go_to(2, 0)
    assert len([row for row in window.card.rows if row.isVisibleTo(window)]) == 100
    assert "and 30 more names" in [each.text() for each in window.card.findChildren(QLabel) if not each.isHidden()]
