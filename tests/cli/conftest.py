"""A small case to run commands on: two made-up states, a river, two sources."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tracktwo.cli.main import app

CASE = """\
[case]
id = "river"
title = "The river"
as_of = 2025-01-31
question = "Is there room for an agreement?"

[parties.darsa]
name = "Darsa"
no_agreement = "40"

[parties.velia]
name = "Velia"
no_agreement = "40"

[issues.dam]
title = "The dam"
options = { high = "filled to the brim", low = "filled by half" }

[issues.bank]
title = "The river bank"
options = { held = "held by Velia", left = "left by Velia" }

[[positions]]
party = "darsa"
issue = "dam"
weight = "50"
points = { high = "0", low = "100" }
refuses = ["high"]
evidence = [{ source = "talks.txt", words = "withdraw its troops from the river bank" }]

[[positions]]
party = "darsa"
issue = "bank"
weight = "50"
points = { held = "0", left = "100" }

[[positions]]
party = "velia"
issue = "dam"
weight = "60"
points = { high = "100", low = "70" }

[[positions]]
party = "velia"
issue = "bank"
weight = "40"
points = { held = "100", left = "0" }

[[actors]]
id = "darsa"
name = "Darsa"
type = "state"
adjectives = ["Darsan"]

[[actors]]
id = "velia"
name = "Velia"
type = "state"
adjectives = ["Velian"]

[[sources]]
file = "talks.txt"
reliability = "B"
credibility = "2"
by = "A. Analyst"
reason = "Both delegations confirmed it."
"""

TALKS = """\
Talks on the river

On 3 March 2024 Darsa demanded that Velia withdraw its troops from the river bank.
Velia rejected the demand. The Velian government said that it was ready to discuss the dam.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Give a case folder with one source that nothing was made from yet."""
    folder = tmp_path / "river"
    (folder / "sources").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "sources" / "talks.txt").write_text(TALKS, encoding="utf-8")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Run a command in an empty folder; what is passed on as `stdin` is its standard input."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)

    return command
