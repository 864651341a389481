"""What a difference between two spellings costs, in nats: "q k" is q beside k, "a -" an a that one side lacks.

Learned from data by tests/matching/fit_letters.py; don't edit by hand. Units are those of `romanise`.
"""

DEAR, DEAR_GAP = 4.0, 3.5
"""Cost of what is not listed."""

LATIN: dict[str, float] = {
    "a A": 0.7, "a e": 1.0, "a i": 2.0, "a o": 1.9, "a u": 1.9, "a ii": 2.0, "a uu": 2.0, "a ah": 1.2,
    "a aw": 2.0, "a ay": 2.0, "a yy": 1.5, "A e": 0.7, "A i": 0.7, "A o": 0.7, "A u": 0.7, "A ii": 0.7,
    "A uu": 0.7, "A ah": 0.7, "A aw": 0.7, "A ay": 0.7, "e i": 1.4, "e o": 2.0, "e u": 2.0, "e ii": 1.2,
    "e uu": 2.0, "e ah": 1.2, "e aw": 2.0, "e ay": 2.0, "e yy": 1.5, "i o": 2.0, "i u": 2.0, "i ii": 0.8,
    "i uu": 2.0, "i ah": 2.0, "i aw": 2.0, "i ay": 1.7, "i y": 1.2, "i yy": 1.2, "o u": 0.8, "o ii": 2.0,
    "o uu": 1.3, "o ah": 2.0, "o aw": 1.6, "o ay": 2.0, "o v": 3.1, "u ii": 2.0, "u uu": 0.5, "u ah": 2.0,
    "u aw": 1.9, "u ay": 2.0, "u w": 1.2, "ii uu": 2.0, "ii ah": 2.0, "ii aw": 2.0, "ii ay": 0.6, "ii y": 3.1,
    "ii yy": 1.5, "uu ah": 2.0, "uu aw": 1.5, "uu ay": 2.0, "uu v": 2.6, "uu w": 1.2, "ah aw": 2.0, "ah ay": 2.0,
    "aw ay": 2.0, "aw v": 2.3, "aw w": 3.3, "ay yy": 1.5, "' `": 1.5, "b p": 1.1, "b v": 0.8, "p f": 2.7,
    "p v": 2.7, "t tt": 1.5, "t dd": 1.5, "tt th": 1.5, "tt d": 1.5, "tt dd": 1.5, "th dd": 1.5, "th dh": 2.4,
    "th zz": 1.5, "th s": 2.7, "th ss": 1.5, "j g": 0.8, "j x": 1.7, "ch sh": 0.4, "ch x": 1.7, "H h": 1.5,
    "H kh": 1.5, "H x": 1.5, "h kh": 3.8, "h x": 1.7, "kh x": 1.1, "d dd": 1.5, "d dh": 3.6, "d z": 2.7,
    "d zz": 1.5, "dd dh": 1.5, "dd z": 1.5, "dd zz": 1.5, "dh z": 0.2, "dh zz": 1.5, "z zz": 1.5, "z s": 3.4,
    "z ss": 1.5, "z x": 1.7, "s ss": 1.5, "s sh": 3.1, "s c": 2.0, "s x": 1.7, "sh x": 1.7, "gh q": 2.9,
    "gh k": 3.1, "gh c": 2.8, "gh g": 2.6, "v w": 2.0, "q k": 1.3, "q c": 1.5, "q g": 3.1, "k c": 0.8,
    "k g": 1.8, "g x": 1.7, "y yy": 1.5, "a -": 1.5, "A -": 0.7, "e -": 1.0, "i -": 1.5, "o -": 1.5,
    "u -": 1.3, "ii -": 1.5, "uu -": 1.5, "ah -": 1.5, "aw -": 1.5, "ay -": 1.5, "' -": 1.5, "h -": 3.0,
    "` -": 1.5, "y -": 2.2, "yy -": 1.5,
}  # fmt: skip
"""Both words in Latin script; from 11,865 pairs of words."""

ACROSS: dict[str, float] = {
    "a A": 0.7, "a e": 2.8, "a i": 2.8, "a o": 2.8, "a u": 2.8, "a ii": 2.8, "a uu": 2.8, "a ah": 1.2,
    "a aw": 2.8, "a ay": 2.8, "a yy": 1.1, "A e": 1.2, "A i": 1.0, "A o": 1.2, "A u": 1.2, "A ii": 2.8,
    "A uu": 2.8, "A ah": 2.8, "A aw": 2.8, "A ay": 2.8, "e i": 2.8, "e o": 2.8, "e u": 2.8, "e ii": 2.8,
    "e uu": 2.8, "e ah": 1.2, "e aw": 2.8, "e ay": 2.8, "e y": 1.5, "i o": 2.8, "i u": 2.8, "i ii": 1.2,
    "i uu": 2.8, "i ah": 2.8, "i aw": 2.8, "i ay": 2.8, "i y": 1.0, "i yy": 0.6, "o u": 2.8, "o ii": 2.8,
    "o uu": 2.8, "o ah": 2.8, "o aw": 2.8, "o ay": 2.8, "o v": 3.7, "o w": 1.1, "u ii": 2.8, "u uu": 1.2,
    "u ah": 2.8, "u aw": 2.8, "u ay": 2.8, "u v": 3.7, "u w": 1.2, "ii uu": 2.8, "ii ah": 2.8, "ii aw": 2.8,
    "ii ay": 2.8, "ii y": 0.2, "ii yy": 2.9, "uu ah": 2.8, "uu aw": 2.8, "uu ay": 2.8, "uu v": 3.7, "uu w": 0.3,
    "ah aw": 2.8, "ah ay": 2.8, "ah H": 3.7, "aw ay": 2.8, "aw v": 3.7, "aw w": 0.2, "ay y": 0.2, "' `": 1.5,
    "b p": 0.7, "b v": 0.5, "p f": 1.9, "p v": 1.9, "t tt": 0.2, "t th": 3.0, "t d": 3.6, "th dh": 3.2,
    "th zz": 3.5, "th s": 2.4, "j ch": 3.3, "j g": 0.4, "j x": 1.5, "ch s": 3.8, "ch sh": 0.2, "ch g": 3.3,
    "ch x": 1.5, "H h": 0.2, "H x": 1.5, "h x": 1.5, "kh g": 3.3, "kh x": 1.5, "d dd": 0.5, "d dh": 2.0,
    "d zz": 2.3, "dd dh": 0.6, "dd z": 1.7, "dd zz": 3.5, "dh z": 3.1, "dh zz": 1.3, "r g": 3.3, "z zz": 0.5,
    "z g": 3.3, "z x": 1.5, "s ss": 0.2, "s sh": 3.4, "s g": 3.3, "s x": 1.5, "ss c": 2.2, "sh g": 3.3,
    "sh x": 1.5, "gh q": 1.8, "gh g": 1.5, "f v": 1.5, "v w": 1.2, "q k": 1.0, "q c": 0.5, "q g": 2.0,
    "k c": 1.6, "k g": 1.5, "c g": 3.3, "g x": 1.5, "y yy": 2.3, "a -": 0.9, "A -": 2.2, "e -": 0.2,
    "i -": 1.0, "o -": 0.4, "u -": 0.3, "ii -": 2.2, "uu -": 1.5, "ah -": 2.2, "aw -": 2.2, "ay -": 2.2,
    "' -": 1.5, "t -": 2.7, "` -": 0.2,
}  # fmt: skip
"""One word Arabic, one Latin; from 7,967 pairs of words."""
