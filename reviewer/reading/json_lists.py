"""JSON -> lists: posts of WordPress, arrays of texts or objects, our examples, our projects and exports.

The simplest list is that of our examples: `signatures` is an array of texts in order, each may bear its list mark
("14. Name"); `title`, `date` (ISO 8601 where known) and `link` say where it is from and may be missing.

    {"title": "Letter to ...", "date": "2019", "link": "https://...", "signatures": ["1. Name", "2. Name"]}
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from reviewer.errors import BadInput
from reviewer.model import FORMAT, Source
from reviewer.reading.draft import Draft, Options, list_of
from reviewer.reading.lines import Line, number_texts, one_line

_MIXED = "is JSON, but neither posts of WordPress nor a list of texts or objects: save it in another format"


class _List(msgspec.Struct, frozen=True):
    signatures: list[str]
    title: str = ""
    date: str = ""
    link: str = ""


class _Project(msgspec.Struct, frozen=True):
    """The part of a project file that is its lists."""

    sources: list[Source]


class _ListOfExport(msgspec.Struct, frozen=True):
    id: str
    title: str = ""
    date: str = ""
    link: str = ""


class _SignatureOfExport(msgspec.Struct, frozen=True):
    source: str
    position: int
    text: str


class _EntryOfExport(msgspec.Struct, frozen=True):
    signatures: list[_SignatureOfExport]


class _Export(msgspec.Struct, frozen=True):
    """What `export.entries_json` writes."""

    lists: list[_ListOfExport]
    entries: list[_EntryOfExport]


def read_json(text: str, name: str, options: Options) -> Sequence[Draft]:
    """Return the lists in a JSON text. Raises BadInput, naming the file `name`, where it is broken or holds none."""
    try:
        value = msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BadInput(f"{name} is broken JSON ({error}): get it anew") from error
    try:
        return _read(value, name, options)
    except msgspec.ValidationError as error:
        raise BadInput(f"{name} is JSON of a known kind with a field amiss ({error}): get it anew") from error


def _read(value: object, name: str, options: Options) -> Sequence[Draft]:
    if isinstance(value, dict):
        if value.get("format") == FORMAT:
            return [_kept(source) for source in msgspec.convert(value, _Project).sources]
        if "lists" in value and "entries" in value:
            return _read_export(msgspec.convert(value, _Export))
    items = value if isinstance(value, list) and value and all(map(_is_document, value)) else [value]
    drafts = [_read_one(item, name, options) for item in items]
    if any("content" in item for item in items if isinstance(item, dict)):
        from reviewer.reading.within import check_column

        check_column(drafts, name, options)
    return drafts


def _is_document(item: object) -> bool:
    """Tell whether an item of an array is a whole document rather than one signature."""
    return isinstance(item, dict) and ("signatures" in item or isinstance(item.get("content"), dict))


def _read_one(item: object, name: str, options: Options) -> Draft:
    if isinstance(item, list):
        return _read_array(item, name, options.column)
    if not isinstance(item, dict):
        raise BadInput(f"{name} {_MIXED}")
    if "content" in item:
        from reviewer.reading.wordpress import read_post  # brings in lxml

        return read_post(item, name, options)
    signatures = item.get("signatures", ())
    if "signatures" in item and not any(isinstance(one, dict) for one in signatures):
        found = msgspec.convert(item, _List)
        return list_of(number_texts(found.signatures), one_line(found.title), found.date, found.link)
    array = next((one for one in item.values() if isinstance(one, list) and one), None)
    if array is None:
        raise BadInput(f"{name} {_MIXED}")
    title, date, link = (_text(item.get(key)) for key in ("title", "date", "link"))
    return _read_array(array, name, options.column)._replace(title=title, date=date, url=link or _text(item.get("url")))


def _read_array(items: Sequence[Any], name: str, column: str) -> Draft:
    if all(isinstance(one, str) for one in items):
        return list_of(number_texts(items))
    if not all(isinstance(one, dict) for one in items):
        raise BadInput(f"{name} {_MIXED}")
    from reviewer.reading.grid import read_grid, rows_of  # brings what tells columns and prose: lists need neither

    keys = list(dict.fromkeys(key for one in items for key in one))[:_MAX_KEYS]
    rows = rows_of([keys, *([_text(one.get(key)) for key in keys] for one in items)])
    draft = read_grid(rows, name, column, headed=True)
    lines = [line._replace(number=line.number - 1) for line in draft.lines[1:]]
    return draft._replace(lines=lines, whys=draft.whys[1:], groups=draft.groups[1:])


_MAX_KEYS = 1000


def _text(value: object) -> str:
    """Return a plain value as the text of a cell; what is nested is none."""
    if isinstance(value, str):
        return value
    return "" if value is None or isinstance(value, Mapping | list | bool) else str(value)


def _kept(source: Source) -> Draft:
    lines = [Line(one.text, one.mark, number=one.position) for one in source.signatures]
    groups = [one.group for one in source.signatures]
    return Draft(lines, [""] * len(lines), groups, source.title, source.date, source.url, origin=source)


def _read_export(export: _Export) -> list[Draft]:
    signed = sorted((one.source, one.position, one.text) for entry in export.entries for one in entry.signatures)
    texts: dict[str, list[Line]] = {one.id: [] for one in export.lists}
    for source, position, text in signed:
        texts.setdefault(source, []).append(Line(one_line(text), number=position))
    facts = {one.id: one for one in export.lists}
    drafts = ((facts.get(source, _ListOfExport(source)), lines) for source, lines in texts.items())
    return [list_of([line for line in lines if line.text], one.title, one.date, one.link) for one, lines in drafts]
