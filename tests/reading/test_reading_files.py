"""Real documents, made by LibreOffice from made-up names (files/README.md): every name comes out, and nothing else."""

import json
from pathlib import Path

import pytest

from reviewer.model import Source
from reviewer.reading import Options, preview, read

FILES = Path(__file__).parent / "files"
NAMES = json.loads((FILES / "made_from" / "names.json").read_text("utf-8"))
ORGANISATIONS, PEOPLE, SIXTY = NAMES["organisations"], NAMES["individuals"], NAMES["sixty"]
LETTERS = ["letter.docx", "letter.odt", "letter.rtf", "made_from/letter.fodt", "letter.pdf"]
ARABIC = [
    "منظمة من أجل العدالة والحقيقة",
    "المركز السوري للإعلام وحرية التعبير",
    "اليوم التالي",
    "شبكة النساء (WN)",
    "مؤسسة عبد الله 2011",
    "Baytna بيتنا",
    "تجمع المحامين السوريين الأحرار للدفاع عن حقوق الإنسان في المدن والقرى والبلدات كافة",
]


def only(name: str, options: Options | None = None) -> Source:
    [source] = read(FILES / name, options or Options())
    return source


def texts(source: Source) -> list[str]:
    """Return the texts; PDF knows no space from another."""
    return [signature.text.replace("\u00a0", " ") for signature in source.signatures]


def plain(names: list[str]) -> list[str]:
    return [name.replace("\u00a0", " ") for name in names]


@pytest.mark.parametrize("name", [*LETTERS, "book.xlsx", "book.xls", "book.ods"])
def test_both_groups_come_out_with_their_labels(name: str) -> None:
    source = only(name)
    assert texts(source) == plain(ORGANISATIONS + PEOPLE)
    groups = [signature.group for signature in source.signatures]
    assert groups == ["Organizations"] * len(ORGANISATIONS) + ["Individuals"] * len(PEOPLE)
    assert source.title in ("Letter on the valley road", "Signatories of the valley letter")


@pytest.mark.parametrize("name", LETTERS)
def test_numbers_that_exist_only_in_the_numbering_become_marks(name: str) -> None:
    marks = [signature.mark for signature in only(name).signatures]
    assert marks == [f"{i}." for i in range(1, 9)] + ["a)", "b)", "c)", "d)"]


@pytest.mark.parametrize("name", ["letter.docx", "letter.odt", "letter.rtf"])
def test_text_stays_as_written(name: str) -> None:
    assert "Engineers\u00a0Association – Valley" in [signature.text for signature in only(name).signatures]


def test_page_headers_and_footers_are_dropped() -> None:
    source = only("pages.pdf")
    assert texts(source) == SIXTY
    assert [signature.mark for signature in source.signatures] == [f"{i}." for i in range(1, 61)]
    assert not any("Page" in line.text for line in preview(FILES / "pages.pdf").parts[0].lines)


def test_wide_spaces_of_typewriting_part_no_columns() -> None:
    assert (texts(only("typed.pdf")), only("typed.pdf").title) == (SIXTY, "Typed statement")


def test_columns_are_read_one_after_the_other() -> None:
    assert texts(only("columns.pdf")) == SIXTY[:24]


def test_stops_colons_and_brackets_among_arabic_words_keep_their_spaces() -> None:
    assert texts(only("arabic-signs.pdf"))[::2][:2] == ["د. ليلى حداد، طبيبة (حلب)", "أ.د. سمر يوسف: باحثة"]


@pytest.mark.parametrize("form", ["docx", "odt", "rtf", "pdf"])
def test_signs_of_footnotes_are_no_part_of_a_name(form: str) -> None:
    expected = json.loads((FILES / "kinds" / "expected.json").read_text("utf-8"))["footnotes.html"]
    assert texts(only(f"footnotes.{form}")) == [text for _, text in expected]


def test_columns_of_two_scripts_are_told_apart_in_a_pdf() -> None:
    shown = preview(FILES / "bilingual-table.pdf").parts[0]
    assert ([column.name for column in shown.columns], shown.column) == (["No.", "Name", "الاسم"], 1)
    assert texts(only("bilingual-table.pdf"))[3] == "Women’s Network (WN)"
    assert texts(only("bilingual-table.pdf", Options(column="الاسم")))[3] == "شبكة النساء"


@pytest.mark.parametrize("name", ["narrow", "hanging", "arabic-narrow", "people"])
def test_names_that_wrap_in_narrow_columns_are_whole(name: str) -> None:
    expected = NAMES["narrow" if name == "hanging" else name]
    assert texts(only(f"{name}.pdf")) == expected


def test_hyphens_at_the_end_of_a_line_go_and_those_of_names_stay() -> None:
    assert texts(only("hyphens.pdf")) == [
        "Centre for Water",
        "Association of the Farmers of the Valley for Water Preservation and Transportation",
        "Al-Kawakibi House for the Studies of Language and Self-\u2060Governance of Towns".replace("\u2060", ""),
        "Baytna",
    ]


@pytest.mark.parametrize("name", ["arabic.docx", "arabic.odt", "arabic.rtf", "arabic.pdf"])
def test_arabic_is_in_logical_order(name: str) -> None:
    source = only(name)
    assert texts(source) == ARABIC
    assert [signature.mark for signature in source.signatures] == [f"{i}." for i in range(1, 8)]
    assert {signature.group for signature in source.signatures} == {"المنظمات"}


@pytest.mark.parametrize("name", ["table.docx", "table.odt", "table.rtf", "table.pdf"])
def test_the_name_column_of_a_table_is_taken_and_others_can_be(name: str) -> None:
    assert texts(only(name)) == plain(ORGANISATIONS[:7])
    shown = preview(FILES / name).parts[0]
    assert ([column.name for column in shown.columns], shown.column) == (["No.", "Organisation", "Country"], 1)
    assert set(texts(only(name, Options(column="country")))) == {"Syria", "Lebanon", "Jordan", "Turkey"}


@pytest.mark.parametrize("name", ["book.xlsx", "book.xls", "book.ods"])
def test_sheet_and_column_can_be_chosen(name: str) -> None:
    parts = preview(FILES / name).parts
    assert [part.sheet for part in parts] == [0, 1, 2]
    assert [any(line.is_proposed for line in part.lines) for part in parts] == [False, True, False]
    assert {line.why for line in parts[2].lines} == {"also in sheet Signatories"}
    shown = parts[1]
    assert (shown.sheets, shown.sheet) == (("About", "Signatories", "Names only"), 1)
    assert [column.name for column in shown.columns] == ["No.", "Organisation", "Country"]
    assert shown.columns[2].samples == ("Syria", "Lebanon", "Syria")
    assert (
        texts(only(name, Options(sheet="Names only"))) == texts(only(name, Options(sheet="3"))) == plain(ORGANISATIONS)
    )
    for column in ("country", "C", "3"):
        assert set(texts(only(name, Options(column=column)))) == {"Syria", "Lebanon", "Iraq"}
    assert only(name).id != only(name, Options(sheet="3")).id
