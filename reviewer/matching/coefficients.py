"""What each kind of evidence adds to a score, in log-odds per unit of its measure.

Weights of words are in nats: ln(1 / share of names that hold the word). Learned by tests/matching/fit_scores.py where
marked so; the rest is set by hand because the labelled data hardly hold such names.
"""

COEFFICIENTS: dict[str, float] = {
    "base": 3.0,
    "size": -1.0,
    "same": 1.0,
    "similar": 1.0,
    "cost": -0.7,
    "across": -0.5,
    "cost across": -0.7,
    "joined": -0.3,
    "acronym": 1.0,
    "alone": -0.4,
    "alone word": -0.2,
    "differing": -0.6,
    "differing word": -0.3,
    "number": -4.0,
    "second name": -0.6,
    "title": -0.05,
    "role": -0.3,
    "same role": 0.7,
    "other script": -0.1,
    "branch": -1.0,
    "word order": -0.2,
    "same list": -3.0,
    "closer": -0.8,
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
