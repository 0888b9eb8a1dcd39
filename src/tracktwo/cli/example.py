"""Where do the example cases lie, and how is one copied so that a user's changes stay?"""

import hashlib
import json
from pathlib import Path

import tracktwo
from tracktwo.cli.atomic import write_whole
from tracktwo.errors import InputError


def example(name: str) -> Path:
    """Give the folder of an example case: in the package when installed, else in the repository.

    Raises
    ------
    InputError
        If there is no such example; the message lists those that there are.
    """
    package = Path(tracktwo.__file__).parent
    shelf = next(
        (each for each in (package / "cases", package.parents[1] / "cases") if each.is_dir()), None
    )
    cases = {file.parent.name: file.parent for file in (shelf or package).glob("*/case.toml")}
    if name not in cases:
        raise InputError(f"no example case {name!r}; there are: {', '.join(sorted(cases))}")
    return cases[name]


def copy_example(source: Path, target: Path) -> list[Path]:
    """Copy an example case, or bring an older copy up to date.

    What was copied is recorded. A file that still is as it was copied follows the example, and
    goes when the example has it no more; one that a user changed stays.

    Returns
    -------
    list of Path
        Files of the copy that were kept although the example differs.
    """
    record = target / ".copied.json"
    copied = json.loads(record.read_text(encoding="utf-8")) if record.is_file() else {}
    files = {path.relative_to(source).as_posix(): path.read_bytes() for path in _files(source)}
    kept = []
    for name in sorted({*files, *copied}):
        to, new = target / name, files.get(name)
        old = to.read_bytes() if to.is_file() else None
        if old == new:
            continue
        if old is not None and _hash(old) != copied.get(name):
            kept.append(to)
        elif new is None:
            to.unlink()
        else:
            write_whole(to, new)
    write_whole(record, json.dumps({name: _hash(new) for name, new in files.items()}).encode())
    return kept


def _files(source: Path) -> list[Path]:
    """Give the files of an example, without what was made from it."""
    made = ("dossier.sqlite", "brief")
    found = (path for path in sorted(source.rglob("*")) if path.is_file())
    return [path for path in found if not path.relative_to(source).parts[0].startswith(made)]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
