"""DOCX as Word and python-docx write it: numbering through styles, overrides, tracked changes, boxes and containers."""

import io

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from reviewer.reading import Part, preview_data
from reviewer.reading.numbering import W, written

CALL = "We, the undersigned, call on the Council to open the road that the villages depend on. It is the last one."
NAMES = ["Baytna", "Orchard Group", "Kesh Malek"]
XMLNS = f'xmlns:w="{W[1:-1]}"'


def shown(document: Document) -> Part:
    out = io.BytesIO()
    document.save(out)
    return preview_data(out.getvalue(), "letter.docx").parts[0]


def taken(document: Document) -> list[tuple[str, str]]:
    return [(line.mark, line.text) for line in shown(document).lines if line.is_proposed]


@pytest.mark.parametrize(("style", "marks"), [("List Number", ["1.", "2.", "3."]), ("List Bullet", ["•"] * 3)])
def test_numbering_of_a_style_is_that_of_its_paragraphs(style: str, marks: list[str]) -> None:
    document = docx.Document()
    document.add_heading("Letter", 0)
    document.add_paragraph(CALL)
    for name in NAMES:
        document.add_paragraph(name, style=style)
    document.add_paragraph("", style=style)
    assert taken(document) == list(zip(marks, NAMES, strict=True))
    assert shown(document).title == "Letter"


def numbered(document: Document, text: str, level: int, number: int = 90) -> None:
    paragraph = document.add_paragraph(text)
    properties = f"<w:numPr {XMLNS}><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
    paragraph._p.get_or_add_pPr().append(parse_xml(properties))


def test_levels_count_below_each_other_and_a_list_can_begin_anew() -> None:
    document = docx.Document()
    root = document.part.numbering_part.element
    levels = "".join(
        f"<w:lvl w:ilvl='{i}'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for i, (start, form, text) in enumerate([(3, "upperRoman", "%1."), (1, "lowerLetter", "%1.%2)")])
    )
    root.insert(0, parse_xml(f"<w:abstractNum {XMLNS} w:abstractNumId='90'>{levels}</w:abstractNum>"))
    over = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='3'/></w:lvlOverride>"
    for number, inner in ((90, ""), (91, over)):
        root.append(parse_xml(f"<w:num {XMLNS} w:numId='{number}'><w:abstractNumId w:val='90'/>{inner}</w:num>"))
    for text, level, number in (
        ("A A", 0, 90),
        ("B B", 1, 90),
        ("C C", 1, 90),
        ("D D", 0, 90),
        ("E E", 1, 90),
        ("F F", 0, 91),
    ):
        numbered(document, text, level, number)
    numbered(document, "G G", 0, 77)  # a list that is nowhere defined
    assert [mark for mark, _ in taken(document)] == ["III.", "III.a)", "III.b)", "IV.", "IV.a)", "III."]


def test_deleted_text_and_boxes_are_left_out_and_inserted_text_is_read() -> None:
    document = docx.Document()
    for name in NAMES:
        document.add_paragraph(name)
    changed = document.paragraphs[0]._p
    changed.append(parse_xml(f"<w:ins {XMLNS}><w:r><w:t> Syria</w:t></w:r></w:ins>"))
    changed.append(parse_xml(f"<w:del {XMLNS}><w:r><w:delText>Gone</w:delText><w:t>Gone</w:t></w:r></w:del>"))
    box = f"<w:r {XMLNS}><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:r>"
    changed.append(parse_xml(box))
    inner = f"<w:sdt {XMLNS}><w:sdtContent><w:p><w:r><w:t>Dawlaty</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(inner))
    assert [text for _, text in taken(document)] == ["Baytna Syria", "Dawlaty", "Orchard Group", "Kesh Malek"]


def test_breaks_and_tabs_within_a_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph(CALL)
    document.add_paragraph("Signatories:")
    document.add_paragraph("1.\tBaytna\n2.\tOrchard\u00a0 Group\n\n3.\tKesh Malek")
    assert taken(document) == [("1.", "Baytna"), ("2.", "Orchard\u00a0 Group"), ("3.", "Kesh Malek")]


def test_a_table_that_lays_out_the_page_is_read_column_by_column() -> None:
    document = docx.Document()
    document.add_paragraph(CALL)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "1. Baytna\n2. Orchard Group", "3. Kesh Malek\n4. Dawlaty"
    assert [mark for mark, _ in taken(document)] == ["1.", "2.", "3.", "4."]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (2, "arabicAlpha", "ب"),
        (3, "arabicAbjad", "ج"),
        (7, "x", "7"),
    ],
)
def test_numbers_arewritten_in_their_format(number: int, form: str, text: str) -> None:
    assert written(number, form) == text
