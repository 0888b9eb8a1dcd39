"""What is a sentence of a brief? Words of one type, with the evidence that they rest on."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind = Literal["fact", "claim", "assumption", "judgement", "forecast"]


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a source, as the source spells them; pieces with gaps between them.

    `cut` says that the last piece stops before the quotation does.
    """

    pieces: tuple[str, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of a source that a later telling leaves out."""

    words: str


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word of the likelihood scale, used for an estimate of our own."""

    words: str


Part: TypeAlias = str | Quoted | Dropped | Likelihood


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a brief.

    Attributes
    ----------
    kind : str
        One of `Kind`.
    parts : tuple of Part
        Its words, ours and the source's.
    evidence : tuple of int
        Numbers of what it rests on.
    speaker : str
        Whose words a claim reports.
    by : str
        Who signs a judgement or forecast, who set an assumption.
    basis : str
        What a judgement rests on beside quotations: a computation, an estimate, a search.
    confidence : str
        Of a judgement: "low", "moderate", "high", or "" where it was not assessed.
    made_on, resolves_on : str
        ISO dates: when it was signed, and when a forecast is settled.
    note : str
        A line below it: what would change it, or by which criteria it is settled.
    """

    kind: Kind
    parts: tuple[Part, ...]
    evidence: tuple[int, ...] = ()
    speaker: str = ""
    by: str = ""
    basis: str = ""
    confidence: str = ""
    made_on: str = ""
    resolves_on: str = ""
    note: str = ""


def plain(parts: tuple[Part, ...]) -> str:
    """Give the words as plain text, quotations in quotation marks.

    >>> plain(("Darsa asked for ", Quoted(("a halt", "at once")), "."))
    'Darsa asked for “a halt … at once”.'
    """
    return "".join(_plain(part) for part in parts)


def _plain(part: Part) -> str:
    if isinstance(part, Quoted):
        opening, closing = marks(part)
        return opening + quoted_words(part) + closing
    return part if isinstance(part, str) else part.words


def quoted_words(quoted: Quoted) -> str:
    """Give the words of a quotation on one line, its gaps and its cut as dots."""
    joined = " … ".join(" ".join(piece.split()) for piece in quoted.pieces)
    return joined + " …" if quoted.cut else joined


def marks(quoted: Quoted) -> tuple[str, str]:
    """Give the quotation marks to set around a quotation.

    Double ones, and single ones where the words hold double ones themselves, so that the
    source's own marks stay as it wrote them.

    >>> marks(Quoted(("a “halt”",)))
    ('‘', '’')
    """
    nested = any(mark in piece for piece in quoted.pieces for mark in '“”"«»')
    return ("‘", "’") if nested else ("“", "”")


def stopped(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """End a sentence with a full stop, unless its last words bring their own.

    >>> stopped(("It said: ", Quoted(("Stop!",))))[-1]
    Quoted(pieces=('Stop!',), cut=False)
    >>> stopped(("It agreed",))
    ('It agreed', '.')
    """
    last = _plain(parts[-1]).rstrip("”’\"'»") if parts else ""
    return parts if last.endswith((".", "!", "?")) else (*parts, ".")


def capitalised(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Begin a sentence of ours with a capital letter; a source's first word stays as it is."""
    if parts and isinstance(parts[0], str) and parts[0]:
        return (parts[0][0].upper() + parts[0][1:], *parts[1:])
    return parts
