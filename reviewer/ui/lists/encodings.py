"""Encodings one may choose for a text, each with what the text would read like. Free of Qt."""

import codecs
from encodings.aliases import aliases

from reviewer.ui.parts import words

COMMON = (
    "UTF-8",
    "UTF-16",
    "windows-1256",
    "windows-1252",
    "ISO-8859-6",
    "mac-arabic",
    "cp720",
    "windows-1254",
    "windows-1253",
    "windows-1251",
    "KOI8-R",
    "Shift_JIS",
    "GB18030",
)
"""Those offered at once; any other that Python knows can be written."""

BEGINNING = 2**14
"""How many bytes of a file are enough to see whether an encoding fits."""

_NO_TEXT = frozenset({"base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec", "zlib_codec"})
_LENGTH = 36


def fitting(beginning: bytes) -> list[tuple[str, str]]:
    """Return the common encodings that the first bytes of a file can be in, each with a line as it would read."""
    read = [(name, _decoded(beginning, name)) for name in COMMON]
    return [(name, _telling_line(text)) for name, text in read if text is not None]


def every_name() -> list[str]:
    """Return the names of all encodings of text, in order."""
    return sorted(name.replace("_", "-") for name in set(aliases.values()) - _NO_TEXT)


def lines_of(beginning: bytes) -> list[str]:
    """Return the first lines of a text in no known encoding: each byte as some letter, so that none is hidden."""
    return [line for line in beginning.decode("latin-1").splitlines() if line.strip()]


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(name)().decode(data)
    except UnicodeError:
        return None


def _telling_line(text: str) -> str:
    """Return the first line by which one encoding differs from another: one with a letter beyond ASCII."""
    lines = text.splitlines()
    return words.shortened(next((line.strip() for line in lines if not line.isascii()), ""), _LENGTH)
