"""Preferences that are partly unknown: four ways to be careful or bold about them."""

from typing import Literal

from tracktwo.analyses.stability.relations import Relations
from tracktwo.analyses.stability.view import View

Extension = Literal["a", "b", "c", "d"]
EXTENSIONS: tuple[Extension, ...] = ("a", "b", "c", "d")


def uncertain_view(relations: Relations, party: int, extension: Extension) -> View:
    """Give the view of one party under one extension of Li, Hipel, Kilgour and Fang.

    In *a* and *c* the party leaves for what is better or unknown, in *b* and *d* only for what
    is better. In *a* and *b* a state deters when it is known not to be better, in *c* and *d*
    also when that is unknown. Opponents improve by moves to what is better or unknown to them
    (Li and others 2004 [1]_, section III). Without unknown pairs all four are the plain view.

    Parameters
    ----------
    relations : Relations
        The model.
    party : int
        Its place.
    extension : "a", "b", "c" or "d"
        Which.

    Returns
    -------
    View
        Its opponents are all other parties.

    References
    ----------
    .. [1] Li, Hipel, Kilgour and Fang, "Preference uncertainty in the graph model for conflict
       resolution", *IEEE Transactions on Systems, Man, and Cybernetics A* 34, 2004, 507-520.
    """
    others = [other for other in range(relations.parties) if other != party]
    tempted, bold = extension in "ac", extension in "cd"
    better, unknown = relations.better[party], relations.unknown[party]
    leaves = better if not tempted else _either(better, unknown)
    unhurt = better if bold else _either(better, unknown)
    return View(
        reach=relations.moves[party],
        leaves=_both(relations.moves[party], leaves),
        hurts=tuple(relations.every & ~bits for bits in unhurt),
        answers=tuple(relations.moves[other] for other in others),
        improving=tuple(
            _both(
                relations.moves[other], _either(relations.better[other], relations.unknown[other])
            )
            for other in others
        ),
        who=tuple((other,) for other in others),
        movers=tuple((other,) for other in others),
    )


def _both(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(first & second for first, second in zip(one, other, strict=True))


def _either(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(first | second for first, second in zip(one, other, strict=True))
