"""Paths as a user gives them -> an open project.

One mechanism for the command line, the file dialog and files dropped on the window: projects are opened, lists are
brought into the project, as they were read or as a reviewer wants them after a look.
"""

import threading
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from reviewer import reading
from reviewer.errors import AlreadyAdded, BadInput, Contradiction, NoSignatories, UnknownEncoding
from reviewer.model import Name, Source
from reviewer.project import Project, is_project, load
from reviewer.reading import Options
from reviewer.reading.compare import Comparison, compare, known
from reviewer.review import Review


class Arrival(msgspec.Struct, frozen=True):
    """A list that is to come in, as another one or in the place of an earlier reading, `earlier`.

    `respelled` pairs the old and new texts of lines that were written anew and are to be one signatory. `path` is where
    it was read, with these `options`, None where it was pasted.
    """

    source: Source
    earlier: Source | None = None
    respelled: tuple[tuple[str, str], ...] = ()
    path: Path | None = None
    options: Options = Options()


class Arrived(msgspec.Struct, frozen=True):
    """A list that came in: how many of its distinct `names` were `known` before, or what changed in it."""

    arrival: Arrival
    known: int
    names: int
    changes: Comparison | None = None

    @property
    def source(self) -> Source:
        """The list."""
        return self.arrival.source


class Opened(msgspec.Struct, frozen=True):
    """What came of it: the project (None where nothing could be used) and the lists that came in.

    `refused` are sentences on what could not be used, `nameless` the files to be looked at: no list was found in them,
    or their encoding must be told.
    """

    project: Project | None
    refused: tuple[str, ...] = ()
    arrived: tuple[Arrived, ...] = ()
    nameless: tuple[Path, ...] = ()


def open_paths(paths: Sequence[Path], *, reviewer: str, drafts: Path, current: Project | None = None) -> Opened:
    """Open what the paths name: at most one project, and lists that are added to it.

    With a `current` project lists are added there; a project among the paths takes its place (closing `current` is the
    caller's). Lists without a project go into a draft of their own in the folder `drafts`, which is found again when
    the same lists are opened again. What can't be used is refused with its sentence and the rest goes on. Slow for
    large lists.
    """
    projects, arrivals, refused, nameless = _sort(paths)
    refused += [f"{extra} was left closed: one project at a time." for extra in projects[1:]]
    try:
        project = Project.open(projects[0], reviewer=reviewer) if projects else current
        if not project and arrivals:
            project = _open_draft(_draft_path(drafts, [arrival.source.id for arrival in arrivals]), arrivals, reviewer)
    except BadInput as error:
        return Opened(None, (*refused, str(error)), (), nameless)
    if project is None:
        return Opened(None, tuple(refused), (), nameless)
    arrived, more = _take_in(project, arrivals, go_on=project is not current)
    return Opened(project, (*refused, *more), arrived, nameless)


class Begun:
    """What `open_paths` does, under way on a thread of its own: before the window has one that can tell it."""

    def __init__(self, paths: Sequence[Path], *, reviewer: str, drafts: Path) -> None:
        self._opened: Opened | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._open, args=(paths, reviewer, drafts), name="opening")
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether there is a result."""
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Wait until it is over, but no longer than this."""
        self._thread.join(seconds)

    def result(self) -> Opened:
        """Wait until it is over; return what `open_paths` returned, or raise what it raised."""
        self._thread.join()
        if self._opened is None:
            raise self._error or RuntimeError("opening came to nothing")
        return self._opened

    def _open(self, paths: Sequence[Path], reviewer: str, drafts: Path) -> None:
        try:
            self._opened = open_paths(paths, reviewer=reviewer, drafts=drafts)
        except Exception as error:
            self._error = error


def bring(arrivals: Sequence[Arrival], *, reviewer: str, drafts: Path, current: Project | None = None) -> Opened:
    """Bring lists into the `current` project, or a draft that holds just their lines; slow for large lists."""
    sources = [arrival.source for arrival in arrivals]
    try:
        project = current or _open_draft(_draft_of(drafts, sources), arrivals, reviewer)
    except BadInput as error:
        return Opened(None, (str(error),))
    arrived, refused = _take_in(project, arrivals, go_on=project is not current)
    return Opened(project, refused, arrived)


