"""Letters as printed, from left to right -> text as read."""

import pytest

from reviewer.reading.visual import Letter, clean, in_reading_order, is_rtl


def read(printed: str, *, rtl: bool) -> str:
    letters = [Letter(letter, place, place + 1) for place, letter in enumerate(printed)]
    return "".join(letter.text for letter in in_reading_order(letters, rtl))


@pytest.mark.parametrize(
    ("text", "rtl", "printed"),
    [
        ("Baytna 7", False, "Baytna 7"),
        ("اليوم التالي", True, "يلاتلا مويلا"),
        ("1. اليوم", True, "مويلا .1"),
        ("شبكة (WN)", True, "(WN) ةكبش"),
        ("4. Baytna بيتنا", True, "انتيب Baytna .4"),
        ("مؤسسة 2011", True, "2011 ةسسؤم"),
        ("Centre اليوم التالي 12", False, "Centre يلاتلا مويلا 12"),
        ("Day يوم 15 آذار now", False, "Day راذآ 15 موي now"),
    ],
)
def test_what_is_printed_is_read_in_its_order(text: str, rtl: bool, printed: str) -> None:
    assert read(printed, rtl=rtl) == text


def test_shapes_of_arabic_letters_become_letters() -> None:
    assert clean("\ufee3\ufee6 \u00a0 \ufefb") == "من لا"


def test_direction_is_that_of_most_letters() -> None:
    assert [is_rtl(text) for text in ("اليوم (WN)", "Baytna بيت", "12.")] == [True, False, False]
