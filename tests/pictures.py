"""Writes a PNG of every page and state of the window, for a person to look at.

    python tests/pictures.py FOLDER [light|dark] [mirrored] [documents] [WIDTHxHEIGHT]

`documents` takes only those of lists and their documents. Set QT_SCALE_FACTOR=2 to see it at 200 %. Without a display,
QT_QPA_PLATFORM=offscreen is taken.
"""

import os
import random
import sys
import tempfile
import time
from itertools import combinations, product
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["SIGNATORY_REVIEWER_HOME"] = tempfile.mkdtemp()

from desks import candidate, give, is_idle, new_window, write_list  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QMenu, QWidget  # noqa: E402
from support import ALKAWAKIBI, KAWAKBY, KAWAKIBI  # noqa: E402

from reviewer.matrix import matrix  # noqa: E402
from reviewer.model import Entry, Flag, Name, Signature, Source, Verdict  # noqa: E402
from reviewer.register import Order  # noqa: E402
from reviewer.ui.about import AboutWindow  # noqa: E402
from reviewer.ui.cards import questions  # noqa: E402
from reviewer.ui.cards.batch_sheet import BatchSheet  # noqa: E402
from reviewer.ui.cards.questions import View  # noqa: E402
from reviewer.ui.fault import FaultWindow  # noqa: E402
from reviewer.ui.key_sheet import KeySheet  # noqa: E402
from reviewer.ui.parts.commands import Command  # noqa: E402
from reviewer.ui.parts.look import Theme  # noqa: E402
from reviewer.ui.window import Window  # noqa: E402

LONG = "The Coordinating Council of Independent Associations for the Documentation of Enforced Disappearances, "
LONG += "Arbitrary Detention and Other Grave Violations of International Humanitarian Law in the Northern Countryside"
MIXED = "منظمة White Helmets (الخوذ البيضاء) – Syria 2013, فرع حلب"
MIXED_OTHER = "White Helmets منظمة (2013) الخوذ البيضاء – سوريا"
COUNCIL = "Local Council of "
ARABIC = "شبكة المرأة السورية"
ARABIC_OTHER = "شبكه المرأه السوريه"
SOCHI = (
    KAWAKIBI, ALKAWAKIBI, "Baytna Syria", ARABIC, LONG, "Ahmad Alkawakibi", COUNCIL + "Namar", "Syrian Civil Defence",
    "Syrian Women Network", "Badael", "Badael", "<b>Bold</b> & Sons", "Zero\u200bWidth  Spaces", "Сivil Waves",
)  # fmt: skip
ICC = (
    KAWAKBY, "Baytna  Syria", ARABIC_OTHER, LONG.replace("Independent", "Independant"), "أحمد الكواكبي",
    COUNCIL + "Namir", "Syrian Civil Defence (The White Helmets)", "White Helmets", "Syrian Women’s Network",
    "<img src=x>", "Zero Width Spaces", "Civil Waves", "Syria Civil Defence",
)  # fmt: skip
WARNING = "Both names stand in the same list: usually two signatories."
WHITE = ("Syrian Civil Defence", "Syrian Civil Defence (The White Helmets)", "Syria Civil Defence", "White Helmets")
NAMES = (
    *(candidate(a, b, 0.97) for i, a in enumerate(WHITE) for b in WHITE[:i]),
    candidate(KAWAKIBI, KAWAKBY, 0.94),
    candidate(ARABIC, ARABIC_OTHER, 0.88),
    candidate(LONG, ICC[3], 0.86),
    candidate("Syrian Women Network", "Syrian Women’s Network", 0.83),
    candidate("Ahmad Alkawakibi", "أحمد الكواكبي", 0.76),
    candidate("Badael", "Badael", 0.71),
    candidate("Zero\u200bWidth  Spaces", "Zero Width Spaces", 0.7),
    candidate("Сivil Waves", "Civil Waves", 0.69),
    candidate(COUNCIL + "Namar", COUNCIL + "Namir", 0.61, warning=WARNING),
    candidate("<b>Bold</b> & Sons", "<img src=x>", 0.5),
)
SPELLINGS = (candidate("Kawakibi", "Alkawakibi", 0.93, spelling=True), candidate("Namar", "Namir", 0.6, spelling=True))


