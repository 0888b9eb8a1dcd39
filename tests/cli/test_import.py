"""Does `import` write a case that settles, and nothing over what is there?"""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]

DOMAIN = """<negotiation_template><utility_space><objective index="0" name="sale">
<issue index="1" name="Price" type="discrete"><item index="1" value="high"/>
<item index="2" value="low"/></issue></objective></utility_space></negotiation_template>"""
SELLER = """<utility_space><objective index="0" name="sale"><issue index="1" name="Price">
<item index="1" value="high" evaluation="3"/><item index="2" value="low" evaluation="1"/>
</issue><weight index="1" value="1.0"/></objective></utility_space>"""


def test_a_genius_domain_becomes_a_case_that_settles(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sale.xml").write_text(DOMAIN, "utf-8")
    (tmp_path / "seller.xml").write_text(SELLER, "utf-8")
    out = tmp_path / "sale.toml"
    files = (tmp_path / "sale.xml", tmp_path / "seller.xml")
    assert run("import", "genius", *files, "-o", out).exit_code == 0
    assert "2 packages" in run("settle", out).stdout
    again = run("import", "genius", *files, "-o", out)
    assert again.exit_code == 2
    assert "stays as it is" in again.stderr


def test_a_format_that_is_not_known_is_refused_with_those_that_are(run: Run) -> None:
    result = run("import", "gramophone", "x")
    assert result.exit_code == 2
    assert "there is: genius, geniusweb" in result.stderr
    assert run("import", "genius", "x").exit_code == 2


def test_a_folder_of_negmas_becomes_a_case_without_its_statistics(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sale"
    folder.mkdir()
    (folder / "sale.yml").write_text("issues: [{name: i, type: ContiguousIssue, values: [1, 2]}]")
    (folder / "seller.yml").write_text(
        "{name: Seller, type: LinearUtilityFunction, weights: [0.5], reserved_value: 0.5}"
    )
    (folder / "_stats.yaml").write_text("pareto_utils: []")
    out = tmp_path / "sale.toml"
    assert run("import", "negmas", folder, "-o", out).exit_code == 0
    assert "2 packages" in run("settle", out).stdout
    raw = run("import", "negmas", folder, "--raw", "-o", tmp_path / "raw.toml")
    assert "leave --raw out" in raw.stderr


def test_a_case_goes_out_as_a_workbook_and_comes_back(run: Run, tmp_path: Path) -> None:
    book, out = tmp_path / "nile.xlsx", tmp_path / "case.toml"
    nile = Path(__file__).parents[2] / "cases/nile-dam"
    assert run("export", "xlsx", nile, "-o", book).exit_code == 0
    assert run("import", "xlsx", book, "-o", out).exit_code == 0
    wanted = run("settle", nile / "case.toml").stdout
    assert "81 packages" in wanted
    assert run("settle", out).stdout == wanted
    assert "is there already" in run("export", "xlsx", nile, "-o", book).stderr
    assert "says as_of" in run("import", "xlsx", book, "--as-of", "2025-01-31", "-o", "x").stderr
