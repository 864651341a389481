"""Every kind of event can be told in a sentence."""

from collections.abc import Callable

import pytest
from support import names, review, source

from reviewer.model import (
    Accepted,
    Decided,
    Flag,
    Flagged,
    NameChosen,
    Noted,
    Said,
    SourceAdded,
    SourceRemoved,
    SourceReplaced,
    SpellingDecided,
    SplitOff,
    Verdict,
)
from reviewer.ui.parts import telling


def made(kind: Callable[..., Said], **what: object) -> Said:
    """Return an event by Amal."""
    return kind(id=9, by="Amal", at="2026-01-02T03:04:05+00:00", **what)


EVENTS = [
    (made(SourceAdded, source="icc"), "Added the list “Icc”"),
    (made(SourceRemoved, source="icc"), "Took out the list “Icc”"),
    (
        made(SourceReplaced, source="icc", old="x", respelled=(("a", "b"),)),
        "Read the list “Icc” anew, 1 line respelled",
    ),
    (made(Decided, verdict=Verdict.SAME, names=names("A", "B")), "Merged “A” and “B”"),
    (made(Decided, verdict=Verdict.UNSURE, names=names("A", "B"), note="why"), "Not sure: “A” and “B”, noting “why”"),
    (made(Accepted, groups=(names("A", "B"),), score=0.9), "Merged 1 card in one go"),
    (made(SplitOff, names=names("A"), left=names("B")), "Took “A” out of the entry of “B”"),
    (made(SpellingDecided, verdict=Verdict.DIFFERENT, a="a", b="b", score=0.5), "Different words: “a” and “b”"),
    (made(NameChosen, name=names("A")[0], text="B"), "Named it “B”"),
    (made(Noted, names=names("A"), text="ask"), "Noted “ask”"),
    (made(Noted, names=names("A"), text=""), "Took the note off"),
    (made(Flagged, names=names("A"), flag=Flag.AT_RISK, on=False), "No longer flagged as at risk"),
]


@pytest.mark.parametrize(("event", "sentence"), EVENTS, ids=[sentence for _, sentence in EVENTS])
def test_an_event_is_told(event: Said, sentence: str) -> None:
    told = telling.of_event(event, review(source("icc", "A", "B")))
    assert told.replace("\u2068", "").replace("\u2069", "") == sentence


def test_of_a_crowd_the_first_are_named_and_the_others_counted() -> None:
    event = made(Decided, verdict=Verdict.SAME, names=names(*(f"N{i}" for i in range(491))))
    told = telling.of_event(event, review(source("icc", *(f"N{i}" for i in range(491)))))
    assert told.count("“") == 6
    assert told.endswith("and 485 more")


def test_history_tells_who_and_the_score_shown_then() -> None:
    event = made(Decided, verdict=Verdict.SAME, names=names("A", "B"), score=0.94)
    told = telling.of_history(event, review(source("icc", "A", "B")))
    assert told.startswith("\u2068Amal\u2069, 2 January 2026, ")
    assert told.endswith("(shown with 94)")
