"""Pairs of words that may be two spellings of one: found by what their sounds share, judged by distance."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from reviewer.matching.abreast import abreast, by_parts
from reviewer.matching.arrays import Bools, Ints, distinct, paired, unpaired, whether
from reviewer.matching.distance import Sounding, distances, pack
from reviewer.matching.growing import Growing
from reviewer.matching.kinds import american
from reviewer.matching.letters import Letters
from reviewer.matching.meeting import Around, meeting, word_keys
from reviewer.matching.romanise import CODE, UNITS, VOWELS, english, split_digraphs
from reviewer.matching.shares import Told, untold
from reviewer.matching.vocabulary import Vocabulary, bare, stem

SLIP = 4.0
"""Cost of one typing slip (a letter too many, missing, wrong, or two swapped), in nats."""

ARTICLE = 0.7
"""Cost of a glued article, conjunction or preposition, or of a plural, on one side."""

_WHOLE, _BARE, _STEM = 0, 1, 2
_TELLING = np.array([0.0 if not u else 0.6 if u in VOWELS else 1.3 for u in UNITS], np.float32)
_UNTOLD = np.float32(0.3)
"""What each unit says where two words agree, vowels less than consonants; a nat of difference takes so much away."""

_QUALITY = np.array(
    [1 if u in ("a", "A", "ah") else 2 if u in ("i", "ii") else 3 if u in ("u", "uu") else 0 for u in UNITS], np.uint8
)
"""Which of the three vowels of Arabic a unit is for sure; 0 for consonants and for e, o and diphthongs."""
_CONSONANT = np.array([bool(u) and u not in VOWELS for u in UNITS])
_SHORT = 4
"""In words of fewer consonants another vowel is another word (Namar, Namir): each missing one makes it a nat more."""
_CLOSED = 3.0
"""What another vowel before the last consonant costs such words on top: it is what tells Kamal and Kamil apart."""
_OF_MANY = 4.0
"""What it costs that one word is a plural of the other that changes inside."""

_MET = 0.55
"""The share of the time after which words have met, and are measured."""
_PART = 1 << 17
"""So many pairs of forms are measured at a time."""


Costs = npt.NDArray[np.float32]


class Similar(NamedTuple):
    """Word pairs as columns.

    Word numbers `a` < `b`, `cost` in nats (0 sounds alike), `length` what agrees, in units (see `_TELLING`),
    `article` whether a glued article was taken off one side alone.
    """

    a: Ints
    b: Ints
    cost: Costs
    length: Costs
    article: npt.NDArray[np.bool_]

    @classmethod
    def none(cls) -> "Similar":
        """Return no pairs."""
        numbers, costs, flags = np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(0, bool)
        return cls(numbers, numbers, costs, costs, flags)

    def at(self, rows: Ints | Bools) -> "Similar":
        """Return some of the pairs."""
        return Similar._make(column[rows] for column in self)

    def and_of(self, other: "Similar") -> "Similar":
        """Return these pairs and others behind them."""
        both: tuple[Sequence[npt.NDArray[Any]], ...] = (self, other)
        return Similar._make(np.concatenate(columns) for columns in zip(*both, strict=True))


class Sounds:
    """How words sound, in each of their forms: as written and, where it may bear one, without a glued article.

    Words come in portions; a word's number is how many came before it.
    """

    def __init__(self) -> None:
        self.words = self._since = 0
        self._texts = np.zeros(0, object)
        self._owner, self._stripped, self._digits, self._size = np.zeros((4, 0), np.int64)
        self._letters = np.zeros(0, np.uint64)
        self._arabic, self._number = np.zeros((2, 0), bool)
        self._sounding = Sounding.of(pack(()))
        self._telling, self._consonants = np.zeros((2, 0), np.float32)
        self._keys = Growing(word_keys(pack(())))
        self._around = Around()
        self._known_digits = {"": 0}

    def add(self, v: Vocabulary) -> None:
        """Take in the words that are new in the vocabulary."""
        words, shorter, units = v.words[self.words :], v.bare[self.words :], v.units[self.words :].copy()
        whole = list(map(american, words))
        other = [i for i, (word, spelt) in enumerate(zip(words, whole, strict=True)) if word != spelt]
        units[other] = pack([whole[i] for i in other])
        for i in other:
            shorter[i] = bare(whole[i])
        cut = [(i, short, _BARE) for i, (word, short) in enumerate(zip(whole, shorter, strict=True)) if short != word]
        cut += [(i, short, _STEM) for i, word in enumerate(whole) if (short := stem(word)) != word]
        texts = [*whole, *(short for _, short, _ in cut)]
        split = [(row, sound) for row, text in enumerate(texts) if (sound := split_digraphs(text))]
        rows = np.array([*range(len(texts)), *(row for row, _ in split)], np.int64)
        owner = np.array([*range(len(words)), *(i for i, _, _ in cut)], np.int64) + self.words
        kind = np.array([_WHOLE] * len(words) + [kind for _, _, kind in cut], np.int64)
        packed = np.concatenate([units, pack([*texts[len(words) :], *(sound for _, sound in split)])])
        letters = Letters(texts)
        self._texts = np.concatenate([self._texts, np.array(texts, object)[rows]])
        self._owner = np.concatenate([self._owner, owner[rows]])
        self._stripped = np.concatenate([self._stripped, kind[rows]])
        self._arabic = np.concatenate([self._arabic, letters.arabic[rows]])
        self._digits = np.concatenate([self._digits, self._digits_of(texts)[rows]])
        self._number = np.concatenate([self._number, whether(str.isdigit, texts)[rows]])
        self._size = np.concatenate([self._size, letters.size[rows]])
        self._letters = np.concatenate([self._letters, letters.held[rows]])
        self._telling = np.concatenate([self._telling, by_parts(lambda part: _TELLING[part].sum(axis=1), packed)])
        consonants = by_parts(lambda part: _CONSONANT[part].sum(axis=1, dtype=np.float32), packed)
        self._consonants = np.concatenate([self._consonants, consonants])
        self._since = len(self._keys.rows)
        self._keys.extend(word_keys(packed))
        self._sounding = self._sounding.and_of(Sounding.of(packed))
        self.words += len(words)
        self._by_owner = np.argsort(self._owner, kind="stable")
        self._forms = np.bincount(self._owner, minlength=self.words)

    def _digits_of(self, texts: Sequence[str]) -> Ints:
        """Return a number for the digits of each text, 0 for none."""
        found = np.zeros(len(texts), np.int64)
        for row in np.flatnonzero(~whether(str.isalpha, texts)).tolist():
            digits = "".join(filter(str.isdigit, texts[row]))
            found[row] = self._known_digits.setdefault(digits, len(self._known_digits))
        return found

    def similar(self, window: int, told: Told = untold) -> Similar:
        """Return the pairs of words that may be spellings of one, of which one or both came last.

        `window` as in `meeting`; `told` is called with the share done, 0..1.
        """
        keys, rank, since = self._keys.rows, self._sounding.first, self._since
        if not since:
            met = meeting(keys, rank, window, told=lambda share: told(_MET * share))
            return self._judge(met, 1.8, 0.9, lambda share: told(_MET + (1 - _MET) * share))
        self.prepare()
        near = self._around.of(keys[since:], rank[since:], window)
        met = meeting(keys[near], rank[near], window, int(np.searchsorted(near, since)))
        return self._judge(paired(*(near[forms] for forms in unpaired(met))), 1.8, 0.9)

    def prepare(self) -> None:
        """Sort what later words are looked up by; done by itself when they come."""
        self._around.take(self._keys.rows, self._sounding.first)

    def between(self, a: Ints, b: Ints) -> Similar:
        """Return how similar given words are (numbers a < b, pair by pair), those too far apart left out."""
        first = np.cumsum(self._forms) - self._forms
        most = int(self._forms.max(initial=0))
        found = [a[:0]]
        for i in range(most):
            for j in range(most):
                both = (self._forms[a] > i) & (self._forms[b] > j)
                found.append(paired(self._by_owner[first[a[both]] + i], self._by_owner[first[b[both]] + j]))
        return self._judge(np.concatenate(found), 2.5, 1.15)

    def _judge(self, pairs: Ints, least: float, per_unit: float, told: Told = untold) -> Similar:
        """Measure pairs of forms (`paired`), keep those whose cost is at most `least` and `per_unit` of each unit."""
        size = max(1, len(pairs))
        parts = (pairs[at : at + _PART] for at in range(0, size, _PART))
        found: list[Similar] = []
        for part in abreast(lambda part: self._near(*unpaired(part), least, per_unit), parts):
            told(len(found) * _PART / size)
            found.append(part)
        return _best(Similar._make(np.concatenate(column) for column in zip(*found, strict=True)))

    def _near(self, x: Ints, y: Ints, least: float, per_unit: float) -> Similar:
        keep = (self._owner[x] != self._owner[y]) & (self._digits[x] == self._digits[y])
        keep &= ~self._number[x] & ~self._number[y]  # another number is never a slip
        x, y = x[keep], y[keep]
        across = self._arabic[x] != self._arabic[y]
        one, other = self._lengths(x), self._lengths(y)
        length = np.where(across, np.maximum(one, other), (one + other) / 2)
        keep = np.abs(one - other) <= np.where(across, 2.5 + 0.4 * length, 2 + 0.25 * length)
        x, y, across, length = x[keep], y[keep], across[keep], length[keep]
        glued = np.where(self._stripped[x] != self._stripped[y], np.float32(ARTICLE), np.float32(0))
        most = least + per_unit * length - glued
        cost = distances(self._sounding, x, self._sounding, y, across)
        cost[across] = np.minimum(cost[across], self._spoken(x[across], y[across]))
        self._by_slips(x, y, np.flatnonzero(~across), cost, most)
        keep = cost <= most
        x, y, cost, across = x[keep], y[keep], (cost + glued)[keep], across[keep]
        cost = cost + self._other_vowel(x, y, across) + self._of_many(x, y, across)
        article = self._stripped[x] + self._stripped[y] == _BARE
        one, other = self._telling[x], self._telling[y]
        length = np.where(across, np.maximum(one, other), np.maximum((one + other) / 2 - _UNTOLD * cost, 0.5))
        return Similar(self._owner[x], self._owner[y], cost, length, article)

    def _lengths(self, forms: Ints) -> Costs:
        return self._sounding.length[forms].astype(np.float32)

    def _by_slips(self, x: Ints, y: Ints, rows: Ints, cost: Costs, most: Costs) -> None:
        """Lower the cost of some rows to that of the slips between the words, where that is less.

        A slip changes which letters a word holds by two at most, by one where it changes the length.
        """
        one, other = x[rows], y[rows]
        letters = np.bitwise_count(self._letters[one] ^ self._letters[other])
        fewest = np.maximum(letters + np.abs(self._size[one] - self._size[other]) + 1 >> 1, 1) * np.float32(SLIP)
        rows = rows[(fewest < cost[rows]) & (fewest <= most[rows])]
        slips = process.cpdist(
            self._texts[x[rows]].tolist(), self._texts[y[rows]].tolist(), scorer=OSA.distance, dtype=np.uint8
        )  # fmt: skip
        cost[rows] = np.minimum(cost[rows], slips * np.float32(SLIP))

    def _other_vowel(self, x: Ints, y: Ints, across: npt.NDArray[np.bool_]) -> Costs:
        """Return what it costs beyond the letters that two short words of one script differ in a full vowel alone."""
        found = np.zeros(len(x), np.float32)
        units, length = self._sounding.units, self._sounding.length
        rows = np.flatnonzero(~across & (length[x] == length[y]) & (self._consonants[x] < _SHORT))
        one, other = units[x[rows]], units[y[rows]]
        full = (_QUALITY[one] > 0) & (_QUALITY[other] > 0)
        alone = np.flatnonzero(((one == other) | full).all(axis=1))
        changed = (full & (_QUALITY[one] != _QUALITY[other]))[alone]
        rows = rows[alone]
        last = np.maximum(length[x[rows]].astype(np.int64) - 2, 0)
        closed = changed[np.arange(len(rows)), last]
        found[rows] = changed.any(axis=1) * (_SHORT - self._consonants[x[rows]] + _CLOSED * closed)
        return found

    def _of_many(self, x: Ints, y: Ints, across: npt.NDArray[np.bool_]) -> Costs:
        """Return what it costs beyond the letters that one word is the plural of the other, of the kind basma, basamat.

        A feminine noun CaCCa takes a vowel inside where it takes -at for many: other than -a and -at alone, which may
        be one word (madina, madinat), that is no way to write the same.
        """
        found = np.zeros(len(x), np.float32)
        units, length = self._sounding.units, self._sounding.length
        one, many = np.where(length[x] < length[y], (x, y), (y, x))
        last = units[many, np.maximum(length[many].astype(np.int64) - 1, 0)]
        rows = np.flatnonzero(~across & (length[many] == length[one] + 2) & (last == CODE["t"]))
        pairs = zip(self._texts[one[rows]].tolist(), self._texts[many[rows]].tolist(), strict=True)
        found[rows] = [_OF_MANY * (many == f"{one[:-2]}a{one[-2:]}t") for one, many in pairs]
        return found

    def _spoken(self, x: Ints, y: Ints) -> Costs:
        """Return the distances of forms of two scripts, the Latin one as English speaks it."""
        latin, arabic = np.where(self._arabic[x], (y, x), (x, y))
        words = distinct(latin)
        spoken = Sounding.of(pack([english(text) for text in self._texts[words].tolist()]))
        return distances(spoken, np.searchsorted(words, latin), self._sounding, arabic, np.ones(len(latin), bool))


def _best(found: Similar) -> Similar:
    """Keep the cheapest pair of forms of each two words."""
    a, b, cost, length, article = found
    both = paired(a, b)
    order = np.argsort(both)
    both = both[order]
    again = np.zeros(len(both) + 1, bool)
    again[1:-1] = both[1:] == both[:-1]
    several = np.flatnonzero(again[1:] | again[:-1])  # few are, and to sort by all costs
    rows = order[several]
    order[several] = rows[np.lexsort((article[rows], -length[rows], cost[rows], both[several]))]
    kept, both = order[~again[:-1]], both[~again[:-1]]
    return Similar(*unpaired(both), cost[kept], length[kept], article[kept])
