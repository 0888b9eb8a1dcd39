"""A stability analysis as people read it in a terminal: the state table, then what was asked."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from tracktwo.analyses.stability.flips import Flip
from tracktwo.analyses.stability.inverse import Inverse
from tracktwo.analyses.stability.pair_change import PairChange
from tracktwo.analyses.stability.relations import MOST_STATES
from tracktwo.analyses.stability.result import Asked, StabilityResult
from tracktwo.analyses.stability.stability import MOST_SIMULTANEOUS
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.stability import Lever
from tracktwo.cli.printing import print_table

_SHOWN = 40
_NAMES = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sseq": "SSEQ"}
_ONE_WAY = {"both": "", "N->Y": ", only N to Y", "Y->N": ", only Y to N"}


def print_stability(case: Case, result: StabilityResult, asked: Asked) -> None:
    """Print the state table, and what else was asked, in the case's own words.

    Parameters
    ----------
    case : Case
        For the names.
    result : StabilityResult
        Of the case. Of more than 40 states those are shown that hold, and the status quo.
    asked : Asked
        What it answers.
    """
    words = _Words(case, result)
    _print_wrapped([*words.head(), ""])
    columns, rows = words.table()
    print_table("", columns, rows)
    _print_wrapped(words.more(asked))


def _print_wrapped(lines: Iterable[str]) -> None:
    """Print lines, the long ones broken at the edge of the terminal and set in below."""
    width = shutil.get_terminal_size().columns
    for line in lines:
        inside = " " * (len(line) - len(line.lstrip()) + 3)
        print("\n".join(textwrap.wrap(line, width, subsequent_indent=inside)))


class _Words:
    """The names of states and parties, and lines about them."""

    def __init__(self, case: Case, result: StabilityResult) -> None:
        self.case, self.result, self.model = case, result, result.model
        self.names = {party.id: party.name for party in case.parties}
        self.who = [self.names[party] for party in self.model.parties]
        self.held = {state for each in result.verdicts.values() for state in each.equilibria}

    def head(self) -> Iterator[str]:
        """Say what case it is, how many states hold, and whose options there are."""
        yield f"{self.case.title} (as of {self.case.as_of})"
        held, states = f"{len(self.held):,}", f"{self.model.states:,}"
        yield f"{states} states, {held} held by every party under some concept"
        if self.model.levers:
            yield ""
        yield from (f"{at} {self._lever(each)}" for at, each in enumerate(self.model.levers, 1))

    def _lever(self, lever: Lever) -> str:
        owners = " or ".join(self.names[party] for party in lever.parties)
        return f"{lever.id}: {lever.title} ({owners}{_ONE_WAY[lever.moves]})"

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Give the columns and rows of the state table."""
        model = self.model
        numbers = [str(number) for number in range(1, len(model.levers) + 1)]
        every = sorted(self.held | {model.status_quo or 0}) if self._many() else range(model.states)
        shown = list(every)[:_SHOWN]
        named = any(model.labels[state] for state in shown)
        rows = [
            [self._marked(state), *model.bits[state], self.concepts(state), model.labels[state]]
            for state in shown
        ]
        columns = ["state", *numbers, "holds under", "name"]
        return (columns, rows) if named else (columns[:-1], [row[:-1] for row in rows])

    def _many(self) -> bool:
        return self.model.states > _SHOWN

    def _marked(self, state: int) -> str:
        name = str(self.model.codes[state])
        if not self.model.levers:
            name += f" {self.model.ids[state]}"
        return f"{name} *" if state == self.model.status_quo else name

    def concepts(self, state: int) -> str:
        """Name the concepts under which a state is an equilibrium."""
        verdicts = self.result.verdicts.items()
        return ", ".join(_NAMES[each] for each, v in verdicts if state in v.equilibria) or "–"

    def more(self, asked: Asked) -> Iterator[str]:
        """Say what else there is, and what else was asked."""
        if self._many():
            yield f"{len(self.held):,} of {self.model.states:,} states; all with --json"
        if self.model.status_quo is not None:
            yield "* the status quo"
        yield from self._limits()
        yield from self._other_verdicts()
        if self.result.routes:
            yield ""
        yield from self._ways()
        if asked.horizon or self.result.inverses or self.result.flips is not None:
            yield ""
        for name, states in zip(self.who, self.result.limited or (), strict=False):
            yield f"{name} stays, looking {asked.horizon} moves ahead: {self._listed(states)}"
        for found in self.result.inverses:
            yield from self._inverse(found)
        for change, same in groupby(self.result.flips or (), key=lambda flip: flip.change):
            yield f"If {self._change(change)}, {self._flips(list(same))}"
        if self.result.flips == ():
            yield "No judgement about neighbours in a ranking flips an equilibrium by itself"

    def _limits(self) -> Iterator[str]:
        """Say what a large model is not asked for."""
        if self.model.states > MOST_STATES:
            yield f"no reasons and no ways beyond {MOST_STATES:,} states"
        elif len(self.who) == 2 and self.model.states > MOST_SIMULTANEOUS:
            yield f"no simultaneous stability beyond {MOST_SIMULTANEOUS:,} states"

    def _other_verdicts(self) -> Iterator[str]:
        for name, states in zip(self.who, self.result.simultaneous or (), strict=False):
            if states:
                yield f"Simultaneously stable for {name}: {self._listed(states)}"
        for concept, states in self.result.together.items():
            yield f"Held by every coalition, {_NAMES[concept]}: {self._listed(states)}"
        yield from self._upsets()
        for (concept, extension), verdicts in self.result.uncertain.items():
            held = self._listed(verdicts.equilibria)
            yield f"{_NAMES[concept]} under extension {extension}: {held}"
        for concept, verdicts in self.result.strong.items():
            strong = self._listed(verdicts.equilibria)
            weak = self._listed(self.result.weak[concept].equilibria)
            yield f"{_NAMES[concept]}, held strongly: {strong}; weakly: {weak}"

    def _upsets(self) -> Iterator[str]:
        """Say which coalitions would leave an equilibrium, each once for all its concepts."""
        told: dict[str, list[str]] = {}
        for upset in self.result.upsets:
            team = " and ".join(self.who[each] for each in upset.coalition)
            state, ends = self.model.codes[upset.reason.state], self._listed(upset.reason.free)
            line = f"{team} together would leave {state} for {ends}"
            told.setdefault(line, []).append(_NAMES[upset.reason.concept])
        yield from (f"{line} ({', '.join(under)})" for line, under in told.items())

    def _ways(self) -> Iterator[str]:
        start = self.model.codes[self.result.start or 0]
        for name, routes in self.result.routes.items():
            yield f"Ways from {start} by {name}:"
            for route in routes:
                steps = ", ".join(
                    f"{self.who[party]} to {self.model.codes[to]}" for party, to in route.path
                )
                yield f"   to {self.model.codes[route.state]}: {steps or 'there already'}"
            if not routes:
                yield "   to no state that holds"

    def _listed(self, states: Iterable[int]) -> str:
        return ", ".join(str(self.model.codes[state]) for state in states) or "none"

    def _inverse(self, found: Inverse) -> Iterator[str]:
        name = f"{_NAMES[found.concept]} for {self.model.codes[found.state]}"
        if found.blocked_by:
            team = ", ".join(self.who[each] for each in found.blocked_by)
            yield f"{name}: no ranking of {self.who[found.party]} will do; {team} would leave"
            return
        rankings = f"{found.rankings:,} rankings of {self.who[found.party]}"
        yield f"{name}: {found.count:,} of {rankings}"
        if found.terms:
            terms = "".join(f" {'+' if t.sign > 0 else '−'} 1/{t.over}" for t in found.terms[1:])
            yield f"   = {found.rankings:,} × (1{terms})"
        if found.change:
            better = " > ".join(
                " ~ ".join(str(self.model.codes[state]) for state in tied) for tied in found.ranking
            )
            pairs = f"{found.change} pair{'s' * (found.change > 1)}"
            yield f"   nearest ranking, {pairs} changed: {better}"
        elif found.change is None and found.count:
            yield "   the nearest ranking was not found among the first thousands"

    def _change(self, change: PairChange) -> str:
        one, other = (self.model.codes[each] for each in (change.one, change.other))
        if change.instead == "~":
            return f"{one} and {other} were the same to {self.who[change.party]}"
        first, second = (one, other) if change.instead == ">" else (other, one)
        return f"{self.who[change.party]} preferred {first} to {second}"

    def _flips(self, same: list[Flip]) -> str:
        told = []
        for gained, lost in dict.fromkeys((flip.gained, flip.lost) for flip in same):
            under = [_NAMES[f.concept] for f in same if (f.gained, f.lost) == (gained, lost)]
            come, go = self._listed(gained), self._listed(lost)
            what = f"{come} would hold" if gained else f"{go} would no longer hold"
            if gained and lost:
                what = f"{come} would hold and {go} no longer,"
            told.append(f"{what} under {', '.join(under)}")
        return "; ".join(told)
