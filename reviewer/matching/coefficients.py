"""What each kind of evidence adds to a score, in log-odds per unit of its measure.

Weights of words are in nats: ln(1 / share of names that hold the word). Learned by tests/matching/fit_scores.py where
marked so; the rest is set by hand because the labelled data hardly hold such names.
"""

COEFFICIENTS: dict[str, float] = {
    "base": 4.91,
    "size": -1.00,
    "same": 0.85,
    "similar": 1.00,
    "cost": -0.61,
    "across": 0.93,
    "cost across": -0.58,
    "joined": -0.30,
    "acronym": 0.50,
    "alone": -0.48,
    "alone word": -0.42,
    "alone generic": -0.20,
    "differing": -0.43,
    "differing word": -0.30,
    "differing generic": -0.10,
    "opposite": -0.80,
    "number": -4.00,
    "second name": -0.50,
    "title": -0.05,
    "role": -0.20,
    "same role": 0.50,
    "other script": -0.30,
    "branch": -1.50,
    "word order": -0.50,
    "same list": -3.00,
    "closer": -0.71,
}
"""Measures: "size" ln(names + 100); "same", "acronym", "alone", "differing" weights of words in nats (alone:
the other name has none left over; differing: it has); "cost" nats of `distance`; "closer" nats by which another partner
scores better; everything else counts 1 each."""

PER_UNIT = 1.1
"""The most that one unit of two similar words can say, in nats: short words agree by chance."""

FADING = 0.5
"""Each further word left over counts this much of the one before, the heaviest first."""

AGREEING_FADES = 0.8
"""Each further word that agrees counts this much of the one before, the heaviest first."""

TOGETHER = 3.0
"""Nats of weight up to which a word tells less than its share says, see `align`."""
