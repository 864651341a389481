"""A document that is looked at before it counts: its lines, which are ticked, and how it stands to the review.

Free of Qt. A line is known by its number, as `reading.take` wants it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from reviewer import reading
from reviewer.errors import NoSignatories
from reviewer.model import Source
from reviewer.opening import Arrival
from reviewer.reading import Options, Part, Preview, PreviewLine
from reviewer.reading.compare import Comparison, compare, find_earlier
from reviewer.reading.draft import HEADING
from reviewer.ui import telling, words
from reviewer.ui.hidden import is_right_to_left

ADDED, REMOVED, RESPELLED, APART = "+", "−", "≈", "≠"
"""Signs of lines in a list that was read before: new, gone, written anew, written anew but another signatory."""

_CONTEXT = 1000  # lines of both readings, up to which all of them tell what is rare
_SAMPLE = 200  # lines by which the direction of a document is told


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


class Row(msgspec.Struct, frozen=True):
    """One row on screen: a line of the document (`number` 0 for one that is gone), its sign, what is said of it."""

    number: int
    text: str
    mark: str = ""
    sign: str = ""
    told: str = ""
    is_heading: bool = False


class Standing(msgspec.Struct, frozen=True):
    """How a document stands to the lists there are.

    `known` are the numbers of lines whose texts are in the review, `already` the list that is this very file, `earlier`
    the one this is a later state of and `changes` what changed since; `signs` are those of the lines that came or were
    written anew, `before` the old texts of the latter, by the number of the line. Their signs tell whether the matcher
    holds the two for one signatory.
    """

    known: frozenset[int] = frozenset()
    already: Source | None = None
    earlier: Source | None = None
    changes: Comparison | None = None
    signs: Mapping[int, str] = {}
    before: Mapping[int, str] = {}


class Paper:
    """One document with the reviewer's ticks and facts, which begin as the reader proposes them."""

    def __init__(self, shown: Preview, origin: Origin, options: Options = Options()) -> None:  # noqa: B008  # frozen
        self.part: Part = shown.parts[min(origin.part, len(shown.parts) - 1)]
        self.shown = msgspec.structs.replace(shown, parts=(self.part,))
        self.origin, self.options = origin, options
        self.title, self.date, self.url = self.part.title, self.part.date, self.part.url
        self.ticked: set[int] = set(self.shown.proposed)
        self._said: dict[int, bool] = {}
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
        return bool(self.ticked) and self.is_compared and not self.standing.already

    @property
    def refusal(self) -> str:
        """The sentence that no list was found, empty where one was."""
        if any(line.is_proposed for line in self.part.lines):
            return ""
        try:
            reading.take(self.shown)
        except NoSignatories as error:
            return str(error)
        return ""

    @property
    def runs_right_to_left(self) -> bool:
        """Whether most of its lines, those proposed first, do."""
        lines = self.part.lines
        asked = [line.text for line in lines if line.is_proposed][:_SAMPLE] or [line.text for line in lines[:_SAMPLE]]
        return 2 * sum(map(is_right_to_left, asked)) > len(asked)

    def row(self, at: int) -> Row:
        """Return the row at a place of `rows`."""
        place = self.rows[at]
        if place < 0:
            assert self.standing.changes
            gone = self.standing.changes.removed[-place - 1]
            return Row(0, gone.text, gone.mark, REMOVED, "no longer in the list")
        line = self.part.lines[place]
        sign = self.sign(line.number)
        return Row(line.number, line.text, line.mark, sign, self._told(line), line.why == HEADING)

    def sign(self, number: int) -> str:
        """Return the sign of a line that is ticked."""
        if not self.replaces or number not in self.ticked:
            return ""
        sign = self.standing.signs.get(number, "")
        if number in self._said and number in self.standing.before:
            return APART if self._said[number] else RESPELLED
        return sign

    def is_worth_a_look(self, at: int) -> bool:
        """Tell whether the ticks begin or end at a row, or it changed."""
        if self.replaces:
            return self.rows[at] < 0 or bool(self.sign(self.part.lines[self.rows[at]].number))
        return at == 0 or (self.row(at).number in self.ticked) is not (self.row(at - 1).number in self.ticked)

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
        self._undone_by.append(self.ticked ^ ticked)
        self.ticked = ticked

    def tell_apart(self, numbers: Iterable[int], *, apart: bool) -> None:
        """Say that lines written anew are other signatories than the old ones, or the same after all."""
        self._said |= {number: apart for number in numbers if number in self.standing.before}

    def read_anew(self, shown: Preview, options: Options) -> "Paper":
        """Return the document as it was read with other options; facts the reviewer wrote stay."""
        anew = Paper(shown, self.origin, options)
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
        source = self.wanted.source()
        if not self.replaces:
            return Arrival(source)
        one = [line for line in self.part.lines if self.sign(line.number) == RESPELLED]
        return Arrival(source, self.standing.earlier, tuple((self.standing.before[x.number], x.text) for x in one))

    def stand(self, standing: Standing) -> bool:
        """Take how the document stands; return whether other rows are shown for it."""
        before = (self.rows, self.standing.changes and self.standing.changes.removed)
        self.standing, self.is_compared = standing, True
        self.rows = self._with_removed() if self.replaces else range(len(self.part.lines))
        return before != (self.rows, standing.changes and standing.changes.removed)

    def _with_removed(self) -> list[int]:
        """Return the places of all lines, those that are gone behind the line they stood behind: -1 is the first."""
        earlier, changes = self.standing.earlier, self.standing.changes
        assert earlier
        assert changes
        gone = {line.position: -i for i, line in enumerate(changes.removed, 1)}
        anew = {old.text: new.text for old, new in changes.respelled}
        stands = {self.part.lines[i].text: i for i in reversed(range(len(self.part.lines)))}
        behind: dict[int, list[int]] = {}
        at = min((i for i, line in enumerate(self.part.lines) if line.number in self.ticked), default=0) - 1
        for line in earlier.signatures:
            if line.position in gone:
                behind.setdefault(at, []).append(gone[line.position])
            else:
                at = stands.get(anew.get(line.text, line.text), at)
        rows = behind.get(-1, [])
        for i in range(len(self.part.lines)):
            rows += [i, *behind.get(i, ())]
        return rows


