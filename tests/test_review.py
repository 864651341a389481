import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ALKAWAKIBI, KAWAKBY, KAWAKIBI, candidate, names, review, source

from reviewer.errors import AlreadyAdded, BadInput, Contradiction
from reviewer.model import Accepted, Decided, Flag, Name, SourceAdded, SplitOff, Verdict
from reviewer.register import Order, Which
from reviewer.review import Review

SOCHI = source("sochi", ALKAWAKIBI, KAWAKIBI, "Baytna Syria", title="Sochi statement")
ICC = source("icc", ALKAWAKIBI, KAWAKBY, "Baytna Syria", "Kesh Malek", title="Letter to the ICC")
FOUND = (candidate(KAWAKIBI, KAWAKBY, 0.94), candidate(ALKAWAKIBI, KAWAKIBI, 0.5))


def test_equal_texts_join_by_themselves_across_lists() -> None:
    desk = review(SOCHI, ICC)
    assert [entry.name for entry in desk.register.entries()] == [
        ALKAWAKIBI,
        KAWAKIBI,
        "Baytna Syria",
        KAWAKBY,
        "Kesh Malek",
    ]
    assert desk.register.count == 5
    assert [(s.source, s.position) for s in desk.register.entries()[2].signatures] == [("sochi", 3), ("icc", 3)]


def test_same_makes_one_entry_with_all_its_signatures_and_the_first_id() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    before = desk.register.entries()[1].id
    effect = desk.register.effect(names(KAWAKIBI, KAWAKBY))
    assert (effect.before, effect.after, effect.name, effect.losing) == (5, 4, KAWAKIBI, ())
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    entry = desk.register.entries()[1]
    assert (entry.id, entry.name, entry.variants) == (before, KAWAKIBI, (KAWAKBY,))
    assert desk.register.count == 4
    assert [card.score for card in desk.queue.to_review] == [0.5]


def test_merging_two_of_one_list_says_which_list_loses() -> None:
    assert review(SOCHI, ICC).register.effect(names(ALKAWAKIBI, KAWAKIBI)).losing == (("Sochi statement", 1),)


def test_different_closes_the_pair_and_a_third_name_brings_only_its_own_question() -> None:
    desk = review(SOCHI, ICC, found=(*FOUND, candidate(ALKAWAKIBI, KAWAKBY, 0.5)))
    desk.decide(Verdict.DIFFERENT, names(ALKAWAKIBI, KAWAKIBI), 0.5)
    assert [card.key for card in desk.queue.to_review] == [
        set(names(KAWAKIBI, KAWAKBY)),
        set(names(ALKAWAKIBI, KAWAKBY)),
    ]
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    assert desk.queue.to_review == ()
    with pytest.raises(Contradiction):
        desk.decide(Verdict.SAME, names(ALKAWAKIBI, KAWAKBY), 0.5)


def test_unsure_waits_in_a_list_of_its_own() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.decide(Verdict.UNSURE, names(KAWAKIBI, KAWAKBY), 0.94)
    assert [card.score for card in desk.queue.to_review] == [0.5]
    assert [card.score for card in desk.queue.unsure] == [0.94]
    assert desk.answers.latest_first() == []
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    assert desk.queue.unsure == ()
    assert [event.names for event in desk.answers.latest_first() if isinstance(event, Decided)] == [
        names(KAWAKIBI, KAWAKBY)
    ]


def test_undo_and_redo_reach_the_first_event_and_come_back() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    desk.choose_name(desk.register.entries()[1], "Kawakibi Center")
    stages = []
    while desk.undo():
        stages.append(desk.register.count)
    assert stages == [4, 5, 3, 0]
    assert desk.undo() is None
    while desk.redo():
        pass
    assert desk.redo() is None
    assert desk.register.entries()[1].name == "Kawakibi Center"


def test_a_preferred_name_said_with_the_verdict_goes_with_it() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94, preferred=KAWAKBY)
    assert desk.register.entries()[1].name == KAWAKBY
    desk.undo()
    assert desk.register.entries()[1].name == KAWAKIBI


