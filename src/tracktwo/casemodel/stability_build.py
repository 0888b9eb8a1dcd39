"""From the ``[stability]`` table of a file to frozen data."""

from tracktwo.casemodel.stability import Lever, Outcome, Preference, Stability
from tracktwo.casemodel.stability_table import PreferenceTable, StabilityTable
from tracktwo.casemodel.tables import evidence_of


def build_stability(table: StabilityTable) -> Stability:
    """Freeze the table, in the order of the file.

    Parameters
    ----------
    table : StabilityTable
        Of the right shape, its parts in agreement.

    Returns
    -------
    Stability
        The same, as plain frozen data.

    Examples
    --------
    >>> dam = {"title": "Fill the dam", "by": "upstream", "moves": "N->Y"}
    >>> table = StabilityTable.model_validate({"options": {"fill": dam}})
    >>> build_stability(table).levers
    (Lever(id='fill', title='Fill the dam', parties=('upstream',), moves='N->Y'),)
    """
    return Stability(
        levers=tuple(
            Lever(id_, lever.title, tuple(lever.by), lever.moves)
            for id_, lever in table.options.items()
        ),
        impossible=tuple(table.impossible),
        merged=tuple(table.merged),
        nodes=tuple(table.states.items()),
        arcs=tuple(
            (party, tuple((start, end) for start, end in pairs))
            for party, pairs in table.moves.items()
        ),
        preferences=tuple(
            _preference(party, preference) for party, preference in table.preferences.items()
        ),
        outcomes=tuple(Outcome(each.when, tuple(each.package.items())) for each in table.outcomes),
        status_quo=table.status_quo,
        coalitions=tuple(map(tuple, table.coalitions)),
        names=tuple((each.state, each.name) for each in table.names),
        evidence=evidence_of(table.evidence),
        note=table.note,
    )


def _preference(party: str, table: PreferenceTable) -> Preference:
    return Preference(
        party=party,
        ranking=tuple(map(tuple, table.ranking)),
        statements=tuple(table.statements),
        weights=tuple(table.weights.items()),
        points=table.points,
        unknown=tuple((one, other) for one, other in table.unknown),
        much=tuple((one, other) for one, other in table.much),
        evidence=evidence_of(table.evidence),
        by=table.by,
        note=table.note,
    )