class Album:
    """Takes the pictures, in order."""

    def __init__(self, folder: Path, app: QApplication, shown: Window) -> None:
        self._folder, self._app, self.shown = folder, app, shown
        folder.mkdir(parents=True, exist_ok=True)

    def wait(self) -> None:
        """Let the window settle."""
        until = time.monotonic() + 60
        while not is_idle(self.shown) and time.monotonic() < until:
            self._app.processEvents()
        for _ in range(4):
            self._app.processEvents()

    def take(self, name: str) -> None:
        """Write one picture of the window, as it looks while it is in use."""
        self.shown.activateWindow()
        self.wait()
        self._keep(self.shown, name)

    def take_sheet(self, sheet: QWidget, name: str) -> None:
        """Write one picture of what stands before the window, and put it away."""
        if isinstance(sheet, QMenu):
            sheet.popup(self.shown.mapToGlobal(self.shown.rect().center()))
        sheet.show()
        sheet.activateWindow()
        self.wait()
        self._keep(sheet, name)
        sheet.close()
        self.wait()

    def _keep(self, what: QWidget, name: str) -> None:
        path = self._folder / f"{name}.png"
        assert not path.exists(), f"{name} is taken twice; empty the folder first, or find another name"
        what.grab().save(str(path))

    def card(self, text: str, name: str) -> None:
        """Go to the card that shows a text and take its picture."""
        queue = self.shown.review.queue
        row = next(i for i, item in enumerate(queue.items(0)) if f"text={text!r}" in repr(item.key))
        self.shown.review.go_to(0, row)
        self.take(name)


def take_all(album: Album, lists: list[Path]) -> None:
    """Go through every page and state."""
    shown = album.shown
    album.take("01-start")
    shown.open([lists[0].parent / "missing.txt"])
    album.take("02-start-refused")
    shown.open(lists)
    album.take("03-real-candidates")
    give(shown)
    album.take("04-no-candidates")
    give(shown, NAMES, SPELLINGS)
    album.card(KAWAKIBI, "05-card")
    shown.perform(Command.WHY)
    album.take("06-card-why")
    shown.perform(Command.WHY)
    for text, name in (
        ("White Helmets", "07-group"),
        (ARABIC, "08-arabic"),
        (LONG, "09-long"),
        ("Ahmad Alkawakibi", "10-two-scripts"),
        ("Badael", "11-repeat"),
        (COUNCIL + "Namar", "12-warning"),
        ("<b>Bold</b> & Sons", "13-markup"),
    ):
        album.card(text, name)
    take_hidden(album)
    take_answers(album)
    take_others(album)
    take_previews(album, lists[0])
    take_readings(album)


def take_hidden(album: Album) -> None:
    """Show what the eye doesn't see."""
    album.card("Zero Width Spaces", "14-hidden-hint")
    album.shown.perform(Command.HIDDEN)
    album.take("15-hidden")
    album.card("Civil Waves", "16-look-alike")
    album.shown.perform(Command.HIDDEN)


def take_answers(album: Album) -> None:
    """Decide, go back, be refused."""
    shown = album.shown
    album.card(KAWAKIBI, "17-before-same")
    shown.perform(Command.SAME)
    album.take("17-after-same")
    album.card("Syrian Civil Defence", "18-group-again")
    shown.card.rows[3].click()
    album.take("19-one-unticked")
    for row in shown.card.rows[1:3]:
        row.click()
    album.take("20-too-few")
    album.card(COUNCIL + "Namar", "20-warning-again")
    shown.perform(Command.DIFFERENT)
    album.card(ARABIC, "20-before-not-sure")
    shown.perform(Command.UNSURE)
    shown.perform(Command.AROUND)
    shown.perform(Command.NOTE)
    shown.card.note_edit.setText("The same web site in both lists")
    album.take("20-note-and-around")
    shown.perform(Command.AROUND)
    shown.review.go_to(2, 0)
    album.take("21-done")
    shown.review.go_to(2, 1)
    album.take("21-done-same")
    take_groups(album)
    shown.review.go_to(1, 0)
    album.take("22-not-sure")
    shown.review.go_to(0, 0)
    shown.card.show_notice("amal said on 2026-01-02 that “A” and “B” are different. Withdraw that verdict first.", 3)
    album.take("23-contradiction")


