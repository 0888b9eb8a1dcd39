"""``tracktwo grade``: what the rules would grade the sources, and what a person decides."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracktwo.cli.casefolder import CaseFolder, case_folder
from tracktwo.cli.guard import DONE
from tracktwo.cli.printing import print_json
from tracktwo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.brief.material import Material
    from tracktwo.documents.document import Document
    from tracktwo.reading.grade import Grade
    from tracktwo.reading.grading import Proposal

PROPOSED = "proposed"


def grade(  # noqa: PLR0913 - each is an argument or option of the command
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder.")],
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A file in sources/, to grade it.")
    ] = "",
    given: Annotated[
        str,
        typer.Argument(
            metavar="GRADE", help="A letter A–F and a figure 1–6, such as B2; or: proposed."
        ),
    ] = "",
    *,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who grades.")] = "",
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> int:
    """Propose grades for sources, or grade one.

    Without a source, lists for each what the rules propose and why, beside the grade that
    somebody decided. With a source, a grade and --by, the grade is written into case.toml.
    Nothing is graded unless you say so.
    """
    from tracktwo.cli.gathering import from_case

    folder = case_folder(case)
    material, _ = from_case(folder)
    if not source:
        show(material, as_json=as_json)
        return DONE
    document = _named(material, source)
    letter, figure, why = _decided(material, document, given, reason)
    if not by.strip():
        raise InputError("a grade needs somebody who gives it: --by NAME")
    write_grade(
        folder,
        document.name,
        {"reliability": letter, "credibility": figure, "by": by, "reason": why},
    )
    from_case(folder)  # records it in the dossier
    print(f"{document.name}: graded {letter}{figure} by {by}: {why}")
    return DONE


def show(material: "Material", *, as_json: bool) -> None:
    """Print for each source what is proposed, why, and what was decided."""
    if as_json:
        print_json({"sources": [_as_json(material, each) for each in material.documents]})
        return
    for document in material.documents:
        print("\n".join([document.name, *map("  {}".format, _lines(material, document))]))
    print("Grade one with: tracktwo grade CASE SOURCE B2 --by NAME --reason TEXT")


def _lines(material: "Material", document: "Document") -> "Iterator[str]":
    """Give what is proposed for a source, rule by rule, and what was decided."""
    proposal, held = _of(material, document)
    yield f"proposed: {proposal or 'nothing, for it was not read'}"
    for reason in proposal.reasons if proposal else ():
        yield f"  {reason}"
    if held:
        why = f": {held.reason}" if held.reason else ""
        yield f"decided: {held.reliability}{held.credibility} by {held.by or 'nobody named'}{why}"
    else:
        yield "decided: nothing yet"


def _of(material: "Material", document: "Document") -> "tuple[Proposal | None, Grade | None]":
    return material.proposals.get(document.sha256), material.grades.get(document.sha256)


def _as_json(material: "Material", document: "Document") -> dict[str, Any]:
    proposal, held = _of(material, document)
    return {
        "source": document.name,
        "sha256": document.sha256,
        "proposed": proposal
        and {
            "reliability": proposal.reliability,
            "credibility": proposal.credibility,
            "reasons": list(proposal.reasons),
        },
        "decided": held
        and {
            "reliability": held.reliability,
            "credibility": held.credibility,
            "by": held.by,
            "reason": held.reason,
        },
    }


def _named(material: "Material", source: str) -> "Document":
    for document in material.documents:
        if document.name == source:
            return document
    names = ", ".join(document.name for document in material.documents) or "none"
    raise InputError(f"{source!r} is no source of this case; there are: {names}")


def _decided(
    material: "Material", document: "Document", given: str, reason: str
) -> tuple[str, str, str]:
    """Give the two signs and the reason that a person decided on."""
    if given.strip().lower() == PROPOSED:
        proposal = material.proposals.get(document.sha256)
        if proposal is None:
            raise InputError(
                f"{document.name}: it was not read, so nothing is proposed; give B2 or so"
            )
        return proposal.reliability, proposal.credibility, reason or "; ".join(proposal.reasons)
    match = re.fullmatch(r"([A-F])([1-6])", given.strip().upper())
    if match is None:
        raise InputError(
            f"{given!r} is no grade; a letter A–F for the source and a figure 1–6 for what it says "
            "were needed, such as B2, or the word proposed"
        )
    if not reason.strip():
        raise InputError("a grade needs a reason: --reason TEXT")
    return match[1], match[2], reason


def write_grade(folder: CaseFolder, file: str, values: dict[str, str]) -> None:
    """Write a grade into ``case.toml``, where every other byte stays as it was."""
    from tracktwo.casemodel.files import load_case
    from tracktwo.casemodel.write import add_table, set_value
    from tracktwo.cli.atomic import write_whole

    text = folder.file.read_bytes().decode("utf-8")
    places = [at for at, note in enumerate(load_case(folder.file).sources) if note.file == file]
    if places:
        for key, value in values.items():
            text = set_value(text, f"sources[{places[-1]}].{key}", value)
    else:
        text = add_table(text, "sources", {"file": file, **values})
    write_whole(folder.file, text.encode("utf-8"))
