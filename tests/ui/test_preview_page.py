"""Documents before they count: ticks, facts and choices through keys and clicks, lists that come again."""

import json
import threading
from pathlib import Path

import pytest
from desks import BOLD, ICC, NAMAR, NAMES, SOCHI, give, is_idle, press, write_list
from documents import ALT, CTRL, SHIFT, add, choose, look, rows, sources, texts, told, write
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytest import MonkeyPatch as Patch  # noqa: PT013  # the long name breaks every line
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI

from reviewer import reading
from reviewer.model import Name, Verdict
from reviewer.reading import Options, Preview
from reviewer.ui.showing import ENTRIES, LISTS, REVIEW
from reviewer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support", extend=True)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
PROSE = "We, the undersigned, call on the Council to open the road that the villages of the valley depend on."
LETTER = f"{PROSE}\n\nOrganizations\n1. Centre for Water\n2. {KAWAKIBI}\n3. {BOLD}\n\nIndividuals\n4. Ann Farmer\n"
BOOK = Path(__file__).parents[1] / "reading" / "files" / "book.xlsx"
STORY = "It rained.\n\n" + "A story about the weather, in which nobody signed anything at all. " * 9 + "\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    return write(tmp_path, "letter.txt", LETTER)


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


def test_what_is_taken_is_what_is_ticked(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, letter)
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Down)
    for _ in range(2):
        press(window, Qt.Key.Key_Down, SHIFT)
    press(window, Qt.Key.Key_Space)
    assert [row[:2] == "x " for row in rows(window)] == [False, True, True, True, True, False, True]
    press(window, Qt.Key.Key_Space)
    assert [row[:2] == "x " for row in rows(window)] == [False, False, False, False, True, False, True]
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_End)
    press(window, Qt.Key.Key_Space)
    assert window.preview.count.text() == "4 of 7 lines will be added; 2 of them are known already"
    add(window, qtbot)
    assert texts(sources(window)[2]) == ["Organizations", "Centre for Water", KAWAKIBI, BOLD]
    assert window.desk.undoable


def test_all_none_and_as_proposed(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, letter)
    paper = window.preview.paper
    assert paper
    counts = []
    for key in (Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_P):
        press(window, key, ALT)
        counts.append(len(paper.ticked))
        assert window.preview.add.isEnabled() is (key != Qt.Key.Key_N)
    assert counts == [7, 0, 4]
    qtbot.mouseClick(window.preview.ticks[1], Qt.MouseButton.LeftButton)
    assert window.preview.count.text() == "None of 7 lines is ticked; Space ticks those that are chosen"
    press(window, Qt.Key.Key_Return)
    assert window.arrivals.paper is paper


def test_a_box_is_ticked_with_the_mouse(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, letter)
    view = window.preview.view
    for row, dx in ((0, 14), (3, 14), (6, 200)):
        place = view.visualRect(view.lines.index(row))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(dx, place.center().y()))
    assert [row[:2] == "x " for row in rows(window)] == [True, False, True, False, True, False, True]
    assert view.currentIndex().row() == 6


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


def test_lines_of_a_document_without_a_list_can_be_ticked(empty_window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window = empty_window
    window.open([write(tmp_path, "story.txt", STORY)])
    qtbot.waitUntil(lambda: window.preview.isVisible() and is_idle(window))
    assert "story.txt holds no list of signatories" in window.preview.nothing.text
    assert window.preview.count.text().startswith("None of 2 lines")
    assert not window.preview.add.isEnabled()
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Space)
    add(window, qtbot)
    assert [texts(source) for source in sources(window)] == [["It rained."]]
    assert window.review.isVisible()


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


