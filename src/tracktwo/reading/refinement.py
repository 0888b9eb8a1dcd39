"""What did somebody do by saying so? A mere "said" may carry a refusal, an offer, a denial."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.acts import act_of
from tracktwo.reading.asking import asks_by_condition, asks_outright
from tracktwo.reading.draft import Draft
from tracktwo.reading.ground import Ground
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.referring import speaks_of_several

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN_FIRST = re.compile(r"\b(?:i|we|our|my|us)\b", re.IGNORECASE)
_INNER = re.compile(r"(?<=[\w,:;.?!] )[‘“][^’”]{0,400}[’”](?!\w)(?=.)", re.DOTALL)
_SPEECH = frozenset({"direct", "turn"})
_SETTLED = frozenset({"framing", "evidence", "counter_evidence", "forecast"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
_FINAL = re.compile(
    r"\b(?:is|are|was|were|remains?|remained) [“\"‘']?(?:an? |our |its |their )?(?:\w+ )?"
    r"(?:red lines?\b|non-?negotiable\b|not (?:negotiable(?! by\b)|up for (?:trade|negotiation|"
    r"discussion|debate|grabs)|open to negotiation)\b|carved in stone\b|sacrosanct\b)",
    re.IGNORECASE,
)
_POSSESSIVES = frozenset({"her", "his", "its", "their", "our"})
_SHORT = 6


def refined(draft: Draft, ground: Ground) -> Draft:
    """Give a claim the act that its own words carry.

    Words that leave no room are a demand, as a framing ("calls it a red line") or of demands
    ("these points are carved in stone"); so are words that ask by their form. A claim that frames
    or sets evidence, the author's, and an adjective's stay what they are.
    """
    words = _INNER.sub("", " ".join(ground.document.quote(span) for span in draft.content))
    leaves_no_room = lexicon().firmness["non_negotiable"].search(words) is not None
    of_demands = draft.subtype == "framing" or speaks_of_several(words)
    of_demands = of_demands or _FINAL.search(words) is not None
    if draft.act == "claim" and draft.voice is not None and leaves_no_room and of_demands:
        return replace(draft, act="demand", subtype="position_firmness")
    settled = draft.act != "claim" or draft.subtype in _SETTLED
    if settled or draft.voice is None or draft.rank == 3:
        return draft
    if asks_by_condition(words):
        return replace(draft, act="demand", subtype="precondition", firmness="firm")
    if draft.reporting in _SPEECH and asks_outright(words, _tokens(draft, ground)):
        return replace(draft, act="demand")
    found = act_of(
        words,
        own=_is_own(draft, words, ground),
        speaking=draft.reporting in _SPEECH and not _of_itself(draft, words, ground),
        verbs=_verbs(draft, ground),
    )
    return replace(draft, act=found.act, subtype=draft.subtype or found.subtype)


def _of_itself(draft: Draft, words: str, ground: Ground) -> bool:
    """Tell whether an issuer speaks of itself by its name, not as "we"."""
    return ground.is_issued(draft.passage) and _OWN_FIRST.search(words) is None


def _verbs(draft: Draft, ground: Ground) -> frozenset[str]:
    """Give the lemmas of the main verbs with an auxiliary in the words of a draft."""
    main = (each for each in _tokens(draft, ground) if each.dep_ in {"ROOT", "ccomp", "conj"})
    return frozenset(
        token.lemma_.lower()
        for token in main
        if any(a.dep_ == "aux" for a in token.children) and not _ends_a_grievance(token)
    )


def _tokens(draft: Draft, ground: Ground) -> "list[Token]":
    passage = ground.passages[draft.passage]
    return [token for span in draft.content for token in passage.tokens(span)]


def _ends_a_grievance(verb: "Token") -> bool:
    """Tell whether a verb of ending has a grievance for its object: "withdraw the lawsuit"."""
    things = (each for each in verb.children if each.dep_ in {"dobj", "nsubjpass"})
    return any(each.lemma_.lower() in lexicon().words["grievance"] for each in things)


def _is_own(draft: Draft, words: str, ground: Ground) -> bool:
    """Tell whether the speaker's own side acts in the words: "we", "it", its name, its party.

    The first subject that is a pronoun, a name or such a noun decides.
    """
    if draft.reporting in _SPEECH:
        own = _OWN_FIRST.search(words) is not None or len(words.split()) <= _SHORT
        if own or not ground.is_issued(draft.passage):
            return own
    passage = ground.passages[draft.passage]
    for token in passage.tokens(draft.hull):
        if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ != "advcl":
            return _is_subject_own(token, draft, ground)
    return False


def _is_subject_own(token: "Token", draft: Draft, ground: Ground) -> bool:
    if token.lower_ in _PRONOUNS:
        return True
    named = ground.cast.named(draft.passage, token.i)
    turn = ground.passages[draft.passage].turn
    title = ground.document.text[: turn.span.start] if turn is not None and turn.issued else ""
    if named is not None and named.name.casefold() in title.casefold():
        return True  # "Statement by the Ministry of Trade of Velm": Velm acts in it
    if named is not None:
        own = ground.own(draft)
        return named.id in own or ground.cast.side(named).id in own
    possessed = any(each.lower_ in _POSSESSIVES for each in token.children)
    return possessed and token.lower_ in lexicon().words["own_side"]
