"""The one place that chooses: by what a file holds, and only where that says nothing by its name."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from reviewer.errors import BadInput
from reviewer.reading.archive import Archive, protected
from reviewer.reading.draft import Draft, Options
from reviewer.reading.encoding import decode
from reviewer.reading.json_lists import read_json
from reviewer.reading.lines import FILLED
from reviewer.reading.markdown import is_markdown, read_markdown
from reviewer.reading.table import is_crosswalk, is_table, read_crosswalk, read_table
from reviewer.reading.text import read_text
from reviewer.reading.within import check_column

# Readers that bring heavy libraries are imported where they are called: starting the program must not wait for them.

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|meta|\?xml|!--StartFragment)\b", re.IGNORECASE)
_TAGGED = re.compile(r"\s*<[a-z!]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:p|div|li|[ou]l|table|section|article|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_TABLES = (".csv", ".tsv", ".tab")
_LINES_PER_MIB = 2**14


class Document(NamedTuple):
    """What a file turned out to be: its format, the encoding of its text (empty where it has none), its lists."""

    format: str
    encoding: str
    drafts: Sequence[Draft]


def read_document(data: bytes, name: str, suffix: str, options: Options) -> Document:
    """Return the documents in `data`; `suffix` is that of the file name, in small letters with its dot.

    Raises BadInput, naming the file `name`, where they can't be read.
    """
    max_bytes = options.max_mib * 2**20
    if data.startswith(b"PK\x03\x04"):
        return _read_zip(data, name, options, max_bytes)
    if data.startswith(_OLE):
        return _read_ole(data, name, options)
    if b"%PDF-" in data[:1024]:
        from reviewer.reading.pdf import read_pdf

        return _document("PDF", "", read_pdf(data, name, options), name, options)
    if data.startswith(b"{\\rtf"):
        raise BadInput(f"{name} is a text in RTF: save it as DOCX or plain text first")
    return _read_text(data, name, suffix, options)


def _read_zip(data: bytes, name: str, options: Options, max_bytes: int) -> Document:
    archive = Archive(data, name, max_bytes)
    if "word/document.xml" in archive.names:
        from reviewer.reading.word import read_word

        return _document("DOCX", "", read_word(data, name, options, archive), name, options)
    kind = archive.read("mimetype") if "mimetype" in archive.names else b""
    is_ods = kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet")
    if is_ods and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise protected(name)
    if is_ods or "xl/workbook.xml" in archive.names:
        from reviewer.reading.workbook import read_workbook

        return Document("ODS" if is_ods else "XLSX", "", read_workbook(data, name, options, archive))
    if "xl/workbook.bin" in archive.names:
        raise BadInput(f"{name} is a binary workbook: save it as XLSX first")
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise BadInput(f"{name} is no text or sheet that is read: save it as DOCX, XLSX or PDF first")
    raise BadInput(f"{name} is a zip archive: unpack it and choose the files in it")


def _read_ole(data: bytes, name: str, options: Options) -> Document:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise protected(name)
    if "WordDocument".encode("utf-16-le") in data:
        raise BadInput(f"{name} is a text of an old Word: save it as DOCX first")
    from reviewer.reading.workbook import read_workbook

    return Document("XLS", "", read_workbook(data, name, options, None))


def _read_text(data: bytes, name: str, suffix: str, options: Options) -> Document:
    text, encoding = decode(data, name, options.encoding)
    most = options.max_mib * _LINES_PER_MIB
    breaks = text.count("\n") + text.count("\r")
    if breaks > 4 * most or sum(1 for _ in islice(FILLED.finditer(text), most + 1)) > most:
        raise BadInput(f"{name} has more than {most:,} lines, the most that are read: split it, or raise --max-mib")
    if _JSON.match(text) or suffix == ".json":
        return Document("JSON", encoding, read_json(text, name, options))
    if is_page(text):
        from reviewer.reading.page import read_page

        return _document("HTML", encoding, read_page(text, options), name, options)
    if is_crosswalk(text) and not options.column:
        return Document("CSV", encoding, read_crosswalk(text, name))
    is_md = suffix in (".md", ".markdown") or (suffix not in _TABLES and is_markdown(text))
    is_asked = bool(options.column) or options.header is not None
    if suffix in _TABLES or (is_asked and not is_md) or is_table(text):
        return Document("CSV", encoding, [read_table(text, name, options)])
    if is_md:
        return _document("Markdown", encoding, read_markdown(text, options), name, options)
    return Document("text", encoding, [read_text(text)])


def _document(form: str, encoding: str, draft: Draft, name: str, options: Options) -> Document:
    """Return a document of running text with tables in it."""
    check_column([draft], name, options)
    return Document(form, encoding, [draft])


def is_page(text: str) -> bool:
    """Tell whether a text is HTML: it begins as a page or a copied piece of one does, or with a tag and has a block."""
    return bool(_PAGE.match(text) or (_TAGGED.match(text) and _CLOSED.search(text)))
