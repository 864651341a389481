"""Entries found, narrowed and sorted by arrays, against what one gets by going through all of them."""

from contextlib import suppress
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st
from support import candidate, names, review, source

from reviewer.errors import BadInput, Contradiction
from reviewer.model import Entry, Flag, Name, Verdict
from reviewer.register import Order, Which
from reviewer.review import Review

LISTS = source("one", "b", "Aa", "b", "c", "b", "aA"), source("two", "Aa", "d x", "Aa"), source("three", "e", "b", "é")
PLACES = (*names("Aa", "b", "c", "d x", "e"), *(Name("b", "one", i) for i in (1, 3, 5)), Name("Aa", "two", 3))
ASKED = [candidate("b", "c"), candidate("Aa", "d x", 0.7), candidate("b", "b", 0.6), candidate("Aa", "Aa", 0.5)]
STEP = st.tuples(
    st.sampled_from([*Verdict, "undo", "redo", "name", "note", "flag", "add", "split"]),
    st.lists(st.sampled_from(PLACES), min_size=2, max_size=4, unique=True),
)
FORMS = {"aa": "zz", "x": "a"}


def gone_through(desk: Review, wanted: str, which: Which, order: Order, forms: dict[str, str]) -> list[Entry]:
    """Return the same without any arrays."""
    asked = {name for card in (*desk.queue.to_review, *desk.queue.unsure) for name in card.names}

    def is_so(entry: Entry) -> bool:
        held = desk.register.names(entry)
        return {
            Which.ALL: True,
            Which.MERGED: len(held) > 1,
            Which.SINGLE: len(held) == 1,
            Which.OPEN: not asked.isdisjoint(held),
            Which.NOTED: bool(entry.note),
            Which.FLAGGED: bool(entry.flags),
        }[which]

    entries = list(filter(is_so, desk.register.entries()))
    words = ((entry, [w for s in entry.signatures for w in s.text.lower().split()]) for entry in entries)
    entries = [entry for entry, each in words if any(word.startswith(wanted) for word in each)]
    if order is Order.NAME:
        return sorted(entries, key=lambda e: " ".join(forms.get(w.lower(), w) for w in e.name.split()).casefold())
    return sorted(entries, key=lambda e: -len(e.signatures)) if order is Order.SIGNATURES else entries


def do(desk: Review, verb: Verdict | str, about: list[Name]) -> None:
    if not all(map(desk.register.holds, map(desk.register.holder, about))):
        return
    entry = desk.register.entry(desk.register.holder(about[0]))
    match verb:
        case "undo":
            desk.undo()
        case "redo":
            desk.redo()
        case "name":
            desk.choose_name(entry, "az" if about[1].source else about[1].text)
        case "note":
            desk.write_note(entry, "asked")
        case "flag":
            desk.set_flag(entry, Flag.AT_RISK, on=True)
        case "add":
            desk.add(LISTS[2])
        case "split":
            desk.split_off(about[:1])
        case _:
            desk.decide(Verdict(verb), about)


@settings(max_examples=100, deadline=None)
@given(st.lists(STEP, max_size=10))
def test_whatever_was_said_entries_are_found_and_sorted_as_if_gone_through(
    steps: list[tuple[Verdict | str, list[Name]]],
) -> None:
    desk = review(*LISTS[:2], found=ASKED)
    desk.prepare()
    for verb, about in steps:
        if verb == "undo" and len(desk.ledger.counting()) <= 2:
            continue
        with suppress(Contradiction, BadInput):
            do(desk, verb, about)
    for which, order, wanted in product(Which, Order, ("", "a", "x", "b")):
        forms = FORMS if order is Order.NAME and wanted != "x" else {}
        shown = desk.find(wanted, which, order, forms)
        wished = gone_through(desk, wanted, which, order, forms)
        assert list(shown) == wished
        assert [shown.row_of(entry) for entry in wished] == list(range(len(wished)))
    assert_ranked(desk)


def assert_ranked(desk: Review) -> None:
    """Check what is told of any two names that a card may ask about."""
    register, listing = desk.register, desk.register.listing
    askable = {name for text in register.texts for name in register.askable(text)}
    groups = list(permutations((name for name in askable if name.source or register.stands(name)), 2))
    signed = [[s for name in group for s in register.signatures(name)] for group in groups]
    assert listing.totals(groups) == list(map(len, signed))
    listed = {s: i for i, s in enumerate(s for each in desk.sources for s in each.signatures)}
    first = {group: min(map(listed.__getitem__, each)) for group, each in zip(groups, signed, strict=True)}
    standing = [group for group in groups if all(map(register.stands, group))]
    places = dict(zip(standing, listing.places(standing), strict=True))
    assert sorted(standing, key=places.__getitem__) == sorted(standing, key=first.__getitem__)
