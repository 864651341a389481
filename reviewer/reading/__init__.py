"""A file -> its lists of signatories. One file a format; the format is chosen here, by content before file name."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reviewer.errors import BadInput, NoSignatories
from reviewer.model import FORMAT, Signature, Source
from reviewer.reading.encoding import decode
from reviewer.reading.json_list import is_list, read_list
from reviewer.reading.lines import Found, one_line
from reviewer.reading.page import is_page, read_page
from reviewer.reading.table import is_table, read_table
from reviewer.reading.text import read_text
from reviewer.reading.wordpress import is_post, read_post

__all__ = ["MAX_BYTES", "read", "read_text"]

MAX_BYTES = 64 * 2**20
"""The largest file that is read (64 MiB); 100,000 names take about 5."""

_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')


def read(path: Path) -> list[Source]:
    """Return the lists in the file at `path`, in the order they stand in it; at least one, none of them empty.

    Raises BadInput where the file can't be read, is too large or of no known format, NoSignatories where it can be
    read but holds no list of names.
    """
    name = one_line(path.name) or str(path)
    data = _bytes(path, name)
    text = decode(data, name)
    found = [one for one in _choose(text, path.suffix.casefold(), name) if one.lines]
    if not found:
        raise NoSignatories(f"{name} holds no list of signatories, only other text: check that it is the right file")
    digest = hashlib.sha256(data).hexdigest()
    return [_source(one, i, path, digest) for i, one in enumerate(found, 1)]


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise BadInput(f"{name} is a folder: choose the files in it instead")
        if path.exists() and not path.is_file():
            raise BadInput(f"{name} is no ordinary file: save the list to one first")
        if path.stat().st_size > MAX_BYTES:
            raise BadInput(f"{name} is larger than {MAX_BYTES // 2**20} MiB, the most that is read: split it")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadInput(f"{name} can't be read ({reason}): check that it is there and yours to read") from error
    if not data.strip():
        raise BadInput(f"{name} is empty: save the list again and check its size")
    return data


def _choose(text: str, suffix: str, name: str) -> Sequence[Found]:
    """Return what the reader of the right format finds; the lists may be empty."""
    if _JSON.match(text) or suffix == ".json":
        return _read_json(text, name)
    if is_page(text):
        return [read_page(text)]
    if suffix in (".csv", ".tsv") or is_table(text):
        return [read_table(text, name)]
    return [read_text(text)]


def _read_json(text: str, name: str) -> Sequence[Found]:
    try:
        value = msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BadInput(f"{name} is broken JSON ({error}): get it anew") from error
    if isinstance(value, dict) and value.get("format") == FORMAT:
        raise BadInput(f"{name} is a project, not a list: open it as the project")
    items = value if isinstance(value, list) and not is_list(value) else [value]
    if not all(is_post(item) or is_list(item) for item in items):
        raise BadInput(f"{name} is JSON, but neither posts of WordPress nor a list of texts: save it in another format")
    return [read_post(item, name) if is_post(item) else read_list(item, name) for item in items]


def _source(found: Found, number: int, path: Path, digest: str) -> Source:
    id_ = digest[:12] if number == 1 else f"{digest[:12]}-{number}"
    lines = enumerate(found.lines, 1)
    return Source(
        id=id_,
        title=found.title or path.stem,
        signatures=tuple(Signature(id_, position, line.text, line.mark) for position, line in lines),
        date=found.date,
        url=found.url,
        file=path.name,
        sha256=digest,
    )
