"""The cleaned list: one row an entry, in the order given."""

from collections.abc import Sequence

from reviewer.export.table import Cell, table
from reviewer.model import Entry, Source

_HEADER = ("Entry", "Name", "Signatures", "Lists", "Also signed as", "Signed")
_BETWEEN = " | "


def write_entries(entries: Sequence[Entry], sources: Sequence[Source]) -> bytes:
    """Return a CSV table: id, name, number of signatures and of lists, variants and titles of the lists signed."""
    titles = {source.id: source.title for source in sources}
    return table(_HEADER, (_row(entry, titles) for entry in entries))


def _row(entry: Entry, titles: dict[str, str]) -> Sequence[Cell]:
    lists = list(dict.fromkeys(signature.source for signature in entry.signatures))
    signed = _BETWEEN.join(titles[source] for source in lists)
    return entry.id, entry.name, len(entry.signatures), len(lists), _BETWEEN.join(entry.variants), signed
