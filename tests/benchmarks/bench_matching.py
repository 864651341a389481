"""How long matching takes and how well it does at growing sizes, on lists generated from real words, beside peers.

    PYTHONPATH=. python tests/benchmarks/bench_matching.py [--sizes 1000,10000,100000] [--shape letter] [--seed 11]
                                             [--peers PYTHON]

Words come from `../shared/data`; beyond those, new words are made by crossing two real ones, so that distinct words
grow with size as in real lists. A tenth of the names are variants of another name. Each matcher runs as a process of
its own, from reading the names to its ranked output, imports included; string_grouper with the least similarity it
comes with (0.8) and with one that finds more. Prints, for each: seconds, peak memory, pairs returned, share of the
variants found, average precision.
"""

import argparse
import csv
import itertools
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from reviewer.apart import Matcher
from reviewer.matching import DEFAULT_MIN_SCORE, words
from reviewer.matching.arrays import Ints
from reviewer.matching.names import find
from reviewer.matching.run import Run
from reviewer.model import Signature, Source, Verdict, no_progress
from reviewer.review import Review
from reviewer.ui.finding import look, prepare
from reviewer.ui.parts.time_left import TimeLeft, in_words

SHAPES = ("letter", "frame", "common", "same", "but one", "cluster")
"""letter: what signs an open letter. frame: all but one or two words the same. common: people of common names. Then the
hard ones: one name over and over, names that share all but one word, and spellings of one name."""
CDIST_MOST = 20_000
"""Comparing all with all is not tried beyond so many names."""
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
    if shape in ("same", "but one", "cluster"):
        return hard(size, shape, rng), set()
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


def hard(size: int, shape: str, rng: random.Random) -> list[str]:
    """Return names that would bring out any step that compares all with all."""
    if shape == "same":
        return ["Local Council of Qunaitra"] * size
    if shape == "but one":
        return [f"Free Committee of the Southern Region of {_letters(i)}" for i in range(size)]
    names = ["Mohammad Abdulrahman Alkawakibi"]
    known = set(names)
    while len(names) < size:
        name = variant(rng.choice(names[:1000]), rng)[:60]
        if name not in known:
            known.add(name)
            names.append(name)
    return names


