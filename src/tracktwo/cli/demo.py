"""``tracktwo demo``: an example case, read, settled and briefed."""

from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.casefolder import CaseFolder
from tracktwo.cli.guard import BAD_INPUT, DONE


def demo(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="Where to put it; ./demo/NAME if not given."),
    ] = None,
    name: Annotated[
        str, typer.Option("--case", metavar="NAME", help="Which example case.")
    ] = "ukraine-nato",
) -> int:
    """Turn an example case into a briefing.

    Copies the case, reads its sources, settles it and writes the page. A file of the copy that
    you have changed stays as it is.
    """
    from tracktwo.cli.example import copy_example, example
    from tracktwo.cli.gathering import from_case, settled
    from tracktwo.cli.publishing import publish

    case = CaseFolder(folder if folder is not None else Path("demo") / name)
    for path in copy_example(example(name), case.root):
        print(f"{path}: yours, kept as it is; delete it for a fresh copy")
    material, refused = from_case(case, command=f"tracktwo brief {case.root}")
    publish(settled(material), case.page)
    print(f"The briefing lies at {case.page}")
    return BAD_INPUT if refused else DONE
