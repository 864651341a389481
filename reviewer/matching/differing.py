"""Which letters of two names differ, for marking them on a card."""

from reviewer.matching.fold import Word, parse

Spans = tuple[tuple[int, int], ...]


def differing(a: str, b: str) -> tuple[Spans, Spans]:
    """Return the half-open spans (code points of the verbatim texts) of `a` and of `b` that differ.

    Words pair by likeness, in any order; within a pair the differing letters are marked, and with an empty span where
    those of the other are missing; a word without partner is marked whole.
    Letters alike but for case, and what stands between words, are not marked. Equal texts give two empty tuples.
    """
    words_a, words_b = parse(a), parse(b)
    pairs = _pairs(words_a, words_b)
    marks_a: list[tuple[int, int]] = []
    marks_b: list[tuple[int, int]] = []
    for i, j in pairs:
        one, other = _letters(a, words_a[i], b, words_b[j])
        marks_a += one
        marks_b += other
    paired_a, paired_b = {i for i, _ in pairs}, {j for _, j in pairs}
    marks_a += [(w.start, w.end) for i, w in enumerate(words_a) if i not in paired_a]
    marks_b += [(w.start, w.end) for j, w in enumerate(words_b) if j not in paired_b]
    return _joined(marks_a), _joined(marks_b)


def _pairs(words_a: list[Word], words_b: list[Word]) -> list[tuple[int, int]]:
    """Pair words one to one: equal ones in their order first, then the likeliest."""
    from difflib import SequenceMatcher

    from rapidfuzz.distance import Indel  # takes as long to load as a page of the window to show

    matcher = SequenceMatcher(None, [w.folded for w in words_a], [w.folded for w in words_b], autojunk=False)
    pairs = [(m.a + k, m.b + k) for m in matcher.get_matching_blocks() for k in range(m.size)]
    free_a = set(range(len(words_a))) - {i for i, _ in pairs}
    free_b = set(range(len(words_b))) - {j for _, j in pairs}
    ranked = sorted(
        (-likeness, abs(i - j), i, j)
        for i in free_a
        for j in free_b
        if (likeness := Indel.normalized_similarity(words_a[i].folded, words_b[j].folded)) >= 0.6
    )
    for _, _, i, j in ranked:
        if i in free_a and j in free_b:
            free_a.discard(i)
            free_b.discard(j)
            pairs.append((i, j))
    return pairs


def _letters(a: str, one: Word, b: str, other: Word) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    from rapidfuzz.distance import Levenshtein

    x, y = _even(a[one.start : one.end]), _even(b[other.start : other.end])
    marks_x, marks_y = [], []
    for code in Levenshtein.opcodes(x, y):
        if code.tag != "equal":
            marks_x.append((one.start + code.src_start, one.start + code.src_end))
            marks_y.append((other.start + code.dest_start, other.start + code.dest_end))
    return marks_x, marks_y


def _even(text: str) -> str:
    """Return the text in one case, letter by letter, so that places stay the same."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _joined(marks: list[tuple[int, int]]) -> Spans:
    found: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if found and found[-1][1] >= start:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
