"""Do the commands ask a model only when told to, and keep its reading beside that of the rules?"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jsonschema import validate
from tests.reading.llm.stand_in import (
    Reply,
    StandIn,
    answer,
    in_turn,
    protocol,
    saying,
    standing_in,
    statement,
)
from typer.testing import Result

from tracktwo.dossier.dossier import Dossier
from tracktwo.reading.llm import patience
from tracktwo.reading.llm.prompt import PROMPT_HASH

Run = Callable[..., Result]
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "schemas" / "read.schema.json"

READER = f"llm:small@{PROMPT_HASH}"
SAID = {
    "3 March": answer(
        statement(
            "withdraw its troops from the river bank",
            act="demand",
            speaker="Darsa",
            addressees=["Velia"],
            firmness="firm",
        ),
    ),
    "rejected the demand": answer(
        statement("rejected the demand", act="reject", speaker="Velia"),
        statement("ready to discuss the dam", act="propose", speaker="The Velian government"),
        statement("Velia will sign tomorrow", act="promise", speaker="Velia"),
    ),
}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.setenv("TRACKTWO_LLM_KEY", "secret-key")
    monkeypatch.setattr(patience, "FIRST_WAIT", 0.001)
    with standing_in(saying(SAID)) as held:
        monkeypatch.setenv("TRACKTWO_LLM_ADDRESS", held.address)
        monkeypatch.setenv("TRACKTWO_LLM_MODEL", "small")
        yield held


def test_nothing_is_asked_unless_the_reader_is_named(run: Run, case: Path, server: StandIn) -> None:
    assert run("add", case, case / "sources").exit_code == 0
    assert run("read", case / "sources" / "talks.txt").exit_code == 0
    assert run("brief", case).exit_code == 0
    assert server.asked == []


def test_read_says_loudly_whom_it_asks_and_shows_what_is_quoted(
    run: Run, case: Path, server: StandIn
) -> None:
    result = run("read", case / "sources" / "talks.txt", "--reader", "llm")
    assert result.exit_code == 0, result.output
    url = f"{server.address}/chat/completions"
    assert f"ASKING {url}, model small: the text of every document goes there" in result.stderr
    assert "ready to discuss the dam" in result.stdout
    assert "sign tomorrow" not in result.stdout
    assert "1 quoted strings do not stand in the text" in result.stderr
    assert "secret-key" not in result.output
    assert len(server.asked) == 2


def test_two_readers_stand_side_by_side_in_one_run(run: Run, case: Path, server: StandIn) -> None:
    talks = case / "sources" / "talks.txt"
    result = run("read", talks, "--json", "--reader", "rules", "--reader", "llm")
    by_rules, by_model = (json.loads(line) for line in result.stdout.splitlines())
    assert (by_rules["reader"], by_model["reader"]) == ("rules", READER)
    assert {each["reader"] for each in by_model["statements"]} == {READER}
    schema = json.loads(SCHEMA.read_text("utf-8"))
    validate(by_rules, schema)
    validate(by_model, schema)
    text = by_model["document"]["text"]
    for each in by_model["statements"]:
        first, last = each["content"][0], each["content"][-1]
        assert text[first["start"] : last["end"]] == each["quote"]
    assert len(server.asked) == 2


def test_add_keeps_both_readings_and_asks_once(run: Run, case: Path, server: StandIn) -> None:
    first = run("add", case, case / "sources", "--reader", "llm")
    assert (first.exit_code, f"1 read by {READER}" in first.stdout) == (0, True)
    again = run("add", case, case / "sources", "--reader", "llm")
    assert f"0 read by {READER}" in again.stdout
    assert len(server.asked) == 2
    with Dossier.open(case / "dossier.sqlite") as dossier:
        assert dossier.readers() == ("rules", READER)
        (by_rules,), (by_model,) = dossier.readings(), dossier.readings(READER)
    assert {each.reader for each in by_rules.statements} == {"rules"}
    assert {each.reader for each in by_model.statements} == {READER}


def test_why_shows_what_the_other_reader_made_of_the_words(
    run: Run, case: Path, server: StandIn
) -> None:
    run("add", case, case / "sources", "--reader", "llm")
    shown = run("why", case, "withdraw its troops").stdout
    assert "read by: rules" in shown
    assert f"also read by {READER}: Darsa, demand: “withdraw its troops from" in shown


def test_a_statement_of_the_model_enters_the_brief_when_somebody_accepts_it(
    run: Run, case: Path, server: StandIn
) -> None:
    run("add", case, case / "sources", "--reader", "llm")
    with Dossier.open(case / "dossier.sqlite") as dossier:
        statements = dossier.readings(READER)[0].statements
    (only,) = (each.id for each in statements if each.quote == "rejected the demand")
    mark = only.removeprefix("st:")
    assert run("brief", case).exit_code == 0
    page = case / "brief" / "index.html"
    assert mark not in page.read_text("utf-8")
    assert "not in the brief" in run("why", case, only).stdout
    decided = run("decide", case, only, "accept", "--by", "A. Analyst")
    assert decided.exit_code == 0, decided.output
    assert run("brief", case).exit_code == 0
    assert mark in page.read_text("utf-8")
    assert run("check", case).exit_code == 0


def test_what_fails_is_told_the_rest_kept_and_asked_again_next_time(
    run: Run, case: Path, server: StandIn
) -> None:
    talks = case / "sources" / "talks.txt"
    with talks.open("a", encoding="utf-8") as file:
        file.write("\nThe Velian envoy insisted on a joint commission.\n")
    server.behaviour = in_turn(
        *[Reply(protocol(said)) for said in SAID.values()], Reply(status=500)
    )
    first = run("add", case, talks, "--reader", "llm")
    assert first.exit_code == 2
    assert "1 of 3 passages not read: the answer 500" in first.stderr
    with Dossier.open(case / "dossier.sqlite") as dossier:
        assert dossier.readings(READER)[0].statements
    server.behaviour = saying(SAID)
    again = run("add", case, talks, "--reader", "llm")
    assert (again.exit_code, f"1 read by {READER}" in again.stdout) == (0, True)
    with Dossier.open(case / "dossier.sqlite") as dossier:
        assert all("not read" not in note for note in dossier.readings(READER)[0].notes)


def test_the_key_is_stored_nowhere(run: Run, case: Path, server: StandIn) -> None:
    run("add", case, case / "sources", "--reader", "llm")
    run("brief", case)
    assert server.headers[0]["Authorization"] == "Bearer secret-key"
    files = [path for path in case.rglob("*") if path.is_file()]
    assert len(files) > 3
    assert [path.name for path in files if b"secret-key" in path.read_bytes()] == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "TRACKTWO_LLM_ADDRESS"),
        (("--llm-address", "http://127.0.0.1:9/v1"), "TRACKTWO_LLM_MODEL"),
        (("--llm-address", "ftp://h", "--llm-model", "m"), "http://"),
    ],
)
def test_what_is_missing_is_told_with_the_way_to_name_it(
    run: Run, case: Path, options: tuple[str, ...], told: str
) -> None:
    result = run("read", case / "sources" / "talks.txt", "--reader", "llm", *options)
    assert result.exit_code == 2
    assert told in result.stderr


def test_without_the_extra_the_command_that_installs_it_is_told(
    run: Run, case: Path, server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    monkeypatch.delitem(sys.modules, "tracktwo.reading.llm.endpoint", raising=False)
    result = run("read", case / "sources" / "talks.txt", "--reader", "llm")
    assert result.exit_code == 2
    assert 'pip install "tracktwo[llm]"' in result.stderr
    assert server.asked == []
