"""A document that is looked at before it counts: its lines, which are ticked, and how it stands to the review.

Free of Qt. A line is known by its number, as `reading.take` wants it.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from reviewer import reading
from reviewer.errors import NoSignatories
from reviewer.matching import fold
from reviewer.model import Source
from reviewer.opening import Arrival
from reviewer.reading import Options, Part, Preview, PreviewLine
from reviewer.reading.draft import HEADING
from reviewer.ui.lists import encodings
from reviewer.ui.lists.standing import APART, REMOVED, RESPELLED, Standing, Wanted
from reviewer.ui.parts import words
from reviewer.ui.parts.hidden import is_right_to_left

_SAMPLE = 200  # lines by which the direction of a document is told, or its encoding chosen
_UNREAD = "not read yet"


class Origin(msgspec.Struct, frozen=True):
    """Where a document comes from, to read it again: a file, or what was pasted (`data`) and is called `path`."""

    path: Path
    data: bytes | None = None
    part: int = 0

    def preview(self, options: Options) -> Preview:
        """Return all that is there; slow, raises what `reading.preview` raises."""
        if self.data is None:
            return reading.preview(self.path, options)
        return reading.preview_data(self.data, self.path.name, options)

    def beginning(self) -> bytes:
        """Return the first bytes of a file, by which its encoding can be chosen; none of what was pasted."""
        if self.data is not None:
            return b""
        with self.path.open("rb") as file:
            return file.read(encodings.BEGINNING)


class Row(msgspec.Struct, frozen=True):
    """One row on screen: a line of the document (`number` 0 for one that is gone), its sign, what is said of it.

    `parts` are those proposed beside the name: "role director · place London".
    """

    number: int
    text: str
    mark: str = ""
    sign: str = ""
    told: str = ""
    parts: str = ""
    is_heading: bool = False


class Paper:
    """One document with the reviewer's ticks and facts, which begin as the reader proposes them.

    `kept` is the list in the review that was made of it, where it is only looked at again: then its ticks are those of
    the list, and stay. `beginning` are the first bytes of a text, where its encoding may be chosen.
    """

    def __init__(
        self,
        shown: Preview,
        origin: Origin,
        options: Options = Options(),  # noqa: B008  # frozen
        *,
        beginning: bytes = b"",
        kept: Source | None = None,
    ) -> None:
        self.part: Part = shown.parts[min(origin.part, len(shown.parts) - 1)]
        self.shown = msgspec.structs.replace(shown, parts=(self.part,))
        self.origin, self.options, self.beginning, self.kept = origin, options, beginning, kept
        facts = kept or self.part
        self.title, self.date, self.url = facts.title, facts.date, facts.url
        self.ticked: set[int] = _lines_of(kept, self.part) if kept else set(self.shown.proposed)
        self._said: dict[int, bool] = {}
        lines = self.part.lines  # what takes long with many is found now: papers are made in another thread
        self._numbers = [line.number for line in lines]
        self._spelled = [_spelled(line.text) for line in lines]
        self.longest_mark = max((line.mark for line in lines), key=len, default="")
        self.runs_right_to_left = _runs_right_to_left(lines)
        self._undone_by: list[set[int]] = []
        self.as_another = False
        self.standing = Standing()
        self.is_compared = False
        self.rows: Sequence[int] = range(len(self.part.lines))

    # --- what is shown -----------------------------------------------------------------------------------------------

    @property
    def replaces(self) -> bool:
        """Whether the reading takes the place of an earlier one."""
        return self.standing.earlier is not None and not self.as_another

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken: something is ticked, and it is known not to be here already."""
        return bool(self.ticked) and self.is_compared and not self.is_fixed

    @property
    def is_unread(self) -> bool:
        """Whether the lines are only there to choose an encoding by."""
        return not self.shown.format

    @property
    def is_fixed(self) -> bool:
        """Whether there is nothing to tick: it is in the review already, or could not be read yet."""
        return self.is_unread or self.kept is not None or self.standing.already is not None

    @property
    def refusal(self) -> str:
        """The sentence that no list was found, or that nothing could be read; empty where one was."""
        if self.is_unread:
            return f"The encoding of {self.shown.file} is unknown. Choose the one its lines can be read in (Alt+E)."
        if self.kept or any(line.is_proposed for line in self.part.lines):
            return ""
        try:
            reading.take(self.shown)
        except NoSignatories as error:
            return str(error)
        return ""

    def row(self, at: int) -> Row:
        """Return the row at a place of `rows`."""
        place = self.rows[at]
        if place < 0:
            assert self.standing.changes
            gone = self.standing.changes.removed[-place - 1]
            return Row(0, gone.text, gone.mark, REMOVED, "no longer in the list")
        line = self.part.lines[place]
        sign = self.sign(line.number)
        parts = _of_parts(line) if line.number in self.ticked else ""
        return Row(line.number, line.text, line.mark, sign, self._told(line), parts, line.why == HEADING)

    def find(self, wanted: str) -> list[int]:
        """Return the places in `rows` whose text holds `wanted`, in whatever spelling of its letters."""
        if not wanted.strip():
            return []
        plain = wanted.strip().casefold()
        folded = fold(wanted) or plain
        odd = plain != folded
        found = [i for i, text in enumerate(self._spelled) if folded in text or (odd and plain in text)]
        if isinstance(self.rows, range):
            return found
        places = set(found)
        return [at for at, place in enumerate(self.rows) if place in places]

    def sign(self, number: int) -> str:
        """Return the sign of a line that is ticked."""
        if not self.replaces or number not in self.ticked:
            return ""
        sign = self.standing.signs.get(number, "")
        if number in self._said and number in self.standing.before:
            return APART if self._said[number] else RESPELLED
        return sign

    def worth_a_look(self, rows: range) -> int | None:
        """Return the first of some rows where ticks begin or end or, in a later state of a list, something changed."""
        if self.replaces:
            changed = {n for n in (*self.standing.signs, *self._said) if self.sign(n)}
            places = ((at, self.rows[at]) for at in rows)
            return next((at for at, place in places if place < 0 or self._numbers[place] in changed), None)
        return next((at for at in rows if self._is_on(at) is not (at > 0 and self._is_on(at - 1))), None)

    def _is_on(self, at: int) -> bool:
        return self._numbers[at] in self.ticked

    def row_like(self, row: Row) -> int:
        """Return where a row that was shown stands now; the first where it is gone."""
        gone = self.standing.changes.removed if self.standing.changes else ()
        same = self._numbers.index(row.number) if row.number else None
        for at, place in enumerate(self.rows):
            if place == same or (same is None and place < 0 and gone[-place - 1].text == row.text):
                return at
        return 0

    def _told(self, line: PreviewLine) -> str:
        """Return why a line is not ticked, else its group and what is known of it."""
        if line.number not in self.ticked:
            return line.why or "left out"
        if line.number in self.standing.before and self.replaces:
            two = "; two signatories" if self.sign(line.number) == APART else ""
            return f"was {words.quoted(self.standing.before[line.number])}{two}"
        is_known = line.number in self.standing.known and not self.replaces
        return "  ·  ".join(filter(None, (words.isolate(line.group) if line.group else "", "known" * is_known)))

    # --- what the reviewer does --------------------------------------------------------------------------------------

    def tick(self, numbers: Iterable[int], *, on: bool) -> None:
        """Tick lines or untick them."""
        self._become(self.ticked.union(numbers) if on else self.ticked.difference(numbers))

    def tick_proposed(self) -> None:
        """Tick what the reader proposes and nothing else."""
        self._become(set(self.shown.proposed))

    def tick_all(self) -> None:
        """Tick every line."""
        self._become({line.number for line in self.part.lines})

    def untick_all(self) -> None:
        """Untick every line."""
        self._become(set())

    def undo(self) -> None:
        """Take back the last change of the ticks."""
        if self._undone_by:
            self.ticked ^= self._undone_by.pop()

    def _become(self, ticked: set[int]) -> None:
        if not self.is_fixed:
            self._undone_by.append(self.ticked ^ ticked)
            self.ticked = ticked

    def tell_apart(self, numbers: Iterable[int], *, apart: bool) -> None:
        """Say that lines written anew are other signatories than the old ones, or the same after all."""
        self._said |= {number: apart for number in numbers if number in self.standing.before}

    def read_anew(self, shown: Preview, options: Options) -> "Paper":
        """Return the document as it was read with other options; facts the reviewer wrote stay."""
        anew = Paper(shown, self.origin, options, beginning=self.beginning, kept=self.kept)
        if self.kept:
            return anew
        anew.title = anew.title if self.title == self.part.title else self.title
        anew.date = anew.date if self.date == self.part.date else self.date
        anew.url = anew.url if self.url == self.part.url else self.url
        anew.as_another = self.as_another
        return anew

    # --- what comes of it --------------------------------------------------------------------------------------------

    @property
    def wanted(self) -> "Wanted":
        """What is to be taken now, fit for another thread."""
        title = self.title.strip() or self.part.title
        part = msgspec.structs.replace(self.part, title=title, date=self.date.strip(), url=self.url.strip())
        return Wanted(msgspec.structs.replace(self.shown, parts=(part,)), frozenset(self.ticked))

    def arrival(self) -> Arrival:
        """Return the list as it is to come into the review; raises NoSignatories where nothing is ticked."""
        path = None if self.origin.data is not None else self.origin.path
        arrival = Arrival(self.wanted.source(), path=path, options=self.options)
        if not self.replaces:
            return arrival
        one = [line for line in self.part.lines if self.sign(line.number) == RESPELLED]
        respelled = tuple((self.standing.before[line.number], line.text) for line in one)
        return msgspec.structs.replace(arrival, earlier=self.standing.earlier, respelled=respelled)

    def stand(self, standing: Standing) -> bool:
        """Take how the document stands; return whether other rows are shown for it."""
        before = (self.rows, self.standing.changes and self.standing.changes.removed)
        self.standing, self.is_compared = standing, True
        self.rows = standing.rows if self.replaces else range(len(self.part.lines))
        return before != (self.rows, standing.changes and standing.changes.removed)


