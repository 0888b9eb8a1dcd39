"""What does a ledger hold of a passage? The statement, its document, and when it took place."""

from dataclasses import dataclass

from tracktwo.documents.document import Document
from tracktwo.ledger.when import When, when
from tracktwo.reading.statement import Statement


@dataclass(frozen=True, slots=True)
class Telling:
    """One passage in which a demand is made, repeated, given up or answered."""

    statement: Statement
    document: Document
    when: When

    @classmethod
    def of(cls, statement: Statement, document: Document) -> "Telling":
        """Give the telling of a statement in its document."""
        return cls(statement, document, when(statement, document.date))

    @property
    def cue(self) -> str:
        """The words that signal the act, "" for none."""
        cue = self.statement.cue
        return self.document.quote(cue) if cue is not None else ""

    @property
    def condition(self) -> str:
        """The words of the clause on which it depends, "" for none."""
        condition = self.statement.condition
        return self.document.quote(condition) if condition is not None else ""

    def precedes(self, other: "Telling") -> bool:
        """Tell whether it is shown to come before another: by dates, or by the order of turns."""
        if self.when.before(other.when):
            return True
        turns = self.statement.reporting == other.statement.reporting == "turn"
        return turns and self._stands_before(other)

    def told_before(self, other: "Telling") -> bool:
        """Tell whether it stands before another in one text, and no dates show the contrary."""
        return self._stands_before(other) and not other.when.before(self.when)

    def _stands_before(self, other: "Telling") -> bool:
        same = self.document.sha256 == other.document.sha256
        return same and self.statement.hull < other.statement.hull
