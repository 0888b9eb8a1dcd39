"""How is a statement told in a sentence? Its speaker named, its words quoted, our verb neutral."""

import re
from dataclasses import dataclass

from tracktwo.brief import naming
from tracktwo.brief.citation import Citation
from tracktwo.brief.dates import when
from tracktwo.brief.lists import in_text, listed
from tracktwo.brief.quoting import passage, quoted
from tracktwo.brief.sentence import Part, Sentence, capitalised, stopped
from tracktwo.documents.document import Span
from tracktwo.ledger.summing import sums_up
from tracktwo.reading.statement import Act, Statement


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of ours: base and past form, and what follows it."""

    base: str
    past: str
    after: str = ""
    of_whom: str = ""

    def said(self, whom: str, *, negated: bool) -> str:
        """Give the verb with whom it concerns, the negative when the act did not happen."""
        verb = f"did not {self.base}" if negated else self.past
        return verb + (self.of_whom.format(whom) if whom and self.of_whom else "") + self.after


# For each act: before a noun phrase, before an infinitive, before a clause.
_VERBS: dict[Act, tuple[_Verb, _Verb, _Verb]] = {
    "demand": (
        _Verb("ask", "asked", " for", " {}"),
        _Verb("ask", "asked", "", " {}"),
        _Verb("make", "made", ":", " this demand of {}"),
    ),
    "propose": (
        _Verb("propose", "proposed"),
        _Verb("offer", "offered"),
        _Verb("propose", "proposed", ":"),
    ),
    "accept": (
        _Verb("accept", "accepted"),
        _Verb("agree", "agreed"),
        _Verb("agree", "agreed", ":"),
    ),
    "reject": (
        _Verb("reject", "rejected"),
        _Verb("refuse", "refused"),
        _Verb("reject", "rejected", ":"),
    ),
    "threaten": (
        _Verb("warn of", "warned of"),
        _Verb("warn", "warned", ":"),
        _Verb("warn", "warned", ":"),
    ),
    "promise": (
        _Verb("pledge", "pledged"),
        _Verb("pledge", "pledged"),
        _Verb("pledge", "pledged", ":"),
    ),
    "accuse": (
        _Verb("accuse", "accused", " of", " {}"),
        _Verb("accuse", "accused", ":", " {}"),
        _Verb("accuse", "accused", ":", " {}"),
    ),
    "deny": (
        _Verb("deny", "denied"),
        _Verb("deny", "denied", ":"),
        _Verb("deny", "denied", ":"),
    ),
    "claim": (
        _Verb("speak of", "spoke of"),
        _Verb("say", "said", ":"),
        _Verb("say", "said", ":"),
    ),
}
# Where the plain verb needs somebody after it, and nobody is named.
_WITHOUT_WHOM: dict[str, _Verb] = {
    "made": _Verb("make", "made", " this demand:"),
    "accused": _Verb("make", "made", " this charge:"),
}
_PUT = _Verb("put forward", "put forward")
_WRITTEN = _Verb("write", "wrote", ":")
_SUGGESTED = _Verb("suggest", "suggested", ":")
_HEDGED = frozenset({"hedged", "tentative", "vague"})
_DETERMINERS = re.compile(
    r"(?:an?|the|this|these|those|such|his|her|its|their|our|any|all|no|further|more|new|full)\s",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|must|should|shall|will|would|can|could|may|might|does|do|"
    r"did)\b"
)
_NEGATION = re.compile(r"\b(?:not|never|no|nothing)\b|n[’']t\b", re.IGNORECASE)
# Between a speaker's name and the verb, and between the verb and the words.
_AUXILIARY = re.compile(
    r"\s*(?:(?:has|have|had|is|was|did|does|not|never|also|again|then|later|repeatedly|already|"
    r"reportedly|long|once|recently|previously|publicly|formally|firmly|clearly|now)\s+)*"
)
_JOINT = re.compile(r"[^.;:,“”\"«»\n\r—–?!]{0,60}")


def told(citation: Citation, *, dated: bool = True) -> Sentence:
    """Tell a statement as an attributed claim.

    Where the source itself says "name, verb, words" in one run, the run from its verb on is
    quoted, so that the grammar is the source's own. Otherwise one verb of ours stands for each
    act, the same for every party, and the words follow it in quotation marks. Who retells is
    named; so are the date and the condition where the source gives them.

    Parameters
    ----------
    citation : Citation
        Of a statement, or of a bare passage, which is told as the author's words.
    dated : bool
        Whether to begin with the date.
    """
    statement = citation.statement
    speaker = naming.speaker(citation)
    parts: list[Part] = []
    if dated and statement is not None and statement.date:
        parts.append(f"{when(statement.date)} ")
    parts.append(in_text(speaker) + _retold(citation))
    parts.extend(_words(citation))
    parts.extend(_condition(citation))
    return Sentence(
        "claim",
        stopped(capitalised(_merged(parts))),
        evidence=(citation.number,),
        speaker=speaker,
    )


def _retold(citation: Citation) -> str:
    names = naming.retellers(citation)
    return f", as retold by {listed(map(in_text, names))}," if names else ""


def _words(citation: Citation) -> tuple[Part, ...]:
    statement = citation.statement
    if statement is None:
        return (" " + _WRITTEN.past + _WRITTEN.after + " ", quoted(citation))
    run = own_run(citation)
    if run is not None:
        return (" ", passage(citation.document, run))
    led = _led_by_cue(citation)
    if led is not None:
        return (": ", passage(citation.document, led))
    if _stands_alone(statement, citation.quote):
        return (": ", quoted(citation))
    verb = _verb(statement, citation.quote)
    whom = listed(map(in_text, statement.addressees))
    return (f" {verb.said(whom, negated=statement.negated)} ", quoted(citation))


def own_run(citation: Citation) -> Span | None:
    """Give the run from the source's own verb to the end of the words, where there is one.

    There is one when the speaker's name, the cue and one span of words follow each other in a
    sentence, with nothing between name and cue but auxiliaries, and no punctuation between cue
    and words; and the words bring no quotation marks of their own.
    """
    statement = citation.statement
    if statement is None or statement.speaker is None or len(statement.content) > 1:
        return None
    name, cue, content = statement.speaker.mention, statement.cue, statement.content[0]
    if name is None or cue is None or not name.end < cue.start < cue.end <= content.start:
        return None
    text = citation.document.text
    if not _AUXILIARY.fullmatch(text, name.end, cue.start):
        return None
    if not _JOINT.fullmatch(text, cue.end, content.start) or text[content.start] in "“”\"'«‘":
        return None
    blank = len(text[name.end : cue.start]) - len(text[name.end : cue.start].lstrip())
    return Span(name.end + blank, content.end)


def _led_by_cue(citation: Citation) -> Span | None:
    """Give cue and words together where a claim is no clause of its own: "remain sceptical"."""
    statement = citation.statement
    if statement is None or statement.cue is None or statement.act != "claim":
        return None
    between = citation.document.text[statement.cue.end : citation.hull.start]
    if between.strip() or statement.cue.end > citation.hull.start:
        return None
    return Span(statement.cue.start, citation.hull.end) if _is_fragment(citation.quote) else None


def _stands_alone(statement: Statement, words: str) -> bool:
    """Tell whether words are best set after a bare colon, since no verb of ours fits before them.

    So it is with a claim that is no sentence, and where the words bring the "not" that a verb
    of ours would say again.
    """
    if statement.negated and _NEGATION.search(words[:40]):
        return True
    plain = statement.act == "claim" and not statement.negated and statement.speaker is not None
    return plain and _is_fragment(words) and _shape(statement, words) == 2


def _is_fragment(words: str) -> bool:
    """Tell whether words are no sentence by themselves, as far as their letters show."""
    return words[:1].islower() and not _FINITE.search(words)


def _verb(statement: Statement, words: str) -> _Verb:
    if statement.speaker is None and statement.act == "claim":
        return _WRITTEN
    shape = _shape(statement, words)
    if statement.act == "demand" and sums_up(words):
        return _PUT
    if statement.act == "propose" and shape == 2 and statement.firmness in _HEDGED:
        return _SUGGESTED
    verb = _VERBS[statement.act][shape]
    if verb.of_whom and not statement.addressees and verb.past in _WITHOUT_WHOM:
        return _WITHOUT_WHOM[verb.past]
    return verb


def _shape(statement: Statement, words: str) -> int:
    """Tell a noun phrase (0) from an infinitive (1) and from anything else (2)."""
    if words.startswith("to ") and statement.reporting in ("indirect", "nominal", "list_item"):
        return 1
    noun = bool(_DETERMINERS.match(words)) and not _FINITE.search(words)
    short = len(words.split()) <= 4 and statement.act != "claim"
    if noun and (short or statement.reporting in ("nominal", "list_item")):
        return 0
    return 2


def _condition(citation: Citation) -> tuple[Part, ...]:
    statement = citation.statement
    if statement is None or statement.condition is None:
        return ()
    if citation.hull.overlap(statement.condition):
        return ()
    return (", on this condition: ", passage(citation.document, statement.condition))


def _merged(parts: list[Part]) -> tuple[Part, ...]:
    """Join neighbouring words of ours, so that the first letter of a sentence is the first."""
    merged: list[Part] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return tuple(merged)
