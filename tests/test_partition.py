import pytest

from reviewer.partition import Partition


@pytest.fixture
def partition() -> Partition[str]:
    made: Partition[str] = Partition()
    made.link("a", "b", 1)
    made.link("c", "d", 2)
    return made


def test_unmentioned_nodes_stand_alone(partition: Partition[str]) -> None:
    assert partition.members("z") == ("z",)
    assert partition.root("z") == "z"


def test_links_join_whole_clusters(partition: Partition[str]) -> None:
    partition.link("b", "c", 3)
    assert set(partition.members("d")) == {"a", "b", "c", "d"}
    assert partition.joined("a", "d")
    assert [set(cluster) for cluster in partition.clusters()] == [{"a", "b", "c", "d"}]


def test_a_block_holds_between_whole_clusters_and_survives_joining(partition: Partition[str]) -> None:
    partition.block("a", "c", 3)
    assert partition.block_between("b", "d") == 3
    partition.link("d", "e", 4)
    partition.link("f", "e", 5)
    assert partition.block_between("f", "a") == 3
    assert [set(pair) for pair in partition.blocks()] == [{partition.root("a"), partition.root("f")}]


def test_the_event_that_joins_two_is_the_latest_on_their_chain(partition: Partition[str]) -> None:
    partition.link("b", "c", 3)
    assert partition.link_between("a", "b") == 1
    assert partition.link_between("a", "d") == 3
    assert partition.link_between("a", "z") is None


def test_parting_cuts_links_keeps_each_side_together_and_gives_back_whose_block_it_was() -> None:
    partition: Partition[str] = Partition()
    for event, (a, b) in enumerate([("a", "b"), ("b", "c"), ("c", "d")], 1):
        partition.link(a, b, event)
    partition.block("a", "x", 4)
    partition.block("b", "y", 5)
    partition.part(["b", "d"], 6)
    assert set(partition.members("b")) == {"b", "d"}
    assert set(partition.members("a")) == {"a", "c"}
    assert partition.block_between("c", "x") == 4
    assert partition.block_between("d", "x") is None
    assert partition.block_between("d", "y") == 5
    assert partition.link_between("a", "c") == 6


def test_parting_what_was_never_joined_changes_nothing() -> None:
    partition: Partition[str] = Partition()
    partition.part(["a", "b"], 1)
    assert not partition.joined("a", "b")
