"""Does all code keep to the shape of the house: small, named for its idea, exceptions argued?"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = sorted((ROOT / "src").rglob("*.py"))
BESIDE = ("tests", "benchmarks", "evaluation")
ALL = sorted([*SOURCE, *(path for name in BESIDE for path in (ROOT / name).rglob("*.py"))])
NAMELESS = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base", "core"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def body_lines(function: Function) -> int:
    """Count the lines of a function without its docstring."""
    first = function.body[0]
    docstring = ast.get_docstring(function) is not None
    length = (function.end_lineno or 0) - function.lineno + 1
    return length - ((first.end_lineno or 0) - first.lineno + 1 if docstring else 0)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_of_the_source_is_longer_than_450_lines() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCE}
    assert {name: lines for name, lines in lengths.items() if lines > 450} == {}


def test_no_function_of_the_source_is_longer_than_60_lines() -> None:
    long = {
        f"{named(path)}:{function.lineno} {function.name}": body_lines(function)
        for path in SOURCE
        for function in functions(path)
        if body_lines(function) > 60
    }
    assert long == {}


def test_half_of_the_functions_fit_in_ten_lines() -> None:
    lengths = sorted(body_lines(each) for path in SOURCE for each in functions(path))
    assert lengths[len(lengths) // 2] <= 10


def test_a_package_opens_with_its_docstring_and_holds_nothing_else() -> None:
    crowded = [
        named(path)
        for path in SOURCE
        if path.name == "__init__.py"
        and path.parent.name != "tracktwo"  # which holds the version
        and len(ast.parse(path.read_text(encoding="utf-8")).body) != 1
    ]
    assert crowded == []


def test_every_module_opens_with_a_docstring() -> None:
    silent = [
        named(path) for path in ALL if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_files_are_named_for_an_idea() -> None:
    assert [named(path) for path in SOURCE if path.stem in NAMELESS or "_v2" in path.stem] == []


@pytest.mark.parametrize("mark", ["noqa: ", "type: ignore["], ids=["noqa", "type-ignore"])
def test_every_exception_to_a_rule_gives_its_reason(mark: str) -> None:
    bare = [
        f"{named(path)}:{number}"
        for path in ALL
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if f"# {mark}" in line
        and not re.search(r"# (noqa: [A-Z0-9, ]+|type: ignore\[[^]]+\]) +\W* *\w", line)
    ]
    assert bare == []


def asserts(function: Function) -> bool:
    return re.search(r"\bassert\b|\braises\(|\bwarns\(", ast.unparse(function)) is not None


def calls(function: Function) -> set[str]:
    found = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {each.id for each in found if isinstance(each, ast.Name)}


def test_every_test_asserts_something_or_calls_what_does() -> None:
    written = [(path, each) for path in (ROOT / "tests").rglob("*.py") for each in functions(path)]
    asserting = {each.name for _, each in written if asserts(each)}
    silent = [
        f"{named(path)}:{each.lineno} {each.name}"
        for path, each in written
        if each.name.startswith("test_") and not asserts(each) and not calls(each) & asserting
    ]
    assert silent == []
