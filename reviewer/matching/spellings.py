"""Spellings: words that may be variants of one another, as links between names and as candidates of their own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from reviewer.matching.align import Link
from reviewer.matching.evidence import logistic
from reviewer.matching.fold import parse, words
from reviewer.matching.kinds import difference
from reviewer.matching.romanise import is_arabic
from reviewer.matching.similar import Similar
from reviewer.matching.vocabulary import Vocabulary
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
    """Return the undecided links between words of the lists as candidates, best first."""
    done = {frozenset((_word(a), _word(b))) for a, b, _ in decided}
    written = _written(vocabulary)
    found = []
    for (a, b), link in links.items():
        if b >= len(vocabulary.words) or {vocabulary.words[a], vocabulary.words[b]} in done:
            continue
        x, y = vocabulary.words[a], vocabulary.words[b]
        weight = min(float(vocabulary.rarity[a]), float(vocabulary.rarity[b]))
        evidence = (
            Evidence("letters agree", written[a], written[b], min(weight, link.length) - 3.0),
            Evidence(difference(x, y), written[a], written[b], -link.cost),
        )
        score = logistic(sum(e.effect for e in evidence))
        if score >= min_score:
            found.append(Candidate("spelling", written[a], written[b], score, evidence))
    return tuple(sorted(found, key=lambda c: (-c.score, c.a, c.b)))


def _written(vocabulary: Vocabulary) -> list[str]:
    """How each word is most often written, ties by text."""
    seen: list[Counter[str]] = [Counter() for _ in vocabulary.words]
    for name in vocabulary.names:
        for word in parse(name):
            shown = name[word.start : word.end] if not word.article else name[word.start : word.end].split()[-1]
            seen[vocabulary.number[word.folded]][shown] += 1
    return [min(c.items(), key=lambda i: (-i[1], i[0]))[0] for c in seen]
