"""ODT, and its flat form in one XML file -> list (OpenDocument 1.3 part 3: text content).

Numbers of lists exist only in the numbering there too; they are counted here as the list styles say.
"""

import io
import re
from collections.abc import Iterator

from lxml import etree

from reviewer.errors import BadInput
from reviewer.reading.archive import Archive, protected
from reviewer.reading.draft import Draft, Options
from reviewer.reading.lines import Line, Role, number_lines, one_line, parted, says_something
from reviewer.reading.notes import is_sign
from reviewer.reading.numbering import written
from reviewer.reading.text import read_lines_of_text
from reviewer.reading.within import Tables

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _STYLE, _OFFICE = (_NAMES % name for name in ("text", "table", "style", "office"))
_DRAWING = _NAMES % "drawing"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# What holds text that is not of this paragraph, and text that was deleted.
_PASSED = frozenset(
    (
        *(f"{_TEXT}{tag}" for tag in ("note", "tracked-changes", "ruby-text", "bibliography-mark")),
        *(f"{_OFFICE}{tag}" for tag in ("annotation", "forms")),
        *(f"{_DRAWING}{tag}" for tag in ("frame", "text-box", "custom-shape")),
    )
)
_HOLDERS = frozenset(
    f"{_TEXT}{tag}" for tag in ("section", "list-header", "index-body", "user-index", "numbered-paragraph")
)
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ARABIC = {"أ, ب, ت": "arabicAlpha", "أ, ب, ج": "arabicAbjad"}
_WHITE = re.compile(r"[ \t\r\n]+")  # a no-break space is part of the name
_RAISED = re.compile(r"super|[1-9]\d{0,2}%")
_LEVELS = 10


def read_open_text(archive: Archive, options: Options) -> Draft:
    """Return the lines of a document, its list of names proposed, with its title if it gives one.

    Raises BadInput where it is protected or damaged. Nothing the document points to is opened.
    """
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise protected(archive.name)
    content, styles, meta = (
        _parsed(archive.read(part) if part in archive.names else b"<none/>", archive.name)
        for part in ("content.xml", "styles.xml", "meta.xml")
    )
    return _draft(content, [styles, content], meta, archive.name, options)


def read_flat(data: bytes, name: str, options: Options) -> Draft:
    """Return the lines of a flat document, as `read_open_text` does."""
    root = _parsed(data, name)
    return _draft(root, [root], root, name, options)


