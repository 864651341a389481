"""How long matching takes and how well it does at growing sizes, on lists generated from real words.

    python tests/benchmarks/bench_matching.py [--sizes 1000,10000,100000] [--shape letter|frame|common]

Words come from `../shared/data`; beyond those, new words are made by crossing two real ones, so that
distinct words grow with size as in real lists. A tenth of the names are variants of another name. Prints,
for each size: names, distinct words, seconds, peak memory, candidates, share of the variants found,
average precision.
"""

import argparse
import csv
import itertools
import random
import resource
import time
from pathlib import Path

from reviewer.matching import find, words

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
_KINDS = [
    "Center for",
    "Association of",
    "Organization for",
    "Network of",
    "Union of",
    "Committee of",
    "House of",
    "Local Council of",
]
_ENDS = ["for Human Rights", "for Development", "for Relief", "in Daraa", "Foundation", "Initiative", "Team", ""]
_SWAPS = [
    ("ou", "u"),
    ("q", "k"),
    ("ee", "i"),
    ("ei", "ai"),
    ("sh", "ch"),
    ("ah", "a"),
    ("y", "i"),
    ("gh", "g"),
    ("e", "i"),
    ("a", "e"),
    ("kh", "h"),
]


def real_words() -> tuple[list[str], list[str]]:
    """Place words and given names, Latin, as in the data."""
    places: set[str] = set()
    people: set[str] = set()
    with (SHARED / "place-pairs.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for name in (row["name_a"], row["name_b"]):
                places.update(w for w in words(name) if w.isascii() and w.isalpha() and len(w) > 3)
    with (SHARED / "given-name-pairs.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            people.update(w for w in (row["name_a"], row["name_b"]) if w.isascii() and w.isalpha())
    return sorted(places), sorted(people)


def variant(name: str, rng: random.Random) -> str:
    """Write a name as somebody else would: one or two changes of spelling, a slip, an article, order, an addition."""
    parts = name.split()
    for _ in range(rng.choice([1, 1, 2])):
        k = max(range(len(parts)), key=lambda i: len(parts[i]) + rng.random() * 4)
        word = parts[k]
        change = rng.random()
        if change < 0.5:
            old, new = rng.choice(_SWAPS)
            parts[k] = word.replace(old, new) if old in word else word + word[-1]
        elif change < 0.7 and len(word) > 5:
            at = rng.randrange(1, len(word) - 1)
            parts[k] = word[:at] + word[at + 1 :]
        elif change < 0.85:
            parts[k] = "Al" + word.lower()
        else:
            parts = [*parts[1:], parts[0]] if len(parts) == 2 else ["The", *parts]
    return " ".join(parts)


def generate(size: int, shape: str, seed: int = 11) -> tuple[list[str], set[tuple[str, str]]]:
    """Return about `size` distinct names and the pairs that are one signatory."""
    rng = random.Random(seed)
    places, people = real_words()
    vocabulary = list(places)
    while len(vocabulary) < size * 0.35:
        a, b = rng.choice(places), rng.choice(places)
        vocabulary.append(a[: len(a) // 2 + 1] + b[len(b) // 2 :])
    names: dict[str, None] = {}
    pairs: set[tuple[str, str]] = set()
    while len(names) < size:
        if shape == "frame":
            name = " ".join(["Local Council of", *(w.title() for w in rng.choices(vocabulary, k=rng.choice([1, 2])))])
        elif shape == "common":
            parts = [*rng.choices(people[:40], k=2), rng.choice(people), rng.choice(places[:300])]
            name = " ".join(part.title() for part in parts)
        elif rng.random() < 0.6:
            name = " ".join(w.title() for w in [*rng.choices(people, k=rng.choice([1, 2])), rng.choice(vocabulary)])
        else:
            middle = " ".join(w.title() for w in rng.choices(vocabulary, k=rng.choice([1, 1, 2])))
            name = f"{rng.choice(_KINDS)} {middle} {rng.choice(_ENDS)}".strip()
        if name in names:
            continue
        names[name] = None
        if rng.random() < 0.11:
            other = variant(name, rng)
            if other not in names:
                names[other] = None
                pairs.add((min(name, other), max(name, other)))
    return list(names), pairs


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--shape", default="letter", choices=["letter", "frame", "common"])
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    for size in map(int, args.sizes.split(",")):
        names, pairs = generate(size, args.shape)
        half = [names[0::2], names[1::2]]
        start = time.perf_counter()
        last = [("", start)]
        found = find(half, progress=lambda step, share: last.append((f"{step} {share:.2f}", time.perf_counter())))  # noqa: B023
        seconds = time.perf_counter() - start
        ranked = [(min(c.a, c.b), max(c.a, c.b)) for c in found.names]
        hits, total = 0, 0.0
        for rank, pair in enumerate(ranked, 1):
            if pair in pairs:
                hits += 1
                total += hits / rank
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(names):8} names {len({w for n in names for w in words(n)}):7} words"
            f" {seconds:7.2f} s {memory:6.0f} MB"
            f" {len(ranked):7} candidates  found {hits / len(pairs):.3f}  ap {total / len(pairs):.3f}"
        )
        if args.profile:
            steps = [f"{a[0]} {b[1] - a[1]:.2f}" for a, b in itertools.pairwise(last[1:])]
            print("   ", "; ".join(steps))


if __name__ == "__main__":
    main()
