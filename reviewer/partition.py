"""Which things are one, which must stay apart, and which event says so.

The same mechanism serves names and spellings: `same` links, `different` blocks pair by pair, and neither may be said
against the other. Verdicts on pairs are the truth and clusters follow from them, as in nomenklatura's resolver; unlike
there, a link across a block is refused when it is made instead of showing up later.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)
Key = TypeVar("Key")
Value = TypeVar("Value")

_ABSENT: Any = object()


class Trail:
    """What was changed in dictionaries and lists, leg by leg, so that the latest legs can be gone back.

    Each costs as much to take back as it did to do. Of dictionaries what was under a key comes back, in order only
    where it was added; no more than `most` legs are kept.
    """

    def __init__(self, most: int = 0) -> None:
        self._legs: deque[list[tuple[Any, Any, Any]]] = deque(maxlen=most)
        self._leg: list[tuple[Any, Any, Any]] = []

    def __len__(self) -> int:
        return len(self._legs)

    def begin(self) -> None:
        """Begin another leg."""
        self._leg = []
        self._legs.append(self._leg)

    def go_back(self) -> None:
        """Take back the last leg."""
        for where, key, before in reversed(self._legs.pop()):
            if before is _ABSENT:
                del where[key]
            else:
                where[key] = before

    def put(self, where: dict[Key, Value], key: Key, value: Value) -> None:
        """Put a value under a key."""
        self._leg.append((where, key, where.get(key, _ABSENT)))
        where[key] = value

    def pop(self, where: dict[Key, Value], key: Key, default: Value) -> Value:
        """Take out what is under a key, and return it."""
        if key not in where:
            return default
        self._leg.append((where, key, where[key]))
        return where.pop(key)

    def extend(self, where: list[Value], more: Iterable[Value]) -> None:
        """Put more at the end of a list."""
        self._leg.append((where, slice(len(where), None), _ABSENT))
        where.extend(more)


class Partition(Generic[Node]):
    """Clusters of nodes joined by links, with blocks between nodes that must not meet.

    Nodes never mentioned are clusters of one. Each step costs in proportion to the smaller of the two clusters it
    touches, whatever the number of nodes, and can be taken back with the `trail` it leaves.
    """

    def __init__(self, trail: Trail | None = None) -> None:
        self._trail = Trail() if trail is None else trail
        self._root: dict[Node, Node] = {}
        self._members: dict[Node, list[Node]] = {}
        self._links: dict[Node, dict[Node, int]] = {}
        self._said_apart: dict[Node, dict[Node, int]] = {}
        # Root -> roots it must not meet -> the event that said so. Kept at the roots, so that asking is one look-up.
        self._blocks: dict[Node, dict[Node, int]] = {}

    def root(self, node: Node) -> Node:
        """Return the node that stands for the cluster of `node`; the same for all its members."""
        return self._root.get(node, node)

    def roots(self, nodes: Sequence[Node]) -> Iterator[Node]:
        """Yield `root` of each of many nodes, without a call for each."""
        return map(self._root.get, nodes, nodes)

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

    def undecided(self, a: Node, b: Node) -> bool:
        """Tell whether nothing joins the clusters of `a` and `b`, and nothing keeps them apart."""
        return not self.joined(a, b) and self.block_between(a, b) is None

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
        self._note(self._links, a, b, event)
        self._join(a, b)

    def block(self, a: Node, b: Node, event: int) -> None:
        """Keep the clusters of `a` and `b` apart. They must not be joined: ask `joined` first."""
        self._note(self._said_apart, a, b, event)
        self._keep_apart(a, b, event)

    def part(self, nodes: Sequence[Node], event: int) -> None:
        """Cut every link between `nodes` and the rest of their clusters; each of the two stays together."""
        inside = set(nodes)
        for cluster in {self.root(node): self.members(node) for node in nodes}.values():
            for node in cluster:
                links = self._links.get(node, {})
                left = {other: event for other, event in links.items() if (other in inside) is (node in inside)}
                if len(left) < len(links):
                    self._trail.put(self._links, node, left)
            self._rebuild(cluster)
            for side in ([n for n in cluster if n in inside], [n for n in cluster if n not in inside]):
                for node in side[1:]:
                    self.link(side[0], node, event)

    def _note(self, said: dict[Node, dict[Node, int]], a: Node, b: Node, event: int) -> None:
        """Note under either of two nodes the event that spoke first of both."""
        for one, other in ((a, b), (b, a)):
            if one not in said:
                self._trail.put(said, one, {})
            if other not in said[one]:
                self._trail.put(said[one], other, event)

    def _rebuild(self, cluster: Iterable[Node]) -> None:
        """Derive clusters and blocks anew from what was said of the nodes of one cluster."""
        nodes, trail = tuple(cluster), self._trail
        root = self.root(nodes[0])
        for other in trail.pop(self._blocks, root, {}):
            trail.pop(self._blocks[other], root, 0)
        trail.pop(self._members, root, [])
        for node in nodes:
            trail.pop(self._root, node, node)
        for node in nodes:
            for other in self._links.get(node, {}):
                self._join(node, other)
        for node in nodes:
            for other, event in self._said_apart.get(node, {}).items():
                self._keep_apart(node, other, event)

    def _join(self, a: Node, b: Node) -> None:
        kept, gone = self.root(a), self.root(b)
        if kept == gone:
            return
        if len(self.members(kept)) < len(self.members(gone)):
            kept, gone = gone, kept
        trail = self._trail
        joining = trail.pop(self._members, gone, [gone])
        if kept not in self._members:
            trail.put(self._members, kept, [kept])
        trail.extend(self._members[kept], joining)
        for node in joining:
            trail.put(self._root, node, kept)
        for other, event in trail.pop(self._blocks, gone, {}).items():
            trail.pop(self._blocks[other], gone, 0)
            self._keep_apart(kept, other, event)

    def _keep_apart(self, a: Node, b: Node, event: int) -> None:
        self._note(self._blocks, self.root(a), self.root(b), event)
