import pytest

from reviewer.reading.lines import Line, mark_off, one_line, says_something, split_lines


@pytest.mark.parametrize(
    ("written", "mark", "text"),
    [
        ("14. Kawakby Center", "14.", "Kawakby Center"),
        ("3) Name", "3)", "Name"),
        ("(3) Name", "(3)", "Name"),
        ("3 - Name", "3 -", "Name"),
        ("3: Name", "3:", "Name"),
        ("١. اسم", "١.", "اسم"),
        ("\u200f١٢- اسم", "١٢-", "اسم"),
        ("- Name", "-", "Name"),
        ("* Name", "*", "Name"),
        ("– Name", "–", "Name"),
        ("•Name", "•", "Name"),
        ("•\tName", "•", "Name"),
        ("3. 7amleh", "3.", "7amleh"),
        ("  3.\u00a0Name\u00a0 ", "3.", "Name"),
        ("1. 11.11.11", "1.", "11.11.11"),
        ("7 Hills Group", "", "7 Hills Group"),
        ("5-Star Club", "", "5-Star Club"),
        ("1.FC Damascus", "", "1.FC Damascus"),
        ("2011 - Coordination", "", "2011 - Coordination"),
        ("-Name", "", "-Name"),
        ("14.", "", "14."),
        ("- 14 -", "", "- 14 -"),
        ("Mena Rights Group -Based in Geneva", "", "Mena Rights Group -Based in Geneva"),
        (" Engineers\u00a0Association – Hama ", "", "Engineers\u00a0Association – Hama"),
        ("", "", ""),
    ],
)
def test_the_mark_is_set_apart_and_the_text_stays(written: str, mark: str, text: str) -> None:
    assert mark_off([Line(written.strip())]) == [Line(text, mark)]


def test_marks_without_a_space_count_where_most_lines_bear_them() -> None:
    lines = split_lines("1.Amal\n2.Baytna\r\n3. 7amleh\n\n \nDawlaty")
    assert [line[:2] for line in lines] == [("Amal", "1."), ("Baytna", "2."), ("7amleh", "3."), ("Dawlaty", "")]
    assert [(line.number, line.gap) for line in lines] == [(1, False), (2, False), (3, False), (6, True)]
    assert split_lines("1.FC Damascus\nAmal\nBaytna")[0].text == "1.FC Damascus"


def test_line_breaks_within_a_text_become_spaces() -> None:
    assert one_line(" Name \r\n of\u00a0a  thing\n") == "Name of\u00a0a  thing"


@pytest.mark.parametrize(
    ("text", "does"),
    [("---", False), ("12", False), ("- 12 -", False), ("11.11.11", True), ("a", True), ("م", True), ("", False)],
)
def test_a_name_has_a_letter_of_any_script_or_several_numbers(text: str, does: bool) -> None:
    assert says_something(text) is does
