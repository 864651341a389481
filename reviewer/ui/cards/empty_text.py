"""What the question pages say where there is no card: why that is, in words. Free of Qt."""

from typing import NamedTuple

from reviewer.ui.parts import words


class Situation(NamedTuple):
    """How things stand: names in the lists, questions answered and put off, what the search does.

    `hidden` is the number of questions that a filter keeps from sight.
    """

    names: int
    lists: int
    done: int
    unsure: int
    is_opening: bool = False
    is_matching: bool = False
    was_cancelled: bool = False
    hidden: int = 0


def of_names(now: Situation, tab: int) -> tuple[str, str]:
    """Return heading and sentence for the Review page; `tab` is 0 to review, 1 not sure, 2 done."""
    if searching := _of_search(now):
        return searching
    if tab == 0 and now.hidden:
        return "No card fits", f"{words.count(now.hidden, 'card')} wait outside of what you filtered for."
    if tab == 1:
        return "Nothing is put off", "What you answer with Not sure waits here until you come back to it."
    if tab == 2:
        return (
            "Nothing is decided yet",
            "Every verdict is listed here, with who gave it and when, and can be taken back.",
        )
    if not now.done and not now.unsure:
        names = words.count(now.names, "name")
        return "No candidates", f"{names}, all distinct at this threshold. Another list may bring some."
    waiting = f" {words.count(now.unsure, 'question waits', 'questions wait')} under Not sure." if now.unsure else ""
    return "All reviewed", f"{words.count(now.done, 'verdict', 'verdicts')}, every one saved.{waiting}"


def of_spellings(now: Situation, tab: int) -> tuple[str, str]:
    """Return the same for the Spellings page."""
    if searching := _of_search(now):
        return searching
    if tab == 1:
        return "Nothing is put off", "Spellings you are not sure of wait here until you come back to them."
    if tab == 2:
        return "No spelling is decided yet", "Deciding one here serves every name it stands in."
    if not now.done and not now.unsure:
        return "No spellings to decide", f"No two words of the {words.count(now.names, 'name')} look like one."
    return "All spellings decided", "Names were compared anew with what you decided."


def _of_search(now: Situation) -> tuple[str, str] | None:
    if now.is_opening:
        return "Reading lists", "One moment."
    if now.is_matching:
        return "Comparing names", f"{words.count(now.names, 'name')} in {words.count(now.lists, 'list')}."
    if now.was_cancelled:
        return "The search was cancelled", "Nothing is lost; look for candidates whenever you like (F5)."
    if not now.lists:
        return "No lists", "Every list was taken back. Add lists, or press Ctrl+Shift+Z to bring the last one back."
    return None
