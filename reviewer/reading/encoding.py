"""Bytes -> text: UTF-8 first, UTF-16 by its mark or zeros, then the eight-bit encodings of Arabic and Western lists."""

import codecs
import re

from reviewer.errors import BadInput, UnknownEncoding

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ue000-\uf8ff\ufffe\uffff]")
_EIGHT_BIT = ["cp1256", "cp1252", "iso8859_6"]
_SAMPLE = 2**18  # bytes by which an eight-bit encoding is told
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
    """Return which order of UTF-16 makes text of data with zeros in it: letters and spaces, nothing else."""
    for encoding in ("utf-16-le", "utf-16-be") if b"\0" in data[:_SAMPLE] and len(data) % 2 == 0 else ():
        text = data[:_SAMPLE].decode(encoding, "replace")
        plain = sum(1 for letter in text if letter.isascii() or "\u0600" <= letter <= "\u06ff")
        if not _CONTROL.search(text) and "\ufffd" not in text and 10 * plain >= 9 * len(text):
            return encoding
    raise BadInput(f"{name} is no text file: save its list as plain text, CSV or a web page first")


def _eight_bit(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_EIGHT_BIT).best()
    if best is None or not _is_in(best.encoding, data):
        raise UnknownEncoding(f"{name} is in an unknown encoding: say which with --encoding, or save it as UTF-8 first")
    return best.encoding


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
