from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import Contradiction
from reviewer.ledger import Ledger, Standing
from reviewer.model import (
    Accepted,
    AnyEvent,
    Decided,
    Flag,
    Flagged,
    Name,
    NameChosen,
    Noted,
    Redone,
    Signature,
    SourceAdded,
    SourceRemoved,
    SourceReplaced,
    SpellingDecided,
    SplitOff,
    Undone,
    Verdict,
)

A, B, C = Name("a"), Name("b"), Name("c")


def say(ledger: Ledger, kind: Callable[..., AnyEvent], **what: object) -> AnyEvent:
    event = kind(id=ledger.next_id, by="Amal", at="2026-01-02T03:04:05+00:00", **what)
    ledger.append(event, lambda _event: None)
    return event


def decide(ledger: Ledger, verdict: Verdict, *names: Name) -> AnyEvent:
    return say(ledger, Decided, verdict=verdict, names=names, score=0.5)


def test_same_joins_and_different_keeps_apart() -> None:
    ledger = Ledger()
    decide(ledger, Verdict.SAME, A, B)
    decide(ledger, Verdict.DIFFERENT, B, C)
    assert ledger.standing.names.joined(A, B)
    assert ledger.standing.names.block_between(A, C) == 2


def test_same_against_different_is_refused_with_who_and_when_and_changes_nothing() -> None:
    ledger = Ledger()
    decide(ledger, Verdict.DIFFERENT, A, B)
    decide(ledger, Verdict.SAME, B, C)
    with pytest.raises(Contradiction, match="Amal said on 2026-01-02 that “a” and “b” are different") as refused:
        decide(ledger, Verdict.SAME, A, C)
    assert refused.value.earlier == 1
    assert len(ledger.events) == 2
    assert not ledger.standing.names.joined(A, C)


def test_different_against_same_is_refused_through_a_chain() -> None:
    ledger = Ledger()
    decide(ledger, Verdict.SAME, A, B)
    decide(ledger, Verdict.SAME, B, C)
    with pytest.raises(Contradiction, match="“b” and “c” are the same") as refused:
        decide(ledger, Verdict.DIFFERENT, A, C)
    assert refused.value.earlier == 2


def test_withdrawing_the_earlier_verdict_makes_room() -> None:
    ledger = Ledger()
    decide(ledger, Verdict.DIFFERENT, A, B)
    say(ledger, Undone, target=1)
    decide(ledger, Verdict.SAME, A, B)
    assert ledger.standing.names.joined(A, B)


def test_nothing_counts_that_could_not_be_written() -> None:
    ledger = Ledger()

    def full(_event: AnyEvent) -> None:
        raise OSError("disk full")

    event = Decided(id=1, by="Amal", at="", verdict=Verdict.SAME, names=(A, B), score=1.0)
    with pytest.raises(OSError, match="disk full"):
        ledger.append(event, full)
    assert ledger.events == []
    assert not ledger.standing.names.joined(A, B)


def redoable(ledger: Ledger) -> int | None:
    undone = ledger.redoable()
    return undone.target if undone else None


def test_redo_follows_undo_until_something_new_is_said() -> None:
    ledger = Ledger()
    decide(ledger, Verdict.SAME, A, B)
    decide(ledger, Verdict.SAME, B, C)
    say(ledger, Undone, target=2)
    say(ledger, Undone, target=1)
    assert ledger.undoable() is None
    assert redoable(ledger) == 1
    say(ledger, Redone, target=1)
    assert redoable(ledger) == 2
    decide(ledger, Verdict.DIFFERENT, A, C)
    assert redoable(ledger) is None
    assert len(ledger.events) == 6  # what was undone stays in the ledger


def test_an_undo_that_would_leave_a_contradiction_is_refused() -> None:
    ledger = Ledger()
    decide(ledger, Verdict.DIFFERENT, A, B)
    say(ledger, Undone, target=1)
    decide(ledger, Verdict.SAME, A, B)
    with pytest.raises(Contradiction):
        say(ledger, Redone, target=1)
    assert ledger.undone == {1}


def test_unsure_waits_until_decided() -> None:
    ledger = Ledger()
    decide(ledger, Verdict.UNSURE, A, B)
    assert frozenset((A, B)) in ledger.standing.unsure_names
    decide(ledger, Verdict.SAME, A, B)
    assert not ledger.standing.unsure_names


def test_spellings_follow_the_same_rules() -> None:
    ledger = Ledger()
    say(ledger, SpellingDecided, verdict=Verdict.DIFFERENT, a="namar", b="namir", score=0.4)
    with pytest.raises(Contradiction, match="the spellings “namar” and “namir” are different"):
        say(ledger, SpellingDecided, verdict=Verdict.SAME, a="namir", b="namar", score=0.4)


