import pytest

from reviewer.ui.parts.hidden import has_hidden, is_right_to_left, reveal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Civil Waves", "Civil·Waves"),
        ("Zero\u200bWidth", "Zero[zero-width space]Width"),
        ("a\u00a0b", "a⍽b"),
        ("a\u2009b", "a[U+2009]b"),
        ("Сivil", "С[Cyrillic]ivil"),
        ("سو\u0640ريا", "سو[tatweel]ريا"),
    ],
)
def test_what_is_hidden_is_spelled_out(text: str, shown: str) -> None:
    assert reveal(text)[0] == shown


def test_what_is_spelled_out_is_marked_where_it_stands() -> None:
    shown, spans = reveal("a\u200eb  c")
    assert [shown[start:end] for start, end in spans] == ["[LRM]", "·", "·"]


def test_what_was_marked_stays_marked_beside_what_is_spelled_out() -> None:
    shown, spans = reveal("a\u200eb  cd", ((0, 1), (3, 5), (6, 6)))
    assert [shown[start:end] for start, end in spans] == ["a", "[LRM]", "··", ""]
    assert spans[-1] == (10, 10)


def test_plain_names_hide_nothing() -> None:
    assert not has_hidden("Kawakibi Center for Transitional Justice & Human Rights")
    assert not has_hidden("شبكة المرأة السورية")
    assert has_hidden("Kawakibi  Center")
    assert has_hidden("Kawakibi ")


def test_direction_is_that_of_the_first_letter_and_isolates_have_no_say() -> None:
    assert is_right_to_left("(شبكة) Network")
    assert not is_right_to_left("Network شبكة")
    assert not is_right_to_left("12")
    assert not is_right_to_left("“\u2068شبكة\u2069”, 5 January 2018")
