"""What is a speaker called in a sentence, and who stands between the speaker and the text?"""

from tracktwo.brief.citation import Citation

_UNNAMED = frozenset({"", "author", "the author", "the author of the text"})


def chain(citation: Citation) -> tuple[str, ...]:
    """Name those who report a statement, outermost first; an unnamed author by the document."""
    if citation.statement is None:
        return (citation.author,)
    names = citation.statement.chain or ("",)
    first = citation.author if names[0].casefold() in _UNNAMED else names[0]
    return (first, *names[1:])


def speaker(citation: Citation) -> str:
    """Name whose words a citation holds: the speaker, or who writes the document."""
    statement = citation.statement
    if statement is None or statement.speaker is None:
        return chain(citation)[0]
    name = statement.speaker.name
    return citation.author if name.casefold() in _UNNAMED else name


def retellers(citation: Citation) -> tuple[str, ...]:
    """Name who stands between the document's author and the speaker, outermost first."""
    if citation.statement is None or citation.statement.speaker is None:
        return ()
    return chain(citation)[1:-1]
