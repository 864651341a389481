"""What OpenDocument texts may hold beside what LibreOffice writes into those of test_reading_files."""

from reviewer.reading import Options
from reviewer.reading.open_text import read_flat

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "drawing")
)
STYLES = """<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="(" style:num-suffix=")"
 text:start-value="3"/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix="." text:display-levels="2"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="x"/></text:list-style>"""


def lines(body: str) -> list[tuple[str, str]]:
    data = f"<office:document {NAMES}>{STYLES}<office:body><office:text>{body}</office:text></office:body>"
    found = read_flat(f"{data}</office:document>".encode(), "f", Options()).lines
    return [(line.mark, line.text) for line in found]


def item(*inner: str) -> str:
    each = (one if one.startswith("<") else f"<text:p>{one}</text:p>" for one in inner)
    return f"<text:list-item>{''.join(each)}</text:list-item>"


def test_numbers_of_levels_are_counted_as_their_style_says() -> None:
    deep = f"<text:list>{item('Kesh')}</text:list>"
    inner = f"<text:list>{item('Orchard', deep)}{item('Valley')}</text:list>"
    assert lines(f'<text:list text:style-name="L">{item("Baytna", inner)}{item("Amal")}</text:list>') == [
        ("(3)", "Baytna"),
        ("3.a.", "Orchard"),
        ("•", "Kesh"),
        ("3.b.", "Valley"),
        ("(4)", "Amal"),
    ]


def test_a_list_begins_anew_unless_it_goes_on() -> None:
    begin, end = '<text:list text:style-name="L"', "</text:list>"
    both = f"{begin}>{item('A Group')}{end}<text:p>x</text:p>{begin}%s>{item('B Group')}{end}"
    assert lines(both % "")[-1] == ("(3)", "B Group")
    assert lines(both % ' text:continue-numbering="true"')[-1] == ("(4)", "B Group")


def test_spaces_breaks_and_tabs_are_read_and_notes_and_deleted_text_are_not() -> None:
    note = "<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>"
    gone = (
        "<text:tracked-changes><text:changed-region><text:p>gone</text:p></text:changed-region></text:tracked-changes>"
    )
    one = f"Orchard<text:s text:c='2'/>\n <text:span>Group</text:span>{note}<text:line-break/>Bay<text:tab/>tna"
    assert lines(f"{gone}<text:p>{one}</text:p>") == [("", "Orchard Group"), ("", "Bay tna")]


def test_a_table_that_lays_out_the_page_is_read_column_by_column() -> None:
    cell = "<table:table-cell><text:p>{0}1 Group</text:p><text:p>{0}2 Group</text:p></table:table-cell>".format
    row = f"<table:table-row>{cell('A')}{cell('B')}</table:table-row>"
    assert [text for _, text in lines(f"<table:table>{row}</table:table>")] == [
        "A1 Group",
        "A2 Group",
        "B1 Group",
        "B2 Group",
    ]
