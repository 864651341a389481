"""Labelled pools of lists to fit and to measure with: those of `../shared/data`, our own, and generated ones.

Generated pools take real words (place and given names) and put them together as lists do, by a seeded generator.
"""

import csv
import itertools
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / ".." / "shared" / "data"
ARABIC = re.compile("[\u0600-\u06ff]")
_NUMBERING = re.compile(r"^\s*(?:\d+\s*[.)\-]|[-•*–])\s*")


class Pool(NamedTuple):
    """`lists` of texts; `positives` and `unscored` are sorted pairs of texts."""

    name: str
    lists: list[list[str]]
    positives: set[tuple[str, str]]
    unscored: set[tuple[str, str]]


def ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


def _plain(text: str) -> str:
    return " ".join(_NUMBERING.sub("", text).split())


def read(path: Path) -> Pool:
    """Read a pool file (its form: ../shared/tools/evaluate.py)."""
    data = json.loads(path.read_text("utf-8"))
    lists = [[_plain(n) for n in part["names"]] for part in data["lists"]]
    return _pool(path.stem, lists, data["groups"], data.get("unscored", []))


def _pool(name: str, lists: list[list[str]], groups: list[list[str]], unscored: list[list[str]]) -> Pool:
    present = {n for texts in lists for n in texts}
    pairs = {
        ordered(a, b)
        for group in groups
        for a, b in itertools.combinations(sorted({_plain(n) for n in group} & present), 2)
    }
    out = {ordered(_plain(a), _plain(b)) for a, b in unscored}
    return Pool(name, lists, pairs - out, out)


def _rows(name: str) -> list[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def two_lists(name: str, pairs: list[tuple[str, str]], shared: int, apart: int, seed: int) -> Pool:
    """Put `shared` pairs into both lists, and of the following ones one side each: `apart` into the first, the rest
    into the second."""
    first = [a for a, _ in pairs[: shared + apart]]
    second = [b for k, (_, b) in enumerate(pairs) if k < shared or k >= shared + apart]
    groups = [[a, b] for a, b in pairs[:shared]]
    rng = random.Random(seed)
    rng.shuffle(first)
    rng.shuffle(second)
    return _pool(name, [first, second], groups, [])


def councils_across(seed: int = 7) -> Pool:
    """Local councils, Latin in one list and Arabic in the other."""
    rng = random.Random(seed)
    places: dict[str, tuple[str, str]] = {}
    for row in _rows("place-pairs.csv"):
        if "latin-arabic" in row["origin"]:
            latin, arabic = sorted((row["name_a"], row["name_b"]), key=lambda n: bool(ARABIC.search(n)))
            places.setdefault(row["origin"].split(":")[1], (latin, arabic))
    pairs = sorted(places.values())
    rng.shuffle(pairs)
    named = [(f"Local Council of {a}", f"المجلس المحلي في {b}") for a, b in pairs[:600]]
    return two_lists("councils-across", named, 200, 200, seed)


def people(name: str, first: str, second: str, seed: int = 7) -> Pool:
    """People with honorifics and roles; `first`, `second` are the scripts of the lists ("latin" or "arabic")."""
    rng = random.Random(seed)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _rows("given-name-pairs.csv"):
        if row["label"] == "1":
            arabic = row["origin"].split(":")[1].split("|")[0]
            counts = [int(n) for n in row["origin"].split("n=")[1].split(",")]
            spellings[arabic][row["name_a"]] += counts[0]
            spellings[arabic][row["name_b"]] += counts[1]
    known = sorted(a for a in spellings if len(spellings[a]) >= 2)
    writers: dict[str, Callable[[list[str]], str]] = {
        "latin": lambda words: _latin(words, spellings, rng),
        "arabic": lambda words: _arabic(words, rng),
    }
    names = [rng.sample(known, rng.choice([2, 2, 3])) for _ in range(500)]
    return two_lists(name, [(writers[first](n), writers[second](n)) for n in names], 150, 180, seed)


def _latin(words: list[str], spellings: dict[str, Counter[str]], rng: random.Random) -> str:
    found = []
    for k, word in enumerate(words):
        choice = rng.choices(list(spellings[word]), [n**0.5 for n in spellings[word].values()])[0]
        article = rng.choice(["Al", "Al-", "al-", "El ", ""]) if k and rng.random() < 0.4 else ""
        found.append(article + choice.title())
    title = rng.choice(["", "", "", "", "Dr. ", "Eng. ", "Mr. "])
    role = rng.choice([""] * 6 + [", lawyer", ", human rights activist", ", director of the Center"])
    return title + " ".join(found) + role


def _arabic(words: list[str], rng: random.Random) -> str:
    found = ["ال" + w if k and rng.random() < 0.3 and not w.startswith("ال") else w for k, w in enumerate(words)]
    text = rng.choice(["", "", "", "الدكتور ", "الأستاذ ", "د. "]) + " ".join(found)
    text = text.replace("أ", "ا") if rng.random() < 0.3 else text
    return text.replace("ة", "ه") if rng.random() < 0.2 else text


def every() -> list[Pool]:
    """All pools; needs ../shared/data."""
    return [
        *(read(SHARED / f"{name}.json") for name in ("councils-north", "councils-centre", "real-statements")),
        *(read(HERE / f"{name}.json") for name in ("organisations", "letters-english", "letters-arabic")),
        councils_across(),
        people("people-latin", "latin", "latin"),
        people("people-across", "latin", "arabic"),
        people("people-arabic", "arabic", "arabic"),
    ]


def pairs_apart(size: int = 12, most: int = 60, seed: int = 7) -> list[Pool]:
    """Pairs of place names, the same or near misses, a few at a time in short lists of their own."""
    rng = random.Random(seed)
    rows = [r for r in _rows("place-pairs.csv") if "latin-latin|spelling" in r["origin"] or r["label"] == "0"]
    rng.shuffle(rows)
    found = []
    for k in range(0, size * most, size):
        part = rows[k : k + size]
        frame = rng.choice(["", "Local Council of ", "Committee of "])
        lists = [[frame + _plain(r["name_a"]) for r in part], [frame + _plain(r["name_b"]) for r in part]]
        groups = [[frame + r["name_a"], frame + r["name_b"]] for r in part if r["label"] == "1"]
        found.append(_pool("place-pairs", lists, groups, []))
    return found