def take_groups(album: Album) -> None:
    """A batch and a split under Done, taken back afterwards."""
    shown, review = album.shown, album.shown.desk.review
    assert review
    shown.desk.accept([item.key for item in questions.for_batch(review, View())][1:])
    shown.review.go_to(2, 0)
    album.take("21-done-batch")
    badael = next(entry for entry in review.register.entries() if entry.name == "Badael")
    last = badael.signatures[-1]
    shown.desk.split_off([Name(last.text, last.source, last.position)])
    shown.review.go_to(2, 0)
    album.take("21-done-split")
    shown.desk.undo()
    shown.desk.undo()


def take_others(album: Album) -> None:
    """The other pages, the sheet, a fault."""
    shown, review = album.shown, album.shown.desk.review
    assert review
    shown.strip.begin()
    shown.strip.slider.setValue(65)
    album.take("40-filter")
    shown.strip.clear()
    sheet = BatchSheet(shown, shown.look, questions.for_batch(review, View()))
    sheet.slider.setValue(60)
    album.take_sheet(sheet, "41-batch")
    shown.card.show_notice("")
    shown.perform(Command.SCORES)
    album.take("42-scores-hidden")
    shown.perform(Command.SCORES)
    shown.show_page(1)
    album.take("30-spellings")
    shown.perform(Command.CHOOSE, 1)
    album.take("30-spelling-preferred")
    shown.perform(Command.SAME)
    album.wait()
    shown.spellings.go_to(2, 0)
    album.take("31-spelling-done")
    shown.show_page(2)
    album.take("32-entries")
    shown.entries.harmonised.click()
    album.take("32-entries-harmonised")
    shown.entries.harmonised.click()
    shown.perform(Command.NOTE)
    shown.desk.write_note(review.register.entries()[0], "Amal knows them; same web site.")
    shown.desk.set_flag(review.register.entries()[0], Flag.NEEDS_EXPERT, True)
    album.take("32-entry-noted")
    shown.entries.table.setFocus()
    QTest.keyClick(shown.entries.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    album.take("32-entries-two-selected")
    shown.entries.entry.signatures.setFocus(Qt.FocusReason.TabFocusReason)
    album.take("32-entry-to-take-out")
    for text, name in (("kawakibi", "33-found"), ("nobody", "34-not-found")):
        shown.top.find_field.setText(text)
        shown.showing.find_name(text)
        album.take(name)
    shown.top.find_field.clear()
    shown.showing.find_name("")
    shown.show_page(3)
    album.take("35-lists")
    take_matrix(album)
    album.take_sheet(KeySheet(shown), "36-keys")
    album.take_sheet(AboutWindow(shown), "37-about")
    album.take_sheet(FaultWindow(shown, a_fault(), "Your work is safe in review.json."), "37-fault")
    for menu in shown.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()  # which fills it
    for menu in filter(QMenu.title, shown.menuBar().findChildren(QMenu)):
        album.take_sheet(menu, f"38-menu-{menu.title().replace('&', '').lower().replace(' ', '-')}")


def a_fault() -> RuntimeError:
    """Return an error with a trace worth reading."""
    try:
        raise RuntimeError("an example")
    except RuntimeError as error:
        return error


def take_crowds(album: Album, folder: Path) -> None:
    """Nine members, a member with 500 spellings, mixed scripts, one card left, none; and what can fail."""
    shown = album.shown
    ways = list(product(("Kawakibi", "Kawakby", "Al-Kawakibi"), ("Center", "Centre"), ("for", "of"), ("and", "&")))
    texts = [" ".join((a, b, c, "Human Rights", d, f"Justice {i}")) for i in range(21) for a, b, c, d in ways]
    texts = [*texts[:500], MIXED, MIXED_OTHER, "Arbitrary" * 30]
    shown.desk.close()
    shown.open([write_list(folder, "many", texts[::2]), write_list(folder, "others", texts[1::2], date="2019")])
    album.wait()
    shown.show_page(0)
    nine = [candidate(a, b, 0.9) for a, b in combinations(texts[:9], 2)]
    give(shown, (*nine, candidate(MIXED, MIXED_OTHER, 0.8), candidate(texts[-1], MIXED, 0.5)))
    album.card(texts[0], "80-nine-members")
    sixty = [candidate(a, b, 0.9) for a, b in combinations(texts[:60], 2)]
    give(shown, (*sixty, candidate(MIXED, MIXED_OTHER, 0.8), candidate(texts[-1], MIXED, 0.5)))
    album.card(texts[0], "80-sixty-members")
    shown.card.rows[59].setFocus(Qt.FocusReason.TabFocusReason)
    album.take("80-sixty-members-end")
    album.card(MIXED_OTHER, "80-mixed-scripts")
    album.card(texts[-1], "80-one-long-word")
    shown.desk.decide(Verdict.SAME, [Name(text) for text in texts[9:500]], None)
    give(shown, (candidate(texts[0], texts[20], 0.9),))
    album.card(texts[0], "81-member-of-500")
    shown.show_page(2)
    shown.entries.order.choose(Order.SIGNATURES)
    shown.entries.narrow("")
    shown.entries.table.setCurrentIndex(shown.entries.table.rows_model.index(0, 0))
    album.take("82-entry-of-500")
    shown.entries.entry.signatures.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown.entries.entry.signatures, Qt.Key.Key_End)
    album.take("82-entry-of-500-end")
    shown.show_page(0)
    shown.desk.refused.emit("review.json can't be written (No space left on device); free some space.", 0)
    album.take("83-disk-full")
    shown.card.show_notice("")
    album.take("84-one-card-left")
    shown.perform(Command.DIFFERENT)
    album.take("85-all-reviewed")
    shown.desk.match()
    shown.desk.cancel()
    album.take("86-search-cancelled")


