"""What several tests need: sources made of plain names, candidates made by hand, a review that tells no time."""

from collections.abc import Callable, Iterable
from pathlib import Path

from reviewer.matching import Found
from reviewer.model import AnyEvent, Candidate, Evidence, Name, Signature, Source
from reviewer.project import Project
from reviewer.review import Review

SHARED = Path(__file__).parents[2] / "shared"
"""The labelled data and seeds beside a developer's checkout; a test that reads it skips where it is absent."""

KAWAKIBI = "Kawakibi Center for Transitional Justice and Human Rights"
KAWAKBY = "Kawakby Center for Trasitional Justice & Human Rights"
ALKAWAKIBI = "Alkawakibi Organization for Human Rights"


def source(identity: str, *names: str, title: str = "") -> Source:
    """Return a source called `identity` that lists `names`."""
    signatures = tuple(Signature(identity, i, name) for i, name in enumerate(names, 1))
    return Source(identity, title or identity.capitalize(), signatures)


def bring_in(project: Project, *sources: Source) -> None:
    """Bring sources into a project, as one for undo."""
    project.hold(sources)
    with project.review.together():
        for each in sources:
            project.review.add(each)


def candidate(a: str, b: str, score: float = 0.9, *, spelling: bool = False) -> Candidate:
    """Return a candidate with one piece of evidence."""
    return Candidate("spelling" if spelling else "name", a, b, score, (Evidence("vowels", a, b, 1.0),))


def review(
    *sources: Source,
    found: Iterable[Candidate] = (),
    events: Iterable[AnyEvent] = (),
    write: Callable[[AnyEvent], None] = lambda _event: None,
) -> Review:
    """Return a review of `sources` by Amal at a standing clock, with candidates as found."""
    made = Review(
        sources if events else (), events, reviewer="Amal", write=write, now=lambda: "2026-01-02T03:04:05+00:00"
    )
    for each in () if events else sources:
        made.add(each)
    candidates = tuple(found)
    names = tuple(c for c in candidates if c.kind == "name")
    take(made, Found(names, tuple(c for c in candidates if c.kind == "spelling")))
    return made


def take(desk: Review, found: Found) -> None:
    """Have a review take what was found, as the window does."""
    desk.take(found, desk.arrange(found))


def names(*texts: str) -> tuple[Name, ...]:
    """Return the names that read so."""
    return tuple(Name(text) for text in texts)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
