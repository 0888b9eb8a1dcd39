"""Is there a zone of agreement; which packages lie in it; if none, which red lines forbid it?"""

from collections.abc import Iterator
from fractions import Fraction

from tracktwo.analyses.settlement.cover import cover
from tracktwo.analyses.settlement.settlement import Count, Package, RedLine, Settlement
from tracktwo.brief.blocks import Absence, Block, Cell, Column, Row, Sentences, Table
from tracktwo.brief.cells import words
from tracktwo.brief.figures import Figure, Zone
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import agreeing, counted, figured, in_text, listed
from tracktwo.brief.sections.zone import plots
from tracktwo.brief.sentence import Sentence
from tracktwo.casemodel.case import Case

_SHOWN = 12
_CONFLICTS = 8
_OPENINGS = 8


def agreement(ground: Ground, case: Case) -> Iterator[Block]:
    """Give the zone as a picture and a table, or in words why there is none."""
    settlement = ground.material.settlement
    if settlement is None:
        yield Absence("No settlement was worked out for this case.", "run: tracktwo settle")
        return
    yield Sentences((_verdict(ground, case, settlement),), heading="Is there a zone?")
    picture = plots(case, settlement)
    if picture:
        yield _figure(settlement, Zone(picture))
    if settlement.room:
        yield _packages(case, settlement)
    elif settlement.conflicts:
        yield Sentences(
            tuple(_conflicts(ground, case, settlement)),
            heading="Which red lines exclude each other",
        )
    if settlement.openings:
        yield Sentences(
            tuple(_openings(ground, case, settlement)), heading="What would open a zone"
        )
    blocks = [(line, count) for line, count in settlement.blocks if count]
    if blocks:
        yield _who_blocks(ground, case, settlement, blocks)
    else:
        yield Absence(
            "No red line refuses any package that the rules permit.",
            f"searched: {figured(settlement.permitted, 'package')}",
        )


def _verdict(ground: Ground, case: Case, settlement: Settlement) -> Sentence:
    accepted = settlement.count
    must = _must(case)
    if settlement.room:
        says = (
            f"On these estimates a zone exists: {_how_many(accepted)} of the "
            f"{settlement.permitted:,} packages that the rules permit "
            f"{'is' if accepted.high == 1 else 'are'} acceptable to {must}."
        )
    else:
        says = (
            f"On these estimates there is no zone: none of the {settlement.permitted:,} packages "
            f"that the rules permit is acceptable to {must}."
        )
    evidence = [e for p in case.positions if p.refuses for e in p.evidence]
    return _computed(settlement, says, ground.citations.of_case(evidence)[:12])


def _how_many(count: Count) -> str:
    """Give a count in words; where only bounds are known, both.

    >>> _how_many(Count(4, 4)), _how_many(Count(4, 1200))
    ('4', 'between 4 and 1,200')
    """
    return f"{count.high:,}" if count.exact else f"between {max(count.low, 1):,} and {count.high:,}"


def _must(case: Case) -> str:
    names = {party.id: party.name for party in case.parties}
    acceptance = case.acceptance
    if acceptance is None:
        return "all parties"
    rest = f" and {counted(acceptance.at_least, 'other')}" if acceptance.at_least else ""
    return listed(in_text(names[party]) for party in acceptance.must) + rest


def _computed(settlement: Settlement, words: str, evidence: tuple[int, ...]) -> Sentence:
    making = settlement.making
    return Sentence(
        "judgement",
        (words,),
        evidence=evidence,
        by=f"computed, {making.method}",
        basis=f"case {making.case_sha256[:12]}, its estimates and red lines",
    )


def _conflicts(ground: Ground, case: Case, settlement: Settlement) -> Iterator[Sentence]:
    for conflict in settlement.conflicts[:_CONFLICTS]:
        lines = "; ".join(_lines(case, conflict))
        yield _computed(
            settlement,
            f"These cannot all hold in one package: {lines}.",
            _behind(ground, case, conflict),
        )
    left = len(settlement.conflicts) - _CONFLICTS
    if left > 0:
        yield _computed(settlement, f"There are {left:,} more such sets.", ())


