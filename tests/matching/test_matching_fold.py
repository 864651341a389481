import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching import contains_word, fold, names_with, words
from reviewer.matching.fold import parse, spelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Kawakibi", "al Kawakibi"),
        ("أَحْمَد الكواكبي", "احمد الكواكبى"),
        ("مـنظمة بصمات", "منظمه بصمات"),
        ("ﻣﻨﻈﻤﺔ", "منظمة"),  # presentation forms
        ("Lawyers & Doctors", "lawyers AND doctors"),
        ("Engineers\u00a0Association", "Engineers\u200f  Association\u200b"),
        ("14. Kawakby Center", "Kawakby Center"),
        ("- Families for Freedom", "Families for Freedom"),
        ("Syrian Women’s Network", "Syrian Women's Network"),
        ("Chmârîne", "Chmarine"),
        ("Brigade ٤٤", "Brigade 44"),
        ("L.D.S.P.S.", "LDSPS"),
        ("Small-Projects Support", "Small Projects Support"),
    ],
)
def test_what_is_no_difference_folds_alike(one: str, other: str) -> None:
    assert words(one) == words(other)


def test_an_article_apart_is_no_word_but_english_words_are() -> None:
    assert words("Local Council of Ash Shaykh Ibrāhīm") == ("local", "council", "of", "shaykh", "ibrahim")
    assert words("Beït ett Tourk") == ("beit", "tourk")
    assert words("Concert at Geneva") == ("concert", "at", "geneva")
    assert words("Al") == ("al",)


def test_a_name_of_a_number_alone_keeps_it() -> None:
    assert words("4") == ("4",)
    assert words("2018") == ("2018",)


def test_words_remember_where_they_stand() -> None:
    name = "14. As-Sanamayn & the LACU"
    assert [name[w.start : w.end] for w in parse(name)] == ["As-Sanamayn", "&", "the", "LACU"]


def test_names_with_a_word() -> None:
    names = ["Alqunaitra Council", "Qunaitra Office", "Al-Qunaitra Team"]
    assert names_with("Qunaitra", names) == ["Qunaitra Office", "Al-Qunaitra Team"]
    assert contains_word("Office of QUNAITRA", "qunaitra")
    assert not contains_word("Office", "two words")


@given(st.text())
def test_any_text_folds_the_same_way_twice(text: str) -> None:
    assert tuple(w.folded for w in parse(text)) == words(text)
    assert words(fold(text)) is not None
    assert all(0 <= w.start < w.end <= len(text) for w in parse(text))


PIECES = ["al", "Ash", "Sham", "KeshMalek", "NGO", "of", "Center", "a", "A.B.", "14.", "x-y", "Chmârîne", "مركز"]


@given(st.lists(st.sampled_from(PIECES)), st.text())
def test_most_names_need_no_parsing_to_be_spelt(pieces: list[str], text: str) -> None:
    for name in (" ".join(pieces), text):
        found = parse(name)
        assert spelt(name) == ([name[w.start : w.end] for w in found], [w.folded for w in found])
