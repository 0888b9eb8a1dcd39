"""A graph model as a Gambit strategic game (``.nfg``): every party chooses its options once."""

from tracktwo.analyses.stability.model import Model
from tracktwo.casemodel.case import Case
from tracktwo.errors import StabilityError

MOST_OUTCOMES = 65_536


def nfg_of(case: Case, model: Model) -> str:
    """Write a model as a strategic game in Gambit's ``.nfg`` format, outcome by outcome.

    A strategy is one choice of all of a party's options; a profile of strategies is a state, and
    its payoffs are the states' places in the rankings. One-way options are left out of account:
    a strategic game has no state to start from.

    Parameters
    ----------
    case : Case
        For the names.
    model : Model
        In option form, two to four parties, no shared options, every combination possible.

    Returns
    -------
    str
        ``NFG 1 R`` in the payoff form: the first party's strategy changes fastest.

    Raises
    ------
    StabilityError
        If the model is of another kind, or has more than `MOST_OUTCOMES` states.
    """
    _hold(model)
    names = {party.id: party.name for party in case.parties}
    levers = [
        [at for at, lever in enumerate(model.levers) if party in lever.parties]
        for party in model.parties
    ]
    choices = [[_spread(code, own) for code in range(1 << len(own))] for own in levers]
    profiles = [0]
    for own in reversed(choices):
        profiles = [state | choice for state in profiles for choice in own]
    payoffs = " ".join(str(worth) for state in profiles for worth in model.worth[:, state].tolist())
    players = " ".join(_quoted(names[party]) for party in model.parties)
    counts = " ".join(str(len(each)) for each in choices)
    return f"NFG 1 R {_quoted(case.title)} {{ {players} }} {{ {counts} }}\n\n{payoffs}\n"


def _hold(model: Model) -> None:
    parties = len(model.parties)
    if not 2 <= parties <= 4:
        raise StabilityError(f"a strategic game is written for two to four parties, not {parties}")
    shared = [lever.id for lever in model.levers if len(set(lever.parties) & {*model.parties}) != 1]
    if not model.levers or model.arcs is not None or shared:
        raise StabilityError(
            "a strategic game needs the option form, each option of one party, no states merged"
        )
    if model.states != 1 << len(model.levers):
        raise StabilityError("a strategic game has an outcome for every choice; here some are none")
    if model.states > MOST_OUTCOMES:
        raise StabilityError(f"{model.states:,} outcomes; {MOST_OUTCOMES:,} is the most written")


def _spread(code: int, places: list[int]) -> int:
    return sum(1 << place for at, place in enumerate(places) if code >> at & 1)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" ".join(escaped.split())}"'
