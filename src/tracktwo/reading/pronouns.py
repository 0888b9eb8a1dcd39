"""Who was last spoken of, that a pronoun can mean?"""

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from tracktwo.actors.actor import Actor
from tracktwo.reading.cast import Cast, Mention
from tracktwo.reading.grammar import child, subject
from tracktwo.reading.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST: Final = frozenset(
    {"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"}
)
YOU: Final = frozenset({"you", "your", "yours", "yourself", "yourselves"})
HE: Final = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
IT: Final = frozenset({"it", "its", "itself"})
THEY: Final = frozenset({"they", "them", "their", "themselves", "theirs"})

PEOPLE: Final = frozenset({"person"})
BODIES: Final = frozenset(
    {"state", "organisation", "alliance", "government", "group", "office", "media"}
)
_GOES_ON: Final = {
    "he": PEOPLE,
    "she": PEOPLE,
    "it": BODIES,
    "his": PEOPLE,
    "her": PEOPLE,
    "its": BODIES,
    "they": frozenset({"group", "organisation"}),
    "their": frozenset({"group", "organisation"}),
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MENTIONS_BACK = 61


@dataclass(frozen=True, slots=True)
class Fitting:
    """Whom a pronoun can mean: actors of some types, no others, and in the plural if it is one.

    Nobody before the token `after` of its own passage, where that is one; nobody whose id is
    among the `unfit`.
    """

    types: frozenset[str]
    plural: bool = False
    after: int = -1
    unfit: frozenset[str] = frozenset()

    def takes(self, actor: Actor) -> bool:
        """Tell whether the pronoun can mean an actor."""
        if actor.type not in self.types or actor.id in self.unfit:
            return False
        return not self.plural or is_plural(actor)


def last_of(cast: Cast, token: "Token", passage: Passage, fitting: Fitting) -> tuple[Actor, ...]:
    """Give who was last spoken of among those whom a pronoun can mean, before a token.

    The last subject of this passage, else the last of up to three passages before it, else
    whoever was last named here.

    Returns
    -------
    tuple of Actor
        Whom it most likely means; behind it, where that is no subject of this passage, those
        named nearer by. Empty where nobody was spoken of.
    """
    passed: dict[str, Actor] = {}
    for mention, actor in islice(cast.before(passage.number, token.i), _MENTIONS_BACK):
        here = mention.passage == passage.number
        late = fitting.after >= 0 and not (here and mention.start >= fitting.after)
        far = not here and mention.passage < min(passage.back, default=passage.number)
        if late or far:
            break
        if not here and mention.passage not in passage.back:
            continue
        if not fitting.takes(actor):
            continue
        if not here:
            passed.pop(actor.id, None)
            return actor, *passed.values()
        if _is_subject(mention, passage):
            return (actor,)
        passed.setdefault(actor.id, actor)
    return tuple(passed.values())


def owner_before(token: "Token") -> "tuple[Token, frozenset[str]] | None":
    """Give the subject of the clause in which a possessive stands: "Velm dropped *its* demand".

    For a subject that of the clause around or before its own: "Velm said that *it* would". With it
    come the types of actor that the word can mean. None for a possessive in the subject.
    """
    types = _GOES_ON.get(token.lower_)
    verb = next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), None)
    if verb is not None and token.dep_ in _SUBJECTS:
        verb = verb.head if verb.dep_ in {"ccomp", "conj"} else None
    who = subject(verb) if verb is not None and types is not None else None
    if types is None or who is None or who.i >= token.i or who.is_ancestor(token):
        return None
    return who, types


def subject_before(token: "Token") -> "tuple[Token, frozenset[str]] | None":
    """Give the subject of the sentence before, with which a pronoun as subject goes on.

    With it come the types of actor that the pronoun can mean. None where the token is no such
    pronoun, or the sentence before has no subject that a pronoun could stand for.
    """
    types = _GOES_ON.get(token.lower_)
    place = token.head if token.dep_ == "poss" else token
    if types is None or place.dep_ not in _SUBJECTS:
        return None
    led = _before_colon(token)
    if led is not None:
        return led, types
    if token.sent.start == 0:
        return None
    who = _last_subject(token.doc[token.sent.start - 1].sent.root)
    if who is None or (who.pos_ == "PRON" and who.lower_ not in _GOES_ON):
        return None
    return who, types


def _before_colon(token: "Token") -> "Token | None":
    """Give the subject before a colon in the same sentence: "Her party goes further: … it says"."""
    before = token.doc[token.sent.start : token.i]
    colon = next((each.i for each in reversed(before) if each.text == ":"), None)
    led = before[: max(0, colon - token.sent.start)] if colon is not None else ()
    return next((each for each in reversed(list(led)) if each.dep_ in _SUBJECTS), None)


def _last_subject(root: "Token") -> "Token | None":
    """Give the subject of the last of the main clauses that are coordinated in a sentence."""
    clauses = [root, *(each for each in root.conjuncts if each.i > root.i)]
    found = (child(each, "nsubj", "nsubjpass") for each in reversed(clauses))
    return next((each for each in found if each is not None), None)


def is_plural(actor: Actor) -> bool:
    """Tell whether "they" can mean an actor: a group, or a name that ends with -s."""
    return actor.type == "group" or actor.name.casefold().endswith("s")


def _is_subject(mention: Mention, passage: Passage) -> bool:
    root = passage.parse[mention.start : mention.end].root
    return root.dep_ in {"nsubj", "nsubjpass", "appos", "ROOT"}
