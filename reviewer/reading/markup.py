"""HTML -> lines. Nothing a document points to is ever fetched; scripts, styles and forms are not read."""

import re
from collections.abc import Iterator, Sequence

import lxml.html
from lxml import etree

from reviewer.reading.grid import find_header, rows_of
from reviewer.reading.lines import Line, Role, number_lines, one_line
from reviewer.reading.notes import is_sign
from reviewer.reading.within import Tables

_SKIPPED_TAGS = """
script style noscript template head nav aside form button select textarea svg math iframe object audio video canvas
figure
"""
_BLOCK_TAGS = """
address article aside blockquote body br caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5
h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption", "summary"))
_LISTS = ("ul", "ol")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#]+)", re.IGNORECASE)
_SHARING = re.compile(
    r"facebook\.com/sharer|(?:twitter|x)\.com/(?:intent|share)|linkedin\.com/share|pinterest\.\w+/pin/create|"
    r"wa\.me/|whatsapp|t\.me/share|reddit\.com/submit|^mailto:\?",
    re.IGNORECASE,
)


def read_lines(html: str, url: str = "", tables: Tables | None = None) -> list[Line]:
    """Return the lines of an HTML document or fragment, items of lists and cells of tables marked as such.

    White space is folded as a browser does; no-break spaces, quotes and dashes stay. Lists of links into the page's
    own site (`url` tells which that is) or to share buttons are left out. `tables` reads the tables.
    """
    root = parse(html)
    if root is None:
        return []
    walk = _Walk(_host(url), tables or Tables())
    return number_lines(Line(text, role=role) for text, role in walk.lines(root))


def parse(html: str) -> etree._Element | None:
    """Return the root of the parsed document, or None where nothing is in it."""
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(html.encode("utf-8"), parser)
    except etree.LxmlError:
        return None


def plain(html: str) -> str:
    """Return the text of a fragment of HTML on one line: markup taken off, entities resolved."""
    root = parse(html)
    return "" if root is None else _text(root)


def page_facts(html: str) -> tuple[str, str]:
    """Return the title of a page and its own address, empty where it doesn't give them."""
    root = parse(html)
    if root is None:
        return "", ""
    said = {meta.get("property"): meta.get("content") or "" for meta in root.iter("meta")}
    linked = {link.get("rel"): link.get("href") or "" for link in root.iter("link")}
    titles = [said.get("og:title", ""), *(_text(element) for element in root.iter("title", "h1"))]
    title = next((one for one in map(one_line, titles) if one), "")
    return title, linked.get("canonical") or said.get("og:url") or ""


class _Walk:
    """One walk over a document; holds the text of the line being read, and the lists and items it stands in."""

    def __init__(self, host: str, tables: Tables) -> None:
        self.host, self.tables = host, tables
        self.text: list[str] = []
        self.heading = 0  # open heading elements
        self.headed: list[bool] = []  # for each open list: are its items with lists of their own headings?
        self.items: list[Role] = []  # for each open item, what it is

    def lines(self, root: etree._Element) -> Iterator[tuple[str, Role]]:
        """Yield the text and role of each line, in order; blank ones around blocks."""
        passed: etree._Element | None = None  # the element whose inside is not walked
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                cells = _grid_names(element, self.tables) if element.tag == "table" else []
                if cells or element.tag in _SKIPPED or _is_note(element) or _is_menu(element, self.host):
                    passed = element
                    walk.skip_subtree()
                    yield from self._pass(element, cells)
                else:
                    yield from self._start(element)
            else:
                if element is not passed:
                    yield from self._end(element)
                self.text.append(element.tail or "")
        yield from self._flush()

    def _pass(self, element: etree._Element, cells: Sequence[tuple[str, Role]]) -> Iterator[tuple[str, Role]]:
        """Take the names of a table, or nothing, in place of what stands inside `element`."""
        yield from self._break(element.tag)
        yield from cells

    def _start(self, element: etree._Element) -> Iterator[tuple[str, Role]]:
        yield from self._break(element.tag)
        if element.tag in _LISTS:
            self.headed.append(_is_headed(element))
        elif element.tag == "li":
            self.items.append(_item_role(element, bool(self.headed and self.headed[-1])))
        elif element.tag in _HEADINGS:
            self.heading += 1
        self.text.append(element.text or "")

    def _end(self, element: etree._Element) -> Iterator[tuple[str, Role]]:
        if element.tag != "br":
            yield from self._break(element.tag)
        if element.tag in _LISTS:
            self.headed.pop()
        elif element.tag == "li":
            self.items.pop()
        elif element.tag in _HEADINGS:
            self.heading -= 1

    def _break(self, tag: str) -> Iterator[tuple[str, Role]]:
        """End the line at a block; within an item a paragraph or a line break is a space of its one line."""
        if tag in _LISTS or tag == "li" or (tag in _BLOCKS and self._role() is not Role.ITEM):
            yield from self._flush()
            if tag != "br":
                yield "", Role.TEXT
        elif tag in _BLOCKS:
            self.text.append(" ")

    def _flush(self) -> Iterator[tuple[str, Role]]:
        text = _WHITE.sub(" ", "".join(self.text)).strip()
        self.text.clear()
        if text:
            yield text, self._role()

    def _role(self) -> Role:
        if self.heading:
            return Role.HEADING
        return self.items[-1] if self.items else Role.TEXT


