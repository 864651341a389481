"""A list that comes again, and one that meets names already known."""

from collections.abc import Container, Iterable

import msgspec

from reviewer.model import Signature, Source

_ALIKE = 0.6  # share of letters that stay, from which a line is held for the old one written anew
_MOST = 2000  # lines a side, of which each is compared with each


class Comparison(msgspec.Struct, frozen=True):
    """What became of a list: lines that are new, gone, or written anew (old, new), each in order."""

    added: tuple[Signature, ...]
    removed: tuple[Signature, ...]
    respelled: tuple[tuple[Signature, Signature], ...]


def find_earlier(source: Source, sources: Iterable[Source]) -> Source | None:
    """Return the source that `source` is a later state of: the same URL, else the same title; None without one.

    Sources that say they are at another URL are another list, whatever their title; an identical file (the same id) is
    no later state.
    """
    others = [other for other in sources if other.id != source.id]
    if source.url:
        at_url = next((other for other in others if _address(other.url) == _address(source.url)), None)
        if at_url:
            return at_url
    titled = (other for other in others if _folded(other.title) == _folded(source.title))
    return next((other for other in titled if not (other.url and source.url)), None)


def compare(old: Source, new: Source) -> Comparison:
    """Return what changed from `old` to `new`.

    A text that stands in both is unchanged wherever it stands. Of the others those whose letters are alike are one line
    respelled, the most alike first and the nearer places where several are; lists with more than 2,000 changed lines on
    a side are not searched for them. Names are what verdicts are about, so every verdict
    on an unchanged line holds; a respelled one is a new name whose earlier text is known.
    """
    kept = _shared(old, new)
    gone = [line for i, line in enumerate(old.signatures) if (0, i) not in kept]
    come = [line for i, line in enumerate(new.signatures) if (1, i) not in kept]
    pairs = _pair(gone, come)
    old_places, new_places = {a.position for a, _ in pairs}, {b.position for _, b in pairs}
    return Comparison(
        tuple(line for line in come if line.position not in new_places),
        tuple(line for line in gone if line.position not in old_places),
        tuple(pairs),
    )


def known(source: Source, texts: Container[str]) -> tuple[int, int]:
    """Return how many of the distinct texts of `source` are among `texts`, and how many there are."""
    own = {signature.text for signature in source.signatures}
    return sum(1 for text in own if text in texts), len(own)


def _shared(old: Source, new: Source) -> set[tuple[int, int]]:
    """Return the places (side, index) of texts that stand in both, as often as they stand in either."""
    places: dict[str, list[int]] = {}
    for i, signature in enumerate(old.signatures):
        places.setdefault(signature.text, []).append(i)
    kept: set[tuple[int, int]] = set()
    for i, signature in enumerate(new.signatures):
        if places.get(signature.text):
            kept |= {(0, places[signature.text].pop(0)), (1, i)}
    return kept


def _pair(gone: list[Signature], come: list[Signature]) -> list[tuple[Signature, Signature]]:
    """Pair lines that are one written anew: the most alike first, nearer places first where several are."""
    if not gone or not come or max(len(gone), len(come)) > _MOST:
        return []
    from rapidfuzz.distance import Indel  # these take long to load, and most lists are new
    from rapidfuzz.process import cdist

    scores = cdist(
        [line.text.casefold() for line in gone],
        [line.text.casefold() for line in come],
        scorer=Indel.normalized_similarity,
        score_cutoff=_ALIKE,
    )
    alike = [
        (-scores[i, j], abs(gone[i].position - come[j].position), i, j) for i, j in zip(*scores.nonzero(), strict=True)
    ]
    pairs: list[tuple[Signature, Signature]] = []
    left, right = set(range(len(gone))), set(range(len(come)))
    for _, _, i, j in sorted(alike):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((gone[i], come[j]))
    return sorted(pairs, key=lambda pair: pair[1].position)


def _address(url: str) -> str:
    return url.strip().rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.").casefold()


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
