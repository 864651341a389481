"""Spellings: words that may be variants of one another, as links between names and as candidates of their own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from reviewer.matching.align import Link
from reviewer.matching.evidence import logistic
from reviewer.matching.fold import parse, words
from reviewer.matching.kinds import difference
from reviewer.matching.romanise import is_arabic
from reviewer.matching.similar import ARTICLE, Similar
from reviewer.matching.vocabulary import Vocabulary, distinct
from reviewer.model import Candidate, Evidence

Decisions = Iterable[tuple[str, str, bool]]


def decided_words(decided: Decisions) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Turn decisions on words into (the word that stands for each word decided "same", pairs decided "different").

    "same" joins transitively; a "different" pair is given by the words that stand for it, in order. Of a pair decided
    both ways "different" holds.
    """
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.setdefault(word, word) != word:
            word = parent[word]
        return word

    known = [(x, y, same) for a, b, same in decided for x, y in [(_word(a), _word(b))] if x != y]
    for x, y, same in sorted(known):
        if same:
            low, high = sorted((root(x), root(y)))
            parent[high] = low
    different = {(min(p), max(p)) for x, y, same in known if not same for p in [(root(x), root(y))]}
    return {word: root(word) for word in sorted(parent)}, different


def _word(text: str) -> str:
    return " ".join(words(text))


def make_links(vocabulary: Sequence[str], similar: Similar) -> dict[tuple[int, int], Link]:
    """Return similar word pairs as links by word numbers."""
    arabic = [is_arabic(w) for w in vocabulary]
    columns = (similar.a, similar.b, similar.cost, similar.length, similar.article)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return {(a, b): Link(cost, length, article, arabic[a] != arabic[b]) for a, b, cost, length, article in rows}


def overlay(
    vocabulary: Sequence[str], links: dict[tuple[int, int], Link], decided: Decisions
) -> dict[tuple[int, int], Link]:
    """Return the links with the reviewer's decisions laid over them."""
    decided = list(decided)
    if not decided:
        return links
    links = dict(links)
    number = {w: i for i, w in enumerate(vocabulary)}
    stands, different = decided_words(decided)
    classes: dict[str, list[int]] = defaultdict(list)
    for word, first in stands.items():
        if word in number:
            classes[first].append(number[word])
    for members in classes.values():
        for a, b in combinations(sorted(members), 2):
            links[a, b] = Link(0.0, 99.0, False, False, True)
    for x, y in different:
        for a in classes.get(x, [number[x]] if x in number else []):
            for b in classes.get(y, [number[y]] if y in number else []):
                links.pop((min(a, b), max(a, b)), None)
    return links


def candidates_of_words(
    vocabulary: Vocabulary, links: dict[tuple[int, int], Link], decided: Decisions, min_score: float
) -> tuple[Candidate, ...]:
    """Return the undecided links between words of the lists as candidates, best first, ties by text.

    A word is shown as the lists most often write it.
    """
    done = {frozenset((_word(a), _word(b))) for a, b, _ in decided}
    judged = [(pair, link, _effects(vocabulary, pair, link)) for pair, link in links.items()]
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), _, effects in judged:
        partners[a].append((-sum(effects), b))
        partners[b].append((-sum(effects), a))
    best = {word: sorted(found)[:2] for word, found in partners.items()}
    kept = []
    for (a, b), link, effects in judged:
        known = b < len(vocabulary.words) and frozenset((vocabulary.words[a], vocabulary.words[b])) not in done
        closer = _CLOSER * sum(_behind(best[x], y, sum(effects)) for x, y in ((a, b), (b, a)))
        if known and logistic(sum(effects) + closer) >= min_score:
            kept.append((a, b, link, (*effects, closer)))
    written = _written(vocabulary, {w for a, b, _, _ in kept for w in (a, b)})
    found = [_candidate(vocabulary, written, *row) for row in kept]
    return tuple(sorted(found, key=lambda c: (-c.score, c.a, c.b)))


_BASE, _PER_LETTER, _PER_NAT, _CLOSER, _ARTICLE_AGREES = -3.6, 0.85, -1.0, -0.6, 1.5
_LEAST_LETTERS = 1.5


def _effects(vocabulary: Vocabulary, pair: tuple[int, int], link: Link) -> tuple[float, float]:
    """What the letters that agree and those that differ add to the score of two spellings, in log-odds."""
    rarity = [float(vocabulary.rarity[w]) for w in pair if w < len(vocabulary.words)]
    agree = _BASE + _PER_LETTER * min(link.length, *rarity, 8.0)
    article = _ARTICLE_AGREES if link.article and link.cost < ARTICLE + 0.1 and link.length > _LEAST_LETTERS else 0.0
    return agree + article, _PER_NAT * (link.cost * (0.75 if link.across else 1.0))


def _behind(best: list[tuple[float, int]], other: int, own: float) -> float:
    """By how much another partner of a word is closer, in log-odds, at most 4."""
    rival = min((loss for loss, word in best if word != other), default=99.0)
    return min(max(-rival - own, 0.0), 4.0)


def _candidate(
    vocabulary: Vocabulary, written: dict[int, str], a: int, b: int, link: Link, effects: tuple[float, float, float]
) -> Candidate:
    x, y = written[a], written[b]
    agree, differ, closer = effects
    evidence = [
        Evidence("letters agree", x, y, agree),
        Evidence(difference(vocabulary.words[a], vocabulary.words[b]), x, y, differ),
    ]
    if closer:
        evidence.append(Evidence("closer partner", effect=closer, warning="One of the two has a closer spelling beside it."))
    return Candidate("spelling", x, y, logistic(sum(e.effect for e in evidence)), tuple(evidence))


def _written(vocabulary: Vocabulary, wanted: set[int]) -> dict[int, str]:
    """How each wanted word is most often written, ties by text; a separate article is left out."""
    seen: dict[int, Counter[str]] = {word: Counter() for word in sorted(wanted)}
    holds = np.isin(vocabulary.tokens, np.array(sorted(wanted), np.int64))
    for name in distinct(vocabulary.holder[holds]).tolist():
        text = vocabulary.names[name]
        for word in parse(text):
            number = vocabulary.number[word.folded]
            if number in seen:
                seen[number][text[word.start : word.end].split()[-1] if word.article else text[word.start : word.end]] += 1
    return {number: min(c.items(), key=lambda i: (-i[1], i[0]))[0] for number, c in seen.items()}
