"""Spellings: words that may be variants of one another, as links between names and as candidates of their own."""

from collections import Counter, defaultdict
from collections.abc import Iterable

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


def make_links(
    vocabulary: list[str], similar: Similar, decided: Decisions
) -> dict[tuple[int, int], Link]:
    """Return the similar word pairs as links by word numbers, with the reviewer's decisions laid over them."""
    arabic = [is_arabic(w) for w in vocabulary]
    links = {
        (a, b): Link(cost, length, article, arabic[a] != arabic[b])
        for a, b, cost, length, article in zip(
            similar.a.tolist(), similar.b.tolist(), similar.cost.tolist(), similar.length.tolist(),
            similar.article.tolist(), strict=True,
        )
    }  # fmt: skip
    decided = list(decided)
    if not decided:
        return links
    number = {w: i for i, w in enumerate(vocabulary)}
    stands, different = decided_words(decided)
    classes: dict[str, list[int]] = defaultdict(list)
    for word in stands:
        if word in number:
            classes[stands[word]].append(number[word])
    for members in classes.values():
        members.sort()
        for k, a in enumerate(members):
            for b in members[k + 1 :]:
                links[(a, b)] = Link(0.0, 99.0, False, False, True)
    for x, y in different:
        for a in classes.get(x, [number[x]] if x in number else []):
            for b in classes.get(y, [number[y]] if y in number else []):
                links.pop((min(a, b), max(a, b)), None)
    return links


def candidates_of_words(
    vocabulary: Vocabulary, links: dict[tuple[int, int], Link], decided: Decisions, min_score: float
) -> tuple[Candidate, ...]:
    """Return the undecided links between words of the lists as candidates, best first."""
    stands, different = decided_words(decided)
    written = _written(vocabulary)
    found = []
    for (a, b), link in links.items():
        if b >= len(vocabulary.words) or link.decided:
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
