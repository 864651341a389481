import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching import differing


def marked(a: str, b: str) -> tuple[list[str], list[str]]:
    one, other = differing(a, b)
    return [a[s:e] for s, e in one], [b[s:e] for s, e in other]


@pytest.mark.parametrize(
    ("a", "b", "in_a", "in_b"),
    [
        ("Kawakibi Center for Transitional", "Kawakby Center for Trasitional", ["i", "i", "n"], ["", "y", ""]),
        ("Syria Civil", "Syrian Civil", [""], ["n"]),
        ("Local Council of Namar", "Local Council of Namir", ["a"], ["i"]),
        ("Ahmad Alkawakibi", "Dr. Ahmad ALKAWAKIBI", [], ["Dr"]),
        ("Daraa Bar Association", "Bar Association of Daraa", [], ["of"]),
        ("شبكة المرأة", "شبكة المراة", ["أ"], ["ا"]),
        ("Baytna", "Mazaya", ["Baytna"], ["Mazaya"]),
        ("Same", "Same", [], []),
    ],
)
def test_differing_letters_are_marked_within_words(a: str, b: str, in_a: list[str], in_b: list[str]) -> None:
    assert marked(a, b) == (in_a, in_b)


@given(st.text(), st.text())
def test_spans_are_in_order_and_inside(a: str, b: str) -> None:
    for text, spans in zip((a, b), differing(a, b), strict=True):
        ends = [0, *(e for _, e in spans)]
        assert all(before <= s <= e <= len(text) for before, (s, e) in zip(ends, spans, strict=False))
    assert differing(a, a) == ((), ())
