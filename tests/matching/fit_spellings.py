"""Fit what speaks for two words being spellings of one, and report what that is worth on lists it was not fitted to.

    python tests/matching/fit_spellings.py

A pair of words is one where the matcher aligns them in two names that the labels call one signatory. Prints, for each
pool left out in turn, the average precision and the loss (per pair that is one) with the weights as shipped and as
fitted to the others, then the weights fitted to all.
"""

import numpy as np
from fit_scores import average_precision
from pools import Pool, every, ordered
from sklearn.linear_model import LogisticRegression

from reviewer.matching import spellings
from reviewer.matching.fold import words
from reviewer.matching.run import Run
from reviewer.matching.similar import ARTICLE
from reviewer.model import no_progress

SHIPPED = np.array(
    [spellings._BASE, spellings._PER_UNIT, spellings._PER_NAT, spellings._CLOSER, spellings._SOUND_ALIKE]
)


def measured(pool: Pool) -> tuple[np.ndarray, np.ndarray]:
    """Measures (pairs, 5) of the spellings of a pool's words in the order of `SHIPPED`, and labels."""
    run = Run(pool.lists, (), no_progress)
    names, v = run.collection.names, run.vocabulary
    pairs = run.pairs.at(np.array([ordered(names[a], names[b]) in pool.positives for a, b in run.pairs.names()]))
    one = {
        ordered(v.words[v.tokens[v.starts[pairs.a[row]] + s.a[0]]], v.words[v.tokens[v.starts[pairs.b[row]] + s.b[0]]])
        for row, steps in run.aligned(pairs.a, pairs.b)
        for s in steps if s.kind == "similar" and len(s.a) == len(s.b) == 1
    }  # fmt: skip
    rows, labels = [], []
    for c in run.found().spellings:
        agree, differ, *closer = (e.effect for e in c.evidence)
        cost = differ / spellings._PER_NAT
        alike = cost < ARTICLE * (c.evidence[1].kind == "article al-") + spellings._ALIKE
        units = (agree - spellings._BASE - spellings._SOUND_ALIKE * alike) / spellings._PER_UNIT
        rows.append([1.0, units, cost, sum(closer) / spellings._CLOSER, float(alike)])
        labels.append(ordered(words(c.a)[0], words(c.b)[0]) in one)
    return np.array(rows), np.array(labels, float)


def fitted(data: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    x, y = np.concatenate([x for x, _ in data]), np.concatenate([y for _, y in data])
    weight = np.concatenate([np.full(len(y), 1 / y.sum()) for _, y in data])
    model = LogisticRegression(C=100, fit_intercept=False, max_iter=5000).fit(x, y, weight * len(y) / weight.sum())
    found: np.ndarray = model.coef_[0]
    return found


def told(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> str:
    z = x @ w
    loss = (np.logaddexp(0, z) - y * z).sum() / y.sum()
    return f"{average_precision(z, y, int(y.sum())):.4f} / {loss:.2f}"


def main() -> None:
    pools = [p for p in every() if "people" not in p.name and p.name != "real-statements"]
    data = [measured(p) for p in pools]
    for k, (pool, (x, y)) in enumerate(zip(pools, data, strict=True)):
        rest = fitted([d for i, d in enumerate(data) if i != k])
        print(
            f"{pool.name:18} {int(y.sum()):4} of {len(y):5}  shipped {told(x, y, SHIPPED)}  fitted {told(x, y, rest)}"
        )
    print("_BASE, _PER_UNIT, _PER_NAT, _CLOSER, _SOUND_ALIKE =", ", ".join(f"{w:.2f}" for w in fitted(data)))


if __name__ == "__main__":
    main()
