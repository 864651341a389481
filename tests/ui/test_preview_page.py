"""Documents before they count: shown, taken or left out, one after the other, pasted."""

from pathlib import Path

import pytest
from desks import BOLD, SOCHI, is_idle, press, write_list
from documents import CTRL, PROSE, SHIFT, add, look, rows, sources, texts, told, write
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytest import MonkeyPatch as Patch  # noqa: PT013  # the long name breaks every line
from pytestqt.qtbot import QtBot
from support import KAWAKIBI

from reviewer.ui.showing import ENTRIES, LISTS, REVIEW
from reviewer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support", extend=True)
STORY = "It rained.\n\n" + "A story about the weather, in which nobody signed anything at all. " * 9 + "\n"


def test_a_file_is_shown_before_it_counts(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, letter)
    assert window.preview.isVisible()
    assert window.preview.view.hasFocus()
    assert rows(window) == [
        PROSE,
        "Organizations",
        "x 1. Centre for Water",
        f"x 2. {KAWAKIBI}",
        f"x 3. {BOLD}",
        "Individuals",
        "x 4. Ann Farmer",
    ]
    known = "Organizations  ·  known"
    assert told(window)[1:] == ["a heading", "Organizations", known, known, "a heading", "Individuals"]
    assert window.preview.count.text() == "4 of 7 lines will be added; 2 of them are known already"
    assert window.preview.add.accessibleName() == "Add 4 signatures"
    assert len(sources(window)) == 2
    add(window, qtbot)
    assert texts(sources(window)[2]) == ["Centre for Water", KAWAKIBI, BOLD, "Ann Farmer"]
    assert [s.group for s in sources(window)[2].signatures][::3] == ["Organizations", "Individuals"]
    assert window.status.message.text() == "4 signatures added; 2 of 4 names were known and joined their entries"
    assert window.review.isVisible()


def test_title_date_and_link_can_be_written(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, letter)
    for field, text in (("title", "The valley road"), ("date", "2020-02-03"), ("link", "https://road.example/1")):
        edit = getattr(window.preview, field)
        edit.begin()
        qtbot.keyClicks(edit, text)
    press(window, Qt.Key.Key_Return)
    assert window.preview.view.hasFocus()
    window.preview.title.begin()
    add(window, qtbot, CTRL)
    added = sources(window)[2]
    assert (added.title, added.date, added.url) == ("The valley road", "2020-02-03", "https://road.example/1")


def test_several_files_come_one_after_the_other(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    files = [write(tmp_path, f"{i}.txt", f"Name {i}\nOther {i}\n") for i in range(3)]
    look(window, qtbot, monkeypatch, files[0], tmp_path / "missing.txt", *files[1:])
    assert (window.arrivals.at, window.arrivals.of) == (1, 3)
    assert "missing.txt" in window.preview.refusal.text
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_idle(window))
    assert (window.arrivals.at, window.arrivals.of) == (2, 3)
    assert not window.preview.refusal.isVisible()
    for left in (1, 0):
        assert len(sources(window)) == 2
        assert window.preview.add_all.isVisible() is bool(left)
        add(window, qtbot)
    assert [source.title for source in sources(window)[2:]] == ["1", "2"]
    assert window.status.message.text() == "2 lists with 4 signatures added"
    for key, said, held in (
        ((Qt.Key.Key_Z, CTRL), "Undone: Added 2 lists", 2),
        ((Qt.Key.Key_Y, CTRL), "Done again: Added 2 lists", 4),
    ):
        press(window, *key)
        qtbot.waitUntil(lambda: is_idle(window))
        assert window.status.message.text().startswith(said)
        assert len(sources(window)) == held


def test_all_are_added_as_proposed_but_those_that_need_a_look(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    again, story = write_list(tmp_path, "sochi2", SOCHI[1:], "sochi statement"), write(tmp_path, "story.txt", STORY)
    plain = [write(tmp_path, f"{i}.txt", f"Name {i}\nOther {i}\n") for i in range(2)]
    look(window, qtbot, monkeypatch, plain[0], again, tmp_path / "icc.json", story, plain[1])
    add(window, qtbot, CTRL, SHIFT)
    assert (window.arrivals.at, window.arrivals.of) == (4, 5)
    assert "A later state of" in window.preview.changes
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_idle(window))
    assert "story.txt holds no list" in window.preview.nothing.text
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_idle(window))
    assert [source.title for source in sources(window)[2:]] == ["0", "1"]
    added = "2 lists with 4 signatures added.  “icc statement” is already in this review, nothing was added."
    assert window.status.message.text() == added


