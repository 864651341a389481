"""The matching process: answers questions on its standard input, and is left running for the next ones.

`reviewer.apart` starts it and asks. It loads nothing that matching does not need, so that it is ready early.
"""

import gc
import os
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import IO

import msgspec

from reviewer.matching.found import Found, Texts, changes
from reviewer.model import Candidate

_BEHIND = 5
"""How far it stands back (0..19) where others have work too: the window comes first."""

_CHUNK = 200
"""Candidates in one message: decoding them holds the interpreter lock for a few milliseconds, no longer."""

_LENGTH = struct.Struct("<Q")
"""What goes before each message: how many bytes it has."""


class Asked(msgspec.Struct):
    """A question told from the one before: of its lists the first `kept` stay, and `more` come behind them."""

    kept: int
    more: tuple[tuple[str, ...], ...]
    decided: tuple[tuple[str, str, bool], ...]


class Told(msgspec.Struct, tag=True):
    """What is being done, and the share done (0..1)."""

    step: str
    share: float


class Part(msgspec.Struct, tag=True):
    """Some of the candidates that are new, or told otherwise than in the last answer."""

    names: tuple[Candidate, ...]
    spellings: tuple[Candidate, ...]


class Done(msgspec.Struct, tag=True):
    """All is sent; the texts are of candidates in the last answer that are none any more, or were sent otherwise."""

    names: tuple[Texts, ...]
    spellings: tuple[Texts, ...]


class Failed(msgspec.Struct, tag=True):
    """A fault of ours, in words."""

    what: str


def write(pipe: IO[bytes], message: bytes) -> None:
    """Send a message."""
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def read(pipe: IO[bytes]) -> bytes:
    """Return the next message; none is empty, but where the other side has ended."""
    head = pipe.read(_LENGTH.size)
    return pipe.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""


def serve() -> None:
    """Be the matching process: answer the questions on the standard input until there are no more."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever is printed is no answer
    if sys.platform != "win32":
        os.nice(_BEHIND)
    with suppress(OSError, KeyboardInterrupt):
        gc.disable()
        from reviewer.matching.names import Matching

        gc.freeze()
        gc.enable()
        matching, last = Matching(), Found((), ())
        lists: tuple[tuple[str, ...], ...] = ()
        decoder = msgspec.msgpack.Decoder(Asked)

        def tell(step: str, share: float) -> None:
            write(answers, msgspec.msgpack.encode(Told(step, share)))

        while message := read(questions):
            asked = decoder.decode(message)
            lists = (*lists[: asked.kept], *asked.more)
            try:
                found = matching.answer(lists, asked.decided, tell)
            except Exception as error:
                write(answers, msgspec.msgpack.encode(Failed(repr(error))))
                continue
            names, spellings = changes(last.names, found.names), changes(last.spellings, found.spellings)
            for at in range(0, max(len(names.fresh), len(spellings.fresh)), _CHUNK):
                part = Part(names.fresh[at : at + _CHUNK], spellings.fresh[at : at + _CHUNK])
                write(answers, msgspec.msgpack.encode(part))
            write(answers, msgspec.msgpack.encode(Done(_texts(names.gone), _texts(spellings.gone))))
            last = found
            matching.prepare()


def _texts(candidates: Iterable[Candidate]) -> tuple[Texts, ...]:
    return tuple((c.a, c.b) for c in candidates)
