"""Does a verb say that its act took place? Not under "would", in a condition or in a question."""

from typing import TYPE_CHECKING

from tracktwo.reading.grammar import auxiliaries, child, children, climbs, subject
from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_I = frozenset({"i", "we"})
_UNREAL_CLAUSES = frozenset({"if", "unless", "whether", "should", "were", "once", "until"})
_PERFORMING = frozenset(
    {"come", "rise", "stand", "wish", "want", "like", "beg", "have", "write", "gather", "hasten",
     "venture", "dare", "feel", "be"}
)  # fmt: skip
_SAYING = frozenset({"say", "confirm", "admit", "acknowledge", "allow", "concede"})
_ABLE = frozenset({"would", "could", "can", "ca", "wo", "will", "shall", "sha"})
_HEARSAY = frozenset({"say", "understand", "know", "report", "believe", "think", "hold", "rumour"})
_NO_TIME = frozenset({"of", "without", "before"})
_ASPECT = frozenset({"continue", "begin", "start", "appear", "seem", "proceed"})
_SCARCE = frozenset({"little", "no", "few"})


def is_live(verb: "Token") -> bool:
    """Tell whether a verb says that its act took place.

    It does not in a question, a condition, an indirect question, or where there is "little
    indication" of it; nor as a mere infinitive ("I have come to ask" asks), nor under "would",
    "could" and the like, unless the speaker says "I" or "we"; nor bare, in a wish ("that it rule
    that out"). What somebody "is said" to do counts as done; what one is accused of, or
    does something else without or before ("before agreeing"), does not.
    """
    if verb.sent.text.rstrip().endswith("?") or _in_condition(verb) or _is_doubted(verb):
        return False
    if verb.dep_ == "pcomp" and (verb.head.lower_ in _NO_TIME or _is_charged(verb)):
        return False
    aux = {each.lower_ for each in auxiliaries(verb)}
    if _is_hearsay(verb) or ("to" in aux and is_performed(verb)):
        return True
    if "to" in aux or (not aux and _is_unfinite(verb)):
        return False
    if "would" in aux and verb.lemma_ in _SAYING and _only(verb):
        return True
    who = subject(verb)
    first = who is not None and who.lower_ in _I
    return first or not aux & lexicon().unreal


def _is_charged(verb: "Token") -> bool:
    """Tell whether a verb says for what somebody is blamed: "blamed her for *refusing* it"."""
    above = next((each for each in verb.ancestors if each.pos_ == "VERB"), verb)
    blaming = lexicon().verbs.get(above.lemma_.lower(), ())
    return verb.head.lower_ == "for" and any(each.act == "accuse" for each in blaming)


def _is_hearsay(verb: "Token") -> bool:
    """Tell whether somebody "is said" or "is known" to do so, or "continues" to."""
    above = verb.head
    passive = any(each.dep_ == "auxpass" for each in above.children)
    told = above.lemma_ in (_HEARSAY if passive else _ASPECT)
    to = any(each.lower_ == "to" for each in children(verb, "aux"))
    return verb.dep_ == "xcomp" and told and to and is_live(above)


def is_performed(verb: "Token") -> bool:
    """Tell whether "I" or "we" do by these words what an infinitive names: "I have come to ask"."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "advcl", "ccomp"} or above.lemma_.lower() not in _PERFORMING:
        return False
    who = subject(above)
    denied = any(each.dep_ == "neg" or each.lower_ == "never" for each in above.children)
    return who is not None and who.lower_ in _I and not denied


def _only(verb: "Token") -> bool:
    """Tell whether somebody "would say only" so much, and so did say it."""
    after = verb.doc[verb.i + 1 : verb.i + 2].text
    return after == "only" or any(each.lower_ == "only" for each in children(verb, "advmod"))


def is_offered(verb: "Token") -> bool:
    """Tell whether a verb says what somebody would be: "would be willing to open its books"."""
    aux = {each.lower_ for each in auxiliaries(verb)}
    asked = verb.sent.text.rstrip().endswith("?")
    return bool(aux & {"would", "'d", "’d"}) and not asked and not _in_condition(verb)


def is_refused(verb: "Token") -> bool:
    """Tell whether a verb says that somebody would or could not do it: "could not agree to"."""
    denied = any(each.dep_ == "neg" or each.lower_ == "never" for each in verb.children)
    aux = {each.lower_ for each in auxiliaries(verb)}
    asked = verb.sent.text.rstrip().endswith("?")
    return denied and bool(aux & _ABLE) and not _in_condition(verb) and not asked


def _is_unfinite(verb: "Token") -> bool:
    if verb.tag_ == "VB":
        return not (_is_told(verb) or (verb.dep_ == "conj" and _is_finite(verb.head)))
    return verb.tag_ == "VBN" and verb.dep_ == "advcl"


def _is_told(verb: "Token") -> bool:
    """Tell whether a bare verb stands in a clause that tells: "said that the unions still demand".

    Under a verb of asking such a verb would be a wish.
    """
    clause = verb
    while clause.dep_ == "conj":
        clause = clause.head
    if clause.dep_ != "ccomp" or child(verb, "nsubj") is None:
        return False
    senses = lexicon().verbs.get(clause.head.lemma_.lower(), ())
    return bool(senses) and senses[0].act == "claim" and senses[0].takes[:1] == ("clause",)


def _is_finite(verb: "Token") -> bool:
    """Tell whether a verb is finite by itself: "put the loss at 4% and blame the drought"."""
    told = verb.tag_ in {"VBD", "VBP", "VBZ"} or (verb.tag_ == "VBN" and verb.dep_ == "ROOT")
    return told and not children(verb, "aux", "auxpass")


def _is_doubted(verb: "Token") -> bool:
    """Tell whether a verb stands in a clause of which there is "little indication"."""
    nouns = (ancestor for ancestor, _ in climbs(verb) if ancestor.pos_ == "NOUN")
    return any(each.lower_ in _SCARCE for noun in nouns for each in noun.children)


def _in_condition(verb: "Token") -> bool:
    """Tell whether a verb stands in a condition or an indirect question."""
    above = (verb, *(ancestor for ancestor, _ in climbs(verb)))
    return any(_opens_unreal(each) for each in above if each.dep_ in {"advcl", "ccomp"})


def _opens_unreal(clause: "Token") -> bool:
    marks = {each.lower_ for each in children(clause, "mark")}
    inverted = {each.lower_ for each in children(clause, "aux") if each.i == clause.left_edge.i}
    return not _UNREAL_CLAUSES.isdisjoint(marks | inverted)
