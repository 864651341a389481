"""Names with their spellings harmonised: a view of them, and a way to export them. Signatures never change."""

from collections.abc import Iterable, Mapping

import msgspec

from reviewer.ledger import Standing
from reviewer.matching.fold import ARTICLES, Word, fold, parse, words
from reviewer.matching.romanise import is_arabic
from reviewer.model import Entry


def forms(standing: Standing) -> dict[str, str]:
    """Return what `harmonised` needs: the words called one with others, each with the form last chosen for them."""
    each = [([p for p in map(standing.preferred_forms.get, c) if p], c) for c in standing.spellings.clusters()]
    found: dict[str, str] = {}
    for (_event, form), cluster in sorted((max(chosen), cluster) for chosen, cluster in each if chosen):
        found |= to_form(cluster, form)
    return found


def to_form(spellings: Iterable[str], form: str) -> dict[str, str]:
    """Return folded word -> `form`, for folded spellings of its script: a Latin word has no place in an Arabic name.

    A spelling with an article apart ("al qunaitra") stands for the word with it and without, as it does in matching.
    Where the spellings show that an article is no difference ("alqunaitra", "qunaitra"), it is none before any of them.
    """
    alike = [spelling for spelling in spellings if is_arabic(spelling) is is_arabic(form)]
    known = {word for spelling in alike for word in (spelling.replace(" ", ""), "".join(words(spelling)))}
    no_difference = any(article + word in known for article in ARTICLES for word in known)
    return {article + word: form for article in ("", *(ARTICLES if no_difference else ())) for word in known}


def harmonised(text: str, forms: Mapping[str, str]) -> str:
    """Return `text` with each word that `forms` knows (folded -> as it is to read) in that form, the rest as written.

    An article that stands apart goes with its word where `forms` knows both together ("Al Qunaitra" as "alqunaitra"),
    or the form brings one itself; else it stays.
    """
    shown, at = [], 0
    for word in parse(text) if forms else ():
        with_article = forms.get(word.article + word.folded)
        form = with_article or forms.get(word.folded)
        if form:
            whole = with_article or _brings_article(form, word)
            shown += [text[at : word.start if whole else _bare_start(text, word)], form]
            at = word.end
    return "".join((*shown, text[at:]))


def harmonised_entry(entry: Entry, forms: Mapping[str, str]) -> Entry:
    """Return `entry` under its harmonised name; the name it had, where a signature reads so, is then a variant."""
    name = harmonised(entry.name, forms)
    if name == entry.name:
        return entry
    signed = {signature.text for signature in entry.signatures}
    variants = tuple(text for text in (entry.name, *entry.variants) if text in signed and text != name)
    return msgspec.structs.replace(entry, name=name, variants=variants)


def _brings_article(form: str, word: Word) -> bool:
    """Tell whether `form` begins with the article before `word`, "Al" in "Alkawakibi" for "Al Kawakby"."""
    return fold(form).startswith(word.article) and not word.folded.startswith(word.article)


def _bare_start(text: str, word: Word) -> int:
    """Return where `word` begins in `text` without the article before it."""
    pieces = ((at, parse(text[at : word.end])) for at in range(word.start, word.end))
    return next(at + found[0].start for at, found in pieces if len(found) == 1 and not found[0].article)
