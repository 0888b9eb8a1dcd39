"""What does a reply answer? The demand, offer or charge that its words take up, and whose it is."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from tracktwo.reading.draft import Draft
from tracktwo.reading.ground import Ground
from tracktwo.reading.laid import Laid
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.statement import Act
from tracktwo.reading.substance import asked, same_words

ANSWERS = frozenset({"reject", "accept", "deny"})
_ANSWERABLE: dict[str, frozenset[Act]] = {
    "reject": frozenset({"demand", "propose", "threaten", "promise"}),
    "accept": frozenset({"demand", "propose", "promise", "claim"}),
    "deny": frozenset({"accuse", "claim"}),
}
_BARE = re.compile(
    r"\W*(?:(?:\w+ing )?(?:it|this|that|these|those|them|both|so|one)|"
    r"(?:yes|no|absolutely|agreed|certainly)\b.*)\W*",
    re.IGNORECASE | re.DOTALL,
)
_REPLYING = re.compile(r"\b(?:repl|respond|answer|retort|counter)\w*$", re.IGNORECASE)
_REACH = 1_200
_LAST = 8
_TURNS_BACK = 2
_NEAR = 60
_ENOUGH = 40


@dataclass(frozen=True, slots=True)
class Replies:
    """The acts of a document that can be answered, in order of place."""

    drafts: tuple[Draft, ...]
    starts: tuple[int, ...]
    laid: Laid
    words: Mapping[int, frozenset[str]]
    by_word: Mapping[str, list[int]]

    @classmethod
    def of(cls, drafts: Iterable[Draft], laid: Laid, text: str) -> "Replies":
        """Keep what somebody did, in order of place, and the words of what was asked or offered."""
        held = sorted((d for d in drafts if d.voice and not d.relay), key=lambda d: d.hull.start)
        words = {
            at: asked(text[draft.hull.start : draft.hull.end]).core
            for at, draft in enumerate(held)
            if draft.act in {"demand", "propose"} and draft.core
        }
        by_word: dict[str, list[int]] = {}
        for at, known in words.items():
            for word in known:
                by_word.setdefault(word, []).append(at)
        starts = tuple(each.hull.start for each in held)
        return cls(tuple(held), starts, laid, words, by_word)

    def answered(self, draft: Draft, ground: Ground) -> Draft | None:
        """Give the act that a draft answers, None where its words do not tell.

        The act of a noun in its content ("dismissed proposals from B"); the last demand or offer
        of another side that has its words; the last act that "the offer", "that demand", "the
        charge" can mean; where its words are no more than "it" or "yes", where it "replied", or
        in a turn, the last that it can answer. A claim answers none, unless it says what
        something is ("called the offer a trap").
        """
        if draft.act == "claim" and draft.subtype != "framing":
            return None
        words = ground.document.quote(draft.hull)
        plain = self._inside(draft) or self._alike(draft, ground, words)
        return plain or next(self._meant(draft, ground, words), None)

    def likely(self, draft: Draft, ground: Ground) -> Draft | None:
        """Give the last act near by that a reply can answer, whatever its words.

        In its passage or the one before; None for no reply.
        """
        if draft.act not in ANSWERS:
            return None
        before = next(self._before(draft, ground, _ANSWERABLE[draft.act] - {"claim"}), None)
        near = before is not None and draft.passage - before.passage <= 1
        return before if near else None

    def _meant(self, draft: Draft, ground: Ground, words: str) -> Iterator[Draft]:
        """Give the acts before a draft that its words can mean, the most likely first."""
        acts = _taken_up(words)
        if draft.act == "deny":
            acts &= _ANSWERABLE["deny"]
        if acts:
            yield from self._before(draft, ground, acts)
        elif draft.act in ANSWERS and draft.passage in ground.turns:
            yield from self._in_talk(draft, ground)
        elif draft.act in ANSWERS and (_BARE.fullmatch(words) or self._replies(draft, ground)):
            yield from self._before(draft, ground, _ANSWERABLE[draft.act])

    def _is_retold(self, draft: Draft, by: str) -> bool:
        """Tell whether an act stands in what a third one says: "she recalled that X urged …"."""
        around = self.laid.around(draft.cue or draft.hull)
        return any(each.reports and each.speaker not in {draft.speaker, by} for each in around)

    def _replies(self, draft: Draft, ground: Ground) -> bool:
        """Tell whether the cue says that words reply: "replied", "responded"."""
        cue = draft.cue
        return cue is not None and _REPLYING.search(ground.document.quote(cue)) is not None

    def _in_talk(self, draft: Draft, ground: Ground) -> Iterator[Draft]:
        """Give what a turn can answer: first what asks or charges, then what is only claimed.

        It is said by somebody who has a turn too, or a host tells that somebody asks for it.
        """
        talking = {actor.id for actor in ground.turns.values()}
        for acts in (_ANSWERABLE[draft.act] - {"claim"}, _ANSWERABLE[draft.act]):
            for before in self._before(draft, ground, acts):
                put = draft.passage - before.passage <= _TURNS_BACK
                asked = put and before.act == "demand" and before.passage in ground.turns
                if before.speaker in talking or (asked and not ground.is_guest(before.passage)):
                    yield before

    def _alike(self, draft: Draft, ground: Ground, words: str) -> Draft | None:
        """Give the last demand or offer of another side that has the words of a reply."""
        if draft.act not in {"accept", "reject"}:
            return None
        own, said = ground.own(draft), asked(words).core
        near = {at for word in said for at in self.by_word.get(word, ())[-_LAST:]}
        for at in sorted(near, reverse=True):
            before = self.drafts[at]
            if before.hull.start >= draft.hull.start or own & ground.own(before):
                continue
            if before.act in {"demand", "propose"} and same_words(said, self.words[at]):
                return before
        return None

    def _inside(self, draft: Draft) -> Draft | None:
        if draft.act not in ANSWERS:
            return None
        inside = (each for each in self.laid.within(draft.hull) if each is not draft)
        return next((d for d in inside if d.reporting == "nominal" and d.voice), None)

    def _before(self, draft: Draft, ground: Ground, acts: frozenset[Act]) -> Iterator[Draft]:
        """Give the acts of some kinds by other sides before a draft, nearest first."""
        own, at = ground.own(draft), bisect_left(self.starts, draft.hull.start)
        spoken = draft.passage in ground.turns
        for before in islice(reversed(self.drafts[max(0, at - _ENOUGH) : at]), _ENOUGH):
            if draft.hull.start - before.hull.start > _REACH:
                return
            if before.act in acts and not own & ground.own(before) and before.core:
                if self._is_retold(before, draft.speaker):
                    continue
                if spoken or before.reporting not in {"turn", "narrative"}:
                    yield before


def _taken_up(words: str) -> frozenset[Act]:
    """Give the acts that "the offer", "this demand", "such a charge" in some words can mean."""
    match = lexicon().patterns["definite"].search(words, 0, _NEAR)
    return lexicon().taken_up[match["noun"].lower()] if match else frozenset()