def _letters(number: int) -> str:
    return "".join(chr(97 + number // 26**k % 26) for k in range(5))


class Timed(NamedTuple):
    """A matcher's run as a process of its own: seconds and peak memory of it, pairs by line number, best first."""

    seconds: float
    megabytes: float
    pairs: list[tuple[int, int]]


def run(python: str, matcher: str, names: list[str], least: float = 0.8) -> Timed:
    """Run a matcher of `one_matcher.py` with an environment's `python`."""
    with tempfile.TemporaryDirectory() as folder:
        list_, out = Path(folder, "names"), Path(folder, "pairs")
        list_.write_text("\n".join(names), "utf-8")
        script = str(Path(__file__).with_name("one_matcher.py"))
        start = time.perf_counter()
        child = subprocess.Popen([python, script, matcher, str(list_), str(out), "--least", str(least)])
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{matcher} failed")
        rows = (line.split() for line in out.read_text("utf-8").splitlines())
        return Timed(seconds, usage.ru_maxrss / 1024, [(int(a), int(b)) for a, b in rows])


def worth(ranked: Iterable[tuple[str, str]], pairs: set[tuple[str, str]]) -> tuple[float, float]:
    """Return the share of the variants found and the average precision."""
    hits, total = 0, 0.0
    for rank, (a, b) in enumerate(ranked, 1):
        if (min(a, b), max(a, b)) in pairs:
            hits += 1
            total += hits / rank
    return hits / max(1, len(pairs)), total / max(1, len(pairs))


def main() -> None:
    """Print one line a size and matcher; how the time of our own divides, with `--steps`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--shape", default="letter", choices=SHAPES)
    parser.add_argument("--seed", type=int, default=11, help="of the generator")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python with string_grouper and rapidfuzz to compare with")
    parser.add_argument("--steps", action="store_true", help="how the time divides, beside the floor")
    parser.add_argument("--later", action="store_true", help="what a later list of 100 and decisions cost, instead")
    parser.add_argument("--left", action="store_true", help="what the window promises of the time left, instead")
    parser.add_argument("--blocking", action="store_true", help="what blocking loses against all pairs, instead")
    args = parser.parse_args()
    matchers = [(sys.executable, "ours", 0.0)]
    if args.peers:
        matchers += [(args.peers, "string_grouper", least) for least in (0.8, 0.6)] + [(args.peers, "cdist", 0.8)]
    for size in map(int, args.sizes.split(",")):
        names, pairs = generate(size, args.shape, args.seed)
        if args.steps:
            steps(names)
        if args.blocking:
            lost(names, pairs)
        if args.later:
            later(names)
        if args.left:
            left(names)
        if args.steps or args.blocking or args.later or args.left:
            continue
        print(f"{len(names)} names, {len({w for n in names for w in words(n)})} words, {args.shape}", flush=True)
        for python, matcher, least in matchers:
            if matcher == "cdist" and size > CDIST_MOST:
                continue
            seconds, megabytes, found = run(python, matcher, names, least)
            share, ap = worth(((names[a], names[b]) for a, b in found), pairs)
            print(f"  {matcher + (f' {least}' if least else ''):20} {seconds:7.2f} s {megabytes:6.0f} MB"
                  f" {len(found):8} pairs  found {share:.3f}  ap {ap:.3f}", flush=True)  # fmt: skip


def lost(names: list[str], pairs: set[tuple[str, str]]) -> None:
    """Print what blocking loses: of all pairs of names, those that come to the default threshold and were not met.

    Every pair is reckoned by the same links between words; minutes for 10,000 names.
    """
    matching = Run([names[0::2], names[1::2]], (), no_progress, DEFAULT_MIN_SCORE)
    met = set(zip(matching.pairs.a.tolist(), matching.pairs.b.tolist(), strict=True))
    texts = matching.collection.names
    least = math.log(DEFAULT_MIN_SCORE / (1 - DEFAULT_MIN_SCORE))
    worthy = missed = true = 0
    for first in range(0, len(texts), 20):
        a, b = _rows(first, len(texts))
        for rows, part in matching.batch.reckon(a, b, matching.links):
            for k in rows[part.exact & (part.raw >= least)].tolist():
                x, y = int(a[k]), int(b[k])
                worthy += 1
                missed += (x, y) not in met
                true += (x, y) not in met and (min(texts[x], texts[y]), max(texts[x], texts[y])) in pairs
    print(f"{len(texts)} names: {worthy} of all pairs reach the threshold, {missed} of them ({missed / worthy:.4f}) are"
          f" lost by blocking, {true} of those are variants of one name (of {len(pairs)})")  # fmt: skip


def _rows(first: int, size: int) -> tuple[Ints, Ints]:
    """Pairs of twenty names with all that follow them."""
    found = [(np.full(size - i - 1, i), np.arange(i + 1, size)) for i in range(first, min(first + 20, size))]
    return np.concatenate([a for a, _ in found]), np.concatenate([b for _, b in found])


def later(names: list[str], seed: int = 5) -> None:
    """Print what it costs to find candidates at first, after one more list of 100, and after a decision.

    Half of the later names are new ones, the others variants of those there; three such lists come. Seconds are those
    of the matching process with the way there and back and, behind them, of all that a window waits for until the
    cards are new. Then what it costs to decide a card, whatever the number of names.
    """
    rng = random.Random(seed)
    known = set(names)
    new = [name for name in generate(len(names) + 2000, "letter", seed)[0] if name not in known][:150]
    review, matcher = _review(names), Matcher()
    matcher.prepare()
    print(f"{len(names)} names: first answer {_found(matcher, review)}", flush=True)
    for number in range(3):
        texts = [*new[50 * number : 50 * number + 50], *(variant(name, rng) for name in rng.sample(names, 50))]
        source = _source(f"later {number}", texts)
        print(f"  one more list of 100: {_found(matcher, review, partial(review.add, source))}", flush=True)
    for candidate in review.found.spellings[5:8]:
        said = _found(matcher, review, partial(review.decide_spelling, Verdict.SAME, candidate))
        print(f"  {candidate.a} = {candidate.b} decided: {said}", flush=True)
    matcher.close()
    took: list[float] = []
    for at, verdict in enumerate(list(Verdict) * 20):
        card, start = review.queue.to_review[100 + at], time.perf_counter()
        review.decide(verdict, card.names, card.score)
        took.append(time.perf_counter() - start)
    undone = time.perf_counter()
    for _ in took:
        review.undo()
    print(f"  a card decided, of {len(review.queue.to_review)}: {1000 * sorted(took)[len(took) // 2]:.2f} ms,"
          f" taken back: {1000 * (time.perf_counter() - undone) / len(took):.2f} ms", flush=True)  # fmt: skip


def _review(names: list[str]) -> Review:
    """Return a review of the names as two lists, ready for their candidates to be found."""
    review = Review(reviewer="")
    with review.together():
        for title, texts in (("odd", names[0::2]), ("even", names[1::2])):
            review.add(_source(title, texts))
    prepare(review)
    return review


def _source(title: str, texts: list[str]) -> Source:
    return Source(title, title, tuple(Signature(title, at, text) for at, text in enumerate(texts, 1)))


def _found(matcher: Matcher, review: Review, said: Callable[[], None] = lambda: None) -> str:
    """Have candidates found after something was said; tell how long it took, of the matcher and in all."""
    time.sleep(2)  # the matching process gets ready while nobody asks
    answered = start = time.perf_counter()

    def tell(step: str, _share: float) -> None:
        nonlocal answered
        answered = answered if step == "arranging" else time.perf_counter()

    said()
    asked = time.perf_counter()
    review.take(*look(matcher, review.question(), review, tell))
    return f"{answered - asked:.3f} s, {time.perf_counter() - start:.3f} s in all"


def left(names: list[str]) -> None:
    """Print the time left that the window promises as names are compared, beside what was left in truth.

    The window is not there, but all that it waits for is done: the answer in another process, arranged for a review.
    """
    review = _review(names)
    matcher, promise = Matcher(), TimeLeft()
    matcher.prepare()
    time.sleep(2)  # until it is there
    told: list[tuple[float, float | None, float]] = []
    start = time.perf_counter()
    promise.after(0.0)
    look(
        matcher,
        review.question(),
        review,
        lambda _, share: told.append((share, promise.after(share), time.perf_counter() - start)),
    )
    total = time.perf_counter() - start
    matcher.close()
    print(f"{len(names)} names, {total:.1f} s as the window sees it")
    for _, group in itertools.groupby(told, key=lambda each: int(each[0] * 20)):
        share, promised, at = next(group)
        said = "nothing" if promised is None else f"{promised:.1f} s ({in_words(promised)})"
        print(f"  {share:4.2f} told at {at / total:4.2f} of the time: promised {said}, in truth {total - at:.1f} s")
    off = sorted(abs(promised - (total - at)) / total for _, promised, at in told if promised is not None)
    if off:
        print(f"  wrong by {off[len(off) // 2]:.3f} of the whole time in the middle, {off[-1]:.3f} at worst")


def steps(names: list[str]) -> None:
    """Print how long each step that progress tells of takes, beside the floor: merely folding the same names."""
    start = time.perf_counter()
    for name in names:
        words(name)
    print(f"{len(names)} names: folding alone {time.perf_counter() - start:.2f} s")
    told: list[tuple[str, float, float]] = [("start", 0.0, time.perf_counter())]
    find([names[0::2], names[1::2]], progress=lambda step, share: told.append((step, share, time.perf_counter())))
    total = told[-1][2] - told[0][2]
    for tenth, group in itertools.groupby(itertools.pairwise(told), key=lambda pair: int(pair[0][1] * 20)):
        pairs = list(group)
        begin, end = pairs[0][0][2] - told[0][2], pairs[-1][1][2] - told[0][2]
        print(f"  {tenth / 20:4.2f} {pairs[0][0][0]:10} {end - begin:6.2f} s, {end / total:4.2f} of the time done")


if __name__ == "__main__":
    main()
