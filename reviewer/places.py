"""Where the program keeps what the user gave no place to, and who the user is."""

import os
import sys
from pathlib import Path

HOME_VARIABLE = "SIGNATORY_REVIEWER_HOME"
"""Environment variable naming another folder for drafts and settings: on a USB stick, or in a test."""


def home() -> Path:
    """Return the folder for drafts and settings; it may not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else _data() / "signatory-reviewer"


def _data() -> Path:
    """Return the folder in which programs of this system keep what a user makes with them."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME", "").strip() or Path.home() / ".local" / "share")


def drafts() -> Path:
    """Return the folder of reviews that have no place of their own yet, making it where it is missing."""
    folder = home() / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def reviewer_name() -> str:
    """Return who reviews: the user's log-in name, or "reviewer" where the system knows none."""
    named = next(filter(None, map(os.environ.get, ("LOGNAME", "USER", "LNAME", "USERNAME"))), "")
    if named or sys.platform == "win32":
        return named or "reviewer"
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return "reviewer"
