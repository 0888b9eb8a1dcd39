"""Everything that can go wrong on purpose, as one tree.

TracktwoError
├── InputError                 bad input: what arrived, where, what was needed, what to do
│   ├── DocumentError          a file could not be read as text
│   │   ├── EmptyDocumentError         nothing to read in it
│   │   ├── BinaryDocumentError        bytes that are no text and no format we know
│   │   ├── EncryptedDocumentError     it asks for a password
│   │   ├── DamagedDocumentError       truncated or broken
│   │   └── OversizeDocumentError      larger, or unpacking to more, than the limit
│   ├── SpanError              a quotation does not match its document
│   ├── ActorError             an actor file contradicts itself
│   ├── CaseError              a case is incomplete or contradicts itself; lists every problem
│   └── ArrayError             a number kernel was handed the wrong array
├── ReaderError                the reader cannot run (no language pipeline)
│   ├── AnswerError                a language model gave no usable answer this time
│   └── EndpointError              the address of a language model cannot be asked at all
├── DossierError               the store cannot be opened, or was asked for what it does not hold
├── SettlementError            a settlement question beyond the reach of the method
├── StabilityError             a stability question beyond the reach of the method
├── ScaleoutError              workers cannot be had, or ended before their work did
└── BriefError                 a sentence breaks the law of the brief, under ``--strict``

Catch `InputError` to tell the user that something handed in was wrong; catch `TracktwoError`
for everything that this package raises on purpose::

    try:
        document = load(path)
    except InputError as error:
        print(error)
"""

from dataclasses import dataclass


class TracktwoError(Exception):
    """Base of every error that this package raises on purpose."""


class InputError(TracktwoError, ValueError):
    """Something that was handed in is not what was needed."""


class DocumentError(InputError):
    """A file could not be read as text."""


class EmptyDocumentError(DocumentError):
    """A file holds nothing to read."""


class BinaryDocumentError(DocumentError):
    """A file holds bytes that are neither text nor a format that is known."""


class EncryptedDocumentError(DocumentError):
    """A file asks for a password."""


class DamagedDocumentError(DocumentError):
    """A file is truncated or broken."""


class OversizeDocumentError(DocumentError):
    """A file is larger, or unpacks to more, than the limit."""


class SpanError(InputError):
    """A quotation does not match the text of its document."""


class ActorError(InputError):
    """An actor file contradicts itself."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where, and what to do about it.

    `place` is a path such as ``positions[2].refuses[0]``; `message` says what arrived,
    what was needed and what would do.
    """

    place: str
    message: str

    def __str__(self) -> str:
        """Give the line that a user reads."""
        return f"{self.place}: {self.message}"


class CaseError(InputError):
    """A case is incomplete or contradicts itself; every problem is listed at once."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        """Keep the file's name and all of its problems."""
        self.name = name
        self.problems = problems
        super().__init__("\n".join([f"{name}: {len(problems)} to mend", *map(str, problems)]))


class ArrayError(InputError):
    """An array has the wrong shape, or holds a value that is out of range."""


class ReaderError(TracktwoError):
    """The reader cannot run on this machine as it is."""


class AnswerError(ReaderError):
    """A language model gave no usable answer this time.

    `wait` is how many seconds the address asks to wait before the next try, None where it does
    not say.
    """

    def __init__(self, message: str, wait: float | None = None) -> None:
        """Keep what went wrong, and the wait."""
        self.wait = wait
        super().__init__(message)


class EndpointError(ReaderError):
    """The address of a language model cannot be asked at all: asking again would not help."""


class DossierError(TracktwoError):
    """The store cannot be opened, or does not hold what was asked for."""


class SettlementError(TracktwoError):
    """A settlement question lies beyond the reach of the method."""


class StabilityError(TracktwoError):
    """A stability question lies beyond the reach of the method."""


class ScaleoutError(TracktwoError):
    """Workers cannot be had, or ended before their work did."""


class BriefError(TracktwoError):
    """A sentence of a brief breaks the law, under ``--strict``."""
