"""What each kind of evidence adds to a score, in log-odds per unit of its measure.

Weights of words are in nats: -ln of the share of names that hold the word. Most of these were fitted to labelled lists
by tests/matching/fit_scores.py, rounded, and corrected by hand, with all the labelled lists in view. So a fit to all
lists but one, measured on that one, is no fair rival: it gains .001 on a few and loses as much or more on others. The
script reports both.
"""

COEFFICIENTS: dict[str, float] = {
    "base": 4.10,
    "size": -1.00,
    "same": 0.65,
    "similar": 0.90,
    "whole": 2.00,
    "cost": -0.76,
    "across": 0.57,
    "cost across": -0.71,
    "joined": -0.30,
    "acronym": 0.80,
    "alone": -0.47,
    "alone word": -0.41,
    "alone generic": -0.12,
    "differing": -0.36,
    "differing word": -0.34,
    "differing generic": -0.36,
    "swapped": -0.90,
    "opposite": -1.20,
    "number": -4.00,
    "second name": -0.40,
    "title": -0.05,
    "initial": -0.20,
    "same initial": 0.30,
    "role": -0.20,
    "same role": 0.50,
    "other script": -0.37,
    "branch": -1.50,
    "word order": -0.60,
    "same list": -4.00,
    "closer": -0.80,
}
"""Measures. In nats: "size" ln(names + 300); "same", "similar" and "acronym" the weight of words that agree; "cost" and
"cost across" what `distance` finds; "alone" the weight of words left over where the other name has none left,
"differing" where it has, both followed by "generic" where a word says what kind of body it is (`common.GENERIC`);
"other script" that of common words left over across scripts; "closer" by how much another partner scores better.
Everything else counts 1 each: "alone word", "differing word" each telling word left over, "swapped" each common one
where the other name has some left too and nothing telling agrees."""

PER_UNIT = 1.2
"""The most that one unit of two similar words can say, in nats: short words agree by chance."""

FADING = 0.5
"""Each further word left over counts this much of the one before, the heaviest first."""

AGREEING_FADES = 0.8
"""Each further word that agrees counts this much of the one before, the heaviest first."""