def recent(drafts: Path) -> list[Path]:
    """Return the drafts there are in a folder, latest first."""
    return sorted(drafts.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)


def is_project_file(path: Path) -> bool:
    """Tell whether a file is a project; one that can't be read is none, and reading it as a list says what is wrong."""
    try:
        return is_project(path.read_bytes())
    except OSError:
        return False


def _take_in(
    project: Project, arrivals: Sequence[Arrival], *, go_on: bool
) -> tuple[tuple[Arrived, ...], tuple[str, ...]]:
    """Add or replace lists, as one for undo; return what came in and sentences on the rest.

    `go_on`: the project was just opened for these lists, so that one it holds already is no mistake.
    """
    arrived: list[Arrived] = []
    refused: list[str] = []
    review = project.review
    texts = set(review.register.texts)
    try:
        in_use = review.ledger.standing.sources
        project.hold(source for source in _first_of_each(arrivals) if source.id not in in_use)
    except BadInput as error:
        return (), (str(error),)
    with review.together():
        for arrival in arrivals:
            try:
                arrived.append(_take_one(review, arrival, texts))
            except AlreadyAdded as error:
                refused += [] if go_on else [str(error)]
            except (BadInput, Contradiction) as error:
                refused.append(str(error))
            else:
                texts.update(signature.text for signature in arrival.source.signatures)
    return tuple(arrived), tuple(refused)


def _take_one(review: Review, arrival: Arrival, texts: set[str]) -> Arrived:
    met, names = known(arrival.source, texts)
    if not arrival.earlier:
        review.add(arrival.source)
        return Arrived(arrival, met, names)
    standing = review.ledger.standing.names
    joined = [pair for pair in arrival.respelled if standing.block_between(*map(Name, pair)) is None]
    review.replace(arrival.earlier, arrival.source, joined)
    return Arrived(arrival, met, names, compare(arrival.earlier, arrival.source))


def _sort(paths: Iterable[Path]) -> tuple[list[Path], list[Arrival], list[str], tuple[Path, ...]]:
    projects: list[Path] = []
    arrivals: list[Arrival] = []
    refused: list[str] = []
    nameless: list[Path] = []
    for path in paths:
        try:
            if is_project_file(path):
                projects.append(path)
            else:
                arrivals += [Arrival(source, path=path) for source in reading.read(path)]
        except (NoSignatories, UnknownEncoding):
            nameless.append(path)
        except BadInput as error:
            refused.append(str(error))
    return projects, arrivals, refused, tuple(nameless)


def _draft_path(drafts: Path, of: Iterable[str]) -> Path:
    """Return where the draft is that is called by these texts, in whatever order, in a folder that is made for it."""
    drafts.mkdir(parents=True, exist_ok=True)
    return drafts / f"draft-{sha256(chr(10).join(sorted(of)).encode()).hexdigest()[:12]}.json"


def _draft_of(drafts: Path, sources: Sequence[Source]) -> Path:
    """Return the draft of these lists, another one where that holds other lines of the same files."""
    path = _draft_path(drafts, [source.id for source in sources])
    if not path.exists():
        return path
    held = {source.id: source.signatures for source in load(path).all_sources}
    if all(held.get(source.id) == source.signatures for source in sources):
        return path
    return _draft_path(drafts, [msgspec.json.encode(source.signatures).decode() for source in sources])


def _open_draft(path: Path, arrivals: Sequence[Arrival], reviewer: str) -> Project:
    if path.exists():
        return Project.open(path, reviewer=reviewer)
    return Project.create(path, reviewer=reviewer, sources=_first_of_each(arrivals))


def _first_of_each(arrivals: Sequence[Arrival]) -> list[Source]:
    """Return the sources that arrive: of two of one file the first."""
    new = {arrival.source.id: arrival.source for arrival in reversed(arrivals)}
    return list(reversed(new.values()))
