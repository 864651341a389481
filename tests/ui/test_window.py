"""What concerns the window as a whole: its title, closing, keeping, exporting, dropping, failing, looks."""

import json
import sys
from pathlib import Path

import pytest
from desks import ICC, SOCHI, give, is_idle, new_window, press, queue, write_list
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytest import MonkeyPatch as Patch  # noqa: PT013  # the long name breaks every line
from pytestqt.qtbot import QtBot
from support import source

from reviewer import opening
from reviewer.apart import Matcher
from reviewer.errors import BadInput
from reviewer.export import FORMATS
from reviewer.matching.found import Found, Question
from reviewer.model import Progress
from reviewer.ui import catch, places
from reviewer.ui.desk import Desk
from reviewer.ui.fault import FaultWindow
from reviewer.ui.memory import Memory
from reviewer.ui.parts.look import Theme
from reviewer.ui.parts.palette import DARK, LIGHT
from reviewer.ui.window import Window

JSON = f"{FORMATS['json'].description} (*.json)"
CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def choose(monkeypatch: Patch, dialog: str, *answer: object) -> None:
    """Answer a file dialog for the user."""
    monkeypatch.setattr(QFileDialog, dialog, lambda *_args, **_kwargs: answer)


def test_a_review_can_be_kept_at_a_chosen_place(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: Patch
) -> None:
    assert window.windowTitle().startswith("Draft")
    assert window.status.saved == "Saved as a draft"
    press(window, Qt.Key.Key_D)
    choose(monkeypatch, "getSaveFileName", str(tmp_path / "mine.json"), "")
    press(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: is_idle(window))
    assert window.windowTitle().startswith("mine.json")
    assert window.status.saved == "Saved in \u2068mine.json\u2069"
    assert len(queue(window, 2)) == 1
    press(window, Qt.Key.Key_W, CTRL)
    assert any("mine.json" in button.text() for button in window.start.findChildren(QPushButton))
    window.close()
    assert len(json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))["events"]) == 3


def test_what_is_open_can_be_opened_and_kept_again(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: Patch
) -> None:
    choose(monkeypatch, "getSaveFileName", str(tmp_path / "mine.json"), "")
    for _ in range(2):
        press(window, Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: is_idle(window))
    assert "kept there already" in window.status.message.text()
    choose(monkeypatch, "getOpenFileNames", [str(tmp_path / "mine.json")], "")
    press(window, Qt.Key.Key_O, CTRL)
    assert not is_idle(window)
    qtbot.waitUntil(lambda: is_idle(window))
    assert window.card.notice.isHidden()


def test_the_entries_are_exported(window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: Patch) -> None:
    choose(
        monkeypatch,
        "getSaveFileName",
        str(tmp_path / "out"),
        JSON,
    )
    press(window, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: "Exported" in window.status.message.text())
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["entries"]) == 12


def test_an_export_that_fails_is_said(window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: Patch) -> None:
    choose(
        monkeypatch,
        "getSaveFileName",
        str(tmp_path / "no" / "out.json"),
        JSON,
    )
    press(window, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: "can't be written" in window.card.notice.text)


def test_a_dialog_left_changes_nothing(window: Window, monkeypatch: Patch) -> None:
    before = window.windowTitle()
    choose(monkeypatch, "getSaveFileName", "", "")
    choose(monkeypatch, "getOpenFileNames", [], "")
    for key in (Qt.Key.Key_S, Qt.Key.Key_E, Qt.Key.Key_O):
        press(window, key, CTRL)
    assert (window.windowTitle(), is_idle(window)) == (before, True)


def test_files_can_be_dropped(empty_window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path, "sochi", SOCHI)))])
    where, button = QPointF(9, 9), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, button, Qt.KeyboardModifier.NoModifier)
    empty_window.dragEnterEvent(enter)
    assert enter.isAccepted()
    empty_window.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, button, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(empty_window.preview.add.isEnabled)
    press(empty_window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: empty_window.desk.review is not None and is_idle(empty_window))
    assert empty_window.review.isVisible()


def test_a_list_can_be_added_while_reviewing(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_D)
    window.open([write_list(tmp_path, "third", ["Kawakibi Center for Human Rights"])])
    assert not window.card.isEnabled()
    press(window, Qt.Key.Key_M)
    assert "One moment" in window.status.message.text()
    qtbot.waitUntil(lambda: is_idle(window))
    assert len(queue(window, 2)) == 1
    assert window.card.rows[0].hasFocus()
    assert window.desk.review
    assert len(window.desk.review.sources) == 3


def test_what_waits_behind_files_that_fail_comes_in(window: Window, qtbot: QtBot, monkeypatch: Patch) -> None:
    def broken(*_paths: object, **_options: object) -> opening.Opened:
        raise BadInput("it can't be read.")

    monkeypatch.setattr(opening, "open_paths", broken)
    window.desk.open([Path("some.json")])
    window.desk.bring([opening.Arrival(source("third", "Kesh Malek"))])
    qtbot.waitUntil(lambda: is_idle(window))
    assert window.desk.review
    assert len(window.desk.review.sources) == 3


def test_closing_while_names_are_compared(window: Window, monkeypatch: Patch) -> None:
    def endless(_self: Matcher, _question: Question, progress: Progress) -> Found:
        while True:
            progress("comparing", 0.5)

    monkeypatch.setattr(Matcher, "answer", endless)
    window.desk.match()
    assert window.desk.is_matching
    window.close()
    assert window.desk.project is None


