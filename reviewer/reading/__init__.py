"""A file -> its lists of signatories. One file a format; `formats` chooses, `preview` shows what would be taken."""

from reviewer.reading.draft import ALL_COLUMNS, Column, Options
from reviewer.reading.preview import Part, Preview, PreviewLine, preview, preview_data, read, take

__all__ = [
    "ALL_COLUMNS",
    "Column",
    "Options",
    "Part",
    "Preview",
    "PreviewLine",
    "preview",
    "preview_data",
    "read",
    "take",
]
