"""Which texts hold a word, however it is written."""

from collections.abc import Iterable

from reviewer.matching import fold, words


class Index:
    """The folded form of many texts, made at first use, which is slow for many: call `fill` where slow work belongs.

    Texts that `known` has folded already are not folded again.
    """

    def __init__(self, texts: Iterable[str], known: "Index | None" = None) -> None:
        self._texts = texts
        self._known = known
        self._folded: dict[str, str] = {}
        self._last: tuple[str, list[tuple[str, str]]] | None = None

    def fill(self) -> None:
        """Fold every text now."""
        if not self._folded:
            known = self._known._folded if self._known else {}
            self._folded = {text: known.get(text) or f" {fold(text)} " for text in self._texts}
            self._known = None

    def starting(self, wanted: str) -> list[str]:
        """Return the texts in which every word of `wanted` begins a word; all of them where it holds none.

        What goes on from the last thing wanted, as typing does, is looked for in what was found for that alone.
        """
        self.fill()
        folded = fold(wanted)
        goes_on = self._last is not None and folded.startswith(self._last[0])
        found = self._last[1] if self._last and goes_on else list(self._folded.items())
        for word in folded.split():
            beginning = f" {word}"
            found = [item for item in found if beginning in item[1]]
        self._last = folded, found
        return [text for text, _ in found]

    def spelling(self, spellings: Iterable[str]) -> list[str]:
        """Return the texts in which any of `spellings` may stand, with an article or without, and perhaps some more."""
        self.fill()
        wanted = ["".join(words(spelling)) for spelling in spellings]
        closed = ((text, folded.replace(" ", "")) for text, folded in self._folded.items())
        return [text for text, letters in closed if any(word in letters for word in wanted)]

    def holding(self, word: str) -> tuple[str, ...]:
        """Return the texts that hold `word`, with or without an article before it."""
        self.fill()
        whole = f" {fold(word)} "
        return tuple(text for text, folded in self._folded.items() if whole in folded)
