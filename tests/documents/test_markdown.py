"""Markdown: words without marks, blocks as lines, and the way back to the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tracktwo.documents.inline_marks import inline_edits
from tracktwo.documents.markdown import read_markdown
from tracktwo.documents.offsets import edited


def text_of(source: str) -> str:
    return read_markdown(source.encode()).text


def plain(source: str) -> str:
    return edited(source, inline_edits(source))[0]


def by_the_reference(source: str) -> str:
    """The words of a line, as the reference parser of CommonMark leaves them."""
    children = MarkdownIt("commonmark").enable("strikethrough").parseInline(source)[0].children
    return "".join(
        "\n" if child.type in {"softbreak", "hardbreak"} else child.content
        for child in children or []
        if child.type not in {"image", "html_inline"}
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Title", "Title"),
        ("Title\n=====\n\nText", "Title\n\nText"),
        ("## Two ##\ntext", "Two\ntext"),
        ("one\ntwo\n  three", "one two three"),
        ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
        ("* a\n* b\n  c\n\n+ d", "- a\n- b c\n\n- d"),
        ("1. a\n2. b\n\n3) c", "1. a\n2. b\n\n3) c"),
        ("- a\n  - b\n    - c", "- a\n- b\n- c"),
        ("> quoted\n> words\n\nmine", "quoted words\n\nmine"),
        ("| a | b |\n|---|---|\n| c | **d** |\n", "a | b\nc | d"),
        ("```py\nx = *y*\n```", "x = *y*"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("a\n\n<!-- hidden\nwords -->\n\nb", "a\n\nb"),
        ("<div>some <b>words</b></div>", "some words"),
        ("a [b][r] and [r]\n\n[r]: https://a.b", "a b and r"),
        ("said[^1]\n\n[^1]: A note.", "said\n\nA note."),
    ],
)
def test_blocks_become_lines(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**bold** and *soft* and ***both***", "bold and soft and both"),
        ("__bold__ and _soft_, snake_case_name", "bold and soft, snake_case_name"),
        ("~~gone~~ `co*de*` ``a`b``", "gone co*de* a`b"),
        ('[words](https://a.b/c_(d) "t") on', "words on"),
        ("![picture **of**](a.png) words", " words"),
        ("[![p](a)](b) and <https://a.b> and <i>this</i>", " and https://a.b and this"),
        (r"\*not\* &amp; 5 * 3 ** 2", "*not* & 5 * 3 ** 2"),
        ("a [bracket] and ] and [", "a [bracket] and ] and ["),
        ("*open and **open", "*open and **open"),
    ],
)
def test_marks_go_and_words_stay(source: str, text: str) -> None:
    assert plain(source) == text


@given(st.text("ab *_`", max_size=14).filter(lambda text: text == text.strip() and text))
@settings(deadline=None)
def test_words_agree_with_the_reference_parser(source: str) -> None:
    """But for the rule of three and for blanks at the edges of code."""
    letters = {"a", "b"}
    ours = [sign for sign in plain(source) if sign in letters]
    assert ours == [sign for sign in by_the_reference(source) if sign in letters]


@pytest.mark.parametrize("source", ["**a** b_c_", "*a* `*b*`", "[*a*](b) **c**d", "_a_b _c_"])
def test_emphasis_agrees_with_the_reference_parser(source: str) -> None:
    assert plain(source) == by_the_reference(source)


def test_front_matter_becomes_metadata_and_no_text() -> None:
    main = read_markdown(
        b'---\ntitle: "What was asked"\nauthor: Ann Lee\npublisher: The Post\n'
        b"date: 17 December 2021\n---\n\n# Another title\n\nText.\n"
    )
    assert main.text == "Another title\n\nText."
    found = main.metadata
    assert (found.title, found.author) == ("What was asked", "Ann Lee")
    assert (found.publisher, found.date) == ("The Post", "2021-12-17")


def test_the_first_heading_is_the_title_where_nothing_else_says_it() -> None:
    assert read_markdown(b"Intro\n\n# The *real* title\n").metadata.title == "The real title"


def test_words_lead_back_to_the_file() -> None:
    source = "# One\r\n\r\n* some **bold\r\n  words** here\r\n"
    main = read_markdown(source.encode())
    assert main.text == "One\n\n- some bold words here"
    for words in ("some", "bold", "words", "here"):
        start = main.text.index(words)
        first, last = main.back.span(start, start + len(words))
        assert main.source[first:last] == words


@pytest.mark.parametrize("piece", ["**a ", "[a](", "`a", "> ", "- ", "![", "<a ", "|a", "_a*b "])
def test_long_markdown_of_one_kind_is_read(piece: str) -> None:
    assert len(text_of(piece * 5_000)) <= len(piece) * 5_000
