import pytest

from reviewer.naming import propose


@pytest.mark.parametrize(
    ("uses", "proposed"),
    [
        ({"White Helmets": 1, "Syrian Civil Defence": 3}, "Syrian Civil Defence"),
        ({"BAYTNA SYRIA": 1, "Baytna Syria": 1}, "Baytna Syria"),
        ({"baytna syria": 1, "Baytna Syria": 1}, "Baytna Syria"),
        ({"Baytna\u200bSyrias": 1, "Baytna Syria": 1}, "Baytna Syria"),
        ({"Local Council of Gharbya GHarya": 1, "Local Council of Gharbya": 1}, "Local Council of Gharbya"),
        ({"Kawakby Center & Rights": 1, "Kawakibi Center and Rights": 1}, "Kawakibi Center and Rights"),
        ({"الكواكبي": 1, "كواكبي": 1}, "الكواكبي"),
    ],
)
def test_most_used_then_best_formed_then_longest(uses: dict[str, int], proposed: str) -> None:
    assert propose(uses) == proposed
    assert propose(dict(reversed(uses.items()))) == proposed


def test_an_arabic_word_is_better_formed_with_its_hamza_and_dots_whatever_else_is_longer() -> None:
    hasty, full = "جمعيه الاسبينة الخيريه", "جمعية سبينة الخيرية"
    assert propose({hasty: 1, full: 1}) == propose({full: 1, hasty: 1}) == full
    assert propose({"احمد الكواكبي": 1, "أحمد كواكبي": 1}) == "أحمد كواكبي"
    assert propose({"طه": 1, "طه حسين": 1}) == "طه حسين"  # nobody writes it otherwise
    assert propose({hasty: 2, full: 1}) == hasty