# --- lists -------------------------------------------------------------------------------------------------------


def _is_note(element: etree._Element) -> bool:
    """Tell whether an element is the sign of a footnote."""
    return element.tag == "sup" and is_sign(_text(element))


def _is_menu(element: etree._Element, host: str) -> bool:
    """Tell whether a list is a menu: its items are links alone, and lead into the same site or to share buttons."""
    if element.tag not in _LISTS:
        return False
    items = element.findall("li")
    inner = sum(1 for item in items if _is_inner_link(item, host))
    return bool(items) and 5 * inner >= 4 * len(items)


def _is_inner_link(item: etree._Element, host: str) -> bool:
    links = item.findall(".//a[@href]")
    if not links or "".join(_text(link) for link in links).split() != _text(item).split():
        return False
    href = (links[0].get("href") or "").strip()
    to_person = href.casefold().startswith(("mailto:", "tel:"))
    return bool(_SHARING.search(href)) or (not to_person and _host(href) in ("", host))


def _host(url: str) -> str:
    found = _HOST.match(url)
    return found[1].casefold() if found else ""


def _is_headed(element: etree._Element) -> bool:
    """Tell whether most items of a list hold lists of their own: then their own texts are headings."""
    items = element.findall("li")
    return 2 * sum(1 for item in items if _holds_list(item)) > len(items)


def _holds_list(element: etree._Element) -> bool:
    return any(element.find(f".//{tag}") is not None for tag in _LISTS)


def _item_role(item: etree._Element, headed: bool) -> Role:
    """Return what an item is: a heading of the list in it, running text if it alone holds many lines, else an item."""
    if headed and _holds_list(item):
        return Role.HEADING
    lone = item.getnext() is None and item.getprevious() is None
    return Role.TEXT if lone and len(item.findall(".//br")) + len(item.findall(".//p")) > 2 else Role.ITEM


# --- tables ------------------------------------------------------------------------------------------------------


def _grid_names(table: etree._Element, tables: Tables) -> list[tuple[str, Role]]:
    """Return the names of `table` and the headings between them; empty where the table only lays out a page."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if len(cells) < 2 or any(_holds_blocks(cell) for cell in cells):
        return []
    headed = len(rows) > 1 and bool(rows[0]) and all(cell.tag == "th" for cell in rows[0])
    texts = rows_of([_text(cell) for cell in row] for row in rows)
    if any(map(_holds_lines, cells)) and not headed and find_header(texts).row is None:
        return []
    return tables.names_in(texts, headed or None)


def _holds_blocks(cell: etree._Element) -> bool:
    return any(cell.find(f".//{tag}") is not None for tag in ("ul", "ol", "table"))


def _holds_lines(cell: etree._Element) -> bool:
    return cell.find(".//br") is not None or len(cell.findall(".//p")) > 1


def _text(element: etree._Element) -> str:
    return _WHITE.sub(" ", "".join(map(str, element.itertext()))).strip()
