"""Which quotation does a user mean: by a statement's id, or by its number in the brief?"""

from typing import TYPE_CHECKING

from tracktwo.errors import InputError

if TYPE_CHECKING:
    from tracktwo.brief.citation import Citation
    from tracktwo.brief.material import Material
    from tracktwo.cli.casefolder import CaseFolder


def look_up(folder: "CaseFolder", name: str) -> "Citation":
    """Give the quotation of a case that an id or a number names.

    Raises
    ------
    InputError
        If the case has none of that name.
    """
    from tracktwo.cli.gathering import from_case

    material, _ = from_case(folder)
    return citation_of(material, name)


def citation_of(material: "Material", name: str) -> "Citation":
    """Give the quotation that an id, the start of an id, or a number names.

    Raises
    ------
    InputError
        If there is none, or several ids start so.
    """
    from tracktwo.brief.citations import number_citations

    rows = number_citations(material).rows
    if name.isascii() and name.isdigit():
        if 1 <= int(name) <= len(rows):
            return rows[int(name) - 1]
        raise InputError(f"no evidence has the number {name}; this case's end at {len(rows)}")
    found = [row for row in rows if row.id == name] or [
        row for row in rows if len(name) >= len("st:1234") and row.id.startswith(name)
    ]
    if len(found) == 1:
        return found[0]
    arrived = "several statements have ids that start" if found else "no statement has an id"
    raise InputError(
        f"{arrived} {name!r}; find the id with: tracktwo search CASE WORDS, "
        "or use a number of the brief"
    )
