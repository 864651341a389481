"""Keys of names by how their words sound and begin: names that share one may be two spellings of one."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from reviewer.matching.abreast import abreast, by_parts, parted
from reviewer.matching.arrays import Ints, distinct, within
from reviewer.matching.common import FUNCTION
from reviewer.matching.distance import pack
from reviewer.matching.growing import Growing, Index
from reviewer.matching.meeting import rough_keys
from reviewer.matching.neighbours import Neighbours, mixed
from reviewer.matching.vocabulary import Vocabulary

_FIRST = (3, 4, 5)
"""An acronym may be made of so many first words of a name, small ones left out."""


def sound_numbers(words: Sequence[str], bare: Sequence[str], units: npt.NDArray[np.uint8]) -> Ints:
    """Return a number for each word that most of its spellings share; `bare` and `units` as of a vocabulary."""
    keys = by_parts(rough_keys, units)
    stripped = [i for i, (word, short) in enumerate(zip(words, bare, strict=True)) if word != short]
    keys[stripped] = by_parts(rough_keys, pack([bare[i] for i in stripped]))
    return np.where(keys == 0, text_numbers(words), keys)


def text_numbers(words: Sequence[str]) -> Ints:
    """Return a 60-bit number of each word by its first nine letters."""
    letters = np.array(words, "U9").reshape(-1, 1).view(np.uint32).reshape(len(words), 9) if words else np.zeros((0, 9))
    found = np.full(len(words), 7, np.int64)
    for column in letters.T.astype(np.int64):
        found = np.where(column > 0, _onward(found, column), found)
    return found


def _onward(number: Ints, letter: Ints) -> Ints:
    return (number * 1_000_003 + letter) & ((1 << 60) - 1)


class NameKeys:
    """The keys of all names of a vocabulary; call `update` when it has changed.

    `rank` orders names by the sound of their rarest word, `short[w]` is a word as an acronym, -1 where it is none.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._sound, self._first, self.short = np.zeros((3, 0), np.int64)
        self._function = np.zeros(0, bool)
        self._rank, self._every = map(Growing, np.zeros((2, 0), np.int64))
        self._two, self._initials = (Growing(np.zeros((0, kinds), np.int64)) for kinds in (6, 2 + len(_FIRST)))
        self._neighbours = Neighbours()
        self._by_initials, self._by_short = Index(), Index()

    @property
    def rank(self) -> Ints:
        """Of each name the sound of its rarest word."""
        return self._rank.rows

    def of(self, names: Ints | slice) -> tuple[Ints, Ints, Ints]:
        """Return keys of some names, -1 for none.

        For each two of their four rarest words (names, 6), for all their words (names), and their initials (names, 5).
        """
        return self._two.rows[names], self._every.rows[names], self._initials.rows[names]

    def update(self, names: Ints) -> None:
        """Make the keys of some names anew, all new ones among them."""
        self._add_words(self.vocabulary.words[len(self._sound) :])
        more = len(self.vocabulary.names) - len(self.rank)
        for column in (self._rank, self._every, self._two, self._initials):
            column.extend(np.full((more, *column.rows.shape[1:]), -1))
        for part, keys in abreast(lambda part: (part, self._keys_of(part)), parted(names)):
            self._rank.rows[part], self._two.rows[part], self._every.rows[part], self._initials.rows[part] = keys
        if self._neighbours.are_in_order:
            self._index(names)

    def _keys_of(self, names: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        sounds = self._rarest_sounds(names)
        return sounds[:, 0], _of_two(sounds), self._of_all(names), self._of_initials(names)

    def _add_words(self, words: Sequence[str]) -> None:
        v, known = self.vocabulary, len(self._sound)
        short = np.array([3 <= len(w) <= 9 and w.isascii() and w.isalpha() for w in words], bool)
        short_ = np.where(short, text_numbers(words), -1)
        self._by_short.add(short_, np.arange(len(words)) + len(self.short))
        self.short = np.concatenate([self.short, short_])
        self._sound = np.concatenate([self._sound, sound_numbers(words, v.bare[known:], v.units[known:])])
        self._first = np.concatenate([self._first, np.array([ord(w[0]) for w in words], np.int64)])
        self._function = np.concatenate([self._function, np.array([w in FUNCTION for w in words], bool)])

    def prepare(self) -> None:
        """Sort what names are looked up by; done by itself when they are."""
        if not self._neighbours.are_in_order:
            self._neighbours.put_in_order(self.rank)
            self._index(np.arange(len(self.rank)))
            for index in (self._neighbours, self._by_initials, self._by_short):
                index.settle()

    def _index(self, names: Ints) -> None:
        """Let names be found by their keys; those they had before stay, and are found in vain."""
        self._neighbours.add(names, *self._by_sound(names))
        row, kind = np.nonzero(self._initials.rows[names] >= 0)
        self._by_initials.add(self._initials.rows[names][row, kind], names[row])

    def _by_sound(self, names: Ints) -> tuple[Ints, Ints]:
        """Return the keys of names by sound (names, 7), -1 for none, and their rank."""
        return np.concatenate([self._two.rows[names], self._every.rows[names][:, None]], axis=1), self.rank[names]

    def beside(self, names: Ints, reach: int) -> Ints:
        """Return names that share a key by sound with some and stand within `reach` of them in the order of `rank`."""
        self.prepare()
        return self._neighbours.beside(*self._by_sound(names), reach)

    def acronyms(self, names: Ints) -> Ints:
        """Return words that the initials of some names make."""
        return self._by_short.rows(_there(self._initials.rows[names]))[1]

    def with_initials(self, words: Ints) -> Ints:
        """Return names whose initials make one of some words."""
        self.prepare()
        return self._by_initials.rows(_there(self.short[words]))[1]

    def _rarest_sounds(self, names: Ints) -> Ints:
        """Return the sounds of the four rarest words of some names, (names, 4), -1 for none.

        By the first of them names stand in order: neighbours in a crowded key are then the likelier ones.
        """
        v = self.vocabulary
        at, row = v.at(names)
        order = np.lexsort((v.tokens[at], -v.weights[at], row))
        place = within(np.bincount(row, minlength=len(names)))
        word = v.tokens[at[order]]
        kept = (place < 4) & ~self._function[word]
        found = np.full((len(names), 4), -1)
        found[row[kept], place[kept]] = self._sound[word[kept]]
        return found

    def _of_all(self, names: Ints) -> Ints:
        """Return a key for the sounds of all words of some names, in any order; -1 for names without words."""
        at, row = self.vocabulary.at(names)
        word = self.vocabulary.tokens[at]
        tell = ~self._function[word]
        key = np.zeros(len(names), np.int64)
        np.add.at(key, row[tell], mixed(self._sound[word[tell]]) >> 8)
        return np.where(np.bincount(row[tell], minlength=len(names)) > 0, key, -1)

    def _of_initials(self, names: Ints) -> Ints:
        """Return the initials of some names as `text_numbers` has them: with small words, without, of the `_FIRST`.

        -1 for none.
        """
        at, row = self.vocabulary.at(names)
        word = self.vocabulary.tokens[at]
        found = []
        for used in (np.ones(len(word), bool), ~self._function[word]):
            key = np.full(len(names), 7, np.int64)
            lengths = np.bincount(row[used], minlength=len(names))
            place = within(lengths)
            begun = []
            for i in range(9):
                here = place == i
                rows = row[used][here]
                key[rows] = _onward(key[rows], self._first[word[used][here]])
                if i + 1 in _FIRST:
                    begun.append(np.where(lengths > i + 1, key, -1))
            found.append(np.where(lengths >= 3, key, -1))
        return np.stack([*found, *begun], axis=1)


def _there(keys: Ints) -> Ints:
    """Return the distinct keys, without -1 for none."""
    found = distinct(keys.ravel())
    return found[found >= 0]


def _of_two(sounds: Ints) -> Ints:
    """Return a key for each two of four sounds (names, 4), (names, 6), -1 where there are no two."""
    found = []
    for i, j in combinations(range(4), 2):
        a, b = sounds[:, i], sounds[:, j]
        found.append(np.where((a >= 0) & (b >= 0), mixed(np.minimum(a, b)) ^ (np.maximum(a, b) >> 1), -1))
    return np.stack(found, axis=1)
