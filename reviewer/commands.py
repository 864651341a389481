"""The commands names, flag and export: what they are told and what they print."""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from reviewer import __version__, export, matching, project, reading
from reviewer.errors import AlreadyAdded, BadInput
from reviewer.model import Candidate, Evidence, Signature, Source
from reviewer.reading import Options
from reviewer.reading.fields import fields
from reviewer.review import Review


def run(given: Sequence[str]) -> int:
    """Run the command that `given` asks for and return the exit code; raises `BadInput`."""
    chosen = _parser().parse_args(given)
    return int(chosen.run(chosen))


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line, as every other bad input is said."""

    def error(self, message: str) -> None:  # type: ignore[override]  # argparse's own never returns either
        raise BadInput(f"{message}; see reviewer --help.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reviewer",
        usage="reviewer [PROJECT or LIST ...] | reviewer {names,flag,export} ...",
        description="Find, review and merge the many spellings of the same signatory. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"Signatory Reviewer {__version__}")
    commands = parser.add_subparsers(metavar="command", required=True)

    names = commands.add_parser("names", help="print the signatures of lists as read")
    names.add_argument("lists", nargs="+", type=Path, metavar="LIST")
    names.add_argument(
        "--format",
        choices=("text", "jsonl", "preview"),
        default="text",
        help="preview: every line of the document, those taken ticked, the others with the reason",
    )
    _add_reading_options(names)
    names.set_defaults(run=_names)

    flag = commands.add_parser("flag", help="print candidates, best first")
    flag.add_argument("lists", nargs="*", type=Path, metavar="LIST")
    flag.add_argument("--project", type=Path, metavar="P", help="take its lists and verdicts into account")
    flag.add_argument("--format", choices=("table", "jsonl"), default="table")
    flag.add_argument("--min-score", type=float, default=matching.DEFAULT_MIN_SCORE, metavar="S", help="0 to 1")
    flag.add_argument("--limit", type=int, metavar="N", help="at most so many name and so many spelling candidates")
    _add_reading_options(flag)
    flag.set_defaults(run=_flag)

    write = commands.add_parser("export", help="write an export of a project")
    write.add_argument("project", type=Path, metavar="PROJECT")
    write.add_argument("--format", choices=tuple(export.FORMATS), required=True)
    write.add_argument("--out", type=Path, metavar="FILE", help="standard output where it is not given")
    write.set_defaults(run=_export)
    return parser


def _add_reading_options(command: argparse.ArgumentParser) -> None:
    """Let a command be told what the readers of lists else find out."""
    command.add_argument(
        "--column",
        default="",
        metavar="C",
        help="header, letter or number of the column of names, of tables in documents too; * for all",
    )
    command.add_argument("--header", choices=("yes", "no"), help="whether the first row of a table is its header")
    command.add_argument("--sheet", default="", metavar="S", help="name or number of the sheet of a workbook")
    command.add_argument("--encoding", default="", metavar="E", help="encoding of a text, as windows-1256")
    command.add_argument("--lines", default="", metavar="L", help="lines of the document to take, as 12-40,43")
    command.add_argument("--max-mib", type=int, default=Options().max_mib, metavar="N", help="largest file to read")


def _options(chosen: argparse.Namespace) -> Options:
    if chosen.max_mib < 1:
        raise BadInput(f"--max-mib is {chosen.max_mib}; give a number from 1.")
    told = {field: getattr(chosen, field) for field in Options.__struct_fields__}
    return Options(**told | {"header": {"yes": True, "no": False}.get(chosen.header)})


def _names(chosen: argparse.Namespace) -> int:
    if chosen.format == "preview":
        for path in chosen.lists:
            _print_preview(reading.preview(path, _options(chosen)))
        return 0
    for source in _read(chosen.lists, _options(chosen)):
        for signature in source.signatures:
            if chosen.format == "jsonl":
                _print_json(_described(source, signature))
            else:
                print(signature.text)
    return 0


def _described(source: Source, signature: Signature) -> dict[str, object]:
    """Return a signature as a line of JSONL: mark, group and the parts it proposes only where it has any."""
    line = {"source": source.title, "position": signature.position, "text": signature.text}
    more = {"mark": signature.mark, "group": signature.group}
    parts = {part: text for part, text in fields(signature.text)._asdict().items() if text}
    return line | {key: text for key, text in more.items() if text} | ({"fields": parts} if len(parts) > 1 else {})


def _print_preview(preview: reading.Preview) -> None:
    """Print every line of a document with its number, ticked where it is taken."""
    kind = f"{preview.format}, {preview.encoding}" if preview.encoding else preview.format
    for part in preview.parts:
        facts = [part.title, part.date, part.url]
        print(f"{preview.file} ({kind}): {' · '.join(filter(None, facts))}")
        if part.sheets:
            print(f"sheet {part.sheets[part.sheet]} of {', '.join(part.sheets)}")
        if part.columns:
            names = [column.name for column in part.columns]
            taken = "all columns" if part.column is None else f"column {names[part.column]} of"
            header = "with a header" if part.header else "without a header"
            print(f"{taken} {', '.join(names)} ({part.column_why}; {header})")
        for line in part.lines:
            tick, text = "x" if line.is_proposed else " ", f"{line.mark} {line.text}".strip()
            note = line.why or line.group
            print(f"{line.number:>6} [{tick}] {text}{f'  ({note})' if note else ''}")


def _flag(chosen: argparse.Namespace) -> int:
    if not 0 <= chosen.min_score <= 1:
        raise BadInput(f"--min-score is {chosen.min_score:g}; give a number from 0 to 1.")
    if chosen.limit is not None and chosen.limit < 1:
        raise BadInput(f"--limit is {chosen.limit}; give a number from 1.")
    if not chosen.lists and not chosen.project:
        raise BadInput("flag needs a LIST or --project P.")
    review = project.load(chosen.project) if chosen.project else Review(reviewer="")
    for source in _read(chosen.lists, _options(chosen)):
        with suppress(AlreadyAdded):  # a list of the project named once more
            review.add(source)
    from reviewer.matching.names import find  # brings numpy: not before it is needed

    question = review.question()
    found = find(question.lists, decided=question.decided, min_score=chosen.min_score)
    open_names = [c for c in found.names if review.is_open(c)]
    open_spellings = [c for c in found.spellings if review.is_open_spelling(c)]
    stands_in = _stands_in(review.sources)
    for candidate in (*open_names[: chosen.limit], *open_spellings[: chosen.limit]):
        _print_candidate(candidate, stands_in, chosen.format)
    return 0


def _export(chosen: argparse.Namespace) -> int:
    project.load(chosen.project).export(chosen.format, chosen.out or sys.stdout.buffer)
    return 0


def _read(paths: Iterable[Path], options: Options) -> list[Source]:
    return [source for path in paths for source in reading.read(path, options)]


def _stands_in(sources: Iterable[Source]) -> dict[str, list[str]]:
    """Return the titles of the sources each text stands in."""
    titles: dict[str, dict[str, None]] = {}
    for source in sources:
        for signature in source.signatures:
            titles.setdefault(signature.text, {})[source.title] = None
    return {text: list(found) for text, found in titles.items()}


def _print_candidate(candidate: Candidate, stands_in: Mapping[str, list[str]], form: str) -> None:
    if form == "table":
        reasons = "; ".join(_reason(e) for e in candidate.evidence if e.effect or e.warning)
        print(f"{candidate.score:4.2f}  {candidate.kind:<8}  {candidate.a}  |  {candidate.b}  [{reasons}]")
        return
    sides = {f"{side}_sources": stands_in.get(text, []) for side, text in (("a", candidate.a), ("b", candidate.b))}
    _print_json(msgspec.structs.asdict(candidate) | sides)


def _reason(evidence: Evidence) -> str:
    words = "/".join(word for word in (evidence.a, evidence.b) if word)
    return f"{evidence.kind} {words}".rstrip()


def _print_json(line: object) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
