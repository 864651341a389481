"""The one place that chooses: by what a file holds, and only where that says nothing by its name."""

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reviewer.errors import BadInput
from reviewer.model import Progress
from reviewer.reading.archive import Archive, protected
from reviewer.reading.draft import Draft, Options
from reviewer.reading.encoding import decode
from reviewer.reading.lines import FILLED

# Readers are imported where they are called: starting the program must wait neither for libraries that some of them
# bring, nor for the patterns of all the others.

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_FIELD = re.compile(rb"[!-9;-~]{1,70}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n){0,50}")
_FIELDS_OF_MAIL = re.compile(rb"^(from|date|subject|received|mime-version|message-id):", re.IGNORECASE | re.MULTILINE)
_MOST_FIELDS = 200
_TABLES = (".csv", ".tsv", ".tab")


class Document(NamedTuple):
    """What a file turned out to be: its format, the encoding of its text (empty where it has none), its lists."""

    format: str
    encoding: str
    drafts: Sequence[Draft]


def read_document(data: bytes, name: str, suffix: str, options: Options, progress: Progress) -> Document:
    """Return the documents in `data`; `suffix` is that of the file name, in small letters with its dot.

    Raises BadInput, naming the file `name`, where they can't be read.
    """
    max_bytes = options.max_mib * 2**20
    if data.startswith(b"PK\x03\x04"):
        return _read_zip(data, name, options, max_bytes, progress)
    if data.startswith(_OLE):
        return _read_ole(data, name, options, progress)
    if b"%PDF-" in data[:1024]:
        from reviewer.reading.pdf import read_pdf

        return _document("PDF", "", read_pdf(data, name, options, progress), name, options)
    if data.startswith(b"{\\rtf"):
        from reviewer.reading.rtf import read_rtf

        return _document("RTF", "", read_rtf(data, name, options), name, options)
    if is_mail(data):
        return _read_mail(data, name, options, progress)
    return _read_text(data, name, suffix, options)


def _read_mail(data: bytes, name: str, options: Options, progress: Progress) -> Document:
    from reviewer.reading.mail import read_mail
    from reviewer.reading.within import check_column

    def attached(content: bytes, called: str) -> Sequence[Draft]:
        if is_mail(content):
            raise BadInput(f"{called} is a message within a message: save it by itself")
        suffix = Path(called.removesuffix(f" in {name}")).suffix.casefold()
        return read_document(content, called, suffix, options, progress).drafts

    drafts = read_mail(data, name, options, attached)
    check_column(drafts, name, options)
    return Document("e-mail", "", drafts)


def _read_zip(data: bytes, name: str, options: Options, max_bytes: int, progress: Progress) -> Document:
    archive = Archive(data, name, max_bytes)
    if "word/document.xml" in archive.names:
        from reviewer.reading.word import read_word

        return _document("DOCX", "", read_word(data, name, options, archive), name, options)
    kind = archive.read("mimetype") if "mimetype" in archive.names else b""
    is_ods = kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet")
    if is_ods and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise protected(name)
    is_binary = "xl/workbook.bin" in archive.names
    if is_ods or is_binary or "xl/workbook.xml" in archive.names:
        from reviewer.reading.workbook import read_workbook

        form = "ODS" if is_ods else "XLSB" if is_binary else "XLSX"
        return Document(form, "", read_workbook(data, name, options, archive, progress))
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        from reviewer.reading.open_text import read_open_text

        return _document("ODT", "", read_open_text(archive, options), name, options)
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise BadInput(f"{name} is no text or sheet that is read: save it as DOCX, XLSX or PDF first")
    raise BadInput(f"{name} is a zip archive: unpack it and choose the files in it")


def _read_ole(data: bytes, name: str, options: Options, progress: Progress) -> Document:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise protected(name)
    if "WordDocument".encode("utf-16-le") in data:
        raise BadInput(f"{name} is a text of an old Word: save it as DOCX first")
    if "__properties_version".encode("utf-16-le") in data:
        raise BadInput(f"{name} is a message of Outlook: save it as EML, HTML or plain text first")
    from reviewer.reading.workbook import read_workbook

    return Document("XLS", "", read_workbook(data, name, options, None, progress))


def _read_text(data: bytes, name: str, suffix: str, options: Options) -> Document:
    text, encoding = decode(data, name, options.encoding)
    most = options.max_lines
    breaks = text.count("\n") + text.count("\r")
    if breaks > 4 * most or sum(1 for _ in islice(FILLED.finditer(text), most + 1)) > most:
        raise BadInput(f"{name} has more than {most:,} lines, the most that are read: split it, or raise --max-mib")
    if _JSON.match(text) or suffix == ".json":
        from reviewer.reading.json_lists import read_json

        return Document("JSON", encoding, read_json(text, name, options))
    from reviewer.reading.marked import is_flat, is_page

    if is_flat(text):
        from reviewer.reading.open_text import read_flat

        return _document("ODT", "", read_flat(data, name, options), name, options)
    if is_page(text):
        from reviewer.reading.page import read_page

        return _document("HTML", encoding, read_page(text, options), name, options)
    from reviewer.reading.markdown import is_markdown, read_markdown
    from reviewer.reading.table import is_crosswalk, is_table, read_crosswalk, read_table
    from reviewer.reading.text import read_text

    if is_crosswalk(text) and not options.column:
        return Document("CSV", encoding, read_crosswalk(text, name))
    is_md = suffix in (".md", ".markdown") or (suffix not in _TABLES and is_markdown(text))
    is_asked = bool(options.column) or options.header is not None
    if suffix in _TABLES or (is_asked and not is_md) or is_table(text):
        return Document("CSV", encoding, [read_table(text, name, options)])
    if is_md:
        return _document("Markdown", encoding, read_markdown(text, options), name, options)
    return Document("text", encoding, [read_text(text)])


def is_mail(data: bytes) -> bool:
    """Tell whether data are a message: they begin with header fields, and three of those that every message has."""
    at = 0
    for _ in range(_MOST_FIELDS):
        found = _FIELD.match(data, at)
        if not found:
            break
        at = found.end()
    return (
        data[at : at + 2].startswith((b"\n", b"\r\n"))
        and len(set(map(bytes.lower, _FIELDS_OF_MAIL.findall(data[:at])))) >= 3
    )


def _document(form: str, encoding: str, draft: Draft, name: str, options: Options) -> Document:
    """Return a document of running text with tables in it."""
    from reviewer.reading.within import check_column

    check_column([draft], name, options)
    return Document(form, encoding, [draft])
