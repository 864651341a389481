"""One matcher over one file of names, as a process of its own, so that whole runs can be timed side by side.

    python one_matcher.py ours|string_grouper|cdist NAMES OUT [--least 0.8]

NAMES holds a name a line; OUT gets the pairs found, best first, as two line numbers from 0 a line. `--least` is the
least similarity 0..1 a peer returns. Peers are imported from whatever environment runs this script.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

Pairs = Iterable[tuple[int, int]]


def ours(names: list[str], _least: float) -> Pairs:
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from reviewer.matching.names import find

    place = {name: i for i, name in enumerate(names)}
    return [(place[c.a], place[c.b]) for c in find([names[0::2], names[1::2]]).names]


def string_grouper(names: list[str], least: float) -> Pairs:
    series = import_module("pandas").Series(names)
    found = import_module("string_grouper").match_strings(series, min_similarity=least)
    found = found[found.left_index < found.right_index].sort_values("similarity", ascending=False, kind="stable")
    return list(zip(found.left_index.tolist(), found.right_index.tolist(), strict=True))


def cdist(names: list[str], least: float) -> Pairs:
    np, rapidfuzz = import_module("numpy"), import_module("rapidfuzz")
    plain = [rapidfuzz.utils.default_process(name) for name in names]
    scores = rapidfuzz.process.cdist(
        plain, plain, scorer=rapidfuzz.fuzz.token_sort_ratio, score_cutoff=100 * least, dtype=np.uint8, workers=2
    )
    a, b = np.nonzero(np.triu(scores, 1))
    order = np.argsort(-scores[a, b].astype(int), kind="stable")
    return list(zip(a[order].tolist(), b[order].tolist(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("matcher", choices=["ours", "string_grouper", "cdist"])
    parser.add_argument("names", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--least", type=float, default=0.8)
    args = parser.parse_args()
    names = args.names.read_text("utf-8").split("\n")
    pairs = {"ours": ours, "string_grouper": string_grouper, "cdist": cdist}[args.matcher](names, args.least)
    args.out.write_text("".join(f"{a} {b}\n" for a, b in pairs), "utf-8")
    os._exit(0)  # the answer is there: how long Python takes to clear up after it is nobody's time


if __name__ == "__main__":
    main()
