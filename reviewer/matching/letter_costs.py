"""What a difference between two spellings costs, in nats: "q k" is q beside k, "a -" an a that one side lacks.

Learned from data by tests/matching/fit_letters.py; don't edit by hand. Units are those of `romanise`.
"""

DEAR, DEAR_GAP = 4.0, 3.0
"""Cost of what is not listed."""

LATIN: dict[str, float] = {
    "a e": 2.1, "a i": 2.8, "a o": 2.8, "a u": 2.8, "a ii": 2.8, "a uu": 2.8, "a ah": 1.2, "a aw": 2.8,
    "a ay": 2.8, "a yy": 1.5, "e i": 2.1, "e o": 2.8, "e u": 2.8, "e ii": 2.8, "e uu": 2.8, "e ah": 1.2,
    "e aw": 2.8, "e ay": 2.8, "i o": 2.8, "i u": 2.8, "i ii": 1.2, "i uu": 2.8, "i ah": 2.8, "i aw": 2.8,
    "i ay": 2.8, "i y": 1.2, "i yy": 1.2, "o u": 1.5, "o ii": 2.8, "o uu": 2.3, "o ah": 2.8, "o aw": 2.8,
    "o ay": 2.8, "u ii": 2.8, "u uu": 1.0, "u ah": 2.8, "u aw": 2.8, "u ay": 2.8, "u w": 1.2, "ii uu": 2.8,
    "ii ah": 2.8, "ii aw": 2.8, "ii ay": 2.8, "ii y": 3.6, "ii yy": 2.7, "uu ah": 2.8, "uu aw": 2.7, "uu ay": 2.8,
    "uu w": 1.2, "ah aw": 2.8, "ah ay": 2.8, "aw ay": 2.8, "aw v": 2.5, "aw w": 3.5, "' `": 1.5, "p v": 3.1,
    "tt th": 3.4, "tt dd": 1.5, "th dd": 3.4, "th zz": 3.4, "th ss": 3.4, "j g": 2.0, "ch sh": 0.5, "ch x": 3.6,
    "H kh": 3.7, "H x": 1.6, "kh x": 3.2, "d z": 3.6, "dd dh": 2.4, "dd zz": 1.5, "dh z": 1.5, "dh zz": 2.4,
    "s c": 3.4, "sh x": 3.8, "gh q": 3.4, "gh c": 3.6, "gh g": 3.2, "v w": 2.5, "q k": 1.5, "q c": 2.9,
    "k c": 2.1, "k g": 3.5, "g x": 2.8, "a -": 2.2, "e -": 1.5, "i -": 2.2, "o -": 2.2, "u -": 1.8,
    "ii -": 2.2, "uu -": 2.2, "ah -": 2.2, "aw -": 2.2, "ay -": 2.2, "' -": 1.5, "h -": 2.8, "` -": 1.5,
    "y -": 2.2, "yy -": 1.5,
}  # fmt: skip
"""Both words in Latin script; from 11,867 pairs of words."""

ACROSS: dict[str, float] = {
    "a e": 2.8, "a i": 2.8, "a o": 2.8, "a u": 2.8, "a ii": 2.8, "a uu": 2.8, "a ah": 1.2, "a aw": 2.8,
    "a ay": 2.8, "a yy": 1.5, "e i": 2.8, "e o": 2.8, "e u": 2.8, "e ii": 2.8, "e uu": 2.8, "e ah": 1.2,
    "e aw": 2.8, "e ay": 2.8, "i o": 2.8, "i u": 2.8, "i ii": 1.2, "i uu": 2.8, "i ah": 2.8, "i aw": 2.8,
    "i ay": 2.8, "i y": 1.1, "i yy": 1.2, "o u": 2.8, "o ii": 2.8, "o uu": 2.8, "o ah": 2.8, "o aw": 2.8,
    "o ay": 2.8, "o w": 1.9, "u ii": 2.8, "u uu": 1.2, "u ah": 2.8, "u aw": 2.8, "u ay": 2.8, "u w": 1.2,
    "ii uu": 2.8, "ii ah": 2.8, "ii aw": 2.8, "ii ay": 2.8, "ii y": 1.9, "uu ah": 2.8, "uu aw": 2.8, "uu ay": 2.8,
    "uu w": 0.9, "ah aw": 2.8, "ah ay": 2.8, "ah t": 2.5, "aw ay": 2.8, "aw v": 3.6, "aw w": 1.1, "ay y": 0.7,
    "b p": 1.5, "p v": 2.2, "t tt": 0.7, "th s": 3.3, "j g": 1.8, "j x": 3.6, "ch sh": 0.9, "ch g": 3.5,
    "ch x": 2.7, "H h": 0.2, "kh x": 3.3, "d dd": 1.5, "dd dh": 1.0, "dd z": 1.9, "dh zz": 1.5, "z zz": 1.6,
    "z x": 3.6, "s ss": 0.9, "ss c": 2.8, "sh x": 3.5, "gh q": 2.7, "gh g": 3.0, "f v": 1.5, "v w": 2.2,
    "q k": 1.2, "q c": 2.2, "k c": 2.6, "k g": 3.8, "c g": 3.3, "g x": 2.3, "y yy": 3.4, "a -": 0.9,
    "e -": 0.2, "i -": 0.8, "o -": 0.3, "u -": 0.3, "ii -": 2.2, "uu -": 1.3, "ah -": 2.2, "aw -": 2.2,
    "ay -": 2.2, "' -": 1.5, "` -": 0.2,
}  # fmt: skip
"""One word Arabic, one Latin; from 7,967 pairs of words."""
