"""How a document stands to the lists there are: known names, the very file, a later state of one. Free of Qt."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from reviewer import reading
from reviewer.model import Source
from reviewer.reading import Preview
from reviewer.reading.compare import Comparison, compare, find_earlier
from reviewer.ui.parts import telling, words

ADDED, REMOVED, RESPELLED, APART = "+", "−", "≈", "≠"
"""Signs of lines in a list that was read before: new, gone, written anew, written anew but another signatory."""

_CONTEXT = 1000  # lines of both readings, up to which all of them tell what is rare


class Standing(msgspec.Struct, frozen=True):
    """How a document stands to the lists there are.

    `known` are the numbers of lines whose texts are in the review, `already` the list that is this very file, `earlier`
    the one this is a later state of and `changes` what changed since; `signs` are those of the lines that came or were
    written anew, `before` the old texts of the latter, by the number of the line. Their signs tell whether the matcher
    holds the two for one signatory. `rows` are the places of the document's lines with those that are gone between
    them, each behind the line it stood behind: -1 is the first of `changes.removed`.
    """

    known: frozenset[int] = frozenset()
    already: Source | None = None
    earlier: Source | None = None
    changes: Comparison | None = None
    signs: Mapping[int, str] = {}
    before: Mapping[int, str] = {}
    rows: Sequence[int] = ()


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
    return Standing(known, None, earlier, changes, signs, before, _with_removed(wanted, earlier, changes))


def _with_removed(wanted: Wanted, earlier: Source, changes: Comparison) -> list[int]:
    lines = wanted.shown.parts[0].lines
    gone = {line.position: -i for i, line in enumerate(changes.removed, 1)}
    anew = {old.text: new.text for old, new in changes.respelled}
    stands = {lines[i].text: i for i in reversed(range(len(lines)))}
    behind: dict[int, list[int]] = {}
    at = min((i for i, line in enumerate(lines) if line.number in wanted.ticked), default=0) - 1
    for line in earlier.signatures:
        if line.position in gone:
            behind.setdefault(at, []).append(gone[line.position])
        else:
            at = stands.get(anew.get(line.text, line.text), at)
    rows = behind.get(-1, [])
    for i in range(len(lines)):
        rows += [i, *behind.get(i, ())]
    return rows


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


def of_kept(source: Source, ticked: int) -> str:
    """Return what is said of a list that is only looked at again, `ticked` lines of the document being its own."""
    told = f"As {_called(source)} was read. To take other lines, take the list out and add it again: verdicts stay."
    missing = len(source.signatures) - ticked
    if not missing:
        return told
    stand = words.count(missing, "signature of it stands", "signatures of it stand")
    return f"{told} {stand} in no line as it is read now: column, sheet or encoding were others."


def of_earlier(standing: Standing) -> str:
    """Return what changed since a list was read before, empty where it was not."""
    if standing.already:
        return f"This file is in the review already, as {_called(standing.already)}: there is nothing to add."
    if not standing.earlier or not standing.changes:
        return ""
    return f"A later state of {_called(standing.earlier)}: {telling.of_changes(standing.changes)}."


def _called(source: Source) -> str:
    return ", ".join(filter(None, (words.quoted(words.shortened(source.title)), words.day(source.date))))
