"""A brief as one HTML file: no request to anywhere, no script needed, good on paper."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from tracktwo.brief.blocks import Section
from tracktwo.brief.brief import Brief, Headline
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.markup.annex import holds_full_texts
from tracktwo.brief.markup.blocks import block
from tracktwo.brief.markup.panels import AROUND, AROUND_MANY, panel
from tracktwo.brief.markup.words import anchor

# Escape closes the panel, and the focus goes back to the number that opened it. Without
# scripts the page does all the rest.
_SCRIPT = (
    "(()=>{let from;const back=()=>{if(from)from.focus({preventScroll:true})};"
    "addEventListener('click',e=>{const a=e.target.closest('a[href^=\"#e-\"]');if(a)from=a;"
    "if(e.target.matches('.ev .x'))setTimeout(back)});"
    "addEventListener('keydown',e=>{if(e.key==='Escape'&&location.hash.startsWith('#e-'))"
    "{location.hash='closed';back()}})})()"
)
_MARKED = 400  # citations up to which every number of the open panel is marked on the page


def render(brief: Brief) -> str:
    """Write a brief as one self-contained HTML page.

    All text is escaped, and characters that could turn or hide the text around them are made
    visible. A content policy forbids every request, and every script but the page's own.

    Returns
    -------
    str
        The page; the same brief gives the same page.
    """
    head = element("head", _metadata(brief), element("style", Html(_style(brief))))
    body = element(
        "body",
        element("a", "Skip to the key judgements", class_="skip", href="#judgements"),
        element("span", id="closed", class_="closed"),
        element(
            "div", _masthead(brief), _contents(brief), _main(brief), _footer(brief), class_="page"
        ),
        _panels(brief),
        element("script", Html(_SCRIPT)),
    )
    page = element("html", head, body, lang="en")
    return f"<!doctype html>\n{page}\n"


def _panels(brief: Brief) -> Iterator[Html]:
    linked = holds_full_texts(brief)
    around = AROUND if len(brief.citations) <= 1000 else AROUND_MANY
    return (panel(each, linked=linked, around=around) for each in brief.citations)


def _metadata(brief: Brief) -> Html:
    allowed = b64encode(sha256(_SCRIPT.encode()).digest()).decode()
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        f"script-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    )
    return joined(
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{brief.title} – Tracktwo brief"),
        element("link", rel="icon", href="data:,"),
    )


def _style(brief: Brief) -> str:
    """Give the style sheet, and the rules that mark each number of the open panel."""
    sheet = files("tracktwo.brief").joinpath("style.css").read_text(encoding="utf-8")
    if len(brief.citations) > _MARKED:
        return sheet
    open_ = ",".join(
        f'body:has(#e-{name}:target) a.r[href="#e-{name}"]' for name in map(anchor, brief.citations)
    )
    rule = "{background:var(--mark);color:var(--ink);text-decoration:underline}"
    return f"{sheet}{open_}{rule}\n" if open_ else sheet


def _masthead(brief: Brief) -> Html:
    return element(
        "header",
        element(
            "p",
            element("b", "Tracktwo brief"),
            element("span", "Every sentence leads back to the words of a source."),
            class_="mast",
        ),
        element("h1", brief.title),
        element("p", brief.question, class_="ask") if brief.question else None,
        element("dl", map(_headline, brief.head), class_="meta"),
        class_="head",
    )


def _headline(line: Headline) -> Html:
    under = element("small", line.under) if line.under else None
    return element("div", element("dt", line.name), element("dd", line.value, under))


def _contents(brief: Brief) -> Html:
    lines = (
        element(
            "li", element("a", element("span", str(number)), section.title, href=f"#{section.name}")
        )
        for number, section in enumerate(brief.sections, start=1)
    )
    inside = element("div", element("p", "Contents"), element("ol", lines), class_="in")
    return element("nav", inside, class_="toc", aria_label="Contents")


def _main(brief: Brief) -> Html:
    return element(
        "main",
        (
            _section(number, section, brief)
            for number, section in enumerate(brief.sections, start=1)
        ),
    )


def _section(number: int, section: Section, brief: Brief) -> Html:
    title = element(
        "h2", element("span", str(number), class_="n"), section.title, id=f"h-{section.name}"
    )
    following = (*section.blocks[1:], None)
    blocks = (
        block(item, brief, after) for item, after in zip(section.blocks, following, strict=True)
    )
    return element(
        "section", title, blocks, class_="sec", id=section.name, aria_labelledby=f"h-{section.name}"
    )


def _footer(brief: Brief) -> Html:
    made = "; ".join(f"{line.name}: {line.value}" for line in brief.head if line.value)
    return element(
        "footer",
        element(
            "p",
            "Every number and sentence above leads to a passage, or to a judgement that "
            "says who made it and on what basis.",
        ),
        element("p", made),
    )
