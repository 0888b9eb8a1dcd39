"""Who speaks under a label? Somebody the text names, or somebody new with the role it gives."""

import re
from collections.abc import Iterable

from tracktwo.actors.actor import Actor, Role
from tracktwo.actors.naming import slug, strip_titles
from tracktwo.reading.cast import Cast
from tracktwo.reading.turns import LabelledTurn

_SPEAKING = frozenset({"person", "organisation", "media"})


def turn_speakers(turns: Iterable[LabelledTurn], cast: Cast, text: str) -> dict[str, Actor]:
    """Give the actor behind each label, as it is written.

    A person, body or medium that the document names; else a person under the label's name
    without its titles, with the role that the text gives behind that name: "Dr. Mira Halvard,
    a fellow of the institute".
    """
    found: dict[str, Actor] = {}
    introduced: dict[str, Actor] = {}
    for label in dict.fromkeys(turn.label for turn in turns):
        known = cast.bearer(label)
        if known is None or known.type not in _SPEAKING:
            new = _introduced(label, text)
            known = introduced.setdefault(new.id, new)
        found[label] = known
    return found


def _introduced(label: str, text: str) -> Actor:
    bare = strip_titles(label)[1]
    name = bare.title() if bare.isupper() else bare
    role = re.search(re.escape(name) + r",\s+(?P<role>[^.;:\n]{4,120})", text)
    roles = (Role(role["role"].strip()),) if role else ()
    return Actor(slug(name), name, "person", roles=roles)
