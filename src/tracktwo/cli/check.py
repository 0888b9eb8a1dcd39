"""``tracktwo check``: does everything in a case rest on what it says it rests on?"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.casefolder import case_folder
from tracktwo.cli.guard import BAD_INPUT, DONE, FINDING

if TYPE_CHECKING:
    from tracktwo.brief.material import Material


def check(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder.")],
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="Leave with 1 if anything is found.")
    ] = False,
) -> int:
    """Check a case and its evidence.

    The case file, with all errors at once; the sources; whether all evidence is found; and
    the law of the brief.
    """
    from tracktwo.cli.gathering import from_case, settled

    material, refused = from_case(case_folder(case))
    found = list(findings(settled(material)))
    for line in found:
        print(line)
    if refused:
        return BAD_INPUT
    sources = f"{len(material.documents)} source{'s' * (len(material.documents) != 1)}"
    print(f"{len(found)} to mend" if found else f"nothing to mend: {sources}, all evidence found")
    return FINDING if found and strict else DONE


def findings(material: "Material") -> Iterator[str]:
    """Give what is wrong, a line each: notes on absent files, lost decisions, breaches."""
    from tracktwo.brief.citations import number_citations
    from tracktwo.brief.compose import compose
    from tracktwo.brief.law import breaches

    names = {document.name for document in material.documents}
    if material.case:
        for place, note in enumerate(material.case.sources):
            if note.file not in names:
                yield f"case.toml: sources[{place}]: no readable file {note.file!r} in sources/"
    known = number_citations(material).numbers
    held = [each for statement, each in material.standing.items() if statement in known]
    again = {(each.by, each.at, each.verdict, each.note) for each in held}
    for statement, each in material.standing.items():
        if statement not in known and (each.by, each.at, each.verdict, each.note) not in again:
            yield (
                f"decisions: {each.by} chose to {each.verdict} {statement} on {each.at[:10]}, "
                "but no statement is read there now"
            )
    yield from map(str, breaches(compose(material)))
