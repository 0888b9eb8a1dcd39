"""How is a frozen record written down, and read back the same?

One JSON object per dataclass, by its fields; a tuple is a list, None is null. Text is kept code
point by code point: lone surrogates, which JSON escapes would join in pairs, pass through as
three bytes each. So ``loaded(kind, dumped(record)) == record`` for every record of our types.
"""

import hashlib
import json
import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from tracktwo.errors import DossierError

Record = TypeVar("Record")


def dumped(record: object) -> bytes:
    """Write a dataclass down; equal records give equal bytes.

    >>> from tracktwo.documents.document import Span
    >>> dumped(Span(2, 5))
    b'{"start":2,"end":5}'
    """
    text = json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))
    return packed(text)


def loaded(kind: type[Record], written: bytes) -> Record:
    """Read a dataclass back; its own checks run again.

    Fields that are not written keep their defaults; fields that the class no longer has are
    passed over, so that records of an older program can be read.

    Raises
    ------
    DossierError
        If the bytes are no record of this kind.

    Examples
    --------
    >>> from tracktwo.documents.document import Span
    >>> loaded(Span, b'{"start":2,"end":5}')
    Span(start=2, end=5)
    """
    try:
        record: Record = _typed(kind, json.loads(unpacked(written)))
    except (ValueError, TypeError, KeyError) as error:
        raise DossierError(
            f"the store holds a {kind.__name__} that cannot be read ({error}); "
            "restore the dossier from a copy, or read the sources again into a new one"
        ) from error
    return record


def packed(words: str) -> bytes:
    """Write words down code point by code point, lone surrogates too."""
    return words.encode("utf-8", "surrogatepass")


def unpacked(words: bytes) -> str:
    """Read back what `packed` wrote."""
    return words.decode("utf-8", "surrogatepass")


def fingerprint(*written: bytes) -> str:
    """Give a SHA-256 that tells apart any two lists of byte strings.

    >>> fingerprint(b"ab", b"c") == fingerprint(b"a", b"bc")
    False
    """
    digest = hashlib.sha256()
    for each in written:
        digest.update(len(each).to_bytes(8, "big") + each)
    return digest.hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _typed(kind: Any, value: Any) -> Any:  # noqa: ANN401 - kinds are type hints of any form
    """Give a JSON value the type that a hint asks for."""
    if isinstance(kind, types.UnionType):
        (one,) = (each for each in get_args(kind) if each is not type(None))
        return None if value is None else _typed(one, value)
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_typed(one, each) for one, each in zip(kinds, value, strict=True))
    if isinstance(kind, type) and is_dataclass(kind):
        if not isinstance(value, dict):
            raise TypeError(f"an object was needed, not {type(value).__name__}")
        hints = _hints(kind)
        return kind(**{key: _typed(hints[key], value[key]) for key in hints if key in value})
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}
