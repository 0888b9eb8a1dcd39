"""Which blocks leave out their subject? "The Assembly, / 1. Demands that …", cells, points."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tracktwo.documents.offsets import Edit
from tracktwo.reading.layout import Block
from tracktwo.reading.lexicon import lexicon

_OPENING = re.compile(
    r"(?P<adverbs>(?:(?:also|further|once more|once again|[a-z]{3,}ly)\s+)*)"
    r"(?P<word>[a-z’']+)(?:\s+(?P<next>\S+))?",
    re.IGNORECASE,
)
_SUBJECT_LINE = re.compile(
    r"(?:the\b|we(?:,| the\b)|on behalf of\b|having met\b|at its\b)[^.;!?\n]*[,:]?$|"
    r"[A-Z][^.;!?,:\n]{2,60}[,:]$",
    re.IGNORECASE,
)
_WE = re.compile(r"we\b", re.IGNORECASE)
_SEVERAL = re.compile(r"the (?:\w+ )?\w+[^s\W]s\b", re.IGNORECASE)
_WHEREAS = re.compile(r"(?:[A-Z]{1,2}\.\s*)?whereas\b", re.IGNORECASE)
_LONGEST_LINE = 40
_MODALS = frozenset({"would", "will", "could", "can", "cannot", "may", "might", "shall", "must"})
_BEING = frozenset({"is", "has", "does", "did", "was", "remains"})
_MINDED = frozenset(
    {"mindful", "aware", "conscious", "desirous", "cognizant", "cognisant", "bearing", "anxious"}
)
_NO_VERB_BEFORE = frozenset({"of", "by", "from", "and", "or", "are", "were"})
_FURTHER = re.compile(r";\s+(?:and\s+|but\s+)?(?=[a-zA-Z])")


def with_subjects(text: str, laid: tuple[Block, ...]) -> tuple[Block, ...]:
    r"""Tell of each block whether it leaves out its subject, and what names that.

    A line of its own that only names somebody ("The Assembly,") is the subject of the blocks
    below it that open with a verb of saying or a participle, to the first that does not; it then
    leads them in. An item or cell that something leads in leaves its subject out where it opens
    with such a verb in the third person, or with "would" and the like. Linear in the text.

    Examples
    --------
    >>> from tracktwo.reading.layout import blocks
    >>> text = "The Board,\n\nNoting the delay,\n\n1. Demands a report;\n\n2. Regrets the delay."
    >>> [(block.lead, block.omits) for block in with_subjects(text, blocks(text))]
    [(None, ''), (0, 'It'), (0, 'It'), (0, 'It')]
    """
    found: list[Block] = []
    above: int | None = None
    for at, block in enumerate(laid):
        led = block.lead is not None and above is not None and block.lead > above
        pronoun = "" if above is None else _pronoun(text, laid[above])
        if block.kind == "heading" or led:
            found.append(_of_its_lead(text, block))
        elif above is not None and _continues(text, block, pronoun):
            found.append(replace(block, lead=above, omits=pronoun))
        elif above is not None and _WHEREAS.match(text, block.span.start):
            found.append(block)
        else:
            above = at if _is_subject(text, laid, at) else None
            found.append(_of_its_lead(text, block))
        if block.kind == "heading" and above is None and _is_subject(text, laid, at):
            above = at
    return tuple(found)


def subject_edits(words: str, pronoun: str) -> Iterator[Edit]:
    """Give the edits that supply a subject to what leaves it out, for the parser.

    "Demands that …; rejects …" becomes "It demands that …. It rejects …", and "Noting that"
    "It is noting that".
    """
    opening = _OPENING.match(words)
    if opening is None:
        return
    be = {"It": "is", "They": "are", "We": "are"}[pronoun]
    supplied = f"{pronoun} {be} " if _is_participle(opening) else f"{pronoun} "
    yield Edit(opening.start(), opening.start(), supplied)
    yield Edit(opening.start(), opening.start() + 1, words[opening.start()].lower())
    for joint in _FURTHER.finditer(words):
        further = _OPENING.match(words, joint.end())
        if further is not None and _is_finite(further):
            yield Edit(joint.start(), joint.start() + 1, ".")
            yield Edit(joint.end(), joint.end(), f"{pronoun} ")
            yield Edit(joint.end(), joint.end() + 1, words[joint.end()].lower())


def _of_its_lead(text: str, block: Block) -> Block:
    """Tell of an item that something leads in whether it leaves out its subject."""
    opening = _OPENING.match(text, block.span.start, block.span.end)
    asks = text[block.span.end - 1] == "?"
    omits = block.kind == "item" and block.lead is not None and opening is not None and not asks
    return replace(block, omits="It") if omits and opening and _is_finite(opening) else block


def _is_subject(text: str, laid: tuple[Block, ...], at: int) -> bool:
    """Tell whether a block only names the subject of the one below it."""
    words = text[laid[at].span.start : laid[at].span.end]
    named = laid[at].kind != "item" and _SUBJECT_LINE.match(words) is not None
    if not named or len(words.split()) > _LONGEST_LINE or at + 1 == len(laid):
        return False
    below = next((each for each in laid[at + 1 :][:2] if each.kind != "heading"), None)
    return below is not None and _continues(text, below, _pronoun(text, laid[at]))


def _pronoun(text: str, line: Block) -> str:
    """Give the pronoun for whom a line names."""
    if _WE.match(text, line.span.start):
        return "We"
    return "They" if _SEVERAL.match(text, line.span.start) else "It"


def _continues(text: str, block: Block, pronoun: str) -> bool:
    """Tell whether a block goes on from a line that names its subject."""
    opening = _OPENING.match(text, block.span.start, block.span.end)
    if opening is None or block.kind == "heading":
        return False
    plural = pronoun != "It" and opening["word"].lower() in _heads()
    return plural or _is_participle(opening) or _is_finite(opening)


def _is_participle(opening: re.Match[str]) -> bool:
    word = opening["word"].lower()
    ends = len(word) > 4 and word.endswith(("ing", "ed"))
    return (ends and word not in _heads()) or word in _MINDED


def _is_finite(opening: re.Match[str]) -> bool:
    """Tell whether words open with a verb of saying in the third person, or with a modal."""
    word, behind = opening["word"].lower(), opening["next"] or ""
    if word in _MODALS | _BEING:
        return behind[:1].islower()
    if not behind or behind.lower() in _NO_VERB_BEFORE or not word.endswith("s"):
        return False
    forms = {word[:-1], word[:-2], f"{word[:-3]}y"} if word.endswith("es") else {word[:-1]}
    return not forms.isdisjoint(_heads())


@cache
def _heads() -> frozenset[str]:
    """Give the verbs of the lexicon, without the small words that go with them."""
    reporting = {key.partition("_")[0] for key in lexicon().verbs}
    return frozenset(reporting | lexicon().support.keys() | lexicon().words["resolving"])
