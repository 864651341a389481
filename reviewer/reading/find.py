"""Which lines of a document are its list of names. Every format that holds running text ends here.

How a list is told from prose:

1. A line is prose when it reads as a sentence: words that bind sentences but not names (is, that, they, nous, qui,
   التي ...), a full stop behind many lower-case words, several sentences in one line. Lines wrapped at one width are
   judged together. Length alone makes no prose, for names run to 20 words and more.
2. Numbered, bulleted and listed lines are judged as a run: numbered demands are prose, numbered names are not.
3. Each name-like line counts for, each prose line against; the list is the stretch with the best sum. So a title
   above the prose or a note below the list stays out, and one odd line amid many names stays in.
4. Beside prose, marked lines are the list. Bare short lines are only where the document is that of the undersigned, or
   announces them, or they are several and look like names: the less it speaks of signing, the more is asked of them.

A document without any prose is a list, whatever its lines are.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from reviewer.reading.draft import BESIDE, HEADING, NO_NAME, OUTSIDE, SENTENCE, Draft
from reviewer.reading.groups import labels, tell_headings
from reviewer.reading.lines import Line, Role, number_of, says_something
from reviewer.reading.pairs import tell_beside
from reviewer.reading.prose import (
    ends_in_colon,
    is_announcement,
    is_button,
    is_closing,
    is_furniture,
    is_in_capitals,
    is_phrase,
    is_prose,
    speaks_for_the_undersigned,
    speaks_of_signing,
)
from reviewer.reading.run_in import split_run_in

_PROSE_COSTS = 3  # name-like lines that one line of prose outweighs
_FRONT = 10  # fewer lines than these above all prose are title, author and date
_ENOUGH = 4  # bare lines behind prose that speak for themselves
_SHORT = 5  # words
_MOST_LISTS = 4  # stretches of a document that may be one more list
_STOPS = (".", ";", ",", "؛", "،")


def find_names(lines: Sequence[Line], title: str = "", date: str = "", url: str = "") -> Draft:
    """Return the document with the lines proposed that are its list of names; none where it is running text alone."""
    lines = _number_apart(tell_beside(split_run_in(lines)))
    prose = tell_prose(lines)
    headings = tell_headings(lines, prose)
    chosen = _choose(lines, prose, headings)
    chosen |= _further(lines, prose, headings, chosen)
    names = [i in chosen for i in range(len(lines))]
    whys = [
        "" if name else _why(line, said, heading)
        for line, said, heading, name in zip(lines, prose, headings, names, strict=True)
    ]
    return Draft(lines, whys, labels(lines, headings, names, title), title, date, url)


def _number_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines numbered anew where two bear the same number, as the parts of a split line do."""
    if all(a.number < b.number for a, b in pairwise(lines)):
        return lines
    return [line._replace(number=i) for i, line in enumerate(lines, 1)]


def _why(line: Line, prose: bool, heading: bool) -> str:
    if line.role is Role.BESIDE:
        return BESIDE
    if heading or (is_announcement(line.text) and not line.mark):
        return HEADING
    if prose:
        return SENTENCE
    return OUTSIDE if says_something(line.text) else NO_NAME


# --- the stretch that is the list --------------------------------------------------------------------------------


def _choose(lines: Sequence[Line], prose: Sequence[bool], headings: Sequence[bool]) -> set[int]:
    """Return the places of the names. Listed lines go first, but not before a larger list of bare ones."""
    listed = [i for i, line in enumerate(lines) if line.role is Role.ITEM and not prose[i]]
    if not listed:
        return set(_stretch(lines, prose, headings, items=False))
    items = _stretch(lines, prose, headings, items=True)
    free = [i for i, line in enumerate(lines) if line.role is not Role.ITEM]
    bare = _stretch([lines[i] for i in free], [prose[i] for i in free], [headings[i] for i in free], items=False)
    bare = [free[i] for i in bare]
    if any(prose) and len(bare) >= max(_ENOUGH, 2 * len(items)) and _leads(lines, bare) and not _leads(lines, items):
        return set(bare)
    return set(items)


