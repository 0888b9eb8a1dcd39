"""Who speaks under a label? Somebody the text names, or somebody new with the role it gives."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tracktwo.actors.actor import Actor, ActorType, Role
from tracktwo.actors.naming import slug, strip_titles, surname
from tracktwo.reading.cast import Cast
from tracktwo.reading.labels import in_brackets, label_key, without_brackets
from tracktwo.reading.offices import names_office
from tracktwo.reading.passages import Passage
from tracktwo.reading.turns import LabelledTurn

_ANSWERING = frozenset({"a", "answer", "guest", "interviewee", "respondent"})
_INTERVIEW = re.compile(
    r"\b(?:interview|conversation|talk|q ?& ?a|questions?|spoke|speaks?|talked|asked)\b"
    r"[^.\n]{0,20}?\b(?:with|to|for|of)\s+(?P<rest>[^\n]{3,160})",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]+\.?\s+){1,3}[A-Z][\w’'-]+")
_ASKING = frozenset({"q", "question", "reporter", "journalist", "press"})
_SEVERAL = re.compile(r"\b(?:members|voices|several|delegates)\b")
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
    issuers = {t.label: _issuer(t.label, cast) for t in turns if t.issued or not t.label}
    labels = dict.fromkeys(turn.label for turn in turns if turn.label not in issuers)
    found: dict[str, Actor] = {}
    introduced: dict[str, Actor] = {}
    for label in sorted(labels, key=lambda each: -len(named_by(each)[0].split())):
        name = named_by(label)[0]
        known = guest if label_key(label) in _ANSWERING and guest else _bearer(name, cast)
        if known is None or known.type not in _SPEAKING:
            known = next((a for a in introduced.values() if _is_shorter(name, a)), None)
        if known is None:
            new = _introduced(label, text)
            known = introduced.setdefault(new.id, new)
        found[label] = known
    return {label: found[label] for label in labels} | issuers


def _bearer(name: str, cast: Cast) -> Actor | None:
    """Give the actor of a document who bears a name, or whose name a handle runs together."""
    if "@" not in name:
        return cast.bearer(name)
    before, _, handle = name.strip("()").partition("@")
    squeezed = ((re.sub(r"\W", "", a.name).casefold(), a) for a in cast.actors.values())
    alike = next((a for words, a in squeezed if words == handle.casefold()), None)
    return alike or (cast.bearer(before.strip(" (")) if before else None)


def _is_shorter(name: str, actor: Actor) -> bool:
    """Tell whether a name is the surname of somebody whom a longer label has named."""
    bare = strip_titles(name)[1]
    return " " not in bare and bare.casefold() == surname(actor.name).casefold()


def named_by(label: str) -> tuple[str, str]:
    """Give whom a label names and what else it says of him: his office, seat, party or paper.

    >>> named_by("The Minister for Islands (Dr Pavel Horn)")
    ('Dr Pavel Horn', 'The Minister for Islands')
    >>> named_by("Anna Roth (Velm North) (Green)"), named_by("Q (Reed, Northern Star)")
    (('Anna Roth', 'Velm North, Green'), ('Reed', 'Northern Star'))
    """
    outer, inner = without_brackets(label), in_brackets(label)
    told = [each for each in inner if each[:1].isupper()]
    if not told:
        return outer, ""
    if label_key(label) in _ASKING:
        name, _, paper = told[0].partition(", ")
        return name, paper
    if names_office(outer) and _NAME.fullmatch(told[0]) and strip_titles(told[0])[1]:
        return told[0], outer
    return outer, ", ".join(told)


def with_speakers(cast: Cast, speakers: Iterable[Actor]) -> Cast:
    """Give a cast to which those belong who take turns under a name, so that offices mean them."""
    people = {a.id: a for a in speakers if a.type == "person" and a.id not in cast.actors}
    return replace(cast, actors={**cast.actors, **people}) if people else cast


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
    words, told = named_by(label)
    several = _SEVERAL.search(label_key(label)) is not None
    bare = words if several else strip_titles(words)[1]
    name = bare.title() if bare.isupper() and len(bare) > 1 else bare
    role = re.search(re.escape(name) + r",\s+(?P<role>[^.;:\n]{4,120})", text)
    titles = [role["role"].strip()] if role else []
    roles = tuple(Role(title) for title in (*titles, told) if title)
    if "@" in name:
        return Actor(slug(name), name, "organisation")
    kind: ActorType = "group" if several else "person"
    return Actor(slug(name), name, kind, roles=roles)
