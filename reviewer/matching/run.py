"""All that is found of some lists, step by step, and kept, so that lists that come later cost what they bring."""

import math
from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from reviewer.matching.align import Step, align
from reviewer.matching.arrays import Bools, Floats, Ints, among, distinct, within
from reviewer.matching.batch import Batch
from reviewer.matching.blocking import Blocks
from reviewer.matching.collection import Collection
from reviewer.matching.context import NEAR, Around, Pairs
from reviewer.matching.evidence import DIGITS, explain, logistic
from reviewer.matching.found import Found, Ranked, Texts
from reviewer.matching.joined import WrittenAsOne
from reviewer.matching.lexicon import Lexicon
from reviewer.matching.links import Links
from reviewer.matching.partners import worth_telling
from reviewer.matching.shares import Shares
from reviewer.matching.similar import Sounds
from reviewer.matching.spellings import Spelt, changed_words, lay_over
from reviewer.matching.through import gives_more, named_together
from reviewer.matching.views import views
from reviewer.matching.vocabulary import Vocabulary
from reviewer.model import Candidate, Evidence, Progress

_PAIRS = 20_000
_FEWEST, _MOST = 5, 40
"""Each name brings its best pairs by their rough score, so many at least and at most; in between, all names together
`_PAIRS`."""
_STEP = 2_000
"""So many pairs are told between two calls of progress."""
_FLOORS = ((3.5, 4.0, 5.0, 6.0), (-7.0, -5.6, -5.2, -6.0))
"""A pair whose rough score stays below this, in log-odds, is left out: by the decimal logarithm of all names."""
_NEIGHBOURS = ((4.6, 5.1, 5.6), (16.0, 13.0, 10.0))
"""So many neighbours a word meets at least in each key: by the decimal logarithm of all words."""
_SLACK = 1e-6
"""So far the same sum may differ by the order of its terms."""
GROWTH = 0.05
"""Lists that come later may bring so many names, as a share of those of the first ones, before all is done anew."""

Decisions = Sequence[tuple[str, str, bool]]