def _further(lines: Sequence[Line], prose: Sequence[bool], headings: Sequence[bool], chosen: set[int]) -> set[int]:
    """Return the places of the names of other lists, above or below those `chosen`, each announced as such.

    A statement that stands there in two languages has two.
    """
    found: set[int] = set()
    spans = [(0, min(chosen)), (max(chosen) + 1, len(lines))] if chosen else []
    while spans and len(spans) <= _MOST_LISTS:
        start, end = spans.pop()
        part = lines[start:end]
        if not any(is_announcement(line.text) and not is_closing(line.text) for line in part):
            continue
        more = _choose(part, prose[start:end], headings[start:end])
        first = min(more, default=0)
        if first and is_announcement(part[first - 1].text) and not is_closing(part[first - 1].text):
            found.update(start + i for i in more)
            spans.append((start + max(more) + 1, end))
    return found


def _leads(lines: Sequence[Line], names: Sequence[int]) -> bool:
    """Tell whether the text right above the names speaks of those who sign."""
    above = [line.text for line in lines[max(0, min(names, default=0) - 2) : min(names, default=0)]]
    return any(is_announcement(text) or speaks_of_signing(text) for text in above)


def _stretch(lines: Sequence[Line], prose: Sequence[bool], headings: Sequence[bool], items: bool) -> list[int]:
    """Return the places of the names; `items`: only listed lines can be names."""
    beside_prose = any(prose)
    facts = zip(lines, prose, headings, strict=True)
    weights = [_weight(line, said, heading, items, beside_prose) for line, said, heading in facts]
    start, end = _list_stretch(weights, prose, lambda at: _is_led(lines, at))
    names = [i for i in range(start, end) if weights[i] > 0 or (prose[i] and _is_odd_name(lines, i, items))]
    if items or not any((*prose[:start], *prose[end:])):
        return names
    marked = _marked(names, lines)
    if len(marked) >= 2 and 2 * len(marked) >= len(names):
        return marked
    return names if _are_names([lines[i] for i in names], lines, start) else []


