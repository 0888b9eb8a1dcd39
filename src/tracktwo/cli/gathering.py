"""What is a brief made from? A case folder with all that it holds, or articles and nothing else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo import __version__
from tracktwo.brief.material import Made, Material
from tracktwo.cli.edited import edited
from tracktwo.cli.guard import complain
from tracktwo.cli.intake import named, readable
from tracktwo.cli.progress import watched
from tracktwo.cli.refresh import refresh
from tracktwo.errors import (
    ArrayError,
    DocumentError,
    EmptyDocumentError,
    InputError,
    SettlementError,
    StabilityError,
)

if TYPE_CHECKING:
    from tracktwo.casemodel.case import Case
    from tracktwo.cli.casefolder import CaseFolder

_DRAWS, _BASE = 25, 64  # for the multiverse and the Sobol indices: enough for a drawing


def from_case(
    folder: "CaseFolder", questions: Sequence[str] = (), command: str = ""
) -> tuple[Material, tuple[InputError, ...]]:
    """Gather a case: its file, and its dossier brought up to date with the folder.

    Documents stand in the order of their names, which numbers the evidence.

    Returns
    -------
    Material
    tuple of InputError
        One for each thing in the folder that could not be read, already said on stderr.
    """
    from tracktwo.casemodel.files import load_case
    from tracktwo.cli.forecast import load_ledger
    from tracktwo.dossier.dossier import Dossier
    from tracktwo.dossier.standing import standing
    from tracktwo.reading.grading import proposals, published_by

    case = load_case(folder.file)
    with Dossier.open(folder.dossier) as dossier:
        now = refresh(folder, case, dossier)
        held = standing(dossier.decisions())
        current = {document.sha256 for document in now.documents}
        everyone = [each for name in dossier.readers() for each in dossier.readings(name)]
        readings = [each for each in everyone if each.document in current]
    parties = [name for party in case.parties for name in (party.name, *party.speakers)]
    material = Material(
        documents=now.documents,
        readings=tuple(edited(each, held) for each in readings),
        case=case,
        standing=held,
        grades=now.grades,
        questions=tuple(questions),
        made=Made(__version__, command, case.as_of),
        ledger=load_ledger(folder.forecasts) if folder.forecasts.exists() else None,
        proposals=proposals(now.documents, readings, published_by(parties)),
    )
    return material, now.refused


def settled(material: Material) -> Material:
    """Give the material with the analyses of its case, where it has what they need.

    A case that lies beyond the reach of a method is said on stderr, and briefed without.
    """
    from tracktwo.analyses.settlement.robust import robustness
    from tracktwo.analyses.settlement.settle import settle
    from tracktwo.analyses.stability.stability import stability

    case = material.case
    if case is None or not case.parties:
        return material
    try:
        if case.issues:
            material = replace(material, settlement=settle(case), over_ranges=robustness(case))
    except SettlementError as error:
        complain(f"{error}\n  the briefing goes on without a settlement")
    try:
        if case.stability is not None:
            material = replace(material, stability=stability(case))
    except StabilityError as error:
        complain(f"{error}\n  the briefing goes on without a stability analysis")
    return _with_outlook(material, case)


def _with_outlook(material: Material, case: "Case") -> Material:
    """Give the material with what the outlook says, where the case has one."""
    from tracktwo.analyses.outlook.outlook import Asked, outlook
    from tracktwo.analyses.outlook.scenarios import scenarios
    from tracktwo.analyses.robustness.robustness import Asked as Test
    from tracktwo.analyses.robustness.robustness import robustness

    if any(each.sets for each in case.scenarios):
        material = replace(material, futures=scenarios(case))
    if case.outlook is None or not case.outlook.stances:
        return material
    origin = {
        statement.id: document.name
        for reading in material.readings
        for document in material.documents
        if document.sha256 == reading.document
        for statement in reading.statements
    }
    try:
        return replace(
            material,
            outlook=outlook(case),
            rounds=outlook(case, Asked("spatial")),
            robustness=robustness(case, Test(draws=_DRAWS, base=_BASE), origin),
        )
    except ArrayError as error:
        complain(f"{error}\n  the briefing goes on without an outlook")
    return material


def from_articles(
    inputs: Sequence[str], questions: Sequence[str] = (), command: str = ""
) -> tuple[Material, tuple[DocumentError, ...]]:
    """Gather articles that belong to no case.

    Returns
    -------
    Material
    tuple of DocumentError
        One for each that could not be read, already said on stderr.

    Raises
    ------
    DocumentError
        If none of them could be read.
    """
    from tracktwo.actors.registry import default_registry
    from tracktwo.reading.grading import proposals
    from tracktwo.reading.rules import read

    refused: list[DocumentError] = []
    documents = list({each.sha256: each for each in readable(named(inputs), refused)}.values())
    if not documents:
        raise EmptyDocumentError("nothing to read: none of what was named could be read")
    registry = default_registry()
    readings = tuple(
        watched((read(each, registry) for each in documents), "reading", len(documents))
    )
    material = Material(
        documents=tuple(documents),
        readings=readings,
        questions=tuple(questions),
        made=Made(__version__, command),
        proposals=proposals(documents, readings),
    )
    return material, tuple(refused)
