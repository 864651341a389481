import sys

import pytest

from reviewer.errors import BadInput
from reviewer.ui.display import check_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks on Linux alone")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_no_display_is_one_sentence() -> None:
    with pytest.raises(BadInput, match="there is no display"):
        check_display()


def test_a_display_that_does_not_answer_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    with pytest.raises(BadInput, match=r"does not answer|system libraries"):
        check_display()


def test_a_chosen_platform_is_taken_at_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    check_display()
