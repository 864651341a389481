"""RTF -> list: paragraphs, list marks and tables in order (Rich Text Format specification 1.9.1).

striprtf 0.0.35 was tried first: 75 kB of nested links took it 80 seconds, and it loses the cells of tables. Only what a
list needs is understood here; all else, pictures and where links lead to among it, is passed over.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from reviewer.errors import BadInput
from reviewer.reading.draft import Draft, Options
from reviewer.reading.lines import Line, Role, number_lines, one_line, parted, says_something
from reviewer.reading.notes import is_sign
from reviewer.reading.text import read_lines_of_text
from reviewer.reading.within import Tables

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|"
    rb"(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+"
)
_PASSED = frozenset(
    b"""colortbl pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation listtable
    listoverridetable revtbl rsidtbl generator fldinst xe tc bkmkstart bkmkend themedata datastore filetbl
    """.split()
)
_SIGNS = {
    b"tab": "\t", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"~": "\u00a0", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}", b"line": "\n",
    b"zwj": "\u200d", b"zwnj": "\u200c", b"ltrmark": "\u200e", b"rtlmark": "\u200f",
}  # fmt: skip
_CHARSETS = {
    b"77": "mac_roman", b"128": "cp932", b"129": "cp949", b"134": "cp936", b"136": "cp950", b"161": "cp1253",
    b"162": "cp1254", b"163": "cp1258", b"177": "cp1255", b"178": "cp1256", b"186": "cp1257", b"204": "cp1251",
    b"222": "cp874", b"238": "cp1250",
}  # fmt: skip
_CODE_PAGES = frozenset((*range(1250, 1259), 437, 850, 852, 866, 874, 932, 936, 949, 950))
_DEEPEST = 1000  # groups within each other
_WIDEST = 1000  # cells in a row
_WHITE = re.compile(r"[ \t\r]+")  # a no-break space is part of the name
_HEADING = ("heading", "title")


_Row = list[list[Line]]  # the cells of a row, each the lines in it


class _Group(msgspec.Struct):
    """What holds within one pair of braces: where its text goes, how it is encoded, what kind of paragraph it is."""

    goes_to: str = "body"
    font: bytes = b""
    style: bytes = b""
    skip: int = 1  # bytes behind each \u that older programs show instead
    hidden: bool = False
    in_table: bool = False
    outline: bool = False
    raised: bool = False


def read_rtf(data: bytes, name: str, options: Options) -> Draft:
    """Return the lines of a document, its list of names proposed, with its title if it gives one.

    Raises BadInput, naming the file `name`, where it is damaged.
    """
    tables = Tables(options)
    walk = _Walk(name, options.max_lines)
    walk.read(data)
    draft = tables.tell(read_lines_of_text(number_lines(_with_tables(walk.found, tables))))
    return draft._replace(title=draft.title or one_line(walk.pop("title")))


def _with_tables(found: Sequence[Line | _Row], tables: Tables) -> Iterator[Line]:
    """Yield the lines of a document with its rows of cells read as tables; blank ones stand for blank space."""
    rows: list[_Row] = []
    for one in chain(found, [Line("")]):
        if isinstance(one, list):
            rows.append(one)
            continue
        if rows:
            yield Line("")
            yield from tables.lines_in(rows)
            yield Line("")
            rows = []
        yield one


class _Walk:
    """One walk over a document: `found` are its paragraphs, and its rows of cells as lists, in order."""

    def __init__(self, name: str, most: int) -> None:
        self.name, self.most = name, most
        self.found: list[Line | _Row] = []
        self.texts: dict[str, list[str]] = {}  # what was written to where
        self.group = _Group()
        self.page = "cp1252"
        self.fonts: dict[bytes, str] = {}
        self.headings: set[bytes] = set()
        self.bytes = bytearray()  # text that is not decoded yet
        self.skipped = 0  # bytes still to be passed over behind a \u
        self.cells: _Row = []
        self.cell: list[Line] = []

    def read(self, data: bytes) -> None:
        """Walk over `data`; raise BadInput where its braces don't fit."""
        open_groups: list[_Group] = []
        at = 0
        while found := _TOKEN.match(data, at):
            at = found.end()
            kind = found.lastgroup
            if kind == "brace":
                self._flush()
                if found["brace"] == b"{":
                    open_groups.append(self.group)
                    self.group = msgspec.structs.replace(self.group)
                elif open_groups:
                    self._close(self.group)
                    self.group = open_groups.pop()
                if not 0 < len(open_groups) <= _DEEPEST:
                    break
            elif kind in ("word", "number"):
                at += self._word(found["word"].lower(), found["number"])
            elif kind == "sign":
                self._sign(found["sign"])
            elif kind:
                self._take(bytes.fromhex(found["hex"].decode()) if kind == "hex" else found["text"])
        if open_groups:
            raise BadInput(f"{self.name} is a text in RTF that is cut off or damaged: save it again")
        self._end()

    # --- text --------------------------------------------------------------------------------------------------------

    def _take(self, data: bytes) -> None:
        passed = min(self.skipped, len(data))
        self.skipped -= passed
        self.bytes += data[passed:]

    def _flush(self) -> None:
        """Decode what was read; a byte alone may be half a sign."""
        if self.bytes:
            self._write(bytes(self.bytes).decode(self.fonts.get(self.group.font, self.page), "replace"))
            self.bytes.clear()

    def _write(self, text: str) -> None:
        is_note = self.group.raised and is_sign(text)  # the sign of a footnote that was typed by hand
        if not self.group.hidden and self.group.goes_to != "nowhere" and not is_note:
            self.texts.setdefault(self.group.goes_to, []).append(text)

    def pop(self, where: str) -> str:
        """Return what was written to one place so far, and forget it; signs beyond the first plane come as two."""
        text = "".join(self.texts.pop(where, ()))
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _sign(self, sign: bytes) -> None:
        self._flush()
        self.skipped = 0
        if sign == b"*":
            self.group.goes_to = "nowhere"
        elif sign in b"\r\n":
            self._end()
        else:
            self._write(_SIGNS.get(sign, ""))

    # --- control words -----------------------------------------------------------------------------------------------

    def _word(self, word: bytes, number: bytes | None) -> int:
        """Do what a control word says; return how many bytes of pictures stand behind it."""
        self._flush()
        self.skipped = 0
        value = int(number) if number else 0
        if word == b"bin":
            return max(value, 0)
        if word == b"u":
            self._write(chr(value % 0x10000))
            self.skipped = self.group.skip
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in (b"par", b"sect", b"page"):
            self._end()
        elif word in (b"cell", b"nestcell"):
            self._end_cell(nested=word == b"nestcell")
        elif word == b"row":
            self._end_row()
        else:
            self._set(word, number or b"", value)
        return 0

    def _set(self, word: bytes, number: bytes, value: int) -> None:
        group = self.group
        if word in _PASSED:
            group.goes_to = "nowhere"
        elif word in (b"fonttbl", b"stylesheet", b"listtext", b"pntext", b"title", b"info"):
            group.goes_to = {b"pntext": "listtext"}.get(word, word.decode())
        elif word == b"f":
            group.font = number
        elif word == b"fcharset" and group.goes_to == "fonttbl" and number in _CHARSETS:
            self.fonts[group.font] = _CHARSETS[number]
        elif word == b"ansicpg":
            self.page = f"cp{value}" if value in _CODE_PAGES else "utf-8" if value == 65001 else self.page
        elif word == b"uc":
            group.skip = min(max(value, 0), 10)
        elif word in (b"v", b"deleted"):
            group.hidden = number != b"0"
        elif word == b"s":
            group.style = number
        elif word == b"outlinelevel":
            group.outline = value < 9
        elif word == b"intbl":
            group.in_table = True
        elif word in (b"super", b"up", b"nosupersub"):
            group.raised = word != b"nosupersub" and number != b"0"
        elif word == b"plain":
            group.hidden = group.raised = False
        elif word == b"pard":
            group.in_table = group.outline = False
            group.style = b""

    def _close(self, group: _Group) -> None:
        """Take what a group was for: the name of a style."""
        if group.goes_to == "stylesheet":
            called = self.pop("stylesheet").strip(" ;").casefold()
            if called.startswith(_HEADING):
                self.headings.add(group.style)

    # --- paragraphs and tables ---------------------------------------------------------------------------------------

    def _end(self) -> None:
        """End a paragraph; within a table it goes into the cell."""
        if self.group.goes_to != "body":
            return
        self._flush()
        if self.group.in_table:
            self.cell += self._paragraph()
        else:
            self._add(*self._paragraph())

    def _add(self, *found: Line | _Row) -> None:
        if len(self.found) + len(found) > self.most:
            raise BadInput(f"{self.name} has more than {self.most:,} lines, the most that are read: split it")
        self.found += found

    def _end_cell(self, nested: bool) -> None:
        self._flush()
        self.cell += self._paragraph()
        if nested:
            return
        self.cells.append([line for line in self.cell if line.text])
        self.cell = []
        if len(self.cells) > _WIDEST:
            raise BadInput(f"{self.name} has a table of more than {_WIDEST:,} columns: save the list by itself")

    def _end_row(self) -> None:
        if any(self.cells):
            self._add(self.cells)
        self.cells = []

    def _paragraph(self) -> list[Line]:
        """Return the lines of the paragraph that ends here."""
        mark = one_line(self.pop("listtext").replace("\t", " "))
        texts = [_WHITE.sub(" ", line).strip() for line in self.pop("body").split("\n")]
        is_bullet = bool(mark) and not any(map(str.isalnum, mark))
        texts = list(filter(None, texts))
        if not any(map(says_something, texts)):
            return [Line("")]
        if mark:
            return [Line(" ".join(texts), "•" if is_bullet else mark, Role.ITEM)]
        is_heading = self.group.outline or self.group.style in self.headings
        return parted([Line(text, role=Role.HEADING if is_heading else Role.TEXT) for text in texts])