def _marked(names: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """Return the marked lines, and those between that lack just the numbers which the numbering leaves out."""
    kept: list[int] = []
    waiting: list[int] = []
    last = 0
    for i in names:
        number = number_of(lines[i].mark)
        if not lines[i].mark:
            waiting.append(i)
            continue
        if number and waiting and number - last - 1 == len(waiting):
            kept += waiting
        waiting, last = [], number
        kept.append(i)
    return kept


def _are_names(names: Sequence[Line], lines: Sequence[Line], start: int) -> bool:
    """Tell whether bare short lines beside prose, `lines` from `start` on, are names rather than what else is short.

    One is enough where the document is that of the undersigned or the line before announces them; the less it speaks of
    signing the more there must be, and the more like names they must look.
    """
    before = lines[start - 1].text if start else ""
    announced = is_announcement(before) or (ends_in_colon(before) and speaks_of_signing(before))
    if announced or any(speaks_for_the_undersigned(line.text) for line in lines):
        return bool(names)
    if any(speaks_of_signing(line.text) for line in lines):
        return len(names) >= _ENOUGH - 1 and is_in_capitals([line.text for line in names])
    phrases = sum(1 for line in names if is_phrase(line.text))
    return len(names) >= _ENOUGH and 4 * phrases <= len(names) and is_in_capitals([line.text for line in names])


def tell_prose(lines: Sequence[Line]) -> list[bool]:
    """Tell for each line whether it is prose: runs of items and marked lines as a run, the rest each by itself."""
    prose = [False] * len(lines)
    texts = _without_habitual_stops(lines)
    runs = [run for run in _runs(lines) if len(run) > 1]
    for run in runs:
        said = 2 * sum(is_phrase(texts[i]) for i in run) > len(run)
        prose[run[0] : run[-1] + 1] = [said] * (run[-1] + 1 - run[0])
    for paragraph in _paragraphs(lines, {i for run in runs for i in run}):
        wrapped = _is_wrapped([texts[i] for i in paragraph])
        for i in paragraph:
            prose[i] = wrapped or is_prose(texts[i])
    return prose


def _without_habitual_stops(lines: Sequence[Line]) -> list[str]:
    """Return the texts, without their last stop where most lines are short and end in one: it then ends no sentence."""
    texts = [line.text for line in lines]
    short = [text for text in texts if 0 < len(text.split()) <= _SHORT]
    stopped = sum(1 for text in short if text.endswith(_STOPS))
    if 2 * len(short) < len(texts) or 2 * stopped < len(short):
        return texts
    return [text.rstrip("".join(_STOPS)) for text in texts]


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of lines that belong to one list by markup or marks; blank space between doesn't matter."""
    for listed, run in groupby(range(len(lines)), lambda i: lines[i].role is Role.ITEM or bool(lines[i].mark)):
        if listed:
            yield list(run)


def _paragraphs(lines: Sequence[Line], taken: set[int]) -> Iterator[list[int]]:
    """Yield the places of lines that no blank space parts, those `taken` left out."""
    paragraph: list[int] = []
    for i, line in enumerate(lines):
        if paragraph and (line.gap or i in taken):
            yield paragraph
            paragraph = []
        if i not in taken:
            paragraph.append(i)
    if paragraph:
        yield paragraph


def _is_wrapped(texts: Sequence[str]) -> bool:
    """Tell whether the lines are one paragraph of prose broken at a width: all but the last nearly as long."""
    longest = max(map(len, texts))
    even = all(10 * len(text) >= 7 * longest for text in texts[:-1])
    return len(texts) > 1 and longest >= 50 and even and is_prose(" ".join(texts))


def _weight(line: Line, prose: bool, heading: bool, items: bool, beside_prose: bool) -> int:
    """Return what a line adds to a stretch that is to be the list; `items`: only listed lines can be names."""
    if line.role is Role.BESIDE:
        return 0
    if prose or (is_announcement(line.text) and not line.mark):
        return -_PROSE_COSTS
    if heading or not says_something(line.text) or ends_in_colon(line.text):
        return 0
    if items:
        return int(line.role is Role.ITEM and not is_button(line.text))
    if line.mark:
        return int(not is_button(line.text))
    return -1 if beside_prose and is_furniture(line.text) else 1


def _list_stretch(weights: list[int], prose: Sequence[bool], led: Callable[[int], bool]) -> tuple[int, int]:
    """Return the stretch that is the list.

    A few lines above all prose are title, author and date instead, unless what stands above them leads to names: `led`
    tells that of a place.
    """
    start, end = _best_stretch(weights)
    first = prose.index(True) if any(prose) else len(prose)
    if start < end <= first < len(prose) and end - start < max(_FRONT, 3 * sum(prose)) and not led(start):
        return _best_stretch([0] * end + weights[end:])
    return start, end


def _is_led(lines: Sequence[Line], start: int) -> bool:
    """Tell whether the line above leads to what begins at `start`: it announces names, or ends in a colon."""
    return start > 0 and (is_announcement(lines[start - 1].text) or ends_in_colon(lines[start - 1].text))


def _best_stretch(weights: Sequence[int]) -> tuple[int, int]:
    """Return start and end (exclusive) of the run of weights with the highest positive sum; (0, 0) without one."""
    best, best_span, total, start = 0, (0, 0), 0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, i
        total += weight
        if total > best:
            best, best_span = total, (start, i + 1)
    return best_span


def _is_odd_name(lines: Sequence[Line], i: int, items: bool) -> bool:
    """Tell whether the sentence-like line `i` amid the list is a name after all: no blank space sets it apart."""
    if items or speaks_of_signing(lines[i].text):
        return False
    joins_next = i + 1 < len(lines) and not lines[i + 1].gap
    return (i > 0 and not lines[i].gap) or joins_next
