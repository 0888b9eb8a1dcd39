"""``tracktwo demo``: an example case, read, settled and briefed."""

import shutil
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

    Copies the case, reads its sources, settles it and writes the page. A file that is there
    already stays as it is.
    """
    from tracktwo.cli.example import example
    from tracktwo.cli.gathering import from_case, settled
    from tracktwo.cli.publishing import publish

    case = CaseFolder(folder if folder is not None else Path("demo") / name)
    for path in copy_missing(example(name), case.root):
        print(f"{path}: kept as it is, though the example differs; delete it for a fresh copy")
    material, refused = from_case(case, command=f"tracktwo brief {case.root}")
    publish(settled(material), case.page)
    print(f"The briefing lies at {case.page}")
    return BAD_INPUT if refused else DONE


def copy_missing(source: Path, target: Path) -> list[Path]:
    """Copy the files of a folder that the target lacks; what was made from a case is left out.

    Returns
    -------
    list of Path
        Files of the target that were kept although they differ.
    """
    kept = []
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source)
        if not path.is_file() or inside.parts[0].startswith(("dossier.sqlite", "brief")):
            continue
        to = target / inside
        if not to.exists():
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)
        elif to.read_bytes() != path.read_bytes():
            kept.append(to)
    return kept
