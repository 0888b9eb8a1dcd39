"""Sentences in HTML: the type in the gutter, a rule, the words, the evidence."""

from tracktwo.brief.blocks import Absence, Exchange, Legend, Note, Sentences
from tracktwo.brief.citation import Citation
from tracktwo.brief.dates import written
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.law import flaws
from tracktwo.brief.lists import first_upper
from tracktwo.brief.markup.words import numbers, type_word, worded
from tracktwo.brief.sentence import Sentence

_NOTE_TITLES = {"judgement": "What would change it", "forecast": "How it is settled"}


def sentences(block: Sentences, citations: tuple[Citation, ...]) -> Html:
    """Write a run of sentences; each type shows its word once in a run."""
    heading = element("h3", block.heading) if block.heading else None
    if block.key:
        items = (_key(item, at, citations) for at, item in enumerate(block.items, start=1))
        return joined(heading, element("ol", items, class_="kj"))
    before = (None, *(item.kind for item in block.items))
    lines = (
        sentence(item, citations, same=item.kind == kind)
        for item, kind in zip(block.items, before, strict=False)
    )
    return joined(heading, element("div", lines, class_="ss"))


def sentence(item: Sentence, citations: tuple[Citation, ...], *, same: bool = False) -> Html:
    """Write one sentence; `same` hides its type from view, since the one above has it too."""
    word = element("span", type_word(item.kind), class_="t vh" if same else "t")
    why = _why(item)
    tag = element("small", why, class_="tag") if why else None
    words = element(
        "p",
        worded(item.parts),
        numbers(item.evidence, citations),
        _flags(item, citations),
        " " if tag else None,
        tag,
    )
    return element("div", word, words, class_=f"s {item.kind}")


def _key(item: Sentence, at: int, citations: tuple[Citation, ...]) -> Html:
    word = element("span", f"{type_word(item.kind)} {at}", class_="t")
    words = element(
        "p", worded(item.parts), numbers(item.evidence, citations), _flags(item, citations)
    )
    why = _why(item)
    lines = element("p", first_upper(why), class_="why") if why else None
    more = None
    if item.note:
        title = _NOTE_TITLES.get(item.kind, "More")
        more = element("details", element("summary", title), element("p", item.note))
    return element("li", word, element("div", words, lines, more, class_="b"), class_=item.kind)


def _flags(item: Sentence, citations: tuple[Citation, ...]) -> Html:
    return joined(*((" ", element("span", flaw, class_="flag")) for flaw in flaws(item, citations)))


def _why(item: Sentence) -> str:
    """Say on what terms a sentence stands: confidence, basis, who signed it and when."""
    if item.kind in ("fact", "claim"):
        return ""
    if item.kind == "assumption":
        return f"set by {item.by}" if item.by else ""
    pieces = (
        f"resolves {written(item.resolves_on)}" if item.resolves_on else "",
        f"confidence {item.confidence}" if item.confidence else "",
        item.basis,
        item.by,
        written(item.made_on),
    )
    return " · ".join(piece for piece in pieces if piece)


def legend(block: Legend) -> Html:
    """Write what each type of sentence promises, each in its own dress."""
    lines = (
        element(
            "div",
            element("span", type_word(kind), class_="t"),
            element("p", words),
            class_=f"s {kind}",
        )
        for kind, words in block.lines
    )
    return element("div", lines, class_="ss")


def note(block: Note, *, floating: bool = True) -> Html:
    """Write lines on how to read; aside where there is room."""
    lines = (
        element("p", element("b", head) if head else None, " " if head and rest else None, rest)
        for head, rest in block.lines
    )
    return element(
        "div", lines, class_=("note" if floating else "note flat") if block.aside else "lede"
    )


def absence(block: Absence, citations: tuple[Citation, ...]) -> Html:
    """Write what was not found, and where it was looked for."""
    nearest = (" Nearest passage:", numbers(block.nearest, citations)) if block.nearest else None
    tag = element("small", block.searched, class_="tag") if block.searched else None
    return element("p", element("b", block.text), nearest, " " if tag else None, tag, class_="nil")


def exchange(block: Exchange, citations: tuple[Citation, ...]) -> Html:
    """Write a question, who asks it, and the answers."""
    return element(
        "div",
        element("h3", first_upper(block.question)),
        element("p", worded(block.asked), numbers(block.asked_at, citations), class_="who"),
        sentences(Sentences(block.answers), citations) if block.answers else None,
        absence(block.absence, citations) if block.absence else None,
        class_="qa",
    )
