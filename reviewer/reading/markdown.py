"""Markdown -> list: headings, bullets, tables, and the marks of emphasis and links taken off."""

import re
from collections.abc import Iterator, Sequence

from reviewer.reading.draft import Draft, Options
from reviewer.reading.grid import rows_of
from reviewer.reading.lines import Line, Role, mark_off, split_lines
from reviewer.reading.text import read_lines_of_text
from reviewer.reading.within import Tables

_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*?)\s*#*$")
_RULE = re.compile(r"(?:[-*_]\s*){3,}$|=+$")
_ROW = re.compile(r"\|.*\|$")
_ROW_RULE = re.compile(r"\|[\s:|-]+\|$")
_LONGEST = 2000  # characters of a line in which marks are looked for
_FENCE = re.compile(r"```|~~~")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\([^()\s]*\)|<(?P<url>https?://[^<>\s]+)>")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?P<text>\S(?:.{0,200}?\S)?)(?P=mark)")
_EMPHASIS = re.compile(r"(?<![\w*_])(?P<mark>[*_])(?P<text>[^\s*_](?:[^*_]{0,200}[^\s*_])?)(?P=mark)(?![\w*_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|&<>~])")
_SIGNS = re.compile(r"#{1,6} \S|[-*] \*\*\S|\|[ :|-]*---[ :|-]*\|\s*$")


def is_markdown(text: str) -> bool:
    """Tell whether a text shows itself to be Markdown: a heading, the rule of a table, bold items."""
    return any(_SIGNS.match(line) for line in text[:100_000].split("\n") if len(line) <= _LONGEST)


def read_markdown(text: str, options: Options = Options()) -> Draft:  # noqa: B008  # frozen
    """Return the lines of a Markdown text as it is meant to be read, its list of names proposed."""
    tables = Tables(options)
    lines = list(_lines(split_lines(text), tables))
    first = next((line.text for line in lines if line.role is Role.HEADING), "")
    draft = tables.tell(read_lines_of_text(lines))
    return draft._replace(title=first) if first and (not draft.title or lines[0].text == first) else draft


def _lines(written: Sequence[Line], tables: Tables) -> Iterator[Line]:
    table: list[Line] = []
    for i, line in enumerate(written):
        if _ROW.match(line.text):
            table.append(line)
            continue
        yield from _table(table, tables)
        table = []
        under = written[i + 1] if i + 1 < len(written) else None
        if len(line.text) > _LONGEST:
            yield line
            continue
        if _RULE.match(line.text) or _FENCE.match(line.text):
            continue
        headed = _HEADING.match(line.text)
        if headed:
            yield line._replace(text=_plain(headed["text"]), role=Role.HEADING, gap=True)
        else:
            is_title = under is not None and not under.gap and not line.mark and re.fullmatch(r"=+|-{3,}", under.text)
            yield line._replace(text=_plain(line.text), role=Role.HEADING if is_title else line.role)
    yield from _table(table, tables)


def _table(rows: Sequence[Line], tables: Tables) -> Iterator[Line]:
    """Yield the names of a table of rows between pipes, each with the number of its line."""
    body = [line for line in rows if not _ROW_RULE.match(line.text)]
    headed = len(body) < len(rows)
    cells = [[_plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", line.text.strip("|"))] for line in body]
    if body:
        found = tables.names_in(rows_of(cells), headed or None)
        numbers = {text: line.number for line, row in zip(body, cells, strict=True) for text in row}
        yield from mark_off([Line(text, role=role, number=numbers.get(text, body[0].number)) for text, role in found])


def _plain(text: str) -> str:
    if len(text) > _LONGEST:
        return text
    text = _LINK.sub(lambda found: found["text"] or found["url"] or "", text)
    text = _EMPHASIS.sub(r"\g<text>", _STRONG.sub(r"\g<text>", text))
    return _ESCAPE.sub(r"\1", text).strip() or text
