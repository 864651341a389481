"""A review on disk: one JSON file, a journal beside it, a lock.

    NAME.json            sources, entries and events, written beside and replaced whole
    NAME.json.journal    while open: a first line naming who holds it, then one event a line, each durable (fsync)
    NAME.json.lock       while open: keeps a second window from writing

What the journal holds beyond the file is read again at the next start, so a power loss costs nothing that was decided.
A file that can't be read is never written to.
"""

import os
import platform
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import msgspec

from reviewer.errors import BadInput, Contradiction, ProjectLocked
from reviewer.files import write_atomically
from reviewer.model import FORMAT, AnyEvent, Entry, Source
from reviewer.review import Review

VERSION = 1


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The project file, as `resources/project.schema.json` describes it.

    `entries` are there for other programs to read; this one derives them anew from sources and events.
    """

    format: str
    version: int
    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    events: tuple[AnyEvent, ...]


class Holder(msgspec.Struct, frozen=True):
    """Who has a project open: the first line of its journal."""

    reviewer: str
    machine: str
    since: str


def is_project(data: bytes) -> bool:
    """Tell whether the bytes of a file are those of a project, of whatever version."""
    try:
        return msgspec.json.decode(data, type=_Header).format == FORMAT
    except msgspec.MsgspecError:
        return False


class _Header(msgspec.Struct):
    format: str
    version: int


def load(path: Path, *, reviewer: str = "") -> Review:
    """Return the review as it stands on disk, journal included, without taking the lock or changing anything.

    Raises `BadInput` where the file or its journal can't be read.
    """
    review, _damaged = _restore(path, reviewer)
    return review


class Project:
    """A review that is open for writing. Every event is durable before it counts; `close` leaves one clean file."""

    def __init__(self, path: Path, review: Callable[[Callable[[AnyEvent], None]], Review], reviewer: str) -> None:
        self.path = path
        self.reviewer = reviewer
        self._lock = _take_lock(path)
        try:
            self.review = review(self._write)
            self._journal = self._start_journal()
        except BaseException:
            _release(path, self._lock)
            raise

    @classmethod
    def create(cls, path: Path, *, reviewer: str, sources: Iterable[Source] = ()) -> Self:
        """Start a project in which nothing was said yet; raises `BadInput` where the place is taken or unwritable.

        It holds `sources` from the beginning, for events that bring them in: see `hold`.
        """
        if path.exists():
            raise BadInput(f"{path} exists already; open it, or choose another name.")
        return cls(path, lambda write: Review(sources, reviewer=reviewer, write=write), reviewer)

    @classmethod
    def open(cls, path: Path, *, reviewer: str) -> Self:
        """Open a project, taking in what a lost session left in its journal.

        Raises `BadInput` where it can't be read or written, `ProjectLocked` where somebody holds it.
        """

        def restore(write: Callable[[AnyEvent], None]) -> Review:
            review, damaged = _restore(path, reviewer, write)
            if damaged:
                write_atomically(_beside(path, "journal.damaged"), damaged)
            return review

        return cls(path, restore, reviewer)

    def hold(self, sources: Iterable[Source]) -> None:
        """Keep sources in the file, as must be before the events that bring them into the review are journaled.

        Raises `AlreadyAdded` where one is in use, `BadInput` where the file can't be written.
        """
        held = {source.id: source for source in self.review.all_sources}
        new = list(sources)
        for source in new:
            self.review.keep(source)
        if any(held.get(source.id) is not source for source in new):
            self.save()

    def save(self) -> None:
        """Write the whole project beside the old file and replace it; raises `BadInput` where that can't be done."""
        review = self.review
        entries, events = tuple(review.register.entries()), tuple(review.ledger.events)
        document = Document(FORMAT, VERSION, review.all_sources, entries, events)
        write_atomically(self.path, b"".join(_written(document)))

    def move(self, path: Path) -> None:
        """Go on at another place, where whatever stood there is replaced; the old place is given up."""
        old, old_lock, old_journal = self.path, self._lock, self._journal
        self.path, self._lock = path, _take_lock(path)
        try:
            self._journal = self._start_journal()
        except BaseException:
            _release(path, self._lock)
            self.path, self._lock = old, old_lock
            raise
        os.close(old_journal)
        for leftover in (old, _beside(old, "journal")):
            leftover.unlink(missing_ok=True)
        _release(old, old_lock)

    def close(self) -> None:
        """Leave one clean file, without journal and lock."""
        self.save()
        os.close(self._journal)
        _beside(self.path, "journal").unlink(missing_ok=True)
        _release(self.path, self._lock)

    def _start_journal(self) -> int:
        """Save what a journal may have held, then begin it anew with who holds the project."""
        self.save()
        holder = Holder(self.reviewer, platform.node(), datetime.now(UTC).isoformat(timespec="seconds"))
        write_atomically(_beside(self.path, "journal"), msgspec.json.encode(holder) + b"\n")
        return os.open(_beside(self.path, "journal"), os.O_WRONLY | os.O_APPEND)

    def _write(self, event: AnyEvent) -> None:
        line = msgspec.json.encode(event) + b"\n"
        before = os.fstat(self._journal).st_size
        try:
            written = os.write(self._journal, line)
            os.fsync(self._journal)
        except OSError as error:
            written, reason = -1, error.strerror
        else:
            reason = "the disk is full"
        if written != len(line):
            with suppress(OSError):
                os.truncate(self._journal, before)
            raise BadInput(f"{self.path.name} could not be saved ({reason}); free some space and decide again.")