def _parsed(data: bytes, name: str) -> etree._Element:
    if b"<!DOCTYPE" in data:
        raise BadInput(f"{name} is no text as OpenDocument programs write it: save it again")
    try:
        return etree.parse(io.BytesIO(data), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except etree.LxmlError:
        raise BadInput(f"{name} is an OpenDocument text that is cut off or damaged: save it again") from None


def _draft(
    root: etree._Element, styled: list[etree._Element], meta: etree._Element, name: str, options: Options
) -> Draft:
    tables = Tables(options)
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise BadInput(f"{name} is an OpenDocument file without a text: save a sheet as ODS first")
    draft = tables.tell(read_lines_of_text(number_lines(_Walk(styled, tables).blocks(body))))
    told = meta.find(f".//{_TITLE}")
    return draft._replace(title=draft.title or one_line("" if told is None else told.text or ""))


class _Walk:
    """One walk over a text; counts the items of its lists as they come."""

    def __init__(self, styled: list[etree._Element], tables: Tables) -> None:
        self.tables = tables
        self.styles = {_of(one, _STYLE, "name"): one for root in styled for one in root.iter(f"{_TEXT}list-style")}
        self.named = {_of(one, _STYLE, "name"): one for root in styled for one in root.iter(f"{_STYLE}style")}
        self.raised = frozenset(name for name, style in self.named.items() if _is_raised(style))
        self.counts: dict[str, list[int]] = {}

    def blocks(self, parent: etree._Element) -> Iterator[Line]:
        """Yield the lines of a body, a section or a cell; blank ones stand for blank space."""
        for element in parent:
            if element.tag == f"{_TEXT}p":
                heading = self._is_title(_of(element, _TEXT, "style-name"))
                yield from _lines(element, self.raised, Role.HEADING if heading else Role.TEXT)
            elif element.tag == f"{_TEXT}h":
                yield from _lines(element, self.raised, Role.HEADING)
            elif element.tag == f"{_TEXT}list":
                yield from self._list(element, 0, "")
            elif element.tag == f"{_TABLE}table":
                yield Line("")
                yield from self._table(element)
                yield Line("")
            elif element.tag in _HOLDERS:
                yield from self.blocks(element)

    def _is_title(self, style: str) -> bool:
        found = self.named.get(style)
        return style == "Title" or (found is not None and _of(found, _STYLE, "parent-style-name") == "Title")

    def _list(self, element: etree._Element, depth: int, style: str) -> Iterator[Line]:
        """Yield the items of a list; a paragraph behind the first of an item goes on with it, and bears no mark."""
        style = _of(element, _TEXT, "style-name") or style
        counts = self.counts.setdefault(style, [0] * _LEVELS)
        if (
            depth == 0
            and _of(element, _TEXT, "continue-numbering") != "true"
            and not element.get(f"{_TEXT}continue-list")
        ):
            counts[:] = [0] * _LEVELS
        for item in element:
            if item.tag not in (f"{_TEXT}list-item", f"{_TEXT}list-header") or depth >= _LEVELS:
                continue
            marked = item.tag == f"{_TEXT}list-header"
            for child in item:
                if child.tag == f"{_TEXT}list":
                    yield from self._list(child, depth + 1, style)
                    continue
                if child.tag not in (f"{_TEXT}p", f"{_TEXT}h"):
                    continue
                text = " ".join(line.text for line in _lines(child, self.raised, Role.TEXT)).strip()
                mark = "" if marked else self._mark(style, depth, _of(item, _TEXT, "start-value"), counts)
                marked = True
                role = Role.HEADING if child.tag == f"{_TEXT}h" else Role.ITEM if mark else Role.TEXT
                yield Line(text, "" if role is Role.HEADING else mark, role)

    def _mark(self, style: str, depth: int, start: str, counts: list[int]) -> str:
        """Return the next number or bullet of a list at one level, counting it."""
        levels = {_of(one, _TEXT, "level"): one for one in self.styles.get(style, ())}
        level = levels.get(str(depth + 1))
        if level is None:
            return ""
        first = _of(level, _TEXT, "start-value") if not counts[depth] else ""
        counts[depth] = (
            int(start or first) if (start or first).isdecimal() and len(start or first) < 7 else counts[depth] + 1
        )
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if level.tag != f"{_TEXT}list-level-style-number":
            return "•"
        shown = _of(level, _TEXT, "display-levels")
        above = int(shown) - 1 if shown.isdecimal() and len(shown) < 3 else 0
        numbers = [_written(counts[i], levels.get(str(i + 1), level)) for i in range(max(0, depth - above), depth + 1)]
        text = ".".join(filter(None, numbers))
        return f"{_of(level, _STYLE, 'num-prefix')}{text}{_of(level, _STYLE, 'num-suffix')}".strip() if text else ""

    def _table(self, table: etree._Element) -> Iterator[Line]:
        headed = table.find(f"{_TABLE}table-header-rows") is not None
        rows = [[list(self.blocks(cell)) for cell in _cells(row)] for row in _rows(table)]
        yield from self.tables.lines_in(rows, headed or None)


def _of(element: etree._Element, space: str, name: str) -> str:
    return str(element.get(f"{space}{name}") or "")


def _written(number: int, level: etree._Element) -> str:
    form = _of(level, _STYLE, "num-format")
    known = _FORMS.get(form) or next((word for begin, word in _ARABIC.items() if form.startswith(begin)), "decimal")
    return written(max(number, 1), known) if form else ""


def _is_raised(style: etree._Element) -> bool:
    return any(_RAISED.match(_of(one, _STYLE, "text-position")) for one in style)


def _is_note(span: etree._Element, raised: frozenset[str]) -> bool:
    """Tell whether a span is the sign of a footnote that was typed by hand."""
    return _of(span, _TEXT, "style-name") in raised and is_sign("".join(map(str, span.itertext())))


def _lines(paragraph: etree._Element, raised: frozenset[str], role: Role) -> Iterator[Line]:
    texts = [_WHITE.sub(" ", text).strip() for text in "".join(_pieces(paragraph, raised)).split("\n")]
    texts = [text for text in texts if says_something(text)]
    yield from parted([Line(text, role=role) for text in texts or [""]])


def _pieces(element: etree._Element, raised: frozenset[str]) -> Iterator[str]:
    yield _WHITE.sub(" ", element.text or "")
    for child in element:
        if child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}s"):
            yield " "
        elif isinstance(child.tag, str) and child.tag not in _PASSED and not _is_note(child, raised):
            yield from _pieces(child, raised)
        yield _WHITE.sub(" ", child.tail or "")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group"):
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from (cell for cell in row if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