def take_matrix(album: Album) -> None:
    """Who signed what: two statements, then 10 and 500 that share what lies near."""
    shown = album.shown
    shown.show_page(4)
    album.take("50-matrix")
    for columns in (10, 500):
        for tab, name in enumerate(("matrix", "overlap")):
            shown.matrix.show_matrix(matrix(*many_statements(columns)))
            shown.matrix.tabs[tab].click()
            album.take(f"51-{name}-{columns}")
    shown.matrix.tabs[0].click()
    shown.show_page(3)


def take_previews(album: Album, known: Path) -> None:
    """Documents before they count: prose around a list, a table, Arabic, no list, a later state, the same again."""
    shown, files, folder = album.shown, HERE / "reading" / "files", known.parent
    article = folder / "article.txt"
    article.write_text("It rained.\n\n" + "A story about the weather, in which nobody signed anything. " * 4 + "\n")
    later = (SOCHI[1], SOCHI[0].replace("Center", "Centre"), *SOCHI[2:5], COUNCIL + "Hama", *SOCHI[7:], "Kesh Malek")
    again = write_list(folder, "sochi-later", later, shown.desk.review.sources[0].title if shown.desk.review else "")
    shown.arrivals.look([files / "letter.docx", files / "arabic.docx", files / "book.xlsx", article, again, known])
    album.take("60-preview")
    shown.preview.view.selectAll()
    album.take("61-preview-all-chosen")
    shown.arrivals.leave_out()
    album.take("62-preview-arabic")
    shown.arrivals.leave_out()
    album.take("63-preview-sheet")
    album.take_sheet(shown.preview.choices.column.menu(), "64-preview-columns")
    shown.arrivals.leave_out()
    album.take("65-preview-no-list")
    shown.arrivals.leave_out()
    album.take("66-preview-later")
    shown.arrivals.leave_out()
    album.take("67-preview-same")
    shown.arrivals.leave_out()
    shown.arrivals.look([files / "pages.pdf"])
    album.wait()
    shown.arrivals.take()
    album.take("68-after-adding")


