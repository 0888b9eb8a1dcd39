"""Which sentences of a talk or letter do no more than open it, close it or steer it?"""

import re

from tracktwo.documents.document import Span

_WHOLE = (
    # greetings, partings, praise
    r"(?:good (?:morning|afternoon|evening|day)|welcome|hello|hi|certainly|my pleasure|goodbye|"
    r"it['’]s been a pleasure|morning|(?:two|three|four) things)\b"
    r"(?:[^.!?]|\b(?:Dr|Mr|Ms|Mrs)\.){0,60}",
    r"thank(?:s| you)\b.*",
    r"(?:i|we) (?:would like to |want to |wish to |must |also |can only )*"
    r"(?:thank|congratulate|pay tribute|am (?:\w+ )?grateful|are (?:\w+ )?grateful)\b"
    r"(?!.*\b(?:and|but) (?:we|i)\b).*",
    r"(?:it|this) is (?:an?|my|our) (?:\w+ )?(?:honou?r|pleasure|privilege)\b.*",
    r"(?:same time|until|see you) (?:tomorrow|next|then|soon)\b.*",
    r"(?:that|this)(?:['’]s| is| will be) all\b.{0,40}",
    r"(?:i['’]m|i am) (?:sorry for|all yours|yours)\b.*|sorry (?:for|about)\b.*",
    r"(?:god|heaven) (?:bless|save)\b.*|long live\b.*|glory to\b.*",
    r"you(?:['’]re| are) (?:very|too|most) \w+",
    r"(?:a )?(?:good|fair|excellent|great) (?:question|point)",
    # the chair's and the floor's
    r"order(?:[,!.]? order)*",
    r"(?:on|further to) (?:a|that|my) point of \w+\b.{0,60}",
    r"(?:i|we) (?:will |shall |now |gladly |happily )*(?:give way|yield|commend\b.*|rest my case)",
    r"i (?:call|recogni[sz]e|give the floor)\b.{0,60}|(?:you have|has) the floor\b.*",
    r"that (?:is|was) not (?:a|strictly a) (?:point|matter) of order",
    r"the (?:next|first) (?:business|item|question|speaker)\b.*",
    r".{0,40}\btime (?:has expired|is up)",
    r"hear,? hear|shame|resign|please (?:sit|be seated|go ahead|continue|proceed)\b.{0,30}",
    r"(?:just |and )?(?:one|two|a couple|last|next|final) (?:\w+ ){0,2}(?:questions?|follow-ups?)\b.{0,20}",
    r"(?:i|we)(?:['’]ll| will| can) take (?:one|two|a few|some|your|any|the next)\b.*",
    # the opening and the close of a letter or speech
    r"(?=(?:[^.?]|\b(?:Dr|Mr|Ms|Mrs|Prof)\.)*\Z)(?:dear|(?:your )?excellenc|madam|ladies and gentlemen|honou?rable|distinguished|dear|esteemed|"
    r"fellow|colleagues|comrades|friends|mr|mrs|ms)\b[^!?;:]{0,80}[,:]?",
    r"(?:yours|respectfully|sincerely|faithfully)\b.{0,40}|(?:with )?(?:\w+ )?regards\b.{0,40}",
    r"(?:i|we) (?:look forward to|await) (?:hearing|your (?:\w+ )?(?:reply|response|answer))\b.*",
    r"(?:i|we) (?:am|are) writing to you (?:today )?(?:again|on behalf)\b[^,]*",
    r"[^.!?]{0,60}\((?:as (?:delivered|prepared)|check against)[^)]*\)",
    # steering
    r"i(?:['’]d| would| will|['’]ll) leave (?:it|that)\b.*",
    r"i have not come (?:here )?to \w+",
    r"(?:and |as )?(?:i|we) (?:have )?(?:told|said) (?:\w+ )?so",
    r"(?:let me|allow me to|permit me to|i (?:will|shall|want to|would like to)) (?:just |now |also |"
    r"first |then )*(?:be (?:brief|clear|frank|plain|blunt|honest|direct)|begin|start|turn|recall|"
    r"conclude|close|finish|come (?:back )?to|explain|move on|say (?:a|one) word)\b(?!.*[:;])(?!.* that ).*",
    r"(?:i|we) (?:know|have heard|hear|see|understand|remember) (?:what|how|why|who|"
    r"(?:their|your|his|her|the) (?:anger|pain|frustration|fear|concern|impatience)s?)\b.*",
    r"there (?:are|is|have been|has been) (?:\w+ )?(?:whispers|rumou?rs|talk|gossip|speculation)\b.*",
    r"(?:first|second|third|secondly|finally|so|well|now|look|listen)",
    r"(?:here|this) is (?:what|why|how|where)\b[^:]*",
    r"[\[(][^\])]*[\])]",
)  # fmt: skip
_COURTESY = re.compile(
    rf"[\W_]*(?:(?:and|but|so|well|now),? )?(?:{'|'.join(_WHOLE)})[\W_]*", re.I | re.S
)
_PREFACE = re.compile(
    r"(?:[^:.!?;]{0,80}\b(?:say|tell|this|these|clear|plain|simple|frank|blunt|message|answer|"
    r"position|point|word|repeat|add|record|thing|fact|truth|view)\b[^:.!?;]{0,25}"
    r"|(?:and )?(?:to|as for|as to) [^:.!?;]{2,60}):\s+",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"(?:However|Ultimately|Meanwhile|On the other hand|On one hand|On the one hand|For now|"
    r"Moreover|Furthermore|Indeed|What I can say is that|Though|Still|But|And|So|Then|"
    r"With (?:all due |great |the greatest )?respect(?: to [^,]{2,60},)?|Well|Now|First|Second|"
    r"Third|Secondly|Thirdly|Finally|Lastly|Frankly|Honestly|For the record|In short|In other words|"
    r"Of course|Again|Also|To be (?:clear|frank|fair)|As I (?:have )?said|And yet|Yet|"
    r"(?:The|My|Our) (?:\w+ )?(?:fact|truth|point|view|conviction|belief|answer|position) "
    r"(?:here )?is that|I (?:say|put it) to [^,.;:]{2,40}? that)\b,?\s*"
)


def is_courtesy(sentence: str) -> bool:
    """Tell whether a sentence greets, thanks, calls to order, announces what comes, or signs off.

    >>> is_courtesy("Thank you, Madam Speaker."), is_courtesy("Let me recall how we got here.")
    (True, True)
    >>> is_courtesy("We are grateful, and we accept."), is_courtesy("Order the ships back.")
    (False, False)
    """
    return _COURTESY.fullmatch(sentence.strip()) is not None


def without_preface(text: str, span: Span) -> Span:
    """Leave out the words by which a speaker only comes to the point.

    >>> text = "But to the miners I say this: stay at home"
    >>> found = without_preface(text, Span(0, len(text)))
    >>> text[found.start : found.end]
    'stay at home'
    """
    for pattern in (_OPENERS, _PREFACE, _OPENERS):
        match = pattern.match(text, span.start, span.end)
        if match and match.end() < span.end:
            span = Span(match.end(), span.end)
    return span
