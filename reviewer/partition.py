"""Which things are one, which must stay apart, and which event says so.

The same mechanism serves names and spellings: `same` links, `different` blocks pair by pair, and neither may be said
against the other. Verdicts on pairs are the truth and clusters follow from them, as in nomenklatura's resolver; unlike
there, a link across a block is refused when it is made instead of showing up later.
"""

from collections import deque
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Partition(Generic[Node]):
    """Clusters of nodes joined by links, with blocks between nodes that must not meet.

    Nodes never mentioned are clusters of one. Each step costs in proportion to the smaller of the two clusters it
    touches, whatever the number of nodes.
    """

    def __init__(self) -> None:
        self._root: dict[Node, Node] = {}
        self._members: dict[Node, list[Node]] = {}
        self._links: dict[Node, dict[Node, int]] = {}
        # Root -> roots it must not meet -> the event that said so. Kept at the roots, so that asking is one look-up.
        self._blocks: dict[Node, dict[Node, int]] = {}

    def root(self, node: Node) -> Node:
        """Return the node that stands for the cluster of `node`; the same for all its members."""
        return self._root.get(node, node)

    def members(self, node: Node) -> tuple[Node, ...]:
        """Return all nodes of the cluster of `node`, itself included, in the order they were joined."""
        root = self.root(node)
        return tuple(self._members.get(root, (root,)))

    def clusters(self) -> Iterator[tuple[Node, ...]]:
        """Yield the clusters of two and more."""
        return (tuple(members) for members in self._members.values())

    def joined(self, a: Node, b: Node) -> bool:
        """Tell whether both are in one cluster."""
        return self.root(a) == self.root(b)

    def block_between(self, a: Node, b: Node) -> int | None:
        """Return the event that keeps the clusters of `a` and `b` apart, or None."""
        return self._blocks.get(self.root(a), {}).get(self.root(b))

    def blocks(self) -> Iterator[tuple[Node, Node]]:
        """Yield each two cluster roots that must not meet, once."""
        seen: set[Node] = set()
        for a, others in self._blocks.items():
            seen.add(a)
            yield from ((a, b) for b in others if b not in seen)

    def link_between(self, a: Node, b: Node) -> int | None:
        """Return the latest event on the shortest chain of links that joins `a` and `b`, or None."""
        latest: dict[Node, int] = {a: 0}
        waiting = deque([a])
        while waiting:
            node = waiting.popleft()
            if node == b:
                return latest[node]
            for other, event in self._links.get(node, {}).items():
                if other not in latest:
                    latest[other] = max(latest[node], event)
                    waiting.append(other)
        return None

    def link(self, a: Node, b: Node, event: int) -> None:
        """Join the clusters of `a` and `b`. They must not be blocked: ask `block_between` first."""
        self._links.setdefault(a, {}).setdefault(b, event)
        self._links.setdefault(b, {}).setdefault(a, event)
        kept, gone = self.root(a), self.root(b)
        if kept == gone:
            return
        if len(self.members(kept)) < len(self.members(gone)):
            kept, gone = gone, kept
        joining = self._members.pop(gone, [gone])
        self._members.setdefault(kept, [kept]).extend(joining)
        for node in joining:
            self._root[node] = kept
        self._move_blocks(gone, kept)

    def block(self, a: Node, b: Node, event: int) -> None:
        """Keep the clusters of `a` and `b` apart. They must not be joined: ask `joined` first."""
        a, b = self.root(a), self.root(b)
        self._blocks.setdefault(a, {}).setdefault(b, event)
        self._blocks.setdefault(b, {}).setdefault(a, event)

    def _move_blocks(self, gone: Node, kept: Node) -> None:
        for other, event in self._blocks.pop(gone, {}).items():
            del self._blocks[other][gone]
            self._blocks.setdefault(kept, {}).setdefault(other, event)
            self._blocks[other].setdefault(kept, event)
