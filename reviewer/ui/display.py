"""Whether a window can be shown, asked before Qt is loaded: Qt itself aborts the process where it can't."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import BadInput

if TYPE_CHECKING:
    from ctypes import CDLL

_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What Qt's X11 window needs and a small Linux may lack: library -> Debian's package. Read off Qt's plugin with ldd."""


def check_display() -> None:
    """Raise `BadInput` with one sentence where Qt could not open a window here.

    Asks on Linux alone; a platform chosen with QT_QPA_PLATFORM (offscreen, for one) is taken at its word.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if _wayland_answers():
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise BadInput(
            "there is no display to open the window on; the commands names, flag and export work without one."
        )
    missing = [package for library, package in _LIBRARIES.items() if not _library(library)]
    if missing:
        raise BadInput(
            f"the window needs system libraries that are missing; install {' '.join(missing)} (Debian's names)."
        )
    if not _x11_answers():
        raise BadInput(
            f"the display {os.environ.get('DISPLAY', '')} does not answer; start this from a desktop session."
        )


def _wayland_answers() -> bool:
    name, folder = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and Path(folder, name or "").is_socket()


def _x11_answers() -> bool:
    xcb = _library("libxcb.so.1")
    if xcb is None:
        return False
    from ctypes import c_void_p

    xcb.xcb_connect.restype = c_void_p
    connection = c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def _library(name: str) -> "CDLL | None":
    from ctypes import CDLL  # not where nothing has to be asked

    try:
        return CDLL(name)
    except OSError:
        return None