def test_comparing_can_be_cancelled_and_begun_again(window: Window, qtbot: QtBot, monkeypatch: Patch) -> None:
    def endless(_self: Matcher, _question: Question, progress: Progress) -> Found:
        while True:
            progress("comparing", 0.5)

    give(window)
    with monkeypatch.context() as patched:
        patched.setattr(Matcher, "answer", endless)
        press(window, Qt.Key.Key_F5)
        assert "Comparing names" in window.review.empty.text
        window.desk.cancel()
        qtbot.waitUntil(lambda: is_idle(window))
    assert "cancelled" in window.review.empty.text
    assert getattr(window.focusWidget(), "text", str)() == "Look for candidates"
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_idle(window))
    assert queue(window)


def test_an_answer_to_an_older_question_is_dropped(window: Window, qtbot: QtBot, monkeypatch: Patch) -> None:
    answers = iter([Found((), ()), *[None] * 9])
    real = Matcher.answer

    def first_empty(self: Matcher, question: Question, progress: Progress) -> Found:
        return next(answers) or real(self, question, progress)

    monkeypatch.setattr(Matcher, "answer", first_empty)
    window.desk.match()
    window.desk.match()
    qtbot.waitUntil(lambda: is_idle(window))
    assert queue(window)


def test_a_fault_shows_a_report_and_the_work_goes_on(window: Window, qtbot: QtBot, monkeypatch: Patch) -> None:
    def broken(_self: Matcher, _question: Question, _progress: object) -> Found:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr(Matcher, "answer", broken)
    window.desk.match()
    qtbot.waitUntil(lambda: window.findChild(FaultWindow) is not None)
    shown = window.findChild(FaultWindow)
    assert shown
    report = shown.findChild(QPlainTextEdit)
    assert report
    assert "ZeroDivisionError: a fault of ours" in report.toPlainText()
    shown.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_D)
    assert len(queue(window, 2)) == 1


def test_whatever_nobody_caught_is_shown_and_printed(monkeypatch: Patch, capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    catch(shown.append)
    error = ValueError("a fault of ours")
    sys.excepthook(ValueError, error, None)
    assert shown == [error]
    assert "ValueError: a fault of ours" in capsys.readouterr().err


def test_colours_follow_the_choice(window: Window) -> None:
    for theme, palette in ((Theme.DARK, DARK), (Theme.LIGHT, LIGHT)):
        window.look.set_theme(theme)
        assert window.look.colours is palette
        assert palette.panel in window.styleSheet()
        assert window.palette().window().color().name().upper() == palette.ground


def test_sizes_and_colours_are_remembered(empty_window: Window, qtbot: QtBot) -> None:
    empty_window.entries.splitter.setSizes([300, 600])
    sizes = empty_window.entries.splitter.sizes()
    empty_window.look.set_theme(Theme.DARK)
    empty_window.close()
    assert (places.home() / "window.ini").exists()
    again = new_window()
    qtbot.addWidget(again)
    assert again.look.theme is Theme.DARK
    assert again.entries.splitter.sizes() == sizes


def test_nothing_is_cut_off_on_the_smallest_screen(window: Window) -> None:
    window.resize(1366, 768)
    for page in range(4):
        window.show_page(page)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1366, 768)
        for button in window.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.accessibleName() or button.text()


def test_every_control_has_a_name(window: Window) -> None:
    for control in (*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)):
        named = control.accessibleName() or (isinstance(control, QAbstractButton) and control.text())
        assert named or not control.isVisible(), control


def test_tab_reaches_members_name_and_buttons_in_order(window: Window) -> None:
    reached = []
    for _ in range(7):
        reached.append(window.focusWidget())
        press(window, Qt.Key.Key_Tab)
    card = window.card
    assert reached == [
        *card.rows[:3],
        card.name_edit,
        card.verdicts.same,
        card.verdicts.different,
        card.verdicts.unsure,
    ]


def test_two_lists_are_opened_as_one_draft(window: Window) -> None:
    assert window.desk.review
    assert [len(s.signatures) for s in window.desk.review.sources] == [len(SOCHI), len(ICC)]


def test_return_presses_a_button_in_focus_as_space_does(empty_window: Window, qtbot: QtBot) -> None:
    asked: list[bool] = []
    empty_window.start.open_asked.disconnect()
    empty_window.start.open_asked.connect(lambda: asked.append(True))
    empty_window.start.open.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        press(empty_window, key)
    assert asked == [True, True]


def test_a_list_is_taken_out_and_brought_back_in_the_background(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_D)
    assert window.desk.review
    window.desk.remove(window.desk.review.sources[1])
    assert window.desk.is_opening
    press(window, Qt.Key.Key_M)
    assert "One moment" in window.status.message.text()
    qtbot.waitUntil(lambda: is_idle(window))
    assert "Took out the list" in window.status.message.text()
    assert len(window.desk.review.sources) == 1
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: is_idle(window))
    assert len(window.desk.review.sources) == 2
    assert window.card.rows[0].hasFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    assert len(queue(window, 2)) == 0


def test_a_new_window_is_no_larger_than_its_screen(qtbot: QtBot) -> None:
    shown = Window(Desk("amal"), Memory())
    qtbot.addWidget(shown)
    fits = QSize(1366, 768).boundedTo(shown.screen().availableSize()).expandedTo(shown.minimumSize())
    assert shown.size() == fits
