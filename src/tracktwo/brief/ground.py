"""On what does every section stand? Material, numbered quotations, parties, demands."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.brief.citation import Citation
from tracktwo.brief.citations import Citations, number_citations
from tracktwo.brief.ledger import Ledger, keep_ledger
from tracktwo.brief.material import Material
from tracktwo.brief.sides import Sides, find_sides
from tracktwo.brief.titles import author
from tracktwo.documents.document import Document
from tracktwo.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Ground:
    """What every section stands on.

    `readings` holds one reading per document at most, in the order of the documents.
    """

    material: Material
    readings: tuple[Reading, ...]
    citations: Citations
    sides: Sides
    ledger: Ledger

    def document(self, reading: Reading) -> Document:
        """Give the document of a reading."""
        return next(d for d in self.material.documents if d.sha256 == reading.document)

    def author(self, document: Document) -> str:
        """Name who writes a document."""
        return author(document, alone=len(self.material.documents) == 1)

    def statements(self) -> Iterator[Citation]:
        """Give every statement that was not struck out on review, in order of number."""
        return self.citations.statements()

    def searched(self) -> str:
        """Say in what something was looked for and not found."""
        count = sum(1 for row in self.citations.rows if row.statement is not None)
        documents = len(self.material.documents)
        return (
            f"searched: {count:,} statement{'' if count == 1 else 's'} in "
            f"{documents} document{'' if documents == 1 else 's'}"
        )


def lay(material: Material) -> Ground:
    """Find what a brief stands on: numbered quotations, parties, and the ledger of demands."""
    held = {document.sha256: place for place, document in enumerate(material.documents)}
    first: dict[str, Reading] = {}
    for reading in material.readings:
        first.setdefault(reading.document, reading)
    readings = tuple(sorted(first.values(), key=lambda reading: held.get(reading.document, 0)))
    citations, sides = number_citations(material), find_sides(material, readings)
    return Ground(material, readings, citations, sides, keep_ledger(readings, citations, sides))
