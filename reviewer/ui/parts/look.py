"""How everything looks: the palette in use, type sizes from the system's font, and the style sheet made of both."""

import re
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.resources import resource
from reviewer.ui.parts.palette import BODY, DARK, LIGHT, MEDIUM, NAME, RADIUS, ROUND, SMALL, STRONG, TITLE, Palette


class Theme(StrEnum):
    """What the user chose under View."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """The palette and fonts in use. Widgets that paint themselves hold it and repaint on `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme = Theme.SYSTEM) -> None:
        super().__init__()
        self.theme = theme
        self.colours: Palette = LIGHT
        self._pick()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._pick)

    def set_theme(self, theme: Theme) -> None:
        """Follow the system, or stay light or dark."""
        self.theme = theme
        self._pick()

    def font(self, size: float = BODY, weight: int = 400) -> QFont:
        """Return the system's font; `size` is a share of its own size."""
        font = QFont(QApplication.font())
        font.setPointSizeF(self.points(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def points(self, size: float = BODY) -> float:
        """Return a type size in points. The system's is taken, but no less than 10: names are read for hours."""
        return max(10.0, QApplication.font().pointSizeF()) * size

    def colour(self, name: str) -> QColor:
        """Return the colour called `name` in the palette."""
        return QColor(getattr(self.colours, name))

    def dress(self, window: QWidget) -> None:
        """Give a window its palette, font and style sheet; its children inherit them."""
        window.setPalette(_qt_palette(self.colours))
        window.setFont(self.font())
        window.setStyleSheet(_sheet(self))

    def _pick(self) -> None:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        chosen = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}
        self.colours = chosen.get(self.theme, DARK if dark else LIGHT)
        self.changed.emit()


def _qt_palette(colours: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, roles in {
        "ground": (role.Window,),
        "field": (role.Base,),
        "panel": (role.AlternateBase, role.Button, role.ToolTipBase),
        "ink": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText),
        "quiet": (role.PlaceholderText,),
        "soft": (role.Highlight,),
        "same": (role.Link, role.LinkVisited),
        "line": (role.Mid, role.Midlight),
    }.items():
        for each in roles:
            palette.setColor(each, QColor(getattr(colours, name)))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.quiet))
    return palette


def _sheet(look: Look) -> str:
    values = {name: getattr(look.colours, name) for name in look.colours.__struct_fields__}
    sizes = {"small": SMALL, "body": BODY, "name": NAME, "title": TITLE}
    values |= {f"{name}_size": f"{look.points(size):.2f}pt" for name, size in sizes.items()}
    mark = round(_MARK * look.points() / 10)
    drawn = resource("icons", "check-dark.svg" if look.colours is DARK else "check-light.svg").as_posix()
    values |= {"check": f'url("{drawn}")', "mark_size": f"{mark}px", "menu_start": f"{mark + 14}px"}
    values |= {"radius": f"{RADIUS}px", "round": f"{ROUND}px", "strong": str(STRONG), "medium": str(MEDIUM)}
    return re.sub(r"@(\w+)", lambda found: values[found[1]], _SHEET)


_MARK = 14
"""Pixels of the mark in a menu beside text of 10 points."""

_SHEET = """
QWidget { color: @ink; font-size: @body_size; }
QMainWindow, QDialog, #page, #start { background: @ground; }
QToolTip { color: @ink; background: @panel; border: 1px solid @edge; padding: 4px 6px; }

#panel { background: @panel; border: 1px solid @line; border-radius: @round; }
#clear, #clear > QWidget > QWidget#clear { background: transparent; border: none; }

QLabel { background: transparent; }
QLabel[tone="quiet"] { color: @quiet; }
QLabel[tone="small"] { color: @quiet; font-size: @small_size; }
QLabel[tone="strong"] { font-weight: @strong; }
QLabel[tone="title"] { font-size: @title_size; font-weight: @strong; }
QLabel[tone="heading"] { font-size: @name_size; font-weight: @strong; }
QLabel[tone="label"] { color: @quiet; font-weight: @strong; }
QLabel[tone="why"] { color: @quiet; font-weight: @strong; padding: 3px 2px; }
QLabel[tone="pill"] { color: @same; background: @soft; border-radius: 11px; padding: 3px 14px; }
QLabel[tone="pill-quiet"] { color: @quiet; background: @chip; border-radius: 11px; padding: 3px 14px; }
QLabel[tone="chip"] { color: @ink; background: @chip; border-radius: 11px; padding: 3px 12px; }
QLabel[tone="chip-against"] { color: @ink; border: 1px solid @edge; border-radius: 11px; padding: 2px 11px; }
QLabel[tone="hint"] { color: @ink; background: @mark; border-radius: 4px; padding: 0px 6px; font-size: @small_size; }
QLabel[tone="title-same"], QLabel[tone="title-different"] { font-size: @title_size; font-weight: @strong; }
QLabel[tone="title-same"] { color: @same; }
QLabel[tone="title-different"] { color: @different; }

QFrame[tone="boxed"] { border: 1px solid @line; border-radius: @round; }
QFrame[tone="warning"] { background: @warning; border: none; border-radius: @radius; }
QFrame[tone="refused"] { background: @panel; border: 1px solid @different; border-radius: @radius; }

QPushButton { background: @panel; border: 1px solid @line; border-radius: @radius; padding: 8px 16px; outline: none; }
QPushButton:hover { border-color: @edge; }
QPushButton:focus { border: 2px solid @same; padding: 7px 15px; }
QPushButton:pressed { background: @soft; }
QPushButton:disabled { color: @quiet; background: transparent; border-color: @line; }
QPushButton[keyed="true"], QPushButton[keyed="true"]:focus { padding: 0px; }
QPushButton[tone="primary"] { background: @same; border-color: @same; color: @on_same; font-weight: @strong; }
QPushButton[tone="primary"]:focus { border: 2px solid @ink; }
QPushButton[tone="primary"]:disabled { background: @chip; border-color: @line; }
QPushButton[tone="primary"] QLabel { color: @on_same; font-weight: @strong; }
QPushButton[tone="different"] QLabel { color: @different; font-weight: @strong; }
QPushButton[tone="unsure"] QLabel { color: @unsure; font-weight: @strong; }
QPushButton QLabel:disabled { color: @quiet; }

QPushButton[tone="tab"] { background: transparent; border: 2px solid transparent; color: @quiet; padding: 7px 14px;
                           font-weight: @medium; }
QPushButton[tone="tab"]:hover { color: @ink; }
QPushButton[tone="tab"]:checked { background: @soft; color: @same; }
QPushButton[tone="tab"]:focus { border: 2px solid @same; }
QPushButton[tone="minor"] { background: transparent; border: 2px solid transparent; color: @quiet; padding: 3px 7px;
                             font-weight: @medium; }
QPushButton[tone="minor"]:hover { color: @ink; }
QPushButton[tone="minor"]:checked { color: @same; background: @soft; }
QPushButton[tone="minor"]:focus { border: 2px solid @same; }
QPushButton[tone="prefer"] { background: transparent; border: 1px solid @line; color: @quiet; padding: 3px 8px; }
QPushButton[tone="prefer"]:checked { background: @soft; border-color: @soft; color: @same; }
QPushButton[tone="prefer"]:focus { border: 2px solid @same; padding: 2px 7px; }
QPushButton[tone="flag"] { background: transparent; border: 1px solid @line; color: @quiet; padding: 3px 10px; }
QPushButton[tone="flag"]:checked { background: @warning; border-color: @edge; color: @ink; }
QPushButton[tone="flag"]:focus { border: 2px solid @same; padding: 2px 9px; }
QPushButton::menu-indicator { image: none; width: 0px; }

QLineEdit { background: @field; border: 1px solid @line; border-radius: @radius; padding: 6px 10px;
            selection-background-color: @soft; selection-color: @ink; placeholder-text-color: @quiet; }
QLineEdit:hover { border-color: @edge; }
QLineEdit:disabled { color: @quiet; background: transparent; }
QLineEdit:focus { border: 2px solid @same; padding: 5px 9px; }

QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @same; border-radius: 3px; }

QListView, QTableView, QScrollArea, QPlainTextEdit { background: transparent; border: none; outline: none; }
QTableView { gridline-color: transparent; selection-background-color: transparent; selection-color: @ink; }
QHeaderView, QHeaderView::section { background: transparent; color: @quiet; border: none; }
QHeaderView::section { padding: 6px 11px; border-bottom: 1px solid @line; font-size: @small_size; }
QPlainTextEdit { background: @field; border: 1px solid @line; border-radius: @radius; padding: 4px; }
QPlainTextEdit#clear { background: transparent; border: 2px solid transparent; padding: 0px; }
QPlainTextEdit:focus, QPlainTextEdit#clear:focus { border: 2px solid @same; padding: 3px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0px; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 1px; }
QScrollBar::handle:hover { background: @edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: @ground; border: none; padding: 2px 8px; }
QMenuBar::item { background: transparent; border-radius: 4px; padding: 4px 10px; }
QMenuBar::item:selected { background: @soft; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px @menu_start; border-radius: 4px; }
QMenu::item:selected { background: @soft; }
QMenu::item:disabled { color: @quiet; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { width: @mark_size; height: @mark_size; margin-left: 8px; }
QMenu::indicator:checked { image: @check; }
QSplitter::handle { background: transparent; }
"""
