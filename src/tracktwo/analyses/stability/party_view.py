"""A single party's view, with preferences as they are known."""

from tracktwo.analyses.stability.relations import Relations
from tracktwo.analyses.stability.view import View


def party_view(relations: Relations, party: int) -> View:
    """Give the view of one party.

    An improvement is strict; a state deters when it is known not to be better. A pair whose
    order is unknown is neither.

    Parameters
    ----------
    relations : Relations
        The model.
    party : int
        Its place.

    Returns
    -------
    View
        Its opponents are all other parties.
    """
    others = [other for other in range(relations.parties) if other != party]
    better, unknown = relations.better[party], relations.unknown[party]
    return View(
        reach=relations.moves[party],
        leaves=_both(relations.moves[party], better),
        hurts=tuple(
            relations.every & ~(good | unsure) for good, unsure in zip(better, unknown, strict=True)
        ),
        answers=tuple(relations.moves[other] for other in others),
        improving=tuple(_both(relations.moves[other], relations.better[other]) for other in others),
        who=tuple((other,) for other in others),
        movers=tuple((other,) for other in others),
    )


def _both(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(first & second for first, second in zip(one, other, strict=True))
