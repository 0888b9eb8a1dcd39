"""What does a case say of a source that its file does not? Title, publisher, date, grade."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.casemodel.case import SourceNote
from tracktwo.documents.document import Document

if TYPE_CHECKING:
    from tracktwo.reading.grade import Grade


def described(document: Document, notes: Iterable[SourceNote]) -> Document:
    """Give a document with what the case says of it; what the case leaves out stays."""
    for note in notes:
        if note.file == document.name:
            said = {key: getattr(note, key) for key in ("title", "publisher", "author", "date")}
            document = replace(document, **{key: value for key, value in said.items() if value})
    return document


def graded(documents: Iterable[Document], notes: Iterable[SourceNote]) -> "dict[str, Grade]":
    """Give the grades that a case sets, by the hash of the text.

    A scale that a note leaves out is given as "cannot be judged"; a note with neither grades
    nothing.
    """
    from tracktwo.reading.grade import Grade

    by_file = {note.file: note for note in notes if note.reliability or note.credibility}
    return {
        document.sha256: Grade(
            note.reliability or "F",  # type: ignore[arg-type]  # the case file holds only letters of the scale
            note.credibility or "6",  # type: ignore[arg-type]  # and figures
            note.by,
            note.reason,
        )
        for document in documents
        if (note := by_file.get(document.name))
    }
