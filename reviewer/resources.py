"""Where the files of `resources/` are, from a checkout, an editable install, a wheel and a frozen build alike."""

from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under `resources/`; `parts` are path segments below it.

    A wheel carries the folder inside the package; a checkout has it beside the package.
    """
    inside = Path(__file__).parent / "resources"
    folder = inside if inside.is_dir() else Path(__file__).parent.parent / "resources"
    return folder.joinpath(*parts)
