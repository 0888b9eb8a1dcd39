"""Who speaks under a label? Somebody the text names, or somebody new with the role it gives."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tracktwo.actors.actor import Actor, Role
from tracktwo.actors.naming import slug, strip_titles
from tracktwo.reading.cast import Cast
from tracktwo.reading.passages import Passage
from tracktwo.reading.turns import LabelledTurn, label_key

_ANSWERING = frozenset({"a", "answer", "guest", "interviewee", "respondent"})
_INTERVIEW = re.compile(
    r"\b(?:interview|conversation|talk|q ?& ?a|questions?|spoke|speaks?|talked|asked)\b"
    r"[^.\n]{0,20}?\b(?:with|to|for|of)\s+(?P<rest>[^\n]{3,160})",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]+\s+){1,3}[A-Z][\w’'-]+")
_SPEAKING = frozenset({"person", "organisation", "media"})


def turn_speakers(
    turns: Sequence[LabelledTurn], cast: Cast, passages: Sequence[Passage], text: str
) -> dict[str, Actor]:
    """Give the actor behind each label, as it is written.

    A person, body or medium that the document names; else a person under the label's name
    without its titles, with the role that the text gives behind that name: "Dr. Mira Halvard,
    a fellow of the institute". "A" and "Answer" are the guest whom the words before the first
    turn name: in "interview with X", else as the only person.
    """
    guest = _guest(turns, cast, passages, text)
    found: dict[str, Actor] = {}
    introduced: dict[str, Actor] = {}
    issuers = {t.label: _issuer(t.label, cast) for t in turns if t.issued}
    for label in dict.fromkeys(turn.label for turn in turns if not turn.issued):
        known = guest if label_key(label) in _ANSWERING and guest else cast.bearer(label)
        if known is None or known.type not in _SPEAKING:
            new = _introduced(label, text)
            known = introduced.setdefault(new.id, new)
        found[label] = known
    return found | issuers


def _issuer(name: str, cast: Cast) -> Actor:
    """Give who issued a document, by name; where it has none, its author."""
    if not name:
        return Actor("author", "author", "group")
    return cast.bearer(name) or Actor(slug(name), name, "organisation")


def _guest(
    turns: Sequence[LabelledTurn], cast: Cast, passages: Sequence[Passage], text: str
) -> Actor | None:
    """Give the guest whom the words before the first turn name, None where that is open."""
    if not turns:
        return None
    start = turns[0].label_span.start
    match = _INTERVIEW.search(text, 0, start)
    name = _NAME.search(match["rest"]) if match else None
    if name is not None:
        known = cast.bearer(name[0])
        return known if known is not None and known.type == "person" else _introduced(name[0], text)
    before = [p.number for p in passages if p.span.end <= start]
    named = {m.actor for number in before for m in cast.within(number)}
    people = [cast.actors[ident] for ident in sorted(named) if cast.actors[ident].type == "person"]
    return people[0] if len(people) == 1 else None


def addressed(
    turns: Sequence[LabelledTurn], speakers: Mapping[str, Actor]
) -> dict[LabelledTurn | None, Actor]:
    """Give to whom each turn says "you", where that is certain.

    A host to whoever speaks next, a guest to the guest who spoke last before, where no host
    came between.
    """
    found: dict[LabelledTurn | None, Actor] = {}
    for one, other in pairwise(turns):
        if speakers[one.label].id == speakers[other.label].id:
            continue
        if one.host and not other.host:
            found[one] = speakers[other.label]
        elif not one.host and not other.host:
            found[other] = speakers[one.label]
    return found


def _introduced(label: str, text: str) -> Actor:
    bare = strip_titles(label)[1]
    name = bare.title() if bare.isupper() else bare
    role = re.search(re.escape(name) + r",\s+(?P<role>[^.;:\n]{4,120})", text)
    roles = (Role(role["role"].strip()),) if role else ()
    return Actor(slug(name), name, "person", roles=roles)
