"""What each kind of evidence adds to a score, in log-odds per unit of its measure.

Weights of words are in nats: ln(1 / share of names that hold the word). Learned by tests/matching/fit_scores.py where
marked so; the rest is set by hand because the labelled data hardly hold such names.
"""

COEFFICIENTS: dict[str, float] = {
    "base": 5.05,
    "size": -1.00,
    "same": 0.62,
    "similar": 0.93,
    "cost": -0.75,
    "across": -0.16,
    "cost across": -0.55,
    "joined": -0.29,
    "acronym": 0.45,
    "alone": -0.57,
    "alone word": -0.31,
    "differing": -0.33,
    "differing word": -0.40,
    "opposite": -1.00,
    "number": -4.00,
    "second name": -0.58,
    "title": -0.09,
    "role": -0.23,
    "same role": 0.63,
    "other script": -0.35,
    "branch": -1.13,
    "word order": -0.40,
    "same list": -4.00,
    "closer": -0.92,
}
"""Measures: "size" ln(names + 100); "same", "similar", "acronym", "alone", "differing" weights of words in nats (alone:
the other name has none left over; differing: it has); "cost" nats of `distance`; "closer" nats by which another partner
scores better; everything else counts 1 each."""

PER_UNIT = 1.1
"""The most that one unit of two similar words can say, in nats: short words agree by chance."""

FADING = 0.6
"""Each further word left over counts this much of the one before, the heaviest first."""

AGREEING_FADES = 0.8
"""Each further word that agrees counts this much of the one before, the heaviest first."""
