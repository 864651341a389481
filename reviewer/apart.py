"""Matching in a process of its own.

The window's thread then never waits for the matcher's interpreter lock, and cancelling is ending the process. While
it stays, it keeps what it found, so that a question that goes on from the last one costs what it brings (see
`matching.run`), and sends only the candidates that changed. Up to `SMALL` names are matched where they are, unless a
process is ready.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from reviewer.matching import Found
from reviewer.matching.found import changes
from reviewer.model import Candidate, Progress, no_progress
from reviewer.review import Question

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

SMALL = 500
"""Up to so many names take about as long to match as a process takes to start."""

_CHUNK = 200
"""Candidates in one message: decoding them holds the interpreter lock for a few milliseconds, no longer."""

_PATIENCE = 0.05
"""Seconds between two looks at whether the user has cancelled."""


class Told(msgspec.Struct, tag=True):
    """What is being done, and the share done (0..1)."""

    step: str
    share: float


class Part(msgspec.Struct, tag=True):
    """Some of the candidates that are new, or told otherwise than in the last answer."""

    names: tuple[Candidate, ...]
    spellings: tuple[Candidate, ...]


Texts = tuple[tuple[str, str], ...]


class Done(msgspec.Struct, tag=True):
    """All is sent; the texts are of candidates in the last answer that are none any more, or were sent otherwise."""

    names: Texts
    spellings: Texts


class Failed(msgspec.Struct, tag=True):
    """A fault of ours, in words."""

    what: str


_ANSWER = msgspec.msgpack.Decoder(Told | Part | Done | Failed)
_QUESTION = msgspec.msgpack.Decoder(Question)


class Matcher:
    """Answers questions one at a time; the process starts with the first large one and stays."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._last = Found((), ())

    def answer(self, question: Question, progress: Progress = no_progress) -> Found:
        """Return what `question.answer` returns; slow.

        Whatever `progress` raises ends the process at once and is let through. Raises `RuntimeError` where the process
        failed or was ended from outside.
        """
        if self._process is None and sum(map(len, question.lists)) <= SMALL:
            return question.answer(progress)
        try:
            return self._ask(question, progress)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the process; the next question starts another."""
        if self._process and self._pipe:
            self._pipe.close()
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None
        self._last = Found((), ())

    def _ask(self, question: Question, progress: Progress) -> Found:
        pipe = self._pipe if self._pipe and self._process and self._process.is_alive() else self._start()
        step, share = "starting", 0.0
        names: list[Candidate] = []
        spellings: list[Candidate] = []
        try:
            pipe.send_bytes(msgspec.msgpack.encode(question))
            while True:
                progress(step, share)
                if not pipe.poll(_PATIENCE):
                    continue
                match _ANSWER.decode(pipe.recv_bytes()):
                    case Told(step=step, share=share):
                        pass
                    case Part() as part:
                        names += part.names
                        spellings += part.spellings
                    case Done() as gone:
                        last = self._last
                        self._last = Found(
                            _follow(last.names, names, gone.names), _follow(last.spellings, spellings, gone.spellings)
                        )
                        return self._last
                    case Failed(what=what):
                        raise RuntimeError(what)
        except (EOFError, OSError) as error:
            raise RuntimeError(f"the matching process ended before its answer ({error!r})") from error

    def _start(self) -> "Connection":
        import multiprocessing  # not before a process is needed: most reviews are small

        self.close()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="matching", daemon=True)
        process.start()
        theirs.close()
        self._pipe, self._process = ours, process
        return ours


def _serve(pipe: "Connection") -> None:
    """Answer questions until the other side closes."""
    from reviewer.matching.names import Matching  # loaded before it is asked for

    matching, last = Matching(), Found((), ())

    def tell(step: str, share: float) -> None:
        pipe.send_bytes(msgspec.msgpack.encode(Told(step, share)))

    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            question = _QUESTION.decode(pipe.recv_bytes())
            try:
                found = matching.answer(question.lists, question.decided, tell)
            except Exception as error:
                pipe.send_bytes(msgspec.msgpack.encode(Failed(repr(error))))
                continue
            names, spellings = changes(last.names, found.names), changes(last.spellings, found.spellings)
            for at in range(0, max(len(names.fresh), len(spellings.fresh)), _CHUNK):
                part = Part(names.fresh[at : at + _CHUNK], spellings.fresh[at : at + _CHUNK])
                pipe.send_bytes(msgspec.msgpack.encode(part))
            pipe.send_bytes(msgspec.msgpack.encode(Done(_texts(names.gone), _texts(spellings.gone))))
            last = found


def _texts(candidates: Iterable[Candidate]) -> Texts:
    return tuple((c.a, c.b) for c in candidates)


def _follow(last: Sequence[Candidate], fresh: Sequence[Candidate], gone: Texts) -> tuple[Candidate, ...]:
    """Return the candidates after these changes, best first, ties by text."""
    if not (fresh or gone):
        return tuple(last)
    stale = set(gone)
    kept = [c for c in last if (c.a, c.b) not in stale]
    return tuple(sorted([*kept, *fresh], key=lambda c: (-c.score, c.a, c.b)))
