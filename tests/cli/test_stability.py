"""Does `stability` say what holds, why, and how to get there?"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import validate
from typer.testing import Result

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "catalog"
SCHEMA = json.loads(
    (ROOT / "docs" / "reference" / "schemas" / "stability.schema.json").read_text("utf-8")
)

GRAPH = """
case = { id = "x", title = "X", as_of = "2025-01-31" }
parties.a = { name = "A" }
parties.b = { name = "B" }
[stability]
status_quo = "war"
coalitions = [["a", "b"]]
[stability.states]
war = "War"
talks = "Talks"
peace = "Peace"
[stability.moves]
a = [["war", "talks"], ["talks", "war"]]
b = [["talks", "peace"]]
[stability.preferences.a]
ranking = ["peace", ">>", "war", "talks"]
[stability.preferences.b]
ranking = ["peace", ["war", "talks"]]
unknown = [["war", "peace"]]
"""


@pytest.mark.parametrize("name", ["elmira", "chicken", "syria-iraq-1975"])
def test_the_json_is_as_its_schema_says_whatever_is_asked(run: Run, name: str) -> None:
    parties = {"elmira": ("s5", "local"), "chicken": ("3", "p1"), "syria-iraq-1975": ("1", "iraq")}
    state, party = parties[name]
    asked = ["--coalitions", "--flips", "--inverse", state, "--party", party, "--from", state]
    result = run("stability", CATALOG / name, "--json", *asked)
    found = json.loads(result.stdout)
    validate(found, SCHEMA)
    assert len(found["inverse"]) == 5
    assert {"routes", "coalitions", "flips"} <= set(found)


def test_graph_form_unknown_pairs_and_strength_come_out_in_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(GRAPH, "utf-8")
    found = json.loads(run("stability", "x.toml", "--json", "--horizon", "3").stdout)
    validate(found, SCHEMA)
    assert [state["code"] for state in found["states"]] == [1, 2, 3]
    assert "gmr_a" in found["uncertain"]
    assert "seq" in found["strong"]
    assert set(found["limited"]) == {"a", "b"}


def test_people_see_options_as_columns_and_what_holds(run: Run) -> None:
    said = run("stability", CATALOG / "elmira").stdout
    assert "1 modify: Modify the order" in said
    assert "Nash, GMR, SMR, SEQ, SSEQ" in said
    assert "Ways from 2 by improvements:" in said
    assert "2 delay: Delay the appeal (Uniroyal, only Y to N)" in said


def test_the_inverse_is_shown_with_its_inclusion_and_exclusion(run: Run) -> None:
    asked = ["--inverse", "YNN", "--party", "syria", "--concept", "seq"]
    said = run("stability", CATALOG / "syria-iraq-1975", *asked).stdout
    assert "384 of 720 rankings of Syria" in said
    assert "720 × (1 − 1/3 − 1/3 + 1/5)" in said


def test_other_questions_are_answered_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(GRAPH, "utf-8")
    said = run("stability", "x.toml", "--coalitions", "--flips", "--horizon", "2").stdout
    for words in ("Held by every coalition", "under extension a", "held strongly", "moves ahead"):
        assert words in said


def test_a_coalition_that_would_leave_an_equilibrium_is_named(run: Run) -> None:
    """S5 is held by each party alone; the ministry and Uniroyal together prefer s8."""
    said = run("stability", CATALOG / "elmira", "--coalitions", "--concept", "seq").stdout
    told = " ".join(said.split())
    assert "Ministry of the Environment and Uniroyal together would leave 18 for 21 (SEQ)" in told
    assert "Held by every coalition, SEQ: 8, 21" in said


def test_weakly_and_strongly_held_states_make_up_those_that_hold(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(GRAPH.replace("unknown", "much"), "utf-8")
    found = json.loads(run("stability", "x.toml", "--json").stdout)
    validate(found, SCHEMA)
    for concept in ("gmr", "smr", "seq", "sseq"):
        strong, weak = found["strong"][concept], found["weak"][concept]
        for who in ("a", "b"):
            assert sorted(strong[who] + weak[who]) == found["stable"][concept][who]
        assert sorted(strong["all"] + weak["all"]) == found["equilibria"][concept]


def test_a_large_model_says_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    options = "\n".join(f'o{at} = {{ title = "O", by = "{"ab"[at % 2]}" }}' for at in range(13))
    head = GRAPH.partition("[stability]")[0]
    for count, words in ((10, "no simultaneous stability"), (13, "no reasons and no ways")):
        rows = "\n".join(options.splitlines()[:count])
        text = f"""{head}
        [stability.options]
        {rows}
        [stability.preferences]
        a.statements = ["o0"]
        b.statements = ["o1", "not o0"]
        """
        (tmp_path / "x.toml").write_text(text, "utf-8")
        said = run("stability", "x.toml").stdout
        assert f"{1 << count:,} states" in said
        assert words in said


def test_lines_keep_to_the_width_of_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for case in sorted(path.parent for path in CATALOG.glob("*/published.json")):
        said = run("stability", case, "--coalitions", "--flips").stdout
        assert max(map(len, said.splitlines())) <= 80, case.name


def test_why_gives_the_reasons_of_a_state(run: Run) -> None:
    said = run("why", CATALOG / "elmira", "state:s1").stdout
    assert "Local government" in said
    assert "nothing deters the improvement to 18" in said
    assert "is deterred: " in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--concept", "hope"], '"hope" is no concept'),
        (["--inverse", "YNN"], "go together"),
        (["--inverse", "YNN", "--party", "iran"], '"iran" has no preferences here'),
        (["--from", "YYY"], '"YYY" names 0 states'),
    ],
)
def test_a_question_that_cannot_be_asked_is_bad_input(
    run: Run, arguments: list[str], said: str
) -> None:
    result = run("stability", CATALOG / "syria-iraq-1975", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_case_without_a_graph_model_is_bad_input(run: Run, case: Path) -> None:
    result = run("stability", case)
    assert result.exit_code == 2
    assert "name the options of the parties there" in result.stderr


def test_more_than_two_parties_have_no_limited_moves(run: Run) -> None:
    result = run("stability", CATALOG / "elmira", "--horizon", "2")
    assert result.exit_code == 2
    assert "two parties" in result.stderr


def test_the_brief_says_what_would_hold(run: Run, case: Path) -> None:
    table = """
[stability]
status_quo = "NN"
[stability.options]
leave = { title = "Leave the bank", by = "velia" }
build = { title = "Build high", by = "darsa", moves = "N->Y" }
[stability.preferences.velia]
statements = ["not build", "not leave"]
[stability.preferences.darsa]
statements = ["leave", "build"]
"""
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write(table)
    assert run("brief", case).exit_code == 0
    page = (case / "brief" / "index.html").read_text("utf-8")
    assert "Would it hold?" in page
    assert "nothing deters it" in page
    assert "Improvements between states" in page
    assert 'class="st held"' in page
