"""Is the page one sound HTML file: whole, escaped, ordered, and true to its sources?"""

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.brief.compose import compose
from tracktwo.brief.element import element, escaped, shown
from tracktwo.brief.material import Made, Material
from tracktwo.brief.page import render
from tracktwo.documents.document import Document, Original, text_hash

Tree: TypeAlias = Any  # lxml types the answer to a query as nearly anything
HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=http://example.org/x onerror=alert(1)>',
    "a\u202eb\u2066c\u0000d\x1be\ud800f\ufeffg",
    "]]> --> <!-- </style> &lt; &#0;",
    "\r\n\r\u2028\u2029\t",
]


@pytest.fixture(scope="module", params=["article", "case", "empty zone"])
def page(request: pytest.FixtureRequest, world: ModuleType) -> str:
    made = {
        "article": world.article,
        "case": world.with_case,
        "empty zone": lambda: world.with_case(zone=False),
    }[request.param]
    return render(compose(made()))


@pytest.fixture(scope="module")
def tree(page: str, world: ModuleType) -> Tree:
    return world.parsed(page)


def test_every_element_that_opens_closes_in_order(page: str) -> None:
    inside = re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL)
    open_: list[str] = []
    for closing, name, own in re.findall(r"<(/?)([a-zA-Z][\w]*)[^>]*?(/?)>", inside):
        if closing:
            assert open_.pop() == name
        elif name not in {"meta", "link"} and not own:
            open_.append(name)
    assert open_ == []


