"""The files of the exchange model: lines marked ``#A``, ``#P``, ``#M`` and ``#D``.

Cells are parted by tab, semicolon or comma, and may stand in quotes of either kind::

    #O  title of the case
    #/  a remark
    #A  actor   its full name
    #P  issue   what it is about
    #M  issue   point   what the point means
    #D  actor   issue   position   salience, 0 to 1   power

An issue goes from the least to the greatest of its points, or from 0 to 100 where it has fewer than
two. The format is that of the open implementation of the equal gain model of Stokman and Van Oosten
(decide-exchange-model), learnt from its example files.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import PurePath

from tracktwo.casemodel.shape import none_of
from tracktwo.interop.cells import HUNDRED, NOUGHT, Cells, same
from tracktwo.interop.csv_rows import Row, rows_of
from tracktwo.interop.outlook_draft import (
    DraftActor,
    DraftScale,
    DraftStance,
    OutlookDraft,
    write_outlook,
)

_MARKS = ("#O", "#/", "#A", "#P", "#M", "#D")
_ONE = Decimal(1)


def case_from_decide(content: bytes, name: str, as_of: str) -> str:
    """Write a case file from a file of the exchange model.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        Its name, for errors.
    as_of : str
        The day for which the case is to hold.

    Returns
    -------
    str
        A ``case.toml`` with a scale for each issue. Power is capability, the same on every issue.

    Raises
    ------
    CaseError
        With everything that is wrong in the file, by line and column; also where an actor's power
        differs between issues, as a party of a case has one capability.
    """
    rows = [_unquoted(row) for row in rows_of(content, name)]
    reader = _Reader(Cells(name), rows)
    reader.read()
    reader.cells.raise_all()
    about = " ".join(reader.remarks)
    draft = OutlookDraft(
        reader.title or PurePath(name).stem,
        about,
        tuple(
            DraftActor(actor, same(reader.powers[actor][0]), full if full != actor else "")
            for actor, full in reader.actors.items()
            if actor in reader.powers
        ),
        tuple(reader.scale(issue) for issue in reader.issues),
        tuple(reader.stances),
    )
    return write_outlook(draft, as_of)


def _unquoted(row: Row) -> Row:
    return Row(row.line, tuple(cell.strip("'").strip() for cell in row.cells))


@dataclass(slots=True)
class _Reader:
    """What the lines read so far say."""

    cells: Cells
    rows: list[Row]
    title: str = ""
    remarks: list[str] = field(default_factory=list)
    actors: dict[str, str] = field(default_factory=dict)
    issues: dict[str, str] = field(default_factory=dict)
    points: dict[str, dict[Decimal, str]] = field(default_factory=dict)
    powers: dict[str, tuple[Decimal, int]] = field(default_factory=dict)
    stances: list[DraftStance] = field(default_factory=list)

    def read(self) -> None:
        """Read names first, then points, then data, so that their order does not matter."""
        for row in self.rows:
            if row.cells[0] not in _MARKS:
                self.cells.wrong(
                    row.place(1), none_of("mark of a line", row.cells[0], [*_MARKS], "marks")
                )
        for mark, take in (
            ("#O", self._title),
            ("#A", self._actor),
            ("#P", self._issue),
            ("#M", self._point),
            ("#D", self._datum),
        ):
            for row in self.rows:
                if row.cells[0] == mark:
                    take(row)
        for mark, found in (("#A", self.actors), ("#P", self.issues), ("#D", self.stances)):
            if not found:
                self.cells.wrong("the file", f"has no line marked {mark}")

    def scale(self, issue: str) -> DraftScale:
        """Give the scale of an issue: between its outermost points, or 0 to 100."""
        points = self.points.get(issue, {})
        low, high = (min(points), max(points)) if len(points) > 1 else (NOUGHT, HUNDRED)
        anchors = tuple((at, words) for at, words in sorted(points.items()) if words)
        return DraftScale(issue, self.issues[issue] or issue, low, high, anchors)

    def _title(self, row: Row) -> None:
        self.title = self.title or " ".join(row.cells[1:])

    def _actor(self, row: Row) -> None:
        self._named(self.actors, row, "actor")

    def _issue(self, row: Row) -> None:
        self._named(self.issues, row, "issue")

    def _named(self, known: dict[str, str], row: Row, kind: str) -> None:
        name = self.cells.text(row, 1, kind)
        if name in known:
            self.cells.wrong(row.place(2, kind), f'"{name}" is named twice; once is enough')
        known.setdefault(name, " ".join(row.cells[2:]).strip())

    def _known(self, row: Row, column: int, kind: str, known: dict[str, str]) -> str:
        name = self.cells.text(row, column, kind)
        if name and name not in known:
            place = row.place(column + 1, kind)
            self.cells.wrong(place, none_of(kind, name, list(known), f"{kind}s"))
        return name if name in known else ""

    def _point(self, row: Row) -> None:
        issue = self._known(row, 1, "issue", self.issues)
        at = self.cells.amount(row, 2, "point", None, None)
        if issue and at is not None:
            self.points.setdefault(issue, {}).setdefault(at, " ".join(row.cells[3:]).strip())

    def _datum(self, row: Row) -> None:
        actor = self._known(row, 1, "actor", self.actors)
        issue = self._known(row, 2, "issue", self.issues)
        scale = self.scale(issue) if issue else None
        low, high = (scale.low, scale.high) if scale else (None, None)
        position = self.cells.amount(row, 3, "position", low, high)
        salience = self.cells.amount(row, 4, "salience", NOUGHT, _ONE)
        power = self.cells.amount(row, 5, "power", NOUGHT, None)
        if any(each.actor == actor and each.scale == issue for each in self.stances):
            self.cells.wrong(f"line {row.line}", f'repeats "{actor}" on "{issue}"; keep one')
        if actor and power is not None:
            known, line = self.powers.setdefault(actor, (power, row.line))
            if known != power:
                self.cells.wrong(
                    row.place(6, "power"),
                    f'of "{actor}" is {power:f}, and {known:f} in line {line}; a party has one',
                )
        if actor and issue and salience is not None:
            self.stances.append(DraftStance(actor, issue, same(position), same(salience * HUNDRED)))
