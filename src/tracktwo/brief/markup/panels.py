"""The panel that a number opens: the passage with its words marked, and all that is known."""

from collections.abc import Iterator

from tracktwo.brief.citation import Citation
from tracktwo.brief.dates import written
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.lists import first_upper, listed
from tracktwo.brief.markup.words import anchor
from tracktwo.brief.naming import chain, speaker
from tracktwo.brief.titles import label
from tracktwo.documents.document import Span
from tracktwo.reading.grade import CREDIBILITY, RELIABILITY

AROUND = 200
AROUND_MANY = 120  # in a page of more than a thousand panels
_LIST = 1500  # the longest list that is shown whole
_BULLETS = "-*•–—·◦‣"


def panel(citation: Citation, *, linked: bool, around: int = AROUND) -> Html:
    """Write the panel of a citation; `linked` when the documents stand in full below."""
    name = anchor(citation)
    top = element(
        "p",
        element("b", f"{citation.number} · {first_upper(speaker(citation))}"),
        element("a", "Close", href="#closed", class_="x"),
        class_="top",
    )
    rows = (
        joined(element("dt", term), element("dd", value))
        for term, value in facts(citation)
        if value
    )
    full = element("a", "Show in the full text", href=f"#t-{name}") if linked else None
    return element(
        "aside",
        top,
        _context(citation, around),
        element("dl", rows),
        full,
        class_="ev",
        id=f"e-{name}",
        tabindex="-1",
        aria_label=f"Passage {citation.number}",
    )


def facts(citation: Citation) -> Iterator[tuple[str, str]]:
    """Give what is known of a citation, as terms and values; "" where there is nothing."""
    yield "Source", label(citation.document)
    yield "Chain", " → ".join(chain(citation))
    statement = citation.statement
    if statement is not None:
        yield "Act", f"{act(citation)} ({statement.reporting.replace('_', ' ')})"
        yield "Addressee", listed(statement.addressees)
        yield "Date", written(statement.date) or "not stated"
        yield "Firmness", _firmness(citation)
        yield "Condition", _words(citation, statement.condition)
        yield "Or said by", listed(statement.candidates)
    yield "Grade", grade(citation)
    yield "Offsets", f"{citation.hull.start:,}–{citation.hull.end:,}"
    yield "Review", review(citation)


def act(citation: Citation) -> str:
    """Name the act: "demand", "did not demand", "claim, assessment"; "passage" for none."""
    statement = citation.statement
    if statement is None:
        return "passage"
    name = f"{statement.act}, {statement.subtype.replace('_', ' ')}".rstrip(", ")
    return f"{name} (denied or not done)" if statement.negated else name


def grade(citation: Citation) -> str:
    """Write the grade in letters and words."""
    known = citation.grade
    if known is None:
        return "not graded"
    return (
        f"{known.reliability}{known.credibility}: source {RELIABILITY[known.reliability]}, "
        f"information {CREDIBILITY[known.credibility]}"
    )


def review(citation: Citation) -> str:
    """Say what was decided on a citation, by whom and when."""
    if citation.statement is None:
        return "a passage that the brief points to"
    decision = citation.decision
    if decision is None or decision.verdict == "undo":
        return "not yet reviewed"
    verdict = {"accept": "accepted", "reject": "struck out", "edit": "accepted with an edit"}
    by = f"{decision.by} (a program)" if decision.machine else decision.by
    said = f"{verdict[decision.verdict]} {written(decision.at[:10])}, {by}"
    return f"{said}: {decision.note}" if decision.note else said


def _firmness(citation: Citation) -> str:
    statement = citation.statement
    if statement is None:
        return ""
    words = _words(citation, statement.firmness_cue)
    firm = statement.firmness.replace("_", "-")
    return f"{firm}, {words}" if words else firm


def _words(citation: Citation, span: Span | None) -> str:
    return f"“{' '.join(citation.document.quote(span).split())}”" if span else ""


def _context(citation: Citation, around: int) -> Html:
    """Write the passage: so many characters either side, words marked, the cue dotted."""
    text = citation.document.text
    shown = surroundings(citation, around)
    cue = citation.statement.cue if citation.statement else None
    marked = [(span, "mark") for span in citation.content]
    if cue and shown.covers(cue) and not any(cue.overlap(span) for span in citation.content):
        marked.append((cue, "cue"))
    pieces: list[Html | str] = ["… " if shown.start > 0 else ""]
    at = shown.start
    for span, kind in sorted(marked):
        pieces.append(text[at : span.start])
        words = text[span.start : span.end]
        pieces.append(
            element("mark", words) if kind == "mark" else element("span", words, class_="cue")
        )
        at = span.end
    pieces += [text[at : shown.end], " …" if shown.end < len(text) else ""]
    return element("p", pieces, class_="ctx")


def surroundings(citation: Citation, around: int = AROUND) -> Span:
    """Give the stretch of text to show: whole words, and a list item with its whole list."""
    text, hull = citation.document.text, citation.hull
    first, last = hull.start, hull.end
    statement = citation.statement
    if statement is not None and statement.reporting == "list_item":
        first, last = _list(text, hull)
    if statement is not None and statement.cue is not None:
        near = hull.start - 2 * around <= statement.cue.start <= hull.end + 2 * around
        first = min(first, statement.cue.start) if near else first
        last = max(last, statement.cue.end) if near else last
    start, end = max(0, first - around), min(len(text), last + around)
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else first
    if end < len(text):
        space = text.rfind(" ", last, end)
        end = space if space >= 0 else last
    return Span(start, end)


def _list(text: str, hull: Span) -> tuple[int, int]:
    """Give the list around an item, from its lead-in on; the item alone when it is too long."""
    start = text.rfind("\n", 0, hull.start) + 1
    while start > 0 and text[start : start + 4].lstrip()[:1] in _BULLETS:
        start = text.rfind("\n", 0, start - 1) + 1
    end = hull.end
    while (line := text.find("\n", end)) >= 0 and text[line + 1 : line + 5].lstrip()[
        :1
    ] in _BULLETS:
        if not text[line + 1 : line + 5].strip():
            break
        after = text.find("\n", line + 1)
        end = after if after >= 0 else len(text)
        if after < 0:
            break
    return (start, end) if end - start <= _LIST else (hull.start, hull.end)
