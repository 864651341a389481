"""Two words that some name writes as one: `Abu Kamal` and `Abukamal`."""

import numpy as np

from reviewer.matching.distance import pack
from reviewer.matching.romanise import units
from reviewer.matching.similar import fine_keys, joined_keys
from reviewer.matching.vocabulary import Vocabulary, bare, distinct


def written_as_one(vocabulary: Vocabulary) -> dict[tuple[int, int], str]:
    """Return neighbouring words (their numbers) that some name may write as one, with that one word.

    Only where the consonants of the two, one after the other, are those of a word that stands by itself: at least
    three of them.
    """
    if len(vocabulary.tokens) < 2:
        return {}
    words = vocabulary.words
    packed = pack([units(w) for w in words])
    without = pack([units(bare(w)) for w in words])
    inside = vocabulary.holder[:-1] == vocabulary.holder[1:]
    codes = distinct((vocabulary.tokens[:-1] * len(words) + vocabulary.tokens[1:])[inside])
    first, second = codes // len(words), codes % len(words)
    keys, sizes = joined_keys(packed, first, second)
    single = np.unique(np.concatenate([fine_keys(packed), fine_keys(without)]))
    hit = np.isin(keys, single) & (sizes >= 3)
    return {(int(a), int(b)): words[a] + words[b] for a, b in zip(first[hit], second[hit], strict=True)}
