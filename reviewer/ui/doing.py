"""What the commands do: each key and each line of a menu ends in one function here, or in the page in hand."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from reviewer.model import Source
from reviewer.resources import resource
from reviewer.ui.parts import words
from reviewer.ui.parts.commands import ON_CARDS, Command

if TYPE_CHECKING:
    from reviewer.ui.start_page import Draft
    from reviewer.ui.window import Window

# What a command needs and the start of the program doesn't is imported where it is used.


class Doing:
    """Performs the commands of one window."""

    def __init__(self, window: "Window") -> None:
        self._window, self._desk = window, window.desk
        self._scores_hidden = False
        self._performed: dict[Command, Callable[[], object]] = {
            Command.UNDO: self._desk.undo,
            Command.REDO: self._desk.redo,
            Command.OPEN: self.ask_open,
            Command.PASTE: self.paste,
            Command.KEEP: self.ask_keep,
            Command.EXPORT: self.ask_export,
            Command.CLOSE: self._desk.close,
            Command.LOOK_AGAIN: self._desk.match,
            Command.FIND: self.begin_find,
            Command.KEYS: self.show_keys,
            Command.FILTER: self.begin_filter,
            Command.SCORES: self.toggle_scores,
            Command.BATCH: self.ask_batch,
            Command.QUIT: window.close,
            Command.EXAMPLE: self.open_example,
            Command.ABOUT: self.show_about,
        }

    def perform(self, command: Command, number: int = 0) -> None:
        """Do what a key or a menu asks for."""
        if command in ON_CARDS:
            if self._desk.ready():
                self._window.showing.page_in_hand.perform(command, number)
        elif command is Command.PAGE:
            self._window.showing.show_page(number - 1)
        else:
            self._performed[command]()

    def is_on(self, command: Command, number: int = 0) -> bool:
        """Tell whether what a command shows and puts away is shown, or its page in hand."""
        showing = self._window.showing
        if command is Command.PAGE:
            return showing.is_at(number - 1)
        if command is Command.SCORES:
            return self._scores_hidden
        return showing.questions is not None and showing.questions.is_on(command)

    # --- files -------------------------------------------------------------------------------------------------------

    def open_example(self) -> None:
        """Open the lists that come with the program."""
        self._window.open(sorted(resource("examples").glob("*.json")))

    def ask_open(self) -> None:
        """Let the reviewer choose files to look at."""
        from reviewer.ui import dialogs

        self._window.arrivals.look(dialogs.ask_files(self._window))

    def paste(self) -> None:
        """Look at what the clipboard holds: files, or a text with a list."""
        held = QGuiApplication.clipboard().mimeData()
        if held and held.hasUrls():
            self.look_at_files(held)
        elif held and (held.text().strip() or held.hasHtml()):
            self._window.arrivals.look_at_text(held.text(), held.html())
        else:
            self._window.status.say("There is no text to paste; copy the list first")

    def look_at_files(self, data: QMimeData) -> None:
        """Look at files that were pasted or dropped."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        self._window.arrivals.look(paths)

    def look_again(self, source: Source) -> None:
        """Show how a list was read, where its file is still to be found."""
        from reviewer.reading import Options

        name, project = source.file or source.title, self._desk.project
        beside = (project.path.parent / source.file, Options()) if project and source.file else None
        read = self._window.memory.whereabouts.of(source.id)
        found = read or (beside if beside and beside[0].is_file() else None)
        if found:
            self._window.arrivals.look_again(source, *found)
        else:
            unknown = f"Where {words.quoted(name)} was read is not known here: open it to look at it."
            self._window.showing.refuse_files((unknown,))

    def ask_keep(self) -> None:
        """Let the reviewer choose a place for the review."""
        from reviewer.ui import dialogs

        if self._desk.project and (path := dialogs.ask_place_of_review(self._window)):
            self._desk.keep_as(path)

    def ask_export(self) -> None:
        """Let the reviewer choose a format and a place to export to."""
        from reviewer.ui import dialogs

        if self._desk.project and (chosen := dialogs.ask_export(self._window)):
            self._desk.export(*chosen)

    def ask_save(self, kind: str) -> None:
        """Let the reviewer choose a place for the matrix: "png", "svg", or the export format of the table behind it."""
        from reviewer.export import FORMATS
        from reviewer.ui import dialogs

        path = dialogs.ask_place_of_matrix(self._window, FORMATS[kind].suffix if kind in FORMATS else f".{kind}")
        if path and kind in FORMATS:
            self._desk.export(path, kind)
        elif path:
            self._desk.save(path, self._window.matrix.picture(kind))

    def recent(self) -> "list[Draft]":
        """Return the reviews to go on with."""
        from reviewer.ui.start_page import describe

        return list(filter(None, map(describe, self._window.memory.left_behind())))

    # --- the queue ---------------------------------------------------------------------------------------------------

    def ask_batch(self) -> None:
        """Show what could be accepted in one go."""
        from reviewer.ui.cards import questions
        from reviewer.ui.cards.batch_sheet import BatchSheet

        if self._desk.review:
            view = self._window.showing.view
            items = questions.for_batch(self._desk.review, view)
            sheet = BatchSheet(self._window, self._window.look, items, narrowed=view.narrows)
            sheet.accepted_all.connect(self._desk.accept)
            sheet.open()

    def begin_find(self) -> None:
        """Go to the field in which a name is found."""
        self._window.top.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_filter(self) -> None:
        """Open what narrows the queue."""
        self._window.strip.begin()
        self._window.showing.refresh()

    def toggle_scores(self) -> None:
        """Hide the scores of what waits, or show them again."""
        self._scores_hidden = not self._scores_hidden
        self._window.card.hide_scores(self._scores_hidden)
        self._window.review.queue.view.hide_scores(self._scores_hidden)
        told = "Scores are hidden until you have decided" if self._scores_hidden else "Scores are shown"
        self._window.status.say(told)

    # --- about the program -------------------------------------------------------------------------------------------

    def show_keys(self) -> None:
        """Show the sheet with all keys."""
        from reviewer.ui.key_sheet import KeySheet

        KeySheet(self._window).open()

    def show_about(self) -> None:
        """Show what this program is."""
        from reviewer.ui.about import AboutWindow

        AboutWindow(self._window).open()

    def show_fault(self, error: BaseException) -> None:
        """Show a fault of ours, and that the work is safe."""
        from reviewer.ui.fault import FaultWindow

        project = self._desk.project
        safe = f"Your work is safe in {project.path}." if project else "No review was open."
        FaultWindow(self._window, error, safe).show()