def test_headings_begin_with_one_h1_and_skip_no_level(tree: Tree) -> None:
    levels = [int(each.tag[1]) for each in tree.xpath("//h1|//h2|//h3|//h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_name_is_given_twice(tree: Tree) -> None:
    assert {k: n for k, n in Counter(tree.xpath("//@id")).items() if n > 1} == {}


def test_every_link_leads_to_a_place_in_the_page(tree: Tree) -> None:
    names = set(tree.xpath("//@id"))
    assert {link for link in tree.xpath("//a/@href") if link[1:] not in names} == set()
    assert all(link.startswith("#") for link in tree.xpath("//a/@href"))


def test_the_page_asks_nothing_of_anybody(page: str) -> None:
    assert re.findall(r"(?:src|srcset|action|data|poster)\s*=\s*[\"']", page) == []
    assert re.findall(r"(?:https?:)?//[\w.]+\.\w+/", re.sub(r"<a [^>]*>", "", page)) == []
    assert re.findall(r"@import|url\(", page) == []
    assert "default-src 'none'" in page


def test_the_policy_allows_the_pages_own_script_and_no_other(tree: Tree) -> None:
    scripts = tree.xpath("//script/text()")
    allowed = re.findall(r"'sha256-([^']+)'", tree.xpath("//meta[@http-equiv]/@content")[0])
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    assert hashes == allowed


def test_tables_have_captions_and_every_head_says_what_it_heads(tree: Tree) -> None:
    tables = tree.xpath("//table")
    assert tables
    assert all(table.xpath("./caption") for table in tables)
    assert {head.get("scope") for head in tree.xpath("//th")} <= {"col", "row", "rowgroup"}
    assert all(head.text_content().strip() for head in tree.xpath("//th"))


def test_every_chart_says_in_a_sentence_what_it_shows(tree: Tree) -> None:
    for chart in tree.xpath("//svg[not(@aria-hidden)]"):
        assert chart.get("role") == "img"
        assert len(chart.get("aria-label").split()) > 5


def test_every_sentence_shows_its_type_and_every_claim_its_evidence(
    tree: Tree,
) -> None:
    sentences = [each for each in tree.xpath("//div[@class]") if each.get("class")[:2] == "s "]
    legend = len(tree.xpath("//section[@id='what']//div[starts-with(@class, 's ')]"))
    assert len(sentences) > legend
    for sentence in sentences:
        kind = sentence.get("class").removeprefix("s ")
        assert sentence.xpath("./span")[0].text_content().casefold() == kind
        if kind == "claim" and not sentence.xpath("ancestor::section[@id='what']"):
            assert sentence.xpath(".//a[@class='r']")


def test_each_panel_marks_the_words_that_stand_in_the_document(world: ModuleType) -> None:
    brief = compose(world.article())
    tree = world.parsed(render(brief))
    panels = tree.xpath("//aside")
    assert len(panels) == len(brief.citations)
    for panel, citation in zip(panels, brief.citations, strict=True):
        marked = "".join(panel.xpath(".//mark")[0].itertext())
        assert marked == citation.quote == citation.document.quote(citation.hull)


def test_a_list_item_is_shown_with_its_lead_in_and_the_whole_list(world: ModuleType) -> None:
    tree = world.parsed(render(compose(world.article())))
    passage = tree.xpath("//aside[2]/p[@class='ctx']")[0].text_content()
    assert "These demands included:" in passage
    assert "- A joint gauge on the river, the canal, and the delta." in passage


def test_the_full_text_is_the_text_with_a_mark_for_every_citation(world: ModuleType) -> None:
    brief = compose(world.article())
    tree = world.parsed(render(brief))
    lines = [line.text_content() for line in tree.xpath("//div[@class='full']/p")]
    assert "\n".join(lines) + "\n" == brief.documents[0].text
    names = tree.xpath("//div[@class='full']//@id")
    assert sorted(names) == sorted(f"t-{each.id.removeprefix('st:')}" for each in brief.citations)


def test_long_documents_are_not_set_in_full(world: ModuleType) -> None:
    document = world.document(world.TEXT + "x" * 400_000)
    material = Material((document,), (world.reading(document),))
    page = render(compose(material))
    assert "too many to set in full" in page
    assert len(page) < 300_000


def test_a_breach_is_marked_where_it_stands(world: ModuleType) -> None:
    material = world.with_case()
    forecast = replace(material.case.forecasts[0], resolves_on="")
    page = render(compose(replace(material, case=replace(material.case, forecasts=(forecast,)))))
    assert '<span class="flag">no date on which it is settled</span>' in page


def test_the_same_brief_gives_the_same_page(world: ModuleType) -> None:
    assert render(compose(world.with_case())) == render(compose(world.with_case()))


@given(st.text(st.characters(), max_size=60) | st.sampled_from(HOSTILE))
def test_no_text_breaks_out_of_an_element_or_an_attribute(text: str) -> None:
    page = element("p", text, title=text)
    assert page.count("<") == 2
    assert page.count(">") == 2
    assert page.count('"') == 2
    page.encode("utf-8")


@given(st.text(st.characters(), max_size=60) | st.sampled_from(HOSTILE))
def test_text_comes_back_from_the_page_as_it_is_shown(world: ModuleType, text: str) -> None:
    (back,) = world.pieces(element("p", text, "."))
    assert back.text_content() == shown(text) + "."


@given(st.text(st.characters(), max_size=60))
def test_what_is_shown_hides_nothing_and_turns_nothing(text: str) -> None:
    bad = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b")
    assert not bad & set(shown(text))
    assert len(shown(text)) >= len(text)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_document_is_shown_and_does_nothing(world: ModuleType, hostile: str) -> None:
    text = hostile + world.TEXT + hostile
    document = Document(
        hostile, text, text_hash(text), Original("x", hostile, text), title=hostile,
        publisher=hostile, author=hostile, date=hostile,
    )  # fmt: skip
    material = Material(
        (document,), (world.reading(document),), questions=(hostile,), made=Made(hostile, hostile)
    )
    page = render(compose(material))
    page.encode("utf-8")
    tree = world.parsed(page)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img|//iframe|//object|//@onerror") == []
    shown_ = "".join(tree.xpath("//div[@class='full']")[0].itertext())
    assert shown_.replace("\n", "") == shown(text).replace("\n", "").replace("\r", "")


def test_escaping_leaves_ordinary_text_alone() -> None:
    assert escaped("“Ministère” – 5 < 6 & שלום") == "“Ministère” – 5 &lt; 6 &amp; שלום"
