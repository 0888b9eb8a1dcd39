"""What is missing, so that nobody takes silence for an answer?"""

from collections.abc import Iterator

from tracktwo.brief.blocks import Section, Sentences
from tracktwo.brief.citation import Citation
from tracktwo.brief.drafting import drafted
from tracktwo.brief.ground import Ground
from tracktwo.brief.ledger import Entry, Ledger, keep_ledger
from tracktwo.brief.lists import counted, in_text, listed
from tracktwo.brief.naming import label, speaker
from tracktwo.brief.sections.signed import judgements
from tracktwo.brief.sentence import Sentence

_SHOWN = 8


def gaps(ground: Ground) -> Section:
    """Give what the sources leave out: each gap with what it was looked for in."""
    ledger = keep_ledger(ground)
    found = (
        *judgements(ground, "gaps"),
        *_documents(ground),
        *_silent(ground),
        *_demands(ledger),
        *_single(ledger),
        *_speakers(ground),
        *_issues(ground),
    )
    nothing = drafted(("No gap was found by the rules that look for them.",), (),
                      basis=ground.searched())  # fmt: skip
    return Section("gaps", "Gaps", (Sentences(found or (nothing,)),))


def _gap(text: str, evidence: list[Citation], basis: str) -> Sentence:
    return drafted((text,), evidence[:_SHOWN], basis=basis)


def _documents(ground: Ground) -> Iterator[Sentence]:
    documents = ground.material.documents
    undated = [label(d) for d in documents if not d.date]
    if undated:
        yield _gap(
            "No document gives its date of publication."
            if len(undated) == len(documents) > 1
            else f"The date of publication is missing for {_named(undated, 'document')}.",
            [],
            "searched: what the documents say of themselves",
        )
    ungraded = [label(d) for d in documents if d.sha256 not in ground.material.grades]
    if ungraded:
        yield _gap(f"No grade is given to {_named(ungraded, 'document')}.", [],
                   "searched: the grades handed in")  # fmt: skip
    if len({d.publisher or d.sha256 for d in documents}) == 1:
        yield _gap("All documents come from one publisher, so none confirms another."
                   if len(documents) > 1
                   else "There is one document, so nothing confirms or contradicts it.",
                   [], counted(len(documents), "document"))  # fmt: skip


def _named(names: list[str], noun: str) -> str:
    if len(names) <= 4:
        return listed(f"“{name}”" for name in names)
    return f"{counted(len(names), noun)}, among them “{names[0]}”"


def _silent(ground: Ground) -> Iterator[Sentence]:
    heard = {side for c in ground.statements() if c.statement for side in [ground.sides.of(c.statement)]}
    silent = [side.name for side in ground.sides.parties if side not in heard]
    if silent:
        yield _gap(f"No words of {listed(map(in_text, silent))} are in the sources.", [], ground.searched())


def _demands(ledger: Ledger) -> Iterator[Sentence]:
    undated = [e for e in ledger.entries if not (e.first.statement and e.first.statement.date)]
    if undated:
        yield _gap(f"The sources do not date {_numbered(undated)}.", _firsts(undated), "the ledger")
    unaddressed = [
        e for e in ledger.entries if not (e.first.statement and e.first.statement.addressees)
    ]
    if unaddressed:
        yield _gap(f"The sources do not say of whom {_numbered(unaddressed)} "
                   f"{'is' if len(unaddressed) == 1 else 'are'} made.",
                   _firsts(unaddressed), "the ledger")  # fmt: skip
    unanswered = [e for e in ledger.entries if not e.replies]
    if unanswered:
        yield _gap(f"No reply is recorded to {_numbered(unanswered)}.", _firsts(unanswered),
                   "the ledger")  # fmt: skip


def _single(ledger: Ledger) -> Iterator[Sentence]:
    single = [e for e in ledger.entries if len({c.document.sha256 for c in e.tellings}) == 1]
    several = len({c.document.sha256 for e in ledger.entries for c in e.tellings}) > 1
    if single and several:
        yield _gap(f"Only one document holds {_numbered(single)}.", _firsts(single), "the ledger")


def _numbered(entries: list[Entry]) -> str:
    if len(entries) == 1:
        return f"demand {entries[0].number}"
    if len(entries) <= 8:
        return f"demands {listed(str(entry.number) for entry in entries)}"
    return f"{len(entries):,} of the demands, from demand {entries[0].number} on"


def _firsts(entries: list[Entry]) -> list[Citation]:
    return [entry.first for entry in entries]


def _speakers(ground: Ground) -> Iterator[Sentence]:
    unsure = [c for c in ground.statements() if c.statement and c.statement.candidates]
    if unsure:
        yield _gap(
            f"The reader could not decide who speaks in {counted(len(unsure), 'statement')}.",
            unsure,
            "each has two or more candidates",
        )
    unnamed = {
        speaker(c): c
        for c in ground.statements()
        if c.statement and c.statement.speaker
        and (actor := ground.sides.actors.get(c.statement.speaker.actor))
        and actor.type == "group"
    }  # fmt: skip
    if unnamed:
        yield _gap(f"Nobody is named behind {listed(f'“{name}”' for name in list(unnamed)[:6])}.",
                   list(unnamed.values()), "the speakers’ names")  # fmt: skip


def _issues(ground: Ground) -> Iterator[Sentence]:
    case = ground.material.case
    if case is None:
        return
    stated = {(p.party, p.issue) for p in case.positions if p.points or p.refuses}
    for issue in case.issues:
        silent = [p.name for p in case.parties if (p.id, issue.id) not in stated]
        if silent:
            yield _gap(f"The case holds no position of {listed(map(in_text, silent))} on “{issue.title}”.", [],
                       "the positions of the case")  # fmt: skip
    estimated = [p for p in case.positions if (p.points or p.refuses) and not p.evidence]
    if estimated:
        yield _gap(
            f"{counted(len(estimated), 'position').capitalize()} of the case "
            f"{'rests' if len(estimated) == 1 else 'rest'} on no quotation.",
            [],
            "the positions of the case",
        )
