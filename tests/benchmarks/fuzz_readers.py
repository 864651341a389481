"""Throw seeded mutations of real documents at every reader: no crash, no hang over 5 s, no memory over 1 GiB.

    python tests/benchmarks/fuzz_readers.py [--inputs 20000] [--seed 1] [--reader docx] [--jobs 2]

Prints a table, a row a reader. Each reader runs in a process of its own that first writes down the input it is about
to read, so whatever ends the process can be looked at. The limits are checked for each input; what is over, and every
error that is no `ReviewerError`, is kept beside it in the folder printed at the end, and the exit code is 1.
"""

import argparse
import io
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import xlsb  # noqa: E402

from reviewer.errors import NoSignatories, ReviewerError  # noqa: E402
from reviewer.reading import Options, preview_data, take  # noqa: E402

FILES = ROOT / "tests" / "reading" / "files"
SECONDS, MIB = 5.0, 1024
GROWN = 200  # MiB that one input may add to the most that the process ever held
_TOLD = ("document.xml", "numbering.xml", "content.xml", "Strings.xml", "sheet2.xml", "sheet1.bin", "workbook.bin")
_LARGEST = 2**21  # bytes from which an input grows no more
_STALLED = 60  # seconds after which a silent process is ended

_NAMES = ["Centre for Water", "Baytna", "منظمة من أجل العدالة", "Ann Farmer, director, Orchard Group", "=1+1"]
_CALL = "We, the undersigned, call on the Council to open the road that the villages depend on. It is the last one."
_TOKENS: dict[str, list[bytes]] = {
    "text": [b"\n", b"\n\n", b"1. ", b"- ", b": ", b"; ", b"\x85", "\u2028".encode(), b"Signatories", b"\xff", b"\0"],
    "html": [b"<ol>", b"<li>", b"</li>", b"<table><tr><td>", b"<br>", b"<!--", b"<![CDATA[", b"&#0;", b"&e;", b"<div>"],
    "json": [b"[", b"]", b"{", b"}", b'"', b"\\ud800", b'"content":', b'"signatures":', b"1e999", b"null,"],
    "csv": [b",", b";", b"\t", b'"', b'""', b"\r\n", b"Name", b"|", b"'="],
    "markdown": [b"# ", b"**", b"|", b"|---|", b"[", b"](", b"```", b"_", b"\\"],
    "xml": [b"<", b">", b"&#0;", b"&e;", b'"', b"<!DOCTYPE x>", b"<a>", b"r=", b"XFD1048576", b"99999999", b"-1"],
    "rtf": [b"{", b"}", b"\\", b"\\u-10179?", b"\\'", b"\\bin99", b"\\cell\\row", b"\\par", b"{\\*\\x", b"{\\listtext"],
    "mail": [
        b"--",
        b"\r\n\r\n",
        b"=",
        b"Content-Type: multipart/mixed; boundary=x\r\n",
        b"\r\n--x\r\n",
        b"charset=",
        b";",
    ],
    "pdf": [
        b"obj",
        b"endobj",
        b"stream",
        b"<<",
        b">>",
        b"/Kids [1 0 R]",
        b"/Length 999999999",
        b"R",
        b"99999999",
        b"(",
    ],
}


