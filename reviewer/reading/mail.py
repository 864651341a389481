"""E-mail (.eml) and web archives (.mht) -> lists: the message and what is attached to it (RFC 5322, MIME)."""

import email
import re
from collections.abc import Callable, Sequence
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from reviewer.errors import BadInput
from reviewer.reading.draft import Draft, Options
from reviewer.reading.encoding import decode
from reviewer.reading.lines import one_line
from reviewer.reading.page import read_page
from reviewer.reading.text import read_text

_MOST_PARTS = 100
_NO_LIST = re.compile(
    r"image/|audio/|video/|font/|text/(?:css|calendar|vcard|x-vcard)|application/(?:pgp|pkcs7|x-pkcs7)"
)
_QUOTE = re.compile(r"^>[> ]*", re.MULTILINE)
_SOFT_BREAK = re.compile(r"(?<=\S) \r?\n")
_SENDER = re.compile(r"^-- ?\r?\n(?:[^\n]*\n){0,15}[^\n]*\Z", re.MULTILINE)

Reader = Callable[[bytes, str], Sequence[Draft]]
"""Reads an attachment, its bytes and what it is called; raises BadInput where it can't."""


def read_mail(data: bytes, name: str, options: Options, read: Reader) -> list[Draft]:
    """Return the message and what `read` finds in each of its attachments, as documents of their own.

    Of a text that is there as HTML and plainly, the one in which more names are found is taken. Raises BadInput, naming
    the attachment and the file `name`, where one can't be read and no list is found anywhere else.
    """
    message = email.message_from_bytes(data)
    subject, date = _decoded(message.get("Subject")), _date(message)
    texts: dict[str, list[str]] = {"text/html": [], "text/plain": []}
    attached: list[Draft] = []
    refusals: list[BadInput] = []
    for part in [part for part in message.walk() if not part.is_multipart()][:_MOST_PARTS]:
        content, kind, file = part.get_payload(decode=True), part.get_content_type(), _decoded(part.get_filename())
        if not isinstance(content, bytes) or not content.strip() or _NO_LIST.match(kind):
            continue
        if not file and kind in texts:
            texts[kind].append(_text(part, content, name, options))
            continue
        try:
            attached += [_alone(one, file) for one in read(content, f"{file or kind} in {name}")]
        except BadInput as error:
            refusals.append(error)
    drafts = [*_body(texts, options, subject), *attached]
    if refusals and not any(draft.holds_names for draft in drafts):
        raise refusals[0]
    url = one_line(str(message.get("Snapshot-Content-Location") or ""))
    return [draft._replace(date=draft.date or date, url=draft.url or url) for draft in drafts]


def _body(texts: dict[str, list[str]], options: Options, subject: str) -> list[Draft]:
    """Return the text of a message as the richer of its two forms, nothing where it has none."""
    found = [read_page("\n".join(texts["text/html"]), options)] if texts["text/html"] else []
    if texts["text/plain"]:
        found.append(read_text("\n\n".join(texts["text/plain"])))
    if not found:
        return []
    best = max(found, key=lambda draft: sum(not why for why in draft.whys))
    return [best._replace(title=subject or best.title)]


def _alone(draft: Draft, file: str) -> Draft:
    """Return a document of an attachment as one by itself: all sheets of a workbook are there anyway."""
    called = " – ".join((file, *draft.sheets[draft.sheet : draft.sheet + 1]))
    return draft._replace(title=draft.title or called, sheets=(), sheet=0)


def _text(part: Message, content: bytes, name: str, options: Options) -> str:
    """Return a part that is text, without the marks of quoting, soft breaks and the sender's own lines below it."""
    try:
        text, _ = decode(content, name, options.encoding or part.get_content_charset() or "")
    except BadInput:
        text, _ = decode(content, name)
    if part.get_content_type() == "text/html":
        return text
    text = _QUOTE.sub("", text)
    if str(part.get_param("format", "")).casefold() == "flowed":
        text = _SOFT_BREAK.sub(" ", text)
    return _SENDER.sub("", text)


def _decoded(value: object) -> str:
    """Return a header field as a person reads it; one that is damaged as it stands there."""
    written = str(value or "")
    try:
        return one_line(str(make_header(decode_header(written))))
    except (MessageError, ValueError, LookupError):
        return one_line(written)


def _date(message: Message) -> str:
    """Return the day the message was sent, in ISO 8601, empty where it doesn't say."""
    try:
        return parsedate_to_datetime(str(message.get("Date") or "")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
