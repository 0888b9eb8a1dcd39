"""Who is the subject of a passage that leaves it out? What leads it in names them, or its row."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracktwo.reading.covered import Covered
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, children
from tracktwo.reading.headed import named_in
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice
from tracktwo.reading.statement import Act

_HIGHEST = 4
_READY = frozenset({"would", "could", "can", "might", "may"})
_BOUND = frozenset({"will", "shall", "must"})


def implied(scene: Scene, earlier: Mapping[int, Scene], names: Mapping[int, Voice]) -> Voice | None:
    """Give who acts in a passage without a subject: the first above it that names somebody.

    Parameters
    ----------
    scene : Scene
        The passage.
    earlier : mapping of int to Scene
        Those before it, by number.
    names : mapping of int to Voice
        By number whom a cell names that is no more than a name.

    Returns
    -------
    Voice or None
        Whom the line, heading or column's head above names, else the first cell of its row;
        else who speaks in the turn.
    """
    at = scene.passage.lead
    for _ in range(_HIGHEST):
        if at is None or at not in earlier:
            break
        found = _line(earlier[at])
        if found is not None:
            return found
        at = earlier[at].passage.lead
    row = scene.passage.row
    if row is not None and row in names:
        return names[row]
    return None if scene.first is None else Voice(scene.first)


def _line(scene: Scene) -> Voice | None:
    """Give whom a line above names: the noun that it is, the subject or owner in it."""
    if scene.passage.kind == "heading":
        return named_in(scene)
    for sentence in reversed(list(scene.passage.parse.sents)):
        root = sentence.root
        subject = child(root, "nsubj", "nsubjpass") or root
        for noun in (subject, child(subject, "poss")):
            voice = scene.speaking(noun)
            if voice is not None:
                return voice
    return None


def unreported(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give what a passage without a subject says that no verb of saying reports: "Would pay 2%".

    Under "would" or "could" it is an offer, under "will" a promise, denied a refusal.
    """
    if scene.implied is None:
        return
    covered = Covered.by(span for each in drafts for span in (*each.content, each.cue) if span)
    for verb in scene.passage.parse:
        who = child(verb, "nsubj", "nsubjpass")
        if who is None or not scene.passage.is_supplied(who):
            continue
        words = [each for each in verb.subtree if each.i > who.i]
        further = {t.i for each in children(verb, "conj") for t in each.subtree}
        words = [each for each in words if each.i not in further] or [verb]
        span, act = scene.span_of(words), _act({each.lower_ for each in verb.children})
        if act is not None and not covered.mostly(span):
            yield Draft(
                passage=scene.passage.number,
                content=(span,),
                act=act,
                reporting="list_item",
                voice=scene.implied,
                sentence=scene.sentence(verb),
                rank=7,
            )


def _act(auxiliaries: set[str]) -> Act | None:
    """Give the act that auxiliaries show; None where they show none."""
    modal = auxiliaries & (_READY | _BOUND)
    if auxiliaries & {"not", "n't", "never", "cannot"} and modal:
        return "reject"
    if modal & _READY:
        return "propose"
    return "promise" if modal else None


def with_implied(scene: Scene, earlier: Mapping[int, Scene], names: Mapping[int, Voice]) -> Scene:
    """Give the scene, knowing whose acts it tells where it leaves out its subject."""
    if not scene.passage.omits:
        return scene
    return replace(scene, implied=implied(scene, earlier, names))