class Run:
    """Lists, decisions on spellings, and what was found of them.

    `pairs` holds the pairs of names that came to something, `found` the candidates from `min_score` on; `batch` reckons
    and `aligned` aligns pairs of names, by `links` between words. Pairs that can't reach `min_score`, nor matter to one
    that does, are left out.

    `update` takes in more lists and other decisions. It looks at the names that are touched alone: new ones, those that
    stand in one more list, those with a word whose weight has moved (see `Vocabulary`) or whose spellings were decided
    otherwise; they meet all names as they would in a run from the beginning, and what has met stays met, though more
    names may stand between two by now. What follows from the number of all names, the weight of every word a little,
    stays as it was at the beginning; `can_take` says for how long.
    """

    def __init__(
        self, lists: Sequence[Sequence[str]], decided: Decisions, progress: Progress, min_score: float = 0.0
    ) -> None:
        self._min_score = min_score
        self._least = _log_odds(min_score) - _SLACK
        self.collection = Collection()
        self.decided: Decisions = ()
        self._shares = Shares(progress, sum(map(len, lists)))
        self._shares.done("listed", 0.0)
        self.collection.add(lists)
        self._shares.done("listed")
        self.vocabulary = Vocabulary(self.collection.names, partial(self._shares.done, "words"))
        self._first = len(self.collection.names)
        self.base = Step.of("before looking", (), (), ("base", 1.0), ("size", math.log(self.vocabulary.total)))
        self._joined = WrittenAsOne()
        self._lexicon = Lexicon.of((), ())
        self._sounds = Sounds()
        self.links = Links()
        self._blocks = Blocks(self.vocabulary, self._joined)
        self.batch = Batch(self.vocabulary, self.base.effect)
        self._bar = np.zeros(0)
        self.pairs = Pairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
        self._told: dict[Texts, Candidate] = {}
        self._halves: dict[Texts, Candidate] = {}
        self._together: dict[Texts, Candidate] = {}
        self._repeats: set[str] = set()
        self._ranked = Ranked()
        self._spelt = Spelt(self.vocabulary, min_score)
        self._written_anew: Ints = np.zeros(0, np.int64)
        self._follow(decided, None)

    def can_take(self, lists: Sequence[Sequence[str]]) -> bool:
        """Tell whether these are the lists so far and then others that bring few names beside theirs."""
        old = self.collection.texts
        more = sum(map(len, lists[len(old) :]))
        bound = self._first * (1 + GROWTH) - len(self.collection.names)
        return more <= bound and tuple(map(tuple, lists[: len(old)])) == old

    def update(self, lists: Sequence[Sequence[str]], decided: Decisions, progress: Progress) -> None:
        """Go over to lists that `can_take` allows and to other decisions."""
        known = len(self.collection.names)
        self._shares = Shares(progress, known)
        self._shares.done("listed", 0.0)
        touched = [self.collection.add(lists[len(self.collection.texts) :])]
        touched.append(self.vocabulary.add(self.collection.names[known:]))
        touched.append(np.arange(known, len(self.collection.names)))
        self._written_anew = self.vocabulary.tokens[self.vocabulary.starts[known] :]
        self._follow(decided, touched)

    def prepare(self) -> None:
        """Sort what later lists are looked up by; done by itself when they come, and not needed before."""
        self.collection.prepare()
        self.vocabulary.places.settle()
        self.vocabulary.pair_places.settle()
        self._sounds.prepare()
        self._blocks.prepare()

    def _follow(self, decided: Decisions, touched: list[Ints] | None) -> None:
        """Bring everything in line with the vocabulary; only what has to do with `touched` names, where given."""
        spelt_anew = self._follow_words(decided)
        names = np.arange(len(self.collection.names))
        if touched is not None:
            names = distinct(np.concatenate([*touched, spelt_anew]))
        self._blocks.update(names)
        self._shares.done("keyed")
        self.batch.add(self._lexicon, self._joined.follows)
        found = self._pairs(*self._proposed(names, is_all=touched is None))
        self._shares.done("paired")
        stale = self.pairs.touching(_marked(names, len(self.collection.names)))
        gone, kept = self.pairs.at(stale), self.pairs.at(~stale)
        self.pairs = Pairs._make(np.concatenate(columns) for columns in zip(kept, found, strict=True))
        self._tell(np.concatenate([names, gone.a, gone.b, found.a, found.b]), gone)

    def _follow_words(self, decided: Decisions) -> Ints:
        """Bring what is known of words in line with vocabulary and decisions; return names whose words read otherwise.

        Those are names of which two words may now be written as one, and names with words that were decided otherwise.
        """
        v, done = self.vocabulary, self._shares.done
        done("words")
        joined_anew = self._joined.add(v)
        known = self._sounds.words
        self._lexicon = self._lexicon.and_of(v.words[known:], v.bare[known:])
        done("joined")
        self._sounds.add(v)
        done("sounded")
        similar = self._sounds.similar(_window(len(v.words)), partial(done, "alike"))
        self._spelt.add(similar)
        self._blocks.add(similar)
        self.links.add(self._lexicon.arabic, similar)
        changed = changed_words(v.number, self.decided, decided)
        self.decided = decided
        lay_over(v.number, self.links, decided)
        done("alike")
        return np.concatenate([joined_anew, self._holding(changed)])

    def _holding(self, words: Ints) -> Ints:
        """Return the names that hold any of some words, or two that give one when written as one."""
        places = self.vocabulary.places.rows(words)[1], self._joined.holding(self.vocabulary, words)
        return self.vocabulary.holder[np.concatenate(places)]

    def _proposed(self, names: Ints, *, is_all: bool) -> tuple[Ints, Ints]:
        """Return the pairs of some names worth reckoning: of each name the best few by their rough score.

        Where those names are not all, another brings pairs as good as the last of its few.
        """
        size = len(self.collection.names)
        floor = float(np.interp(math.log10(size + 1), *_FLOORS)) - self.base.effect
        a, b, rough = self._blocks.propose(floor, None if is_all else names, partial(self._shares.done, "proposed"))
        few = int(np.clip(_PAIRS // max(1, size), _FEWEST, _MOST))
        both = np.concatenate([a, b])
        row = np.tile(np.arange(len(a)), 2)
        order = np.lexsort((row, -rough[row], both))
        both, row = both[order], row[order]
        place = within(np.bincount(both, minlength=size))
        self._bar = np.concatenate([self._bar, np.zeros(size - len(self._bar))])
        self._bar[names] = -np.inf
        own = np.ones(len(both), bool) if is_all else among(both, names)
        kept = distinct(row[np.where(own, place < few, rough[row] >= self._bar[both])])
        last = own & (place == few - 1)
        self._bar[both[last]] = rough[row[last]]
        return self._oriented(a[kept], b[kept])

    def _oriented(self, a: Ints, b: Ints) -> tuple[Ints, Ints]:
        """Let the name whose text comes first come first: numbers follow the texts within one portion only."""
        names = self.collection.names
        late = np.flatnonzero(b >= self._first)
        turned = late[[names[x] > names[y] for x, y in zip(a[late].tolist(), b[late].tolist(), strict=True)]]
        a[turned], b[turned] = b[turned], a[turned]
        return a, b

    def _pairs(self, a: Ints, b: Ints) -> Pairs:
        """Return the pairs that come to enough; where reckoning can't tell, they are aligned."""
        least = self._least - NEAR
        raw, exact = self._reckoned(a, b)
        asked = np.flatnonzero(~exact)
        for row, steps in self.aligned(a[asked], b[asked]):
            raw[asked[row]] = sum(s.effect for s in steps)
        return Pairs(a, b, raw.round(DIGITS)).at(raw >= least)

    def _reckoned(self, a: Ints, b: Ints) -> tuple[Floats, Bools]:
        """Return what each pair comes to, in log-odds, and whether that is sure.

        Words left over in the better pairs are compared directly, however far apart: the rest of the name vouches.
        """
        raw = np.empty(len(a))
        exact = np.empty(len(a), bool)
        asked: list[tuple[Ints, Ints]] = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
        done = 0
        for rows, part in self.batch.reckon(a, b, self.links):
            raw[rows], exact[rows] = part.raw, part.exact
            pair, u, v = part.left
            asked.append((rows[pair], self.links.code(u, v)))
            done += len(rows)
            self._shares.done("reckoned", done / len(a))
        pair, code = (np.concatenate(column) for column in zip(*asked, strict=True))
        unlike = np.flatnonzero(~self.links.is_similar(code))
        self._compare_directly(distinct(code[unlike]))
        again = distinct(pair[unlike[self.links.find(code[unlike]) >= 0]])
        for rows, part in self.batch.reckon(a[again], b[again], self.links):
            raw[again[rows]], exact[again[rows]] = part.raw, part.exact
        self._shares.done("reckoned")
        return raw, exact

    def _compare_directly(self, code: Ints) -> None:
        """Take in links between words that are no neighbours in sound."""
        self.links.add(self._lexicon.arabic, self._sounds.between(*Links.words(code)))

    def aligned(self, a: Ints, b: Ints) -> Iterator[tuple[int, list[Step]]]:
        """Align pairs one by one: yield the row of each with the steps that add up to its score."""
        for rows in self.batch.parts(a, b):
            table = self.links.table(self.batch.codes(a[rows], b[rows], self.links))
            ends = distinct(np.concatenate([a[rows], b[rows]]))
            view = views(self.vocabulary, self._lexicon, self.batch.parted, ends)
            for row, x, y in zip(rows.tolist(), a[rows].tolist(), b[rows].tolist(), strict=True):
                yield row, [self.base, *align(view[x], view[y], table, self._joined.number)]

    def steps(self, a: Ints, b: Ints) -> Iterator[tuple[int, list[Step]]]:
        """Do what `aligned` does, in arrays where those reckon exactly; such steps bear no measures."""
        for rows, part in self.batch.reckon(a, b, self.links):
            for row, sure, steps in zip(rows.tolist(), part.exact.tolist(), part.steps.listed(len(rows)), strict=True):
                if sure:
                    yield row, [self.base, *steps]
            others = rows[~part.exact]
            for at, steps in self.aligned(a[others], b[others]):
                yield int(others[at]), steps

    def _tell(self, ends: Ints, gone: Pairs) -> None:
        """Make the candidates of these names anew, some of whose pairs are `gone`; other pairs stay as they are told.

        Who else a name could be hangs on all its pairs. Which of many partners are told is settled when a name is
        touched.
        """
        anew = self.pairs.touching(_marked(ends, len(self.collection.names)))
        looked = [*self._texts(gone), *self._texts(self.pairs.at(anew))]
        stale = [texts for texts in looked if self._told.pop(texts, None)]
        pairs, around = self._worth_telling(anew)
        texts, contexts = self._texts(pairs), around.told(pairs, self.collection.names)
        self._shares.done("placed")
        told = {}
        for done, (row, steps) in enumerate(self.steps(pairs.a, pairs.b)):
            if done % _STEP == 0:
                self._shares.done("scored", done / len(texts))
            candidate = explain(*texts[row], steps, contexts[row])
            if candidate.score >= self._min_score:
                told[texts[row]] = candidate
        self._shares.done("scored")
        self._told |= told
        self._rank(stale, told)

    def _worth_telling(self, anew: Bools) -> tuple[Pairs, Around]:
        """Return those of some pairs that are worth telling, and what lies around them."""
        near = self._beside(anew)
        wide = self._beside(near)
        pairs = self.pairs.at(wide)
        around = Around.of(pairs, self.collection.stands, self.collection.sets)
        scores = pairs.raw + around.effects()
        rows = np.flatnonzero(near[wide] & (scores >= self._least))
        size = len(self.collection.names)
        rows = rows[worth_telling(pairs.a[rows], pairs.b[rows], scores[rows], size, _SLACK) & anew[wide][rows]]
        return pairs.at(rows), around.at(rows)

    def _texts(self, pairs: Pairs) -> list[Texts]:
        names = self.collection.names
        return [(names[a], names[b]) for a, b in pairs.names()]

    def _beside(self, some: Bools) -> Bools:
        """Tell which pairs hold a name of some pairs."""
        pairs = self.pairs.at(some)
        return self.pairs.touching(_marked(np.concatenate([pairs.a, pairs.b]), len(self.collection.names)))

    def _rank(self, gone: list[Texts], told: dict[Texts, Candidate]) -> None:
        """Bring the candidates in line with what is told of pairs, some of it anew, and what follows from it."""
        for texts in gone:
            self._halves.pop(texts, None)
        self._halves |= {texts: candidate for texts, candidate in told.items() if gives_more(candidate)}
        before, self._together = self._together, {}
        for c in named_together(self._halves.values(), self.collection.together):
            others = [each.score for of in (self._told, self._together) if (each := of.get((c.a, c.b)))]
            if c.score >= max([self._min_score, *others]):
                self._together[c.a, c.b] = c
        fresh = told | {texts: self._told[texts] for texts in before if texts in self._told} | self._together
        for text in self.collection.repeated - self._repeats:
            evidence = Evidence("repeat", text, text, 4.0, "This name stands more than once in one list.")
            fresh[text, text] = Candidate("name", text, text, logistic(4.0), (evidence,))
        self._repeats = self.collection.repeated.copy()
        self._ranked.revise((*gone, *before), fresh.values())

    def found(self) -> Found:
        """Return all candidates."""
        spellings = self._spelt.found(self.decided, self._written_anew.tolist())
        return Found(self._ranked.all(), spellings)


def _marked(names: Ints, size: int) -> Bools:
    found = np.zeros(size, bool)
    found[names] = True
    return found


def _log_odds(score: float) -> float:
    return math.log(score / (1 - score)) if 0 < score < 1 else -math.inf if score <= 0 else math.inf


def _window(size: int) -> int:
    """Return how many neighbours a word meets in each key: fewer the more words."""
    return int(np.clip(400_000 // max(1, size), np.interp(math.log10(max(1, size)), *_NEIGHBOURS), 200))
