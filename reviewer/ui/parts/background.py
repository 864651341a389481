"""One way to run anything slow: work on another thread, success, failure, progress and cancelling on this one."""

import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from reviewer.errors import Cancelled
from reviewer.model import Progress
from reviewer.ui.parts import collector

Result = TypeVar("Result")

_TELL_EVERY = 0.05
"""Seconds between two progress signals: the eye needs no more, and a queue full of signals slows the window."""

_TURN = 0.0001
"""Seconds a thread may keep the interpreter while another waits for it. Python's own 5 ms are waited for several times
in a turn of the window's thread, which gives it up at many a call of Qt."""


class Job(QRunnable):
    """A piece of work under way. `cancel` makes its next progress call raise `Cancelled`."""

    def __init__(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        tell: Callable[["Job", str, float], None],
        deliver: Callable[["Job", object, Exception | None], None],
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work, self._done, self._failed = work, done, failed
        self._tell, self._deliver = tell, deliver
        self._cancelled = threading.Event()
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the work to stop; what it still returns is dropped."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    def release(self) -> tuple[Callable[[Any], None], Callable[[Exception], None]]:
        """Return who is to be told what came of it, and hold on to nothing: they often refer to this job in turn."""
        done, failed = self._done, self._failed
        del self._work, self._done, self._failed
        return done, failed

    def run(self) -> None:
        """Do the work. Called by the thread pool."""
        result, error = None, None
        try:
            result = self._work(self._progress)
        except Exception as raised:
            error = raised
        self._deliver(self, result, error)

    def _progress(self, step: str, share: float) -> None:
        if self._cancelled.is_set():
            raise Cancelled("cancelled")
        if time.monotonic() - self._told > _TELL_EVERY:
            self._told = time.monotonic()
            self._tell(self, step, share)


class Runner(QObject):
    """Runs jobs one after another and answers on its own thread.

    Emits `progressed` (what is being done, share done 0..1) while a job runs and `rested` when none is left.
    """

    progressed = Signal(str, float)
    rested = Signal()
    _told = Signal(object, str, float)
    _delivered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job] = []
        sys.setswitchinterval(_TURN)
        self._told.connect(self._pass_on)
        self._delivered.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits that nobody has cancelled."""
        return any(not job.is_cancelled for job in self._jobs)

    def run(
        self, work: Callable[[Progress], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> Job:
        """Do `work` on another thread, then call `done` with what it returns or `failed` with what it raises.

        Neither is called for a job that was cancelled in time, except `failed` with `Cancelled`.
        """
        job = Job(work, done, failed, self._told.emit, self._delivered.emit)
        self._jobs.append(job)
        collector.rest(job)
        self._pool.start(job)
        return job

    def cancel(self) -> None:
        """Cancel everything under way."""
        for job in self._jobs:
            job.cancel()

    def stop(self) -> None:
        """Cancel everything and wait until no thread is left: before the window goes."""
        self.cancel()
        self._pool.waitForDone()
        self._told.disconnect(self._pass_on)
        self._delivered.disconnect(self._finish)
        for job in self._jobs:
            collector.wake(job)

    @Slot(object, str, float)
    def _pass_on(self, job: Job, step: str, share: float) -> None:
        if not job.is_cancelled:
            self.progressed.emit(step, share)

    @Slot(object, object, object)
    def _finish(self, job: Job, result: object, error: Exception | None) -> None:
        self._jobs.remove(job)
        done, failed = job.release()
        try:
            if job.is_cancelled:
                failed(Cancelled("cancelled"))
            elif error is not None:
                failed(error)
            else:
                done(result)
        finally:
            collector.wake(job)
        if not self.is_busy:
            self.rested.emit()
