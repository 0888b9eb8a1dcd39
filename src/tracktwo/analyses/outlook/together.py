"""Which scales does a model look at at once?"""

from collections.abc import Sequence

from tracktwo.analyses.outlook.from_case import ranges_of
from tracktwo.analyses.outlook.models import Model
from tracktwo.casemodel.case import Case

_ROUNDING = 1e-9


def groups(case: Case, model: Model, scales: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Put scales into the groups that a model takes.

    Parameters
    ----------
    case : Case
        With an ``[outlook]`` section.
    model : Model
        One that works on all scales together, on each alone, or on a space of several scales. The
        last needs parties that share out their attention: where the saliences of a party may add
        up to more than 100 over the scales, each scale is taken alone.
    scales : sequence of str
        Ids; each has a stance.

    Returns
    -------
    tuple of tuple of str
        Every scale once, in their order.
    """
    ids = tuple(scales)
    if model.together or (model.space and len(ids) > 1 and _shared(case, ids)):
        return (ids,)
    return tuple((scale,) for scale in ids)


def _shared(case: Case, scales: tuple[str, ...]) -> bool:
    totals = ranges_of(case, scales).high.salience.sum(axis=1)
    return bool((totals <= 1 + _ROUNDING).all())
