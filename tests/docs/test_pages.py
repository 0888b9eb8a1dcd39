"""Do the pages say what is so, and do they ask nothing of anywhere?"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from tracktwo.cli.main import app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
COMMANDS = sorted(getattr(typer.main.get_command(app), "commands", {}))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the documentation as CI does."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir"]
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [*command, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def references(page: str) -> Iterator[str]:
    """Give what a page makes a browser load: scripts, styles, pictures, fonts."""
    yield from re.findall(r'<(?:script|img|iframe|source)[^>]+src="?([^" >]+)', page)
    for tag in re.findall(r"<link[^>]+>", page):
        if not re.search(r'rel="?(?:canonical|next|prev|edit)', tag):
            yield from re.findall(r'href="?([^" >]+)', tag)


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    remote = {
        (page.name, address)
        for page in pages
        for address in references(page.read_text(encoding="utf-8"))
        if re.match(r"(https?:)?//", address)
    }
    assert len(pages) > 20
    assert remote == set()


def test_the_reference_of_commands_is_what_help_says() -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, str(DOCS / "generate_cli.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_that_is_run_shows_the_command(command: str) -> None:
    pages = [*DOCS.glob("how-to/*.md"), *DOCS.glob("tutorial/*.md"), ROOT / "README.md"]
    shown = [page for page in pages if f"\n$ tracktwo {command}" in page.read_text("utf-8")]
    assert shown, f"no console block runs tracktwo {command}"


def test_the_page_of_the_case_file_names_every_key_that_it_may_hold() -> None:
    schema = json.loads((DOCS / "reference" / "schemas" / "case.schema.json").read_text("utf-8"))
    page = (DOCS / "reference" / "case-file.md").read_text("utf-8")
    tables = [schema, *schema["$defs"].values()]
    keys = {key for table in tables for key in table.get("properties", {})}
    assert {key for key in keys if not re.search(rf"[`\[{{ ,.]{key}[`\], =.}}]", page)} == set()


def test_every_decision_says_what_was_rejected_and_what_would_reopen_it() -> None:
    pages = sorted(DOCS.glob("decisions/0*.md"))
    assert len(pages) >= 9
    for page in pages:
        text = page.read_text("utf-8")
        for heading in ("**Decided.**", "**Why.**", "**Rejected.**", "**What would reopen it.**"):
            assert heading in text, f"{page.name} lacks {heading}"


def test_the_changelog_opens_with_what_is_not_yet_released() -> None:
    headings = re.findall(r"^## (.*)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
