"""PDF with text -> list. pdfium gives the letters and their places; `visual` and `layout` make lines of them."""

import ctypes
import math
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from reviewer.errors import BadInput
from reviewer.model import Progress
from reviewer.reading.archive import protected
from reviewer.reading.draft import Draft, Options
from reviewer.reading.layout import read_layout
from reviewer.reading.runs import MARK, Page, Run, Word
from reviewer.reading.text import read_lines_of_text
from reviewer.reading.visual import Letter, clean, has_rtl, in_reading_order, is_rtl
from reviewer.reading.within import Tables

MAX_LETTERS = 1_000_000
"""The most letters of a PDF that are read: some 300 full pages, or 25,000 names."""
_WIDE = 0.5  # times the size of the letters: a space as wide as this may part columns
_WIDER = 2.0  # times what is usual between words of the page, as it must be too: type of one width has wide spaces
_SPACE = 0.22  # times the size of the letters: what is between words, at the least
_BEHIND_NUMBER, _DIGITS = 0.35, 4  # the same behind a number that begins the line: of a table, most often
_USUAL, _HUGE = 10.0, 1000.0  # points: the size of letters where none is told, and one that is none
_LEFT_MARK = re.compile(r"(?:(?:\d{1,5}|[A-Za-z])[.()]|[-–—•*])(?=\s|$)")
# What ends a sentence and stands first was set by a page that runs right around a line that runs left.
_END_FIRST = re.compile(r"^([.:،؛؟!])(\w.*[^.:،؛؟!])$")
_NOTES = frozenset("0123456789*†‡")  # of which the signs of footnotes are made
_SMALL, _RAISED = 0.85, 0.15  # times the size of the letters: the size of such a sign, its height above their base line
_BREAKS = frozenset("\r\n\0")
# Signs that a font gave no meaning. What pdfium puts for a hyphen at the end of a line (2) is of use.
_UNSEEN = frozenset(map(chr, (1, *range(3, 9), *range(14, 28), 127, 0xFFFF)))

_Box = tuple[float, float, float, float]  # left, right, bottom, top


