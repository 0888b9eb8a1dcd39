"""Is the repository the same for everyone? No path and no address of the machine it was made on."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "tests", "docs", "cases", "benchmarks", "evaluation", "scripts", ".ci")
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".jsonl", ".yml", ".html", ".lock", ".sh", ""}
HOME = re.compile(r"(?<![\w.])/(?:work|root|farm|home/[a-z])[/\s]")
ADDRESS = re.compile(r"https?://|--index-url|--find-links| @ ")


def committed() -> Iterator[Path]:
    """Give the text files that are, or could be, committed."""
    files = [path for name in FOLDERS for path in (ROOT / name).rglob("*")]
    for path in [*files, *ROOT.glob("*.*"), ROOT / "Makefile"]:
        made = any("cache" in part or part == ".git" for part in path.relative_to(ROOT).parts)
        if path.is_file() and path.suffix in TEXT and not made:
            yield path


def test_no_file_names_a_folder_of_the_machine_it_was_made_on() -> None:
    found = [
        str(path.relative_to(ROOT)) for path in committed() if HOME.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_the_locks_name_packages_and_never_where_they_were_downloaded_from() -> None:
    locks = sorted(ROOT.glob("requirements*.lock"))
    assert len(locks) == 3
    assert [path.name for path in locks if ADDRESS.search(path.read_text("utf-8"))] == []


def test_every_locked_package_has_a_hash() -> None:
    for path in ROOT.glob("requirements*.lock"):
        entries = re.split(r"\n(?=[a-z0-9])", path.read_text("utf-8").replace("\\\n", " "))
        bare = [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry]
        assert bare == [], path.name
