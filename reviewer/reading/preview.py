"""What a file holds before any of it counts, and the lists made of what is ticked.

    preview(path) -> what the document's lines are, and which are proposed; it changes nothing
    take(preview) -> the sources of what is proposed, or of the lines that are ticked instead

`read` is the one after the other, so what is taken is what is shown. To change a title, date or link before taking, put
a changed part in place: `msgspec.structs.replace(part, title=...)`.
"""

import hashlib
import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reviewer.errors import BadInput, NoSignatories
from reviewer.model import Progress, Signature, Source, no_progress
from reviewer.reading.draft import NOT_CHOSEN, Column, Draft, Options
from reviewer.reading.formats import read_document
from reviewer.reading.lines import one_line

if TYPE_CHECKING:
    from reviewer.reading.fields import Fields

_RANGE = re.compile(r"(\d{1,9})(?:\s*-\s*(\d{1,9}))?")


class PreviewLine(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One line of a document that says something.

    `number` counts the lines of a text, the rows of a table, else what is there, from 1 and on through all parts of a
    file. `mark` and `group` are as in `model.Signature`. `why` says why the line is not proposed; it is empty for those
    that are.
    """

    number: int
    text: str
    mark: str = ""
    group: str = ""
    why: str = ""

    @property
    def is_proposed(self) -> bool:
        """Whether the line is one of the list, as far as the reader can tell."""
        return not self.why

    @property
    def fields(self) -> "Fields":
        """The parts of the line, as a proposal: name, role, organisation, place; worked out when asked for."""
        from reviewer.reading.fields import fields  # brings what tells prose: a list needs none of it to be read

        return fields(self.text)


class Part(msgspec.Struct, frozen=True):
    """One document in a file: one post of several, one sheet of a workbook, most often all there is.

    `id`, `file`, `sha256` and `read_as` will be those of its source. A table, or a document with tables in it, tells
    its `columns`, which one (an index) is that of the names, or None where the cells of all are, and why
    (`column_why`); and whether a row was taken for its `header` (None without a table). A workbook tells its `sheets`
    and which one this is. Other choices are made through `Options`.
    """

    id: str
    lines: tuple[PreviewLine, ...]
    title: str
    date: str = ""
    url: str = ""
    file: str = ""
    sha256: str = ""
    read_as: str = ""
    columns: tuple[Column, ...] = ()
    column: int | None = None
    column_why: str = ""
    header: bool | None = None
    sheets: tuple[str, ...] = ()
    sheet: int = 0


class Preview(msgspec.Struct, frozen=True):
    """What a file holds: its name, format ("DOCX", "text" ...), encoding (empty where it has none) and documents."""

    file: str
    format: str
    encoding: str
    parts: tuple[Part, ...]

    @property
    def proposed(self) -> frozenset[int]:
        """The numbers of the lines that are proposed."""
        return frozenset(line.number for part in self.parts for line in part.lines if line.is_proposed)


def preview(
    path: Path,
    options: Options = Options(),  # noqa: B008  # frozen
    progress: Progress = no_progress,
) -> Preview:
    """Return what the file at `path` holds; slow for large files, of which `progress` is told where it takes longest.

    Raises BadInput where it can't be read, is too large, protected, damaged or of no known format, or where an option
    asks for what is not there.
    """
    name = one_line(path.name) or str(path)
    return preview_data(_bytes(path, name, options.max_mib), path.name, options, progress)


def preview_data(
    data: bytes,
    file: str,
    options: Options = Options(),  # noqa: B008  # frozen
    progress: Progress = no_progress,
) -> Preview:
    """Return what `data` hold, as `preview` does: what was pasted, say. `file` is what they are called."""
    name = one_line(file) or "this"
    if not data.strip():
        raise BadInput(f"{name} is empty: save the list again and check its size")
    progress("Reading", 0.0)
    document = read_document(data, name, Path(file).suffix.casefold(), options, progress)
    progress("Reading", 1.0)
    wanted = _wanted(options.lines)
    digest = hashlib.sha256(data).hexdigest()
    read_as = ", ".join(filter(None, (document.format, document.encoding)))
    parts: list[Part] = []
    before = 0
    lists = sum(draft.holds_names for draft in document.drafts)
    for i, draft in enumerate(document.drafts):
        part = _part(draft, draft.sheet if draft.sheets else i, before, (file, digest, read_as), wanted)
        if len(document.drafts) > 1 and draft.sheets and not (draft.holds_names and (draft.title or lists == 1)):
            part = msgspec.structs.replace(part, title=f"{part.title} – {draft.sheets[draft.sheet]}")
        before = max([before, *(line.number for line in part.lines[-1:])])
        parts.append(part)
    return Preview(file, document.format, document.encoding, tuple(parts))


def take(shown: Preview, ticked: Collection[int] | None = None) -> list[Source]:
    """Return the lists made of the `ticked` lines (their numbers), or of those proposed; parts without any give none.

    Raises NoSignatories where nothing is ticked.
    """
    chosen = shown.proposed if ticked is None else frozenset(ticked)
    sources = [source for part in shown.parts if (source := _source(part, chosen)).signatures]
    if not sources:
        name = one_line(shown.file) or "this"
        raise NoSignatories(f"{name} holds no list of signatories, only other text: check that it is the right file")
    return sources


def read(path: Path, options: Options = Options()) -> list[Source]:  # noqa: B008  # frozen
    """Return the lists in the file at `path`, in the order they stand in it; at least one, none of them empty.

    Raises what `preview` and `take` raise.
    """
    return take(preview(path, options))


def _bytes(path: Path, name: str, max_mib: int) -> bytes:
    try:
        if path.is_dir():
            raise BadInput(f"{name} is a folder: choose the files in it instead")
        if path.exists() and not path.is_file():
            raise BadInput(f"{name} is no ordinary file: save the list to one first")
        if path.stat().st_size > max_mib * 2**20:
            raise BadInput(f"{name} is larger than {max_mib} MiB, the most that is read: split it, or raise --max-mib")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadInput(f"{name} can't be read ({reason}): check that it is there and yours to read") from error


def _part(
    draft: Draft, index: int, before: int, facts: tuple[str, str, str], wanted: list[tuple[int, int]] | None
) -> Part:
    """Make a preview of a draft whose lines are numbered from `before` on; `facts` are its file, digest and read_as."""
    file, digest, read_as = facts
    id_ = digest[:12] if index == 0 else f"{digest[:12]}-{index + 1}"
    lines = []
    for line, why, group in zip(draft.lines, draft.whys, draft.groups, strict=True):
        number = before + line.number
        if wanted is not None:
            why = "" if any(first <= number <= last for first, last in wanted) else why or NOT_CHOSEN
        lines.append(PreviewLine(number, line.text, line.mark, group, why))
    title = draft.title or Path(file).stem
    if kept := draft.origin:
        id_, file, digest, read_as = kept.id, kept.file, kept.sha256, kept.read_as
    return Part(
        id=id_,
        lines=tuple(lines),
        title=title,
        date=draft.date,
        url=draft.url,
        file=file,
        sha256=digest,
        read_as=read_as,
        columns=draft.columns,
        column=draft.column,
        column_why=draft.column_why,
        header=draft.header,
        sheets=draft.sheets,
        sheet=draft.sheet,
    )


def _wanted(lines: str) -> list[tuple[int, int]] | None:
    """Return the ranges, both ends included, that "12-40,43" means; None where nothing is asked for."""
    if not lines.strip():
        return None
    found = [_RANGE.fullmatch(part.strip()) for part in lines.split(",")]
    ranges = [(int(one[1]), int(one[2] or one[1])) for one in found if one]
    if len(ranges) < len(found) or any(not 1 <= first <= last for first, last in ranges):
        raise BadInput(f"{lines!r} names no lines: write them as in 12-40,43")
    return ranges


def _source(part: Part, chosen: frozenset[int]) -> Source:
    taken = [line for line in part.lines if line.number in chosen]
    signatures = (Signature(part.id, i, line.text, line.mark, line.group) for i, line in enumerate(taken, 1))
    return Source(part.id, part.title, tuple(signatures), part.date, part.url, part.file, part.sha256, part.read_as)