def unread(origin: Origin) -> Paper:
    """Return a document in an unknown encoding: its first lines, each byte as some letter, none to be ticked."""
    beginning, name = origin.beginning(), origin.path.name
    texts = encodings.lines_of(beginning)[:_SAMPLE]
    lines = tuple(PreviewLine(i, text, why=_UNREAD) for i, text in enumerate(texts, 1))
    part = Part("", lines, origin.path.stem, file=name)
    return Paper(Preview(name, "", "", (part,)), msgspec.structs.replace(origin, part=0), beginning=beginning)


def _lines_of(source: Source, part: Part) -> set[int]:
    """Return the numbers of the lines that are the signatures of a list."""
    places: dict[str, list[int]] = {}
    for line in reversed(part.lines):
        places.setdefault(line.text, []).append(line.number)
    return {places[signature.text].pop() for signature in source.signatures if places.get(signature.text)}


def _spelled(text: str) -> str:
    """Return how a line may be looked for: but for case, and but for all that is no difference."""
    plain, folded = text.casefold(), fold(text)
    return plain if folded in plain else f"{plain}\n{folded}"


def _runs_right_to_left(lines: Sequence[PreviewLine]) -> bool:
    """Tell whether most lines do, or most of those that are proposed where any are."""
    proposed = islice((line.text for line in lines if line.is_proposed), _SAMPLE)
    asked = list(proposed) or [line.text for line in lines[:_SAMPLE]]
    return 2 * sum(map(is_right_to_left, asked)) > len(asked)


def _of_parts(line: PreviewLine) -> str:
    """Return the parts proposed of a line beside its name: "role director · place London"."""
    found = line.fields
    named = (("role", found.role), ("organisation", found.organisation), ("place", found.place))
    return "  ·  ".join(f"{what} {words.isolate(text)}" for what, text in named if text)


# --- in words --------------------------------------------------------------------------------------------------------


def of_ticks(paper: Paper) -> str:
    """Return what would be taken: "134 of 151 lines will be added; 12 of them are known already"."""
    ticked, lines = len(paper.ticked), len(paper.part.lines)
    if paper.is_unread:
        return f"The first {words.count(lines, 'line')}" if lines > 1 else "The first line"
    if paper.kept:
        return f"{ticked:,} of {words.count(lines, 'line')} {_are(ticked)} in the list"
    if paper.standing.already:
        return words.count(lines, "line")
    if not ticked:
        return f"None of {words.count(lines, 'line')} is ticked; Space ticks those that are chosen"
    will = "will be taken" if paper.replaces else "will be added"
    told = f"{ticked:,} of {words.count(lines, 'line')} {will}"
    known = len(paper.ticked & paper.standing.known)
    return told if paper.replaces or not known else f"{told}; {known:,} of them {_are(known)} known already"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
