"""Entries, Lists and the start page, the key sheet, and item models under Qt's own tester."""

from collections.abc import Callable
from pathlib import Path

import pytest
from desks import ARABIC, BOLD, is_idle, press, queue, write_list
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI

from reviewer.model import Flag
from reviewer.ui.key_sheet import KeySheet
from reviewer.ui.parts.commands import ALSO, KEYS
from reviewer.ui.showing import ENTRIES, LISTS, SPELLINGS
from reviewer.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def names(window: Window) -> list[object]:
    """Return the names in the table of entries."""
    return [row[0] for row in window.entries.table.rows_model.rows]


def test_pages_open_by_key_and_by_click(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_3, CTRL)
    assert window.entries.isVisible()
    qtbot.mouseClick(window.top.tabs[LISTS], Qt.MouseButton.LeftButton)
    assert window.lists.isVisible()
    press(window, Qt.Key.Key_1, CTRL)
    assert window.card.rows[0].hasFocus()


def test_entries_narrow_as_one_types_however_it_is_written(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    assert window.top.find_field.hasFocus()
    qtbot.keyClicks(window.top.find_field, "KAWAK human")
    assert names(window) == [KAWAKIBI, KAWAKBY]
    window.top.find_field.clear()
    window.top.find_field.textEdited.emit("شبكه المراه")
    assert names(window)[0] == ARABIC
    window.top.find_field.textEdited.emit("nobody")
    assert names(window) == []
    assert "No such name" in window.entries.empty.text
    press(window, Qt.Key.Key_Escape)
    assert window.review.isVisible()
    press(window, Qt.Key.Key_3, CTRL)
    assert len(names(window)) == 12


def test_an_entry_shows_where_it_signed_and_who_decided(window: Window, qtbot: QtBot) -> None:
    window.review.go_to(0, queue(window).index(KAWAKIBI))
    press(window, Qt.Key.Key_M)
    press(window, Qt.Key.Key_3, CTRL)
    window.entries.table.selectRow(0)

    panel = window.entries.entry
    assert "2 signatures" in [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert [facts.where.split(", ")[-1] for facts in panel.signatures.every] == ["no. 1", "no. 1"]
    told = panel.history.toPlainText()
    assert "amal" in told
    assert told.count("Kawak") == 2
    assert "shown with 94" in told


def test_an_entry_is_renamed_with_f2_and_undone(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_3, CTRL)
    press(window, Qt.Key.Key_F2)
    qtbot.keyClicks(window.entries.entry.name_edit, "Kawakibi Center")
    press(window, Qt.Key.Key_Return)
    assert names(window)[0] == "Kawakibi Center"
    assert window.entries.table.hasFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    assert names(window)[0] == KAWAKIBI


def test_an_entry_must_have_a_name(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_3, CTRL)
    press(window, Qt.Key.Key_Return)
    assert window.entries.entry.name_edit.hasFocus()
    press(window, Qt.Key.Key_Backspace)
    press(window, Qt.Key.Key_Return)
    assert "needs a name" in window.entries.entry.notice.text
    assert names(window)[0] == KAWAKIBI


def test_an_entry_is_noted_and_flagged(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_3, CTRL)
    press(window, Qt.Key.Key_N)
    qtbot.keyClicks(window.entries.entry.note_edit, "Ask Amal")
    press(window, Qt.Key.Key_Return)
    qtbot.mouseClick(window.entries.entry.flags[Flag.NEEDS_EXPERT], Qt.MouseButton.LeftButton)
    assert window.desk.review
    entry = window.desk.review.register.entries()[0]
    assert (entry.note, entry.flags) == ("Ask Amal", (Flag.NEEDS_EXPERT,))
    assert window.entries.table.rows_model.rows[0][2] == "needs an expert, note"
    for _ in range(2):
        press(window, Qt.Key.Key_Z, CTRL)
    assert window.entries.table.rows_model.rows[0][2] == ""
    assert not window.entries.entry.flags[Flag.NEEDS_EXPERT].isChecked()


def test_entries_selected_together_are_merged_and_one_is_taken_out_again(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_3, CTRL)
    press(window, Qt.Key.Key_M)
    assert len(names(window)) == 12
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(window, Qt.Key.Key_M)
    assert len(names(window)) == 11
    window.entries.table.selectRow(0)
    panel = window.entries.entry
    assert not panel.out.isEnabled()
    panel.history.setFocus()
    press(window, Qt.Key.Key_Backtab)
    while not panel.signatures.hasFocus():
        press(window, Qt.Key.Key_Backtab)
    press(window, Qt.Key.Key_Down)
    assert panel.out.accessibleName() == "Take out 1"
    press(window, Qt.Key.Key_Delete)
    assert len(names(window)) == 12
    assert "Took" in window.status.message.text()


def test_a_list_is_taken_out_and_comes_back_by_undo(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_4, CTRL)
    press(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: is_idle(window))
    assert len(window.lists.table.rows_model.rows) == 1
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: is_idle(window))
    assert len(window.lists.table.rows_model.rows) == 2


def test_lists_tell_their_facts_and_what_was_refused(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    window.open([tmp_path / "missing.txt", write_list(tmp_path, "third", ["One", "Two", "Three"])])
    qtbot.waitUntil(lambda: is_idle(window))
    press(window, Qt.Key.Key_4, CTRL)
    rows = window.lists.table.rows_model.rows
    assert rows[-1][:6] == ("third statement", "5 January 2018", 3, 0, 3, "JSON, UTF-8")
    assert "missing.txt" in window.lists.notices[0].text
    assert not window.lists.notices[1].isVisible()


def test_where_no_list_has_an_address_its_title_has_the_room(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    press(window, Qt.Key.Key_4, CTRL)
    table = window.lists.table
    assert [table.isColumnHidden(column) for column in (5, 6, 7)] == [False, False, True]
    path = tmp_path / "web.json"
    path.write_text('{"title": "Web", "link": "https://example.org/1", "signatures": ["One", "Two"]}', "utf-8")
    window.open([path])
    qtbot.waitUntil(lambda: is_idle(window))
    press(window, Qt.Key.Key_4, CTRL)
    assert table.rows_model.rows[-1][7] == "https://example.org/1"
    assert not table.isColumnHidden(7)


def test_the_start_page_offers_the_example(empty_window: Window, qtbot: QtBot) -> None:
    assert empty_window.start.isVisible()
    assert empty_window.start.example.hasFocus()
    press(empty_window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: empty_window.desk.review is not None and is_idle(empty_window), timeout=30_000)
    assert any("Kawak" in text for text in queue(empty_window))


def test_the_start_page_offers_what_was_left(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_D)
    press(window, Qt.Key.Key_W, CTRL)
    assert window.start.isVisible()
    draft = next(b for b in window.start.findChildren(QPushButton) if "sochi statement" in b.text())
    qtbot.waitUntil(draft.isVisible)
    qtbot.mouseClick(draft, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.review is not None and is_idle(window))
    assert len(queue(window, 2)) == 1


def test_what_can_not_be_opened_is_said_on_the_start_page(empty_window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    nothing = tmp_path / "nothing.txt"
    nothing.write_text("")
    empty_window.open([nothing])
    qtbot.waitUntil(lambda: is_idle(empty_window))
    assert "nothing.txt" in empty_window.start.notices[0].text
    assert empty_window.start.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_the_sheet_lists_every_key(window: Window, key: Qt.Key) -> None:
    press(window, key)
    sheet = window.findChild(KeySheet)
    assert sheet
    told = {label.text() for label in sheet.findChildren(QLabel)}
    assert {each.label for each in KEYS if each.keys} | {keys for _, keys, _ in ALSO} <= told
    sheet.close()


def test_on_the_smallest_screen_all_keys_are_seen_at_once(window: Window, qtbot: QtBot) -> None:
    window.resize(1366, 768)
    sheet = KeySheet(window)
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet._scroll.verticalScrollBar().maximum() == 0
    assert sheet._scroll.horizontalScrollBar().maximum() == 0


def test_the_keys_of_all_sections_take_the_same_room(
    window: Window, qtbot: QtBot, large_text: Callable[[Window], None]
) -> None:
    large_text(window)
    sheet = KeySheet(window)
    qtbot.addWidget(sheet)
    sheet.show()
    QApplication.processEvents()
    texts = {each.text for each in KEYS if each.keys} | {text for _, _, text in ALSO}
    assert len({label.x() for label in sheet.findChildren(QLabel) if label.text() in texts}) == 1


def test_a_sheet_longer_than_the_window_scrolls_by_keys(window: Window, qtbot: QtBot) -> None:
    window.resize(960, 560)
    QApplication.processEvents()
    press(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet
    assert sheet.height() <= window.height()
    assert sheet.width() <= window.width()
    bar = sheet._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_M)
    assert not sheet.isVisible()


def test_no_key_means_two_things() -> None:
    every = [keys for key in KEYS for keys in (*key.keys, *key.others)]
    assert len(every) == len(set(every))


def test_item_models_keep_qts_rules(window: Window) -> None:
    models = (window.review.queue.view.model(), window.entries.table.rows_model, window.lists.table.rows_model)
    testers = [QAbstractItemModelTester(model, FATAL) for model in models]
    press(window, Qt.Key.Key_D)
    for page in (ENTRIES, LISTS, SPELLINGS):
        window.show_page(page)
    window.entries.narrow("kawak")
    assert [tester.model() for tester in testers] == list(models)


def test_a_queue_line_is_told_to_a_screen_reader(window: Window) -> None:
    model = window.review.queue.view.model()
    told = model.data(model.index(queue(window).index(BOLD), 0), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "50: \u2068<b>Bold</b> & Sons\u2069, \u2068<img src=x>\u2069"
