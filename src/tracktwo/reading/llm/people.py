"""Who is meant by a name that a model quotes? Known actors first, then those of the document."""

from collections.abc import Iterable, Iterator

from tracktwo.actors.actor import Actor
from tracktwo.actors.naming import same_person, slug, strip_titles
from tracktwo.actors.registry import Registry
from tracktwo.documents.document import Document
from tracktwo.reading.labels import label_key
from tracktwo.reading.statement import Statement
from tracktwo.reading.turns import LabelledTurn


class People:
    """The actors of one document, as they come up.

    A name is that of a known actor, or of one who came up before and of whom it is a form, or
    of a new one: a person where a title stands before it, else a group.
    """

    def __init__(self, document: Document, registry: Registry) -> None:
        self._document = document
        self._registry = registry
        self._met: dict[str, Actor] = {}

    def actor(self, name: str) -> Actor:
        """Give the actor of a name."""
        plain = " ".join(name.split())
        known = self._registry.lookup(plain, self._document.date)
        actor = known or self._before(plain) or self._new(plain)
        return self._met.setdefault(actor.id, actor)

    def label(self, turn: LabelledTurn) -> Actor:
        """Give the actor of a turn's label, as it is best written in this document."""
        words = " ".join(turn.label.split())
        spelled = words.title() if words.isupper() and len(words) > 3 else words
        same = (a for a in self._met.values() if label_key(a.name) == label_key(words))
        return next(same, None) or self.actor(spelled)

    def _before(self, name: str) -> Actor | None:
        met = [each for each in self._met.values() if same_person(name, each.name)]
        return met[0] if len(met) == 1 else None

    def _new(self, name: str) -> Actor:
        titles, bare = strip_titles(name)
        if titles and bare != name.removeprefix("the ").removeprefix("The "):
            return Actor(slug(bare), bare, "person", (name,))
        return Actor(slug(name), name, "group")

    def names(self) -> list[str]:
        """Give the names that came up, in order."""
        return [actor.name for actor in self._met.values()]

    def side(self, actor_id: str) -> str:
        """Give the id of the party for which an actor speaks: its own where it is nobody's."""
        actor = self._met.get(actor_id)
        side = self._registry.speaks_for(actor, self._document.date) if actor else None
        return side.id if side else actor_id

    def named(self, statements: Iterable[Statement]) -> tuple[Actor, ...]:
        """Give the actors whom statements name, in order of first appearance."""
        ids = dict.fromkeys(_ids(statements))
        return tuple(self._met[each] for each in ids if each in self._met)


def _ids(statements: Iterable[Statement]) -> Iterator[str]:
    for each in statements:
        if each.speaker:
            yield each.speaker.actor
        yield from each.addressee_ids
