"""Who demands what of whom, since when, how firmly, and what came of it?"""

from collections.abc import Iterator

from tracktwo.brief.blocks import Absence, Block, Cell, Column, Note, Row, Section, Sentences, Table
from tracktwo.brief.cells import NOT_STATED, dated, said, words
from tracktwo.brief.citation import Citation
from tracktwo.brief.ground import Ground
from tracktwo.brief.ledger import Entry, Telling
from tracktwo.brief.lists import figured, in_text, listed
from tracktwo.brief.naming import retellers, speaker
from tracktwo.brief.quoting import passage, quoted
from tracktwo.brief.sections.moves import moves
from tracktwo.brief.sections.signed import assumptions, judgements
from tracktwo.brief.sentence import Dropped, Part
from tracktwo.brief.telling import told
from tracktwo.brief.titles import short
from tracktwo.casemodel.case import Case, Position

_AGAIN = Note(
    (
        (
            "A repeat is not a new demand.",
            (
                "A retelling may be narrower. That may be the speaker’s summary and need not be a "
                "change of position."
            ),
        ),
    ),
    aside=True,
)
_LOOSE = 12


def demands(ground: Ground) -> Section:
    """Give the ledger of demands, what else is said to be demanded, and the red lines."""
    ledger = ground.ledger
    blocks: list[Block] = []
    if ledger.entries:
        blocks += [_AGAIN, _ledger(ledger.by_demander()), *moves(ground)]
    else:
        blocks.append(Absence("The sources hold no demand.", ground.searched()))
    loose = tuple(told(citation) for citation in ledger.loose[:_LOOSE])
    if loose:
        blocks.append(Sentences(loose, heading="How the demands are summed up or described"))
    blocks += _red_lines(ground)
    signed = judgements(ground, "demands") + assumptions(ground, "demands")
    if signed:
        blocks.append(Sentences(signed))
    return Section("demands", "Demands and red lines", tuple(blocks))


def _ledger(groups: tuple[tuple[Entry, ...], ...]) -> Table:
    total = sum(len(group) for group in groups)
    return Table(
        "ledger",
        f"Demand ledger: {figured(total, 'demand')}",
        "Every row is an attributed claim. Words are the source’s own, spelling included; "
        "struck-through words are those that a repeat leaves out.",
        (
            Column("No."),
            Column("Words", "quote"),
            Column("Of whom"),
            Column("Since"),
            Column("Firmness"),
            Column("Status"),
        ),
        tuple(row for group in groups for row in _group(group)),
        kind="claim",
        foot="Firmness runs non-negotiable, firm, stated, hedged, tentative, vague. A status of no "
        "reply means that the program links none; the sources may hold one.",
    )


def _group(group: tuple[Entry, ...]) -> Iterator[Row]:
    who = group[0].side
    title = f"Demands of {in_text(who.name if who else group[0].demander)}"
    speakers = dict.fromkeys(entry.demander for entry in group)
    voices = (
        ""
        if list(speakers) == [who.name if who else group[0].demander]
        else f"voiced by {listed(map(in_text, speakers))}"
    )
    place = who.place if who else None
    yield Row(
        (Cell((title,), under=(voices,) if voices else (), party=place),),
        level="group",
        silent=True,
    )
    for entry in group:
        yield _row(entry)
        yield from (_again(entry, telling) for telling in entry.repeats)


def _row(entry: Entry) -> Row:
    return Row(
        (
            words(str(entry.number)),
            said(entry.first),
            _of_whom(entry.first),
            dated(entry.first),
            _firmness(entry),
            _status(entry),
        )
    )


def _of_whom(citation: Citation) -> Cell:
    names = citation.statement.addressees if citation.statement else ()
    return words(listed(names) or NOT_STATED)


def _firmness(entry: Entry) -> Cell:
    statement = entry.first.statement
    if statement is None:
        return Cell()
    under: list[Part] = []
    if statement.firmness_cue is not None:
        under.append(passage(entry.first.document, statement.firmness_cue))
    firm = statement.firmness.replace("_", "-")
    if entry.described and firm != "non-negotiable":
        under.append(("; " if under else "") + "described as not negotiable")
        return Cell((firm,), tuple(c.number for c in entry.described[:3]), tuple(under))
    return Cell((firm,), under=tuple(under))


def _status(entry: Entry) -> Cell:
    who = dict.fromkeys(map(speaker, entry.replies))
    return Cell(
        (entry.standing,),
        tuple(reply.number for reply in entry.replies),
        under=(f"by {listed(map(in_text, who))}",) if who else (),
    )


def _again(entry: Entry, telling: Telling) -> Row:
    said_by = retellers(telling.citation)
    where = f"by {listed(map(in_text, said_by or (speaker(telling.citation),)))}"
    if telling.elsewhere:
        where = f"in {short(telling.citation.document)}"
    return Row(
        (
            words("again"),
            Cell(_repeated(telling), (telling.citation.number,)),
            Cell(),
            words(where),
            Cell(),
            words(_difference(entry, telling)),
        ),
        level="again",
    )


def _repeated(telling: Telling) -> tuple[Part, ...]:
    struck: list[Part] = []
    for dropped in telling.dropped:
        struck += [" ", Dropped(dropped.strip(" ,;."))]
    return (quoted(telling.citation), *struck)


def _difference(entry: Entry, telling: Telling) -> str:
    if telling.dropped and telling.added:
        return "in other words"
    if telling.dropped:
        gone = listed(words.strip(" ,;.") for words in telling.dropped)
        return f"narrower: without “{gone}”"
    if telling.added:
        return f"wider: adds “{listed(words.strip(' ,;.') for words in telling.added)}”"
    same = entry.first.quote.casefold() == telling.citation.quote.casefold()
    return "same words" if same else "no difference in substance noted"


def _red_lines(ground: Ground) -> Iterator[Block]:
    case = ground.material.case
    lines = [p for p in case.positions if p.refuses] if case else []
    if case and lines:
        yield _refusals(ground, case, lines)
        return
    listed_already = {c.id for entry in ground.ledger.entries for c in entry.tellings}
    firm = tuple(
        told(citation)
        for citation in ground.statements()
        if citation.statement
        and citation.statement.firmness == "non_negotiable"
        and ground.sides.of(citation.statement)
        and citation.id not in listed_already
    )
    if firm:
        yield Sentences(firm, heading="Words said to leave no room")
    else:
        yield Absence(
            "No red line is named: the case has none, and no party’s words are marked as not "
            "negotiable."
            if case
            else "No party’s own words are marked as not negotiable.",
            ground.searched(),
        )


def _refusals(ground: Ground, case: Case, lines: list[Position]) -> Table:
    return Table(
        "red-lines",
        "Red lines",
        "What each party refuses, as the case records it. A line without a number is an analyst’s "
        "estimate.",
        (Column("Party"), Column("Refuses", "quote"), Column("On the issue"), Column("Set by")),
        tuple(row for line in lines for row in _refusal(ground, case, line)),
        foot="A red line without evidence is marked est.",
    )


def _refusal(ground: Ground, case: Case, line: Position) -> Iterator[Row]:
    issue = next(issue for issue in case.issues if issue.id == line.issue)
    titles = {option.id: option.title for option in issue.options}
    side = ground.sides.by_actor[line.party]
    evidence = ground.citations.of_case(line.evidence)
    yield Row(
        (
            Cell((side.name,), party=side.place),
            Cell(
                (" or ".join(titles[option] for option in line.refuses),),
                evidence,
                estimate=not evidence,
            ),
            words(issue.title),
            words(line.estimate_by or NOT_STATED),
        ),
        silent=True,
    )
