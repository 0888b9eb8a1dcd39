"""One real browser for all tests here, with no way out, and the made-up quarrel as pages."""

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, sync_playwright

from tracktwo.brief.compose import compose
from tracktwo.brief.page import render

WORLD = Path(__file__).parents[1] / "brief" / "world.py"
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: opens pages in a real browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def world() -> ModuleType:
    spec = importlib.util.spec_from_file_location("world", WORLD)
    if spec is None or spec.loader is None:
        raise ImportError(f"{WORLD} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def briefs(world: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the address of each page: one article, a case with a zone, a case without one."""
    folder = tmp_path_factory.mktemp("briefs")
    made = {
        "article": world.article(),
        "case": world.with_case(),
        "empty zone": world.with_case(zone=False),
    }
    pages = {}
    for name, material in made.items():
        path = folder / f"{name.replace(' ', '-')}.html"
        path.write_text(render(compose(material)), encoding="utf-8")
        pages[name] = path.as_uri()
    return pages
