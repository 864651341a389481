"""The matrix of entries and lists, and what each two lists share: the tables behind the pictures, in their order."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from reviewer.cells import guard
from reviewer.export.table import Cell, table
from reviewer.model import Entry, Source

if TYPE_CHECKING:
    from reviewer.matrix import Matrix

_HEADER = ("Entry", "Name", "Lists")
_OVERLAP = ("List", "Entries", "Other list", "Entries of the other", "In both", "Share of the smaller", "Share of all")
_BETWEEN = "; "


def write_matrix(entries: Sequence[Entry], sources: Sequence[Source]) -> bytes:
    """Return a CSV table: one row an entry with the number of lists it signed, one column a list.

    A cell holds the numbers under which the entry signed that list ("14", or "14; 31"), and nothing where it did not.
    Rows and columns are in the order of `matrix.matrix`.
    """
    made = _matrix(entries, sources)
    return table((*_HEADER, *(guard(_title(s)) for s in made.sources)), _rows(made))


def write_overlap(entries: Sequence[Entry], sources: Sequence[Source]) -> bytes:
    """Return a CSV table: one row for each two lists, with the entries of either and those that signed both.

    Shares are 0..1: of the list with fewer entries, and of all entries that signed either (Jaccard).
    """
    return table(_OVERLAP, _pairs(_matrix(entries, sources)))


def _matrix(entries: Sequence[Entry], sources: Sequence[Source]) -> "Matrix":
    from reviewer.matrix import matrix  # brings numpy: not before it is needed

    return matrix(entries, sources)


def _rows(made: "Matrix") -> Iterator[Sequence[Cell]]:
    place = {source.id: i for i, source in enumerate(made.sources)}
    for entry in made.entries:
        cells = [""] * len(place)
        for signature in entry.signatures:
            before = cells[place[signature.source]]
            cells[place[signature.source]] = f"{before}{_BETWEEN if before else ''}{signature.position}"
        yield entry.id, entry.name, sum(map(bool, cells)), *cells


def _pairs(made: "Matrix") -> Iterator[Sequence[Cell]]:
    for one, other in combinations(range(len(made.sources)), 2):
        shared, of_smaller, jaccard = made.overlap(one, other)
        a, b = ((_title(made.sources[i]), int(made.shared[i, i])) for i in (one, other))
        yield *a, *b, shared, f"{of_smaller:.3f}", f"{jaccard:.3f}"


def _title(source: Source) -> str:
    """Return the heading of a list: two of one title are told apart by their dates."""
    return f"{source.title} ({source.date})" if source.date else source.title
