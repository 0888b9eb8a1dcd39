"""Writes docs/reference/commands.md from ``--help``; ``--check`` tells whether it is current.

python docs/generate_cli.py [--check]
"""

import os
import sys
from pathlib import Path

import typer
from typer.testing import CliRunner

from tracktwo.cli.main import app

PAGE = Path(__file__).parent / "reference" / "commands.md"
WIDTH = "94"
HEAD = """# Commands

<!-- Made by docs/generate_cli.py from --help; change the commands, not this page. -->

Exit codes stand under [errors](errors.md). `tracktwo COMMAND --help` shows the same.
"""


def help_of(*arguments: str) -> str:
    """Give what ``--help`` of a command prints, at one width whatever the terminal."""
    os.environ["TERMINAL_WIDTH"] = os.environ["COLUMNS"] = WIDTH
    result = CliRunner().invoke(
        app, [*arguments, "--help"], prog_name="tracktwo", terminal_width=int(WIDTH)
    )
    return "\n".join(line.rstrip() for line in result.output.strip().splitlines())


def commands() -> list[str]:
    """Give the names of all commands, in the order in which they are shown, groups with theirs."""
    group = typer.main.get_command(app)
    found = []
    for name, command in getattr(group, "commands", {}).items():
        found += [name, *(f"{name} {below}" for below in getattr(command, "commands", {}))]
    return found


def page() -> str:
    """Give the page that the commands of today make."""
    sections = [f"## tracktwo\n\n```text\n{help_of()}\n```\n"]
    sections += [
        f"## tracktwo {name}\n\n```text\n{help_of(*name.split())}\n```\n" for name in commands()
    ]
    return "\n".join([HEAD, *sections])


def main() -> int:
    """Write the page, or say that it is not current."""
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE}: not what --help says; run: python docs/generate_cli.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
