"""The acceptable packages as an integer programme, for HiGHS."""

from typing import Any

import numpy as np

from tracktwo.analyses.settlement.terms import Terms
from tracktwo.analyses.settlement.ties import Tie

NODES = 150  # of the search tree: a limit in time would give other results on other machines
_FEASIBLE = 2
_OPTIONS: tuple[tuple[str, Any], ...] = (
    ("output_flag", False),
    ("random_seed", 0),
    ("mip_rel_gap", 1e-9),
    ("mip_max_nodes", NODES),
)


class Programme:
    """Choose one way per block so that enough parties accept; in points, as doubles.

    Parameters
    ----------
    terms : Terms
        What has to hold.

    References
    ----------
    .. [1] Huangfu and Hall, "Parallelizing the dual revised simplex method", *Mathematical
       Programming Computation* 10, 2018, 119-142: HiGHS.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.layers = terms.layers()
        self.highs = _solver()
        for option, value in _OPTIONS:
            self.highs.setOptionValue(option, value)
        self.columns = [[self.highs.addBinary() for _ in layer.ways] for layer in self.layers]
        for columns in self.columns:
            self.highs.addConstr(sum(columns[1:], columns[0]) == 1)
        self.accepting: dict[int, Any] = {}
        self._accepted()
        self._tied()

    def worth(self, party: int) -> Any:  # noqa: ANN401 - an expression of the solver
        """Give a party's worth as an expression, in points."""
        unit = self.terms.worth.unit
        return self.highs.qsum(
            column * (int(worth) / unit)
            for layer, columns in zip(self.layers, self.columns, strict=True)
            for worth, column in zip(layer.worth[:, party], columns, strict=True)
            if worth
        )

    def _tied(self) -> None:
        """Hold the rules, and refused combinations, that reach across blocks."""
        for tie in self.terms.ties:
            if tie.line is None:
                self._rule(tie)
                continue
            if not self.terms.active >> tie.line & 1:
                continue
            parts = [self._sum(number, ~fails) for number, _, fails in self._parts(tie)]
            owner = self.terms.owners[tie.line]
            refusing = 0 if self.terms.must[owner] else 1 - self.accepting[owner]
            self.highs.addConstr(self.highs.qsum(parts) <= len(parts) - 1 + refusing)

    def _rule(self, tie: Tie) -> None:
        """Where the `if` holds in every block, the `then` fails in none."""
        given = {n: ~fails for n, bit, fails in self._parts(tie) if bit == tie.failed}
        for number, bit, fails in self._parts(tie):
            if bit != tie.then_failed:
                continue
            others = [self._sum(n, marks) for n, marks in given.items() if n != number]
            broken = self._sum(number, fails & given.get(number, np.ones_like(fails)))
            self.highs.addConstr(self.highs.qsum([broken, *others]) <= len(others))

    def _parts(self, tie: Tie) -> list[tuple[int, int, Any]]:
        """Give block by block which ways fail a bit of a tie."""
        return [
            (number, bit, fails)
            for number, block in enumerate(self.terms.blocks)
            for each, bit, fails in block.fails
            if each is tie
        ]

    def _sum(self, number: int, marks: Any) -> Any:  # noqa: ANN401 - an expression of the solver
        """Add up the columns of a block's ways that are marked."""
        pairs = zip(self.layers[number].ways, self.columns[number], strict=True)
        return self.highs.qsum([column * 1.0 for way, column in pairs if marks[way]])

    def _accepted(self) -> None:
        """Hold the floors of those who must accept, and of enough of the rest."""
        unit = self.terms.worth.unit
        accepting = []
        for party, floor in enumerate(self.terms.floors):
            if self.terms.must[party]:
                if floor is not None:
                    self.highs.addConstr(self.worth(party) >= floor / unit)
                continue
            accepts = self.highs.addBinary()
            accepting.append(accepts)
            self.accepting[party] = accepts
            if floor is not None:
                least = sum(int(layer.worth[:, party].min()) for layer in self.layers) / unit
                slack = max(floor / unit - least, 0)
                self.highs.addConstr(self.worth(party) >= least + accepts * slack)
            for layer, columns in zip(self.layers, self.columns, strict=True):
                for refusing, column in zip(layer.refusing, columns, strict=True):
                    if refusing >> party & 1:
                        self.highs.addConstr(column + accepts <= 1)
        if self.terms.at_least:
            self.highs.addConstr(self.highs.qsum(accepting) >= self.terms.at_least)

    def maximise(self, expression: Any) -> tuple[tuple[int, ...], float] | None:  # noqa: ANN401 - as above
        """Give the best package found and the solver's bound, None where it found none."""
        self.highs.maximize(expression)
        values = np.array(self.highs.getSolution().col_value)
        info = self.highs.getInfo()
        if not len(values) or info.primal_solution_status != _FEASIBLE:
            return None
        ways = {
            layer.block: int(layer.ways[np.argmax([values[c.index] for c in columns])])
            for layer, columns in zip(self.layers, self.columns, strict=True)
        }
        return tuple(way for _, way in sorted(ways.items())), float(info.mip_dual_bound)


def _solver() -> Any:  # noqa: ANN401 - highspy has no types
    """Give a solver of one thread that prints nothing, not even its name when it starts."""
    import highspy  # noqa: PLC0415 - heavy, and only for large cases

    class Silent(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802 - the name that highspy calls
            self.setOptionValue("output_flag", False)  # noqa: FBT003 - the solver's own signature
            super().enableCallbacks()  # type: ignore[no-untyped-call]  # highspy's own

    solver = Silent()  # type: ignore[no-untyped-call]  # highspy's own
    solver.setOptionValue("threads", 1)  # one pool serves all solvers: the first one sets its size
    return solver
