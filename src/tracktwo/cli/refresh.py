"""How does a dossier keep up with its case folder? It takes in what is new there, and only that."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.cli.atomic import write_whole
from tracktwo.cli.described import described, graded
from tracktwo.cli.guard import complain
from tracktwo.cli.intake import readable
from tracktwo.cli.progress import watched
from tracktwo.cli.reader_mark import reader_mark
from tracktwo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracktwo.casemodel.case import Case
    from tracktwo.cli.casefolder import CaseFolder
    from tracktwo.documents.document import Document
    from tracktwo.dossier.dossier import Dossier
    from tracktwo.errors import DocumentError
    from tracktwo.reading.grade import Grade


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a case folder holds now.

    Attributes
    ----------
    documents : tuple of Document
        The sources that can be read, in order of name; each with its reading in the dossier.
    grades : mapping of str to Grade
        Those that the case gives to these documents, by the hash of the text.
    new : tuple of Document
        Those that were read just now.
    refused : tuple of InputError
        One for each source that cannot be read, and one for a file of decisions that cannot be
        taken in; already said on stderr.
    """

    documents: "tuple[Document, ...]"
    grades: "Mapping[str, Grade]"
    new: "tuple[Document, ...]"
    refused: "tuple[InputError, ...]"


def refresh(folder: "CaseFolder", case: "Case", dossier: "Dossier") -> Refreshed:
    """Read what is new in a case folder into its dossier.

    A source is read anew when its text is new, when the case says something else of it, and
    all are when the reader itself or the case's actors have changed. Decisions in the folder
    are taken in, and grades that the case has changed are recorded.
    """
    from tracktwo.documents.folder import load_all

    refused: list[DocumentError] = []
    wrong: list[InputError] = []
    arrived = load_all(folder.source_files())
    found = [described(each, case.sources) for each in readable(arrived, refused)]
    documents = sorted(found, key=lambda each: each.name)
    new = _read_new(folder, case, dossier, documents)
    grades, known = graded(documents, case.sources), dossier.grades()
    for sha256, grade in grades.items():
        if known.get(sha256) != grade:
            dossier.grade(sha256, grade)
    if folder.decisions.is_file():
        try:
            dossier.take_in_decisions(folder.decisions)
        except InputError as error:
            complain(str(error))
            wrong.append(error)
    return Refreshed(tuple(documents), grades, tuple(new), (*refused, *wrong))


def _read_new(
    folder: "CaseFolder", case: "Case", dossier: "Dossier", documents: "Sequence[Document]"
) -> "list[Document]":
    mark = reader_mark(case).encode()
    marked = folder.mark.is_file() and folder.mark.read_bytes() == mark
    held = set(dossier.documents()) if marked else set()
    new = [document for document in documents if document not in held]
    if new:
        from tracktwo.actors.registry import default_registry
        from tracktwo.reading.rules import read

        registry = default_registry().extended(case.actors)
        for document in watched(new, "reading", len(new)):
            dossier.add(document, read(document, registry))
    if not marked:
        write_whole(folder.mark, mark)
    return new