def test_a_document_left_out_changes_nothing(
    empty_window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch
) -> None:
    look(empty_window, qtbot, monkeypatch, letter)
    assert not empty_window.top.tabs[LISTS].isVisible()
    press(empty_window, Qt.Key.Key_Tab)
    qtbot.mouseClick(empty_window.preview.leave, Qt.MouseButton.LeftButton)
    assert empty_window.start.isVisible()
    assert empty_window.desk.project is None
    look(empty_window, qtbot, monkeypatch, letter)
    empty_window.preview.leave.setFocus()
    press(empty_window, Qt.Key.Key_Return)
    assert empty_window.start.isVisible()


def test_a_list_can_be_pasted(window: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Kesh Malek\nDawlaty\n")
    press(window, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: is_idle(window))
    assert rows(window) == ["x Kesh Malek", "x Dawlaty"]
    assert window.preview.choices.encoding.isHidden()
    window.preview.title.begin()
    QGuiApplication.clipboard().setText("My paste")
    press(window, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: is_idle(window))
    assert window.arrivals.of == 1
    add(window, qtbot, CTRL)
    assert sources(window)[2].title == "My paste"


@pytest.mark.parametrize(
    ("html", "told_"),
    [
        ("<h2>Signatories</h2><ol><li>Kesh Malek</li><li>Dawlaty</li></ol><script>x</script>", "HTML"),
        ("<p>Nobody signed anything at all, for it rained all day long and nobody came to see it.</p>", "text"),
    ],
)
def test_what_is_pasted_as_html_is_read_as_html_where_it_holds_a_list(
    window: Window, qtbot: QtBot, html: str, told_: str
) -> None:
    copied = QMimeData()
    copied.setHtml(html)
    copied.setText("Kesh Malek\nDawlaty\n")
    QGuiApplication.clipboard().setMimeData(copied)
    press(window, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: is_idle(window))
    assert [row for row in rows(window) if row.startswith("x ")] == ["x Kesh Malek", "x Dawlaty"]
    assert window.preview.paper is not None
    assert window.preview.paper.shown.format == told_
    assert window.preview.choices.isHidden()
    add(window, qtbot)
    assert texts(sources(window)[2]) == ["Kesh Malek", "Dawlaty"]


def test_copied_files_can_be_pasted_and_nothing_is_said_so(window: Window, qtbot: QtBot, letter: Path) -> None:
    QGuiApplication.clipboard().clear()
    press(window, Qt.Key.Key_V, CTRL)
    assert "no text to paste" in window.status.message.text()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(letter))])
    QGuiApplication.clipboard().setMimeData(files)
    press(window, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: window.preview.isVisible() and is_idle(window))
    assert len(rows(window)) == 7


def test_one_may_leave_for_another_page_and_come_back(
    window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, letter)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_3, CTRL)
    assert window.entries.isVisible()
    press(window, Qt.Key.Key_4, CTRL)
    assert window.preview.view.hasFocus()
    assert window.preview.count.text().startswith("3 of 7")
    press(window, Qt.Key.Key_1, CTRL)
    press(window, Qt.Key.Key_D)
    assert len(window.desk.review.answers.latest_first()) == 1 if window.desk.review else False
    press(window, Qt.Key.Key_W, CTRL)
    assert window.preview.isVisible()
    add(window, qtbot)
    assert [len(source.signatures) for source in sources(window)] == [3]


def test_it_goes_back_to_the_page_one_came_from(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    for page in (ENTRIES, LISTS, REVIEW):
        window.show_page(page)
        look(window, qtbot, monkeypatch, letter)
        press(window, Qt.Key.Key_Escape)
        assert [each.isVisible() for each in (window.entries, window.lists, window.review)].index(True) == [
            ENTRIES,
            LISTS,
            REVIEW,
        ].index(page)
