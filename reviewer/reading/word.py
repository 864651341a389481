"""DOCX -> list: paragraphs, lists and tables in order, with the numbers that exist only in the numbering."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from reviewer.errors import BadInput
from reviewer.reading.archive import Archive
from reviewer.reading.draft import Draft, Options
from reviewer.reading.lines import Line, Role, number_lines, parted, says_something
from reviewer.reading.notes import is_sign
from reviewer.reading.numbering import Numbering, W, value
from reviewer.reading.text import read_lines_of_text
from reviewer.reading.within import Tables

# What holds text that is not of this paragraph: what was deleted, boxes, the copy of a drawing for older programs.
_PASSED = frozenset(
    (
        *(f"{W}{tag}" for tag in ("del", "moveFrom", "txbxContent", "pPr", "rPr", "instrText")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
_WHITE = re.compile(r"[ \t\r\n]+")  # a no-break space is part of the name
_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_HOLDERS = frozenset((f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"))


def read_word(data: bytes, name: str, options: Options, archive: Archive) -> Draft:
    """Return the lines of a document, its list of names proposed, with its title if it gives one.

    Raises BadInput, naming the file `name`, where it is damaged. Nothing the document points to is opened.
    """
    for part in archive.names:
        if part.lower().endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part):
            raise BadInput(f"{name} is no text as Word writes it ({part}): save it again as DOCX")
    tables = Tables(options)
    try:
        document = docx.Document(io.BytesIO(data))
        numbering = Numbering(document)
        found = list(_blocks(document.element.body, numbering, tables))
        told = document.core_properties.title or ""
    except (OpcError, zipfile.BadZipFile, etree.LxmlError, LookupError, ValueError, TypeError, AttributeError, OSError):
        raise BadInput(f"{name} is a text of Word that is cut off or damaged: save it again") from None
    draft = tables.tell(read_lines_of_text(number_lines(found)))
    return draft._replace(title=draft.title or told.strip())


def _blocks(parent: etree._Element, numbering: Numbering, tables: Tables) -> Iterator[Line]:
    """Yield the lines of a body or a cell; blank ones stand for blank space."""
    for element in parent:
        if element.tag == f"{W}p":
            yield from _paragraph(element, numbering)
        elif element.tag == f"{W}tbl":
            yield Line("")
            yield from _table(element, numbering, tables)
            yield Line("")
        elif element.tag in _HOLDERS:
            yield from _blocks(element, numbering, tables)


def _paragraph(element: etree._Element, numbering: Numbering) -> Iterator[Line]:
    texts = [_WHITE.sub(" ", text).strip() for text in "".join(_pieces(element)).split("\n")]
    texts = [text for text in texts if text]
    # Word counts an empty paragraph too, and numbers it; nobody means it.
    if not any(map(says_something, texts)):
        yield Line("".join(texts))
        return
    mark = numbering.mark(element)
    if mark:
        yield Line(" ".join(texts), mark, Role.ITEM)
        return
    role = Role.HEADING if numbering.is_heading(element) else Role.TEXT
    yield from parted([Line(text, role=role) for text in texts])


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "\u2011"
        elif isinstance(child.tag, str) and child.tag not in _PASSED and not _is_note(child):
            yield from _pieces(child)


def _is_note(run: etree._Element) -> bool:
    """Tell whether a run is the sign of a footnote that was typed by hand."""
    align, position = (value(run.find(f"{W}rPr/{W}{name}")) for name in ("vertAlign", "position"))
    if align != "superscript" and (position in ("", "0") or position.startswith("-")):
        return False
    return is_sign("".join(one.text or "" for one in run.findall(f"{W}t")))


def _table(table: etree._Element, numbering: Numbering, tables: Tables) -> Iterator[Line]:
    rows = [list(_cells(row)) for row in _inside(table, f"{W}tr")]
    cells = [[list(_blocks(cell, numbering, tables)) for cell in row] for row in rows]
    headed = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    return tables.lines_in(cells, headed or None)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row but those that continue the one above them."""
    for cell in _inside(row, f"{W}tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is None or value(merged) == "restart":
            yield cell


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _inside(child, tag)