def test_a_signature_counts_by_its_text_until_a_verdict_speaks_of_its_place() -> None:
    ledger = Ledger()
    signature = Signature("s1", 7, "Mohammad Ahmad")
    placed = Name("Mohammad Ahmad", "s1", 7)
    decide(ledger, Verdict.UNSURE, Name("Mohammad Ahmad"), placed)
    assert ledger.standing.node(signature) == Name("Mohammad Ahmad")
    decide(ledger, Verdict.DIFFERENT, Name("Mohammad Ahmad"), placed)
    assert ledger.standing.node(signature) == placed
    say(ledger, Undone, target=2)
    assert ledger.standing.node(signature) == Name("Mohammad Ahmad")


def test_a_source_undone_is_out_of_use() -> None:
    ledger = Ledger()
    say(ledger, SourceAdded, source="s1")
    assert ledger.standing.sources == ["s1"]
    say(ledger, Undone, target=1)
    assert ledger.standing.sources == []


def test_a_source_taken_out_can_come_back() -> None:
    ledger = Ledger()
    for kind in (SourceAdded, SourceRemoved, SourceAdded):
        say(ledger, kind, source="s1")
    assert ledger.standing.sources == ["s1"]
    say(ledger, Undone, target=3)
    assert ledger.standing.sources == []


def test_splitting_off_parts_an_entry_for_good_until_undone() -> None:
    ledger = Ledger()
    decide(ledger, Verdict.SAME, A, B, C)
    say(ledger, SplitOff, names=(A,), left=(B, C))
    assert not ledger.standing.names.joined(A, B)
    assert ledger.standing.names.joined(B, C)  # though A was what joined them
    with pytest.raises(Contradiction, match="“a” and “b” are different"):
        decide(ledger, Verdict.SAME, A, C)
    say(ledger, Undone, target=2)
    assert ledger.standing.names.joined(A, C)


def test_a_signature_can_be_split_off_by_its_place() -> None:
    ledger = Ledger()
    placed = Name("a", "s1", 7)
    say(ledger, SplitOff, names=(placed,), left=(A,))
    assert ledger.standing.node(Signature("s1", 7, "a")) == placed
    assert ledger.standing.names.block_between(placed, A) == 1


def test_a_batch_is_all_or_nothing_and_one_undo() -> None:
    ledger = Ledger()
    d = Name("d")
    decide(ledger, Verdict.DIFFERENT, A, C)
    with pytest.raises(Contradiction):
        say(ledger, Accepted, groups=((A, B), (B, C)), score=0.9)
    assert not ledger.standing.names.joined(A, B)
    say(ledger, Accepted, groups=((A, B), (C, d)), score=0.9)
    assert ledger.standing.names.joined(C, d)
    with pytest.raises(Contradiction, match="2 cards accepted in one go are the same"):
        decide(ledger, Verdict.DIFFERENT, C, d)
    say(ledger, Undone, target=2)
    assert not ledger.standing.names.joined(A, B)


NODES = [*(Name(letter) for letter in "abcde"), Name("a", "s1", 7)]
STEP: st.SearchStrategy[tuple[Any, Any]] = st.one_of(
    st.tuples(st.sampled_from(list(Verdict)), st.lists(st.sampled_from(NODES), min_size=2, max_size=3, unique=True)),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just([])),
    st.tuples(st.just("withdraw"), st.integers(1, 20)),
    st.tuples(st.just("split"), st.sampled_from(NODES)),
    st.tuples(st.just("accept"), st.permutations(NODES)),
    st.tuples(st.just("put"), st.lists(st.sampled_from(NODES), min_size=1, max_size=2, unique=True)),
    st.tuples(st.just("not written"), st.lists(st.sampled_from(NODES), min_size=2, max_size=3, unique=True)),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(STEP, max_size=20))
