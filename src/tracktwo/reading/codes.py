"""How is an act coded for event data? PLOVER and CAMEO, by a table that anybody can check."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracktwo.documents.document import Document
from tracktwo.reading.statement import Statement


@dataclass(frozen=True, slots=True)
class Codes:
    """An event type of PLOVER and a code of CAMEO; "" where the scheme has none for it."""

    plover: str = ""
    cameo: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    act: str
    codes: Codes
    firmness: frozenset[str]
    subtype: frozenset[str]
    words: re.Pattern[str] | None

    def fits(self, statement: Statement, text: str) -> bool:
        if self.act != statement.act:
            return False
        if self.firmness and statement.firmness not in self.firmness:
            return False
        if self.subtype and statement.subtype not in self.subtype:
            return False
        return self.words is None or self.words.search(text) is not None


def codes(statement: Statement, document: Document) -> Codes:
    """Give the codes of a statement: the first row of ``data/codes.toml`` that fits.

    An act that did not take place ("did not demand") has none.

    Parameters
    ----------
    statement : Statement
        Its act, firmness, subtype and words decide.
    document : Document
        Where it stands; its cue is looked up there.
    """
    if statement.negated:
        return Codes()
    cue = document.quote(statement.cue) if statement.cue else ""
    text = f"{cue} {statement.quote}"
    return next((row.codes for row in _rows() if row.fits(statement, text)), Codes())


@cache
def _rows() -> tuple[_Row, ...]:
    source = files("tracktwo.reading").joinpath("data/codes.toml").read_text(encoding="utf-8")
    return tuple(
        _Row(
            act=row["act"],
            codes=Codes(row.get("plover", ""), row.get("cameo", "")),
            firmness=frozenset(row.get("firmness", ())),
            subtype=frozenset(row.get("subtype", ())),
            words=_any_of(row["words"]) if "words" in row else None,
        )
        for row in tomllib.loads(source)["code"]
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
