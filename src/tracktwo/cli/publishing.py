"""How does a brief reach the disk? Composed, rendered and written whole, or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.cli.atomic import write_whole
from tracktwo.cli.guard import complain

if TYPE_CHECKING:
    from tracktwo.brief.material import Material


def publish(material: "Material", page: Path, *, strict: bool = False) -> None:
    """Write the briefing that a material makes.

    Raises
    ------
    BriefError
        Under `strict`, if a sentence breaks the law of the brief; nothing is written then.
    """
    for note in dict.fromkeys(note for each in material.readings for note in each.notes):
        complain(note)
    if not material.documents:
        complain("there are no sources to brief")
    from tracktwo.brief.compose import compose
    from tracktwo.brief.page import render

    html = render(compose(material, strict=strict))
    write_whole(page, html.encode("utf-8", "replace"))
