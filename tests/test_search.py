from hypothesis import given
from hypothesis import strategies as st

from reviewer.search import Index

TEXTS = ["Local Council of Al-Qunaitra", "Qunaitra Media Centre", "شبكة المرأة السورية", "Baytna Syria"]


def test_every_word_must_begin_a_word_however_it_is_written() -> None:
    index = Index(TEXTS)
    assert index.starting("qunai") == TEXTS[:2]
    assert index.starting("COUNCIL qun") == TEXTS[:1]
    assert index.starting("شبكه المراه") == TEXTS[2:3]
    assert index.starting("ncil") == []
    assert index.starting("  ") == TEXTS


def test_holding_a_word_means_the_whole_word_with_or_without_its_article() -> None:
    index = Index(TEXTS)
    assert index.holding("Qunaitra") == tuple(TEXTS[:2])
    assert index.holding("Qunai") == ()


@given(st.lists(st.sampled_from(["q", "qu", "qun c", "qunaitra", "", "b", "al q", "ش"]), max_size=8))
def test_what_was_wanted_before_changes_nothing(wanted: list[str]) -> None:
    index = Index(TEXTS)
    for each in wanted:
        assert index.starting(each) == Index(TEXTS).starting(each)


def test_what_another_index_has_folded_is_taken_over() -> None:
    known = Index(TEXTS[:2])
    known.fill()
    assert Index(TEXTS, known).starting("baytna") == TEXTS[3:]


def test_texts_in_which_a_spelling_may_stand_with_an_article_or_without() -> None:
    index = Index(["Al Qunaitra Council", "Alqunaitra", "qunaytra", "مجلس القنيطرة"])
    assert index.spelling(["alqunaitra"]) == ["Al Qunaitra Council", "Alqunaitra"]
    assert index.spelling(["al qunaitra"]) == ["Al Qunaitra Council", "Alqunaitra"]
    assert index.spelling(["قنيطره", "qunaytra"]) == ["qunaytra", "مجلس القنيطرة"]


def test_a_word_is_found_however_it_is_written_and_the_exact_ones_come_first() -> None:
    index = Index(["مركز الكواكبي", "Alkawakibi Organization", "Kawakby Center", "Kawakibi Center", "Kesh Malek"])
    others = ["مركز الكواكبي", "Alkawakibi Organization", "Kawakby Center"]
    assert index.starting("kawakibi") == ["Kawakibi Center", *others]
    assert set(index.starting("الكواكبي")) == set(index.starting("kawakibi"))
    assert index.starting("kawakibi cent") == ["Kawakibi Center", "Kawakby Center"]


def test_a_slip_is_forgiven_where_nothing_sounds_alike() -> None:
    index = Index(TEXTS)
    assert index.starting("Quniatra meida") == ["Qunaitra Media Centre"]
    assert index.starting("xyzzy") == []
    assert index.starting("ba") == ["Baytna Syria"]
