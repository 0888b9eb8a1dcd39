"""What does a YAML file say, with every scalar kept as the text that stands there?"""

from typing import Any, TypeAlias

from tracktwo.errors import InputError

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

MOST_BYTES = 1_000_000


def read_yaml(name: str, data: bytes) -> Value:
    """Read YAML as lists, tables and texts.

    Nothing is guessed and nothing is built: ``no``, ``0.10`` and ``1:30`` stay those texts, and
    tags are passed over, so that no number is rounded and no code of the file is run. What an
    alias repeats is shared, not copied.

    Parameters
    ----------
    name : str
        The file's name, for errors.
    data : bytes
        One YAML document, `MOST_BYTES` at most.

    Returns
    -------
    str, list or dict
        Tables with text keys, in the order of the file.

    Raises
    ------
    InputError
        If it is no YAML, or too large; if a table names a key twice or has a key that is no
        text, or an alias stands inside of what it repeats.

    Examples
    --------
    >>> read_yaml("x.yml", b"{ weight: 0.10, values: [no, !!binary aGk=] }")
    {'weight': '0.10', 'values': ['no', 'aGk=']}
    """
    import yaml  # noqa: PLC0415 - only this format needs it

    if len(data) > MOST_BYTES:
        raise InputError(f"{name}: is larger than {MOST_BYTES:,} bytes; no scenario is")
    try:
        root = yaml.compose(data, Loader=yaml.SafeLoader)
        return "" if root is None else _value(name, root, {}, frozenset())
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        said = " ".join(str(error).split())[:200]
        raise InputError(f"{name}: is no YAML that can be read: {said}") from None


def _value(name: str, node: Any, built: dict[int, Value], above: frozenset[int]) -> Value:  # noqa: ANN401 - a node of yaml
    """Turn a node into plain data; `built` holds what aliases may repeat."""
    if id(node) in above:
        raise InputError(f"{name}: line {_line(node)}: repeats itself inside of itself")
    if id(node) not in built:
        built[id(node)] = _built(name, node, built, above | {id(node)})
    return built[id(node)]


def _built(name: str, node: Any, built: dict[int, Value], above: frozenset[int]) -> Value:  # noqa: ANN401 - same
    if node.id == "scalar":
        return str(node.value)
    if node.id == "sequence":
        return [_value(name, item, built, above) for item in node.value]
    table: dict[str, Value] = {}
    for key, item in node.value:
        if key.id != "scalar":
            raise InputError(f"{name}: line {_line(key)}: a key of this table is no text")
        if key.value in table:
            raise InputError(f'{name}: line {_line(key)}: names "{key.value[:40]}" twice')
        table[key.value] = _value(name, item, built, above)
    return table


def _line(node: Any) -> int:  # noqa: ANN401 - same
    return int(node.start_mark.line) + 1