def read_pdf(data: bytes, name: str, options: Options, progress: Progress) -> Draft:
    """Return the lines of a PDF, its list of names proposed, with its title if it gives one.

    Raises BadInput, naming the file `name`, where it is damaged, protected, too long or without text.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold():
            raise protected(name) from None
        raise BadInput(f"{name} is a PDF that is cut off or damaged: get it anew") from None
    try:
        pages = list(_pages(document, name, progress))
        told = clean(document.get_metadata_value("Title") or "")
    except pdfium.PdfiumError:
        raise BadInput(f"{name} is a PDF that is cut off or damaged: get it anew") from None
    finally:
        document.close()
    if not any(page.runs for page in pages):
        raise BadInput(f"{name} is a PDF without text, of pictures only: have its text recognised (OCR) first")
    tables = Tables(options)
    draft = tables.tell(read_lines_of_text(read_layout(pages, tables)))
    return draft._replace(title=draft.title or told)


def _pages(document: pdfium.PdfDocument, name: str, progress: Progress) -> Iterator[Page]:
    letters = 0
    for number in range(len(document)):
        progress("Reading", number / len(document))
        page = document[number]
        text = page.get_textpage()
        letters += text.count_chars()
        if letters > MAX_LETTERS:
            raise BadInput(f"{name} is a PDF of more than {MAX_LETTERS:,} letters: split it")
        lines = list(_lines(text))
        rtl = is_rtl("".join(letter.text for line in lines for letter in line.letters))
        gaps = [gap for line in lines for gap in line.gaps()]
        wide = max(_WIDE, _WIDER * median(gaps)) if gaps else _WIDE
        yield Page(page.get_width(), [run for line in lines for run in line.runs(rtl, wide)])
        text.close()
        page.close()


class _Printed:
    """Letters that pdfium takes for one line: on one base line, of one size (in points)."""

    def __init__(self, size: float, base: float) -> None:
        self.letters: list[Letter] = []
        self.size, self.base = size, base
        self._last: _Box | None = None

    def add(self, sign: str, box: _Box) -> None:
        """Take one more sign; those on the same spot are a ligature, which pdfium spells backwards in Arabic."""
        before = self.letters[-1] if self.letters else None
        if before and unicodedata.combining(sign):
            self.letters[-1] = before._replace(text=before.text + sign)
        elif before and box == self._last and not sign.isspace():
            self.letters[-1] = before._replace(text=sign + before.text if has_rtl(sign) else before.text + sign)
        else:
            self.letters.append(Letter(sign, *box))
        if not sign.isspace():
            self._last = box

    def is_off(self, box: _Box) -> bool:
        """Tell whether a letter stands on another height than the last one."""
        return self._last is not None and (box[2] > self._last[3] or box[3] < self._last[2])

    def gaps(self) -> Iterator[float]:
        """Yield how wide the spaces between words are, in sizes of the letters."""
        letters = sorted(self.letters, key=lambda letter: letter.left)
        for before, space, behind in zip(letters, letters[1:], letters[2:], strict=False):
            if space.text.isspace() and not before.text.isspace() and not behind.text.isspace():
                yield (behind.left - before.right) / self.size

    def runs(self, rtl: bool, wide: float) -> Iterator[Run]:
        """Yield the pieces between spaces of `wide` sizes; `rtl` tells which way the page runs."""
        text = "".join(letter.text for letter in self.letters)
        rtl = is_rtl(text) or (rtl and (has_rtl(text) or bool(MARK.match(text[::-1]))))
        letters = _respaced(self.letters, self.size) if rtl else self.letters
        for piece in self._pieces(letters, wide * self.size):
            read = _read(piece, rtl)
            written = clean("".join(letter.text for letter in read))
            written = _END_FIRST.sub(r"\2\1", written) if rtl else written
            box = [one for one in piece if not one.text.isspace()]
            yield Run(
                written,
                min(one.left for one in box),
                max(one.right for one in box),
                min(one.bottom for one in box),
                max(one.top for one in box),
                self.base,
                self.size,
                _begin(read, rtl),
                rtl,
                tuple(_words(read)),
            )

    def _pieces(self, letters: Sequence[Letter], wide: float) -> Iterator[Sequence[Letter]]:
        """Yield the letters between spaces of `wide` points, from left to right, with the narrower ones among them."""
        piece: list[Letter] = []
        spaces: list[Letter] = []
        end = 0.0
        for letter in sorted(letters, key=lambda letter: letter.left):
            if letter.text.isspace():
                spaces.append(letter)
                continue
            if piece and letter.left - end > (min(wide, _BEHIND_NUMBER * self.size) if _is_number(piece) else wide):
                yield piece
                piece = []
            end = max(end, letter.right) if piece else letter.right
            piece += [*spaces, letter] if piece else [letter]
            spaces = []
        if piece:
            yield piece


def _respaced(letters: Sequence[Letter], size: float) -> list[Letter]:
    """Return the letters of a line that runs left, from left to right, with spaces where they can be seen.

    Beside a full stop in another font pdfium puts spaces of no width where there is none, and none behind it.
    """
    printed = sorted((one for one in letters if not one.text.isspace()), key=lambda letter: letter.left)
    spaces = sorted((one for one in letters if one.text.isspace()), key=lambda letter: letter.left)
    places = [letter.left for letter in printed]
    between: list[list[Letter]] = [[] for _ in printed]  # the spaces to the left of each letter
    for space in spaces:
        between[min(bisect_right(places, space.left), len(printed) - 1)].append(space)
    gaps = [0.0, *(b.left - a.right for a, b in pairwise(printed))]
    for i, found in enumerate(between):
        if not found or gaps[i] >= _SPACE * size or any(one.right > one.left for one in found):
            continue
        for stop, other in ((i - 1, i - 1), (i, i + 1)):  # across the sign to the left, or to the right
            is_free = 0 < other < len(printed) and not between[other] and gaps[other] >= _SPACE * size
            if is_free and not printed[stop].text.isalnum():
                between[other] = [Letter(" ", printed[other - 1].right, printed[other].left)]
        if i and not (printed[i - 1].text.isalnum() and printed[i].text.isalnum()):
            between[i] = []
    return [one for space, letter in zip(between, printed, strict=True) for one in (*space, letter)]


def _is_number(piece: Sequence[Letter]) -> bool:
    return len(piece) <= _DIGITS and all(letter.text.isdecimal() for letter in piece)


def _read(piece: Sequence[Letter], rtl: bool) -> list[Letter]:
    """Return letters as they are read; a mark to the left of Arabic was set there by a list that runs right."""
    printed = sorted(piece, key=lambda letter: letter.left)
    mark = _LEFT_MARK.match("".join(letter.text[0] for letter in printed)) if rtl else None
    if mark is None:
        return in_reading_order(piece, rtl)
    last = printed[mark.end() - 1]  # pdfium takes the bracket for one of the Arabic text and turns it
    head = [*printed[: mark.end() - 1], last._replace(text=last.text.replace("(", ")"))]
    space = Letter(" ", last.right, last.right)
    return [*head, space, *in_reading_order(printed[mark.end() :], True)]


def _words(read: Sequence[Letter]) -> Iterator[Word]:
    for blank, group in groupby(read, lambda letter: letter.text.isspace()):
        if not blank:
            letters = list(group)
            left, right = min(x.left for x in letters), max(x.right for x in letters)
            yield Word(clean("".join(x.text for x in letters)), left, right)


def _begin(read: Sequence[Letter], rtl: bool) -> float | None:
    """Return where the text behind a list mark begins, None where there is no mark."""
    text = "".join(letter.text[0] for letter in read)
    mark, _, rest = text.partition(" ")
    if not rest.strip() or not MARK.fullmatch(mark):
        return None
    first = read[len(text) - len(rest.lstrip())]
    return first.right if rtl else first.left


def _is_raised(page: pdfium.PdfTextPage, i: int, line: _Printed, base: ctypes.c_double) -> bool:
    """Tell whether a sign is smaller than the line and stands above its base line, as those of footnotes do."""
    size = raw.FPDFText_GetFontSize(page.raw, i)
    known = raw.FPDFText_GetCharOrigin(page.raw, i, ctypes.c_double(), base)
    return bool(known and size <= _SMALL * line.size and base.value >= line.base + _RAISED * line.size)


def _lines(page: pdfium.PdfTextPage) -> Iterator[_Printed]:
    left, right, bottom, top, base = (ctypes.c_double() for _ in range(5))
    current: _Printed | None = None
    high = ""
    for i in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page.raw, i)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        sign = (high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        high = ""
        if sign in _BREAKS:
            if current:
                yield current
            current = None
        elif sign not in _UNSEEN and (current or not sign.isspace()):
            raw.FPDFText_GetCharBox(page.raw, i, left, right, bottom, top)
            box = (left.value, right.value, bottom.value, top.value)
            if not all(map(math.isfinite, box)):
                continue  # a damaged font or page puts letters nowhere
            if current and sign in _NOTES and _is_raised(page, i, current, base):
                continue
            if current and not sign.isspace() and current.is_off(box):
                yield current
                current = None
            if current is None:
                size = raw.FPDFText_GetFontSize(page.raw, i)
                known = raw.FPDFText_GetCharOrigin(page.raw, i, ctypes.c_double(), base)
                at = base.value if known and math.isfinite(base.value) else bottom.value
                current = _Printed(size if 0 < size < _HUGE else _USUAL, at)
            current.add(sign, box)
    if current:
        yield current
