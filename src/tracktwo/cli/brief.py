"""``tracktwo brief``: a briefing of a case, or of articles alone."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.casefolder import case_folder, is_case
from tracktwo.cli.guard import BAD_INPUT, DONE
from tracktwo.errors import InputError


def brief(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="CASE|PATH…",
            help="A case folder; or files, folders, addresses, or - for standard input.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="PATH",
            help="A folder, or a file that ends in .html; CASE/brief or ./brief if not given.",
        ),
    ] = None,
    ask: Annotated[
        list[str] | None,
        typer.Option(metavar="QUESTION", help="Answer this from the sources; may be repeated."),
    ] = None,
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing if a sentence breaks the law.")
    ] = False,
) -> int:
    """Write a briefing of a case or articles.

    One self-contained HTML page, in which every sentence opens its source. What is new in a
    case folder is read first. Articles need no case at all.
    """
    from tracktwo.cli.gathering import from_articles, from_case, settled
    from tracktwo.cli.publishing import publish

    questions = tuple(ask or ())
    asked = [word for question in questions for word in ("--ask", question)]
    command = shlex.join(["tracktwo", "brief", *inputs, *asked])
    cases = [name for name in inputs if is_case(Path(name))]
    if cases and len(inputs) > 1:
        raise InputError(
            f"{cases[0]} is a case, and {len(inputs)} things were named; "
            "name one case, or only articles"
        )
    if cases:
        folder = case_folder(Path(cases[0]))
        material, refused = from_case(folder, questions, command)
        page = page_path(out, folder.page)
    else:
        material, refused = from_articles(inputs, questions, command)
        page = page_path(out, Path("brief") / "index.html")
    publish(settled(material), page, strict=strict)
    print(f"The briefing lies at {page}")
    return BAD_INPUT if refused else DONE


def page_path(out: Path | None, usual: Path) -> Path:
    """Give the file to write: the one named, the index of the folder named, or the usual one.

    >>> usual = Path("brief/index.html")
    >>> page_path(Path("out"), usual).as_posix(), page_path(Path("a.html"), usual).as_posix()
    ('out/index.html', 'a.html')
    """
    if out is None:
        return usual
    return out if out.suffix.lower() in (".html", ".htm") else out / "index.html"
