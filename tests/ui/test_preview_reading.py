"""How a document is read: sheet, column, header, encoding and parts, chosen by keys; reading that takes long."""

import json
import threading
from pathlib import Path

import pytest
from desks import is_idle, press
from documents import ALT, CTRL, add, choose, look, rows, sources, texts, told, write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytest import MonkeyPatch as Patch  # noqa: PT013  # the long name breaks every line
from pytestqt.qtbot import QtBot

from reviewer import reading
from reviewer.reading import Options, Preview
from reviewer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support", extend=True)
BOOK = Path(__file__).parents[1] / "reading" / "files" / "book.xlsx"


def test_column_and_encoding_are_chosen(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    table = "Organisation,Town\n" + "".join(f"{name},{town}\n" for name, town in (("بيتنا", "حلب"), ("دولتي", "حمص")))
    look(window, qtbot, monkeypatch, write(tmp_path, "table.csv", table, "cp1256"))
    preview = window.preview
    assert rows(window)[1:] == ["x بيتنا", "x دولتي"]
    assert "the header of the table" in told(window)
    preview.title.begin()
    qtbot.keyClicks(preview.title, "Mine")
    choose(window, qtbot, Qt.Key.Key_C, "Town")
    assert rows(window)[1:] == ["x حلب", "x حمص"]
    assert "Town" in preview.choices.column.text()
    assert preview.view.isRightToLeft()
    assert preview.title.text() == "Mine"
    choose(window, qtbot, Qt.Key.Key_E, "windows-1252")
    assert rows(window)[1:] == [f"x {town.encode('cp1256').decode('cp1252')}" for town in ("حلب", "حمص")]
    assert preview.choices.sheet.isHidden()


def test_an_encoding_that_is_not_offered_is_written(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, write(tmp_path, "names.txt", "بيتنا\nدولتي\n", "cp1256"))
    choices = window.preview.choices
    for written, told_ in (
        ("klingon", "No encoding is called 'klingon'"),
        ("utf-8", "names.txt is cut off or damaged"),
    ):
        choose(window, qtbot, Qt.Key.Key_E, "Another")
        assert choices.other.hasFocus()
        qtbot.keyClicks(choices.other, written)
        add(window, qtbot)
        assert told_ in window.preview.refusal.text
        assert rows(window) == ["x بيتنا", "x دولتي"]
        assert window.preview.view.hasFocus()
    choose(window, qtbot, Qt.Key.Key_E, "Another")
    qtbot.keyClicks(choices.other, "cp864")
    press(window, Qt.Key.Key_Escape)
    assert window.preview.view.hasFocus()
    assert choices.other.isHidden()
    assert choices.encoding.text().startswith("\u2068Encoding: \u2068windows-1256")


def test_a_text_in_an_unknown_encoding_is_shown_and_can_be_read(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    names = ["Совет местного самоуправления", "Центр документации нарушений"]
    look(window, qtbot, monkeypatch, write(tmp_path, "letter.txt", "\n".join(names), "koi8-r"))
    assert "The encoding of letter.txt is unknown" in window.preview.nothing.text
    assert len(rows(window)) == 2
    press(window, Qt.Key.Key_A, ALT)
    press(window, Qt.Key.Key_Space)
    add(window, qtbot)
    assert window.preview.isVisible()
    assert not any(row.startswith("x") for row in rows(window))
    [offered] = [a.text() for a in window.preview.choices.encoding.menu().actions() if "KOI8-R" in a.text()]
    assert "Совет" in offered
    choose(window, qtbot, Qt.Key.Key_E, "KOI8-R")
    assert rows(window) == [f"x {name}" for name in names]
    assert window.preview.nothing.isHidden()
    add(window, qtbot)
    assert texts(sources(window)[2]) == names
    assert sources(window)[2].read_as == "text, KOI8-R"


def test_a_file_named_at_the_start_is_shown_where_its_encoding_is_unknown(
    empty_window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    empty_window.open([write(tmp_path, "letter.txt", "Совет местного самоуправления\nЦентр документации\n", "koi8-r")])
    qtbot.waitUntil(lambda: empty_window.preview.isVisible() and is_idle(empty_window))
    assert "The encoding of letter.txt is unknown" in empty_window.preview.nothing.text


def test_the_first_row_is_a_header_or_not(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, write(tmp_path, "t.csv", "Ann Farmer,Homs\nBob Miller,Hama\nCid Baker,Idlib\n"))
    assert "Header: no" in window.preview.choices.header.text()
    for is_header in (True, False):
        press(window, Qt.Key.Key_H, ALT)
        qtbot.waitUntil(lambda: is_idle(window))
        assert ("Header: yes" in window.preview.choices.header.text()) is is_header
        assert ("x Ann Farmer" in rows(window)) is not is_header
        assert "x Bob Miller" in rows(window)


def test_parts_are_shown_beside_the_line_that_stays_whole(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    line = "Bob Miller, director, Orchard Group, London"
    look(window, qtbot, monkeypatch, write(tmp_path, "people.txt", f"{line}\nBaytna\n"))
    paper = window.preview.paper
    assert paper
    shown = paper.row(0).parts.replace("\u2068", "").replace("\u2069", "")
    assert shown == "role director  ·  organisation Orchard Group  ·  place London"
    assert paper.row(1).parts == ""
    model, role = window.preview.view.lines, Qt.ItemDataRole.AccessibleTextRole
    assert paper.row(0).parts in str(model.data(model.index(0), role))
    press(window, Qt.Key.Key_Space)
    assert paper.row(0).parts == ""
    press(window, Qt.Key.Key_Space)
    add(window, qtbot)
    assert texts(sources(window)[2])[0] == line


def test_a_sheet_is_chosen_and_a_column_called_by_a_number(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    numbered = write(tmp_path, "numbered.csv", "2,1\nAnn Farmer,Taftanaz\nBob Miller,Homs\nCid Baker,Hama\n")
    look(window, qtbot, monkeypatch, BOOK, numbered)
    assert "Sheet: \u2068Signatories\u2069" in window.preview.choices.sheet.text()
    window.preview.choices.sheet.menu().actions()[2].trigger()
    qtbot.waitUntil(lambda: is_idle(window))
    assert "Names only" in window.preview.choices.sheet.text()
    assert "x Centre for Water" in rows(window)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_idle(window))
    for place, name in ((0, "Ann Farmer"), (1, "Taftanaz")):
        window.preview.choices.column.menu().actions()[place].trigger()
        qtbot.waitUntil(lambda: is_idle(window))
        assert name in [row.removeprefix("x ") for row in rows(window) if row.startswith("x ")]


def test_a_file_with_two_lists_comes_as_two(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    lists = [{"title": title, "signatures": names} for title, names in (("One", ["Ann", "Bob"]), ("Two", ["Cid"]))]
    look(window, qtbot, monkeypatch, write(tmp_path, "both.json", json.dumps(lists)))
    for of in (2, 2):
        assert window.arrivals.of == of
        add(window, qtbot)
    assert [(source.title, len(source.signatures)) for source in sources(window)[2:]] == [("One", 2), ("Two", 1)]


def test_a_list_of_a_draft_read_otherwise_makes_another_draft(
    empty_window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch
) -> None:
    window = empty_window
    drafts = []
    for keys in ((), (Qt.Key.Key_Space,), ()):
        look(window, qtbot, monkeypatch, letter)
        for key in keys:
            press(window, key)
        add(window, qtbot)
        assert window.desk.project
        drafts.append((window.desk.project.path, len(sources(window)[0].signatures)))
        press(window, Qt.Key.Key_W, CTRL)
    assert [number for _, number in drafts] == [4, 3, 4]
    assert drafts[0] == drafts[2]
    assert drafts[0] != drafts[1]


@pytest.mark.parametrize("by_key", [True, False])
def test_reading_can_be_cancelled_and_leaves_everything_as_it_was(
    window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch, by_key: bool
) -> None:
    going_on, read = threading.Event(), reading.preview

    def slow(path: Path, options: Options) -> Preview:
        going_on.wait(5)
        return read(path, options)

    monkeypatch.setattr(reading, "preview", slow)
    [cancel] = [button for button in window.status.findChildren(QPushButton) if button.text().startswith("Cancel")]
    window.arrivals.look([letter])
    qtbot.waitUntil(cancel.isVisible)
    if by_key:
        press(window, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert is_idle(window)
    assert not cancel.isVisible()
    assert window.status.message.text() == "Stopped reading; nothing was changed"
    going_on.set()
    monkeypatch.setattr(reading, "preview", read)
    assert (window.arrivals.paper, len(sources(window))) == (None, 2)
    assert window.review.isVisible()
    look(window, qtbot, monkeypatch, letter)
    assert len(rows(window)) == 7


def test_the_window_closes_while_a_file_is_read(empty_window: Window, letter: Path) -> None:
    empty_window.arrivals.look([letter] * 9)
    assert empty_window.arrivals.is_busy
    empty_window.close()
    assert empty_window.arrivals.paper is None
