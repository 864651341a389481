"""Fit what each kind of evidence adds to a score, and report what that is worth on data it was not fitted to.

    python tests/matching/fit_scores.py

Logistic regression over all pairs that blocking proposes in the pools of `pools.py`, each pool weighing the same, held
to the signs of the present coefficients and drawn towards them (a normal prior), because some kinds of evidence hardly
occur in the labelled data. Prints, for each pool left out in turn, the average precision as shipped and as
fitted to the others, then a calibration table over the pools left out, then the coefficients fitted to all pools.
"""

import argparse
import itertools

import numpy as np
from pools import Pool, every, ordered, pairs_apart
from scipy.optimize import minimize

from reviewer.matching.coefficients import COEFFICIENTS
from reviewer.matching.context import Around
from reviewer.matching.run import Run
from reviewer.model import no_progress

NAMES = list(COEFFICIENTS)
AS_SET = ("same list", "size", "number", "title", "initial", "same initial", "role", "same role", "joined")
"""These stay as set by hand: the pools hold none of their kind, or hold them in generated names only."""
FITTED = tuple(name for name in NAMES if name not in AS_SET)
HAND = dict(COEFFICIENTS)
"""The coefficients as they are shipped, towards which the fit is drawn."""
STRENGTH = 0.004
SHARE = {"letters-english": 3.0, "letters-arabic": 3.0, "place-pairs": 0.03}
"""What a pool weighs beside another: lists as people sign them more, and less the pairs of place names, half of which
are near misses picked for being near."""


def measured(pool: Pool) -> tuple[np.ndarray, np.ndarray, list[tuple[str, str]]]:
    """Measures (pairs, kinds), labels and texts of the pairs of a pool."""
    run = Run(pool.lists, (), no_progress)
    rows, labels, texts = [], [], []
    pairs, names = run.pairs.names(), run.collection.names
    contexts = Around.of(run.pairs, run.collection.stands, run.collection.sets).told(run.pairs, names)
    for row, steps in run.aligned(run.pairs.a, run.pairs.b):
        a, b = pairs[row]
        key = ordered(names[a], names[b])
        if key in pool.unscored:
            continue
        amounts = dict.fromkeys(NAMES, 0.0)
        told = [s.measures for s in steps] + [c.measures for c in contexts[row]]
        for name, amount in (m for measures in told for m in measures):
            amounts[name] += amount
        rows.append([amounts[n] for n in NAMES])
        labels.append(key in pool.positives)
        texts.append(key)
    return np.array(rows), np.array(labels, float), texts


def measured_together(pools: list[Pool]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Measures and labels by the name of the pool; pools of one name count as one."""
    parts: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    for pool in pools:
        parts.setdefault(pool.name, []).append(measured(pool)[:2])
    return {name: (np.concatenate([x for x, _ in p]), np.concatenate([y for _, y in p])) for name, p in parts.items()}


def fit(named: dict[str, tuple[np.ndarray, np.ndarray]], start: np.ndarray) -> np.ndarray:
    data = list(named.values())
    x = np.concatenate([d[0] for d in data])
    y = np.concatenate([d[1] for d in data])
    shares = [SHARE.get(name, 1.0) for name in named]
    weight = np.concatenate(
        [np.full(len(y), share / max(1.0, y.sum()) / sum(shares)) for (_, y), share in zip(data, shares, strict=True)]
    )
    scale = np.maximum(np.abs(start), 0.3)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        value = weight @ (np.logaddexp(0, z) - y * z) + STRENGTH * (((w - start) / scale) ** 2).sum()
        slope = x.T @ (weight * (1 / (1 + np.exp(-np.clip(z, -60, 60))) - y)) + 2 * STRENGTH * (w - start) / scale**2
        return value, slope

    bounds = [
        (s, s) if n not in FITTED else (0.0, 12.0) if s > 0 else (-12.0, 0.0) for n, s in zip(NAMES, start, strict=True)
    ]
    bounds[NAMES.index("base")] = (-5.0, 9.0)
    bounds[NAMES.index("across")] = (-3.0, 3.0)
    found: np.ndarray = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return found


def average_precision(score: np.ndarray, label: np.ndarray, positives: int) -> float:
    ranked = label[np.argsort(-score, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1) * ranked).sum() / positives)


def fitted(pools: list[Pool], small: list[Pool], rounds: int = 3) -> np.ndarray:
    """Fit to pools; the partners of each name change with the coefficients, hence rounds."""
    before = dict(COEFFICIENTS)
    start = np.array([HAND[n] for n in NAMES])
    COEFFICIENTS.update(HAND)
    found = start
    for _ in range(rounds):
        found = fit(measured_together([*pools, *small]), start)
        COEFFICIENTS.update(zip(NAMES, found.tolist(), strict=True))
    COEFFICIENTS.update(before)
    return found


def calibration(score: np.ndarray, label: np.ndarray) -> None:
    p = 1 / (1 + np.exp(-score))
    print("\nscore      pairs  said  are the same")
    for low, high in itertools.pairwise([0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99, 1.001]):
        here = (p >= low) & (p < high)
        if here.any():
            print(f"{low:.2f}-{min(high, 1):.2f} {here.sum():6}  {p[here].mean():.2f}  {label[here].mean():.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="report every pool left out in turn (slow)")
    args = parser.parse_args()
    pools, small = every(), pairs_apart()
    if args.held_out:
        before = dict(COEFFICIENTS)
        scores, labels = [], []
        for out in pools:
            positives = max(1, len(out.positives))
            COEFFICIENTS.update(HAND)
            x, y, _ = measured(out)
            hand = average_precision(x @ np.array([HAND[n] for n in NAMES]), y, positives)
            w = fitted([p for p in pools if p is not out], small, 2)
            COEFFICIENTS.update(zip(NAMES, w.tolist(), strict=True))
            x, y, _ = measured(out)
            COEFFICIENTS.update(before)
            scores.append(x @ w)
            labels.append(y)
            print(
                f"{out.name:18} shipped {hand:.4f}  fitted to the others {average_precision(x @ w, y, positives):.4f}"
            )
        calibration(np.concatenate(scores), np.concatenate(labels))
    for name, value in zip(NAMES, fitted(pools, small).tolist(), strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
