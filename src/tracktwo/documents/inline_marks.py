"""Which characters of a line of Markdown are marks and no text?"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tracktwo.documents.offsets import Edit

TOKEN: Final = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<run>\*+|_+|~~)"
    r"|(?P<auto><(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]*|[^<>\s@]{1,200}@[^<>\s]{1,200})>)"
    r"|(?P<tag><!--.{0,500}?-->|</?[a-zA-Z][^<>]*>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<note>\[\^[^\[\]\s]{1,40}\](?:: ?)?)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])",
    re.DOTALL,
)
TARGET: Final = re.compile(
    r"\]\(\s*+(?:<[^<>\n]*>|(?:[^()\s<>]|\([^()\s]*\))*+)"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?\s*+\)"
)
LABEL: Final = re.compile(r"\]\[([^\[\]]{0,200})\]")
BREAK: Final = re.compile(r"<br\b", re.IGNORECASE)


@dataclass(slots=True)
class _Run:
    """A run of ``*``, ``_`` or ``~``: which of its characters are left, and what it may do."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Marks:
    """What has been found so far, left to right."""

    edits: list[Edit] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)

    def forget(self, start: int) -> None:
        """Drop what was found from `start` on: it lies in a picture that goes as a whole."""
        while self.edits and self.edits[-1].start >= start:
            self.edits.pop()
        while self.runs and self.runs[-1].start >= start:
            self.runs.pop()


def inline_edits(text: str, labels: frozenset[str] = frozenset()) -> list[Edit]:
    """Give the edits that leave of a block of Markdown only what a reader would see.

    Emphasis, strikethrough, code marks, links (their words stay), pictures and footnote marks
    (both go), tags, escapes and character references, by the rules of CommonMark 0.31 but for
    the rule of three. Linear time.

    Parameters
    ----------
    text : str
        A paragraph, a heading or a table's cell.
    labels : frozenset of str
        Lower-case labels of the links that the document defines elsewhere.

    Returns
    -------
    list of Edit
        In order of place, none overlapping.

    Examples
    --------
    >>> [edit.start for edit in inline_edits("a **b** [c](d)")]
    [2, 5, 8, 10]
    """
    marks = _Marks()
    ticks = _ticks(text)
    at = 0
    while (token := TOKEN.search(text, at)) is not None:
        at = _take(text, token, marks, ticks, labels)
    marks.edits.extend(_emphasis(marks.runs))
    return sorted(marks.edits, key=lambda edit: (edit.start, edit.end))


def _take(
    text: str,
    token: re.Match[str],
    marks: _Marks,
    ticks: dict[int, list[int]],
    labels: frozenset[str],
) -> int:
    """Note one token, and give the place at which to read on."""
    start, end, kind = token.start(), token.end(), token.lastgroup
    if kind == "code":
        return _code(start, end, marks, ticks)
    if kind == "run":
        marks.runs.append(_flanked(text, start, end))
    elif kind == "open":
        marks.brackets.append((start, end))
    elif kind == "close":
        return _close(text, start, marks, labels)
    elif kind == "escape":
        marks.edits.append(Edit(start, start + 1, ""))
    elif kind == "auto":
        marks.edits += [Edit(start, start + 1, ""), Edit(end - 1, end, "")]
    elif kind == "entity":
        marks.edits.append(Edit(start, end, html.unescape(token.group())))
    else:
        marks.edits.append(Edit(start, end, "\n" if BREAK.match(token.group()) else ""))
    return end


def _ticks(text: str) -> dict[int, list[int]]:
    """Give the places of runs of backticks by their length, last first."""
    places: dict[int, list[int]] = {}
    for run in reversed([*re.finditer("`+", text)]):
        places.setdefault(len(run.group()), []).append(run.start())
    return places


def _code(start: int, end: int, marks: _Marks, ticks: dict[int, list[int]]) -> int:
    """Take the marks off a code span; a run without a partner is text."""
    places = ticks.get(end - start, [])
    while places and places[-1] <= start:
        places.pop()
    if not places:
        return end
    close = places[-1]
    marks.edits += [Edit(start, end, ""), Edit(close, close + end - start, "")]
    return close + end - start


def _close(text: str, start: int, marks: _Marks, labels: frozenset[str]) -> int:
    """Close a bracket: a link keeps its words, a picture goes, other brackets are text."""
    if not marks.brackets:
        return start + 1
    opened, inside = marks.brackets.pop()
    target = TARGET.match(text, start)
    label = None if target else LABEL.match(text, start)
    own = text[inside:start].casefold() if start - inside <= 200 else ""
    if label and (label.group(1).casefold() or own) not in labels:
        label = None
    end = target.end() if target else label.end() if label else start + 1
    if end == start + 1 and own not in labels:
        return end
    if inside - opened == 2:
        marks.forget(opened)
        marks.edits.append(Edit(opened, end, ""))
    else:
        marks.edits += [Edit(opened, inside, ""), Edit(start, end, "")]
    return end


def _flanked(text: str, start: int, end: int) -> _Run:
    """Tell whether a run of emphasis marks may open or close (CommonMark 0.31, 6.2)."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (after.isalnum() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or not after.isalnum())
    if text[start] == "_":
        left, right = left and not before.isalnum(), right and not after.isalnum()
    return _Run(start, end, text[start], left, right)


def _emphasis(runs: list[_Run]) -> Iterator[Edit]:
    """Pair the runs of emphasis marks, innermost first."""
    stacks: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
    for run in runs:
        stack = stacks[run.sign]
        while run.closes and run.start < run.end and stack:
            opener = stack[-1]
            width = min(2, opener.end - opener.start, run.end - run.start)
            yield Edit(opener.end - width, opener.end, "")
            yield Edit(run.start, run.start + width, "")
            opener.end -= width
            run.start += width
            for other in stacks.values():
                while other and other[-1].start > opener.start:
                    other.pop()
            if opener.start == opener.end:
                stack.pop()
        if run.opens and run.start < run.end:
            stack.append(run)
