"""What does a verb take? Its head, its words, of which kind, and whom it addresses."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, eq=False)
class Complement:
    """The head of what a verb takes, all of its tokens, its kind, and whom it addresses."""

    head: "Token"
    tokens: "tuple[Token, ...]"
    kind: str
    addressee: "Token | None" = None
