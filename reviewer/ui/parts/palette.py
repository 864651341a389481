"""Every colour and measure of the window, in one place. Free of Qt, so that a test can hold it to its contrast."""

import msgspec


class Palette(msgspec.Struct, frozen=True):
    """The colours of one theme, each "#RRGGBB".

    `ground` lies under everything, `panel` under what is worked on, `field` under what is typed into; `line` parts
    them. `ink` is text, `quiet` text that waits. `same`, `different`, `unsure` stand for the verdicts, `on_same` is
    text on `same`; `soft` is the ground of what is chosen, `chip` of a reason, `mark` of differing letters, `warning`
    of what must not be overlooked.
    """

    ground: str
    panel: str
    field: str
    line: str
    edge: str
    ink: str
    quiet: str
    same: str
    on_same: str
    different: str
    unsure: str
    soft: str
    chip: str
    mark: str
    warning: str


LIGHT = Palette(
    ground="#F6F5F2",
    panel="#FFFFFF",
    field="#FFFFFF",
    line="#DEDBD4",
    edge="#858A91",
    ink="#1F2328",
    quiet="#5A6067",
    same="#0B6E6E",
    on_same="#FFFFFF",
    different="#9A3B12",
    unsure="#5B5F97",
    soft="#E1EDEC",
    chip="#EFF0EF",
    mark="#FBE3B3",
    warning="#FFF1DC",
)

DARK = Palette(
    ground="#17191C",
    panel="#1F2226",
    field="#191C1F",
    line="#33383E",
    edge="#747C85",
    ink="#ECEDEE",
    quiet="#A3AAB2",
    same="#4FB3AC",
    on_same="#0D1516",
    different="#F0986A",
    unsure="#A6A9E8",
    soft="#23373A",
    chip="#2B3035",
    mark="#5B4716",
    warning="#3A2E1B",
)

TEXT_ON: tuple[tuple[str, str], ...] = (
    *(
        (text, ground)
        for text in ("ink", "quiet")
        for ground in ("ground", "panel", "field", "soft", "chip", "warning")
    ),
    *((text, ground) for text in ("same", "different", "unsure") for ground in ("ground", "panel", "soft", "chip")),
    ("ink", "mark"),
    ("on_same", "same"),
)
"""Every text colour with every ground it is shown on: fields of `Palette`. All must read at 4.5 : 1 and better."""

SHAPES_ON: tuple[tuple[str, str], ...] = (("edge", "panel"), ("edge", "ground"), ("same", "line"))
"""Edges of controls and the progress bar, on what they lie on: 3 : 1 and better (WCAG 2.2, 1.4.11)."""

# --- measures, in device-independent pixels ------------------------------------------------------------------------

HAIR, TIGHT, SNUG, GAP, WIDE, BROAD = 4, 8, 12, 16, 24, 28
"""The only distances there are between things."""

RADIUS, ROUND = 6, 8
"""Corners of controls, and of what holds controls."""

SMALL, BODY, NAME, TITLE = 0.9, 1.0, 1.3, 1.5
"""Type sizes, as shares of the system's own."""

REGULAR, MEDIUM, STRONG = 400, 500, 600
"""Weights."""
