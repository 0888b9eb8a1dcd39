"""What are the key judgements: those that people signed, or those that rules can draft?"""

from collections import Counter
from collections.abc import Iterator

from tracktwo.brief.blocks import Block, Note, Section, Sentences
from tracktwo.brief.citation import Citation
from tracktwo.brief.drafting import drafted
from tracktwo.brief.ground import Ground
from tracktwo.brief.ledger import Entry
from tracktwo.brief.lists import agreeing, counted, in_text, listed
from tracktwo.brief.naming import retellers, speaker
from tracktwo.brief.quoting import passage
from tracktwo.brief.sections.signed import forecasts, judgements
from tracktwo.brief.sections.talks import stances
from tracktwo.brief.sentence import Part, Sentence

_MOST = 6
_SIGNED = Note(
    (
        (
            "Signed.",
            (
                "Each judgement names who made it, and its confidence. Take a source away and the "
                "numbers below show which judgements lose their basis."
            ),
        ),
    ),
    aside=True,
)
_DRAFTED = Note(
    (
        (
            "Drafted by rules.",
            (
                "No person has signed a judgement. These count and name what the sources hold, and "
                "weigh nothing. Confidence is low while all evidence comes from one publisher, "
                "moderate beyond that, never high."
            ),
        ),
    ),
    aside=True,
)
_ACTS = {
    "demand": "a demand",
    "propose": "an offer",
    "accept": "an acceptance",
    "reject": "a refusal",
    "threaten": "a warning",
    "promise": "a pledge",
    "accuse": "a charge",
    "deny": "a denial",
    "claim": "a remark",
}


def key_judgements(ground: Ground) -> Section:
    """Give the signed judgements and forecasts of the case, or those that rules draft."""
    signed = judgements(ground, "judgements") + forecasts(ground)
    blocks: tuple[Block, ...]
    if signed:
        blocks = (_SIGNED, Sentences(signed, key=True))
    else:
        blocks = (_DRAFTED, Sentences(tuple(_drafts(ground)), key=True))
    return Section("judgements", "Key judgements", blocks)


def _drafts(ground: Ground) -> Iterator[Sentence]:
    groups = ground.ledger.by_demander()
    if not groups:
        yield drafted("The sources hold no demand.", basis=ground.searched())
    for group in groups[:_MOST]:
        yield _demands(group)
    if len(groups) > _MOST:
        rest = [entry for group in groups[_MOST:] for entry in group]
        yield drafted(
            f"Beyond these, the sources hold {counted(len(rest), 'demand')} by others",
            [entry.first for entry in rest[:_MOST]],
            basis=counted(len(rest), "demand"),
        )
    yield _room(ground)
    yield _talks(ground)
    yield from _contested(ground)


def _demands(group: tuple[Entry, ...]) -> Sentence:
    """Say how many demands a party makes, of whom, and what is said to have become of them."""
    who = group[0].side.name if group[0].side else group[0].demander
    asked = dict.fromkeys(
        name
        for entry in group
        if entry.first.statement
        for name in entry.first.statement.addressees
    )
    of_whom = f", of {_some(list(asked))}" if asked else ", of nobody by name"
    standing = Counter(entry.standing for entry in group)
    replies = list(dict.fromkeys(reply for entry in group for reply in entry.replies))
    makes = f"{in_text(who)} {agreeing(who, 'makes', 'make')} {counted(len(group), 'demand')}"
    return drafted(
        f"{makes} in the sources{of_whom}; {_outcomes(standing, replies)}",
        [*(entry.first for entry in group), *replies],
    )


def _some(names: list[str]) -> str:
    return listed(map(in_text, names)) if len(names) <= 4 else _and_others(names)


def _outcomes(standing: Counter[str], replies: list[Citation]) -> str:
    total = sum(standing.values())
    if standing["no reply"] == total:
        return "no reply to it was found" if total == 1 else "no reply was found"
    outcomes = [_outcome(how, count, total) for how, count in standing.items()]
    return f"{listed(outcomes)}, by {_some(list(dict.fromkeys(map(speaker, replies))))}"


def _outcome(how: str, count: int, total: int) -> str:
    some = "all are" if count == total else counted(count, "is", "are")
    who = "it is" if total == 1 else some
    return f"{who} {'without a reply' if how == 'no reply' else f'reported {how}'}"


def _room(ground: Ground) -> Sentence:
    found = [(reading.document, room) for reading in ground.readings for room in reading.room]
    if not found:
        return drafted(
            "No voice in the sources names anything as negotiable.", basis=ground.searched()
        )
    cited = [ground.citations.at(document, room.span) for document, room in found]
    names = list(dict.fromkeys(map(speaker, cited)))
    parts: list[Part] = [
        (
            f"{counted(len(names), 'voice names', 'voices name')} something as negotiable, "
            f"{_some(names)}: "
        )
    ]
    for at, (citation, (_, room)) in enumerate(zip(cited[:3], found[:3], strict=True)):
        parts += ["; " if at else "", passage(citation.document, room.span, 160)]
    return drafted(tuple(parts), cited)


def _and_others(names: list[str]) -> str:
    return f"{', '.join(map(in_text, names[:3]))} and {counted(len(names) - 3, 'other')}"


def _talks(ground: Ground) -> Sentence:
    latest = [(side, acts[0]) for side, acts in stances(ground) if acts]
    if not latest:
        return drafted(
            "No party’s own act about talks is recorded in the sources.", basis=ground.searched()
        )
    acts = [
        f"{_ACTS[citation.statement.act]} by {_whose(side.name, citation)}"
        for side, citation in latest
        if citation.statement
    ]
    silent = [in_text(side.name) for side, found in stances(ground) if not found]
    tail = f"; nothing is recorded from {listed(silent)}" if silent else ""
    return drafted(
        f"On talks, the latest act recorded of each party is {listed(acts)}{tail}",
        [citation for _, citation in latest],
    )


def _whose(side: str, citation: Citation) -> str:
    name = speaker(citation)
    retold = ", as retold" if retellers(citation) else ""
    return f"{in_text(side)}{retold}" if name == side else f"{in_text(side)} ({name}{retold})"


def _contested(ground: Ground) -> Iterator[Sentence]:
    pairs = [
        (claim, counter)
        for reading in ground.readings
        for pair in reading.counters
        if (claim := ground.citations.find(pair.claim))
        and (counter := ground.citations.find(pair.counter))
    ]
    if pairs:
        cited = [citation for pair in pairs for citation in pair]
        claims = {claim.id for claim, _ in pairs}
        yield drafted(
            f"The sources set something against {counted(len(claims), 'claim')}",
            cited[:12],
            basis=counted(len(pairs), "pair"),
        )