def test_words_are_found_as_one_types(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    names = ["Badael", "Local Council of Homs", "شبكة المرأة", "LOCAL COUNCIL OF HAMA", "Dawlaty"]
    look(window, qtbot, monkeypatch, write(tmp_path, "names.txt", "\n".join(names)))
    view, strip = window.preview.view, window.preview.strip

    def standing() -> tuple[str, str]:
        return view.currentIndex().data(), strip.found.text()

    press(window, Qt.Key.Key_F, CTRL)
    assert strip.field.hasFocus()
    qtbot.keyClicks(strip.field, "local")
    assert standing() == (names[1], "1 of 2")
    for keys, place in (((Qt.Key.Key_Return,), 3), ((Qt.Key.Key_Return,), 1), ((Qt.Key.Key_Return, SHIFT), 3)):
        press(window, *keys)
        assert standing()[0] == names[place]
    strip.field.setText("المرأه")
    assert standing() == (names[2], "1 of 1")
    qtbot.keyClicks(strip.field, "xx")
    assert standing() == (names[2], "Not in this document")
    assert len(sources(window)) == 2
    press(window, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert strip.isHidden()
    assert window.preview.isVisible()


def test_found_lines_can_be_unticked_on_the_way(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, write(tmp_path, "names.txt", "Badael\nCouncil A\nDawlaty\nCouncil B\nBaytna\n"))
    press(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.preview.strip.field, "council")
    window.preview.take_focus()
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_Space)
    assert rows(window) == ["x Badael", "Council A", "x Dawlaty", "Council B", "x Baytna"]
    assert window.preview.strip.found.text() == "2 of 2"


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


def test_the_window_closes_while_a_file_is_read(empty_window: Window, letter: Path) -> None:
    empty_window.arrivals.look([letter] * 9)
    assert empty_window.arrivals.is_busy
    empty_window.close()
    assert empty_window.arrivals.paper is None


def later(folder: Path) -> Path:
    """Write a later state of the first list: one name respelled, one gone, one new."""
    lines = [KAWAKBY, *(text for text in SOCHI[1:] if text != NAMAR), "Kesh Malek"]
    return write_list(folder, "sochi2", lines, "sochi statement")


def test_a_later_state_takes_the_place_of_the_list(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    assert window.desk.review
    window.desk.decide(Verdict.SAME, [Name(SOCHI[1]), Name(ICC[1])], 0.9)
    look(window, qtbot, monkeypatch, later(tmp_path))
    assert "1 line added, 1 removed, 1 respelled" in window.preview.changes
    marked = [row for row in rows(window) if row[0] in "+−≈"]
    assert marked == [f"≈ {KAWAKBY}", f"− {NAMAR}", "+ Kesh Malek"]
    assert rows(window).index(f"− {NAMAR}") == SOCHI.index(NAMAR)
    assert told(window)[0] == f"was “{KAWAKIBI}”"
    stops = []
    for _ in range(3):
        stops.append(window.preview.view.currentIndex().data()[0])
        press(window, Qt.Key.Key_F3)
    assert stops == ["K", "L", "K"]
    assert window.preview.add.accessibleName() == "Take 8 signatures"
    add(window, qtbot)
    assert [len(source.signatures) for source in sources(window)] == [8, 5]
    review = window.desk.review
    standing = review.ledger.standing.names
    assert standing.joined(Name(KAWAKIBI), Name(KAWAKBY))
    assert standing.joined(Name(SOCHI[1]), Name(ICC[1]))
    assert "anew: 1 line added, 1 removed, 1 respelled; every verdict stays" in window.status.message.text()


def test_a_respelled_line_may_be_another_signatory(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    press(window, Qt.Key.Key_Home)
    for key, sign in ((Qt.Key.Key_D, "≠"), (Qt.Key.Key_M, "≈"), (Qt.Key.Key_D, "≠")):
        press(window, key)
        assert rows(window)[0] == f"{sign} {KAWAKBY}"
    add(window, qtbot)
    assert window.desk.review
    assert not window.desk.review.ledger.standing.names.joined(Name(KAWAKIBI), Name(KAWAKBY))


def test_a_line_that_only_looks_alike_begins_as_another_signatory(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    hama, homs = "Local Council of Hama", "Local Council of Homs"
    window.open([write_list(tmp_path, "third", (homs, "Dawlaty"), "Third")])
    qtbot.waitUntil(lambda: is_idle(window))
    for join in (False, True):
        look(window, qtbot, monkeypatch, write_list(tmp_path, f"third{join}", (hama, "Dawlaty", f"{join}"), "Third"))
        assert rows(window)[0] == f"≠ {hama}"
        assert told(window)[0] == f"was “{homs}”; two signatories"
        press(window, Qt.Key.Key_Home)
        if join:
            press(window, Qt.Key.Key_M)
        add(window, qtbot)
        assert window.desk.review
        assert window.desk.review.ledger.standing.names.joined(Name(homs), Name(hama)) is join
        press(window, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: is_idle(window))


def test_a_later_state_may_be_another_list(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    press(window, Qt.Key.Key_R, ALT)
    assert window.preview.another.isChecked()
    assert len(rows(window)) == 8
    assert all(row.startswith("x ") for row in rows(window))
    add(window, qtbot)
    assert len(sources(window)) == 3


def test_the_line_in_hand_stays_when_lines_that_are_gone_come_and_go(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    for text, then in (("Kesh Malek", "Kesh Malek"), (NAMAR, KAWAKBY)):
        view = window.preview.view
        view.go_to([row[2:] for row in rows(window)].index(text))
        press(window, Qt.Key.Key_R, ALT)
        assert view.currentIndex().data() == then
        press(window, Qt.Key.Key_R, ALT)
        assert view.currentIndex().data() == then


def test_f3_goes_to_where_ticks_begin_and_end_and_back_again(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    names = ["Badael", "Dawlaty", "Baytna", "Kesh Malek", "Huquqyat"]
    look(window, qtbot, monkeypatch, write(tmp_path, "names.txt", "\n".join(names) + "\n"))
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Home)
    stops = []
    for shift in (False, False, False, True, True, True):
        press(window, Qt.Key.Key_F3, *([SHIFT] if shift else []))
        stops.append(names.index(window.preview.view.currentIndex().data()))
    assert stops == [1, 2, 2, 1, 0, 0]


def test_unticking_a_line_of_a_later_state_tells_it_is_gone(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: is_idle(window))
    assert "2 removed" in window.preview.changes
    assert f"− {SOCHI[1]}" in rows(window)
    assert window.preview.view.currentIndex().data() == SOCHI[1]


def test_what_was_found_stays_found_while_the_lists_are_compared(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    press(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.preview.strip.field, "badael")
    window.preview.take_focus()
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: is_idle(window))
    assert window.preview.view.currentIndex().data() == KAWAKBY
    assert window.preview.strip.found.text() == "2 found"
    press(window, Qt.Key.Key_F3)
    assert window.preview.view.currentIndex().data() == "Badael"


def test_a_title_tells_which_list_it_is_a_later_state_of(
    window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, letter)
    assert window.preview.changes == ""
    window.preview.title.begin()
    qtbot.keyClicks(window.preview.title, "icc statement")
    qtbot.waitUntil(lambda: is_idle(window))
    assert "A later state of" in window.preview.changes


def test_the_same_file_is_not_added_twice(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, tmp_path / "sochi.json")
    assert window.preview.changes.startswith("This file is in the review already, as “")
    assert not window.preview.add.isEnabled()
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Escape)
    assert window.review.isVisible()
    assert len(sources(window)) == 2


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
    assert len(window.desk.review.done()) == 1 if window.desk.review else False
    press(window, Qt.Key.Key_W, CTRL)
    assert window.preview.isVisible()
    add(window, qtbot)
    assert [len(source.signatures) for source in sources(window)] == [3]


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


def test_ctrl_z_takes_back_a_tick_not_a_verdict(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    press(window, Qt.Key.Key_D)
    look(window, qtbot, monkeypatch, letter)
    press(window, Qt.Key.Key_Space)
    for _ in range(2):
        press(window, Qt.Key.Key_Z, CTRL)
    assert window.preview.count.text().startswith("4 of 7")
    assert window.desk.undoable


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


def test_lines_are_a_model_and_say_what_they_are(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    model = window.preview.view.lines
    tester = QAbstractItemModelTester(model, FATAL)
    look(window, qtbot, monkeypatch, later(tmp_path), write(tmp_path, "story.txt", STORY))
    assert tester.model() is model
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = str(model.data(model.index(0), role))
    assert spoken == f"\u2068{KAWAKBY}\u2069, respelled, was “\u2068{KAWAKIBI}\u2069”"
    bold = rows(window).index(f"x {BOLD}")
    assert model.data(model.index(bold)) == BOLD
    assert "&lt;b&gt;" in str(model.data(model.index(bold), Qt.ItemDataRole.ToolTipRole))
    assert model.setData(model.index(bold), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    gone = rows(window).index(f"− {NAMAR}")
    assert not model.setData(model.index(gone), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    press(window, Qt.Key.Key_R, ALT)
    press(window, Qt.Key.Key_Escape)
    give(window, NAMES)


def test_nothing_is_cut_off_on_the_smallest_screen(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    window.resize(1366, 768)
    look(window, qtbot, monkeypatch, later(tmp_path), write(tmp_path, "table.csv", "Name,Town\nAnn,Ta\nBob,To\n"))
    for _ in range(2):
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1366, 768)
        for button in window.preview.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.accessibleName() or button.text()
        press(window, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: is_idle(window))
