"""The system's own dialogs for files, as questions: each returns what was chosen, nothing where it was left."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.export import FORMATS


def ask_files(parent: QWidget) -> list[Path]:
    """Return lists or reviews to look at."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, "Open lists or a review")
    return [Path(each) for each in chosen]


def ask_place_of_review(parent: QWidget) -> Path | None:
    """Return where the review is to be kept."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "Keep the review as", "review.json", "Review (*.json)")
    return Path(chosen) if chosen else None


def ask_export(parent: QWidget) -> tuple[Path, str] | None:
    """Return where to export to, and the export format's name."""
    filters = {f"{each.description} (*{each.suffix})": name for name, each in FORMATS.items()}
    chosen, filter_ = QFileDialog.getSaveFileName(parent, "Export", "", ";;".join(filters))
    if not chosen:
        return None
    name = filters[filter_]
    return _with_suffix(Path(chosen), FORMATS[name].suffix), name


def ask_place_of_matrix(parent: QWidget, suffix: str) -> Path | None:
    """Return where a picture or table of who signed what is to be saved."""
    name = f"who signed what{suffix}"
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save who signed what", name, f"*{suffix}")
    return _with_suffix(Path(chosen), suffix) if chosen else None


def _with_suffix(path: Path, suffix: str) -> Path:
    return path if path.suffix else path.with_suffix(suffix)
