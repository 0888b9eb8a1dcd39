"""What is left of a case when evidence is taken away? Numbers without their ground fall."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from tracktwo.casemodel.case import Case, Party, Position, Refusal, Rule
from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.outlook import Capability, Outlook, Stance

Gone: TypeAlias = Callable[[Evidence], bool]
_Part: TypeAlias = Position | Refusal | Rule | Capability | Stance


def without(case: Case, gone: Gone) -> tuple[Case, tuple[str, ...]]:
    """Take evidence from a case, and all numbers and red lines that rested on nothing else.

    A position, joint refusal, rule, capability or stance that lists evidence, all of which is
    gone, falls whole: the party is then silent there. One that keeps some evidence stays as it
    is, and so does one that never listed any: it rests on a signature, not on a source. With a
    party's capability all of its stances fall, as they have no weight. With a position that has
    points falls the party's no-agreement value, which is in the points of all its positions
    together and means nothing in those of the rest; the party then refuses nothing on that ground.

    Parameters
    ----------
    case : Case
        Any.
    gone : callable
        Tells of a piece of evidence whether it is taken away.

    Returns
    -------
    case : Case
        What is left, with the hash of the whole.
    fallen : tuple of str
        What fell, such as ``position of russia on membership``, in the order of the file.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "A" }
    ... issues.dam = { title = "Dam", options = { high = "high", low = "low" } }
    ... positions = [{ party = "a", issue = "dam", refuses = ["high"], evidence = ["st:1"] }]
    ... ''')
    >>> left, fallen = without(case, lambda evidence: evidence.statement == "st:1")
    >>> left.positions, fallen
    ((), ('position of a on dam',))
    """

    def stands(part: _Part) -> bool:
        return not part.evidence or not all(map(gone, part.evidence))

    lost = tuple(each for each in case.positions if not stands(each))
    unpriced = {each.party for each in lost if each.points}
    outlook, fallen = _outlook(case.outlook, stands)
    left = replace(
        case,
        parties=tuple(
            _unpriced(party) if party.id in unpriced else party for party in case.parties
        ),
        positions=tuple(filter(stands, case.positions)),
        refusals=tuple(filter(stands, case.refusals)),
        rules=tuple(filter(stands, case.rules)),
        outlook=outlook,
    )
    return left, (*_named(case, stands, lost, unpriced), *fallen)


def _unpriced(party: Party) -> Party:
    return replace(party, no_agreement=None)


def _outlook(
    outlook: Outlook | None, stands: Callable[[_Part], bool]
) -> tuple[Outlook | None, tuple[str, ...]]:
    if outlook is None:
        return None, ()
    capabilities = tuple(filter(stands, outlook.capabilities))
    strong = {each.party for each in capabilities}
    stances = tuple(each for each in outlook.stances if stands(each) and each.party in strong)
    fallen = [f"capability of {e.party}" for e in outlook.capabilities if e not in capabilities]
    fallen += [f"stance of {e.party} on {e.scale}" for e in outlook.stances if e not in stances]
    return replace(outlook, capabilities=capabilities, stances=stances), tuple(fallen)


def _named(
    case: Case, stands: Callable[[_Part], bool], lost: tuple[Position, ...], unpriced: set[str]
) -> Iterator[str]:
    for party in case.parties:
        if party.id in unpriced and party.no_agreement is not None:
            yield f"no-agreement value of {party.id}"
    for position in lost:
        yield f"position of {position.party} on {position.issue}"
    for refusal in case.refusals:
        if not stands(refusal):
            yield f"joint refusal by {refusal.party}"
    for number, rule in enumerate(case.rules, start=1):
        if not stands(rule):
            yield f"rule {number}"
