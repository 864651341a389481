"""Paths as a user gives them -> an open project.

One mechanism for the command line, the file dialog and files dropped on the window: projects are opened, everything
else is read as a list and brought into the project.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from reviewer import places, reading
from reviewer.errors import AlreadyAdded, BadInput
from reviewer.model import Source
from reviewer.project import Project, is_project


class Opened(msgspec.Struct, frozen=True):
    """What came of it: the project (None where nothing could be used), sentences on what was refused, sources added."""

    project: Project | None
    refused: tuple[str, ...] = ()
    added: int = 0


def open_paths(paths: Sequence[Path], *, reviewer: str, current: Project | None = None) -> Opened:
    """Open what the paths name: at most one project, and lists that are added to it.

    With a `current` project lists are added there; a project among the paths takes its place (closing `current` is the
    caller's). Lists without a project go into a draft of their own, which is found again when the same lists are opened
    again. What can't be used is refused with its sentence and the rest goes on. Slow for large lists.
    """
    projects, sources, refused = _sort(paths)
    refused += [f"{extra} was left closed: one project at a time." for extra in projects[1:]]
    try:
        project = Project.open(projects[0], reviewer=reviewer) if projects else current
        if not project and sources:
            project = _draft(sources, reviewer)
    except BadInput as error:
        return Opened(None, (*refused, str(error)))
    if project is None:
        return Opened(None, tuple(refused))
    added = 0
    for source in sources:
        try:
            project.add(source)
            added += 1
        except AlreadyAdded as error:
            # The same lists named again on the command line mean "go on", not a mistake.
            refused += [str(error)] if project is current else []
        except BadInput as error:
            refused.append(str(error))
    return Opened(project, tuple(refused), added)


def recent_drafts() -> list[Path]:
    """Return the drafts there are, latest first."""
    return sorted(places.drafts().glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)


def _sort(paths: Iterable[Path]) -> tuple[list[Path], list[Source], list[str]]:
    projects: list[Path] = []
    sources: list[Source] = []
    refused: list[str] = []
    for path in paths:
        try:
            if _is_project_file(path):
                projects.append(path)
            else:
                sources += reading.read(path)
        except BadInput as error:
            refused.append(str(error))
    return projects, sources, refused


def _is_project_file(path: Path) -> bool:
    try:
        return is_project(path.read_bytes())
    except OSError:
        return False  # reading it as a list says what is wrong


def _draft(sources: Sequence[Source], reviewer: str) -> Project:
    ids = "\n".join(sorted(source.id for source in sources))
    path = places.drafts() / f"draft-{sha256(ids.encode()).hexdigest()[:12]}.json"
    if path.exists():
        return Project.open(path, reviewer=reviewer)
    return Project.create(path, reviewer=reviewer)
