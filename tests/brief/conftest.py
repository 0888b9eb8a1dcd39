"""The made-up quarrel of world.py, for every test of the brief."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def load_world() -> ModuleType:
    """Load the module beside this file: test folders are no packages."""
    spec = importlib.util.spec_from_file_location("world", Path(__file__).with_name("world.py"))
    if spec is None or spec.loader is None:
        raise ImportError("tests/brief/world.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def world() -> ModuleType:
    return load_world()
