"""Does a document speak in its own name? A statement, letter or speech, and who issued it."""

import re

from tracktwo.documents.document import Span
from tracktwo.reading.layout import Block
from tracktwo.reading.quotations import quotations
from tracktwo.reading.turns import LabelledTurn

_NOUNS = (
    "statement|declaration|communiqu[eé]|proclamation|letter|message|appeal|manifesto|address|"
    "speech|remarks|announcement|reply|note|resolution|bulletin|order|release"
)
_ISSUED = re.compile(
    rf"\b(?:{_NOUNS})\b(?:\s+(?:no\.?|number)?\s*\d+)?"
    r"\s*(?:\b(?:of|by|from|issued by)\s+|[:—–-]\s*)(?:the\s+)?"
    r"(?P<issuer>(?-i:[A-Z])[^\n,:;(–—“”\".?!]{2,80}?)"
    r"(?=\s+(?:on|to|at|in|before|regarding|concerning|about)\b|\s*[\n,:;(–—]|\s*$)",
    re.IGNORECASE,
)
_ANNOUNCING = re.compile(
    r"(?:^|\n|\.\s+)\W*(?:We, )?[Tt]he "
    r"(?P<issuer>(?:[\w’'-]+\s+|of\s+|the\s+|for\s+){1,9}?[A-Z][\w’'-]+)(?:, [^.\n]{5,200},)?\s+"
    r"(?:hereby|declare|announce|inform|make|wish|address|reaffirm|proclaim|state)s?\b"
)
_BEFORE_THE_NOUN = re.compile(
    rf"^(?:the\s+)?(?!(?:an?\s+)?(?:open|public|joint|final|press|official|personal|not|"
    rf"for)\b)(?P<issuer>(?-i:[A-Z])[^\n:—–]{{3,80}}?)\s*[:—–-]?\s+(?:(?:official|press|"
    rf"joint|public|"
    rf"open|military)\s+)?(?:{_NOUNS})\b",
    re.MULTILINE | re.IGNORECASE,
)
_WE_THE = re.compile(
    r"\b[Ww]e,? (?:the )?(?P<issuer>(?:[A-Z][\w’'-]+ (?:(?:of|for|and|the) )*){1,7}[A-Z][\w’'-]+),"
)
_WE_MEMBERS = re.compile(
    r"\bWe, (?:the )?(?:undersigned )?(?!the )"
    r"(?P<issuer>[a-z][^,;:.\n]{3,60}?\b[A-Z][^,;:\n]{1,60}),"
)
_WE_BELOW = re.compile(r"[^\n]*\n\s*(?:We|Our|I|My)\b")
_SIGNED_BY = re.compile(
    r"^(?:yours \w+|(?:\w+ )?regards|respectfully(?: \w+)?|sincerely(?: \w+)?),?\s*\n+\s*"
    r"(?P<issuer>[A-Z](?-i:[^\n,]{3,60}))",
    re.MULTILINE | re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:spokes\w+|secretariat|command\w*|leadership|chair\w*|(?:press|information) office),?"
    r"\s+(?:of|for)\s+the\s+(?P<issuer>[A-Z][^\n,.;:]{2,80})",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\A\s*(?:THE\s+)?(?P<issuer>[A-Z][A-Z’'.& -]{6,80}[A-Z])[ \t]*(?=\n|[—–:])")
_SIGNED = re.compile(
    r"^(?:[A-Z][^\n,]{2,60},[ \t]*)?(?:[Ff]or(?: and on behalf of)?|[Oo]n behalf of)\s+"
    r"(?:the\s+)?(?P<issuer>(?:[a-z]+\s){0,6}[A-Z][^\n,.;:]{2,80})"
    r"[,.;:]?[ \t]*$",
    re.MULTILINE,
)
_FIRST_PERSON = re.compile(
    r"(?:^|[.;!?]\s+|\n[^\w\n]*(?:\d+[.)]\s*)?)(?:[^.;!?\n“\"«]{0,60}?[,\s])?"
    r"(?:We|we|Our|our|I|My|my),?\s+\w"
)
_SENTENCE_END = re.compile(r"[.!?\n]")
_BYLINE = re.compile(
    r"^(?:by|opinion by|comment by)\s+(?:[A-Z]\S+\s*){2,5}", re.MULTILINE | re.IGNORECASE
)
_HEAD, _TAIL = 400, 300
_ENOUGH = 3
_SHORTEST = 9  # characters of a sentence
_LINE = 120
_FEWEST = 2


def declaration(text: str, laid: tuple[Block, ...]) -> LabelledTurn | None:
    r"""Find out whether a text is its issuer's own words, and give it as one turn.

    It is where a fifth of its sentences, three at least, say "we", "our" or "I" (or a quarter begin
    with the name of whom a title "Statement by X" names), and its head
    names who issued it ("Statement of the River Front", "Letter from …"), its end for whom or by
    whom it is signed, or its first sentences who announces it. Where nothing names the issuer
    so, or a byline stands above, a third of its sentences must, and the label is empty. The body
    runs from the first block that is no heading; the name is written as in the body where the
    head has capitals only.

    Parameters
    ----------
    text : str
        Of a document without labelled turns.
    laid : tuple of Block
        Its blocks.

    Returns
    -------
    LabelledTurn or None
        Whose label is the issuer.

    Examples
    --------
    >>> from tracktwo.reading.layout import blocks
    >>> words = "Letter from the Miners' League\n\nWe ask for talks. We will wait. Our men rest."
    >>> found = declaration(words, blocks(words))
    >>> found.label, words[found.span.start : found.span.end][:6]
    ("Miners' League", 'We ask')
    """
    match = None if _BYLINE.search(text, 0, _HEAD) else _issuer(text)
    body = [block for block in laid if block.kind != "heading" and not _names(match, block)]
    if not body:
        return None
    words = text[body[0].span.start :]
    of_itself = match is not None and match.re is _ISSUED and _of_itself(words, match["issuer"])
    if not of_itself and not _in_first_person(words, 5 if match else 3):
        return None
    span = Span(body[0].span.start, body[-1].span.end)
    if match is None:
        return LabelledTurn("", Span(0, 0), span, issued=True)
    issuer = match["issuer"].strip()
    place = Span(match.start("issuer"), match.start("issuer") + len(issuer))
    return LabelledTurn(_as_in_the_body(issuer, text, match.end()), place, span, issued=True)


def _issuer(text: str) -> re.Match[str] | None:
    """Find who issued a text: by its head, its signature, who announces, its first line."""
    return (
        _titled(text)
        or _WE_MEMBERS.search(text, 0, 2 * _HEAD)
        or _BEFORE_THE_NOUN.search(text, 0, _HEAD // 2)
        or _SIGNED.search(text, max(0, len(text) - _TAIL))
        or _WE_THE.search(text, 0, 2 * _HEAD)
        or _SIGNED_BY.search(text, max(0, len(text) - _TAIL))
        or _SPEAKS.search(text, max(0, len(text) - _TAIL))
        or _ANNOUNCING.search(text, 0, 2 * _HEAD)
        or _headed(text)
    )


def _titled(text: str) -> re.Match[str] | None:
    """Find "Statement of X" in the head, in a line that is no sentence."""
    for match in _ISSUED.finditer(text, 0, _HEAD):
        end = text.find("\n", match.end())
        line = text[text.rfind("\n", 0, match.start()) + 1 : end if end >= 0 else len(text)].strip()
        if len(line) <= _LINE + 40 and not line.endswith("."):
            return match
    return None


def _headed(text: str) -> re.Match[str] | None:
    """Find a first line in capitals that names who speaks: the text names him again, or says we."""
    match = _HEADING.match(text)
    if match is None:
        return None
    below = text[match.end() :]
    again = match["issuer"].strip().casefold() in below.casefold()
    return match if again or _WE_BELOW.match(below) else None


def _names(match: re.Match[str] | None, block: Block) -> bool:
    """Tell whether a block does no more than name the issuer; "We, the miners, …" says more."""
    if match is None or match.re in {_WE_THE, _WE_MEMBERS}:
        return False
    inside = block.span.start <= match.start("issuer") < block.span.end
    return inside and block.span.end - block.span.start < _LINE


def _in_first_person(body: str, of: int) -> bool:
    """Tell whether one in so many sentences says "we" or "I", three at least."""
    own = _unquoted(body)
    said = sum(1 for _ in _FIRST_PERSON.finditer(own))
    ended = _SENTENCE_END.split(own)[:-1]
    sentences = sum(1 for each in ended if len(each.lstrip()) >= _SHORTEST)
    return said >= max(_ENOUGH, sentences // of)


def _of_itself(body: str, issuer: str) -> bool:
    """Tell whether a statement speaks of its issuer by name: "The Ministry condemns".

    A quarter of its sentences, three at least, begin with a name in the issuer's.
    """
    held = [each for each in re.findall(r"[\w’'-]+", issuer) if each[:1].isupper()]
    names = "|".join(re.escape(each.casefold()) for each in held)
    if not names:
        return False
    sentences = [each.strip(" –•-").casefold() for each in _SENTENCE_END.split(_unquoted(body))]
    ended = [each for each in sentences if len(each) >= _SHORTEST]
    opening = re.compile(rf"(?:the )?(?:{names})\b")
    own = sum(1 for each in ended if opening.match(each))
    return own >= max(_ENOUGH, len(ended) // 4)


def _unquoted(body: str) -> str:
    """Give a text without what stands in quotation marks: there somebody else says "we"."""
    return "\n".join(map(_line_unquoted, body.split("\n")))


def _line_unquoted(line: str) -> str:
    quotes = [each.span for each in quotations(line) if each.closed]
    starts = [0, *(each.end for each in quotes)]
    ends = [*(each.start for each in quotes), len(line)]
    return "”".join(line[start:end] for start, end in zip(starts, ends, strict=True))


def _as_in_the_body(issuer: str, text: str, start: int) -> str:
    """Write a name in capitals as the body writes it, or its first words ("the Ministry of Trade").

    In title case, with small links, where the body does not write it.
    """
    if not issuer.isupper():
        return issuer
    words = issuer.split()
    for length in range(len(words), min(len(words), _FEWEST) - 1, -1):
        name = re.escape(" ".join(words[:length]))
        for found in re.finditer(rf"{name}\b", text[start:], re.IGNORECASE):
            if not found[0].isupper() and found[0].split()[-1][:1].isupper():
                return found[0]
    return re.sub(r"\b(?:Of|The|And|For|In)\b", lambda small: small[0].lower(), issuer.title())
