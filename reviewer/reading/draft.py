"""What the reader of a format hands over: a document's lines and which of them it proposes; and what it may be told."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from reviewer.model import Source
from reviewer.reading.lines import Line

HEADING = "a heading"
SENTENCE = "reads as a sentence"
OUTSIDE = "outside the list"
BESIDE = "said of the name above"
NO_NAME = "no name in it"
HEADER = "the header of the table"
NOT_CHOSEN = "not among the lines asked for"

ALL_COLUMNS = "*"
"""What is asked for as a column where the names stand in all of them."""


class Options(msgspec.Struct, frozen=True):
    """What the reader of a file is told instead of finding it out; empty leaves it to the reader.

    `column` is the header, letter or number (from 1) of the column of names, of tables within documents too, where
    `ALL_COLUMNS` takes the cells of all; `header` whether the first row of a table is its header. `sheet` is the name
    or number of a sheet, `encoding` the name of a text's encoding, `lines` the lines that are the list ("12-40,43", see
    `preview.PreviewLine`).
    `max_mib` is the size of the largest file that is read, in MiB; what it unpacks to may be four times that.
    """

    column: str = ""
    sheet: str = ""
    encoding: str = ""
    lines: str = ""
    header: bool | None = None
    max_mib: int = 64

    @property
    def max_lines(self) -> int:
        """The most lines that are read."""
        return self.max_mib * 2**14


class Column(msgspec.Struct, frozen=True):
    """A column of a table: its header, or its letter where it has none, and the first texts in it."""

    name: str
    samples: tuple[str, ...]


class Draft(NamedTuple):
    """One document as a format reader understood it; empty facts are unknown.

    `whys` says of each line why it is not proposed and is empty for those that are, `groups` is the label of each.
    Tables, and documents with tables in them, tell their `columns`, the index of the one taken (None where all are),
    why it is (`column_why`) and whether a row was taken for the `header`; workbooks their `sheets` and the index of
    this one. `origin` is the source as it was kept, where the file is one of ours.
    """

    lines: Sequence[Line]
    whys: Sequence[str]
    groups: Sequence[str]
    title: str = ""
    date: str = ""
    url: str = ""
    columns: tuple[Column, ...] = ()
    column: int | None = None
    column_why: str = ""
    header: bool | None = None
    sheets: tuple[str, ...] = ()
    sheet: int = 0
    origin: Source | None = None

    @property
    def holds_names(self) -> bool:
        """Whether any line is proposed."""
        return not all(self.whys)


def list_of(lines: Sequence[Line], title: str = "", date: str = "", url: str = "") -> Draft:
    """Return a document that is a list and nothing else: every line is proposed."""
    return Draft(lines, [""] * len(lines), [""] * len(lines), title, date, url)
