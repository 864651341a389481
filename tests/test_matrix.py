"""Who signed what: cells, orders and overlaps, over lists small enough to count by hand."""

import random
from collections.abc import Iterable, Mapping
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matrix import Matrix, Overlap, matrix, seriate
from reviewer.model import Entry, Signature, Source

Signed = Mapping[str, Iterable[int]]


def build(signed: Signed, sources: Iterable[int]) -> tuple[list[Entry], list[Source]]:
    """Return entries by name, each with one signature in the sources of the numbers given, and these sources."""
    known: dict[int, list[Signature]] = {number: [] for number in sources}
    entries = []
    for name, numbers in signed.items():
        own = []
        for number in numbers:
            own.append(Signature(str(number), len(known[number]) + 1, name))
            known[number].append(own[-1])
        entries.append(Entry(name, name, (), tuple(own)))
    return entries, [Source(str(n), f"Statement {n}", tuple(signatures)) for n, signatures in known.items()]


def titles(made: Matrix) -> list[str]:
    return [source.id for source in made.sources]


def signed(made: Matrix) -> dict[str, set[str]]:
    """Return what a matrix says, whatever its order."""
    return {e.name: {made.sources[c].id for c in made.signed(row)} for row, e in enumerate(made.entries)}


def test_cells_say_who_signed_what_how_often_and_where() -> None:
    entries, sources = build({"A": [1, 2, 2], "B": [2]}, [1, 2])
    made = matrix(entries, sources)
    assert signed(made) == {"A": {"1", "2"}, "B": {"2"}}
    row, column = [e.name for e in made.entries].index("A"), titles(made).index("2")
    assert made.counts[made.starts[row] + made.signed(row).index(column)] == 2
    assert [s.position for s in made.signatures(row, column)] == [1, 2]
    assert made.signatures(1 - row, 1 - column) == ()


def test_statements_with_many_signatories_in_common_stand_beside_each_other() -> None:
    groups = {f"{g}{i}": [g, g + 3] for g in (0, 1, 2) for i in range(5)}
    made = matrix(*build({**groups, "bridge": [0, 1]}, range(6)))
    order = [int(title) % 3 for title in titles(made)]
    assert sum(a == b for a, b in pairwise(order)) == 3


@pytest.mark.parametrize("seed", range(5))
def test_a_chain_of_statements_is_found_however_it_was_shuffled(seed: int) -> None:
    numbers = list(range(12))
    random.Random(seed).shuffle(numbers)
    in_a_row = {f"{first}-{i}": range(first, min(first + 4, 12)) for first in range(12) for i in range(3)}
    found = [int(title) for title in titles(matrix(*build(in_a_row, numbers)))]
    assert found in (list(range(12)), list(range(11, -1, -1)))


def test_what_shares_nothing_comes_last_in_the_order_given() -> None:
    made = matrix(*build({"A": [3, 4], "B": [1], "C": [2]}, [2, 1, 3, 4]))
    assert titles(made) == ["3", "4", "2", "1"]


def test_rows_stand_by_how_much_they_signed_then_by_what() -> None:
    made = matrix(*build({"A": [3], "B": [1, 2], "C": [1], "D": [1, 2], "E": [1, 2, 3]}, [1, 2, 3]))
    lengths = [len(made.signed(row)) for row in range(5)]
    patterns = [made.signed(row) for row in range(5)]
    assert lengths == [3, 2, 2, 1, 1]
    assert [e.name for e in made.entries][:3] == ["E", "B", "D"]
    assert patterns[3] < patterns[4]


def test_rows_of_more_than_64_statements_are_ordered_to_the_last() -> None:
    wide = {"late": [*range(70), 79], "early": [*range(70), 70]}
    made = matrix(*build({**wide, **{str(n): [n] for n in range(80)}}, range(80)))
    patterns = [made.signed(row) for row in range(len(made.entries))]
    assert patterns == sorted(patterns, key=lambda pattern: (-len(pattern), pattern))


def test_overlap_counts_entries_not_signatures() -> None:
    made = matrix(*build({"A": [1, 1, 2], "B": [1, 2], "C": [1], "D": [1]}, [1, 2]))
    assert made.overlap(0, 1) == made.overlap(1, 0) == Overlap(2, 1.0, 0.5)
    one = titles(made).index("1")
    assert made.overlap(one, one) == Overlap(4, 1.0, 1.0)


def test_rows_can_be_left_out_and_the_overlap_stays() -> None:
    made = matrix(*build({"A": [1, 2], "B": [2, 3], "C": [3], "D": [1, 2, 3]}, [1, 2, 3]))
    assert set(signed(made.at_least(2))) == {"A", "B", "D"}
    assert set(signed(made.at_least(3))) == {"D"}
    both = made.signed_both(titles(made).index("1"), titles(made).index("2"))
    assert signed(both) == {"D": {"1", "2", "3"}, "A": {"1", "2"}}
    assert both.overlap(0, 1) == made.overlap(0, 1)
    assert made.at_least(4).entries == ()


def test_nothing_and_a_statement_nobody_signed_are_no_trouble() -> None:
    assert matrix([], []).entries == ()
    made = matrix(*build({"A": [1]}, [1, 2]))
    assert made.overlap(0, 1) == Overlap(0, 0.0, 0.0)
    assert titles(made) == ["1", "2"]


def test_what_was_made_can_not_be_written_to() -> None:
    made = matrix(*build({"A": [1]}, [1]))
    with pytest.raises(ValueError, match="read-only"):
        made.counts[0] = 2


@given(st.lists(st.lists(st.integers(0, 8), min_size=1, max_size=12), max_size=30))
def test_every_signature_stands_in_its_cell_and_every_pair_is_counted(rows: list[list[int]]) -> None:
    said: Signed = {f"e{i}": columns for i, columns in enumerate(rows)}
    entries, sources = build(said, range(9))
    made, again = matrix(entries, sources), matrix(entries, sources)
    assert signed(made) == {name: {str(n) for n in numbers} for name, numbers in said.items()}
    assert made.counts.sum() == sum(map(len, rows))
    for i, one in enumerate(made.sources):
        for j, other in enumerate(made.sources):
            assert made.shared[i, j] == sum({one.id, other.id} <= columns for columns in signed(made).values())
    assert titles(made) == titles(again)
    assert [e.id for e in made.entries] == [e.id for e in again.entries]


@given(st.integers(0, 12), st.integers(0, 1000))
def test_an_order_holds_everything_once(size: int, seed: int) -> None:
    half = np.triu(np.random.default_rng(seed).random((size, size)))
    assert sorted(seriate((half + half.T) / 2)) == list(range(size))
