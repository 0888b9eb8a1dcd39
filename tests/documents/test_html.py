"""Web pages: the main text without the navigation, mapped back to the page's source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.align import aligned
from tracktwo.documents.html import read_html
from tracktwo.documents.markup import visible

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Harbour talks: who wants what | The Courier</title>
<meta name="author" content="Niamh Sorrell">
<meta property="article:published_time" content="2024-11-26T08:00:00+00:00">
<script>console.log("Accept all cookies");</script><style>.ad{display:none}</style></head>
<body>
<div id="cookie-banner" class="cookie-consent"><p>We use cookies.</p><button>Accept all</button>
</div>
<header><nav><ul><li><a href="/news">News</a></li><li><a href="/sea">The Sea</a></li></ul></nav>
</header>
<main><article>
<h1>Harbour talks: who wants what</h1>
<p>The deal that lets foreign trawlers fish in the bay expires at midnight on December 31st. Here is
where things stand, and what each of the parties has said about it so far.</p>
<h2>What does the island want?</h2>
<p>The island&rsquo;s minister, <strong>Gro Tindall</strong>, set out her government&rsquo;s
demands:</p>
<ul>
<li>a cut in the herring quota from 60,000 to 35,000 tonnes</li>
<li>satellite trackers on every foreign vessel over 15 metres</li>
</ul>
<p>Ms Tindall said the first point was &ldquo;carved in stone&rdquo;; the other, she suggested,
could be discussed. She has since let it be known that the fees could be phased out.</p>
</article></main>
<footer><ul><li><a href="/privacy">Privacy</a></li></ul><p>All rights reserved.</p></footer>
</body></html>
"""


def test_the_main_text_has_headings_paragraphs_and_items_as_lines() -> None:
    lines = read_html(PAGE.encode()).text.split("\n")
    assert lines[0] == "Harbour talks: who wants what"
    assert "What does the island want?" in lines
    assert "The island’s minister, Gro Tindall, set out her government’s demands:" in lines
    assert "- a cut in the herring quota from 60,000 to 35,000 tonnes" in lines


def test_nothing_of_banners_navigation_and_scripts_is_read() -> None:
    text = read_html(PAGE.encode()).text
    for word in ("cookies", "Accept", "Privacy", "All rights", "console", "The Sea", "News"):
        assert word not in text


def test_the_head_of_a_page_gives_title_publisher_author_and_date() -> None:
    found = read_html(PAGE.encode()).metadata
    assert found.title == "Harbour talks: who wants what"
    assert found.publisher == "The Courier"
    assert found.author == "Niamh Sorrell"
    assert found.date == "2024-11-26"


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Gro Tindall", "Gro Tindall"),
        ("“carved in stone”", "&ldquo;carved in stone&rdquo;"),
        ("a cut in the herring quota", "a cut in the herring quota"),
        ("The island’s minister", "The island&rsquo;s minister"),
    ],
)
def test_words_lead_back_to_where_they_stand_in_the_source(words: str, source: str) -> None:
    main = read_html(PAGE.encode())
    start = main.text.index(words)
    first, last = main.back.span(start, start + len(words))
    assert main.source[first:last] == source


def test_a_page_without_main_text_is_read_whole_and_says_so() -> None:
    main = read_html(
        b"<html><body><p>No <b>deal</b>\nnow.</p><p>None &amp; never.</p></body></html>"
    )
    assert main.text.split("\n") == ["No deal now.", "None & never."]
    assert main.notes == ("all text of the page was read",)


def test_an_empty_page_has_no_text() -> None:
    assert read_html(b"<html><head><title></title></head><body></body></html>").text == ""


def test_tables_are_read_without_rules() -> None:
    cells = "".join(f"<tr><td>Party {n}</td><td>demands point {n}</td></tr>" for n in range(9))
    page = PAGE.replace("</article>", f"<table>{cells}</table></article>")
    assert "Party 3 | demands point 3" in read_html(page.encode()).text.split("\n")


def test_cells_keep_their_lists() -> None:
    rows = "<tr><th>Point</th><th>Arvala</th></tr>" + "".join(
        f"<tr><td>Point {n}</td><td><ul><li>asks for it</li><li>wants more</li></ul></td></tr>"
        for n in range(9)
    )
    page = PAGE.replace("</article>", f"<table>{rows}</table></article>")
    lines = read_html(page.encode()).text.split("\n")
    assert "Point 3 | asks for it; wants more" in lines


def test_the_charset_of_a_page_is_believed() -> None:
    page = PAGE.replace("utf-8", "windows-1251").replace("Gro Tindall", "Глава МИД")
    main = read_html(page.encode("cp1251"))
    assert "Глава МИД" in main.text
    assert main.encoding == "cp1251"


def test_tags_comments_and_scripts_are_not_seen() -> None:
    source = "a<!-- b --><b>c</b> <script>d < e</script>&lt;f&gt;<img alt='>'>g"
    assert visible(source)[0] == "ac \n<f>\ng"


@pytest.mark.parametrize("piece", ["<!-- ", "<script>", "<a b='", "<a ", "&am", "<", "</"])
def test_what_is_left_open_is_read_to_the_end(piece: str) -> None:
    text, back = visible(piece * 20_000)
    assert len(text) <= len(piece) * 20_000
    assert back.made[0] == 0


@given(st.lists(st.sampled_from(["a", "b", "c", "dd", "e"]), max_size=30), st.data())
def test_a_text_drawn_from_another_leads_back_to_equal_words(
    words: list[str], data: st.DataObject
) -> None:
    long = " \n".join(words)
    chosen = [word for word in words if data.draw(st.booleans())]
    short = " ".join(chosen)
    back = aligned(short, long)
    for start, end, kept in zip(back.made, [*back.made[1:], len(short)], back.kept, strict=True):
        first, last = back.span(start, end)
        assert 0 <= first <= last <= len(long)
        assert not kept or short[start:end] == long[first:last]


@given(st.lists(st.sampled_from(["a", "b", "cc"]), max_size=40).map(" ".join))
def test_a_text_aligned_with_itself_is_kept_as_a_whole(text: str) -> None:
    assert all(aligned(text, text).kept)


def test_a_passage_is_found_behind_a_menu_that_repeats_its_words() -> None:
    passage = "The talks were stopped by the minister on Monday"
    long = f"The Monday talks Minister The talks {passage} The talks"
    start, end = aligned(passage, long).span(0, len(passage))
    assert long[start:end] == passage