def test_the_latest_preferred_name_wins_when_entries_meet() -> None:
    desk = review(SOCHI, ICC)
    desk.choose_name(desk.register.entries()[3], "Second")
    desk.choose_name(desk.register.entries()[1], "First")
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.9)
    assert desk.register.entries()[1].name == "First"


def test_a_blank_preferred_name_is_refused_and_the_standing_one_is_no_event() -> None:
    desk = review(SOCHI)
    with pytest.raises(BadInput, match="needs a name"):
        desk.choose_name(desk.register.entries()[0], "  ")
    desk.choose_name(desk.register.entries()[0], f" {ALKAWAKIBI} ")
    assert [type(event) for event in desk.ledger.events] == [SourceAdded]


def test_a_group_decided_in_part_leaves_the_rest_as_its_own_question() -> None:
    desk = review(source("one", "a", "b", "c"), found=[candidate(*p) for p in ("ab", "bc", "ac")])
    assert [len(card.names) for card in desk.queue.to_review] == [3]
    desk.decide(Verdict.SAME, names("a", "b"), 0.9)
    (rest,) = desk.queue.to_review
    assert [member.entry.name for member in desk.register.members(rest)] == ["a", "c"]
    assert desk.register.members(rest)[0].entry.variants == ("b",)


class TestPlainRepeat:
    """One text twice in a list: one signatory signing twice, or two of one name."""

    LIST = source("one", "Mohammad Ahmad", "Baytna Syria", "Mohammad Ahmad")
    OTHER = source("two", "Mohammad Ahmad")
    FOUND = (candidate("Mohammad Ahmad", "Mohammad Ahmad", 0.6),)
    PLACED = Name("Mohammad Ahmad", "one", 3)

    def test_is_one_entry_and_a_question(self) -> None:
        desk = review(self.LIST, self.OTHER, found=self.FOUND)
        assert desk.register.count == 2
        (card,) = desk.queue.to_review
        assert card.key == {Name("Mohammad Ahmad"), self.PLACED}
        assert [len(member.entry.signatures) for member in desk.register.members(card)] == [2, 1]

    def test_different_sets_the_second_apart(self) -> None:
        desk = review(self.LIST, self.OTHER, found=self.FOUND)
        desk.decide(Verdict.DIFFERENT, desk.queue.to_review[0].names, 0.6)
        assert desk.queue.to_review == ()
        assert [[(s.source, s.position) for s in entry.signatures] for entry in desk.register.entries()] == [
            [("one", 1), ("two", 1)],
            [("one", 2)],
            [("one", 3)],
        ]
        desk.undo()
        assert desk.register.count == 2

    def test_same_answers_it(self) -> None:
        desk = review(self.LIST, self.OTHER, found=self.FOUND)
        desk.decide(Verdict.SAME, desk.queue.to_review[0].names, 0.6)
        assert desk.queue.to_review == ()
        assert desk.register.count == 2
        assert len(desk.register.entries()[0].signatures) == 3

    def test_what_is_apart_meets_candidates_of_its_text_by_itself(self) -> None:
        desk = review(
            self.LIST, source("two", "M. Ahmad"), found=(*self.FOUND, candidate("Mohammad Ahmad", "M. Ahmad"))
        )
        desk.decide(Verdict.DIFFERENT, [Name("Mohammad Ahmad"), self.PLACED], 0.6)
        assert [card.key for card in desk.queue.to_review] == [
            {Name("Mohammad Ahmad"), Name("M. Ahmad")},
            {self.PLACED, Name("M. Ahmad")},
        ]


