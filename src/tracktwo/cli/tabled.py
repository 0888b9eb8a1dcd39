"""What was named: a case, or a table of positions that stands for one?"""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracktwo.casemodel.case import Case

_NO_DAY = "2000-01-01"


def case_or_table(path: Path) -> "Case":
    """Load a case; from a file that ends in .csv, the case that its table describes.

    A table names no day: such a case has "" as its `as_of`, and the hash of the table.

    Raises
    ------
    CaseError
        With everything that is wrong in the file.
    """
    from tracktwo.casemodel.files import load_case
    from tracktwo.casemodel.read import parse_case
    from tracktwo.interop.table import case_from_table

    if path.suffix.lower() != ".csv":
        return load_case(path)
    content = path.read_bytes()
    case = parse_case(case_from_table(content, path.name, _NO_DAY), path.name)
    return replace(case, as_of="", sha256=sha256(content).hexdigest())
