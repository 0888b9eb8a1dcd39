"""The numbers in the cells of a table, with everything that is wrong with them kept."""

from dataclasses import dataclass, field
from decimal import Decimal

from tracktwo.errors import CaseError, Problem
from tracktwo.interop.csv_rows import Row
from tracktwo.interop.outlook_draft import Triple, number

NOUGHT, HUNDRED = Decimal(0), Decimal(100)


@dataclass(slots=True)
class Cells:
    """Reads cells of a file, and remembers each problem with its place."""

    name: str
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, place: str, message: str) -> None:
        """Remember a problem."""
        self.problems.append(Problem(place, message))

    def raise_all(self) -> None:
        """Refuse the file if anything is wrong with it.

        Raises
        ------
        CaseError
            With every problem, in the order in which they were met.
        """
        if self.problems:
            raise CaseError(self.name, tuple(dict.fromkeys(self.problems)))

    def text(self, row: Row, column: int, name: str) -> str:
        """Give a cell that may not be empty; "" with a problem where it is."""
        cell = row.cells[column] if column < len(row.cells) else ""
        if not cell:
            self.wrong(row.place(column + 1, name), "is empty; something is needed there")
        return cell

    def amount(
        self, row: Row, column: int, name: str, least: Decimal | None, most: Decimal | None
    ) -> Decimal | None:
        """Give the number in a cell, inside its range; None with a problem where there is none."""
        place = row.place(column + 1, name)
        cell = self.text(row, column, name)
        if not cell:
            return None
        try:
            value = number(cell)
        except ValueError as error:
            self.wrong(place, str(error))
            return None
        if least is not None and value < least:
            self.wrong(place, f"{value:f} is too low; {least:f} is the least that it may be")
            return None
        if most is not None and value > most:
            self.wrong(place, f"{value:f} is too high; {most:f} is the most that it may be")
            return None
        return value


def same(value: Decimal | None) -> Triple:
    """Let one number stand for low, best and high; 0 where it could not be read."""
    known = NOUGHT if value is None else value
    return known, known, known
