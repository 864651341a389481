"""CSV and other separated text -> list: separator, header and name column are found."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from reviewer.errors import BadInput
from reviewer.files import unguard_cell
from reviewer.reading.lines import Found, mark_off, says_something

Rows = Sequence[Sequence[str]]

_SEPARATORS = ",;\t|"
# What a column of names is called, best first; compared without case and punctuation.
_NAME_HEADERS = (
    "name", "names", "full name", "signatory", "signatories", "signatory name", "name of signatory", "signed as",
    "organisation", "organization", "organisation name", "organization name", "name of organisation",
    "name of organization", "organisations", "organizations", "group", "association", "institution",
    "nom", "noms", "nom complet", "signataire", "signataires", "nom de l'organisation",
    "الاسم", "اسم", "الاسم الكامل", "الاسماء", "الأسماء", "الموقع", "الموقعون", "الموقعين", "اسم المنظمة", "المنظمة",
    "المنظمات", "الجهة", "الجهة الموقعة", "المؤسسة",
)  # fmt: skip
# What other columns are called: they show that the first row is a header.
_OTHER_HEADERS = frozenset(
    {
        "id", "no", "nr", "n", "#", "number", "date", "country", "city", "place", "town", "role", "title", "position",
        "email", "e-mail", "phone", "website", "url", "link", "type", "language", "notes", "pays", "ville", "fonction",
        "numéro", "الرقم", "م", "رقم", "البلد", "الدولة", "المدينة", "الصفة", "المنصب", "التاريخ", "البريد الالكتروني",
    }
)  # fmt: skip


def is_table(text: str) -> bool:
    """Tell whether text of an unknown kind is a table: a known name header, and as many cells in every row."""
    try:
        rows = parse(text)
    except csv.Error:
        return False
    even = len({len(row) for row in rows}) == 1
    return len(rows) > 1 and even and len(rows[0]) > 1 and _named_column(rows[0]) is not None


def read_table(text: str, name: str) -> Found:
    """Return the names in the name column of a CSV text. Raises BadInput, naming `name`, for broken quoting."""
    try:
        rows = parse(text)
    except csv.Error as error:
        raise BadInput(f"{name} is no table that can be read ({error}): save it anew as CSV") from error
    column, first = name_column(rows)
    cells = [row[column] for row in rows[first:] if column < len(row)]
    return Found([line for line in mark_off([unguard_cell(cell.strip()) for cell in cells]) if line.text])


def parse(text: str) -> list[list[str]]:
    """Split `text` into rows of cells at the separator that gives the most even rows. Raises csv.Error."""
    best: tuple[float, list[list[str]]] = (-1.0, [])
    for separator in _SEPARATORS:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(row)]
        widths = Counter(map(len, rows))
        width, often = max(widths.items(), key=lambda pair: pair[1], default=(1, 0))
        evenness = often / len(rows) if width > 1 else 0.0
        if evenness > best[0]:
            best = (evenness, rows)
    return best[1]


def name_column(rows: Rows, headed: bool = False) -> tuple[int, int]:
    """Return the index of the column of names and that of the first row below the header.

    `headed` says that the first row is known to be a header; else it is one if it uses a header's words.

    The column is the one whose header says so, else the one with the most distinct texts (then the longest ones).
    """
    if not rows:
        return 0, 0
    named = _named_column(rows[0])
    header = headed or named is not None or any(_folded(cell) in _OTHER_HEADERS for cell in rows[0])
    body = rows[1:] if header else rows
    return (_most_distinct(body) if named is None else named), int(header)


def _named_column(row: Sequence[str]) -> int | None:
    cells = [_folded(cell) for cell in row]
    return next((cells.index(header) for header in _NAME_HEADERS if header in cells), None)


def _folded(cell: str) -> str:
    return " ".join(cell.replace("_", " ").casefold().strip(" .:*\ufeff").split())


def _most_distinct(rows: Rows) -> int:
    def wealth(column: int) -> tuple[int, int]:
        texts = {row[column].strip() for row in rows if column < len(row) and says_something(row[column])}
        return len(texts), sum(map(len, texts))

    return max(range(max(map(len, rows), default=1)), key=wealth)