def take_readings(album: Album) -> None:
    """What is told of a reading: parts, words found, columns, an encoding, 500 lines; and a list looked at again."""
    shown, preview, folder = album.shown, album.shown.preview, Path(tempfile.mkdtemp())
    behind = [f", director, Orchard Group {i}, {('Homs', 'Berlin', 'Paris')[i % 3]}" for i in range(len(ICC))]
    people = [*map("".join, zip(ICC, behind, strict=True)), "سمر يوسف، محامية، بيروت", LONG, LONG + behind[0]]
    arabic = [f"{name},حلب,محام" for name in ("الاسم,المدينة,الصفة", ARABIC, ARABIC_OTHER, "أحمد الكواكبي")]
    pairs = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Baytna", "Hiwar"), ("Badael", "Irada")))
    texts = {
        "people.txt": "\n".join(people),
        "عربي.csv": "\n".join(arabic).replace("الصفة,حلب,محام", "الصفة"),
        "long.txt": "\n".join(f"{i}. {COUNCIL}{i * 37 % 999}" for i in range(1, 501)),
        "two.html": f"<p>We, the undersigned, ask for the road.</p><table>{pairs}</table>",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "letter.txt").write_text("Совет местного самоуправления\nЦентр документации нарушений\n", "koi8-r")
    shown.arrivals.look([folder / name for name in (*texts, "letter.txt")])
    album.take("70-preview-parts")
    preview.strip.begin()
    preview.strip.field.setText("kawak")
    album.take("71-preview-found")
    preview.strip.field.setText("nobody at all")
    album.take("72-preview-not-found")
    preview.strip.close_strip()
    album.wait()
    shown.arrivals.leave_out()
    album.take("73-preview-arabic-table")
    shown.arrivals.leave_out()
    album.take("74-preview-500")
    shown.arrivals.leave_out()
    album.take("75-preview-two-columns")
    shown.arrivals.leave_out()
    album.take("76-preview-unread")
    menu = preview.choices.encoding.menu()
    menu.popup(shown.mapToGlobal(shown.rect().center()))
    album.wait()
    menu.grab().save(str(album._folder / "77-preview-encodings.png"))
    menu.close()
    menu.actions()[-1].trigger()
    preview.choices.other.setText("cp")
    preview.refuse(["No encoding is called 'klingon': try utf-8, utf-16, windows-1256 or windows-1252"])
    album.take("78-preview-another-encoding")
    shown.arrivals.leave_out()
    shown.arrivals.look([folder / name for name in texts])
    album.wait()
    shown.arrivals.take_all()
    album.wait()
    shown.show_page(3)
    album.take("79-lists-more")
    shown.lists.table.setCurrentIndex(shown.lists.table.rows_model.index(len(shown.lists.table.rows_model.rows) - 4, 0))
    for name in ("80-how-it-was-read", "81-how-it-was-read-changed"):
        shown.lists.look_asked.emit(shown.desk.review.sources[-4] if shown.desk.review else None)
        album.take(name)
        shown.arrivals.leave_out()
        (folder / "people.txt").write_text("Ann\nBob\n")


def many_statements(columns: int) -> tuple[list[Entry], list[Source]]:
    """Return entries that sign statements near each other, and these out of order."""
    dice = random.Random(1)
    entries = []
    for row in range(columns * 12):
        near = dice.random() * columns
        signed = {int(dice.gauss(near, 2)) % columns for _ in range(1 + int(dice.paretovariate(1)))}
        name = f"{(*SOCHI, *ICC)[row % 27]} {row}"
        signatures = tuple(Signature(str(c), 1 + row % 97, name) for c in sorted(signed))
        entries.append(Entry(str(row), name, (), signatures))
    titles = ("Letter to the ICC Prosecutor", "بيان مشترك حول سجن صيدنايا", "Open letter on the forcibly disappeared")
    sources = [Source(str(c), f"{titles[c % 3]} {c}", (), f"20{c % 25:02}-0{1 + c % 9}-15") for c in range(columns)]
    dice.shuffle(sources)
    return entries, sources


def main(folder: str, *wishes: str) -> None:
    """Take all pictures into `folder`."""
    app = QApplication([])
    app.setStyle("Fusion")
    if points := next((wish[:-2] for wish in wishes if wish.endswith("pt")), ""):
        font = app.font()
        font.setPointSizeF(float(points))
        app.setFont(font)
    if "mirrored" in wishes:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown = new_window()
    shown.look.set_theme(Theme.DARK if "dark" in wishes else Theme.LIGHT)
    size = next((wish for wish in wishes if "x" in wish and wish[0].isdigit()), "1366x768")
    shown.resize(*map(int, size.split("x")))
    shown.show()
    shown.activateWindow()
    lists = Path(tempfile.mkdtemp())
    title = "Sochi Conference Threatens Syria Peace Process: Joint Statement by Syrian Civil Society"
    paths = [
        write_list(lists, "sochi", SOCHI, title, "2018-01-05"),
        write_list(lists, "icc", ICC, "Letter to the ICC Prosecutor", "2019"),
    ]
    album = Album(Path(folder), app, shown)
    if "documents" in wishes:
        shown.open(paths)
        album.take("03-real-candidates")
        shown.show_page(3)
        album.take("35-lists")
        take_previews(album, paths[0])
        take_readings(album)
    else:
        take_all(album, paths)
        take_crowds(album, lists)
    shown.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
