"""The signatures of an entry: all of them, chosen by keys, several at once."""

from desks import ARABIC
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reviewer.model import Name
from reviewer.ui.entries.signature_list import SignatureList, model_of_signatures
from reviewer.ui.parts.facts import SignatureFacts
from reviewer.ui.parts.look import Look


def facts(number: int) -> list[SignatureFacts]:
    return [SignatureFacts(f"Name {i}", f"A list, no. {i}", Name(f"Name {i}")) for i in range(number)]


def test_the_model_holds_to_what_qt_asks_of_models(qtmodeltester: ModelTester) -> None:
    model = model_of_signatures()
    qtmodeltester.check(model)
    model.replace(facts(3))
    qtmodeltester.check(model)
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "Name 1, A list, no. 1"


def test_all_of_many_can_be_reached_and_chosen_by_keys(qtbot: QtBot) -> None:
    shown = SignatureList(Look())
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    for number in (500, 100_000):
        shown.show_signatures(facts(number))
        shown.show()
        assert shown.signatures() == []
        qtbot.keyClick(shown, Qt.Key.Key_End)
        assert [each.text for each in shown.signatures()] == [f"Name {number - 1}"]
        assert shown.visualRect(shown.currentIndex()).bottom() <= shown.viewport().height()
        qtbot.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        assert len(shown.signatures()) == 2


def test_long_names_are_told_in_full_and_few_take_little_room(qtbot: QtBot) -> None:
    shown = SignatureList(Look())
    qtbot.addWidget(shown)
    shown.resize(300, 300)
    long = SignatureFacts("Council of Associations " * 8, "A list, no. 1", Name(""))
    shown.show_signatures([long, SignatureFacts(ARABIC, "A list, no. 2", Name(""))])
    shown.show()
    assert shown.sizeHintForRow(0) > 2 * shown.sizeHintForRow(1)
    assert shown.sizeHint().height() < 300
    with qtbot.waitSignal(shown.out_asked):
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
