"""What was decided about names, and counts: kept from verdict to verdict, for there may be 10,000."""

from bisect import bisect_left
from typing import TypeGuard

from reviewer.ledger import Ledger
from reviewer.model import Accepted, AnyEvent, Decided, Redone, SplitOff, Undone, Verdict

Answer = Decided | Accepted | SplitOff
"""An event that decided something about names."""


class Answers:
    """The answers of a ledger, which `follow` is told of each event that is appended to it.

    `cards` is how many cards they decided: those accepted in one go count each, a split answers none.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._oldest_first = [event for event in ledger.counting() if _answers(event)]
        self.cards = sum(map(_cards, self._oldest_first))

    def latest_first(self) -> list[Answer]:
        """Return them, the latest first."""
        return self._oldest_first[::-1]

    def follow(self, event: AnyEvent) -> None:
        """Go along with an event; one that takes others back or brings them back costs what was said since those."""
        if isinstance(event, Undone | Redone):
            first = min((event.target, *event.more))
            at = bisect_left(self._oldest_first, first, key=lambda each: each.id)
            since = [each for each in self._ledger.standing.since(first) if _answers(each)]
            self.cards += sum(map(_cards, since)) - sum(map(_cards, self._oldest_first[at:]))
            self._oldest_first[at:] = since
        elif _answers(event):
            self._oldest_first.append(event)
            self.cards += _cards(event)


def _answers(event: AnyEvent) -> TypeGuard[Answer]:
    """Tell whether an event decided something about names; what nobody was sure of is not decided."""
    return isinstance(event, Answer) and not (isinstance(event, Decided) and event.verdict is Verdict.UNSURE)


def _cards(event: Answer) -> int:
    return len(event.groups) if isinstance(event, Accepted) else int(isinstance(event, Decided))
