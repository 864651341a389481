"""What the two pictures of a matrix show, in values and words: who signed what, and what each two share. Free of Qt."""

from abc import ABC, abstractmethod
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reviewer.matrix import Matrix
from reviewer.model import Source
from reviewer.ui.parts import words

Shares = NDArray[np.float32]

_MOST_NUMBERS = 3
"""Of the signatures of one cell, how many have their number told."""


class Grid(ABC):
    """Cells in rows and columns.

    `is_square` when rows and columns are the same things; `behind` says what stands behind a row's name.
    """

    is_square = False
    behind = ""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix

    @property
    @abstractmethod
    def rows(self) -> int:
        """How many rows there are."""

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.matrix.sources)

    @abstractmethod
    def row_id(self, row: int) -> str:
        """Return what a row is, by its id."""

    @abstractmethod
    def row_of(self, identity: str) -> int:
        """Return the row with an id; the first where there is none."""

    @cached_property
    def column_ids(self) -> list[str]:
        """What the columns are, by their sources' ids."""
        return [source.id for source in self.matrix.sources]

    def column_of(self, identity: str) -> int:
        """Return the column of the source with an id; the first where there is none."""
        return self.column_ids.index(identity) if identity in self.column_ids else 0

    def column_title(self, column: int) -> tuple[str, str]:
        """Return the title of a column's statement and its date in short."""
        source = self.matrix.sources[column]
        return source.title, source.date[:10]

    @abstractmethod
    def row_title(self, row: int) -> tuple[str, str]:
        """Return a row's name and what stands behind it, in short."""

    @abstractmethod
    def shares(self, rows: range) -> Shares:
        """Return how full cells are, 0..1, more than 1 where several things are in one; an array of rows by columns."""

    @abstractmethod
    def text(self, row: int, column: int) -> str:
        """Return what is written in a cell that is not empty, where there is room."""

    @abstractmethod
    def facts(self, row: int, column: int) -> tuple[str, str]:
        """Return what there is to say of a cell: of what, and the sentence."""


class SignedGrid(Grid):
    """Entries by statements."""

    behind = "signed"

    @property
    def rows(self) -> int:
        """How many entries there are."""
        return len(self.matrix.entries)

    def row_id(self, row: int) -> str:
        """Return the entry's id."""
        return self.matrix.entries[row].id

    def row_of(self, identity: str) -> int:
        """Return the row of the entry with an id."""
        return next((row for row, entry in enumerate(self.matrix.entries) if entry.id == identity), 0)

    def row_title(self, row: int) -> tuple[str, str]:
        """Return the entry's name, and how many statements it signed."""
        return self.matrix.entries[row].name, f"{len(self.matrix.signed(row)):,}"

    def shares(self, rows: range) -> Shares:
        """Return how many signatures stand in a cell."""
        starts = self.matrix.starts[rows.start : rows.stop + 1]
        cells = slice(starts[0], starts[-1])
        filled = np.zeros((len(rows), self.columns), dtype=np.float32)
        filled[np.repeat(np.arange(len(rows)), np.diff(starts)), self.matrix.columns[cells]] = self.matrix.counts[cells]
        return filled

    def text(self, row: int, column: int) -> str:
        """Return the number under which the entry signed, and how many more there are."""
        first, *more = self.matrix.signatures(row, column)
        return f"{first.position:,}{f' +{len(more)}' if more else ''}"

    def facts(self, row: int, column: int) -> tuple[str, str]:
        """Return the entry, and where in the statement it signed as what."""
        entry, source = self.matrix.entries[row], self.matrix.sources[column]
        signed = self.matrix.signatures(row, column)
        if not signed:
            return entry.name, f"{_statement(source)}: not signed"
        numbers = ", ".join(f"{s.position:,}" for s in signed[:_MOST_NUMBERS])
        more = f" and {len(signed) - _MOST_NUMBERS:,} more" if len(signed) > _MOST_NUMBERS else ""
        others = dict.fromkeys(s.text for s in signed if s.text != entry.name)
        as_ = f"  ·  signed as {' and '.join(map(words.quoted, list(others)[:_MOST_NUMBERS]))}" if others else ""
        return entry.name, f"{_statement(source)}: no. {numbers}{more}{as_}"


class OverlapGrid(Grid):
    """Statements by statements: how many entries signed both."""

    is_square = True

    @property
    def rows(self) -> int:
        """How many statements there are."""
        return self.columns

    def row_id(self, row: int) -> str:
        """Return the source's id."""
        return self.column_ids[row]

    def row_of(self, identity: str) -> int:
        """Return the row of the source with an id."""
        return self.column_of(identity)

    def row_title(self, row: int) -> tuple[str, str]:
        """Return the statement's title and its date."""
        return self.column_title(row)

    def shares(self, rows: range) -> Shares:
        """Return the share that signed both of those that signed either."""
        shared, each = self.matrix.shared[rows.start : rows.stop], np.diag(self.matrix.shared)
        either = np.maximum(1, each[rows.start : rows.stop, None] + each[None, :] - shared)
        return np.asarray(shared / either, dtype=np.float32)

    def text(self, row: int, column: int) -> str:
        """Return how many entries signed both."""
        return f"{int(self.matrix.shared[row, column]):,}"

    def facts(self, row: int, column: int) -> tuple[str, str]:
        """Return the one statement, and what it has in common with the other."""
        one, other = self.matrix.sources[row], self.matrix.sources[column]
        signed, signed_other = (int(self.matrix.shared[i, i]) for i in (row, column))
        if row == column:
            return one.title, f"{_statement(one)}: {words.count(signed, 'entry', 'entries')}"
        shared, of_smaller, jaccard = self.matrix.overlap(row, column)
        with_ = f"this ({signed:,}) and {_statement(other)} ({signed_other:,})"
        if not shared:
            return one.title, f"No entry signed both {with_}"
        shares = f"{words.percent(of_smaller)} % of the smaller, {words.percent(jaccard)} % of all who signed either"
        return one.title, f"{words.count(shared, 'entry', 'entries')} signed both {with_}: {shares}"


def _statement(source: Source) -> str:
    return ", ".join(filter(None, (words.quoted(words.shortened(source.title, 70)), words.day(source.date))))
