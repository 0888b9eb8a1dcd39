"""Which fragments does a speaker count off? "Two things. That she comes. And the report."."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.scene import Scene

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_COUNT = re.compile(
    r"\b(?P<many>two|three|four|five|six|seven|several|some|a few)\b[\w\s’'-]{0,24}?"
    r"\b(?:things|points|conditions|demands|requests|wishes|steps|ones)\b[^.:!?]{0,60}[.:,!]?\W*\Z",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:what|which|name)\b[^.?!]{0,80}\b(?:wants?|needs?|expect(?:s|ed)?|asks?|asking|demands?|"
    r"demanding|likes?|require[sd]?|requirements?|conditions?|price|terms|insists?|requests?|wish(?:es)?|"
    r"priorit(?:y|ies)|seek(?:s|ing)?|after)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[\s“\"‘]*(?:(?:and|first(?:ly)?|second(?:ly)?|third(?:ly)?|one|two|three|finally|then)\b[,:]?\s+)*"
    r"(?:that\s+)?(?=\S)",
    re.IGNORECASE,
)
_SPEECH = frozenset({"direct", "turn"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AND_THAT = re.compile(r"(?:,|(?<![\s,]))\s+and\s+that\s+")
_MANY = 4


def counted_off(scene: Scene, drafts: Iterable[Draft], before: Scene | None) -> Iterator[Draft]:
    """Give the drafts, those that a speaker counts off behind "two things" as what he asks.

    They are sentences without a verb, or that open with "that", right behind one that counts;
    which is a demand, or answers a question what is wanted, or is a mere fragment before "that".

    Parameters
    ----------
    scene : Scene
        The passage.
    drafts : iterable of Draft
        Those of the passage.
    before : Scene or None
        The passage before, which may ask what is wanted.
    """
    held = sorted(drafts, key=lambda each: each.hull.start)
    wanted = before is not None and _asks(before)
    left, by = _opening_count(scene, held) if wanted else (0, "")
    for draft in held:
        words = scene.text[draft.hull.start : draft.hull.end]
        count = _COUNT.search(words) if draft.reporting in _SPEECH else None
        around = scene.text[draft.sentence.start : draft.hull.start]
        if count is not None and (wanted or draft.act == "demand" or _WANTED.search(around)):
            left, by = _NUMBERS.get(count["many"].lower(), _MANY), draft.speaker
            if draft.act == "demand" or len(words.split()) > _MANY:
                yield draft
        elif left and draft.speaker == by and draft.reporting in _SPEECH and _is_item(scene, draft):
            left -= 1
            yield from _items(scene, draft)
        else:
            left = left if draft.reporting not in _SPEECH else 0
            yield draft


def _asks(scene: Scene) -> bool:
    span = scene.passage.span
    return _WANTED.search(scene.text, span.start, span.end) is not None


def _opening_count(scene: Scene, drafts: list[Draft]) -> tuple[int, str]:
    """Give how many a turn that opens "Three things." counts off, and its speaker.

    One that opens with a fragment ("A pay rise of seven per cent.") counts off a few.
    """
    span = scene.passage.span
    first = next(scene.passage.parse.sents, None)
    end = scene.passage.span_of(first).end if first is not None else span.start
    count = _COUNT.search(scene.text[span.start : end])
    if scene.first is None:
        return 0, ""
    if count is None:
        opens = bool(drafts) and drafts[0].reporting == "turn" and _is_fragment(scene, drafts[0])
        return (_MANY, scene.first.id) if opens else (0, "")
    return _NUMBERS.get(count["many"].lower(), _MANY), scene.first.id


def _is_item(scene: Scene, draft: Draft) -> bool:
    """Tell whether a sentence says no more than what is asked: no verb, or one under "that"."""
    opening = _OPENING.match(scene.text, draft.hull.start, draft.hull.end)
    if opening is not None and opening[0].lower().rstrip().endswith("that"):
        return True
    return _is_fragment(scene, draft)


def _is_fragment(scene: Scene, draft: Draft) -> bool:
    """Tell whether a sentence has no verb of its own: "A ceiling of forty flights a day."."""
    main = (t for t in scene.passage.tokens(draft.hull) if t.tag_ in _FINITE)
    return not any(each.dep_ in {"ROOT", "aux", "conj"} for each in main)


def _items(scene: Scene, draft: Draft) -> Iterator[Draft]:
    whole = draft.hull
    opening = _OPENING.match(scene.text, whole.start, whole.end)
    quoted = scene.text[whole.start] in '“"‘'
    that = opening is not None and "that" in opening[0].lower()
    start = opening.end() if opening is not None and (that or not quoted) else whole.start
    cuts = list(_AND_THAT.finditer(scene.text, start, whole.end)) if that else []
    starts, ends = [start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), whole.end]
    for first, last in zip(starts, ends, strict=True):
        yield replace(
            draft, content=(Span(first, last),), act="demand", subtype="", firmness="stated"
        )
