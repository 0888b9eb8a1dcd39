"""Of which case, which scales, which model, on how many workers? Asked alike by what forecasts."""

from pathlib import Path
from typing import Annotated

import typer

from tracktwo.errors import InputError

CaseOrTable = Annotated[
    Path,
    typer.Argument(metavar="CASE", help="A case folder or file; or a table of positions as CSV."),
]
Scales = Annotated[
    list[str] | None,
    typer.Option(
        "--issue", metavar="ID", help="Only this scale; may be repeated. All, if not given."
    ),
]
Seed = Annotated[int, typer.Option(help="Of the draws, 0 or more.")]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="An open choice of the model."),
]
Workers = Annotated[
    str, typer.Option(help="1, 4, threads:4, or tcp://HOST:PORT of a Dask scheduler.")
]


def settings_in(texts: list[str]) -> tuple[tuple[str, str], ...]:
    """Read open choices as they stand on the command line.

    Raises
    ------
    InputError
        If a text is no NAME=VALUE, or a name comes twice.

    >>> settings_in(["voting=cubic"])
    (('voting', 'cubic'),)
    """
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = (piece.strip() for piece in text.partition("="))
        if not (name and equals and value):
            raise InputError(f'--set: "{text}" is no NAME=VALUE, such as voting=cubic')
        if name in found:
            raise InputError(f"--set: {name} is set twice; once is enough")
        found[name] = value
    return tuple(found.items())
