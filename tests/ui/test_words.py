import pytest

from reviewer.model import Evidence, Signature, Source
from reviewer.register import Effect
from reviewer.ui.parts import words


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def source(number: int, title: str = "Sochi statement", date: str = "2018-01-05T15:38:02") -> Source:
    return Source(f"s{number}", title, (Signature(f"s{number}", 29, "A"),), date)


@pytest.mark.parametrize(
    ("score", "number", "said"), [(0.999, 99, "very likely"), (0.8, 80, "likely"), (0.05, 5, "doubtful")]
)
def test_scores_are_whole_numbers_with_a_word(score: float, number: int, said: str) -> None:
    assert (words.percent(score), words.likelihood(score)) == (number, said)


def test_a_place_reads_as_in_a_footnote() -> None:
    assert plain(words.place(source(1).signatures[0], source(1))) == "Sochi statement, 5 January 2018, no. 29"
    undated = source(1, "T" * 30 + " " + "u" * 30, "")
    assert plain(words.place(undated.signatures[0], undated)) == f"{'T' * 30}…, no. 29"


def test_places_beyond_the_second_are_counted() -> None:
    sources = {f"s{i}": source(i, f"List {i}", "") for i in range(4)}
    told = words.places([s.signatures[0] for s in sources.values()], sources)
    assert plain(told) == "List 0, no. 29  ·  List 1, no. 29  ·  and 2 more"


def test_places_in_one_list_are_told_by_their_numbers_and_the_heading_they_stand_below() -> None:
    lines = tuple(Signature("s1", 1001 + i, "A", group="Individuals") for i in range(5))
    sources = {"s1": Source("s1", "Sochi statement", lines), "s2": source(2, "Letter")}
    assert plain(words.place(lines[0], sources["s1"])) == "Sochi statement, no. 1,001, under Individuals"
    told = plain(words.places([*lines, *sources["s2"].signatures], sources))
    assert told == "Sochi statement, no. 1,001, 1,002, 1,003 and 2 more  ·  Letter, 5 January 2018, no. 29"


def test_a_threshold_of_nothing_parts_nothing() -> None:
    assert words.sides(0, 1204, 0) == "All scores: 1,204 cards"
    assert words.sides(65, 1, 2) == "1 card scores 65 and more, 2 less"


def test_the_effect_says_who_loses_what() -> None:
    a, b = (source(i).signatures[0] for i in (1, 2))
    effect = Effect(158, 157, "A", ())
    assert words.effect_of_same(effect, [a, b]) == "158 signatories become 157. Both statements keep their signature."
    assert words.effect_of_same(effect, [a]).endswith("The statement keeps its signature.")
    losing = Effect(158, 156, "A", (("Sochi statement", 2),))
    assert (
        plain(words.effect_of_same(losing, [a, b])) == "158 signatories become 156. “Sochi statement” counts two fewer."
    )


def test_reasons_are_short_and_warnings_are_told_elsewhere() -> None:
    evidence = [
        Evidence("before looking", effect=-5.0),
        Evidence("same words", "Human Rights", "Human Rights", 2.0),
        Evidence("vowels", "Kawakibi", "Kawakby", -0.5),
        Evidence("acronym", "LACU", effect=1.0),
        Evidence("both stand in the same list", effect=-9.0, warning="Both stand in one list."),
    ]
    told = [plain(words.reason(each)) for each in words.shown_reasons(evidence)]
    assert told == ["2 words the same", "acronym  LACU", "vowels  Kawakibi / Kawakby"]
    assert [words.weight(e.effect) for e in evidence[:2]] == ["−5.0", "+2.0"]
    assert words.weight(-0.01) == "0.0"


def test_what_stands_in_one_name_alone_is_one_reason() -> None:
    evidence = [Evidence("only in 1", word, effect=-1.0) for word in ("Research", "Center")]
    (only,) = words.shown_reasons(evidence)
    assert (plain(words.reason(only)), only.effect) == ("only in 1  Research Center", -2.0)
