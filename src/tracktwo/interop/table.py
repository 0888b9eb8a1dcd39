"""Which kind of table of positions is this? KTAB's, the exchange model's, or a plain one."""

from tracktwo.interop.csv_rows import rows_of
from tracktwo.interop.decide import case_from_decide
from tracktwo.interop.ktab import case_from_ktab
from tracktwo.interop.positions import case_from_positions


def case_from_table(content: bytes, name: str, as_of: str) -> str:
    """Write a case file from a table, by what its first lines show it to be.

    A line that begins with ``#A``, ``#P`` or another mark of the exchange model is one of its
    files; a second line that begins with Actor, Description, Power is KTAB's; any other table is
    plain.

    Raises
    ------
    CaseError
        With everything that is wrong in the file.
    """
    rows = rows_of(content, name)
    first = rows[0].cells[0].strip("'\"") if rows else ""
    if first.startswith("#"):
        return case_from_decide(content, name, as_of)
    second = [cell.lower() for cell in rows[1].cells[:3]] if len(rows) > 1 else []
    if second == ["actor", "description", "power"]:
        return case_from_ktab(content, name, as_of)
    return case_from_positions(content, name, as_of)
