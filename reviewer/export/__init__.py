"""Entries -> files for other programs. One file a format; `FORMATS` names them all."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from reviewer.errors import BadInput
from reviewer.export.entries_csv import write_entries
from reviewer.export.entries_json import write_json
from reviewer.export.matrix_csv import write_matrix, write_overlap
from reviewer.export.signatures_csv import write_signatures
from reviewer.files import write_atomically
from reviewer.model import Entry, Source

__all__ = ["FORMATS", "HARMONISED", "Format", "export"]

Writer = Callable[[Sequence[Entry], Sequence[Source]], bytes]


class Format(NamedTuple):
    """One way to leave: the file's suffix with its dot, one line for a menu, and what makes the bytes."""

    suffix: str
    description: str
    write: Writer


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format(".csv", "Cleaned list: one row an entry, for Excel (CSV)", write_entries),
        "harmonised": Format(".csv", "Cleaned list with harmonised spellings, for Excel (CSV)", write_entries),
        "crosswalk": Format(".csv", "Who signed what: one row a signature, for Excel (CSV)", write_signatures),
        "json": Format(".json", "Entries with their variants and signatures (JSON)", write_json),
        "matrix": Format(".csv", "Who signed what: entries by lists, as a grid (CSV)", write_matrix),
        "overlap": Format(".csv", "What each two lists share: one row a pair (CSV)", write_overlap),
    }
)

HARMONISED = frozenset({"harmonised"})
"""The formats whose entries are to come under their harmonised names: `Review.export` sees to it."""


def export(entries: Sequence[Entry], sources: Sequence[Source], format_: str, out: Path | BinaryIO) -> None:
    """Write `entries`, whose signatures are of `sources`, to `out` in the format of that name.

    The same entries and sources give the same bytes. A path is replaced in one step; raises BadInput where it can't be
    written, or for an unknown format.
    """
    if format_ not in FORMATS:
        raise BadInput(f"there is no export format {format_!r}: choose one of {', '.join(FORMATS)}")
    data = FORMATS[format_].write(entries, sources)
    if isinstance(out, Path):
        write_atomically(out, data)
    else:
        out.write(data)
