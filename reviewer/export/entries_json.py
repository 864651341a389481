"""The entries for programs: UTF-8, two-space indent, in the order given."""

from collections.abc import Sequence

import msgspec

from reviewer.model import Entry, Source


def write_json(entries: Sequence[Entry], sources: Sequence[Source]) -> bytes:
    """Return `{"lists": [...], "entries": [...]}`.

    A list has `id`, `title`, `date`, `link`; an entry `id`, `name`, `variants`, and `signatures`, each with the
    `source` (a list's id), its `title`, the `position` in it and the `text` as signed.
    """
    titles = {source.id: source.title for source in sources}
    content = {
        "lists": [{"id": s.id, "title": s.title, "date": s.date, "link": s.url} for s in sources],
        "entries": [_entry(entry, titles) for entry in entries],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _entry(entry: Entry, titles: dict[str, str]) -> dict[str, object]:
    signatures = [
        {"source": one.source, "title": titles[one.source], "position": one.position, "text": one.text}
        for one in entry.signatures
    ]
    return {"id": entry.id, "name": entry.name, "variants": entry.variants, "signatures": signatures}
