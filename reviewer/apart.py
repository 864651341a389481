"""Matching in a process of its own.

The window's thread then never waits for the matcher's interpreter lock, and cancelling is ending the process. While
it stays, it keeps what it found, so that a question that goes on from the last one costs what it brings (see
`matching.run`): only the lists that are new are sent, and only the candidates that changed come back. Up to `SMALL`
names are matched where they are, unless a process is ready.
"""

import sys
import threading
from contextlib import suppress
from itertools import takewhile
from queue import Empty, SimpleQueue
from typing import IO, cast

import msgspec

from reviewer.matching.found import Found, Question, Ranked
from reviewer.matching.process import Asked, Done, Failed, Part, Told, read, write
from reviewer.model import Candidate, Progress, no_progress

SMALL = 500
"""Up to so many names take about as long to match as a process takes to start."""

ALONE = "--matching"
"""What a frozen program is started with to be the matching process."""

_PATIENCE = 0.05
"""Seconds between two looks at whether the user has cancelled."""

_ANSWER = msgspec.msgpack.Decoder(Told | Part | Done | Failed)


class Matcher:
    """Answers questions one at a time; the process starts with the first large one, or with `prepare`, and stays."""

    def __init__(self) -> None:
        self._process: _Process | None = None
        self._forget()

    def prepare(self) -> None:
        """Have the process get ready while other things are done; whoever calls this calls `close`."""
        self._ready()

    def answer(self, question: Question, progress: Progress = no_progress) -> Found:
        """Return what `names.find` returns; slow.

        Whatever `progress` raises ends the process at once and is let through. Raises `RuntimeError` where the process
        failed or was ended from outside.
        """
        if self._process is None and sum(map(len, question.lists)) <= SMALL:
            from reviewer.matching.names import find  # brings numpy: not before it is needed

            return find(question.lists, decided=question.decided, progress=progress)
        try:
            return self._ask(question, progress)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        if process:
            process.end()
        self._forget()

    def _forget(self) -> None:
        self._lists: tuple[tuple[str, ...], ...] = ()
        self._names, self._spellings = Ranked(), Ranked()

    def _ready(self) -> "_Process":
        if not (self._process and self._process.is_alive):
            self.close()
            self._process = _Process()
        return self._process

    def _ask(self, question: Question, progress: Progress) -> Found:
        process = self._ready()
        step, share = "starting", 0.0
        names: list[Candidate] = []
        spellings: list[Candidate] = []
        try:
            process.send(msgspec.msgpack.encode(self._asked(question)))
            while True:
                progress(step, share)
                try:
                    message = process.receive(_PATIENCE)
                except Empty:
                    continue
                match _ANSWER.decode(message):
                    case Told(step=step, share=share):
                        pass
                    case Part() as part:
                        names += part.names
                        spellings += part.spellings
                    case Done() as gone:
                        self._names.revise(gone.names, names)
                        self._spellings.revise(gone.spellings, spellings)
                        return Found(self._names.all(), self._spellings.all())
                    case Failed(what=what):
                        raise RuntimeError(what)
        except (EOFError, OSError) as error:
            raise RuntimeError(f"the matching process ended before its answer ({error!r})") from error

    def _asked(self, question: Question) -> Asked:
        """Return the question as told from the last one."""
        before, self._lists = self._lists, question.lists
        pairs = zip(before, question.lists, strict=False)
        kept = len(list(takewhile(lambda both: both[0] is both[1] or both[0] == both[1], pairs)))
        return Asked(kept, question.lists[kept:], question.decided)


class _Process:
    """The other process. A thread listens to it, so that nobody waits for it longer than he likes."""

    def __init__(self) -> None:
        import subprocess  # multiprocessing would do more of this by itself, and takes as long to load as Qt's widgets

        alone = f"import sys; sys.path[:] = {sys.path!r}; from reviewer.matching.process import serve; serve()"
        command = [sys.executable, *([ALONE] if getattr(sys, "frozen", False) else ["-c", alone])]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._questions, self._answers = cast(IO[bytes], self._child.stdin), cast(IO[bytes], self._child.stdout)
        self._heard: SimpleQueue[bytes] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="matching", daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._child.poll() is None

    def send(self, message: bytes) -> None:
        """Say something. Raises `OSError` where it has ended."""
        write(self._questions, message)

    def receive(self, seconds: float) -> bytes:
        """Return what it says next. Raises `Empty` where that takes longer, `EOFError` where it has ended."""
        message = self._heard.get(timeout=seconds)
        if not message:
            raise EOFError("it said no more")
        return message

    def end(self) -> None:
        """End it, whatever it does."""
        self._child.kill()
        self._child.wait()
        self._listener.join()
        for pipe in (self._questions, self._answers):
            with suppress(OSError):  # a question may still be on its way
                pipe.close()

    def _listen(self) -> None:
        while message := read(self._answers):
            self._heard.put(message)
        self._heard.put(b"")
