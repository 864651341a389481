"""The values everything else speaks in: frozen, typed, free of behaviour. Imports nothing of ours.

The words are those of the field, the same in code, on screen and in files:

    source      one signatory list with its facts and its signatures in order
    signature   one line of a source, verbatim, with its position; never rewritten
    name        what a verdict is about: all signatures that read the same text, or one of them set apart
    entry       the canonical entry: a preferred name with the names and signatures that are its own; derived
    candidate   two names, or two spellings of a word, that may be the same, with a score and its evidence
    event       one thing a reviewer did; the ledger is the sequence of them

What there may be 100,000 of is `gc=False`: it can be part of no cycle, and the garbage collector need not look at it.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Literal

import msgspec

Progress = Callable[[str, float], None]
"""Called by slow work with (what is being done, share done 0..1); raises `errors.Cancelled` to stop it."""


def no_progress(_step: str, _share: float) -> None:
    """Let work nobody watches go on."""


FORMAT = "signatory-reviewer"
"""What stands under `format` in a project file, and tells it from a list."""


# --- what was read -----------------------------------------------------------------------------------------------


class Signature(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One line of a source, verbatim.

    `source` is the source's id, `position` its place in the list from 1, `text` the line as written without its list
    mark, `mark` that numbering or bullet as written ("14.", "-"), `group` the heading it stands below within the list
    ("Individuals", "Lebanon"); both empty where the line bears none.
    """

    source: str
    position: int
    text: str
    mark: str = ""
    group: str = ""


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """One signatory list.

    `id` is stable for the same file content; `date` is as written in the document (ISO 8601 where it gives one), `url`
    the document's own address, `file` the bare file name, `sha256` of the file's bytes in hex, `read_as` its format and
    encoding ("CSV, windows-1256"). Unknown facts are empty.
    """

    id: str
    title: str
    signatures: tuple[Signature, ...]
    date: str = ""
    url: str = ""
    file: str = ""
    sha256: str = ""
    read_as: str = ""


# --- what may be the same ----------------------------------------------------------------------------------------


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One reason for or against, in plain words.

    `kind` is the reason as shown on screen ("vowels", "typing slip", "only in A"); `a` and `b` are the words of either
    name it speaks of, as written, empty where it speaks of none; `effect` is what it adds to the score, in log-odds
    (natural logarithm): positive speaks for the same signatory, negative against. `warning` marks what a reviewer must
    not overlook; it is then a whole sentence, and `kind` its short form.
    """

    kind: str
    a: str = ""
    b: str = ""
    effect: float = 0.0
    warning: str = ""


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """Two names, or two spellings of a word, that may be the same.

    `a` and `b` are verbatim texts (for `kind` "spelling": words as most often written). `a == b` means that one text
    stands more than once in a single source. `score` is the probability 0..1 that both are one, which is the logistic
    function of the sum of `effect` over `evidence`.
    """

    kind: Literal["name", "spelling"]
    a: str
    b: str
    score: float
    evidence: tuple[Evidence, ...]


# --- what a reviewer said ----------------------------------------------------------------------------------------


class Verdict(StrEnum):
    """What a reviewer said of a candidate."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Flag(StrEnum):
    """What must not be overlooked about an entry."""

    WITHDRAWN = "withdrawn"
    AT_RISK = "at risk"
    NEEDS_EXPERT = "needs an expert"


class Name(msgspec.Struct, frozen=True, omit_defaults=True, order=True, cache_hash=True, gc=False):
    """What a verdict is about: every signature that reads `text`, or the one at `source`, `position` set apart.

    Signatures that read the same are one name by themselves. Where two of them turn out to be two signatories, a
    `different` verdict names each by its place, and the place makes it a name of its own.
    """

    text: str
    source: str = ""
    position: int = 0


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="event"):
    """One thing a reviewer did: `id` counts from 1 within a ledger, `by` is who, `at` when (ISO 8601, UTC)."""

    id: int
    by: str
    at: str