_AT_ONCE = 2000
"""So many values of a list are written in one call: more would keep the interpreter from the window for too long."""


def _written(document: Document) -> Iterator[bytes]:
    """Yield the text of a project file, piece by piece: as JSON indented by two spaces."""
    shell = msgspec.structs.replace(document, sources=(), entries=(), events=())
    before, rest = _formatted(shell).split(b'"sources": []')
    between, rest = rest.split(b'"entries": []')
    middle, after = rest.split(b'"events": []')
    yield before + b'"sources": '
    yield from _listed([_source(source) for source in document.sources], b"  ")
    yield between + b'"entries": '
    yield from _listed(_each(document.entries), b"  ")
    yield middle + b'"events": '
    yield from _listed(_each(document.events), b"  ")
    yield after + b"\n"


def _source(source: Source) -> bytes:
    empty = _formatted(msgspec.structs.replace(source, signatures=()))
    before, after = empty.split(b'"signatures": []')  # no text holds this: its quotes would be escaped
    return b"".join((before, b'"signatures": ', *_listed(_each(source.signatures), b"  "), after))


def _each(values: Sequence[object]) -> Iterator[bytes]:
    """Yield the values of a list as JSON, several in one piece, without the brackets around them."""
    for at in range(0, len(values), _AT_ONCE):
        some = _formatted(values[at : at + _AT_ONCE])
        yield some[len(b"[\n  ") : -len(b"\n]")].replace(b"\n  ", b"\n")


def _listed(values: Iterable[bytes], indent: bytes) -> Iterator[bytes]:
    """Yield a list of values that are JSON already, each further in by `indent` and two spaces than they are."""
    lead = b"\n  " + indent
    first = True
    for value in values:
        yield (b"[" if first else b",") + lead + value.replace(b"\n", lead)
        first = False
    yield b"[]" if first else b"\n" + indent + b"]"


def _formatted(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2)


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f"{path.name}.{what}")


def _take_lock(path: Path) -> sqlite3.Connection:
    """Return a hold on a project: SQLite's on a database beside it that stays empty.

    The system lets go of it with the process, however that ends. The lesser of SQLite's locks is asked for, which keeps
    others from it as well and needs less of a network drive. Raises `ProjectLocked` where somebody has it, `BadInput`
    where there can be none.
    """
    file = _beside(path, "lock")
    try:
        lock = sqlite3.connect(file, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            lock.execute("PRAGMA journal_mode = OFF")
            lock.execute("BEGIN IMMEDIATE")
        except BaseException:
            lock.close()
            raise
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise ProjectLocked(_held(path)) from None
        raise BadInput(f"{path.parent} can't be written to; choose another folder.") from None
    if not file.exists():  # whoever had it just left, and took away the file that is held here
        lock.close()
        return _take_lock(path)
    return lock


def _release(path: Path, lock: sqlite3.Connection) -> None:
    lock.close()
    with suppress(OSError):
        _beside(path, "lock").unlink(missing_ok=True)


def _held(path: Path) -> str:
    try:
        holder = msgspec.json.decode(_beside(path, "journal").read_bytes().split(b"\n")[0], type=Holder)
    except (OSError, msgspec.MsgspecError):
        return f"{path.name} is open in another window; close it there first."
    since = holder.since[:16].replace("T", " ")
    return f"{path.name} is open: {holder.reviewer} on {holder.machine} since {since} UTC; close it there first."


def _restore(
    path: Path, reviewer: str, write: Callable[[AnyEvent], None] = lambda _event: None
) -> tuple[Review, bytes]:
    document = _read_document(path)
    events, damaged = _read_journal(_beside(path, "journal"), document.events)
    try:
        return Review(document.sources, events, reviewer=reviewer, write=write), damaged
    except (Contradiction, LookupError) as error:
        raise BadInput(f"{path} is damaged: its events don't fit together ({error}); nothing was changed.") from None


def _read_document(path: Path) -> Document:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} can't be read: {error.strerror}.") from None
    if not is_project(data):
        raise BadInput(f"{path} is not a project of this program; open it as a list, or choose another file.")
    version = msgspec.json.decode(data, type=_Header).version
    if version > VERSION:
        raise BadInput(f"{path} was made by a newer version of this program; update to open it.")
    try:
        document = msgspec.json.decode(data, type=Document)
        _check_events(document.events)
    except (msgspec.MsgspecError, ValueError) as error:
        raise BadInput(f"{path} is damaged: {error}; nothing was changed, take your last copy.") from None
    return document


def _check_events(events: Iterable[AnyEvent]) -> None:
    for expected, event in enumerate(events, 1):
        if event.id != expected:
            raise ValueError(f"event {event.id} stands where event {expected} should")


def _read_journal(path: Path, events: tuple[AnyEvent, ...]) -> tuple[tuple[AnyEvent, ...], bytes]:
    """Return the events with those of the journal behind them, and the part of it that can't be read.

    Only the end can be unreadable: a line torn by a power loss was never acknowledged. What is torn is returned.
    """
    try:
        lines = path.read_bytes().splitlines(keepends=True)[1:]
    except FileNotFoundError:
        return events, b""
    except OSError as error:
        raise BadInput(f"{path} can't be read: {error.strerror}.") from None
    read = list(events)
    for i, line in enumerate(lines):
        try:
            event = msgspec.json.decode(line, type=AnyEvent)
        except msgspec.MsgspecError:
            return tuple(read), b"".join(lines[i:])
        if event.id == len(read) + 1:
            read.append(event)
    return tuple(read), b""
