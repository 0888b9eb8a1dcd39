"""Which quotation does a user mean: by its id, its number in the brief, or words of it?"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracktwo.errors import InputError

if TYPE_CHECKING:
    from tracktwo.brief.citation import Citation
    from tracktwo.brief.material import Material
    from tracktwo.cli.casefolder import CaseFolder


def look_up(folder: "CaseFolder", name: str) -> "Citation":
    """Give the quotation of a case that an id, a number, or words name.

    Raises
    ------
    InputError
        If the case has none of that name.
    """
    from tracktwo.cli.gathering import from_case

    material, _ = from_case(folder)
    beside = None if _in_brief(material, name) else _of_another_reader(material, name)
    return beside or citation_of(material, name)


def _in_brief(material: "Material", name: str) -> bool:
    from tracktwo.brief.citations import number_citations

    return name in number_citations(material).numbers


def _of_another_reader(material: "Material", name: str) -> "Citation | None":
    """Give the statement with an id that only another reader than the brief's has read."""
    from tracktwo.brief.citation import Citation

    documents = {document.sha256: document for document in material.documents}
    for reading in material.readings:
        for each in reading.statements:
            if each.id == name:
                document = documents[reading.document]
                grade = material.grades.get(reading.document)
                return Citation(0, name, document, each.content, "", each, grade)
    return None


def citation_of(material: "Material", name: str) -> "Citation":
    """Give the quotation that an id, a number, or words name.

    Words are meant where they stand in the quotation of one statement alone; a quotation that is
    just these words comes before those that hold more. White space and case are disregarded.

    Raises
    ------
    InputError
        If there is none, or the words stand in several; the message lists these.
    """
    from tracktwo.brief.citations import number_citations

    rows = number_citations(material).rows
    if re.fullmatch("[0-9]{1,9}", name):
        if 1 <= int(name) <= len(rows):
            return rows[int(name) - 1]
        raise InputError(f"no evidence has the number {name}; this case's end at {len(rows)}")
    found = [row for row in rows if row.id == name] or _holding(name, rows)
    if len(found) == 1:
        return found[0]
    if found:
        which = "\n".join(f"  {row.id}  {_plain(row.quote)[:70]}" for row in found[:5])
        raise InputError(f"{len(found)} statements hold {name!r}; name one by its id:\n{which}")
    raise InputError(
        f"no statement has the id, or holds the words, {name!r}; "
        "find it with: tracktwo search CASE WORDS"
    )


def _holding(words: str, rows: Sequence["Citation"]) -> list["Citation"]:
    wanted = _plain(words).casefold()
    holding = [row for row in rows if row.statement and wanted in _plain(row.quote).casefold()]
    exact = [row for row in holding if _plain(row.quote).casefold() == wanted]
    return exact if len(exact) == 1 else holding


def _plain(words: str) -> str:
    return " ".join(words.split())
