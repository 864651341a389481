"""Two words that some name writes as one are found, and few others taken for such."""

import random

import pytest

from reviewer.matching.joined import WrittenAsOne
from reviewer.matching.vocabulary import Vocabulary


def joined(names: list[str]) -> set[str]:
    """Return the words that two of the names' words give when written as one."""
    vocabulary, written = Vocabulary(names), WrittenAsOne()
    written.add(vocabulary)
    return {vocabulary.words[number] for number in written.number.values()}


@pytest.mark.parametrize(
    ("apart", "one"),
    [
        ("Abu Kamal", "Abukamal"),
        ("Deir Ezzor", "Deirezzor"),
        ("Kafr Zita", "Kafarzita"),
        ("Abdel Hamid", "Abdulhamid"),
        ("عبد الله", "عبدالله"),
        ("Abdul Rahman", "عبدالرحمن"),
    ],
)
def test_two_words_are_known_for_one_by_their_sound(apart: str, one: str) -> None:
    assert len(joined([f"Council of {apart}", f"{one} Council"])) == 1


def test_few_of_many_words_are_taken_for_two_by_chance() -> None:
    rng = random.Random(3)

    def word() -> str:
        syllables = rng.choices("bdfghjklmnrstz", k=rng.choice([1, 2, 3, 4]))
        return "".join(letter + rng.choice(["a", "i", "u", ""]) for letter in syllables)

    words = [word() for _ in range(40_000)]
    names = [f"{rng.choice(words)} {rng.choice(words)}" for _ in range(40_000)]
    assert 0 < len(joined(names)) < len(set(words)) / 4  # consonants alone would join one for every two or three
