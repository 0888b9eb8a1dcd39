"""Which sentences of a brief break its law?

A fact needs a statement that a person has accepted. A claim names its speaker and rests on a
quotation. An assumption says who set it. A judgement lists its basis and is signed. A forecast
is signed and has a date on which it is settled. Words in quotation marks are the source's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.brief.blocks import Block, Cell, Exchange, Pair, Section, Sentences, Table
from tracktwo.brief.brief import Brief
from tracktwo.brief.citation import Citation
from tracktwo.brief.sentence import Part, Quoted, Sentence, plain


@dataclass(frozen=True, slots=True)
class Breach:
    """A sentence that breaks the law: its section, its words, and what is missing."""

    place: str
    words: str
    flaw: str

    def __str__(self) -> str:
        """Give the line that a user reads."""
        return f"{self.place}: {self.flaw}: {self.words}"


def breaches(brief: Brief) -> tuple[Breach, ...]:
    """List every sentence, row and piece of evidence that breaks the law, in order.

    Linear in the brief, and in the length of the passages that it quotes.
    """
    found = [
        Breach(f"section {number}, {section.title}", words, flaw)
        for number, section in enumerate(brief.sections, start=1)
        for words, flaw in _in_section(section, brief.citations)
    ]
    found += [Breach("the case", line, "evidence not found") for line in brief.missing]
    return tuple(found)


def flaws(sentence: Sentence, citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """Say what a sentence lacks; () for a sound one."""
    unknown = [n for n in sentence.evidence if not 1 <= n <= len(citations)]
    if unknown:
        return (f"evidence {unknown[0]} does not exist",)
    cited = [citations[number - 1] for number in sentence.evidence]
    return (*_of_its_kind(sentence, cited), *_misquoted(sentence.parts, cited))


def _of_its_kind(sentence: Sentence, cited: list[Citation]) -> Iterator[str]:
    kind = sentence.kind
    if kind == "fact" and not any(citation.accepted for citation in cited):
        yield "basis not yet accepted"
    if kind == "claim" and not cited:
        yield "no evidence"
    if kind == "claim" and sentence.speaker.casefold() not in plain(sentence.parts).casefold():
        yield "speaker not named"
    if kind == "claim" and not sentence.speaker:
        yield "no speaker"
    if kind not in ("fact", "claim") and not sentence.by:
        yield "not signed" if kind != "assumption" else "nobody set it"
    if kind == "judgement" and not cited and not sentence.basis:
        yield "no basis"
    if kind == "forecast" and not sentence.resolves_on:
        yield "no date on which it is settled"


def _misquoted(parts: tuple[Part, ...], cited: list[Citation]) -> Iterator[str]:
    """Find words in quotation marks that stand in none of the passages cited."""
    for part in parts:
        if isinstance(part, Quoted):
            for piece in part.pieces:
                if not any(_holds(citation, piece) for citation in cited):
                    yield f"quotes words that its evidence does not hold: {piece[:60]!r}"


def _holds(citation: Citation, piece: str) -> bool:
    return piece in reach(citation)


def reach(citation: Citation) -> str:
    """Give the stretch of text that a citation speaks for.

    It runs over the statement's words, its sentence, its cue, the name of its speaker and its
    condition.
    """
    spans = [citation.hull]
    statement = citation.statement
    if statement is not None:
        mention = statement.speaker.mention if statement.speaker else None
        others = (
            statement.sentence,
            statement.cue,
            statement.condition,
            mention,
            statement.firmness_cue,
        )
        spans += [span for span in others if span is not None]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return citation.document.text[start:end]


def _in_section(section: Section, citations: tuple[Citation, ...]) -> Iterator[tuple[str, str]]:
    for block in section.blocks:
        for sentence in _sentences(block):
            for flaw in flaws(sentence, citations):
                yield plain(sentence.parts), flaw
        for table in _tables(block):
            yield from _in_table(table, citations)


def _sentences(block: Block) -> tuple[Sentence, ...]:
    if isinstance(block, Sentences):
        return block.items
    return block.answers if isinstance(block, Exchange) else ()


def _tables(block: Block) -> tuple[Table, ...]:
    if isinstance(block, Pair):
        return (block.table,)
    return (block,) if isinstance(block, Table) else ()


def _in_table(table: Table, citations: tuple[Citation, ...]) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        said = " | ".join(plain(cell.parts) for cell in row.cells if cell.parts)
        numbers = [number for cell in row.cells for number in cell.evidence]
        if table.kind == "claim" and not row.silent and not numbers:
            yield said, "no evidence"
        if any(not 1 <= number <= len(citations) for number in numbers):
            yield said, "evidence does not exist"
            continue
        for cell in row.cells:
            for flaw in _misquoted_cell(cell, numbers, citations):
                yield said, flaw


def _misquoted_cell(
    cell: Cell, numbers: list[int], citations: tuple[Citation, ...]
) -> Iterator[str]:
    own = cell.evidence or tuple(numbers)
    return _misquoted((*cell.parts, *cell.under), [citations[number - 1] for number in own])
