"""Where does every quotation stand?"""

from tracktwo.brief.blocks import Annex, Block, Note, Section
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import first_upper


def annex(ground: Ground) -> Section:
    """Give every quotation with its place, hash, grade and decision, and the documents in full."""
    blocks: list[Block] = [
        Note(
            (
                (
                    "",
                    (
                        "Offsets are code points in the document’s text; the words between them "
                        "are the quotation, as the source spells it. A hash is the SHA-256 of "
                        "that text."
                    ),
                ),
            )
        ),
        Annex(),
    ]
    missing = ground.citations.missing
    if missing:
        lines = tuple(
            (
                "Evidence not found.",
                first_upper(f"{each.evidence.statement or each.evidence.source}: {each.reason}"),
            )
            for each in missing
        )
        blocks.insert(1, Note(lines))
    return Section("annex", "Annex: every quotation", tuple(blocks))
