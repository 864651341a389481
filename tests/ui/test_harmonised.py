"""Entries shown and exported under harmonised names."""

from pathlib import Path

from desks import is_idle, press
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support import KAWAKBY

from reviewer.reading import read
from reviewer.ui.window import Window

READ = KAWAKBY.replace("Kawakby", "Kawakibi")


def rows(window: Window) -> dict[object, object]:
    """Return names with what else is written, as the table shows them."""
    return {row[0]: row[1] for row in window.entries.table.rows_model.rows}


def prefer(window: Window, qtbot: QtBot) -> None:
    """Call Kawakibi and Kawakby one word that reads Kawakibi, and go to the entries."""
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: is_idle(window))
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)


def test_names_are_shown_harmonised_on_demand_and_nothing_changes(window: Window, qtbot: QtBot) -> None:
    prefer(window, qtbot)
    assert window.desk.review
    before = list(window.desk.review.register.entries())
    assert KAWAKBY in rows(window)
    window.entries.harmonised.setFocus()
    press(window, Qt.Key.Key_Space)
    assert KAWAKBY not in rows(window)
    assert rows(window)[READ] == f"\u2068{KAWAKBY}\u2069"
    assert list(window.desk.review.register.entries()) == before
    press(window, Qt.Key.Key_Space)
    assert KAWAKBY in rows(window)


def test_the_toggle_says_where_forms_are_chosen_and_follows_undo(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert not window.entries.harmonised.isEnabled()
    assert "Spellings page" in window.entries.harmonised.toolTip()
    prefer(window, qtbot)
    window.entries.harmonised.click()
    assert READ in rows(window)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_idle(window))
    assert KAWAKBY in rows(window)
    assert not window.entries.harmonised.isEnabled()


def test_the_harmonised_list_is_exported_beside_the_plain_one(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    prefer(window, qtbot)
    for name in ("csv", "harmonised"):
        with qtbot.waitSignal(window.desk.said):
            window.desk.export(tmp_path / f"{name}.csv", name)
    plain, harmonised = (
        {s.text for source in read(tmp_path / f"{name}.csv") for s in source.signatures}
        for name in ("csv", "harmonised")
    )
    assert (plain - harmonised, harmonised - plain) == ({KAWAKBY}, {READ})


def test_names_are_sorted_as_they_are_shown(window: Window, qtbot: QtBot) -> None:
    prefer(window, qtbot)
    window.entries.order.buttons[1].click()
    plain = list(rows(window))
    window.entries.harmonised.click()
    shown = [str(name) for name in rows(window)]
    assert shown == sorted(shown, key=str.casefold)
    assert plain == sorted(map(str, plain), key=str.casefold)
    assert READ in shown