def _behind(ground: Ground, case: Case, lines: tuple[RedLine, ...]) -> tuple[int, ...]:
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


def _openings(ground: Ground, case: Case, settlement: Settlement) -> Iterator[Sentence]:
    """Say which red lines would have to be dropped, by how much one would have to move."""
    for opening in settlement.openings[:_OPENINGS]:
        lines = "; ".join(_lines(case, opening.without))
        all_of = "this " if len(opening.without) == 1 else "all of these "
        many = figured(opening.opens.high, "package")
        opened = many if opening.opens.exact else f"at most {many}"
        move = "" if opening.to is None else f" A value of {decimal(opening.to)} would do."
        yield _computed(
            settlement,
            f"Dropping {all_of}opens {opened}: {lines}.{move}",
            _behind(ground, case, opening.without),
        )
    left = len(settlement.openings) - _OPENINGS
    if left > 0:
        yield _computed(settlement, f"There are {left:,} more such ways.", ())


def _lines(case: Case, conflict: tuple[RedLine, ...]) -> Iterator[str]:
    """Write red lines out, those of a party on one issue together."""
    groups: dict[tuple[str, str], list[RedLine]] = {}
    for line in conflict:
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
                both = " together with ".join(_together(case, line))
                yield f"{who} {agreeing(name, 'refuses', 'refuse')} {both}"
            continue
        if not issue:
            floor = decimal(lines[0].value or Fraction())
            yield f"{who} {agreeing(name, 'needs', 'need')} at least {floor} points in all (est.)"
            continue
        refused = listed(f"“{options[issue, line.option]}”" for line in lines)
        yield f"{who} {agreeing(name, 'refuses', 'refuse')} {refused} on “{titles[issue]}”"


def _together(case: Case, line: RedLine) -> Iterator[str]:
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


def _figure(settlement: Settlement, zone: Zone) -> Figure:
    pairs = listed(f"{plot.parties[0][1]} and {plot.parties[1][1]}" for plot in zone.plots[:6])
    return Figure(
        caption="Packages by their points to two parties at a time"
        if len(zone.plots) > 1
        else f"Packages by points to {zone.plots[0].parties[0][1]} and to "
        f"{zone.plots[0].parties[1][1]}",
        how=f"{settlement.permitted:,} packages, one option per issue, as far as the rules permit "
        "them. Crosses: one of the two refuses an option in it. Grey dots: refused by neither, "
        "below a no-agreement value. Black dots: acceptable to both. Rings: on the frontier of "
        "all who must accept; square: the Nash package. Bands: low to high no-agreement value. "
        "Points that fall on the same whole point are drawn once.",
        label=f"Packages by points to {pairs}; "
        f"{_packages_in_words(settlement.count)} acceptable to all who must accept. "
        "The tables give the packages and the red lines in words.",
        chart=zone,
        illustrative=True,
    )


def _packages_in_words(count: Count) -> str:
    if count.exact:
        return counted(count.high, "package")
    return f"{_how_many(count)} packages"


def _packages(case: Case, settlement: Settlement) -> Table:
    shown = _in_order(settlement)[:_SHOWN]
    parties = [
        (at, party)
        for at, party in enumerate(case.parties)
        if any(party.id == who for who, _ in shown[0].utilities)
    ]
    left = settlement.count.high - len(shown)
    return Table(
        "packages",
        f"Acceptable packages: {_packages_in_words(settlement.count)}"
        if not settlement.count.exact
        else f"Acceptable packages: {figured(settlement.count.high, 'package')}",
        "Those on the frontier first, then by the least that any party gets. Points are estimates.",
        (
            Column("No."),
            Column("Package"),
            Column("What it is"),
            *(Column(party.name, "number", at) for at, party in parties),
        ),
        tuple(
            _package(case, settlement, number, package, [party.id for _, party in parties])
            for number, package in enumerate(shown, start=1)
        ),
        foot=_foot(settlement, left),
        illustrative=True,
    )


