"""What do sentences count off? "They have three conditions. The first is an amnesty."."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.leading import LISTED_ACTS, announcing
from tracktwo.reading.listed import as_item
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene

_ORDER = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|next|last|final|main|chief|biggest|other|"
    r"another|one|remaining)"
)
_NOUN = r"(?:demand|condition|request|point|item|wish|requirement|term|priority|concern|red line)s?"
_ASIDE = r"(?:,[^,.;:]{1,40},)?"
_IS = r"(?:is|are|was|were|will be|would be|remains?|concerns?|calls? for|asks? (?:for|that))"
_COUNTED = re.compile(
    rf"(?:and |but )?(?:(?:the|a|an|its|their|his|her|yet) )?(?:{_ORDER}(?: of (?:these|them|all))?"
    rf"(?: (?P<noun>{_NOUN}))?)(?: (?:on (?:the|its|their|his|her) list))?{_ASIDE} {_IS} "
    r"(?:that |for )?(?=\S)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:(?:top of|at the top of|at the head of|high on|highest on|next on|last on|also on) "
    r"(?:the|its|their|his|her) (?:list|agenda|wish ?list)|first|next|then|last|finally|lastly|"
    r"foremost(?: among (?:them|these))?|chief among (?:them|these)|on it|to (?:this|these|that) "
    r"(?:is|are|was|were) added|alongside (?:it|that|this|them))"
    r",? (?:there )?(?:is|are|was|were|comes?|came|stands?|stood|sits?) (?=\w)",
    re.IGNORECASE,
)
_TOO_LONG = 60
_ENDS = re.compile(
    r"\s[–—]\s|;|,\s(?:which|who|whose|although|though|while|but|and (?:it|they|he|she))\b"
)
_FRAGMENT_COUNT = re.compile(
    r"(?:\b(?:two|three|four|five|six|seven|several|some|a few|a couple of)\b[\w\s’'-]{0,20}"
    r"\b(?:things|points|conditions|demands|requests|wishes|steps)\b)",
    re.IGNORECASE,
)


def tallied(scene: Scene, drafts: list[Draft], before: Draft | None) -> Iterator[Draft]:
    """Give the items that sentences of a passage count off, and what led them in last.

    The lead is the last sentence before them that names demands or the like as somebody's ("The
    rebels have three conditions"), or, for a sentence that says "demand" itself ("A third demand
    is"), the last demand.

    Parameters
    ----------
    scene : Scene
        The passage.
    drafts : list of Draft
        Those of the passage.
    before : Draft or None
        What led in the last item counted off in the passage before.
    """
    lead, whole = before, scene.passage.span
    if not any(each.search(scene.text, whole.start, whole.end) for each in (_COUNTED, _LISTED)):
        return
    for span in map(scene.passage.span_of, scene.passage.parse.sents):
        counted = _COUNTED.match(scene.text, span.start, span.end)
        listed = _LISTED.match(scene.text, span.start, span.end)
        found = counted or listed
        if found is None:
            lead = announced(scene, span) or lead
            continue
        named = counted is not None and counted["noun"] is not None
        leading = lead or (_last_demand(drafts, span.start) if named else None)
        content = _content(scene, Span(found.end(), span.end))
        if leading is not None and content is not None:
            yield replace(as_item(leading, content, scene.passage.number), sentence=span)


def announced(scene: Scene, sentence: Span) -> Draft | None:
    """Give what a sentence leads in by naming demands, conditions or offers as somebody's."""
    draft = announcing(scene, sentence)
    return draft if draft is not None and draft.act in LISTED_ACTS else None


def _last_demand(drafts: list[Draft], place: int) -> Draft | None:
    demands = [each for each in drafts if each.act == "demand" and each.hull.end <= place]
    return max(demands, key=lambda each: each.hull.start, default=None)


def _content(scene: Scene, span: Span) -> Span | None:
    """Give what an item asks: to the end of its sentence, or to what is told beside it."""
    end = _ENDS.search(scene.text, span.start, span.end)
    tidy = tidied(
        Span(span.start, end.start() if end else span.end), scene.text, scene.passage.quotes
    )
    words = scene.text[tidy.start : tidy.end].split()
    return tidy if 0 < len(words) <= _TOO_LONG and words[0].lower() != "not" else None
