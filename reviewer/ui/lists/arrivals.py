"""Documents on their way into the review: read in the background, looked at one by one, brought in together."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.errors import BadInput, Cancelled, UnknownEncoding
from reviewer.model import Progress, Source
from reviewer.opening import Arrival, is_project_file
from reviewer.reading import Options
from reviewer.ui.lists.paper import Origin, Paper, unread
from reviewer.ui.lists.standing import Standing, stand
from reviewer.ui.parts.background import Job, Result, Runner

_SETTLED = 200  # milliseconds without a tick, after which the list is compared anew


class Arrivals(QObject):
    """Holds the documents that wait, of which `paper` is in hand, number `at` of `of`.

    `changed` when another one is in hand or none, `stood` when it was found out how it stands to the review (True where
    rows came or went); `refused` (sentences) on files that can't be read and choices that can't be followed;
    `projects_found` (paths) for reviews among the files; `finished` (arrivals) when all were looked at and some are to
    come in. `said` (sentence), `working` (what, share 0..1) and `rested` as the desk says them.
    """

    changed = Signal()
    stood = Signal(bool)
    refused = Signal(object)
    projects_found = Signal(object)
    finished = Signal(object)
    said = Signal(str)
    working = Signal(str, float)
    rested = Signal()
    faulted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = Runner(self)
        self._runner.progressed.connect(self.working)
        self._runner.rested.connect(self.rested)
        self._pile: list[Paper] = []
        self._taken: list[Arrival] = []
        self._sources: Sequence[Source] = ()
        self._reading: Job | None = None
        self.at = 1
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._compare)

    @property
    def paper(self) -> Paper | None:
        """The document in hand."""
        return self._pile[0] if self._pile else None

    @property
    def of(self) -> int:
        """How many documents there are in this round."""
        return self.at - 1 + len(self._pile)

    @property
    def is_busy(self) -> bool:
        """Whether anything is being read or compared, or soon will be."""
        return self._runner.is_busy or self._settle.isActive()

    @property
    def is_reading(self) -> bool:
        """Whether files are being read, which can be cancelled."""
        return self._reading is not None

    def stop(self) -> None:
        """Stop all threads: before the window goes."""
        self._settle.stop()
        self._runner.stop()

    # --- reading -----------------------------------------------------------------------------------------------------

    def look(self, paths: Sequence[Path]) -> None:
        """Read files in the background, to be looked at."""
        if paths:
            self._look([Origin(path) for path in paths])

    def look_at_text(self, text: str, html: str = "") -> None:
        """Read what was pasted, to be looked at: the HTML where it holds a list, else the text.

        It is called by the time, so that no two are taken for one list.
        """
        name = Path(f"Pasted {datetime.now():%Y-%m-%d %H:%M:%S}")
        pasted = [Origin(name, each.encode("utf-8", "replace")) for each in (html, text) if each.strip()]
        if pasted:
            self._look(pasted[:1], otherwise=pasted[1:])

    def look_again(self, source: Source, path: Path, options: Options) -> None:
        """Read a file once more and show it as the list of the review that was made of it."""

        def done(paper: Paper) -> None:
            self._pile.append(paper)
            self.changed.emit()

        self._start(lambda _progress: _look_again(source, path, options), done)

    def read_with(self, options: Options) -> None:
        """Read the document in hand anew as the reviewer says."""
        paper = self.paper
        if not paper:
            return

        def work(_progress: Progress) -> list[Paper]:
            if paper.is_unread:
                return _papers(paper.origin, options)
            return [paper.read_anew(paper.origin.preview(options), options)]

        def done(anew: list[Paper]) -> None:
            if self.paper is paper:
                self._pile[:1] = anew
                self.changed.emit()
                self._compare()

        self._start(work, done)

    def cancel(self) -> None:
        """Stop reading; nothing is changed by what was read till then."""
        if self._reading:
            self._reading.cancel()
            self._reading = None
            self.rested.emit()
            self.said.emit("Stopped reading; nothing was changed")

    def _look(self, origins: Sequence[Origin], otherwise: Sequence[Origin] = ()) -> None:
        def done(found: tuple[list[Paper], list[Path], list[str]]) -> None:
            papers, projects, refused = found
            is_first = not self._pile
            self._pile += papers
            if papers:
                self.changed.emit()
            if papers and is_first:
                self._compare()
            if refused:
                self.refused.emit(tuple(refused))
            if projects:
                self.projects_found.emit(projects)

        def work(progress: Progress) -> tuple[list[Paper], list[Path], list[str]]:
            found = _read(origins, progress)
            is_list = any(paper.ticked for paper in found[0])
            return _read(otherwise, progress) if otherwise and not is_list else found

        self._start(work, done)

    def _start(self, work: Callable[[Progress], Result], done: Callable[[Result], None]) -> None:
        """Read in the background what can be cancelled."""

        def end(result: Result) -> None:
            forget()
            done(result)

        def fail(error: Exception) -> None:
            forget()
            self._failed(error)

        def forget() -> None:
            if self._reading is job:
                self._reading = None

        job = self._reading = self._runner.run(work, end, fail)
        self.working.emit("Reading", 0.0)

    # --- how it stands -----------------------------------------------------------------------------------------------

    def meet(self, sources: Sequence[Source]) -> None:
        """Compare with these lists, those of the review, from now on."""
        if tuple(sources) != tuple(self._sources):
            self._sources = tuple(sources)
            self._compare()

    def compare_soon(self) -> None:
        """Compare the document in hand anew once the reviewer rests, where that can tell anything new."""
        self._settle.start()

    def _compare(self) -> None:
        """Find out in the background how the document in hand stands."""
        self._settle.stop()
        paper = self.paper
        if not paper or paper.is_unread or paper.kept:
            return
        wanted, sources = paper.wanted, self._all_sources()

        def done(standing: Standing) -> None:
            if self.paper is paper:
                self.stood.emit(paper.stand(standing))

        self._runner.run(lambda _progress: stand(wanted, sources), done, self._failed)

    def _all_sources(self) -> tuple[Source, ...]:
        return (*self._sources, *(arrival.source for arrival in self._taken))

    # --- what the reviewer does --------------------------------------------------------------------------------------

    def take(self) -> None:
        """Take the document in hand as it is shown, and go on to the next."""
        if self.paper and self.paper.is_ready:
            self._taken.append(self.paper.arrival())
            self._go_on(self._pile[:1])

    def leave_out(self) -> None:
        """Go on to the next document without this one."""
        self._go_on(self._pile[:1])

    def take_all(self) -> None:
        """Take the document in hand as it is shown and the others as proposed.

        Those that need the eye stay: without a list, or a later state of one there is.
        """
        papers, sources = [paper for paper in self._pile if not paper.is_unread], self._all_sources()
        wanted = [paper.wanted for paper in papers]

        def done(standings: list[Standing]) -> None:
            if set(papers) <= set(self._pile):
                self._sort_out(papers, standings)

        self._runner.run(lambda _progress: [stand(each, sources) for each in wanted], done, self._failed)

    def _sort_out(self, papers: Sequence[Paper], standings: Sequence[Standing]) -> None:
        plain = [paper for paper, standing in zip(papers, standings, strict=True) if not standing.earlier]
        seen = [paper for paper in papers[:1] if paper.is_compared and paper is self.paper]
        ready = [paper for paper in papers if paper.ticked and (paper in seen or paper in plain)]
        self._taken += [paper.arrival() for paper in ready]
        self._go_on(ready)

    def _go_on(self, done_with: Sequence[Paper]) -> None:
        """Go on to the next document, or bring in what was taken."""
        self._pile = [paper for paper in self._pile if paper not in done_with]
        self.at += len(done_with)
        if self._pile:
            self.changed.emit()
            self._compare()
            return
        taken, self._taken, self.at = self._taken, [], 1
        self.changed.emit()
        if taken:
            self.finished.emit(taken)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, BadInput):
            self.refused.emit((str(error),))
        elif not isinstance(error, Cancelled):
            self.faulted.emit(error)


def _read(origins: Sequence[Origin], progress: Progress) -> tuple[list[Paper], list[Path], list[str]]:
    """Return what is to be looked at, which files are reviews, and why others can't be read."""
    papers: list[Paper] = []
    projects: list[Path] = []
    refused: list[str] = []
    for i, origin in enumerate(origins):
        progress("Reading", i / len(origins))
        try:
            if origin.data is None and is_project_file(origin.path):
                projects.append(origin.path)
            else:
                papers += _papers(origin)
        except BadInput as error:
            refused.append(str(error))
    return papers, projects, refused


def _papers(origin: Origin, options: Options = Options()) -> list[Paper]:  # noqa: B008  # frozen
    """Return the documents of one file: those with a list where there is any, else the first."""
    try:
        shown = origin.preview(options)
    except UnknownEncoding:
        if options.encoding:
            raise
        return [unread(origin)]
    beginning = origin.beginning() if shown.encoding else b""
    places = range(len(shown.parts))
    each = [Paper(shown, msgspec.structs.replace(origin, part=i), options, beginning=beginning) for i in places]
    return [paper for paper in each if paper.ticked] or each[:1]


def _look_again(source: Source, path: Path, options: Options) -> Paper:
    """Return the document that a list was made of; raise BadInput where it is not that any more."""
    try:
        shown = Origin(path).preview(options)
    except BadInput as error:
        raise BadInput(f"In {path.parent}: {error}") from error
    same = (i for i, part in enumerate(shown.parts) if (part.id, part.sha256) == (source.id, source.sha256))
    place = next(same, None)
    if place is None:
        raise BadInput(f"{path} has changed since the list was read: open it with Ctrl+O to see what it holds now.")
    origin = Origin(path, part=place)
    return Paper(shown, origin, options, beginning=origin.beginning() if shown.encoding else b"", kept=source)
