"""What screen readers are told beyond names: the role of what paints itself, and sentences as they are said."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "spoken_role"


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Give a widget that paints itself the role it plays: Qt knows that of its own widgets alone."""
    _answer()
    widget.setProperty(_ROLE, role.value)


def say(widget: QWidget, sentence: str) -> None:
    """Have a sentence spoken, after what is being spoken; nothing where nobody listens."""
    if sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _described(_class: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Return what describes a widget with a role of its own; None leaves that to Qt."""
    if not isinstance(thing, QWidget) or (role := thing.property(_ROLE)) is None:
        return None
    return QAccessibleWidget(thing, QAccessible.Role(role))


@cache
def _answer() -> None:
    """Have Qt ask here once there are widgets: the latest to be installed is asked first, and Qt's own come then."""
    QAccessible.installFactory(_described)
