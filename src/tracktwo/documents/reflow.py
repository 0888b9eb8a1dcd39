"""Where do the lines of a printed page make one paragraph?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from tracktwo.documents.common_words import words
from tracktwo.documents.offsets import Edit

BULLETS: Final = "•●▪◦‣⁃∙■□\uf0b7\uf0a7"
ITEM: Final = re.compile(rf"(?:[{BULLETS}*–-]|\(?\d{{1,3}}[.)]|\(?[a-z][.)])(?:\s|$)")
PAGE_NUMBER: Final = re.compile(
    r"(?:page )?[-–— ]*\d{1,3}(?: ?(?:/|of) ?\d{1,3})?[-–— ]*", re.IGNORECASE
)
COMPOUND: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BROKEN: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[-‐\u00ad]$")
FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
SPACES: Final = re.compile(r"[ \t]{2,}|\t")
WORD: Final = re.compile(r"\S+")
HANGING: Final = words("a an and as at but by for from in into its of on or than that the to with")
PREFIXES: Final = words(
    "anti co cross ex half mid multi non post pre pro quasi self semi trans well"
)
"""What keeps its hyphen before another word, if the text does not show otherwise."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, without the white space around it.

    Attributes
    ----------
    start, end : int
        Where it stands in the text of all pages.
    page : int
        From 0.
    height : float or None
        How high it stands on the page, in points from below; None where not known.
    size : float or None
        Of its letters, in points; None where not known.
    """

    start: int
    end: int
    page: int
    height: float | None = None
    size: float | None = None


def reflow_edits(source: str, lines: Sequence[Line]) -> Iterator[Edit]:
    """Give the edits that make paragraphs of lines, in order of place.

    Running heads, running feet and page numbers go: lines among the first or last two of a
    page that two fifths of the pages or more (and at least two) share, numbers aside, and
    numbers alone in the first or last line; but not in larger letters on the first page.

    Two lines are joined unless there is a larger gap between them than usual, another size of
    letters, the mark of a list item, or the first ended early: the next word would have had
    room in the longest line of the block. Words broken at a hyphen are made whole, unless the
    text has them with the hyphen elsewhere. Over the end of a page or a column, lines are
    joined where a sentence runs on. Bullets become "- ".

    Parameters
    ----------
    source : str
        The text of all pages.
    lines : sequence of Line
        Its lines that are not empty, in order.
    """
    setting = _setting(lines)
    gone = _furniture(source, lines, setting)
    kept = [line for line in lines if line not in gone]
    known = Counter(COMPOUND.findall(source))
    at = 0
    for before, line in pairwise([None, *kept]):
        if line is None:
            continue
        cut, glue = (at, "") if before is None else _joint(source, before, line, setting, known)
        if source[cut : line.start] != glue:
            yield Edit(cut, line.start, glue)
        yield from _within(source, line)
        at = line.end
    if at < len(source):
        yield Edit(at, len(source), "")


def left_out(source: str, lines: Sequence[Line]) -> int:
    """Count the lines that are running heads, running feet or page numbers."""
    return len(_furniture(source, lines, _setting(lines)))


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the pages are set.

    `leading` is the usual step from line to line as a share of the size of letters, 0 where not
    known; `width` leads from each line to the length of the longest in its block, `column` from
    each page to the length that nine in ten of its lines keep to; `body` is the usual size of
    letters.
    """

    leading: float
    width: dict[Line, int]
    column: dict[int, int]
    body: float


def _setting(lines: Sequence[Line]) -> _Setting:
    steps = [
        drop / one.size
        for one, other in pairwise(lines)
        if one.page == other.page and one.size
        for drop in [_drop(one, other) or 0.0]
        if 0 < drop < 4 * one.size
    ]
    leading = median(steps) if steps else 0.0
    width: dict[Line, int] = {}
    block: list[Line] = []
    for one, other in pairwise([*lines, None]):
        if one is not None:
            block.append(one)
        if one is None or other is None or not _set_alike(one, other, leading):
            longest = max(line.end - line.start for line in block)
            width.update(dict.fromkeys(block, longest))
            block = []
    sizes = [line.size for line in lines if line.size]
    return _Setting(leading, width, _columns(lines), median(sizes) if sizes else 0.0)


