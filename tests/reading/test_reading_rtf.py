"""RTF as other programs than LibreOffice write it; real documents are in test_reading_files."""

import pytest

from reviewer.errors import BadInput
from reviewer.reading import Options
from reviewer.reading.rtf import read_rtf

CALL = "We, the undersigned, call on the Council to open the road that the villages depend on.\\par"


def lines(body: str, head: str = "") -> list[tuple[str, str]]:
    data = f"{{\\rtf1\\ansi\\ansicpg1252{head} {body}}}".encode("ascii")
    return [(line.mark, line.text) for line in read_rtf(data, "f", Options()).lines]


def test_arabic_is_decoded_by_the_character_set_of_its_font() -> None:
    fonts = "{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}{\\f1\\fnil\\fcharset178 Arial;}}"
    hexed = "".join(f"\\'{byte:02x}" for byte in "اليوم التالي".encode("cp1256"))
    assert lines(f"\\f1\\rtlch {hexed}\\f0\\ltrch  (DAY)\\par M\\'e9decins\\par", fonts) == [
        ("", "اليوم التالي (DAY)"),
        ("", "Médecins"),
    ]


def test_unicode_goes_before_what_older_programs_show() -> None:
    assert lines("\\uc1\\u1576?\\u1610\\'3f\\uc2\\u8211\\'96\\'96 x\\par\\uc0\\u-10179\\u-8704  y\\par") == [
        ("", "بي– x"),
        ("", "😀 y"),
    ]


def test_marks_of_word_and_of_wordpad_are_set_apart() -> None:
    wordpad = "\\pard{\\pntext\\f2\\'b7\\tab}{\\*\\pn\\pnlvlblt\\pnf2{\\pntxtb\\'b7}}Baytna\\par"
    word = "\\pard {\\listtext\\pard\\plain 1.1.\\tab}\\ls1 Orchard\\~Group\\line of the valley\\par"
    assert lines(wordpad + word) == [("•", "Baytna"), ("1.1.", "Orchard\u00a0Group of the valley")]


def test_pictures_links_notes_and_hidden_text_are_left_out() -> None:
    link = '{\\field{\\*\\fldinst{HYPERLINK "https://x.example"}}{\\fldrslt{Baytna}}}'
    others = (
        "{\\header Page}{\\pict\\pngblip 89504e47}{\\v secret}{\\footnote note}{\\*\\unknown gone}{\\pict\\bin3 {}}}"
    )
    assert lines(f"{link}{others}\\par Orchard\\par") == [("", "Baytna"), ("", "Orchard")]


def test_headings_and_titles_are_known_by_style_and_by_level() -> None:
    styles = "{\\stylesheet{\\s1 heading 1;}{\\s2 Normal;}}{\\info{\\title The road}{\\author Somebody}}"
    body = f"\\pard\\s1 Groups\\par\\pard\\s2 {CALL} Baytna\\par\\pard\\outlinelevel1 People\\par\\pard Ann Farmer\\par"
    draft = read_rtf(f"{{\\rtf1{styles}{body}}}".encode(), "f", Options())
    assert [line.role.value for line in draft.lines] == ["heading", "text", "text", "heading", "text"]
    assert draft.title in ("Groups", "The road")


def test_cells_of_several_paragraphs_are_one_text() -> None:
    row = "\\trowd\\intbl Name\\cell Town\\cell\\row\\intbl Orchard\\par Group\\cell Homs\\cell\\row\\pard x\\par"
    assert lines(row) == [("", "Orchard Group"), ("", "x")]


@pytest.mark.parametrize("body", ["{" * 2000, "{\\b x", "{\\bin999999 x}"])
def test_braces_that_do_not_fit_are_damage(body: str) -> None:
    with pytest.raises(BadInput, match=r"^f is a text in RTF that is cut off"):
        lines(body)
