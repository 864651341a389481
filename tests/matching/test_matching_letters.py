from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.letters import Letters
from reviewer.matching.romanise import is_arabic

WORDS = st.lists(st.text(st.sampled_from("abz19éßأكي😀\u0660"), min_size=1, max_size=12), max_size=20)


@given(WORDS)
def test_letters_of_many_words_are_those_of_each(words: list[str]) -> None:
    letters = Letters(words)
    assert letters.size.tolist() == list(map(len, words))
    assert letters.first.tolist() == [ord(word[0]) for word in words]
    assert letters.last.tolist() == [ord(word[-1]) for word in words]
    assert letters.arabic.tolist() == list(map(is_arabic, words))


@given(WORDS)
def test_words_of_the_same_letters_hold_the_same(words: list[str]) -> None:
    again = Letters([word[::-1] + word for word in words])
    assert again.held.tolist() == Letters(words).held.tolist()
    assert all(bits.bit_count() <= len(set(word)) for word, bits in zip(words, again.held.tolist(), strict=True))
