"""Every command of the window with its keys, in one table: actions, menus and the key sheet are made from it.

Free of Qt.
"""

from enum import Enum, auto
from typing import NamedTuple


class Command(Enum):
    """What a key does."""

    SAME = auto()
    DIFFERENT = auto()
    UNSURE = auto()
    CHOOSE = auto()
    EDIT_NAME = auto()
    TICK = auto()
    NEXT = auto()
    PREVIOUS = auto()
    TURN = auto()
    GO = auto()
    WHY = auto()
    SCORES = auto()
    HIDDEN = auto()
    AROUND = auto()
    NOTE = auto()
    REASON = auto()
    WITHDRAW = auto()
    UNDO = auto()
    REDO = auto()
    PAGE = auto()
    FIND = auto()
    FILTER = auto()
    BATCH = auto()
    OPEN = auto()
    PASTE = auto()
    KEEP = auto()
    EXPORT = auto()
    CLOSE = auto()
    LOOK_AGAIN = auto()
    KEYS = auto()
    QUIT = auto()
    EXAMPLE = auto()
    ABOUT = auto()


class Key(NamedTuple):
    """One line of the table.

    `keys` are what Qt calls portable key sequences, none for what stands in a menu alone. Those of `numbered` lines
    stand for 1, 2, 3 ...; `others` do the same as the first of `keys`. `shown` is how a person writes them, `brief`
    how the menus say `text`.
    """

    command: Command
    text: str
    section: str
    keys: tuple[str, ...]
    others: tuple[str, ...] = ()
    numbered: bool = False
    shown: str = ""
    brief: str = ""

    @property
    def label(self) -> str:
        """How the keys are written on buttons and in the key sheet."""
        return self.shown or " or ".join(self.keys)


_DECIDE, _MOVE, _LOOK, _FILE = "Decide", "Move", "Look closer", "File"
REASONS = ("Same address or site", "Same people", "Known to me", "Asked them", "Another place", "Other people")
"""What is often noted with a verdict."""

_ARABIC_DIGITS = "١٢٣٤٥٦٧٨٩"

# The letters in `others` are what the same keys type on an Arabic keyboard.
KEYS: tuple[Key, ...] = (
    Key(Command.SAME, "Same: the ticked ones are one signatory", _DECIDE, ("M",), ("ة",), brief="Same"),
    Key(Command.DIFFERENT, "Different: no two of the ticked ones are", _DECIDE, ("D",), ("ي",), brief="Different"),
    Key(Command.UNSURE, "Not sure: put off, to come back to", _DECIDE, ("S",), ("س",), brief="Not sure"),
    Key(
        Command.CHOOSE,
        "Take the name of this member; on Spellings, prefer this form",
        _DECIDE,
        tuple("123456789"),
        tuple(_ARABIC_DIGITS),
        True,
        "1 … 9",
        "Take the name of",
    ),
    Key(Command.EDIT_NAME, "Edit the name", _DECIDE, ("F2",)),
    Key(
        Command.NOTE,
        "Write a note with it",
        _DECIDE,
        ("N",),
        ("ى",),
        brief="Write a note",
    ),
    Key(
        Command.REASON,
        "Give a usual reason with it",
        _DECIDE,
        tuple(f"Alt+{number}" for number in range(1, len(REASONS) + 1)),
        (),
        True,
        f"Alt+1 … {len(REASONS)}",
        "Give a usual reason",
    ),
    Key(Command.BATCH, "Accept all above…", _DECIDE, ("Ctrl+B",)),
    Key(Command.UNDO, "Undo", _DECIDE, ("Ctrl+Z",)),
    Key(Command.REDO, "Redo", _DECIDE, ("Ctrl+Shift+Z", "Ctrl+Y")),
    Key(
        Command.WITHDRAW,
        "Withdraw the verdict shown; on Lists, take the list out",
        _DECIDE,
        ("Delete",),
        brief="Withdraw the verdict, or take the list out",
    ),
    Key(Command.NEXT, "Next", _MOVE, ("Down", "J"), ("ت",)),
    Key(Command.PREVIOUS, "Previous", _MOVE, ("Up", "K"), ("ن",)),
    Key(
        Command.TURN,
        "To review, not sure, done: the next of them",
        _MOVE,
        ("T",),
        ("ف",),
        brief="Not sure, done, and back",
    ),
    Key(
        Command.PAGE,
        "Review, Spellings, Entries, Lists, Who signed what",
        _MOVE,
        ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"),
        (),
        True,
        "Ctrl+1 … 5",
    ),
    Key(Command.FIND, "Find a name, in a document any words", _MOVE, ("Ctrl+F",), brief="Find a name"),
    Key(Command.FILTER, "Narrow and order the queue", _MOVE, ("/",), ("ظ",)),
    Key(
        Command.WHY, "Why: all reasons with their weight", _LOOK, ("W",), ("ص",), brief="All reasons with their weight"
    ),
    Key(Command.SCORES, "Hide scores until decided", _LOOK, ("Ctrl+H",)),
    Key(Command.HIDDEN, "Hidden characters", _LOOK, ("H",), ("ا",)),
    Key(Command.AROUND, "The lines around each signature", _LOOK, ("L",), ("م",)),
    Key(
        Command.GO,
        "To the entry of a name; from an entry to its question",
        _LOOK,
        ("Ctrl+G",),
        brief="To the entry, or to its question",
    ),
    Key(Command.KEYS, "All keys", _LOOK, ("F1", "?"), ("؟",)),
    Key(Command.OPEN, "Open lists or a review…", _FILE, ("Ctrl+O",)),
    Key(Command.PASTE, "Paste a list", _FILE, ("Ctrl+V",)),
    Key(Command.KEEP, "Keep the review as…", _FILE, ("Ctrl+S",)),
    Key(Command.EXPORT, "Export…", _FILE, ("Ctrl+E",)),
    Key(Command.LOOK_AGAIN, "Look for candidates again", _FILE, ("F5",)),
    Key(Command.CLOSE, "Close the review", _FILE, ("Ctrl+W",)),
    Key(Command.QUIT, "Quit", _FILE, ("Ctrl+Q",)),
    Key(Command.EXAMPLE, "Open the example", _FILE, ()),
    Key(Command.ABOUT, "About Signatory Reviewer", _FILE, ()),
)

