import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.harmony import harmonised, to_form
from reviewer.search import Index


def with_words(index: Index, words: list[str]) -> list[str]:
    return [*index.texts(index.with_words(words))]


def starting(index: Index, wanted: str) -> list[str]:
    found, exact = index.starting(wanted)
    assert not (exact & ~found).any()
    return [*index.texts(exact), *index.texts(found & ~exact)]


TEXTS = ["Local Council of Al-Qunaitra", "Qunaitra Media Centre", "شبكة المرأة السورية", "Baytna Syria"]


def test_every_word_must_begin_a_word_however_it_is_written() -> None:
    index = Index(TEXTS)
    assert starting(index, "qunai") == TEXTS[:2]
    assert starting(index, "COUNCIL qun") == TEXTS[:1]
    assert starting(index, "شبكه المراه") == TEXTS[2:3]
    assert starting(index, "ncil") == []
    assert starting(index, "  ") == TEXTS


def test_holding_a_word_means_the_whole_word_with_or_without_its_article() -> None:
    index = Index(TEXTS)
    assert [*index.texts(index.holding("Qunaitra"))] == TEXTS[:2]
    assert not index.holding("Qunai").any()


@given(st.lists(st.sampled_from(["q", "qu", "qun c", "qunaitra", "", "b", "al q", "ش"]), max_size=8))
def test_what_was_wanted_before_changes_nothing(wanted: list[str]) -> None:
    index = Index(TEXTS)
    for each in wanted:
        assert starting(index, each) == starting(Index(TEXTS), each)


def test_what_another_index_has_folded_is_taken_over() -> None:
    known = Index(TEXTS[:2])
    known.fill()
    assert starting(Index(TEXTS, known), "baytna") == TEXTS[3:]


def test_texts_that_hold_a_word_glued_or_apart() -> None:
    index = Index(["Al Qunaitra Council", "Alqunaitra", "qunaytra", "مجلس القنيطرة", "Qunaitra"])
    assert with_words(index, ["alqunaitra"]) == ["Al Qunaitra Council", "Alqunaitra"]
    assert with_words(index, ["القنيطره", "qunaytra"]) == ["qunaytra", "مجلس القنيطرة"]
    assert not index.with_words(["qunai", "council al"]).any()


def test_a_folded_word_is_told_as_it_is_first_written() -> None:
    index = Index(["AL-QUNAITRA Council", "(Qunaitra)", "qunaitra"])
    assert [index.written(word) for word in ("qunaitra", "council", "homs")] == ["Qunaitra", "Council", "homs"]


PIECES = ["Al", "al-", "as", "–", "Qunaitra", "Alqunaitra", "qunaytra", "(Qunaitra)", "Qunaitra-Al", "3.Sham", "Sham"]
PIECES += ["Assham,", "Assham; Sham", "and", "12.", "القنيطرة", "ال", "Al  Sham"]
SPELLINGS = ["qunaitra", "alqunaitra", "al qunaitra", "qunaytra", "sham", "assham", "as sham", "القنيطره", "قنيطره"]


@settings(max_examples=300)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)),
    st.lists(st.sampled_from(SPELLINGS), min_size=1, max_size=4),
    st.sampled_from(["Qunaitra", "Alqunaitra", "Al Sham", "القنيطرة"]),
)
def test_what_a_preferred_form_changes_it_changes_piece_by_piece(
    texts: list[str], spellings: list[str], form: str
) -> None:
    forms, index = to_form(spellings, form), Index(texts)
    changed = index.with_words(forms, lambda piece: harmonised(piece, forms) != piece)
    assert changed.tolist() == [harmonised(text, forms) != text for text in texts]


def test_a_word_is_found_however_it_is_written_and_the_exact_ones_come_first() -> None:
    index = Index(["مركز الكواكبي", "Alkawakibi Organization", "Kawakby Center", "Kawakibi Center", "Kesh Malek"])
    others = ["مركز الكواكبي", "Alkawakibi Organization", "Kawakby Center"]
    assert starting(index, "kawakibi") == ["Kawakibi Center", *others]
    assert set(starting(index, "الكواكبي")) == set(starting(index, "kawakibi"))
    assert starting(index, "kawakibi cent") == ["Kawakibi Center", "Kawakby Center"]


@pytest.mark.parametrize("typed", ["kaw", "kawak", "kawaki", "كوا"])
def test_the_beginning_of_a_word_finds_it_behind_a_glued_article_too(typed: str) -> None:
    name = "منظمة الكواكبي" if typed == "كوا" else "Alkawakibi Organization"
    index = Index([*TEXTS, name])
    assert starting(index, typed)[-1] == name
    assert [*index.texts(index.beginning(typed))] == [name]


def test_a_slip_is_forgiven_where_nothing_sounds_alike() -> None:
    index = Index(TEXTS)
    assert starting(index, "Quniatra meida") == ["Qunaitra Media Centre"]
    assert starting(index, "xyzzy") == []
    assert starting(index, "ba") == ["Baytna Syria"]
