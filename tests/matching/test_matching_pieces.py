import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.matching.aliases import has_mark, may_begin_part
from reviewer.matching.fold import words
from reviewer.matching.pieces import Pieces
from reviewer.matching.vocabulary import Vocabulary

NAMES = st.lists(st.text("abA lLe.-(1)\0\n نا", max_size=14), max_size=5)


@given(NAMES, NAMES)
@example(["1. al Tall", "al-Tall", "Deir ez Zor"], ["al", "\0", "a \0 b", ""])
def test_names_have_the_words_that_each_has_by_itself(first: list[str], later: list[str]) -> None:
    vocabulary = Vocabulary()
    pieces = Pieces()
    for names in (first, later):
        lengths, tokens, marked = pieces.add(names, vocabulary.numbers)
        rows = np.split(np.array(vocabulary.words, object)[tokens], np.cumsum(lengths)[:-1]) if names else []
        assert [tuple(row) for row in rows] == [words(name) for name in names]
        likely = [any(map(may_begin_part, name.split())) for name in names]
        assert all(may for name, may in zip(names, likely, strict=True) if has_mark(name))
        assert len(marked) == len(names)


def test_a_word_is_written_as_it_is_most_often_in_all_names() -> None:
    pieces, numbers = Pieces(), Vocabulary().numbers
    pieces.add(["Tall Rifaat", "TALL Rifaat", "tall Hamis", "the Tall"], numbers)
    assert pieces.written(["tall", "hamis"]) == {"tall": "Tall", "hamis": "Hamis"}
    pieces.add(["tall one", "tall two"], numbers)
    assert pieces.written(["tall"]) == {"tall": "tall"}
