"""Who negotiates, who speaks for them, and who else has a voice in the sources?"""

from collections import Counter
from collections.abc import Iterator

from tracktwo.brief.blocks import Absence, Block, Cell, Column, Note, Row, Section, Sentences, Table
from tracktwo.brief.cells import words
from tracktwo.brief.citation import Citation
from tracktwo.brief.drafting import drafted
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, figured, in_text, listed
from tracktwo.brief.naming import speaker
from tracktwo.brief.sections.signed import assumptions, judgements
from tracktwo.brief.sentence import Sentence
from tracktwo.brief.sides import Side

_NOUNS = {
    "demand": ("demand", "demands"),
    "propose": ("proposal", "proposals"),
    "accept": ("acceptance", "acceptances"),
    "reject": ("refusal", "refusals"),
    "threaten": ("warning", "warnings"),
    "promise": ("pledge", "pledges"),
    "accuse": ("charge", "charges"),
    "deny": ("denial", "denials"),
    "claim": ("other statement", "other statements"),
}
_FEW = 12  # voices up to which each has a row
_NUMBERS = 5  # evidence numbers shown in a row


def parties(ground: Ground) -> Section:
    """Give each party's speakers with their acts, the other voices, and how uneven they are."""
    blocks: list[Block] = [_how(ground)]
    if ground.sides.parties:
        blocks.append(_parties(ground))
        blocks.append(
            Sentences(
                (_balance(ground), *judgements(ground, "parties"), *assumptions(ground, "parties"))
            )
        )
    else:
        blocks.append(
            Absence(
                "The sources name no one who asks, offers or refuses anything.", ground.searched()
            )
        )
    others = _others(ground)
    if others.rows:
        blocks.append(others)
    return Section("parties", "Parties and who speaks for them", tuple(blocks))


def _how(ground: Ground) -> Note:
    found = (
        "The case names the parties and their speakers; others speak for one by office and date."
        if ground.sides.from_case
        else "Parties are those who ask, offer, refuse, threaten, promise, accuse or deny in the "
        "sources, or of whom something is demanded. No person has named them."
    )
    return Note((("Parties.", found),), aside=True)


def _parties(ground: Ground) -> Table:
    rows = [row for side in ground.sides.parties for row in _side_rows(ground, side)]
    return Table(
        "parties",
        f"{figured(len(ground.sides.parties), 'party', 'parties')} and their speakers",
        "Every row counts attributed claims. Marks are given by order, and stay the same "
        "throughout.",
        (
            Column("Party"),
            Column("Speaker"),
            Column("Office"),
            Column("Acts reported"),
            Column("Statements", "number"),
        ),
        tuple(rows),
        kind="claim",
    )


def _side_rows(ground: Ground, side: Side) -> Iterator[Row]:
    voices = _voices(
        [c for c in ground.statements() if c.statement and ground.sides.of(c.statement) == side]
    )
    head = Cell((side.name,), party=side.place)
    if not voices:
        nothing = (words("no words in the sources"), Cell(), Cell(), words("0"))
        yield Row((head, *nothing), silent=True)
    for at, (name, citations) in enumerate(voices.items()):
        yield Row(
            (
                head,
                words(name),
                words(_office(ground, citations[0])),
                _acts(citations),
                words(f"{len(citations):,}"),
            ),
            level="again" if at else "row",
        )
        head = words(side.name)


def _voices(citations: list[Citation]) -> dict[str, list[Citation]]:
    voices: dict[str, list[Citation]] = {}
    for citation in citations:
        voices.setdefault(speaker(citation), []).append(citation)
    return dict(sorted(voices.items(), key=lambda voice: -len(voice[1])))


def _office(ground: Ground, citation: Citation) -> str:
    statement = citation.statement
    if statement is None or statement.speaker is None:
        return "author"
    ident = statement.speaker.actor
    role = ground.sides.role(ident, statement.date or ground.material.made.as_of)
    if role is not None and role.title:
        return role.title
    known = ground.sides.actors.get(ident)
    return known.type if known and known.type != "person" else "not stated"


def _acts(citations: list[Citation]) -> Cell:
    done = (c.statement for c in citations if c.statement and not c.statement.negated)
    counts = Counter[str](each.act for each in done)
    acts = (counted(counts[act], *_NOUNS[act]) for act in _NOUNS if counts[act])
    numbers = [citation.number for citation in citations]
    more = len(numbers) > _NUMBERS
    return Cell(
        (", ".join(acts) or "none done, as the words say",),
        tuple(numbers[:_NUMBERS]),
        under=(f"the first {_NUMBERS} of {len(numbers)} numbers",) if more else (),
    )


def _balance(ground: Ground) -> Sentence:
    counts = {
        side.name: [
            c for c in ground.statements() if c.statement and ground.sides.of(c.statement) == side
        ]
        for side in ground.sides.parties
    }
    shares = (
        f"{counted(len(found), 'statement')} by {in_text(name)}" for name, found in counts.items()
    )
    return drafted(
        f"The sources hold {listed(shares)}; the imbalance is theirs, and it limits every "
        "comparison below",
        [found[0] for found in counts.values() if found],
        basis="a count of all statements",
    )


def _others(ground: Ground) -> Table:
    found = [c for c in ground.statements() if c.statement and ground.sides.of(c.statement) is None]
    voices = _voices(found)
    rows = [
        Row(
            (
                words(name),
                words(_office(ground, citations[0])),
                _acts(citations),
                words(f"{len(citations):,}"),
            )
        )
        for name, citations in voices.items()
        if len(citations) > 1 or len(voices) <= _FEW
    ]
    single = {name: cited[0] for name, cited in voices.items() if len(cited) == 1}
    if single and len(voices) > _FEW:
        rows.append(_singles(single))
    return Table(
        "voices",
        f"{figured(len(voices), 'other voice')}",
        "Authors, analysts, media and unnamed groups: they report and judge, and do not negotiate.",
        (
            Column("Voice"),
            Column("Office"),
            Column("Acts reported"),
            Column("Statements", "number"),
        ),
        tuple(rows),
        kind="claim",
    )


def _singles(voices: dict[str, Citation]) -> Row:
    """Put the voices with one statement each into one row, each with its number."""
    parts = tuple(part for name in voices for part in (", ", in_text(name)))[1:]
    return Row(
        (
            words(counted(len(voices), "voice").capitalize() + " with one statement each"),
            Cell(),
            Cell(("".join(parts),), tuple(citation.number for citation in voices.values())),
            words(f"{len(voices):,}"),
        )
    )
