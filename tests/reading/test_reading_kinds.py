"""Kinds of pages that lists of signatories stand on: the names come out with their groups, and nothing else.

Each document in files/kinds was written by hand for one kind (its name says which), with made-up names; `expected.json`
holds the group and text of each signature.
"""

import json
from pathlib import Path

import pytest

from reviewer.reading import read

KINDS = Path(__file__).parent / "files" / "kinds"
EXPECTED = json.loads((KINDS / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_names_come_out_of_every_kind_of_page(name: str) -> None:
    [source] = read(KINDS / name)
    assert [[one.group, one.text] for one in source.signatures] == EXPECTED[name]