ALSO = (
    (_DECIDE, "Space", "Tick or untick the member in focus"),
    (_DECIDE, "Return", "Take the name of the member in focus"),
    (_MOVE, "Tab", "Next member, then the name and the buttons"),
    (_LOOK, "Page Up, Page Down", "Scroll a long card"),
    (_FILE, "Return, Escape", "Take the lines ticked in a document, or leave it out"),
    (_FILE, "F3", "Go to where the ticks begin or end, lines changed, or words were found"),
    (_FILE, "Alt+A, N, P", "Tick all lines of a document, none, or those proposed"),
    (_FILE, "Alt+S, C, H, E", "Sheet, column, header and encoding of a document"),
    (_FILE, "Alt+I, T, K", "Title, date and link of a document"),
    (_FILE, "Return on Lists", "How a list was read"),
    (_DECIDE, "Alt+1 … 3", "On Entries: withdrawn, at risk, needs an expert"),
    (_LOOK, "F6", "On Entries: to the signatures, and back; Return takes the name"),
    (_FILE, "Escape", "Stop reading files or comparing names"),
    (_LOOK, "Ctrl+C", "Copy the name in focus"),
    (_LOOK, "Ctrl and +, −, 0", "Larger or smaller cells in Who signed what, or fitting"),
)
"""Keys that work by themselves; the sheet lists them."""

ON_CARDS = frozenset(
    {
        Command.SAME,
        Command.DIFFERENT,
        Command.UNSURE,
        Command.NEXT,
        Command.PREVIOUS,
        Command.TURN,
        Command.GO,
        Command.WHY,
        Command.WITHDRAW,
        Command.CHOOSE,
        Command.EDIT_NAME,
        Command.HIDDEN,
        Command.AROUND,
        Command.NOTE,
        Command.REASON,
    }
)
"""What only a page with cards understands."""

TOGGLES = frozenset({Command.PAGE, Command.WHY, Command.AROUND, Command.HIDDEN, Command.SCORES})
"""What menus show with a mark where it is on."""

RECENT, COLOURS = "Open recent", "Colours"
"""Menus in menus that hold no commands: reviews to go on with, light or dark."""

MENUS: tuple[tuple[str, tuple[tuple[Command | str, ...], ...]], ...] = (
    (
        "&File",
        (
            (Command.OPEN, RECENT),
            (Command.KEEP, Command.EXPORT),
            (Command.CLOSE, Command.QUIT),
        ),
    ),
    (
        "E&dit",
        (
            (Command.UNDO, Command.REDO),
            (Command.PASTE,),
            (Command.EDIT_NAME, Command.NOTE, Command.REASON),
            (Command.FIND,),
        ),
    ),
    (
        "&View",
        (
            (Command.PAGE,),
            (Command.TURN, Command.FILTER),
            (Command.WHY, Command.AROUND, Command.HIDDEN, Command.SCORES),
            (COLOURS,),
        ),
    ),
    (
        "Revie&w",
        (
            (Command.SAME, Command.DIFFERENT, Command.UNSURE, Command.CHOOSE),
            (Command.NEXT, Command.PREVIOUS, Command.GO),
            (Command.WITHDRAW,),
            (Command.BATCH, Command.LOOK_AGAIN),
        ),
    ),
    ("He&lp", ((Command.KEYS, Command.EXAMPLE), (Command.ABOUT,))),
)
"""The menu bar: menus with their groups of commands. Every command stands in it once."""
