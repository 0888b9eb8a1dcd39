"""A case's heading and its red lines in words, for the terminal."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.analyses.settlement.settlement import RedLine
    from tracktwo.casemodel.case import Case


def red_line_words(case: "Case", conflict: "tuple[RedLine, ...]") -> "Iterator[str]":
    """Give the red lines of a conflict, those of one party on one issue together."""
    from tracktwo.analyses.settlement.exact_text import exact_text

    names = {party.id: party.name for party in case.parties}
    refused: dict[tuple[str, str], list[str]] = {}
    for line in conflict:
        if line.kind == "option":
            refused.setdefault((line.party, line.issue), []).append(line.option)
    for line in conflict:
        if line.kind == "combination":
            both = " with ".join(f"{issue}: {', '.join(o)}" for issue, o in line.combination)
            yield f"{names[line.party]} refuses {both}"
    for (party, issue), options in refused.items():
        yield f"{names[party]} refuses {issue}: {', '.join(options)}"
    for line in conflict:
        if line.kind == "no_agreement" and line.value is not None:
            worth = exact_text(line.value)
            yield f"{names[line.party]} refuses what is worth less to it than {worth}"


def heading(case: "Case") -> str:
    """Name a case and its day; a table of positions has none."""
    return f"{case.title} (as of {case.as_of})" if case.as_of else case.title
