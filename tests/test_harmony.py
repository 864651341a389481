"""Harmonised spellings: whole words alone, articles that stand apart, nothing else touched."""

import pytest
from support import KAWAKBY, KAWAKIBI, candidate, names, review, source

from reviewer.harmony import forms, harmonised, harmonised_entry, to_form
from reviewer.ledger import Standing
from reviewer.matching import fold
from reviewer.model import Entry, Signature, SpellingDecided, Verdict

QUNAITRA = to_form(("qunaitra", "alqunaitra", "qunaytra"), "Qunaitra")
KAWAKIB = to_form(("kawakibi", "kawakby"), "Kawakibi")


def same(id_: int, a: str, b: str, preferred: str = "") -> SpellingDecided:
    return SpellingDecided(id=id_, by="Amal", at="", verdict=Verdict.SAME, a=a, b=b, score=0.9, preferred=preferred)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14. Local  Council of Alqunaitra, (Qunaytra)", "14. Local  Council of Qunaitra, (Qunaitra)"),
        ("“QUNAYTRA” & Sons", "“Qunaitra” & Sons"),
        ("Qunaytras Council", "Qunaytras Council"),
        ("Pre-Qunaytra/Post", "Pre-Qunaitra/Post"),
        ("<b>Qunaytra</b>", "<b>Qunaitra</b>"),
        ("قنيطرة", "قنيطرة"),
        ("", ""),
    ],
)
def test_whole_words_are_replaced_and_all_else_stays(written: str, read: str) -> None:
    assert harmonised(written, QUNAITRA) == read


@pytest.mark.parametrize(
    ("written", "form", "read"),
    [
        ("Al-Qunaitra Council", "Qunaitra", "Qunaitra Council"),
        ("el Qunaytra Council", "Qunaitra", "Qunaitra Council"),
        ("Al Qunaytra Council", "Alqunaitra", "Alqunaitra Council"),
        ("Qunaytra Council", "Al-Qunaitra", "Al-Qunaitra Council"),
        ("Al Qunaytra Council", "Al-Qunaitra", "Al-Qunaitra Council"),
    ],
)
def test_an_article_apart_goes_where_it_is_known_or_brought_along(written: str, form: str, read: str) -> None:
    assert harmonised(written, to_form(("qunaitra", "alqunaitra", "qunaytra"), form)) == read


def test_an_article_nobody_spoke_of_stays() -> None:
    assert harmonised("Al-Kawakby Center, al Kawakibi", KAWAKIB) == "Al-Kawakibi Center, al Kawakibi"
    assert harmonised("Al-‘Kawakby", KAWAKIB) == "Al-Kawakibi"
    assert harmonised("Al Kawakby", to_form(("alkawakibi", "kawakby"), "Alkawakibi")) == "Alkawakibi"
    assert harmonised("Ash Shaam", to_form(("sham", "shaam"), "Sham")) == "Ash Sham"
    assert harmonised("al Alam", to_form(("alam", "aalam"), "Alam")) == "al Alam"
    assert harmonised("مجلس ال قنيطره", to_form(("قنيطره", "كنيطره"), "قنيطرة")) == "مجلس ال قنيطرة"


def test_a_spelling_with_an_article_apart_stands_for_the_bare_word_too() -> None:
    known = to_form((fold("Al-Qunaitra"), "qunaytra"), "Qunaytra")
    assert harmonised("Al-Qunaitra", known) == harmonised("Qunaitra", known) == "Qunaytra"


def test_the_form_chosen_last_holds_for_the_whole_cluster() -> None:
    said = [same(1, "kawakibi", "kawakby", "Kawakby"), same(2, "alkawakibi", "kawakby"), same(3, "namar", "namir")]
    written = "Kawakibi, Alkawakibi, Kawakebi, Namar"
    assert harmonised(written, forms(Standing(said))) == "Kawakby, Kawakby, Kawakebi, Namar"
    said.append(same(4, "alkawakibi", "kawakebi", "Alkawakibi"))
    assert harmonised(written, forms(Standing(said))) == "Alkawakibi, Alkawakibi, Alkawakibi, Namar"


def test_a_form_is_for_words_of_its_script() -> None:
    said = [same(1, "qunaitra", fold("قنيطرة")), same(2, "qunaitra", "qunaytra", "Qunaitra")]
    assert forms(Standing(said)) == dict.fromkeys(("qunaitra", "qunaytra"), "Qunaitra")


def test_the_name_signed_becomes_a_variant_and_one_nobody_signed_does_not() -> None:
    signatures = (Signature("s", 1, KAWAKBY), Signature("s", 2, KAWAKIBI))
    shown = harmonised_entry(Entry("e", KAWAKBY, (KAWAKIBI,), signatures), KAWAKIB)
    assert shown.name == KAWAKBY.replace("Kawakby", "Kawakibi")
    assert shown.variants == (KAWAKBY, KAWAKIBI)
    assert shown.signatures == signatures
    renamed = harmonised_entry(Entry("e", "Kawakby Center", (KAWAKBY, KAWAKIBI), signatures), KAWAKIB)
    assert (renamed.name, renamed.variants) == ("Kawakibi Center", (KAWAKBY, KAWAKIBI))
    other = Entry("e", "Kesh Malek", (), signatures)
    assert harmonised_entry(other, KAWAKIB) is other


def test_a_form_is_undone_with_its_verdict() -> None:
    desk = review(source("sochi", KAWAKIBI), source("icc", KAWAKBY))
    desk.decide_spelling(Verdict.SAME, candidate("Kawakibi", "Kawakby", spelling=True), " Kawakibi ")
    assert desk.forms() == KAWAKIB
    desk.undo()
    assert desk.forms() == {}
    desk.redo()
    assert desk.forms() == KAWAKIB
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY))
    assert [entry.name for entry in desk.register.entries()] == [KAWAKIBI]