def test_whatever_is_said_a_replay_agrees_and_nothing_is_both_joined_and_blocked(steps: list[Any]) -> None:
    ledger = Ledger()
    for verb, what in steps:
        before = list(ledger.events)
        try:
            if isinstance(verb, Verdict):
                decide(ledger, verb, *what)
            elif verb == "redo" and (target := redoable(ledger)) is not None:
                say(ledger, Redone, target=target)
            elif verb == "undo" and (event := ledger.undoable()) is not None:
                say(ledger, Undone, target=event.id)
            elif verb == "split" and (left := [n for n in ledger.standing.names.members(what) if n != what]):
                say(ledger, SplitOff, names=(what,), left=tuple(left))
            elif verb == "accept":
                say(ledger, Accepted, groups=(tuple(what[:2]), tuple(what[2:4])), score=0.9)
            elif verb == "put":
                say(ledger, Noted, names=tuple(what), text=str(len(before)))
                say(ledger, Flagged, names=tuple(what), flag=Flag.AT_RISK, on=len(before) % 3 > 0)
                say(ledger, NameChosen, name=what[0], text=str(len(before)))
            elif verb == "not written":
                _fail_to_write(ledger, tuple(what))
            elif verb == "withdraw" and what in {e.id for e in ledger.counting()}:
                say(ledger, Undone, target=what)
        except Contradiction:
            assert ledger.events == before
        again = Ledger(ledger.events).standing
        assert _told(again) == _told(ledger.standing)
        for a, b in combinations(NODES, 2):
            joined, blocked = again.names.joined(a, b), again.names.block_between(a, b) is not None
            assert not (joined and blocked)
            assert joined == ledger.standing.names.joined(a, b)
            assert blocked == (ledger.standing.names.block_between(a, b) is not None)
            assert joined == (b in _entry(ledger, a))


def _fail_to_write(ledger: Ledger, names: tuple[Name, ...]) -> None:
    """Try each way to go on while the disk is full."""

    def full(_event: AnyEvent) -> None:
        raise OSError("disk full")

    target = next((event.id for event in ledger.counting()), 1)
    kinds: list[tuple[Callable[..., AnyEvent], dict[str, Any]]] = [
        (Decided, {"verdict": Verdict.UNSURE, "names": names}),
        (SplitOff, {"names": names[:1], "left": names[1:]}),
        (SourceAdded, {"source": "s9"}),
        (Undone, {"target": target}) if ledger.counting() else (SourceAdded, {"source": "s8"}),
    ]
    for kind, what in kinds:
        with pytest.raises(OSError, match="disk full"):
            ledger.append(kind(id=ledger.next_id, by="", at="", **what), full)


def _told(standing: Standing) -> object:
    """Return all that is asked of where things stand."""
    names, said, pairs = standing.names, standing, list(combinations(NODES, 2))
    clusters = {node: names.members(node) for node in NODES}
    between = [(names.link_between(a, b), names.link_between(b, a), names.block_between(a, b)) for a, b in pairs]
    put = said.unsure_names, said.preferred, said.notes, said.flags, said.sources, said.preferred_forms
    nodes = [standing.node(Signature(n.source, n.position, n.text)) for n in NODES]
    return clusters, between, put, nodes, list(standing.events), sorted(map(sorted, names.blocks()))


def _entry(ledger: Ledger, name: Name) -> set[Name]:
    """Return the names that are one with `name`, the plain way: sets that are merged and parted in order."""
    entries = [{node} for node in NODES]
    for event in ledger.counting():
        if isinstance(event, Decided) and event.verdict is Verdict.SAME:
            met = [entry for entry in entries if entry & set(event.names)]
            entries = [entry for entry in entries if entry not in met] + [set().union(*met)]
        elif isinstance(event, Accepted):
            for names in event.groups:
                met = [entry for entry in entries if entry & set(names)]
                entries = [entry for entry in entries if entry not in met] + [set().union(*met)]
        elif isinstance(event, SplitOff):
            out = set(event.names)
            entries = [part for entry in entries for part in (entry - out, entry & out) if part]
    return next(entry for entry in entries if name in entry)


def test_undo_reaches_further_back_than_is_kept_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.ledger._KEPT", 3)
    ledger = Ledger()
    for first, second in pairwise(NODES[:5] * 2):
        decide(ledger, Verdict.SAME, first, second)
    while (event := ledger.undoable()) is not None:
        say(ledger, Undone, target=event.id)
        assert _told(Ledger(ledger.events).standing) == _told(ledger.standing)
    while (target := redoable(ledger)) is not None:
        say(ledger, Redone, target=target)
        assert _told(Ledger(ledger.events).standing) == _told(ledger.standing)
    assert len(ledger.counting()) == 9


def test_two_lines_written_anew_do_not_join_what_is_kept_apart() -> None:
    ledger = Ledger()
    say(ledger, SourceAdded, source="s1")
    decide(ledger, Verdict.DIFFERENT, A, C)
    with pytest.raises(Contradiction):
        say(ledger, SourceReplaced, source="s2", old="s1", respelled=(("a", "b"), ("b", "c")))
    assert ledger.standing.sources == ["s1"]
    assert not ledger.standing.names.joined(A, B)