def _foot(settlement: Settlement, left: int) -> str:
    if left <= 0:
        return ""
    if settlement.acceptable:
        return f"{left:,} more; tracktwo settle --json lists the frontier."
    most = "" if settlement.count.exact else "at most "
    return f"There are {most}{left:,} more; tracktwo settle --json lists the frontier."


def _in_order(settlement: Settlement) -> list[Package]:
    """Give the acceptable packages, or some that stand for them where there are very many."""
    if not settlement.acceptable:
        solutions = (
            *settlement.nash,
            *settlement.kalai_smorodinsky,
            *settlement.egalitarian,
            *settlement.utilitarian,
        )
        near = cover(settlement.frontier, _SHOWN).points
        some = [Package(point.packages[0], point.utilities) for point in near]
        return list(dict.fromkeys([*solutions, *some]))
    frontier = {options for point in settlement.frontier for options in point.packages}
    return sorted(
        settlement.acceptable,
        key=lambda package: (
            package.options not in frontier,
            -min((worth for _, worth in package.utilities), default=Fraction()),
            -sum((worth for _, worth in package.utilities), Fraction()),
        ),
    )


def _package(
    case: Case, settlement: Settlement, number: int, package: Package, parties: list[str]
) -> Row:
    titles = {
        (issue.id, option.id): option.title for issue in case.issues for option in issue.options
    }
    worths = dict(package.utilities)
    return Row(
        (
            words(str(number)),
            words("; ".join(titles[choice] for choice in package.options)),
            words(_roles(settlement, package)),
            *(Cell((decimal(worths[party]),)) for party in parties),
        ),
        silent=True,
    )


def _roles(settlement: Settlement, package: Package) -> str:
    solutions = (
        ("Nash", settlement.nash),
        ("Kalai–Smorodinsky", settlement.kalai_smorodinsky),
        ("egalitarian", settlement.egalitarian),
        ("utilitarian", settlement.utilitarian),
    )
    roles = [
        name
        for name, packages in solutions
        if any(package.options == each.options for each in packages)
    ]
    if not roles and any(package.options in point.packages for point in settlement.frontier):
        roles = ["frontier"]
    return ", ".join(roles) or "dominated"


def _who_blocks(
    ground: Ground, case: Case, settlement: Settlement, blocks: list[tuple[RedLine, int]]
) -> Table:
    ordered = sorted(blocks, key=lambda pair: -pair[1])
    return Table(
        "blocks",
        "Who blocks what",
        f"How many of the {settlement.permitted:,} permitted packages each red line refuses by "
        "itself, whether or not another refuses them too.",
        (
            Column("Party"),
            Column("Refuses"),
            Column("On"),
            Column("Packages", "number"),
            Column("Share", "number"),
        ),
        tuple(
            Row(
                (
                    _party(ground, line.party),
                    *_refused(case, line),
                    words(f"{count:,}"),
                    words(f"{round(100 * count / settlement.permitted)} %"),
                ),
                silent=True,
            )
            for line, count in ordered
        ),
        illustrative=True,
    )


def _refused(case: Case, line: RedLine) -> tuple[Cell, Cell]:
    if line.kind == "no_agreement":
        floor = decimal(line.value or Fraction())
        return Cell((f"fewer than {floor} points in all",), estimate=True), words("the whole")
    if line.kind == "combination":
        return words("; ".join(_together(case, line))), words("together")
    issue = next(issue for issue in case.issues if issue.id == line.issue)
    option = next(option for option in issue.options if option.id == line.option)
    return words(option.title), words(issue.title)


def _party(ground: Ground, party: str) -> Cell:
    side = ground.sides.by_actor[party]
    return Cell((side.name,), party=side.place)
