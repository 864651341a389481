"""Every error this program raises on purpose, as a tree.

    ReviewerError
    ├── BadInput            a file, an argument or a project that can't be used; nothing was changed
    │   ├── NoSignatories   readable, but no list of names in it
    │   ├── UnknownEncoding a text whose encoding has to be told
    │   ├── AlreadyAdded    the source is in this review already
    │   └── ProjectLocked   somebody else has the project open
    ├── Contradiction       a verdict against an earlier one; nothing was changed
    └── Cancelled           the user stopped a long piece of work; nothing was changed

The text of each is one sentence for a person: what, where, what to do. Anything else that is raised is a fault of ours.
"""


class ReviewerError(Exception):
    """Base of every error raised on purpose."""


class BadInput(ReviewerError):
    """What was given can't be used; the sentence says what, where and what to do."""


class NoSignatories(BadInput):
    """The document can be read but holds no list of signatories."""


class UnknownEncoding(BadInput):
    """The document is a text in an encoding that can't be found out, only told."""


class AlreadyAdded(BadInput):
    """The source is in this review already."""


class ProjectLocked(BadInput):
    """Another window or person holds the project; the sentence names the holder."""


class Contradiction(ReviewerError):
    """A verdict would contradict an earlier one.

    `earlier` is the id of the event that stands against it (an int, see `model.Event.id`); withdrawing that event makes
    room for the new verdict.
    """

    def __init__(self, message: str, earlier: int) -> None:
        super().__init__(message)
        self.earlier = earlier


class Cancelled(ReviewerError):
    """The user cancelled; raised from inside a progress call so that the work unwinds by itself."""
