"""What do the rules for one passage need to know? The passage, its speakers, who says "I"."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Span
from tracktwo.reading.grammar import child, object_of, preposition
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import Passage
from tracktwo.reading.pronouns import HE, IT, THEY, YOU
from tracktwo.reading.quotations import is_partial, near
from tracktwo.reading.speakers import Speakers, Voice
from tracktwo.reading.statement import Reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tracktwo.reading.quotations import Quotation

_OWN = {"It": ("its",), "They": ("their",)}
_SUBJECTS = 20
_DEBATERS = frozenset({"lady", "gentleman", "member"})


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A passage with whom its words mean.

    Attributes
    ----------
    passage : Passage
        The passage.
    speakers : Speakers
        Who is meant by a word.
    first, second : Actor or None
        Who says "I" outside quotations: the speaker of the turn; and to whom he says "you".
    quoted : tuple of (Span, Actor)
        Whose words stand in which quotation, in order.
    implied : Voice or None
        Whom the subject means that the passage leaves out.
    headed : Voice or None
        Of whom the heading right above the passage speaks.
    """

    passage: Passage
    speakers: Speakers
    first: Actor | None = None
    second: Actor | None = None
    quoted: tuple[tuple[Span, Actor], ...] = ()
    implied: Voice | None = None
    headed: Voice | None = None

    @property
    def text(self) -> str:
        """The text of the whole document."""
        return self.passage.text

    def within(self, quoted: tuple[tuple[Span, Actor], ...]) -> "Scene":
        """Give the same scene, knowing whose words stand in its quotations."""
        return replace(self, quoted=quoted)

    def span_of(self, tokens: Iterable["Token"]) -> Span:
        """Give the span of the document from the first to the last of some tokens, tidied."""
        return self.passage.span_of(tokens)

    def sentence(self, token: "Token") -> Span:
        """Give the sentence of a token as a span of the document."""
        return self.passage.span_of(token.sent)

    def is_partial(self, quote: "Quotation") -> bool:
        """Tell whether a quotation of the passage is a part of somebody else's clause."""
        return is_partial(self.text, quote, self.passage.span.start)

    def voice(self, token: "Token | None") -> Voice | None:
        """Give whom a token means, None where it means nobody."""
        if token is None:
            return None
        if _is_honourable(token) and token.i + 1 < len(token.doc):
            token = token.nbor()
        if token.lower_ in YOU:
            return self._told(token)
        if self.implied is not None and self._means_implied(token):
            return self.implied
        if self.headed is not None and self._opens_with(token):
            return self.headed
        if self._is_of_the_other(token):
            return Voice(self.second, self.passage.place_of(token)) if self.second else None
        return self.speakers.voice(token, self.passage, self._first_person(token))

    def speaking(self, token: "Token | None") -> Voice | None:
        """Give whom a token means where that is somebody who can speak, else None."""
        voice = self.voice(token)
        if token is None or voice is None or not self.can_speak(token, voice):
            return None
        return voice

    def can_speak(self, who: "Token", voice: Voice) -> bool:
        """Tell whether a subject is somebody.

        Named, a pronoun that was resolved, or a noun that the lexicon takes for a speaker's;
        not a region.
        """
        if who.pos_ == "PRON" or voice.actor.type not in {"group", "person", "region"}:
            return True
        cast = self.speakers.cast
        if cast.named(self.passage.number, who.i) is not None:
            bare = who.tag_ in {"NNP", "NNPS"} and not any(who.lefts)
            return voice.actor.type != "region" or bare  # "Seaways rejected the demands"
        if voice.actor.id in cast.actors or who.pos_ == "PROPN":
            return True
        of = preposition(who, "of")
        part = who.lemma_.lower() in lexicon().words["parts"]
        many = object_of(of) if of is not None and part else None
        if many is not None and lexicon().can_speak(many.lower_):
            return True
        return lexicon().can_speak(who.lower_) or (who.pos_ == "NUM" and of is not None)

    def reporting(self, content: tuple[Span, ...], kind: str) -> Reporting:
        """Give how content is reported: by the quotation marks in it, else by its complement."""
        hull = Span(content[0].start, content[-1].end)
        quoted = [each.span for each in near(self.passage.quotes, hull) if each.span.overlap(hull)]
        if quoted and all(any(quote.covers(span) for quote in quoted) for span in content):
            return "direct"
        if any(hull.covers(quote) for quote in quoted):
            return "mixed"
        return "nominal" if kind in {"object", "prepositional"} else "indirect"

    def _told(self, token: "Token") -> Voice | None:
        """Give whom "you" means: the one with whom the turn speaks; nobody known in a quotation."""
        place = self.passage.place_of(token)
        if self.second is None or any(each.span.covers(place) for each in self.passage.quotes):
            return None
        return Voice(self.second, place)

    def _means_implied(self, token: "Token") -> bool:
        """Tell whether a pronoun means the subject that the passage leaves out.

        It stands for that subject in the parse, or is the same pronoun with no other subject
        before it in its sentence.
        """
        if token.lower_ not in {self.passage.omits.lower(), *_OWN.get(self.passage.omits, ())}:
            return False
        before = token.doc[token.sent.start : token.i]
        others = (each for each in before if each.dep_ in {"nsubj", "nsubjpass"})
        return all(self.passage.is_supplied(each) for each in others)

    def _opens_with(self, token: "Token") -> bool:
        """Tell whether a pronoun can mean whom the heading names.

        "What do the dockers want?" above "They are demanding a guarantee. They also …". Not where
        another subject stands before it.
        """
        if self.headed is None or token.lower_ not in IT | THEY:
            return False
        subjects = (t for t in token.doc[: token.i] if t.dep_ in {"nsubj", "nsubjpass"})
        others = any(each.lower_ not in IT | THEY for each in islice(subjects, _SUBJECTS))
        return self.headed.actor.type != "person" and not others

    def _is_of_the_other(self, token: "Token") -> bool:
        """Tell whether one debater so speaks of the other: "the hon. Lady", "he" with nobody else.

        "The hon. Member for Velm North" is known by that, not by the turn before.
        """
        turn, other = self.passage.turn, self.second
        if turn is None or turn.host or turn.issued or other is None or other.type != "person":
            return False
        before = token.nbor(-1) if token.i else token
        if token.lower_ in _DEBATERS and _is_honourable(before):
            return preposition(token, "for") is None and child(token, "appos") is None
        if token.lower_ not in HE or self.speakers.is_other_gender(token.lower_, other):
            return False
        cast = self.speakers.cast
        named = (m for m in cast.within(self.passage.number) if m.start < token.i)
        return not any(cast.actors[m.actor].type == "person" for m in named)

    def _first_person(self, token: "Token") -> Actor | None:
        """Give who says "I" at a token: the speaker of the quotation around it, or of the turn."""
        if not self.quoted:
            return self.first
        place = self.passage.place_of(token)
        at = bisect_right(self.quoted, place.start, key=lambda pair: pair[0].start) - 1
        inside = at >= 0 and self.quoted[at][0].covers(place)
        return self.quoted[at][1] if inside else self.first


def _is_honourable(token: "Token") -> bool:
    """Tell whether a word is "hon." or the like, which the parser may take for the subject."""
    return token.lower_.rstrip(".") in {"hon", "honourable", "honorable", "noble", "learned"}
