"""Which act do words carry when the verb that reports them says no more than "said"?"""

import re
from dataclasses import dataclass

from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.statement import Act

_REFUSING = re.compile(
    r"\bwill not\b|\bwon['’]t\b|\bwould not\b|\bcannot\b|\bcan['’]t\b|\bcould not\b|\brefuse\b|"
    r"\bnot on the table\b|\bout of the question\b|\bno longer\b|"
    r"\b(?:do|does|did)(?: not|n['’]t) (?:accept|recogni[sz]e|agree|consent|acknowledge)\b|"
    r"\bnever (?:accept|sign|agree|give)\b|\bthe answer is no\b|\bit (?:was|is|will be) no\b|"
    r"\bnot one\b|\b(?:shall|may|must) (?:not|never)\b|\bshan['’]t\b|\b(?:will|would|can|"
    r"shall) never\b|"
    r"\b(?:never|nor|neither) (?:will|shall|can|would) (?:i|we)\b|\bunder no circumstances\b|"
    r"\bon no account\b|\bdo(?:es)?(?: not|n['’]t) (?:withdraw|intend|propose|want) \b|"
    r"\bover my dead body\b|\bevery reason to (?:reject|refuse|oppose|decline)\b|"
    r"\b(?:unable|unwilling|not (?:able|prepared|ready|willing)|(?:not in a|in no) position) to "
    r"(?:\w+ly )?(?:accept|agree|support|sign|consent|grant|comply|endorse|recogni[sz]e|meet|give|"
    r"entertain|join)\b|"
    r"\b(?:i|we) (?:do not|don['’]t) (?:need|want) (?:an?|any|another|more|your|his|her|their)\b|"
    r"^\W*not (?:yet|now|today|while|as long as|under)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^\W*(?:no|not (?:one|a|a single)) (?!doubt\b)(?:\w+ ){1,4}?(?:could|can|will|would|shall|"
    r"is going to) "
    r"(?:ever )?(?:accept|stomach|swallow|tolerate|sign|agree|support|back|vote|live|stand|"
    r"leave|cross|enter|pass|be (?:paid|given|ceded|sold|handed|moved|allowed|permitted|"
    r"tolerated))\b|"
    r"\bthere (?:can|will|shall|must) be no\b|"
    r"^\W*not (?:one|a single|another) \w+ (?:more|less|further)\b",
    re.IGNORECASE,
)
_SPARING = re.compile(
    r"\b(?:(?:will|would|shall) (?:not|never)|won['’]t|wouldn['’]t) (?P<verb>\w+)|"
    r"^\W*no (?:\w+ ){1,4}?(?:will|would|shall) be (?P<done>\w+)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^\W*(?:no|never|certainly not|absolutely not|of course not)\W*(?:$|[,.;!—–])", re.IGNORECASE
)
_YES = re.compile(
    r"^\W*(?:yes|absolutely|agreed|certainly|of course|exactly|indeed|that is right|right|"
    r"gladly|with pleasure|by all means|"
    r"(?:some|part|most|all) of (?:it|that|them))\b|\bnot opposed\b|"
    r"\b(?:have|has|had) no objections?\b|\b(?:see|sees) (?:some |much |real |great )?merit in\b|"
    r"\b(?:i|we) would (?:warmly |gladly )?welcome\b|"
    r"\b(?:i|we) (?:welcome|agree)\b|\b(?:i|we) accept\W*$|"
    r"\b(?:she|he|you|they) (?:was|were|are) right\b|\bwill consider\b",
    re.IGNORECASE,
)
_READY = re.compile(
    r"(?:\bwould|['’]d) be (?:happy|glad|content|pleased) to (?!see\b|hear\b|know\b)|"
    r"\b(?:ready|willing|prepared) to\b|\bopen to\b|\b(?:could|can) live with\b|"
    r"\b(?:could|would) (?:accept|agree)\b|\bput it to a vote\b|\b(?:can|would|could) sign\b|"
    r"\b(?:half ?-?way|my door (?:is|stays)|our door (?:is|stays))\b|^\W*let us (?!be\b|not\b)|"
    r"^\W*let['’]s (?!be\b|not\b|face\b|see\b)",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:i|we)(?:['’]d| would| should| might| could)? (?!not\b|never\b)(?:\w+ )?"
    r"(?:suggest|propose)\b|"
    r"\bwould (?:be enough|suffice|be sufficient|do)\W*$|"
    r"\bmay (?:i|we) (?:suggest|propose)\b|\b(?:could|might|can) be met (?:by|with|if|through)\b|"
    r"(?:['’]ve|\bhave) (?:put|laid|placed) [^.;:]{1,60} on the table\b|"
    r"(?<!no )(?<!little )\broom for\b|\bcould be (?:discussed|phased)\b|"
    r"\bthe key is to\b",
    re.IGNORECASE,
)
_WANTING = re.compile(
    r"\b(?:i|we|our (?:side|government|members|country)) "
    r"(?:want|need|demand|insist|ask|call|require|expect)\b|\bcannot go below\b|\bis the floor\b|"
    r"\b(?:i|we)(?:['’]d| would| should) (?:\w+ )?(?:like|ask|urge|prefer)\b"
    r"(?! to (?:say|add|explain|make|point|stress|thank|begin|start|note|mention|remind|recall|"
    r"know|think|believe)\b)|"
    r"\b(?:would|should|shall) be (?:most |very )?(?:obliged|grateful|thankful) (?:if|for|were)\b|"
    r"\bnot an opening bid\b|\bnon-negotiable\b|\bcarved in stone\b|\bred line\b",
    re.IGNORECASE,
)
_OWN_ACT = re.compile(
    r"\b(?:i|we)['’](?:ll|d) (?!have to\b|see\b|be (?:clear|honest|frank)\b)|"
    r"\b(?:i|we|our (?:\w+ )?(?:side|government|party|country|members|answer|forces|fighters|"
    r"troops|units|army|people|men|delegation|union|movement|council))(?:['’](?:ll|d|re|m|ve))?\s+"
    r"(?:\w+\s+)?(?:will|won['’]t|would|wouldn['’]t|can|can['’]t|cannot|could|shall|are|am|"
    r"do(?:es)? not|do(?:es)?n['’]t|refuse|reject|offer|offered|['’]ll)\b|"
    r"\bthe answer is\b|\bnot on the table\b|\bconsiders? (?:itself|ourselves) free\b|"
    r"\b(?:never|nor|neither|only then) (?:will|shall|would|can) (?:i|we)\b|^\W*not (?:yet|now)\b|"
    r"^\W*(?:not one|it was no)\b|\bnobody should\b",
    re.IGNORECASE,
)
_OBLIGING = re.compile(r"\b(?:must|has to|have to)\b(?! have)", re.IGNORECASE)
_FINAL = re.compile(
    r"\bis the floor\b|\bnot an opening bid\b|\bnon-negotiable\b|\bcarved in stone\b|\bred line\b",
    re.IGNORECASE,
)
_CALLING = re.compile(
    r"(?i:\bit is (?:\w+ )?time (?:that|for|to|[a-z]+ \w+)\b|\bthere must be\b)|"
    r"^\W*[Ll]et (?!us\b|me\b|alone\b)(?:the |those |these |him|her|them|it|every|[A-Z])|"
    r"\b(?<!\bi )(?<!\bwe )(?:must|has to|have to|needs? to)\b(?! have| be (?:a|an|the)\b)",
)
_URGING = re.compile(
    r"(?<!\bi )(?<!\bwe )(?<!\bit )\b(?:should|ought to)\b(?! (?:have|not (?:count|expect|"
    r"assume|forget|be surprised)|"
    r"be (?:a|an|the|no|clear|noted|said)|come as)\b)",
)
_WARNING = re.compile(
    r"\bshould not (?:count on|expect|assume|be surprised)\b|\bwill (?:regret|bear the|"
    r"pay (?:the price|for)|"
    r"face (?:the|our|a))\b|\bthemselves to blame\b|\b(?:i|we) (?:will|shall) see you in court\b"
)
_SERIOUS = re.compile(
    r"^\W*(?:and |but |so )?if (?:he|she|they|you|it|the \w+) (?:is|are|really (?:is|are|wants?)) "
    r"(?:\w+ )?(?:serious|honest|sincere|willing|ready|interested|confident|right)\b",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"\bunless (?:i|we) (?:hear|see|get|receive|have|are (?:given|offered|heard))\b[^.]{0,120}"
    r"\b(?:will|shall)\b|\b(?:will|shall)\b[^.]{0,120}\bunless (?:i|we) (?:hear|see|get|receive)\b",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"\b(?:if|unless|until|should) (?:you|they|he|she)\b", re.IGNORECASE)
_TO_GIVE = re.compile(
    r"^\W*you (?:shall|will) (?:have|get|receive|hear|see|be (?:paid|heard))\b", re.IGNORECASE
)
_CLOSED = re.compile(
    r"\bthere (?:is|can be|was) no question of\b|^\W*not a (?:chance|penny|cent|dime|inch|metre)\b|"
    r"\b(?:is|are|was|were|remains?) (?:not on|off) the table\b|\bout of the question\b",
    re.IGNORECASE,
)
_UNFIT = re.compile(
    r"\b(?:is|was|are|were|be|would be|remains?) (?:\w+ly )?"
    r"(?:unacceptable|not acceptable|intolerable)\b",
    re.IGNORECASE,
)
_LOOSED = re.compile(
    r"\b(?:consider|considers|feel|feels|hold|holds) (?:itself|ourselves|myself|themselves) "
    r"(?:free|entitled|at liberty|no longer bound)\b|\breserves? the right to\b|"
    r"\b(?:will|would|shall|should|may) (?:be|feel) (?:obliged|forced|compelled|"
    r"left (?:with )?no choice)(?: but)? to\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:i|we)(?:['’]ve| have)? (?:now )?(?:dropped|abandoned|given up|let (?:that|it|this) go|"
    r"given (?:that|it|this) up)\b|"
    r"\b(?:i|we) no longer (?:insist|ask|demand|require|seek|want|"
    r"make (?:it|that|this) a condition)\b",
    re.IGNORECASE,
)
_ULTIMATUM = re.compile(
    r"\bor (?:else|face)\b|\bor (?:i|we) (?:will|shall)\b|\bgiven until\b[^.;]{0,300}\bor\b",
    re.IGNORECASE,
)
_UNKEPT = re.compile(
    r"\b(?:if|unless|should|without)\b[^,.;]{0,200}?\b(?:fail\w*|collapse\w*|refus\w*|"
    r"reject\w*|break\w*|not|no|unless|without|violat\w*)\b|\bunless\b",
    re.IGNORECASE,
)
_GRAVE = re.compile(
    r"\b(?:void|null|consequences|peril|by force|no choice but|retaliation)\b", re.IGNORECASE
)
_DENYING = re.compile(
    r"\bnever (?:asked|intended|offered|said|proposed|threatened|promised|agreed|signed|"
    r"accepted)\b|"
    r"\bnot aware\b|\bdid not reflect\b|\bno such\b|\bhave never\b|\bnothing of the (?:kind|"
    r"sort)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"^\W*(?:they|he|she|it|we|i|that|this|you) (?:did|do|does|was|were|is|am|are|have|has|had)"
    r"(?: not|n['’]t)(?: so| the case)?\W*$|"
    r"^\W*there (?:is|was|are|were|has been) (?:none|no such|nothing of)\b|"
    r"^\W*(?:nobody|no one|none of us) (?:in|here|on|at|from|has|ever)\b.*\b(?:such|that|it)\b|"
    r"^\W*(?:i|we|he|she|they) (?:have |has )?(?:said|did|done|promised) (?:no such thing|"
    r"nothing of)\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|shall|['’]ll)\b", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:will|would|shall|could|['’]ll)\b", re.IGNORECASE)
_IF = re.compile(
    r"\b(?:if|unless|provided that|as long as|once|on condition that)\b|"
    r"(?-i:\bShould )|,\s*should ",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|would|could|may|might|is likely to|are likely to)\b", re.IGNORECASE
)


_MOTIVE = re.compile(
    r"\b(?:objectives?|aims?|aimed at|intent|intend\w*|goal|ambitions?|seeks? to|desire to|"
    r"about reasserting|rooted in)\b"
)
_STATUS = re.compile(
    r"\b(?:remains?|unchanged|elusive|resumed|state of (?:the )?negotiations|"
    r"willing to compromise)\b"
)
_FORECAST = re.compile(r"\b(?:will|is likely to|are likely to)\b")
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Carried:
    """The act that some words carry, and its subtype."""

    act: Act
    subtype: str = ""


def act_of(
    words: str, *, own: bool, speaking: bool = False, verbs: frozenset[str] = frozenset()
) -> Carried:
    """Give the act that words carry by themselves.

    Parameters
    ----------
    words : str
        What was said.
    own : bool
        Whether the speaker or the speaker's side is who acts in them ("we will …").
    speaking : bool
        Whether the words are the speaker's own, so that only "I" and "we" offer and refuse.
    verbs : frozenset of str
        Lemmas of the verbs in them.

    Notes
    -----
    The rules are tried in this order: plain no, plain yes, denial (of one's own doing; of
    another's never having meant something, an accusation), ultimatum, what is given up, what one
    holds oneself free or forced to do (a threat), demand, a promise to do no harm ("we will not
    close a school"), refusal of one's own, readiness, threat (a harmful act of one's own, or any
    under a condition that something fails), an act under a condition (with "would" an offer,
    with "will" a promise), promise (any other future act of one's own), accusation; a claim
    else. A claim with a condition and a future is a conditional forecast, one with a future a
    forecast.

    Examples
    --------
    >>> act_of("We will not sign", own=True).act, act_of("Yes, without conditions", own=True).act
    ('reject', 'accept')
    >>> act_of("The dam will be full by May", own=False)
    Carried(act='claim', subtype='forecast')
    """
    short = len(words.split()) <= _SHORT
    acting = own and (not speaking or short or _OWN_ACT.search(words) is not None)
    for applies, act in _rules(words, own=own, acting=acting, speaking=speaking, verbs=verbs):
        if applies:
            return Carried(act, "room_for_compromise" if "room for" in words else "")
    return Carried("claim", _claim_subtype(words))


def _rules(
    words: str, *, own: bool, acting: bool, speaking: bool, verbs: frozenset[str]
) -> list[tuple[bool, Act]]:
    patterns = lexicon().patterns
    harmful = not verbs.isdisjoint(lexicon().harm) or _GRAVE.search(words) is not None
    if_so = _IF.search(words) is not None
    unkept = if_so and _UNKEPT.search(words) is not None
    denying = _DENYING.search(words) is not None
    told = unkept and _TO_THEM.search(words) is not None and _WILL.search(words) is not None
    threatening = told or any(each.search(words) is not None for each in (_WARNING, _HEARD))
    aside = not if_so or _SERIOUS.search(words) is not None
    return [
        (bool(_NO.search(words)), "reject"),
        (own and bool(_YES.search(words)), "accept"),
        (bool((own and denying) or patterns["refutation"].search(words)), "deny"),
        (speaking and _NOT_SO.search(words) is not None, "deny"),
        (denying and "never" in words, "accuse"),
        (bool(_ULTIMATUM.search(words)), "threaten"),
        (own and _GIVEN_UP.search(words) is not None, "accept"),
        (own and _LOOSED.search(words) is not None, "threaten"),
        (bool((own and _WANTING.search(words)) or (speaking and _FINAL.search(words))), "demand"),
        (not own and bool(_OBLIGING.search(words)), "demand"),
        (speaking and threatening, "threaten"),
        ((own or speaking) and not if_so and _spares(words), "promise"),
        (acting and bool(_REFUSING.search(words)), "reject"),
        (not if_so and _UNFIT.search(words) is not None, "reject"),
        (speaking and _NOBODY.search(words) is not None, "reject"),
        (speaking and bool(_CLOSED.search(words)), "reject"),
        (bool(_ROOM.search(words)) or (acting and bool(_READY.search(words))), "propose"),
        (acting and (harmful or unkept) and bool(_WOULD.search(words)), "threaten"),
        (acting and if_so and "would" in words, "propose"),
        (acting and bool(_WILL.search(words)), "promise"),
        (speaking and _TO_GIVE.search(words) is not None, "promise"),
        (speaking and aside and _asks_of_others(words), "demand"),
        (bool(patterns["blame"].search(words)), "accuse"),
    ]


def _spares(words: str) -> bool:
    """Tell whether words say that harm will not be done: "we will not close a single school"."""
    found = _SPARING.search(words)
    verb = (found["verb"] or found["done"]).lower() if found is not None else ""
    return any(verb.startswith(each) for each in lexicon().words["spared"]) if verb else False


def _asks_of_others(words: str) -> bool:
    """Tell whether words say what others must, should or are to do: "it is time that …"."""
    return _CALLING.search(words) is not None or _URGING.search(words) is not None


def _claim_subtype(words: str) -> str:
    if (_IF.search(words) and _FUTURE.search(words)) or "would mean" in words:
        return "conditional_forecast"
    for pattern, subtype in (
        (_FORECAST, "forecast"),
        (_MOTIVE, "motive_attribution"),
        (_STATUS, "status"),
    ):
        if pattern.search(words):
            return subtype
    return "assessment"
