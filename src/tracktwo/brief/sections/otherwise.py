"""What does a scenario change, in words? The party and the issue by name, not by their place."""

from collections.abc import Iterator

from tracktwo.brief.amounts import title_of
from tracktwo.brief.lists import agreeing, in_text, listed
from tracktwo.casemodel.case import Case, Scenario
from tracktwo.casemodel.place import read_place


def otherwise(case: Case, scenario: Scenario) -> Iterator[str]:
    """Say each change of a scenario, in the order of the file.

    Parameters
    ----------
    case : Case
        As it stands; its parties and issues name those of the scenario.
    scenario : Scenario
        Of that case.

    Yields
    ------
    str
        One for each value that is set; nothing where none is. A value of a kind that has no words
        here stands with its place in the file.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "Darsa" }
    ... issues.dam = { title = "The dam", options = { high = "to the brim", low = "by half" } }
    ... positions = [{ party = "a", issue = "dam", refuses = ["high"] }]
    ... [[scenarios]]
    ... name = "Drought"
    ... text = "No rain."
    ... [scenarios.sets]
    ... "positions.a.dam.refuses" = ["low"]
    ... "acceptance.must" = ["a"]
    ... ''')
    >>> list(otherwise(case, case.scenarios[0]))
    ['Darsa refuses “by half” (The dam)', 'who has to accept: Darsa']
    """
    then = scenario.variant or case
    for place, value in scenario.sets:
        yield _words(then, place, value)


def titles_in(case: Case) -> dict[str, str]:
    """Give what the issues and scales of a case are called, by id."""
    issues = {issue.id: issue.title for issue in case.issues}
    scales = case.outlook.scales if case.outlook else ()
    return issues | {scale.id: title_of(scale, issues) for scale in scales}


def _words(then: Case, place: str, value: str) -> str:
    """Say one change; `then` is the case with it."""
    names, titles = {each.id: in_text(each.name) for each in then.parties}, titles_in(then)
    said = f"{place}: {value}"
    match read_place(place):
        case ("positions", str(party), str(issue), "refuses"):
            said = _refused(then, party, issue)
        case ("positions", str(party), str(at), str(part)):
            said = f"{part} of {names[party]} on {titles[at]}: {value}"
        case ("outlook", "stances", str(party), str(at), str(part)):
            said = f"{part} of {names[party]} on {titles[at]}: {value}"
        case ("outlook", "capability", str(party)):
            said = f"capability of {names[party]}: {value}"
        case ("parties", str(party), "no_agreement"):
            said = f"no agreement is worth {value} to {names[party]}"
        case ("acceptance", "must") if then.acceptance is not None:
            must = listed(names[party] for party in then.acceptance.must)
            said = f"who has to accept: {must or 'nobody by name'}"
        case ("acceptance", "at_least"):
            said = f"how many of the others have to accept: {value}"
    return said


def _refused(then: Case, party: str, issue: str) -> str:
    """Say what a party refuses, as the case has it: the words of a value do not tell ids apart."""
    name = next(each.name for each in then.parties if each.id == party)
    of = next(each for each in then.issues if each.id == issue)
    titles = {option.id: option.title for option in of.options}
    lines = [each.refuses for each in then.positions if (each.party, each.issue) == (party, issue)]
    refused = listed(f"“{titles[option]}”" for line in lines for option in line) or "nothing"
    return f"{in_text(name)} {agreeing(name, 'refuses', 'refuse')} {refused} ({of.title})"
