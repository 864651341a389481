"""Texts as cells of a table, which never run as formulas."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def guard(text: str) -> str:
    """Return `text` as a table cell that no spreadsheet takes for a formula: an apostrophe stands before it then.

    Texts that begin with = + - @ (also full-width) or a control character are guarded, and those that already look
    guarded, so that `unguard` gives every text back. The apostrophe is the text mark of spreadsheets themselves;
    the rule is OWASP's against CSV injection.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text
