"""Which texts hold a word, however it is written."""

from collections.abc import Iterable

from reviewer.matching import fold


class Index:
    """The folded form of many texts, made at first use, which is slow for many: call `fill` where slow work belongs.

    Texts that `known` has folded already are not folded again.
    """

    def __init__(self, texts: Iterable[str], known: "Index | None" = None) -> None:
        self._texts = texts
        self._known = known
        self._folded: dict[str, str] = {}

    def fill(self) -> None:
        """Fold every text now."""
        if not self._folded:
            known = self._known._folded if self._known else {}
            self._folded = {text: known.get(text) or f" {fold(text)} " for text in self._texts}
            self._known = None

    def starting(self, wanted: str) -> list[str]:
        """Return the texts in which every word of `wanted` begins a word; all of them where it holds none."""
        self.fill()
        beginnings = [f" {word}" for word in fold(wanted).split()]
        found = list(self._folded.items())
        for beginning in beginnings:
            found = [item for item in found if beginning in item[1]]
        return [text for text, _ in found]

    def holding(self, word: str) -> tuple[str, ...]:
        """Return the texts that hold `word`, with or without an article before it."""
        self.fill()
        whole = f" {fold(word)} "
        return tuple(text for text, folded in self._folded.items() if whole in folded)
