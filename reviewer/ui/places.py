"""Where the program keeps what the user gave no place to, and who the user is."""

import getpass
import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

HOME_VARIABLE = "SIGNATORY_REVIEWER_HOME"
"""Environment variable naming another folder for drafts and settings: on a USB stick, or in a test."""


def home() -> Path:
    """Return the folder for drafts and settings; it may not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    data = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(chosen) if chosen else Path(QStandardPaths.writableLocation(data)) / "signatory-reviewer"


def drafts() -> Path:
    """Return the folder of reviews that have no place of their own yet; it may not exist yet."""
    return home() / "drafts"


def reviewer_name() -> str:
    """Return who reviews: the user's log-in name, or "reviewer" where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reviewer"
