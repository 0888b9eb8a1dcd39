"""What is missing, so that nobody takes silence for an answer?"""

import re
from collections.abc import Iterator

from tracktwo.brief.blocks import Section, Sentences
from tracktwo.brief.citation import Citation
from tracktwo.brief.drafting import drafted
from tracktwo.brief.ground import Ground
from tracktwo.brief.ledger import Entry, Ledger
from tracktwo.brief.lists import counted, first_upper, in_text, listed
from tracktwo.brief.naming import speaker
from tracktwo.brief.sections.signed import judgements
from tracktwo.brief.sentence import Sentence
from tracktwo.brief.titles import label

_SHOWN = 8
_UNNAMED = re.compile(
    r"[a-z]|(?i:some|many|several|others|both|each|all|analysts|experts|observers|"
    r"critics|officials|diplomats|sources|commentators)\b"
)
_SELF = "searched: what the documents say of themselves"
_CASE = "the positions of the case"


def gaps(ground: Ground) -> Section:
    """Give what the sources leave out: each gap with what it was looked for in."""
    ledger = ground.ledger
    found = (
        *judgements(ground, "gaps"),
        *_documents(ground),
        *_silent(ground),
        *_demands(ledger),
        *_single(ledger),
        *_speakers(ground),
        *_issues(ground),
    )
    nothing = drafted("No gap was found by the rules that look for them.", basis=ground.searched())
    return Section("gaps", "Gaps", (Sentences(found or (nothing,)),))


def _documents(ground: Ground) -> Iterator[Sentence]:
    documents = ground.material.documents
    if not documents:
        yield drafted("There are no sources, so nothing below or above rests on one", basis=_SELF)
        return
    for note in dict.fromkeys(n for r in ground.material.readings for n in r.notes):
        yield drafted(f"A document was not read as it should be: {note}", basis=_SELF)
    undated = [label(document) for document in documents if not document.date]
    if len(undated) == len(documents) > 1:
        yield drafted("No document gives its date of publication", basis=_SELF)
    elif undated:
        yield drafted(f"The date of publication is missing for {_named(undated)}", basis=_SELF)
    ungraded = [label(d) for d in documents if d.sha256 not in ground.material.grades]
    if ungraded:
        yield drafted(f"No grade is given to {_named(ungraded)}", basis="searched: the grades")
    if len(documents) == 1:
        yield drafted("There is one document, so nothing confirms or contradicts it", basis=_SELF)
    elif len({document.publisher or document.sha256 for document in documents}) == 1:
        yield drafted(
            "All documents come from one publisher, so none confirms another", basis=_SELF
        )


def _named(names: list[str]) -> str:
    if len(names) <= 4:
        return listed(f"“{name}”" for name in names)
    return f"{counted(len(names), 'document')}, among them “{names[0]}”"


def _silent(ground: Ground) -> Iterator[Sentence]:
    heard = {ground.sides.of(c.statement) for c in ground.statements() if c.statement}
    silent = [in_text(side.name) for side in ground.sides.parties if side not in heard]
    if silent:
        yield drafted(f"No words of {listed(silent)} are in the sources", basis=ground.searched())


def _demands(ledger: Ledger) -> Iterator[Sentence]:
    undated = [e for e in ledger.entries if not (e.first.statement and e.first.statement.date)]
    if undated:
        yield _of(undated, f"The sources do not date {_numbered(undated)}")
    unaddressed = [
        e for e in ledger.entries if not (e.first.statement and e.first.statement.addressees)
    ]
    if unaddressed:
        made = "is made" if len(unaddressed) == 1 else "are made"
        yield _of(unaddressed, f"The sources do not say of whom {_numbered(unaddressed)} {made}")
    unanswered = [e for e in ledger.entries if not e.replies]
    if unanswered:
        yield _of(unanswered, f"No reply was found to {_numbered(unanswered)}")


def _single(ledger: Ledger) -> Iterator[Sentence]:
    single = [e for e in ledger.entries if len({c.document.sha256 for c in e.tellings}) == 1]
    several = len({c.document.sha256 for e in ledger.entries for c in e.tellings}) > 1
    if single and several:
        yield _of(single, f"Only one document holds {_numbered(single)}")


def _of(entries: list[Entry], words: str) -> Sentence:
    return drafted(words, [entry.first for entry in entries[:_SHOWN]], "the ledger of demands")


def _numbered(entries: list[Entry]) -> str:
    if len(entries) == 1:
        return f"demand {entries[0].number}"
    if len(entries) <= 8:
        return f"demands {listed(str(entry.number) for entry in entries)}"
    return f"{len(entries):,} of the demands, from demand {entries[0].number} on"


def _speakers(ground: Ground) -> Iterator[Sentence]:
    unsure = [c for c in ground.statements() if c.statement and c.statement.candidates]
    if unsure:
        yield drafted(
            f"The reader could not decide who speaks in {counted(len(unsure), 'statement')}",
            unsure[:_SHOWN],
            "each has two or more candidates",
        )
    unnamed = {speaker(c): c for c in ground.statements() if _is_group(ground, c)}
    if unnamed:
        names = listed(f"“{name}”" for name in list(unnamed)[:_SHOWN])
        yield drafted(
            f"Nobody is named behind {names}",
            list(unnamed.values())[:_SHOWN],
            "the names of the speakers",
        )


def _is_group(ground: Ground, citation: Citation) -> bool:
    statement = citation.statement
    if statement is None or statement.speaker is None or ground.sides.of(statement):
        return False
    actor = ground.sides.actors.get(statement.speaker.actor)
    return actor is not None and actor.type == "group" and _UNNAMED.match(actor.name) is not None


def _issues(ground: Ground) -> Iterator[Sentence]:
    case = ground.material.case
    if case is None:
        return
    stated = {(p.party, p.issue) for p in case.positions if p.points or p.refuses}
    for issue in case.issues:
        silent = [in_text(p.name) for p in case.parties if (p.id, issue.id) not in stated]
        if silent:
            yield drafted(
                f"The case holds no position of {listed(silent)} on “{issue.title}”", basis=_CASE
            )
    unfounded = [p for p in case.positions if (p.points or p.refuses) and not p.evidence]
    if unfounded:
        rest = "rests" if len(unfounded) == 1 else "rest"
        words = first_upper(counted(len(unfounded), "position"))
        yield drafted(f"{words} of the case {rest} on no quotation", basis=_CASE)
