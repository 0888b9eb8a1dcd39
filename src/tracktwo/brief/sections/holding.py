"""Would it hold: which states does nobody leave, why, and how could one get there?"""

from collections.abc import Iterable, Iterator

from tracktwo.analyses.stability.concepts import Concept
from tracktwo.analyses.stability.reasons import Deterred, Reason
from tracktwo.analyses.stability.result import StabilityResult
from tracktwo.brief.blocks import Absence, Block, Cell, Column, Row, Section, Sentences, Table
from tracktwo.brief.figures import Arrow, Figure, Node, StateGraph
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import figured, in_text, listed
from tracktwo.brief.sections.signed import assumptions, judgements
from tracktwo.brief.sentence import Sentence
from tracktwo.casemodel.case import Case

_NAMES: dict[Concept, str] = {
    "nash": "Nash",
    "gmr": "GMR",
    "smr": "SMR",
    "seq": "SEQ",
    "sseq": "SSEQ",
}
_DRAWN = 40
_EXPLAINED = 6


def holding(ground: Ground) -> Section:
    """Give the state table, the graph, and the reason for each verdict in sentences."""
    case, found = ground.material.case, ground.material.stability
    blocks: list[Block] = []
    if case is None or case.stability is None or found is None:
        blocks.append(
            Absence(
                "No case says what the parties could do and how they would order what follows, so "
                "nothing is worked out about what would hold.",
                "searched: the case, for [stability]",
            )
        )
    else:
        blocks += _of_case(ground, case, found)
    signed = judgements(ground, "holding") + assumptions(ground, "holding")
    if signed:
        blocks.append(Sentences(signed))
    return Section("holding", "Would it hold?", tuple(blocks))


def _of_case(ground: Ground, case: Case, found: StabilityResult) -> Iterator[Block]:
    words = _Words(ground, case, found)
    yield Sentences((words.verdict(),), heading="Which states hold?")
    yield _table(words)
    if words.shown:
        yield _figure(words)
    reasons = tuple(words.reasons())
    if reasons:
        yield Sentences(reasons, heading="Why they hold, or do not")
    ways = tuple(words.ways())
    if ways:
        yield Sentences(ways, heading="How could one get there?")