class SourceAdded(Event, frozen=True, kw_only=True, tag="source added"):
    """A source came in; `source` is its id.

    `came_with` is the id of the first event of several that came in one go, 0 for that one and for what came alone: one
    undo takes all of them back.
    """

    source: str
    came_with: int = 0


class Decided(Event, frozen=True, kw_only=True, tag="verdict"):
    """A verdict on all the names of a card that were ticked, pair by pair.

    `score` is what was shown then (0..1), None where the reviewer picked the names without being asked; `preferred` the
    entry's name where one was chosen with it; `note` why.
    """

    verdict: Verdict
    names: tuple[Name, ...]
    score: float | None = None
    preferred: str = ""
    note: str = ""


class Accepted(Event, frozen=True, kw_only=True, tag="batch"):
    """Many cards called the same in one go: the names of each, with the least score (0..1) among them."""

    groups: tuple[tuple[Name, ...], ...]
    score: float


class SplitOff(Event, frozen=True, kw_only=True, tag="split"):
    """`names` were taken out of their entry, in which `left` stayed; either side stays together."""

    names: tuple[Name, ...]
    left: tuple[Name, ...]


class SpellingDecided(Event, frozen=True, kw_only=True, tag="spelling"):
    """A verdict on two spellings of a word, for every name they stand in.

    `a` and `b` are folded; `preferred` is the form that both are to read where spellings are harmonised, as written
    ("Qunaitra"), where one was chosen with it.
    """

    verdict: Verdict
    a: str
    b: str
    score: float
    preferred: str = ""


class NameChosen(Event, frozen=True, kw_only=True, tag="preferred name"):
    """The preferred name of the entry that holds `name`."""

    name: Name
    text: str


class Noted(Event, frozen=True, kw_only=True, tag="note"):
    """What a reviewer wrote about the entry that held `names`; it takes the place of what was written before."""

    names: tuple[Name, ...]
    text: str


class Flagged(Event, frozen=True, kw_only=True, tag="flag"):
    """A flag set on, or taken off, the entry that held `names`."""

    names: tuple[Name, ...]
    flag: Flag
    on: bool


class SourceRemoved(Event, frozen=True, kw_only=True, tag="source removed"):
    """A source was taken out of use; what was decided of its names stays said."""

    source: str


class SourceReplaced(Event, frozen=True, kw_only=True, tag="source replaced"):
    """A source was read again and the new reading, `source`, took the place of `old`.

    `respelled` pairs the texts of lines that were only written anew, old and new: each two are the same. `came_with` is
    as in `SourceAdded`.
    """

    source: str
    old: str
    respelled: tuple[tuple[str, str], ...] = ()
    came_with: int = 0


class Undone(Event, frozen=True, kw_only=True, tag="undo"):
    """Event `target` no longer counts, nor do those in `more` that came in one go with it. All stay in the ledger."""

    target: int
    more: tuple[int, ...] = ()


class Redone(Event, frozen=True, kw_only=True, tag="redo"):
    """Event `target` counts again, and so do those in `more`."""

    target: int
    more: tuple[int, ...] = ()


Said = (
    SourceAdded
    | SourceRemoved
    | SourceReplaced
    | Decided
    | Accepted
    | SplitOff
    | SpellingDecided
    | NameChosen
    | Noted
    | Flagged
)
"""An event that says something, and counts until it is undone."""

AnyEvent = Said | Undone | Redone


# --- what follows from it ----------------------------------------------------------------------------------------


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """The canonical entry, derived from sources and ledger.

    `id` stays the same while its earliest signature stays its own; `variants` are the distinct texts of its signatures
    other than `name`, most used first; `signatures` are in order of sources and positions; `note` and `flags` are what
    a reviewer put there.
    """

    id: str
    name: str
    variants: tuple[str, ...]
    signatures: tuple[Signature, ...]
    note: str = ""
    flags: tuple[Flag, ...] = ()
