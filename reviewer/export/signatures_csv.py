"""Who signed what: one row a signature, list by list in the order of its lines."""

from collections.abc import Iterator, Sequence

from reviewer.export.table import Cell, table
from reviewer.model import Entry, Source

_HEADER = ("List", "Date", "Link", "No.", "Signed as", "Entry", "Name", "Group")


def write_signatures(entries: Sequence[Entry], sources: Sequence[Source]) -> bytes:
    """Return a CSV table with one row a signature.

    Columns: title, date and link of the list, position and text of the signature, its entry, its group in the list.
    """
    return table(_HEADER, _rows(entries, sources))


def _rows(entries: Sequence[Entry], sources: Sequence[Source]) -> Iterator[Sequence[Cell]]:
    owners = {(s.source, s.position): entry for entry in entries for s in entry.signatures}
    for source in sources:
        for signature in source.signatures:
            entry = owners.get((source.id, signature.position))
            if entry is not None:
                facts = (source.title, source.date, source.url)
                yield *facts, signature.position, signature.text, entry.id, entry.name, signature.group
