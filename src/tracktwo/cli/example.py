"""Where do the example cases lie? Beside the package when installed, else in the repository."""

from pathlib import Path

import tracktwo
from tracktwo.errors import InputError


def example(name: str) -> Path:
    """Give the folder of an example case.

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