class TestSpellings:
    FOUND = (candidate("Kawakibi", "Alkawakibi", 0.8, spelling=True),)

    def test_a_spelling_comes_with_the_names_it_touches(self) -> None:
        desk = review(SOCHI, ICC, found=self.FOUND)
        card = desk.spelling_card(*desk.spellings.to_review)
        assert ([*card.names_a], [*card.names_b], card.touched) == ([KAWAKIBI], [ALKAWAKIBI], 2)

    def test_a_spelling_tells_how_many_names_either_form_would_change(self) -> None:
        other = source("other", "KAWAKIBI Club", "Al Kawakibi Club", "Kawakby Club")
        desk = review(SOCHI, ICC, other, found=self.FOUND)
        card = desk.spelling_card(*desk.spellings.to_review)
        # "Alkawakibi ...", "KAWAKIBI Club", "Al Kawakibi Club"; and all that write it bare, or the article apart.
        assert (card.changed_by_a, card.changed_by_b) == (3, 3)
        desk.decide_spelling(Verdict.SAME, candidate("Kawakibi", "Kawakby", spelling=True))
        card = desk.spelling_card(*desk.spellings.to_review)
        assert (card.changed_by_a, card.changed_by_b) == (5, 5)

    def test_an_export_takes_the_harmonised_names_where_its_format_has_them(self) -> None:
        desk = review(SOCHI, ICC, found=self.FOUND)
        desk.decide_spelling(Verdict.SAME, self.FOUND[0], "Kawakibi")
        plain, cleaned = io.BytesIO(), io.BytesIO()
        desk.export("csv", plain)
        desk.export("harmonised", cleaned)
        assert ALKAWAKIBI in plain.getvalue().decode().split(",")
        rows = csv.DictReader(io.StringIO(cleaned.getvalue().decode("utf-8-sig")))
        changed = [(row["Name"], row["Also signed as"]) for row in rows if row["Also signed as"]]
        assert changed == [(ALKAWAKIBI.replace("Alka", "Ka"), ALKAWAKIBI)]

    def test_a_decision_takes_it_off_the_queue_and_tells_the_matcher(self) -> None:
        desk = review(SOCHI, ICC, found=self.FOUND)
        desk.decide_spelling(Verdict.SAME, self.FOUND[0])
        assert desk.spellings.to_review == ()
        assert desk.question().decided == (("alkawakibi", "kawakibi", True),)
        desk.undo()
        assert len(desk.spellings.to_review) == 1
        assert desk.question().decided == ()

    def test_what_is_said_of_two_holds_for_their_clusters(self) -> None:
        desk = review(SOCHI, ICC)
        desk.decide_spelling(Verdict.SAME, candidate("Kawakibi", "Kawakby", spelling=True))
        desk.decide_spelling(Verdict.DIFFERENT, candidate("Kawakby", "Kesh", spelling=True))
        assert {(frozenset(pair), same) for *pair, same in desk.question().decided} == {
            (frozenset({"kawakibi", "kawakby"}), True),
            (frozenset({"kawakby", "kesh"}), False),
            (frozenset({"kawakibi", "kesh"}), False),
        }


def test_a_member_is_taken_out_and_the_rest_stays() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY, ALKAWAKIBI), 0.9)
    desk.split_off(names(ALKAWAKIBI))
    assert [entry.name for entry in desk.register.entries()][:2] == [ALKAWAKIBI, KAWAKIBI]
    assert desk.register.count == 4
    assert len(desk.queue.to_review) == 0
    desk.undo()
    assert desk.register.count == 3


def test_one_signature_of_a_text_is_taken_out_by_its_place() -> None:
    desk = review(SOCHI, ICC)
    desk.split_off([Name("Baytna Syria", "icc", 3)])
    assert [e.signatures[0].source for e in desk.register.entries() if e.name == "Baytna Syria"] == ["sochi", "icc"]
    with pytest.raises(BadInput, match="leave at least one"):
        desk.split_off(names(KAWAKIBI))


def test_accepting_many_cards_is_one_undo() -> None:
    desk = review(source("one", *"abcd"), found=[candidate("a", "b", 0.95), candidate("c", "d", 0.9)])
    desk.accept(desk.queue.to_review)
    assert (desk.register.count, len(desk.queue.to_review)) == (2, 0)
    desk.undo()
    assert (desk.register.count, len(desk.queue.to_review)) == (4, 2)


def test_notes_and_flags_stay_with_the_entry_as_it_grows() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.write_note(desk.register.entry(Name(KAWAKBY)), "asked in Gaziantep")
    desk.set_flag(desk.register.entry(Name(KAWAKIBI)), Flag.AT_RISK, on=True)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.9)
    entry = desk.register.entry(Name(KAWAKIBI))
    assert (entry.note, entry.flags) == ("asked in Gaziantep", (Flag.AT_RISK,))
    desk.write_note(entry, "")
    desk.set_flag(entry, Flag.AT_RISK, on=False)
    entry = desk.register.entry(Name(KAWAKIBI))
    assert (entry.note, entry.flags) == ("", ())
    assert len(desk.history(entry)) == 5


