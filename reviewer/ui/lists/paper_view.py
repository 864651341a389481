"""The lines of a document as a list one goes through by keys and mouse."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from reviewer.ui.lists.paper import Paper, Row
from reviewer.ui.lists.paper_rows import CHECK, ROW, PaperDelegate, PaperModel, tick_width
from reviewer.ui.parts.items import take_in_hand
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import HAIR, MEDIUM, TIGHT
from reviewer.ui.parts.tick import box_size

_D, _M = ("D", "ي"), ("M", "ة")


class PaperView(QTableView):
    """The list. Space ticks what is chosen, F3 goes to what was found or is worth a look, D and M tell lines apart.

    A table of one column: a `QListView` asks for the place of every line whenever one changes.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lines = PaperModel()
        self.setModel(self.lines)
        self._look = look
        self._delegate = PaperDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Lines of the document")
        self.setMouseTracking(False)
        self._found: list[int] = []
        self._held: Row | None = None
        self.selectionModel().currentChanged.connect(self._hold)
        look.changed.connect(self.viewport().update)

    def show_paper(self, paper: Paper | None) -> None:
        """Show another document from where its ticks begin."""
        self.lines.show(paper)
        self._found = []
        if paper:
            self._lay_out(paper)
            self.go_to(paper.worth_a_look(range(len(paper.rows))) or 0)

    def show_rows(self) -> None:
        """Show the document's rows anew where some came or went, without moving."""
        paper, row = self.lines.paper, self._held
        at = self.verticalScrollBar().value()
        self.lines.show(paper)
        self._found = []
        if paper:
            self._lay_out(paper)
            take_in_hand(self, self.lines.index(paper.row_like(row) if row else 0))
            self.verticalScrollBar().setValue(at)

    def _hold(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Remember the row in hand: when others are shown, its number in the list says nothing any more."""
        self._held = current.data(ROW)

    def go_to(self, at: int) -> None:
        """Make a row current and show what stands around it."""
        index = self.lines.index(at)
        take_in_hand(self, index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def look_for(self, wanted: str, *, going: bool) -> None:
        """Find the lines that hold `wanted`, and where `going` go to the first of them from here on."""
        self._found = self.lines.paper.find(wanted) if self.lines.paper else []
        if self._found and going:
            here = bisect_left(self._found, self.currentIndex().row())
            self.go_to(self._found[here % len(self._found)])

    @property
    def found(self) -> tuple[int, int]:
        """Which of how many lines that were found is current, counted from 1; 0 where another line is."""
        here = self.currentIndex().row()
        at = bisect_left(self._found, here)
        return (at + 1 if self._found[at : at + 1] == [here] else 0), len(self._found)

    def step_found(self, step: int) -> None:
        """Go to the next line that was found, or the one before; behind the last comes the first."""
        here = self.currentIndex().row()
        if self._found:
            at = bisect_right(self._found, here) if step > 0 else bisect_left(self._found, here) - 1
            self.go_to(self._found[at % len(self._found)])

    def chosen(self) -> list[int]:
        """Return the numbers of the lines that are selected."""
        paper = self.lines.paper
        if not paper:
            return []
        selection = self.selectionModel().selection()
        found = [selection.at(i) for i in range(selection.count())]
        spans = [range(span.top(), span.bottom() + 1) for span in found]
        places = (paper.rows[at] for span in spans for at in span)
        return [paper.part.lines[place].number for place in places if place >= 0]

    def toggle(self, on: bool | None = None) -> None:
        """Tick the chosen lines or untick them; without a wish untick them where all are ticked."""
        paper, chosen = self.lines.paper, self.chosen()
        if paper and chosen:
            wish = not paper.ticked.issuperset(chosen) if on is None else on
            self.lines.change(lambda paper: paper.tick(chosen, on=wish))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of the list do; Return and Escape are the page's."""
        key, typed = event.key(), event.text().upper()
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key == Qt.Key.Key_F3:
            self._go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif typed in _D or typed in _M:
            chosen = self.chosen()
            self.lines.change(lambda paper: paper.tell_apart(chosen, apart=typed in _D))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first line on Home and to the last on End, as in a list."""
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self.lines.index(0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.lines.index(self.lines.rowCount() - 1)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, _typed: str) -> None:
        """Stay: letters are keys here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick on a press on a box: all the chosen lines where it is one of them."""
        index = self.indexAt(event.position().toPoint())
        on_box = index.isValid() and event.button() == Qt.MouseButton.LeftButton and self._is_on_box(event)
        if not on_box or not self.selectionModel().isSelected(index) or event.modifiers():
            super().mousePressEvent(event)
        if on_box:
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
            self.toggle(index.data(CHECK) == Qt.CheckState.Unchecked)

    def _is_on_box(self, event: QMouseEvent) -> bool:
        x = event.position().x()
        return (self.viewport().width() - x if self.isRightToLeft() else x) < tick_width(self._look)

    def _go_on(self, step: int) -> None:
        """Go to the next line that was found, where any was looked for, else to the next worth a look."""
        if self._found:
            self.step_found(step)
        elif paper := self.lines.paper:
            here = self.currentIndex().row()
            there = paper.worth_a_look(range(here + step, len(paper.rows) if step > 0 else -1, step))
            self.go_to(max(0, here) if there is None else there)

    def _lay_out(self, paper: Paper) -> None:
        """Give the document its direction, and its marks the room they need."""
        tall = max(box_size(self._look), QFontMetrics(self._look.font()).height()) + TIGHT
        self.verticalHeader().setDefaultSectionSize(tall)
        right = paper.runs_right_to_left
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        longest = paper.longest_mark
        metrics = QFontMetrics(self._look.font(weight=MEDIUM))
        self._delegate.mark_width = metrics.horizontalAdvance(longest.replace("1", "0")) + HAIR if longest else 0
        self._delegate.signed = paper.replaces
