import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reviewer.errors import BadInput, Cancelled
from reviewer.model import Progress
from reviewer.ui.parts.background import Job, Runner


@pytest.fixture
def runner(qapp: object) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.stop()


def test_work_is_done_elsewhere_and_answered_here(runner: Runner, qtbot: QtBot) -> None:
    answers: list[tuple[int, int]] = []
    with qtbot.waitSignal(runner.rested):
        runner.run(
            lambda _progress: threading.get_ident(),
            lambda ident: answers.append((ident, threading.get_ident())),
            lambda error: pytest.fail(str(error)),
        )
    there, here = answers[0]
    assert there != here == threading.get_ident()


def test_what_fails_is_handed_over(runner: Runner, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise BadInput("no")

    with qtbot.waitSignal(runner.rested):
        runner.run(work, lambda _none: pytest.fail("it failed"), errors.append)
    assert [str(error) for error in errors] == ["no"]


def test_progress_is_told_while_work_goes_on(runner: Runner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.progressed) as told:
        runner.run(lambda progress: progress("Comparing", 0.5), lambda _none: None, lambda _error: None)
    assert told.args == ["Comparing", 0.5]


def test_cancelled_work_unwinds_and_its_result_is_dropped(runner: Runner, qtbot: QtBot) -> None:
    begun, errors = threading.Event(), list[Exception]()

    def work(progress: Progress) -> str:
        begun.set()
        while True:
            progress("going on", 0.1)

    with qtbot.waitSignal(runner.rested):
        runner.run(work, lambda _text: pytest.fail("it was cancelled"), errors.append)
        begun.wait(10)
        runner.cancel()
        assert not runner.is_busy
    assert isinstance(errors[0], Cancelled)


def test_stopping_waits_for_the_thread_and_answers_nothing(qapp: object) -> None:
    runner, answers = Runner(), list[object]()
    for _ in range(3):
        runner.run(lambda _progress: 1, answers.append, answers.append)
    runner.stop()
    assert answers == []


def test_the_collector_rests_while_work_is_under_way_and_wakes_after_a_fault(runner: Runner, qtbot: QtBot) -> None:
    resting: list[bool] = []

    def fail(_what: object) -> None:
        raise RuntimeError("a fault")

    with qtbot.captureExceptions() as faults:
        runner.run(lambda _progress: resting.append(gc.isenabled()), fail, fail)
        qtbot.waitUntil(lambda: bool(faults))
    assert resting == [False]
    assert gc.isenabled()


def test_a_job_that_is_over_holds_on_to_nothing(runner: Runner, qtbot: QtBot) -> None:
    class Large:
        pass

    def begin(large: Large) -> Job:
        return runner.run(lambda _progress: str(large), lambda _text: None, lambda _error: None)

    large = Large()
    gone = weakref.ref(large)
    with qtbot.waitSignal(runner.rested):
        job = begin(large)
        del large
    assert not job.is_cancelled
    assert gone() is None
