"""From the ``[outlook]`` table of a file to frozen data."""

from tracktwo.casemodel.estimate_table import estimate_of
from tracktwo.casemodel.field import exact_number
from tracktwo.casemodel.outlook import Anchor, Capability, Outlook, Scale, Stance
from tracktwo.casemodel.outlook_table import OutlookTable, ScaleTable
from tracktwo.casemodel.tables import evidence_of


def build_outlook(table: OutlookTable) -> Outlook:
    """Freeze the table, in the order of the file; anchors go from low to high.

    Parameters
    ----------
    table : OutlookTable
        Of the right shape, its parts in agreement.

    Returns
    -------
    Outlook
        The same, as plain frozen data.

    Examples
    --------
    >>> scale = {"title": "Filling", "low": "3", "high": "21", "unit": "years"}
    >>> table = OutlookTable.model_validate({"scales": {"filling": scale}})
    >>> build_outlook(table).scales[0].high
    Decimal('21')
    """
    return Outlook(
        scales=tuple(_scale(id_, scale) for id_, scale in table.scales.items()),
        capabilities=tuple(
            Capability(
                party,
                estimate_of(each),
                evidence_of(each.evidence),
                each.estimate_by,
                each.note,
            )
            for party, each in table.capability.items()
        ),
        stances=tuple(
            Stance(
                party=each.party,
                scale=each.scale,
                position=estimate_of(each.position),
                salience=estimate_of(each.salience),
                evidence=evidence_of(each.evidence),
                estimate_by=each.estimate_by,
                note=each.note,
            )
            for each in table.stances
        ),
        note=table.note,
    )


def _scale(id_: str, table: ScaleTable) -> Scale:
    anchors = [Anchor(exact_number(at), words) for at, words in table.anchors.items()]
    return Scale(
        id=id_,
        title=table.title,
        low=table.low,
        high=table.high,
        unit=table.unit,
        options=tuple(table.options.items()),
        anchors=tuple(sorted(anchors, key=lambda anchor: anchor.at)),
    )
