"""Which rules read a passage, and what do they hand on to the next?"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tracktwo.reading.agreed import agreed
from tracktwo.reading.among import among
from tracktwo.reading.antecedents import antecedents
from tracktwo.reading.asked_of import asked_of
from tracktwo.reading.attributed import attributed
from tracktwo.reading.clefts import clefts
from tracktwo.reading.colons import behind_colons
from tracktwo.reading.counted_off import counted_off
from tracktwo.reading.draft import Draft
from tracktwo.reading.each_asked import each_asked
from tracktwo.reading.enumerated import enumerated, without_enumerations
from tracktwo.reading.frames import frames
from tracktwo.reading.further import further
from tracktwo.reading.gapped import gapped
from tracktwo.reading.headed import headed
from tracktwo.reading.idioms import idiomatic
from tracktwo.reading.implied import filled, unreported, with_implied
from tracktwo.reading.leading import lead_in
from tracktwo.reading.listed import (
    extended,
    included,
    items,
    last_of_each_act,
    only_named,
    qualifies,
)
from tracktwo.reading.nominals import nominals
from tracktwo.reading.otherwise import otherwise
from tracktwo.reading.preconditions import preconditions
from tracktwo.reading.provisos import with_proviso
from tracktwo.reading.quoted import Attributed, attributions, direct
from tracktwo.reading.rejoined import rejoined
from tracktwo.reading.said_last import said_last
from tracktwo.reading.scene import Scene
from tracktwo.reading.settling import settling
from tracktwo.reading.sourcing import is_sourcing
from tracktwo.reading.speakers import Voice
from tracktwo.reading.spoken import own_acts, spoken
from tracktwo.reading.tallied import tallied
from tracktwo.reading.telegraphic import telegraphic
from tracktwo.reading.unanswered import silences, unanswered
from tracktwo.reading.under_plan import under_plan
from tracktwo.reading.wanted_done import wanted_done


def drafts(scenes: Iterable[Scene]) -> list[Draft]:
    """Run every rule over every passage, in order.

    Lists look back at what leads them in, quotations at the one before them. A heading only
    leads in. An item whose lead-in names an act is that act; anything else is read by all
    rules, and what none of them covers is said in the speaker's or author's own voice.
    """
    course = _Course()
    for scene in scenes:
        course.read(scene)
    return course.held


@dataclass(slots=True)
class _Course:
    """What is known on the way through the passages of a document.

    Attributes
    ----------
    held : list of Draft
        All drafts so far.
    leads : dict of int to list of Draft
        By passage what it leads in.
    names : dict of int to Voice
        By passage whom an item or cell names that is no more than a name.
    shared : set of int
        Passages that lead in several parties by name.
    last : dict of str to Draft
        The last draft of each act.
    before : Attributed or None
        The last quotation.
    earlier : dict of int to Scene
        The passages so far, by number.
    """

    held: list[Draft] = field(default_factory=list)
    leads: dict[int, list[Draft]] = field(default_factory=dict)
    names: dict[int, Voice] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)
    last: dict[str, Draft] = field(default_factory=dict)
    before: Attributed | None = None
    earlier: dict[int, Scene] = field(default_factory=dict)

    def read(self, scene: Scene) -> None:
        """Read one passage more."""
        passage = scene.passage
        self.earlier[passage.number] = scene
        scene = with_implied(scene, self.earlier, self.names)
        above, beside = self._above(scene), passage.lead in self.shared
        if passage.kind == "heading" and (passage.turn is None or passage.turn.issued):
            self.leads[passage.number] = headed(scene, above, beside=beside)
            self._note(passage.lead, self.leads[passage.number])
        elif passage.kind == "item" and self._is_name(scene, above, beside=beside):
            return
        elif qualifies(scene, self.held):
            self.held[-1] = extended(self.held[-1], scene)
        else:
            self._say(scene, above, beside=beside)

    def _above(self, scene: Scene) -> list[Draft]:
        """Give what leads a passage in; for a cell whose column names nobody, its row does."""
        lead, row = scene.passage.lead, scene.passage.row
        above = self.leads.get(lead, []) if lead is not None else []
        named = self.names.get(row) if row is not None else None
        if named is None or not above or above[-1].voice is not None:
            return above
        return [replace(above[-1], voice=named)]

    def _note(self, lead: int | None, drafts: list[Draft]) -> None:
        """Note that a passage leads in somebody by name."""
        if lead is not None and drafts and drafts[-1].voice is not None:
            self.shared.add(lead)

    def _is_name(self, scene: Scene, above: list[Draft], *, beside: bool) -> bool:
        """Take an item that is no more than a name, where none is named above: it then leads."""
        if above and above[-1].voice is not None:
            return False
        named = only_named(scene, scene.passage.span, beside=beside)
        if named is None:
            return False
        self.names[scene.passage.number] = named
        led = [replace(above[-1], voice=named)] if above else []
        self.leads[scene.passage.number] = led
        if scene.passage.lead is not None:
            self.shared.add(scene.passage.lead)
        return True

    def _items(self, scene: Scene, above: list[Draft], *, beside: bool) -> list[Draft]:
        """Read an item by what leads it in; one that leaves out a known subject by itself."""
        if scene.passage.kind != "item" or scene.implied is not None:
            return []
        return items(scene, above, beside=beside)

    def _say(self, scene: Scene, above: list[Draft], *, beside: bool) -> None:
        """Read what a passage says."""
        owned = attributions(scene, self.before)
        self.before = owned[-1] if owned else None
        quoting = scene.within(tuple((each.quote.span, each.voice.actor) for each in owned))
        listed = self._items(quoting, above, beside=beside)
        own = listed or _read(quoting, owned, self.last)
        before = self.earlier.get(scene.passage.number - 1)
        own = list(asked_of(quoting, counted_off(quoting, own, before), before))
        self._note(scene.passage.lead, listed)
        led = lead_in(quoting, own) or above
        known = {id(each) for each in (*own, *above)}
        own += [each for each in led if id(each) not in known and each.voice is not None]
        self.leads[scene.passage.number] = led
        self.last = last_of_each_act(own, self.last)
        self.held += own


def _read(scene: Scene, owned: list[Attributed], last: dict[str, Draft]) -> list[Draft]:
    """Run the rules over one passage that is no item of a list."""
    own = [*direct(scene, owned), *frames(scene), *nominals(scene), *attributed(scene)]
    own += [*preconditions(scene), *clefts(scene), *idiomatic(scene), *agreed(scene)]
    own += [*behind_colons(scene), *telegraphic(scene), *antecedents(scene), *settling(scene)]
    own += rejoined(scene)
    own = list(further(scene, list(each_asked(scene, own))))
    own += gapped(scene, own)
    own += under_plan(scene, last_of_each_act(own, last).get("propose"))
    own += [*otherwise(scene, own), *said_last(scene, own)]
    own = _answered(scene, own)
    own = list(own_acts(scene, own))
    own += included(scene, own, last)
    listed = [*enumerated(scene, own), *wanted_done(scene), *among(scene)]
    listed += tallied(scene, own, None)
    own = [with_proviso(each, scene.text) for each in without_enumerations(own, listed)] + listed
    own = filled(scene, own)
    own += unreported(scene, own)
    if scene.passage.row is not None and not _ends_sentence(scene):
        return own
    return own + list(spoken(scene, own))


def _answered(scene: Scene, own: list[Draft]) -> list[Draft]:
    """Give the drafts with the questions left unanswered, without the terms of sources."""
    left = list(unanswered(scene))
    held = [each for each in own if not any(silences(question, each) for question in left)]
    return [each for each in held if not is_sourcing(each, scene.text)] + left


def _ends_sentence(scene: Scene) -> bool:
    return scene.text[scene.passage.span.end - 1] in ".!?"
