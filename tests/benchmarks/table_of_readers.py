"""Print what the readers make of the test documents: format, file, names expected, read and right, groups and parts.

    python tests/benchmarks/table_of_readers.py

A name is right when it is there letter by letter (no-break spaces aside: PDF knows none), in its place; its group where
the heading it stands below is its label. The parts (role, organisation, place) are those of four persons in `letter`.
"""

import json
import sys
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reviewer.reading import preview, take  # noqa: E402
from reviewer.reading.fields import Fields, fields  # noqa: E402

FILES = ROOT / "tests" / "reading" / "files"
NAMES = json.loads((FILES / "made_from" / "names.json").read_text("utf-8"))
KINDS = json.loads((FILES / "kinds" / "expected.json").read_text("utf-8"))
BOTH = [["Organizations", name] for name in NAMES["organisations"]] + [
    ["Individuals", name] for name in NAMES["individuals"]
]
PARTS = [
    Fields("Ann Farmer"),
    Fields("Bob Miller", "director", "Orchard Group", "London"),
    Fields("Dr Lena Haddad", "professor of law", "University of the Valley"),
    Fields("سمر يوسف", "محامية", "", "بيروت"),
]


def bare(names: list[str]) -> list[list[str]]:
    """Return names without groups."""
    return [["", name] for name in names]


EXPECTED: dict[str, list[list[str]]] = {
    **{f"letter.{form}": BOTH for form in ("docx", "odt", "rtf", "pdf")},
    **{f"book.{form}": BOTH for form in ("xlsx", "xls", "ods")},
    **{f"table.{form}": bare(NAMES["organisations"][:7]) for form in ("docx", "odt", "rtf", "pdf")},
    "pages.pdf": bare(NAMES["sixty"]),
    "typed.pdf": bare(NAMES["sixty"]),
    "columns.pdf": bare(NAMES["sixty"][:24]),
    "narrow.pdf": bare(NAMES["narrow"]),
    "hanging.pdf": bare(NAMES["narrow"]),
    "people.pdf": bare(NAMES["people"]),
    "arabic-narrow.pdf": bare(NAMES["arabic-narrow"]),
    **{f"footnotes.{form}": KINDS["footnotes.html"] for form in ("docx", "odt", "rtf", "pdf")},
    "bilingual-table.pdf": KINDS["bilingual-table.html"],
    "both.eml": bare(NAMES["organisations"]),
    "plain.eml": bare(NAMES["organisations"]),
    "attached.eml": BOTH + BOTH,
    **{f"kinds/{name}": expected for name, expected in KINDS.items()},
}


def main() -> None:
    """Print a row a document and the sums."""
    sums = [0, 0, 0, 0]
    print(f"{'format':9} {'file':36} expected  read  right  groups  parts")
    for name, expected in EXPECTED.items():
        shown = preview(FILES / name)
        found = [[one.group, one.text.replace("\u00a0", " ")] for source in take(shown) for one in source.signatures]
        wanted = [[group, text.replace("\u00a0", " ")] for group, text in expected]
        matcher = SequenceMatcher(None, [text for _, text in wanted], [text for _, text in found], autojunk=False)
        pairs = [(b.a + i, b.b + i) for b in matcher.get_matching_blocks() for i in range(b.size)]
        groups = sum(wanted[a][0] == found[b][0] for a, b in pairs)
        parts = (
            sum(fields(text) == part for _, text in found[-4:] for part in PARTS) if wanted[-4:] == BOTH[-4:] else ""
        )
        row = [len(expected), len(found), len(pairs), groups]
        sums = [a + b for a, b in zip(sums, row, strict=True)]
        told = "" if parts == "" else f"{parts} of 4"
        print(f"{shown.format:9} {name:36} {row[0]:8} {row[1]:5} {row[2]:6} {row[3]:7}  {told}")
    print(f"{'':9} {'all':36} {sums[0]:8} {sums[1]:5} {sums[2]:6} {sums[3]:7}")


if __name__ == "__main__":
    main()
