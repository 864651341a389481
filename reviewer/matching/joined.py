"""Two words that some name writes as one: `Abu Kamal` and `Abukamal`."""

from collections.abc import Mapping

import numpy as np

from reviewer.matching.distance import pack
from reviewer.matching.similar import fine_keys, joined_keys
from reviewer.matching.vocabulary import Ints, Vocabulary, bare, distinct


def written_as_one(vocabulary: Vocabulary) -> dict[tuple[int, int], str]:
    """Return neighbouring words (their numbers) that some name may write as one, with that one word.

    Only where the consonants of the two, one after the other, are those of a word that stands by itself: at least
    three of them.
    """
    if len(vocabulary.tokens) < 2:
        return {}
    words = vocabulary.words
    packed = pack(words)
    without = pack([bare(w) for w in words])
    inside = vocabulary.holder[:-1] == vocabulary.holder[1:]
    codes = distinct((vocabulary.tokens[:-1] * len(words) + vocabulary.tokens[1:])[inside])
    first, second = codes // len(words), codes % len(words)
    keys, sizes = joined_keys(packed, first, second)
    single = np.unique(np.concatenate([fine_keys(packed), fine_keys(without)]))
    hit = np.isin(keys, single) & (sizes >= 3)
    return {(int(a), int(b)): words[a] + words[b] for a, b in zip(first[hit], second[hit], strict=True)}


def joined_tokens(vocabulary: Vocabulary, joined: Mapping[tuple[int, int], int]) -> Ints:
    """Return for each token of the names the number of what it and the next give when written as one, or -1."""
    found = np.full(len(vocabulary.tokens), -1, np.int64)
    if joined:
        size = len(vocabulary.words)
        pairs = np.array(list(joined), np.int64)
        known = pairs[:, 0] * size + pairs[:, 1]
        order = np.argsort(known)
        known, numbers = known[order], np.fromiter(joined.values(), np.int64, len(joined))[order]
        codes = vocabulary.tokens[:-1] * size + vocabulary.tokens[1:]
        at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
        hit = np.flatnonzero((known[at] == codes) & (vocabulary.holder[:-1] == vocabulary.holder[1:]))
        found[hit] = numbers[at[hit]]
    return found
