"""Statements and documents of a made-up quarrel between Westmark and Eastmark, written by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracktwo.documents.document import Document, Original, Span, text_hash
from tracktwo.reading.reading import Demand, Reading
from tracktwo.reading.statement import Speaker, Statement, statement_id


@dataclass(frozen=True, slots=True)
class ByName:
    """Parties that are no more than the names of the speakers."""

    def speaking(self, statement: Statement) -> str:
        """Give the speaker's name."""
        return statement.speaker.name if statement.speaker else ""

    def addressed(self, statement: Statement) -> tuple[str, ...]:
        """Give the addressees' names."""
        return statement.addressees

    def name(self, party: str) -> str:
        """Give the party itself."""
        return party

    def place(self, party: str) -> int:
        """Give no party a place before another, and those without a name one behind."""
        return 0 if party else 1


def statement(words: str, act: str = "demand", by: str = "Westmark", **fields: object) -> Statement:
    """Give a statement of some words; its place is set by `document`."""
    whom = ("Eastmark",) if act == "demand" else ()
    given: dict[str, object] = {"addressees": whom, "reporting": "indirect"} | fields
    return Statement(
        "st:0",
        "",
        (Span(0, len(words)),),
        words,
        Speaker(by.lower(), by),
        ("author", by),
        act,  # type: ignore[arg-type] # the tests write acts as plain words
        **given,  # type: ignore[arg-type] # fields of a statement, by name
    )


def document(
    published: str, said: Sequence[Statement | tuple[str, Statement]]
) -> tuple[Document, Reading]:
    """Give a document of a day with one sentence for each statement, and its reading.

    A statement may stand with the words before it, which then are its cue. Demands and
    withdrawals in the same words are one demand of the reading.
    """
    pairs = [each if isinstance(each, tuple) else ("", each) for each in said]
    text = "".join(f"{cue} {each.quote}. " for cue, each in pairs)
    sha = text_hash(published + text)
    original = Original(sha, "text/plain", published + text)
    doc = Document(f"{published}.txt", published + text, sha, original, date=published)
    at, placed = len(published), []
    for cue, each in pairs:
        start = at + len(cue) + 1
        content = (Span(start, start + len(each.quote)),)
        placed.append(
            replace(
                each,
                id=statement_id(sha, content),
                document=sha,
                content=content,
                cue=Span(at, at + len(cue)) if cue else None,
                sentence=Span(at, start + len(each.quote)),
            )
        )
        at = start + len(each.quote) + 2
    asked = [s for s in placed if s.act == "demand" or s.subtype == "withdrawn_demand"]
    alike = {each.quote: [s for s in asked if s.quote == each.quote] for each in asked}
    demands = tuple(
        Demand(f"d{n}", "Westmark", group[0].addressees, tuple(s.id for s in group))
        for n, group in enumerate(alike.values(), start=1)
    )
    return doc, Reading(sha, "rules", tuple(placed), demands=demands)
