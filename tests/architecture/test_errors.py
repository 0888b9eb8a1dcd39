"""Is the tree of errors drawn as it is?"""

import inspect
import re

from tracktwo import errors


def drawn() -> dict[str, str]:
    """Give each class that the docstring draws, with the class above it."""
    above: dict[int, str] = {}
    parents = {}
    for line in (errors.__doc__ or "").splitlines():
        match = re.match(r"([│├└─ ]*)([A-Z]\w+Error)\b", line)
        if match and (match[1] or match[2] == "TracktwoError"):
            depth = len(match[1]) // 4
            above[depth] = match[2]
            parents[match[2]] = above.get(depth - 1, "Exception")
    return parents


def defined() -> dict[str, str]:
    """Give each error class that the module defines, with its first base."""
    return {
        name: each.__bases__[0].__name__
        for name, each in vars(errors).items()
        if inspect.isclass(each) and issubclass(each, Exception)
    }


def test_the_docstring_draws_every_error_below_its_parent() -> None:
    assert drawn() == defined()


def test_one_except_clause_catches_everything_raised_on_purpose() -> None:
    assert all(issubclass(getattr(errors, name), errors.TracktwoError) for name in defined())