class Wanted(msgspec.Struct, frozen=True):
    """What is to be taken of a document: as it was read, with the reviewer's facts and ticks."""

    shown: Preview
    ticked: frozenset[int]

    def source(self) -> Source:
        """Return the list made of the ticked lines; raises NoSignatories where there are none."""
        return reading.take(self.shown, self.ticked)[0]


def stand(wanted: Wanted, sources: Collection[Source]) -> Standing:
    """Return how a document stands to `sources`; slow for large ones."""
    texts = {signature.text for each in sources for signature in each.signatures}
    known = frozenset(line.number for line in wanted.shown.parts[0].lines if line.text in texts)
    if not wanted.ticked:
        return Standing(known)
    source = wanted.source()
    already = next((each for each in sources if each.id == source.id), None)
    earlier = None if already else find_earlier(source, sources)
    if not earlier:
        return Standing(known, already)
    changes = compare(earlier, source)
    taken = [line.number for line in wanted.shown.parts[0].lines if line.number in wanted.ticked]
    signs = {taken[line.position - 1]: ADDED for line in changes.added}
    one = _likely(earlier, source, changes)
    signs |= {taken[b.position - 1]: RESPELLED if (a.text, b.text) in one else APART for a, b in changes.respelled}
    before = {taken[new.position - 1]: old.text for old, new in changes.respelled}
    return Standing(known, None, earlier, changes, signs, before)


def _likely(earlier: Source, source: Source, changes: Comparison) -> set[tuple[str, str]]:
    """Return the respelled texts, old and new, that are one signatory more likely than not.

    Letters that are alike are not enough: "Local Council of Homs" is not a spelling of "Local Council of Hama". What is
    rare tells, in the lists where they are small, among the respelled lines alone where that would take too long.
    """
    from reviewer.matching.names import find  # brings numpy: not at the start of the program

    pairs = {(old.text, new.text) for old, new in changes.respelled}
    if not pairs:
        return pairs
    is_small = len(earlier.signatures) + len(source.signatures) <= _CONTEXT
    before = [line.text for line in earlier.signatures] if is_small else [old for old, _ in pairs]
    after = [line.text for line in source.signatures] if is_small else [new for _, new in pairs]
    found = find((tuple(before), tuple(after)), min_score=0.5)
    return pairs & ({(each.a, each.b) for each in found.names} | {(each.b, each.a) for each in found.names})


# --- in words --------------------------------------------------------------------------------------------------------


def of_ticks(paper: Paper) -> str:
    """Return what would be taken: "134 of 151 lines will be added; 12 of them are known already"."""
    ticked, lines = len(paper.ticked), len(paper.part.lines)
    if paper.standing.already:
        return words.count(lines, "line")
    if not ticked:
        return f"None of {words.count(lines, 'line')} is ticked; Space ticks those that are chosen"
    will = "will be taken" if paper.replaces else "will be added"
    told = f"{ticked:,} of {words.count(lines, 'line')} {will}"
    known = len(paper.ticked & paper.standing.known)
    return told if paper.replaces or not known else f"{told}; {known:,} of them {_are(known)} known already"


def of_earlier(standing: Standing) -> str:
    """Return what changed since a list was read before, empty where it was not."""
    if standing.already:
        return f"This file is in the review already, as {_called(standing.already)}: there is nothing to add."
    if not standing.earlier or not standing.changes:
        return ""
    return f"A later state of {_called(standing.earlier)}: {telling.of_changes(standing.changes)}."


def _called(source: Source) -> str:
    return ", ".join(filter(None, (words.quoted(words.shortened(source.title)), words.day(source.date))))


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
