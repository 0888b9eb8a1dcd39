"""From which material is a ledger drawn up? A case with its decisions, or files alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError

if TYPE_CHECKING:
    from tracktwo.brief.ledger import Speaking
    from tracktwo.brief.material import Material
    from tracktwo.ledger.ledger import Ledger


def ledger_of(
    inputs: Sequence[str],
) -> "tuple[Ledger, Speaking, Material, tuple[InputError, ...]]":
    """Draw up the ledger of a case folder, or of files and folders.

    Returns
    -------
    Ledger
    Speaking
        The parties.
    Material
        What it was drawn up from.
    tuple of InputError
        One for each source that could not be read, already said on stderr.

    Raises
    ------
    InputError
        If a case folder stands beside other inputs, or nothing can be read.
    """
    from tracktwo.brief.ledger import Speaking
    from tracktwo.brief.sides import find_sides
    from tracktwo.cli.casefolder import case_folder, is_case
    from tracktwo.cli.gathering import from_articles, from_case
    from tracktwo.ledger.ledger import keep

    material: Material
    refused: tuple[InputError, ...]
    if any(is_case(Path(each)) for each in inputs):
        if len(inputs) > 1:
            raise InputError(
                f"{', '.join(inputs)}: a case folder stands among other inputs; "
                "name the case folder alone, or add the others to it with: tracktwo add"
            )
        material, refused = from_case(case_folder(Path(inputs[0])))
    else:
        material, refused = from_articles(inputs)
    parties = Speaking(find_sides(material, material.readings))
    struck = {ident for ident, each in material.standing.items() if each.verdict == "reject"}
    return keep(material.documents, material.readings, parties, struck), parties, material, refused
