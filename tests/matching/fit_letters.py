"""Learn what a difference between two spellings costs: prints `reviewer/matching/letter_costs.py`.

    python tests/matching/fit_letters.py > reviewer/matching/letter_costs.py

Reads `../shared/data` (place-pairs.csv, given-name-pairs.csv): positive pairs whose names have equally many words, word
by word. Each round aligns every pair under the present costs, counts which units stand for which, and takes

    cost(x, y) = -ln(n(x, y) / min(n(x), n(y))),   cost(x, -) = -ln(n(x, -) / n(x))

smoothed by PSEUDO counts of the phonetic classes below, apart for one script and across scripts. What stays at the
default is not printed.
"""

import argparse
import csv
from pathlib import Path

import numpy as np

from reviewer.matching.fold import words
from reviewer.matching.romanise import CODE, DIGITS, UNITS, VOWELS, is_arabic, split_digraphs, units

Readings = tuple[tuple[bytes, ...], tuple[bytes, ...]]
DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
CLASSES = [
    "q k c g kh gh",
    "j ch sh g s z x",
    "t tt th d dd",
    "d dh z zz dd th",
    "s ss z th",
    "h H kh x",
    "gh r g",
    "w v f u uu o aw",
    "y i ii yy e ay",
    "b p v",
    "' `",
    "ah a e h",
    "m n",
    "f p",
    "yy a",
    "c s",
]
WEAK = ["'", "`", "h", "w", "y", "yy", *VOWELS]
PSEUDO, DEAR, DEAR_GAP = 6.0, 4.0, 3.5
VOWELS_GO_TOGETHER = 0.7
PEOPLE = 6  # place names are many, given names few, and lists hold both


def readings(word: str) -> tuple[bytes, ...]:
    """Return the unit sequences a folded word may stand for, the likeliest first; see `romanise.units`."""
    split = split_digraphs(word)
    return (units(word), units(split)) if split else (units(word),)


def start() -> tuple[np.ndarray, np.ndarray]:
    n = len(UNITS)
    cost, gap = np.full((n, n), 5.0), np.full(n, 3.5)
    for members in CLASSES:
        codes = [CODE[u] for u in members.split()]
        cost[np.ix_(codes, codes)] = 1.5
    vowels = [CODE[u] for u in VOWELS]
    cost[np.ix_(vowels, vowels)] = 1.0
    gap[[CODE[u] for u in WEAK]] = 1.5
    gap[vowels] = 1.0
    np.fill_diagonal(cost, 0)
    return cost, gap


def align(a: bytes, b: bytes, cost: np.ndarray, gap: np.ndarray) -> tuple[float, list[tuple[int, int]]]:
    d = np.zeros((len(a) + 1, len(b) + 1))
    d[1:, 0], d[0, 1:] = np.cumsum(gap[list(a)]), np.cumsum(gap[list(b)])
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            d[i, j] = min(d[i - 1, j - 1] + cost[x, y], d[i - 1, j] + gap[x], d[i, j - 1] + gap[y])
    i, j, path = len(a), len(b), []
    while i or j:
        if i and j and d[i, j] == d[i - 1, j - 1] + cost[a[i - 1], b[j - 1]]:
            i, j = i - 1, j - 1
            path.append((a[i], b[j]))
        elif i and d[i, j] == d[i - 1, j] + gap[a[i - 1]]:
            i -= 1
            path.append((a[i], 0))
        else:
            j -= 1
            path.append((0, b[j]))
    return float(d[-1, -1]), path


def bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def loosen(cost: np.ndarray, gap: np.ndarray, across: bool) -> None:
    """Cap what gazetteers are too careful to show but loose English spellings do (Kawakby, Mhamad, Quneitra)."""
    vowels = [CODE[u] for u in VOWELS]
    cost[np.ix_(vowels, vowels)] = np.minimum(cost[np.ix_(vowels, vowels)], 2.8)
    gap[vowels] = np.minimum(gap[vowels], 2.2)
    if across:  # Arabic writes long vowels
        gap[CODE["uu"]] = max(gap[CODE["uu"]], 1.5)
    else:  # who writes one vowel the French way writes the next one so too
        cost[np.ix_(vowels, vowels)] *= VOWELS_GO_TOGETHER
        gap[vowels] *= VOWELS_GO_TOGETHER
    for pair in ("v f", "p b"):  # Arabic has no v and no p
        x, y = (CODE[u] for u in pair.split())
        cost[x, y] = cost[y, x] = min(cost[x, y], 1.5 if across else 9.0)
    for pair in ("g j", "g gh", "g k", "e y", "o w") if across else ():  # what Arabic has for letters it lacks
        x, y = (CODE[u] for u in pair.split())
        cost[x, y] = cost[y, x] = min(cost[x, y], 1.5)
    cost[CODE["a"], CODE["yy"]] = cost[CODE["yy"], CODE["a"]] = min(cost[CODE["a"], CODE["yy"]], 1.5)
    for pair in ("i y", "i yy", "u w", "uu w", "i ii", "u uu", "a ah", "e ah", *(f"A {v}" for v in "aeiou")):
        x, y = (CODE[u] for u in pair.split())
        cost[x, y] = cost[y, x] = min(cost[x, y], 1.2)