def _columns(lines: Sequence[Line]) -> dict[int, int]:
    lengths = {
        page: sorted(line.end - line.start for line in group)
        for page, group in groupby(lines, key=lambda line: line.page)
    }
    return {page: listed[(len(listed) - 1) * 9 // 10] for page, listed in lengths.items()}


def _set_alike(one: Line, other: Line, leading: float) -> bool:
    """Tell whether two lines follow one another at the usual step in the same size."""
    if one.page != other.page:
        return False
    drop = _drop(one, other)
    if drop is None or not leading or not one.size or not other.size:
        return True
    return 0 <= drop <= 1.25 * leading * one.size and abs(one.size - other.size) < 0.08 * one.size


def _furniture(source: str, lines: Sequence[Line], setting: _Setting) -> frozenset[Line]:
    """Find running heads, running feet and page numbers."""
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    edges = [{*page[:2], *page[-2:]} for page in pages]
    shape = {line: _shape(source, line) for edge in edges for line in edge}
    shared = Counter(key for edge in edges for key in {shape[line] for line in edge})
    enough = max(2, 2 * len(pages) / 5)
    heads = {line for line in shape if shared[shape[line]] >= enough}
    titles = {line for line in heads if line.page == 0 and (line.size or 0) > 1.1 * setting.body}
    numbers = {
        line
        for page in pages
        for line in (page[0], page[-1])
        if PAGE_NUMBER.fullmatch(source[line.start : line.end])
    }
    return frozenset((heads - titles) | numbers)


def _shape(source: str, line: Line) -> str:
    return re.sub(r"\d+", "#", source[line.start : line.end].casefold())


def _joint(
    source: str, one: Line, other: Line, setting: _Setting, known: Counter[str]
) -> tuple[int, str]:
    """Give where the join of two lines begins, and what stands there."""
    if _breaks(source, one, other, setting):
        return one.end, "\n"
    tail, head = BROKEN.search(source, one.start, one.end), source[other.start]
    if tail is None or not head.isalnum():
        return one.end, " "
    rest = FIRST_WORD.match(source, other.start)
    whole, left = (rest.group() if rest else ""), tail.group(1)
    compound = known[f"{left}-{whole}"] > 0 and not known[left + whole]
    prefix = left.casefold() in PREFIXES and not known[left + whole]
    keeps = not head.islower() or compound or prefix
    return (one.end if keeps else one.end - 1), ""


def _breaks(source: str, one: Line, other: Line, setting: _Setting) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if source[one.start : one.end] in BULLETS:
        return False
    if ITEM.match(source, other.start, other.end):
        return True
    hangs = _hangs(source, one)
    runs_on = hangs or source[other.start].islower() or source[one.end - 1] == ","
    ends = source[one.end - 1] in ".!?:"
    word = WORD.match(source, other.start, other.end)
    length = one.end - one.start + 1 + (len(word.group()) if word else 0)
    width, column = setting.width[one], setting.column[one.page]
    if one.page != other.page or (_drop(one, other) or 0.0) < 0:
        return ends or (not runs_on and length < 0.9 * width)
    if not _set_alike(one, other, setting.leading):
        return True
    early = length < 0.85 * width and setting.leading > 0
    return not hangs and (
        early
        or (length < 0.9 * width and (ends or not runs_on))
        or (length < 0.6 * column and not runs_on)
    )


def _hangs(source: str, line: Line) -> bool:
    """Tell whether a line ends with a hyphen, or a word after which no sentence ends."""
    last = source[line.start : line.end].rsplit(maxsplit=1)[-1]
    return last[-1] in "-‐\u00ad" or last in HANGING


def _drop(one: Line, other: Line) -> float | None:
    if one.height is None or other.height is None:
        return None
    return one.height - other.height


def _within(source: str, line: Line) -> Iterator[Edit]:
    """Give the edits within a line: bullets become hyphens, doubled spaces single ones."""
    start = line.start
    if source[start] in BULLETS:
        room = "" if source[start + 1 : start + 2].isspace() or line.end == start + 1 else " "
        yield Edit(start, start + 1, "-" + room)
    for space in SPACES.finditer(source, line.start, line.end):
        yield Edit(space.start(), space.end(), " ")