def test_entries_are_found_by_kind_and_order() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    desk.write_note(desk.register.entry(Name("Kesh Malek")), "asked")
    desk.set_flag(desk.register.entry(Name("Baytna Syria")), Flag.AT_RISK, on=True)

    def found(wanted: str = "", which: Which = Which.ALL, order: Order = Order.LISTED) -> list[str]:
        return [entry.name for entry in desk.find(wanted, which, order)]

    assert found(which=Which.MERGED) == [KAWAKIBI]
    assert found(which=Which.SINGLE) == [ALKAWAKIBI, "Baytna Syria", "Kesh Malek"]
    assert found(which=Which.OPEN) == [ALKAWAKIBI, KAWAKIBI]
    assert found(which=Which.NOTED) == ["Kesh Malek"]
    assert found(which=Which.FLAGGED) == ["Baytna Syria"]
    assert found(order=Order.NAME) == [ALKAWAKIBI, "Baytna Syria", KAWAKIBI, "Kesh Malek"]
    assert found(order=Order.SIGNATURES)[-1] == "Kesh Malek"
    assert found(wanted="kawak", which=Which.MERGED) == [KAWAKIBI]
    assert found(wanted="baytna", which=Which.MERGED) == []


def test_a_source_taken_out_takes_its_signatures_along_and_leaves_the_verdicts() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    desk.remove(ICC)
    assert desk.register.count == 3
    desk.add(ICC)
    assert desk.register.count == 4


def test_a_source_read_again_takes_the_place_of_the_old_one_and_keeps_the_verdicts() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    mended = "Kawakibi Centre for Transitional Justice & Human Rights"
    again = source("icc-2", ALKAWAKIBI, mended, "Baytna Syria", "Kesh Malek", "Dawlaty")
    desk.replace(ICC, again, [(KAWAKBY, mended)])
    assert [each.id for each in desk.sources] == ["sochi", "icc-2"]
    assert desk.register.entry(Name(KAWAKIBI)).variants == (mended,)
    assert desk.register.count == 5
    desk.undo()
    assert desk.register.entry(Name(KAWAKIBI)).variants == (KAWAKBY,)


def test_lists_that_came_together_are_undone_and_redone_as_one() -> None:
    desk = review(SOCHI)
    with desk.together():
        desk.add(ICC)
        desk.replace(SOCHI, source("sochi-2", "Badael"), [])
        desk.add(source("paris", "Dawlaty"))
    came = [each.id for each in desk.sources]
    assert came == ["sochi-2", "icc", "paris"]
    assert desk.register.count == len({s.text for each in desk.sources for s in each.signatures})
    again = Review(desk.all_sources, desk.ledger.events, reviewer="Amal")
    for each in (desk, again):
        each.undo()
        assert [left.id for left in each.sources] == ["sochi"]
        each.redo()
        assert [back.id for back in each.sources] == came
    desk.undo()
    desk.undo()
    assert desk.sources == ()


def test_of_lists_that_came_together_one_that_was_withdrawn_stays_away_when_the_others_are_redone() -> None:
    desk = review()
    with desk.together():
        desk.add(SOCHI)
        desk.add(ICC)
    desk.withdraw(1)
    desk.undo()
    desk.redo()
    assert [each.id for each in desk.sources] == ["icc"]


def test_the_same_source_twice_is_refused() -> None:
    desk = review(SOCHI)
    with pytest.raises(AlreadyAdded, match="“Sochi statement” is already in this review"):
        desk.add(SOCHI)


def test_every_event_is_written_before_it_counts() -> None:
    seen: list[int] = []
    desks: list[Review] = []
    desk = review(SOCHI, ICC, found=FOUND, write=lambda _event: seen.extend(desk.register.count for desk in desks))
    desks.append(desk)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    assert seen == [5]
    assert desk.register.count == 4


