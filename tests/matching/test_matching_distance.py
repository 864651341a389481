import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.distance import Sounding, distances, measured, pack
from reviewer.matching.kinds import difference
from reviewer.matching.romanise import ARABIC, LATIN, UNITS, is_arabic, split_digraphs, units
from reviewer.matching.similar import Sounds
from reviewer.matching.vocabulary import Vocabulary


def distance(a: str, b: str) -> float:
    across = np.array([is_arabic(a) != is_arabic(b)])
    forms = [Sounding.of(pack([word, split_digraphs(word) or word])) for word in (a, b)]
    return float(
        min(distances(forms[0], np.array([i]), forms[1], np.array([j]), across)[0] for i in (0, 1) for j in (0, 1))
    )


@given(st.lists(st.text("abcehiouyt0123_ اهيش\u04df", max_size=40).map(lambda t: t.replace(" ", "")), max_size=6))
def test_many_words_have_the_units_of_each(words: list[str]) -> None:
    assert [bytes(row).rstrip(b"\0") for row in pack(words)] == [units(word) for word in words]


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (("qunaitra", "kuneitra"), ("qunaitra", "qusaiba")),
        (("chmarine", "shimrin"), ("chmarine", "chamra")),
        (("rharbiye", "gharbya"), ("gharbya", "sharqia")),
        (("kawakibi", "كواكبي"), ("kawakibi", "كركي")),
        (("mohammad", "mohamed"), ("mohammad", "mahmoud")),
        (("mohammad", "محمد"), ("mahmoud", "محمد")),
        (("children", "تشيلدرن"), ("children", "شيركو")),
        (("fathi", "فتحي"), ("fathi", "فادي")),
        (("houran", "hauran"), ("houran", "harem")),
        (("youssef", "yusuf"), ("youssef", "yassin")),
    ],
)
def test_spellings_of_one_word_are_nearer_than_other_words(near: tuple[str, str], far: tuple[str, str]) -> None:
    assert distance(*near) < distance(*far)


def test_distance_is_symmetric_and_zero_for_itself() -> None:
    for a, b in [("kawakibi", "kawakby"), ("qunaitra", "قنيطره"), ("نادي", "نادر")]:
        assert distance(a, b) == pytest.approx(distance(b, a))
        assert distance(a, a) == 0


@pytest.mark.parametrize(("once", "twice"), [("farah", "farahh"), ("suwaydiyah", "suwaydiyahh"), ("hasan", "hassan")])
def test_a_letter_written_twice_sounds_as_it_does_once(once: str, twice: str) -> None:
    assert distance(once, twice) == 0


@given(st.lists(st.text("abehikoquwy", min_size=1, max_size=12), min_size=2, max_size=2))
def test_ends_in_common_are_passed_over_for_nothing(words: list[str]) -> None:
    table = Sounding.of(pack(words))
    one, other = (table.units[i, : table.length[i], None] for i in (0, 1))
    short = distances(table, np.array([0]), table, np.array([1]), np.array([False]))
    assert short == pytest.approx(measured(one, other, 0), abs=1e-4)


def test_every_rule_gives_known_units_and_says_where_it_is_from() -> None:
    for letters, sounds, source in [*ARABIC, *LATIN]:
        assert letters
        assert source
        assert all(unit in UNITS for unit in sounds.split())


def test_letters_of_other_scripts_have_units_too() -> None:
    assert units("москва")
    assert units("北京")
    assert units("") == b""


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("alkawakibi", "kawakibi", "article al-"),
        ("الكواكبي", "كواكبي", "article al-"),
        ("qunaitra", "kuneitra", "romanisation"),
        ("namar", "namir", "vowels"),
        ("masar", "massar", "doubled letter"),
        ("transitional", "trasitional", "typing slip"),
        ("organisation", "organization", "British/American"),
        ("centre", "center", "British/American"),
        ("journalist", "journalists", "plural"),
        ("kawakibi", "كواكبي", "other script"),
        ("same", "same", ""),
    ],
)
def test_each_difference_has_its_word(a: str, b: str, kind: str) -> None:
    assert difference(a, b) == kind
    assert difference(b, a) == kind


def test_common_keys_stay_bounded() -> None:
    words = sorted({f"{c}a{d}a" for c in "bfmnlr" for d in "aeiou"} | {f"ba{v}{w}" for v in "aeiou" for w in "aeiou"})
    sounds = Sounds()
    sounds.add(Vocabulary(words))
    assert len(sounds.similar(1).a) <= len(sounds.similar(50).a)
