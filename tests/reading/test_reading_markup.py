import pytest
from drafts import proposed

from reviewer.reading.marked import is_page
from reviewer.reading.page import read_page

CALL = (
    "<p>We, the undersigned, call on the Council to open the road that the villages depend on. It is the last one.</p>"
)
NOTE = "<p>The harvest was poor this year and the farmers have not been paid for what they delivered.</p>"
NAMES = ["Centre for Water", "Baytna", "Women of the Valley", "Orchard", "Kesh Malek"]


def items(names: list[str]) -> str:
    return "".join(f"<li>{name}</li>" for name in names)


def rows(*cells: tuple[str, ...]) -> str:
    return "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)


def found(html: str) -> list[str]:
    return proposed(read_page(html))


DEMANDS = ["Open the roads now;", "Pay all the farmers soon;"]
MENU = '<ul><li><a href="/a">Home</a></li><li><a href="/b">News</a></li><li><a href="#c">About us</a></li></ul>'
SHARING = '<ul><li><a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a></li></ul>'
COLUMNS = [("Centre for Water", "Baytna"), ("Women of the Valley", "Orchard Group"), ("Kesh Malek", "")]

PAGES = {
    "ordered": f"{CALL}<ol>{items(NAMES)}</ol>",
    "nested markup": f"{CALL}<ul>" + "".join(f"<li>\n<p><span>{n}</span></p>\n</li>" for n in NAMES) + "</ul>",
    "each in a list of its own": CALL + "".join(f'<ol start="{i}"><li>{n}</li></ol>' for i, n in enumerate(NAMES)),
    "line breaks": f"{CALL}<p>{'<br />'.join(NAMES)}</p>",
    "line breaks in one item": f"{CALL}<ul><li>{'<br>'.join(NAMES)}</li></ul>",
    "paragraphs": CALL + NOTE + "".join(f"<p><strong>{name}</strong></p>" for name in NAMES),
    "numbered paragraphs": CALL + "".join(f"<p>{i}. {name}</p>" for i, name in enumerate(NAMES, 1)),
    "divisions": f"<div>{CALL}</div>" + "".join(f"<div><div>{name}</div></div>" for name in NAMES),
    "menu, sharing, notes": f"{MENU}{CALL}<h3>Signatories</h3><ol>{items(NAMES)}</ol>{SHARING}{NOTE}",
    "demands before": f"{CALL}<ul>{items(DEMANDS)}</ul>{NOTE}<ol>{items(NAMES)}</ol>",
    "groups": f"{CALL}<h4>Groups</h4><ul>{items(NAMES[:2])}</ul><h4>Others</h4><ul>{items(NAMES[2:])}</ul>",
    "nested groups": f"{CALL}<ul><li>Groups<ul>{items(NAMES[:2])}</ul></li>"
    f"<li><b>Others</b><ol>{items(NAMES[2:])}</ol></li></ul>",
    "an umbrella with a member": f"{CALL}<ul>{items(NAMES[:3])}<li>Orchard<ul><li>Kesh Malek</li></ul></li></ul>",
    "table with a header": f"{CALL}<table><tr><th>#</th><th>Organisation</th><th>Country</th></tr>"
    + rows(*((str(i), name, "Syria") for i, name in enumerate(NAMES)))
    + "</table>",
    "table without": f"{CALL}<table>" + rows(*((str(i), name, "Syria") for i, name in enumerate(NAMES))) + "</table>",
    "table that lays out names": f"{CALL}<table>{rows(*COLUMNS)}</table>".replace(" Group", ""),
    "table that lays out a page": f"<table>{rows((MENU, CALL + '<ol>' + items(NAMES) + '</ol>'))}</table>",
    "skipped": f"<nav>Home</nav>{CALL}<ol>{items(NAMES)}</ol><script>x</script><style>p</style><footer>{NOTE}</footer>",
    "linked names": f"{CALL}<ul>" + "".join(f'<li><a href="https://x.example">{n}</a></li>' for n in NAMES) + "</ul>",
}  # fmt: skip


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES.keys())
def test_the_names_come_out_in_order_and_nothing_else(html: str) -> None:
    assert found(html) == NAMES


@pytest.mark.parametrize("html", [CALL + NOTE, MENU + NOTE + SHARING, "<p></p>", "<html></html>", "<!-- -->"])
def test_a_page_without_a_list_yields_none(html: str) -> None:
    assert found(html) == []


def test_text_stays_but_for_markup_entities_and_folded_white_space() -> None:
    html = "<ol><li> &ldquo;A&rdquo;&nbsp;&#8211; \n <b>B</b>&amp;amp; &lt;i&gt;x&lt;/i&gt;<script>y()</script></li>"
    html += "<li>C<br>D</li></ol>"
    assert found(html) == ["“A”\u00a0– B&amp; <i>x</i>", "C D"]


def test_marks_written_into_items_are_set_apart() -> None:
    assert read_page("<ul><li>14. Baytna</li><li>15. Orchard</li></ul>").lines[0][:2] == ("Baytna", "14.")


def test_links_into_other_sites_are_names_and_into_the_own_site_a_menu() -> None:
    own = '<link rel="canonical" href="https://www.valley.example/letter">'
    linked = "".join(f'<li><a href="https://valley.example/{i}">{name}</a></li>' for i, name in enumerate(NAMES))
    assert found(f"<html><head>{own}</head><body>{CALL}<ul>{linked}</ul></body></html>") == []
    assert found(f"<html><body>{CALL}<ul>{linked}</ul></body></html>") == NAMES


def test_a_page_gives_its_title_and_address() -> None:
    head = '<title>A &amp; B</title><link rel="canonical" href="https://valley.example/letter">'
    page = read_page(f"<!doctype html><html><head>{head}</head><body><ol>{items(NAMES)}</ol></body></html>")
    assert (page.title, page.url) == ("A & B", "https://valley.example/letter")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n<div><p>x</p></div>", True),
        ("<b>x</b>\nBaytna", False),
        ("<img src=x onerror=alert(1)>\nBaytna", False),
        ("Baytna <p>x</p>", False),
    ],
)
def test_html_is_told_from_names_that_look_like_it(text: str, is_one: bool) -> None:
    assert is_page(text) is is_one


def test_deep_nesting_is_read_without_a_fault() -> None:
    assert found("<div>" * 50_000 + f"<ol>{items(NAMES)}</ol>") in ([], NAMES)
    assert isinstance(found("<ul><li>" * 5_000 + "x"), list)
