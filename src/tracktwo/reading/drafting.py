"""Which rules read a passage, and what do they hand on to the next?"""

from collections.abc import Iterable

from tracktwo.reading.attributed import attributed
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import frames
from tracktwo.reading.listed import enumerated, included, item, last_of_each_act, lead_in
from tracktwo.reading.nominals import nominals
from tracktwo.reading.preconditions import preconditions
from tracktwo.reading.quoted import Attributed, attributions, direct
from tracktwo.reading.scene import Scene
from tracktwo.reading.spoken import spoken


def drafts(scenes: Iterable[Scene]) -> list[Draft]:
    """Run every rule over every passage, in order.

    Lists look back at what leads them in, quotations at the one before them. An item whose
    lead-in names an act is that act; anything else is read by all rules, and what none of them
    covers is said in the speaker's or author's own voice.
    """
    held: list[Draft] = []
    leads: dict[int, list[Draft]] = {}
    last: dict[str, Draft] = {}
    before: Attributed | None = None
    for scene in scenes:
        owned = attributions(scene, before)
        before = owned[-1] if owned else None
        quoting = scene.within(tuple((each.quote.span, each.voice.actor) for each in owned))
        listed = item(quoting, leads.get(_lead(scene), []))
        own = [listed] if listed else _read(quoting, owned, last)
        led = lead_in(quoting, own)
        known = {id(each) for each in own}
        own += [each for each in led if id(each) not in known]
        leads[scene.passage.number] = led
        last = last_of_each_act(own, last)
        held += own
    return held


def _lead(scene: Scene) -> int:
    return -1 if scene.passage.lead is None else scene.passage.lead


def _read(scene: Scene, owned: list[Attributed], last: dict[str, Draft]) -> list[Draft]:
    """Run the rules over one passage that is no item of a list."""
    own = [*direct(scene, owned), *frames(scene), *nominals(scene), *attributed(scene)]
    own += preconditions(scene)
    own += included(scene, own, last)
    own += enumerated(scene, own)
    return own + list(spoken(scene, own))
