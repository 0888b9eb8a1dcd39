"""The rim: a case as a file on disk."""

from pathlib import Path

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError, Problem

CASE_FILE = "case.toml"
MOST_BYTES = 10_000_000


def load_case(folder_or_file: Path) -> Case:
    """Read a case from its folder, or from the file itself.

    Parameters
    ----------
    folder_or_file : Path
        A folder that holds ``case.toml``, or a file of that form under any name.

    Returns
    -------
    Case
        As `parse_case` gives it, with the SHA-256 of the file's bytes.

    Raises
    ------
    CaseError
        If there is no such file, if it cannot be read, is larger than `MOST_BYTES`, is not
        UTF-8, or holds no sound case.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "case.toml").write_text(
    ...         'case = { id = "x", title = "X", as_of = 2025-01-31 }'
    ...     )
    ...     load_case(Path(folder)).title
    'X'
    """
    path = folder_or_file / CASE_FILE if folder_or_file.is_dir() else folder_or_file
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "").lower()
        advice = "name a case file, or a folder that holds case.toml"
        raise _refusal(path, str(path), f"cannot be read: {reason}; {advice}") from error
    if len(content) > MOST_BYTES:
        raise _refusal(path, str(path), f"is larger than {MOST_BYTES:,} bytes; no case is")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise _refusal(path, place, "is not UTF-8; save the file as UTF-8 text") from None
    return parse_case(text, path.name)


def _refusal(path: Path, place: str, message: str) -> CaseError:
    return CaseError(path.name, (Problem(place, message),))
