"""What does a model leave open, and what has the user chosen?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from tracktwo.analyses.outlook.models import Model
from tracktwo.casemodel.shape import none_of
from tracktwo.errors import InputError

_TRUTH = {"yes": True, "true": True, "no": False, "false": False}
_NUMBERS: dict[type, Callable[[str], Any]] = {int: int, float: float}


def chosen(model: Model, settings: Mapping[str, str]) -> object:
    """Make a model's choices from what the user wrote.

    Parameters
    ----------
    model : Model
        Any.
    settings : mapping of name to value
        Text: a word, a number, yes or no; what is not named keeps its default.

    Returns
    -------
    object
        Of the type ``model.choices``; None where nothing was chosen.

    Raises
    ------
    InputError
        If a name is none of the model's, or a value is none that it can take; all at once.

    Examples
    --------
    >>> from tracktwo.analyses.outlook.models import model_named
    >>> chosen(model_named("pce"), {"voting": "cubic"})
    Election(voting='cubic', victory='linear', method='conditional')
    """
    if not settings:
        return None
    hints = get_type_hints(model.choices) if model.choices else {}
    problems = list(_problems(model, hints, settings))
    if problems or model.choices is None:
        raise InputError("\n".join(problems))
    try:
        return model.choices(**{name: _read(hints[name], text) for name, text in settings.items()})
    except ValueError as error:
        raise InputError(f"{model.name}: {error}") from None


def _problems(model: Model, hints: Mapping[str, Any], settings: Mapping[str, str]) -> Iterator[str]:
    known = [each.name for each in fields(model.choices)] if model.choices else []
    for name, text in settings.items():
        if name not in known:
            yield f"{model.name}: {none_of('open choice', name, known, 'choices')}"
            continue
        try:
            _read(hints[name], text)
        except ValueError as error:
            yield f"{model.name}: {name}: {error}"


def _read(hint: Any, text: str) -> Any:  # noqa: ANN401 - a type, and a value of it
    """Read a value of a type: one of some words, yes or no, or a number."""
    if get_origin(hint) is Literal:
        words = {str(each): each for each in get_args(hint)}
        if text not in words:
            raise ValueError(f'"{text}" is none of {", ".join(words)}')
        return words[text]
    if hint is bool:
        if text not in _TRUTH:
            raise ValueError(f'"{text}" is neither yes nor no')
        return _TRUTH[text]
    if hint in _NUMBERS:
        try:
            return _NUMBERS[hint](text)
        except ValueError:
            kind = "whole number" if hint is int else "number"
            raise ValueError(f'"{text}" is no {kind}') from None
    inner = [each for each in get_args(hint) if each is not NoneType]
    if len(inner) == 1 and NoneType in get_args(hint):
        return None if text == "none" else _read(inner[0], text)
    raise ValueError("cannot be chosen in words")