def word_pairs() -> dict[bool, list[Readings]]:
    rows = [
        r
        for name in ("place-pairs.csv", "given-name-pairs.csv")
        for r in csv.DictReader((DATA / name).open(encoding="utf-8"))
    ]
    found: dict[bool, list[Readings]] = {False: [], True: []}
    for row in rows:
        a, b = words(row["name_a"]), words(row["name_b"])
        times = PEOPLE if "person" in row["origin"] else 1
        if row["label"] == "1" and len(a) == len(b) and "other-name" not in row["origin"]:
            for x, y in zip(a, b, strict=True):
                if is_arabic(x) and is_arabic(y):
                    continue
                found[is_arabic(x) or is_arabic(y)] += [(readings(bare(x)), readings(bare(y)))] * times
        if row["label"] == "1" and "person" in row["origin"]:
            arabic = words(row["origin"].split(":")[1].split("|")[0])
            for name in {row["name_a"], row["name_b"]}:
                if len(arabic) == len(words(name)) == 1:
                    found[True] += [(readings(bare(arabic[0])), readings(bare(words(name)[0])))] * (times // 2)
    return found


def learn(pairs: list[Readings], across: bool) -> tuple[np.ndarray, np.ndarray]:
    cost, gap = start()
    prior_cost, prior_gap = cost.copy(), gap.copy()
    for _ in range(4):
        n, single = np.zeros_like(cost), np.zeros(len(gap))
        for a, b in pairs:
            total, path = min(align(x, y, cost, gap) for x in a for y in b)
            if total > 1.2 * max(len(a[0]), len(b[0])):
                continue
            for x, y in path:
                if x and y:
                    n[x, y] += 0.5
                    n[y, x] += 0.5
                else:
                    single[x or y] += 0.5
        own = n.sum(axis=1) + single + PSEUDO
        cost = -np.log((n + PSEUDO * np.exp(-prior_cost)) / np.minimum.outer(own, own))
        gap = -np.log((single + PSEUDO * np.exp(-prior_gap)) / own)
        cost, gap = np.clip(cost, 0.2, DEAR), np.clip(gap, 0.2, DEAR_GAP)
        np.fill_diagonal(cost, 0)
        digits = [CODE[d] for d in DIGITS]
        cost[digits, :], cost[:, digits], gap[digits] = DEAR, DEAR, DEAR_GAP
        np.fill_diagonal(cost, 0)
    loosen(cost, gap, across)
    np.fill_diagonal(cost, 0)
    return cost, gap


def table(name: str, says: str, cost: np.ndarray, gap: np.ndarray) -> str:
    lines = [f"{name}: dict[str, float] = {{"]
    row: list[str] = []
    cells = [(f"{UNITS[i]} {UNITS[j]}", cost[i, j]) for i in range(1, len(UNITS)) for j in range(i + 1, len(UNITS))]
    cells = [c for c in cells if c[1] < DEAR - 0.2] + [
        (f"{UNITS[i]} -", gap[i]) for i in range(1, len(UNITS)) if gap[i] < DEAR_GAP - 0.2
    ]
    for key, value in cells:
        row.append(f'"{key}": {value:.1f},')
        if len(row) == 8:
            lines.append("    " + " ".join(row))
            row = []
    lines += (["    " + " ".join(row)] if row else []) + ["}  # fmt: skip", f'"""{says}"""', ""]
    return "\n".join(lines)


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    pairs = word_pairs()
    print(
        '"""What a difference between two spellings costs, in nats: "q k" is q beside k, "a -" an a that one side '
        "lacks.\n\n"
        'Learned from data by tests/matching/fit_letters.py; don\'t edit by hand. Units are those of `romanise`.\n"""\n'
    )
    print(f"DEAR, DEAR_GAP = {DEAR}, {DEAR_GAP}")
    print('"""Cost of what is not listed."""\n')
    print(
        table(
            "LATIN",
            f"Both words in Latin script; from {len(pairs[False]):,} pairs of words.",
            *learn(pairs[False], False),
        )
    )
    print(
        table(
            "ACROSS",
            f"One word Arabic, one Latin; from {len(pairs[True]):,} pairs of words.",
            *learn(pairs[True], True),
        ),
        end="",
    )


if __name__ == "__main__":
    main()