class _Words:
    """The names of states and parties, and sentences about them."""

    def __init__(self, ground: Ground, case: Case, found: StabilityResult) -> None:
        self.found, self.model = found, found.model
        names = {party.id: party.name for party in case.parties}
        self.parties = [names[party] for party in self.model.parties]
        places = {party.id: at for at, party in enumerate(case.parties)}
        self.places = [places[party] for party in self.model.parties]
        assert case.stability is not None  # noqa: S101 - told apart by the caller
        evidence = [e for each in case.stability.preferences for e in each.evidence]
        self.evidence = ground.citations.of_case([*evidence, *case.stability.evidence])[:12]
        self.held = sorted({s for each in found.verdicts.values() for s in each.equilibria})
        everything = self.model.states <= _DRAWN
        self.shown = list(range(self.model.states)) if everything else self._part()

    def _part(self) -> list[int]:
        """Give the part that matters of a large model: what holds, and the ways there."""
        kept = set(self.held[: _DRAWN // 2])
        if self.found.start is not None:
            kept.add(self.found.start)
        for routes in self.found.routes.values():
            for route in routes:
                if route.state in kept:
                    kept |= {state for _, state in route.path}
        return sorted(kept)[:_DRAWN]

    def state(self, state: int) -> str:
        """Name a state: its name, or what is done in it."""
        if self.model.labels[state]:
            return f"“{self.model.labels[state]}” ({self.model.codes[state]})"
        return f"state {self.model.codes[state]}"

    def concepts(self, state: int) -> str:
        """Name the concepts under which a state is an equilibrium."""
        return ", ".join(
            _NAMES[name] for name, each in self.found.verdicts.items() if state in each.equilibria
        )

    def mark(self, state: int) -> str:
        """Give the concepts for a narrow cell: all of them as one word."""
        held = [state in each.equilibria for each in self.found.verdicts.values()]
        return "all" if all(held) and len(held) > 1 else self.concepts(state) or "–"

    def asked(self) -> str:
        """Name the concepts that were asked about."""
        return listed(_NAMES[name] for name in self.found.verdicts)

    def computed(self, words: str) -> Sentence:
        """Sign a sentence as computed."""
        making = self.found.making
        return Sentence(
            "judgement",
            (words,),
            evidence=self.evidence,
            by=f"computed, {making.method}",
            basis=f"case {making.case_sha256[:12]}, its options and preferences",
        )

    def verdict(self) -> Sentence:
        """Say how many states hold, under which concepts, and whether the status quo does."""
        counts = listed(
            f"{len(each.equilibria):,} under {_NAMES[name]}"
            for name, each in self.found.verdicts.items()
        )
        quo = self.model.status_quo
        here = ""
        if quo is not None:
            under = self.concepts(quo)
            name = self.state(quo)
            here = (
                f" The status quo, {name}, holds under {under}."
                if under
                else f" The status quo, {name}, holds under none of them."
            )
        return self.computed(
            f"On these preferences, of {figured(self.model.states, 'state')} these are held by "
            f"every party: {counts}.{here}"
        )

    def reasons(self) -> Iterator[Sentence]:
        """Explain the status quo, then states with a name and those that hold under most."""
        by_hold = sorted(
            self.held,
            key=lambda state: (not self.model.labels[state], -len(self.concepts(state))),
        )
        quo = [] if self.model.status_quo is None else [self.model.status_quo]
        for state in dict.fromkeys([*quo, *by_hold[:_EXPLAINED]]):
            concept: Concept = (
                "seq" if "seq" in self.found.verdicts else next(iter(self.found.verdicts))
            )
            if not self.found.verdicts[concept].marks[:, state].all() and self.concepts(state):
                concept = next(
                    name for name, v in self.found.verdicts.items() if state in v.equilibria
                )
            told = list(self._told(concept, state))
            if told:
                name = self.state(state)
                opening = name[0].upper() + name[1:]
                yield self.computed(f"{opening}, under {_NAMES[concept]}: {'; '.join(told)}.")

    def _told(self, concept: Concept, state: int) -> Iterator[str]:
        """Say what each party could do, those that cannot improve together."""
        found = {
            party: self.found.reasons[party, concept, state]
            for party in range(len(self.parties))
            if (party, concept, state) in self.found.reasons
        }
        content = [party for party, each in found.items() if not each.free and not each.deterred]
        yield from (self._reason(party, found[party]) for party in found if party not in content)
        if content:
            names = listed(in_text(self.parties[party]) for party in content)
            everyone = len(content) == len(self.parties)
            yield f"{'nobody can' if everyone else f'{names} cannot'} improve on it"

    def _reason(self, party: int, reason: Reason) -> str:
        who = in_text(self.parties[party])
        if reason.free:
            to = listed(self.state(each) for each in reason.free[:2])
            return f"{who} would leave for {to}, and nothing deters it"
        first = reason.deterred[0]
        more = len(reason.deterred) - 1
        rest = f", and {figured(more, 'other improvement')} likewise" if more else ""
        to = self.state(first.improvement)
        return f"{who} could improve by going to {to}, but {self._answer(first)}{rest}"

    def _answer(self, deterred: Deterred) -> str:
        steps = [
            f"{listed(in_text(self.parties[each]) for each in who)} could answer with "
            f"{self.state(to)}"
            for who, to in deterred.path
        ]
        return f"{', then '.join(steps)}, which is no better for it"

    def ways(self) -> Iterator[Sentence]:
        """Say which of the states that hold can be reached from here, by whose moves."""
        start = self.found.start
        if start is None:
            return
        for kind, phrase in (("improvements", "by improvements alone"), ("moves", "by any moves")):
            told = [
                f"{self.state(route.state)} by {self._path(route.path)}"
                for route in self.found.routes.get(kind, ())
                if route.path
            ][:_EXPLAINED]
            if told:
                yield self.computed(
                    f"From {self.state(start)}, {phrase}, one reaches {'; '.join(told)}."
                )
            else:
                yield self.computed(
                    f"From {self.state(start)}, {phrase}, one reaches no other state that holds."
                )

    def _path(self, path: Iterable[tuple[int, int]]) -> str:
        return listed(
            f"{in_text(self.parties[who])} (to {self.model.codes[to]})" for who, to in path
        )


def _table(words: _Words) -> Table:
    model = words.model
    levers = model.levers
    rows = tuple(
        Row(
            (
                Cell((str(model.codes[state]) + (" *" if state == model.status_quo else ""),)),
                Cell((words.mark(state),)),
                *(Cell((letter,)) for letter in model.bits[state]),
                Cell((model.labels[state],) if model.labels[state] else ()),
            )
        )
        for state in words.shown
    )
    left = model.states - len(words.shown)
    return Table(
        "states",
        f"States: {figured(len(rows), 'state')}",
        "Y: the option is taken; N: it is not; -: either. A state holds under a concept when no "
        f"party would leave it; all: under {words.asked()}. * is the status quo. "
        + "; ".join(f"{lever.id}: {lever.title}" for lever in levers)
        + ("." if levers else ""),
        (
            Column("State", "number"),
            Column("Holds under"),
            *(Column(lever.id, "centre") for lever in levers),
            Column("Name"),
        ),
        rows,
        foot=f"{left:,} more, all listed by tracktwo stability --json." if left else "",
        illustrative=True,
        grid=True,
    )


def _figure(words: _Words) -> Figure:
    model, found = words.model, words.found
    place = {state: at for at, state in enumerate(words.shown)}
    nodes = tuple(
        Node(str(model.codes[state]), bool(words.concepts(state)), state == model.status_quo)
        for state in words.shown
    )
    arrows = tuple(
        Arrow(place[start], place[end], words.places[party])
        for party, start, end in _improvements(found)
        if start in place and end in place
    )
    held = listed(str(model.codes[state]) for state in words.held if state in place) or "none"
    return Figure(
        caption="Improvements between states",
        how="Circles are states by their numbers in the table: dark ones hold under some concept, "
        "a ring marks the status quo. An arrow is a move that improves on the state for the party "
        "of that colour.",
        label=f"A graph of {figured(len(nodes), 'state')} and "
        f"{figured(len(arrows), 'improvement')}; "
        f"states that hold: {held}. The table and the sentences say the same in words.",
        chart=StateGraph(nodes, arrows, tuple(zip(words.places, words.parties, strict=True))),
        illustrative=True,
    )


def _improvements(found: StabilityResult) -> Iterator[tuple[int, int, int]]:
    for (party, concept, state), reason in found.reasons.items():
        if concept == next(iter(found.verdicts)):
            for end in (*reason.free, *(each.improvement for each in reason.deterred)):
                yield party, state, end