def seeds(reader: str) -> list[bytes]:
    """Return what is mutated for one reader."""
    listed = "\n".join(f"{i}. {name}" for i, name in enumerate(_NAMES, 1))
    items = "".join(f"<li>{name}</li>" for name in _NAMES)
    html = f"<html><body><p>{_CALL}</p><h2>Groups</h2><ol>{items}</ol><table><tr><th>Name</th></tr><tr><td>A</td></tr>"
    post = {"title": {"rendered": "T"}, "link": "https://x.example", "content": {"rendered": f"{html}</table>"}}
    signatures = [{"source": "a", "position": i, "text": name} for i, name in enumerate(_NAMES, 1)]
    kept = [{"id": "a", "title": "T", "signatures": signatures}]
    project = {"format": "signatory-reviewer", "version": 1, "sources": kept}
    exported = {"lists": [{"id": "a"}], "entries": [{"signatures": signatures}]}
    rows = "\n".join(f'{i},"{name}",Syria' for i, name in enumerate(_NAMES))
    table = "| Name | Town |\n|---|---|\n| A | B |"
    texts: dict[str, list[str]] = {
        "text": [
            f"Title\n\n{_CALL}\n\nOrganizations:\n{listed}\n\nIndividuals\n{listed}",
            "\n".join(_NAMES),
            f"Signed by: {'; '.join(_NAMES)}",
        ],
        "html": [f"{html}</table></body></html>", f"<p>{_CALL}</p><p>{'<br>'.join(_NAMES)}</p>"],
        "json": [
            json.dumps(value)
            for value in ([post, post], _NAMES, {"signatures": _NAMES}, [{"name": _CALL}], project, exported)
        ],
        "csv": [
            f"No.,Name,Country\n{rows}",
            f"List,Date,Link,No.,Signed as,Entry\nT,,,1,{_NAMES[0]},e",
            rows.replace(",", ";"),
        ],
        "markdown": [f"# Title\n\n{_CALL}\n\n## Groups\n\n* **{_NAMES[0]}**\n* [A](b)\n\n{table}"],
    }
    if reader == "xlsb":
        cells = {i: {0: str(i), 1: name, 2: "Syria"} for i, name in enumerate(_NAMES)}
        return [xlsb.workbook([("A", xlsb.sheet(cells)), ("B", xlsb.sheet({3: {2: _CALL}}))])]
    if reader in texts:
        return [text.encode() for text in texts[reader]] + [texts[reader][0].encode("cp1256", "replace")]
    return [path.read_bytes() for path in sorted(FILES.glob(f"*.{reader}")) if path.stem != "password"]


READERS: dict[str, tuple[str, str]] = {
    "text": ("text", "a.txt"),
    "html": ("html", "a.html"),
    "json": ("json", "a.json"),
    "csv": ("csv", "a.csv"),
    "markdown": ("markdown", "a.md"),
    "xlsx": ("xml", "a.xlsx"),
    "xls": ("pdf", "a.xls"),
    "ods": ("xml", "a.ods"),
    "docx": ("xml", "a.docx"),
    "odt": ("xml", "a.odt"),
    "rtf": ("rtf", "a.rtf"),
    "eml": ("mail", "a.eml"),
    "xlsb": ("pdf", "a.xlsb"),
    "pdf": ("pdf", "a.pdf"),
}


_VALUE = re.compile(rb'"[^"]{0,200}"|\d+|(?<=>)[^<>]{1,200}(?=<)')
_VALUES = [
    b"",
    b"0",
    b"-1",
    b"1",
    b"999999999",
    b'""',
    b'"99999"',
    b'"x"',
    b"A" * 500,
    "اسم".encode(),
    b"<w:p>",
    b"</w:p>",
]


