"""How are red lines written in a sentence, and on what evidence does each rest?"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from tracktwo.analyses.settlement.settlement import RedLine
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import agreeing, in_text, listed
from tracktwo.casemodel.case import Case


def lines_in_words(case: Case, crossed: Iterable[RedLine]) -> Iterator[str]:
    """Write red lines out, those of a party on one issue together."""
    groups: dict[tuple[str, str], list[RedLine]] = {}
    for line in crossed:
        key = line.id if line.kind == "combination" else line.issue
        groups.setdefault((line.party, key), []).append(line)
    titles = {issue.id: issue.title for issue in case.issues}
    options = {
        (issue.id, option.id): option.title for issue in case.issues for option in issue.options
    }
    for (party, issue), lines in groups.items():
        name = next(each.name for each in case.parties if each.id == party)
        who = in_text(name)
        if lines[0].kind == "combination":
            for line in lines:
                both = " together with ".join(together(case, line))
                yield f"{who} {agreeing(name, 'refuses', 'refuse')} {both}"
            continue
        if not issue:
            floor = decimal(lines[0].value or Fraction())
            yield f"{who} {agreeing(name, 'needs', 'need')} at least {floor} points in all (est.)"
            continue
        refused = listed(f"“{options[issue, line.option]}”" for line in lines)
        yield f"{who} {agreeing(name, 'refuses', 'refuse')} {refused} on “{titles[issue]}”"


def together(case: Case, line: RedLine) -> Iterator[str]:
    """Name the options of a refused combination, issue by issue."""
    for issue in case.issues:
        chosen = dict(line.combination).get(issue.id, ())
        if chosen:
            titles = [option.title for option in issue.options if option.id in chosen]
            yield f"{listed(f'“{title}”' for title in titles)} on “{issue.title}”"


def decimal(value: Fraction) -> str:
    """Write an exact worth with at most two decimals, without idle zeros.

    >>> decimal(Fraction(137, 2)), decimal(Fraction(1, 3)), decimal(Fraction(64))
    ('68.5', '0.33', '64')
    """
    return f"{float(round(value, 2)):.2f}".rstrip("0").rstrip(".")


def behind(ground: Ground, case: Case, lines: tuple[RedLine, ...]) -> tuple[int, ...]:
    """Give the numbers of the evidence on which red lines rest."""
    evidence = [
        each
        for line in lines
        for position in case.positions
        if (position.party, position.issue) == (line.party, line.issue)
        for each in position.evidence
    ]
    evidence += [
        each
        for line in lines
        for refusal in case.refusals
        if refusal.party == line.party and dict(refusal.together) == dict(line.combination)
        for each in refusal.evidence
    ]
    return ground.citations.of_case(evidence)


def title_of(case: Case, issue: str, option: str = "") -> str:
    """Give the title of an issue, or of one of its options."""
    found = next(each for each in case.issues if each.id == issue)
    return next((each.title for each in found.options if each.id == option), found.title)
