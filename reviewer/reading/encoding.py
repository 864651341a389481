"""Bytes -> text: UTF-8 first, UTF-16 by its mark or letters, what a page says, then eight-bit encodings of lists."""

import codecs
import re

from reviewer.errors import BadInput, UnknownEncoding

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Patterns that most lists have no need of are left to `re`, which compiles them at first use.
_CONTROL = r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ue000-\uf8ff\ufffe\uffff]"
_EIGHT_BIT = ["cp1256", "cp1252", "iso8859_6"]
_SAMPLE = 2**18  # bytes by which an eight-bit encoding is told
_HEAD = 4096  # bytes in which a page or an XML file says its encoding
_TOLD = rb"""(?i)<(?:meta\s[^>]{0,200}?charset|\?xml\s[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]{2,30})"""
_OF_LISTS = "[\t-\r -~\u00a0-\u024f\u0600-\u06ff\u0750-\u077f\u2000-\u206f\u20a0-\u20bf\u2116\u2122\ufb50-\ufdff]"
_MIXED = "[\u0621-\u0652][A-Za-z\u00c0-\u024f]|[A-Za-z\u00c0-\u024f][\u0621-\u0652]"
_ARTICLE = r"\bال"
_CALLED = {"cp1256": "windows-1256", "cp1252": "windows-1252", "iso8859_6": "ISO-8859-6", "utf_8": "UTF-8"}


def decode(data: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """Return the text in `data`, without a byte order mark, and what its encoding is called.

    `encoding` says which it is, by any name Python knows; else it is found out. Raises BadInput, naming the file
    `name`, where the data are no text, UnknownEncoding where they may be one but it must be told which encoding.
    """
    if encoding:
        return _decode_as(_known(encoding), data, name)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _decode_as("utf-32", data, name)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_as("utf-16", data, name)
    if _BINARY.search(data):
        return _decode_as(_unmarked_utf_16(data, name), data, name)
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return _decode_as(_eight_bit(data, name), data, name)


def _known(encoding: str) -> str:
    try:
        found = codecs.lookup(encoding)
        "".encode(found.name)
    except (LookupError, ValueError):
        raise BadInput(f"No encoding is called {encoding!r}: try utf-8, utf-16, windows-1256 or windows-1252") from None
    return "utf-8-sig" if found.name == "utf-8" else found.name


def _unmarked_utf_16(data: bytes, name: str) -> str:
    """Return which order of UTF-16 makes text of data that are none byte by byte: letters and spaces of lists."""
    for encoding in ("utf-16-le", "utf-16-be") if len(data) % 2 == 0 else ():
        text = data[:_SAMPLE].decode(encoding, "replace")
        if not re.search(_CONTROL, text) and len(re.findall(_OF_LISTS, text)) >= 0.95 * len(text):
            return encoding
    raise BadInput(f"{name} is no text file: save its list as plain text, CSV or a web page first")


def _eight_bit(data: bytes, name: str) -> str:
    told = re.search(_TOLD, data[:_HEAD])
    if told and (said := _lookup(told[1].decode("ascii"))) and _is_in(said, data):
        return said
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_EIGHT_BIT).best()
    if best is None or not _is_in(best.encoding, data):
        raise UnknownEncoding(f"{name} is in an unknown encoding: say which with --encoding, or save it as UTF-8 first")
    if (
        best.encoding == "cp1256"
        and _is_in("iso8859_6", data)
        and _oddness("cp1256", data) > _oddness("iso8859_6", data)
    ):
        return "iso8859_6"
    return best.encoding


def _lookup(encoding: str) -> str:
    """Return what Python calls an encoding that a page names; empty for one that it doesn't know or that is no text."""
    try:
        return "" if encoding.casefold().startswith("utf") else _known(encoding)
    except BadInput:
        return ""


def _oddness(encoding: str, data: bytes) -> int:
    """Return how little a text looks like Arabic: letters beside Latin ones count for it, articles against.

    Common letters of ISO-8859-6 are French vowels or other letters in windows-1256; a short list shows it by no more.
    """
    text = data[:_SAMPLE].decode(encoding, "replace")
    return len(re.findall(_MIXED, text)) - len(re.findall(_ARTICLE, text))


def _is_in(encoding: str, data: bytes) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _decode_as(encoding: str, data: bytes, name: str) -> tuple[str, str]:
    try:
        return data.decode(encoding).removeprefix("\ufeff"), _CALLED.get(encoding.replace("-", "_"), _plain(encoding))
    except UnicodeDecodeError as error:
        raise BadInput(f"{name} is cut off or damaged at byte {error.start} ({encoding}): get it anew") from error


def _plain(encoding: str) -> str:
    return encoding.upper().removesuffix("-SIG").removesuffix("-LE").removesuffix("-BE").replace("_", "-")
