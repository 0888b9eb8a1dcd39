"""``tracktwo init``: start a case."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.errors import InputError


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to make or to fill.")],
    title: Annotated[
        str, typer.Option(metavar="TEXT", help="Title of the case; the folder's name if not given.")
    ] = "",
    as_of: Annotated[
        str, typer.Option(metavar="DATE", help="Day for which the case holds; today if not given.")
    ] = "",
) -> int:
    """Start a case.

    Makes a folder with a commented case.toml to fill in, a schema for editors, and sources/.
    """
    from tracktwo.casemodel.schema import json_schema
    from tracktwo.casemodel.write import new_case
    from tracktwo.cli.atomic import write_whole

    file = folder / "case.toml"
    if file.exists():
        raise InputError(f"{file}: is there already and stays as it is; name another folder")
    name = folder.resolve().name
    today = datetime.now().astimezone().date().isoformat()
    text = new_case(short_name(name), title or name, as_of=as_of or today)
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    write_whole(folder / "case.schema.json", json.dumps(json_schema(), indent=2).encode())
    write_whole(file, text.encode())
    print(f"{file}: fill it in; add documents with:")
    print(f"  tracktwo add {folder} FILE|FOLDER|URL…")
    return DONE


def short_name(name: str) -> str:
    """Give a folder's name as the short name of a case: letters, digits, - and _.

    >>> short_name("Nile dam (2025)")
    'nile-dam-2025'
    >>> short_name("…")
    'case'
    """
    return re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-") or "case"
