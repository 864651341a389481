"""Bytes -> text: UTF-8 first, UTF-16 by its mark, then the eight-bit encodings of Arabic and Western lists."""

import codecs
import re

from charset_normalizer import from_bytes

from reviewer.errors import BadInput

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_EIGHT_BIT = ["cp1256", "cp1252", "iso8859_6"]


def decode(data: bytes, name: str) -> str:
    """Return the text in `data`, without a byte order mark. Raises BadInput, naming `name`, where it is no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_as("utf-16", data, name)
    if _BINARY.search(data):
        raise BadInput(f"{name} is no text file: save its list as plain text, CSV or a web page first")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data, cp_isolation=_EIGHT_BIT).best()
        if best is None:
            raise BadInput(f"{name} is in an unknown encoding: save it as UTF-8 first") from None
        return _decode_as(best.encoding, data, name)


def _decode_as(encoding: str, data: bytes, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(f"{name} is cut off or damaged at byte {error.start} ({encoding}): get it anew") from error
