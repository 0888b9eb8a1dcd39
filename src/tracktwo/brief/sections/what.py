"""What is this brief, as of when, and how is it read?"""

from tracktwo.brief.blocks import Block, Legend, Note, Section, Sentences
from tracktwo.brief.dates import written
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, first_upper
from tracktwo.brief.sections.signed import assumptions

_READING = Note(
    (
        (
            "How to read it.",
            (
                "Each sentence carries its type on the left and its evidence at the end. A number "
                "opens the passage, with the words marked in it. The same number is the row in the "
                "annex."
            ),
        ),
        (
            "Two scales, kept apart.",
            "Likelihood is how probable an event is. Confidence is how good the evidence is.",
        ),
    ),
    aside=True,
)
_LEGEND = Legend(
    (
        ("fact", "Rests on a statement that a person has accepted. Without one it is no fact."),
        ("claim", "Somebody’s words, with the name. The source’s words stand in quotation marks."),
        ("assumption", "Taken as given so that the analysis can proceed; it says who set it."),
        ("judgement", "Ours, or the signed analyst’s. It gives its basis and its confidence."),
        ("forecast", "A probability in words and figures, with the date on which it is settled."),
    )
)


def what(ground: Ground) -> Section:
    """Say what was read, what was decided on review, and what the types of sentence promise."""
    blocks: list[Block] = [_READING, Note((("", _scope(ground)), ("", _review(ground)))), _LEGEND]
    case = ground.material.case
    if case and case.about:
        blocks.insert(1, Note((("", " ".join(case.about.split())),)))
    taken = assumptions(ground, "")
    if taken:
        blocks.append(Sentences(taken, heading="Taken as given"))
    return Section("what", "What this is", tuple(blocks))


def _scope(ground: Ground) -> str:
    documents = len(ground.material.documents)
    statements = sum(1 for _ in ground.statements())
    until = written(ground.material.made.as_of)
    return (
        f"This brief reads {counted(documents, 'document')} and sets out who demands what of whom, "
        f"where anyone sees room for an agreement, and what the sources expect"
        f"{f', as of {until}' if until else ''}. It rests on "
        f"{counted(statements, 'statement')} and adds nothing to the record."
        + (" One document cannot confirm itself." if documents == 1 else "")
    )


def _review(ground: Ground) -> str:
    rows = [row for row in ground.citations.rows if row.statement is not None]
    accepted = sum(row.accepted for row in rows)
    rejected = sum(row.rejected for row in rows)
    if not accepted and not rejected:
        return (
            "The program read the documents by itself. No person has reviewed its reading yet, "
            "so nothing here is set as a fact."
        )
    return first_upper(
        f"{counted(accepted, 'statement')} accepted by a person, {counted(rejected, 'statement')} "
        f"struck out, {len(rows) - accepted - rejected:,} not yet reviewed."
    )
