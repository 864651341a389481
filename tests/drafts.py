"""What tests of the format readers share."""

from reviewer.reading.draft import Draft


def proposed(draft: Draft) -> list[str]:
    """Return the texts of the lines that are proposed."""
    return [line.text for line, why in zip(draft.lines, draft.whys, strict=True) if not why]


def grouped(draft: Draft) -> list[tuple[str, str]]:
    """Return label and text of the lines that are proposed."""
    each = zip(draft.lines, draft.whys, draft.groups, strict=True)
    return [(group, line.text) for line, why, group in each if not why]