def change_value(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with one value or tag changed for another one, so that its form holds more often."""
    start = chance.randrange(max(1, len(data)))
    found = _VALUE.search(data, start) or _VALUE.search(data)
    if not found:
        return data
    other = _VALUE.search(data, chance.randrange(max(1, len(data))))
    new = chance.choice([*_VALUES, other[0] if other else b"", found[0] * 2, found[0][:1000] * 200])
    if found[0].startswith(b'"') and not new.startswith(b'"'):
        new = b'"' + new.replace(b'"', b"") + b'"'
    return data[: found.start()] + new + data[found.end() :]


def mutate(data: bytes, tokens: list[bytes], chance: random.Random) -> bytes:
    """Return `data` with one to eight changes."""
    if chance.random() < 0.5:
        for _ in range(chance.choice((1, 1, 2, 5))):
            data = change_value(data, chance)
        return data
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(out) + 1)
        old = bytes(out[at : at + int(chance.expovariate(0.05))])
        new = chance.choice((b"", chance.choice(tokens), chance.choice(tokens) * 60, old * 2, old * 40, b"flip"))
        if new == b"flip":
            old, new = b"", bytes([chance.randrange(256)])
        out[at : at + len(old)] = new
        if len(out) > _LARGEST:
            break
    return bytes(out[: chance.randrange(len(out) + 1)] if chance.random() < 0.05 else out)


def mutate_zip(data: bytes, tokens: list[bytes], chance: random.Random) -> bytes:
    """Return a zip file with a part of it changed, or its own bytes."""
    if chance.random() < 0.25 or not data.startswith(b"PK"):
        return mutate(data, tokens, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        names = old.namelist()
        weights = [1 + 20 * name.endswith(_TOLD) for name in names]
        [chosen] = chance.choices(names, weights)
        for name in names:
            part = old.read(name)
            new.writestr(name, mutate(part, tokens, chance) if name == chosen else part)
    return out.getvalue()


class Outcome(msgspec.Struct):
    """A row of the table: how many inputs ended how, the slowest in seconds, the most memory of the process in MiB."""

    reader: str
    inputs: int = 0
    lists: int = 0
    no_list: int = 0
    refused: int = 0
    faults: int = 0
    slow: int = 0
    slowest: float = 0.0
    mib: int = 0
    seconds: int = 0


def run(reader: str, inputs: int, seed: int, folder: Path) -> None:
    """Read `inputs` mutations and print the outcome as a line of JSON."""
    kind, name = READERS[reader]
    chance = random.Random(f"{reader} {seed}")
    basis, tokens = seeds(reader), _TOKENS[kind]
    outcome = Outcome(reader)
    current = folder / f"{reader}.current"
    for i in range(inputs):
        data = mutate_zip(chance.choice(basis), tokens, chance)
        current.write_bytes(data)
        start = time.perf_counter()
        try:
            take(preview_data(data, name, Options()))
            outcome.lists += 1
        except NoSignatories:
            outcome.no_list += 1
        except ReviewerError:
            outcome.refused += 1
        except BaseException:
            outcome.faults += 1
            (folder / f"{reader}-{i}.fault").write_bytes(data)
            (folder / f"{reader}-{i}.fault.txt").write_text(traceback.format_exc(), "utf-8")
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        if memory > outcome.mib + GROWN and i:
            (folder / f"{reader}-{i}.grown").write_bytes(data)
        outcome.mib = memory
        outcome.inputs += 1
        outcome.slowest = max(outcome.slowest, round(seconds, 3))
        if seconds > SECONDS:
            outcome.slow += 1
            (folder / f"{reader}-{i}.slow").write_bytes(data)
    current.unlink()
    sys.stdout.buffer.write(msgspec.json.encode(outcome))


def watch(reader: str, inputs: int, seed: int, folder: Path) -> Outcome:
    """Run one reader in a process of its own; end it where one input stalls it."""
    command = [sys.executable, __file__, "--child", str(folder), "--reader", reader, "--inputs", str(inputs)]
    start = time.perf_counter()
    process = subprocess.Popen([*command, "--seed", str(seed)], stdout=subprocess.PIPE)
    current = folder / f"{reader}.current"
    while process.poll() is None:
        time.sleep(0.5)
        if current.exists() and time.time() - current.stat().st_mtime > _STALLED:
            process.kill()
    said = process.stdout.read() if process.stdout else b""
    outcome = msgspec.json.decode(said, type=Outcome) if process.returncode == 0 else Outcome(reader, faults=1)
    outcome.seconds = round(time.perf_counter() - start)
    return outcome


def main() -> int:
    """Run the readers asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=READERS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        run(given.reader, given.inputs, given.seed, given.child)
        return 0
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    chosen = [given.reader] if given.reader else list(READERS)
    with ThreadPoolExecutor(given.jobs) as pool:
        outcomes = list(pool.map(lambda reader: watch(reader, given.inputs, given.seed, folder), chosen))
    print("  ".join(f"{column:>8}" for column in Outcome.__struct_fields__))
    for outcome in outcomes:
        print("  ".join(f"{value!s:>8}" for value in msgspec.structs.astuple(outcome)))
    kept = sorted(path.name for path in folder.iterdir())
    print(f"kept in {folder}: {', '.join(kept) or 'nothing'}")
    return int(bool(kept) or any(outcome.mib > MIB for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
