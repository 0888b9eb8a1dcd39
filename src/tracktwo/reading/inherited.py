"""To whom is an act addressed that names nobody? To whom those acts are with which it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Span
from tracktwo.reading.addressees import NEEDS_COUNTERPART
from tracktwo.reading.concerned import referred
from tracktwo.reading.draft import Draft
from tracktwo.reading.ground import Ground
from tracktwo.reading.lexicon import lexicon

_Place = tuple[str, Span]


@dataclass(slots=True)
class _Before:
    """Whom acts were addressed to: by list, by speaker and sentence, by who last demanded."""

    lists: dict[_Place, set[tuple[Actor, ...]]]
    sentences: dict[_Place, tuple[Actor, ...]] = field(default_factory=dict)
    demands: dict[str, tuple[Actor, ...]] = field(default_factory=dict)

    def note(self, draft: Draft, actors: tuple[Actor, ...]) -> None:
        if actors:
            self.sentences[draft.speaker, draft.sentence] = actors
            if draft.act == "demand":
                self.demands[draft.speaker] = actors

    def meant(self, draft: Draft, ground: Ground) -> tuple[Actor, ...]:
        """Give to whom an act is addressed that names nobody."""
        list_of = _list(draft)
        if list_of is not None:
            shared = self.lists.get(list_of, set())
            only = next(iter(shared)) if len(shared) == 1 else ()
            return self.sentences.get(list_of) or only
        if draft.act == "demand" and _repeats(draft, ground):
            return self.demands.get(draft.speaker, ())
        if draft.act in NEEDS_COUNTERPART and draft.voice is not None:
            beside = self.sentences.get((draft.speaker, draft.sentence))
            return beside or referred(draft, ground) or ()
        return ()


def inherited(
    drafts: list[Draft], named: list[tuple[Actor, ...]], ground: Ground
) -> list[tuple[Actor, ...]]:
    """Give the addressees of all acts, those that name nobody taking over those of others.

    The items of a list: whom its lead-in names, else whom any of them does, if they name just
    one. "these demands": whom the speaker's last demand names. "rejected X's plan and
    threatened to leave": whom the act before by the same speaker in the same sentence names;
    else whom a pronoun means with which the act begins ("that it withdraw"). Linear.

    Parameters
    ----------
    drafts : list of Draft
        In order of place.
    named : list of tuple of Actor
        Whom the words of each name.
    ground : Ground
        The document.
    """
    before = _Before(_lists(zip(drafts, named, strict=True)))
    found = []
    for draft, actors in zip(drafts, named, strict=True):
        found.append(actors or before.meant(draft, ground))
        before.note(draft, found[-1])
    return found


def _lists(
    named: Iterable[tuple[Draft, tuple[Actor, ...]]],
) -> dict[_Place, set[tuple[Actor, ...]]]:
    """Give whom the items of each list name."""
    lists: dict[_Place, set[tuple[Actor, ...]]] = {}
    for draft, actors in named:
        list_of = _list(draft)
        if list_of is not None and actors:
            lists.setdefault(list_of, set()).add(actors)
    return lists


def _list(draft: Draft) -> _Place | None:
    """Give the list in which an item stands, by its speaker and lead-in; None for no item."""
    if draft.reporting != "list_item" or draft.dated_by is None:
        return None
    return draft.speaker, draft.dated_by


def _repeats(draft: Draft, ground: Ground) -> bool:
    """Tell whether a demand speaks of one made before: "these demands", "his ultimatum"."""
    return lexicon().patterns["definite"].search(ground.document.quote(draft.hull)) is not None
