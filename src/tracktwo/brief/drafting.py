"""By which rules does the program draft a judgement when no person has written one?

A drafted judgement counts and names; it never weighs. It is marked as drafted by rules and
unreviewed. Its confidence is "low" while all of its evidence stands in one document or comes
from one publisher, "moderate" beyond that, and never "high".
"""

from collections.abc import Iterable

from tracktwo.brief.citation import Citation
from tracktwo.brief.lists import counted
from tracktwo.brief.naming import speaker
from tracktwo.brief.sentence import Part, Sentence, capitalised, stopped

DRAFTED = "drafted by rules, unreviewed"


def drafted(
    words: str | tuple[Part, ...], evidence: Iterable[Citation] = (), basis: str = ""
) -> Sentence:
    """Draft a judgement from what it rests on.

    `basis` says what was counted or searched; without it the basis counts the statements, the
    voices and the documents of the evidence.
    """
    known = tuple(dict.fromkeys(evidence))
    parts = (words,) if isinstance(words, str) else words
    return Sentence(
        "judgement",
        stopped(capitalised(parts)),
        evidence=tuple(sorted(citation.number for citation in known)),
        by=DRAFTED,
        basis=basis or _counts(known),
        confidence=_confidence(known),
    )


def _counts(evidence: tuple[Citation, ...]) -> str:
    voices = {speaker(citation) for citation in evidence}
    documents = {citation.document.sha256 for citation in evidence}
    return (
        f"{counted(len(evidence), 'statement')}, {counted(len(voices), 'voice')}, "
        f"{counted(len(documents), 'document')}"
    )


def _confidence(evidence: tuple[Citation, ...]) -> str:
    if not evidence:
        return ""
    sources = {c.document.publisher or c.document.sha256 for c in evidence}
    return "moderate" if len(sources) > 1 else "low"