def test_events_say_who_when_and_the_score_shown() -> None:
    desk = review(SOCHI, ICC, found=FOUND)
    desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)
    event = desk.answers.latest_first()[0]
    assert event == Decided(
        id=3,
        by="Amal",
        at="2026-01-02T03:04:05+00:00",
        verdict=Verdict.SAME,
        names=names(KAWAKIBI, KAWAKBY),
        score=0.94,
    )


def test_what_was_done_names_batches_and_splits_too_and_each_can_be_withdrawn() -> None:
    desk = review(SOCHI, ICC, found=(FOUND[0], candidate("Baytna Syria", "Kesh Malek", 0.8)))
    desk.accept(desk.queue.to_review)
    desk.split_off(names(KAWAKBY))
    desk.decide(Verdict.UNSURE, names(KAWAKBY, ALKAWAKIBI))
    split, batch = desk.answers.latest_first()
    assert (type(split), type(batch)) == (SplitOff, Accepted)
    assert desk.answers.cards == 2  # the two cards of the batch; a split answers none
    desk.withdraw(split.id)
    assert [entry.name for entry in desk.register.entries()] == [ALKAWAKIBI, KAWAKIBI, "Baytna Syria"]
    desk.withdraw(batch.id)
    assert (desk.answers.latest_first(), desk.answers.cards, desk.register.count) == ([], 0, 5)


def test_a_source_that_comes_later_is_taken_in_as_if_it_had_been_there_from_the_beginning() -> None:
    desk = review(source("one", "a", "b", "c", "c", "d"), found=[candidate("a", "b"), candidate("x", "y")])
    desk.decide(Verdict.SAME, names("a", "b"))
    desk.decide(Verdict.SAME, names("d", "e"))
    shown = [entry.name for entry in desk.register.entries()]
    desk.add(source("two", "b", "e", "f", "f"))
    desk.add(source("three", "x", "y", "a"))
    again = review(*desk.sources, found=desk.found.names)
    again.ledger = desk.ledger
    again._read_sources()
    assert len(shown) == 3
    assert list(desk.register.entries()) == list(again.register.entries())
    assert desk.register.count == again.register.count == len(again.register.entries())
    assert [card.names for card in desk.queue.to_review] == [names("x", "y")]
    for each in ("a", "c", "f"):
        repeat = [candidate(each, each)]
        assert list(desk.register.pairings(repeat)) == list(again.register.pairings(repeat))
    assert set(desk.find("f")) == set(again.find("f"))
    assert desk.find("f")


PLACES = (*names("a", "b", "c", "d"), *(Name("a", "one", i) for i in (1, 3, 5)), Name("b", "two", 3))
ASKED = [candidate("a", "b"), candidate("b", "c", 0.7), candidate("a", "a", 0.6), candidate("b", "b", 0.5)]


@given(st.lists(st.tuples(st.sampled_from((*Verdict, "undo", "redo")), st.sets(st.sampled_from(PLACES), min_size=2))))
def test_verdicts_on_names_and_places_leave_what_a_fresh_start_would_make_of_them(
    steps: list[tuple[str, set[Name]]],
) -> None:
    desk = review(source("one", "a", "b", "a", "c", "a"), source("two", "b", "d", "b"), found=ASKED)
    for step, about in steps:
        with suppress(Contradiction):
            if step in ("undo", "redo"):
                desk.undo() if step == "undo" else desk.redo()
            else:
                desk.decide(Verdict(step), sorted(about))
    again = review(*desk.sources, found=ASKED)
    again.ledger = desk.ledger
    again._read_sources()
    assert list(desk.register.entries()) == list(again.register.entries())
    assert desk.register.count == again.register.count == len(again.register.entries())
    root = desk.ledger.standing.names.root
    for waiting in ("to_review", "unsure"):  # on which card two entries are asked about depends on the way there
        cards, fresh = getattr(desk.queue, waiting), getattr(again.queue, waiting)
        asked, wanted = ([{root(p.a), root(p.b)} for card in q for p in card.pairings] for q in (cards, fresh))
        assert sorted(map(sorted, asked)) == sorted(map(sorted, wanted))
