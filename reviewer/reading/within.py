"""The tables within a document, of whatever format: their names, and which column that is in all of them."""

from collections.abc import Iterator, Sequence

from reviewer.errors import BadInput
from reviewer.reading.draft import HEADING, Draft, Options
from reviewer.reading.grid import Row, are_alike, find_header, read_grid, read_spread, rows_of
from reviewer.reading.lines import Line, Role


class Tables:
    """Reads the tables of one document as they come, each by itself, as `options` say of `column` and `header`.

    What is shown of them is that of the largest: a document has one list, most often.
    """

    def __init__(self, options: Options = Options()) -> None:  # noqa: B008  # frozen
        self.column, self.header = options.column, options.header
        self._largest = 0
        self._shown = Draft((), (), ())

    def names_in(self, rows: Sequence[Row], headed: bool | None = None) -> list[tuple[str, Role]]:
        """Return the names in a table and the headings between them; `headed` as in `grid.find_header`.

        Below a header it is the name column. Without one, all cells are names where the columns are alike (names set in
        columns), else the richest column is.
        """
        headed = headed if self.header is None else self.header
        is_spread = not self.column and find_header(rows, headed).row is None and are_alike(rows)
        draft = read_spread(rows, headed) if is_spread else self._read(rows, headed)
        self._show(draft, len(rows))
        roles = [Role.HEADING if why == HEADING else Role.ITEM for why in draft.whys]
        kept = [
            (line, role) for line, role, why in zip(draft.lines, roles, draft.whys, strict=True) if why in ("", HEADING)
        ]
        return [(f"{line.mark} {line.text}".strip(), role) for line, role in kept]

    def lines_in(self, cells: Sequence[Sequence[Sequence[Line]]], headed: bool | None = None) -> Iterator[Line]:
        """Yield the names of a table of rows of cells of lines.

        Where cells hold several lines each, and none is a header, the table lays out the page, and all lines are meant.
        """
        texts = [[_joined(cell) for cell in row] for row in cells]
        headed = headed if self.header is None else self.header
        several = any(sum(1 for line in cell if line.text) > 1 for row in cells for cell in row)
        if several and not self.column and find_header(rows_of(texts), headed).row is None:
            for column in range(max(map(len, cells))):
                yield from (line for row in cells if column < len(row) for line in row[column])
            return
        yield from (Line(text, role=role) for text, role in self.names_in(rows_of(texts), headed))

    def show_spread(self, rows: Sequence[Row], headed: bool | None = None) -> None:
        """Tell of a table, or of text set in columns, of which all cells are taken."""
        self._show(read_spread(rows, headed), len(rows))

    def tell(self, draft: Draft) -> Draft:
        """Return the draft of the whole document with what there is to choose in its tables."""
        shown = self._shown
        return draft._replace(
            columns=shown.columns, column=shown.column, column_why=shown.column_why, header=shown.header
        )

    def _read(self, rows: Sequence[Row], headed: bool | None) -> Draft:
        """Read one table; one without the column that was asked for as if it was not."""
        try:
            return read_grid(rows, "", self.column, headed)
        except BadInput:
            return read_grid(rows, "", headed=headed)._replace(columns=())

    def _show(self, draft: Draft, size: int) -> None:
        if len(draft.columns) > bool(not self.column) and size > self._largest:
            self._shown, self._largest = draft, size


def check_column(drafts: Sequence[Draft], name: str, options: Options) -> None:
    """Raise BadInput, naming the file `name`, where a column was asked for and no table in its documents has it."""
    if options.column and not any(draft.column_why for draft in drafts):
        raise BadInput(f"{name} has no table with a column {options.column!r}: leave --column out to see what it has")


def _joined(cell: Sequence[Line]) -> str:
    return " ".join(f"{line.mark} {line.text}".strip() for line in cell if line.text)
