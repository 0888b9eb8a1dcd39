"""Why does a state hold or not? For every party and concept, line by line."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracktwo.analyses.stability.model import Model
    from tracktwo.analyses.stability.reasons import Reason

_NAMES = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sseq": "SSEQ"}


def state_reasons(case: Path, text: str) -> Iterator[str]:
    """Give the reasons of a state, named by its code, its letters, its id or its name.

    Raises
    ------
    CaseError
        If there is no such state.
    """
    from tracktwo.analyses.stability.concepts import CONCEPTS
    from tracktwo.analyses.stability.from_case import model_of
    from tracktwo.analyses.stability.party_view import party_view
    from tracktwo.analyses.stability.reasons import reason
    from tracktwo.analyses.stability.relations import relations_of
    from tracktwo.analyses.stability.stability import find_state
    from tracktwo.casemodel.files import load_case

    loaded = load_case(case)
    model = model_of(loaded)
    state = find_state(loaded, model, text)
    relations = relations_of(model)
    names = {party.id: party.name for party in loaded.parties}
    yield f"state {model.codes[state]} {model.ids[state]} {model.labels[state]}".rstrip()
    for lever, letter in zip(model.levers, model.bits[state], strict=False):
        yield f"  {letter} {lever.id}: {lever.title}"
    for place, party in enumerate(model.parties):
        view = party_view(relations, place)
        yield ""
        yield f"{names[party]}:"
        for concept in CONCEPTS:
            told = "; ".join(_told(model, names, reason(view, concept, state)))
            yield f"  {_NAMES[concept]}: {told}"
    notes = {
        each.party: each for each in (loaded.stability.preferences if loaded.stability else ())
    }
    yield ""
    for party in model.parties:
        sources = dict.fromkeys(e.source or e.statement for e in notes[party].evidence)
        rests = ", ".join(sources) or "no evidence named"
        yield f"preferences of {names[party]}: by {notes[party].by or 'nobody named'}; {rests}"


def _told(model: "Model", names: dict[str, str], found: "Reason") -> Iterator[str]:
    if found.stable and not found.deterred:
        yield "stable, there is no improvement"
        return
    yield "stable" if found.stable else "not stable"
    for to in found.free:
        yield f"nothing deters the improvement to {model.codes[to]}"
    for each in found.deterred:
        steps = ", ".join(
            f"{' and '.join(names[model.parties[who]] for who in team)} to {model.codes[to]}"
            for team, to in each.path
        )
        yield f"the improvement to {model.codes[each.improvement]} is deterred: {steps}"
