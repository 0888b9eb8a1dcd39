"""Which words at the start of a block name who speaks in it?"""

import re
from collections import Counter
from dataclasses import dataclass

from tracktwo.actors.naming import strip_titles, surname
from tracktwo.documents.document import Span
from tracktwo.reading.layout import Block

_TIME = r"[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?"
_LABEL = re.compile(
    rf"(?P<style>(?:{_TIME}\s*[–—|-]?\s*)?[*_]{{0,2}})"
    r"(?P<label>(?:[^\W\d_]|@(?=\w)|\d{1,2}:\d\d)(?:\([^()\n]{1,60}\)|[^:\n!?“”\"*_(]){0,90}?)"
    rf"[*_]{{0,2}}\s*(?:{_TIME}\s*)?(?::[*_]{{0,2}}|\s[—–])\s*(?P<said>\S|\Z)"
)
_LETTER = re.compile(
    r"(?P<style>[*_]{0,2})(?P<label>(?:Q|A|Question|Answer)\s?\d{0,2})[.)][*_]{0,2}\s+(?P<said>\S)"
)
_CAPITALS = re.compile(
    r"(?P<style>)(?P<label>(?:(?:The|Mr|Ms|Mrs|Dr|Sir|Lord|Lady|Senator|Sen|Rep)\.?\s)?"
    r"[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+){0,3}(?:\sof\s[A-Z]\w+)?)\.\s+(?P<said>[A-Z“\"\[(])"
)
_POST = re.compile(
    r"(?P<style>)(?P<label>(?:[A-Z][^\n@·|:]{1,40}\s)?\(?@\w+\)?)"
    r"(?:[\s·|,–—-]*[^\n:.!?]{0,20}\d[^\n!?]{0,30})?\s*:?(?P<said>\Z)"
)
_HOSTS = re.compile(
    r"\b(?:q|question|host|moderator|interviewer|editor|presenter|reporter|journalist|chair|"
    r"chairman|chairwoman|chairperson|anchor|correspondent)\b"
)
_TITLED = re.compile(
    r"(?:mr|ms|mrs|miss|dr|sir|dame|lord|lady|baroness|prof|professor|sen|senator|rep|hon|judge|"
    r"(?:several |some )?(?:hon|members)|an? hon|the (?:speaker|president|minister|chair\w*))\b"
)
_NUMBERED = re.compile(r"\b(q|a|question|answer) ?\d+$")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_NO_SPEAKER = frozenset(
    {"date", "release", "contact", "note", "source", "sources", "guests", "transcript", "to",
     "from", "published", "author", "publisher", "title", "subject", "cc", "place", "read also",
     "see also", "editor s note", "editors note", "read more", "related", "update", "correction",
     "more"}
)  # fmt: skip
_LONGEST, _LONGEST_OFFICE = 6, 12


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its words, how it is set off, where it stands and where what is said begins."""

    words: str
    span: Span
    said: int
    style: str = ""
    weak: bool = False

    @property
    def key(self) -> str:
        """The words folded."""
        return label_key(self.words)


def label_key(label: str) -> str:
    """Fold a label, so that "Dr.Elena Sokolov" and "dr. Elena Sokolov" are one.

    What stands in brackets and the number of a question are left out.

    >>> label_key("Dr.Elena Sokolov"), label_key("Anna Roth (Velm North)"), label_key("Q12")
    ('dr elena sokolov', 'anna roth', 'q')
    """
    bare = _BRACKETS.sub("", label) or label
    return _NUMBERED.sub(r"\1", " ".join(re.findall(r"[^\W_]+", bare.casefold())))


def in_brackets(label: str) -> tuple[str, ...]:
    """Give what stands in the brackets of a label.

    >>> in_brackets("Anna Roth (Velm North) (Green)")
    ('Velm North', 'Green')
    """
    return tuple(match[1].strip() for match in _BRACKETS.finditer(label))


def without_brackets(label: str) -> str:
    """Give a label without what stands in brackets."""
    return _BRACKETS.sub("", label).strip() or label


def is_host(key: str) -> bool:
    """Tell whether the key of a label is that of somebody who leads the talk."""
    return _HOSTS.search(key) is not None


def label_of(text: str, blocks: tuple[Block, ...], at: int) -> Label | None:
    """Give the label with which a block begins, or that it is.

    A name of at most six words (an office of twelve) before a colon or a spaced dash, unless all
    behind it is in capitals as well (a masthead); "Q." and "A."; who posts ("@handle", with a
    date); a name in capitals before a full stop; a line that is a name and stands above what is
    said. The last two are weak: they count only where one of them comes back.
    """
    block = blocks[at]
    if block.kind in {"contents", "item"}:
        return None
    start, end = block.span.start, block.span.end
    match = _POST.match(text, start, end)
    if match is not None and at + 1 < len(blocks):
        return _label(match, weak=False)
    match = _LETTER.match(text, start, end) or _LABEL.match(text, start, end)
    if match is not None and _is_name(match["label"]):
        alone = not match["said"] and not _stands_above(text, blocks, at)
        masthead = _is_masthead(text[match.start("said") : end])
        return None if alone or masthead else _label(match, weak=False)
    match = _CAPITALS.match(text, start, end)
    if match is not None:
        return _label(match, weak=True)
    return _line(text, blocks, at)


def _is_masthead(said: str) -> bool:
    """Tell whether what is behind a label heads a page: "PORT OFFICE — DAILY BRIEFING"."""
    return said.isupper() and " " in said.strip()


def _label(match: re.Match[str], *, weak: bool) -> Label:
    words = match["label"].strip()
    span = Span(match.start("label"), match.start("label") + len(words))
    return Label(words, span, match.start("said"), match["style"].strip(), weak)


def _line(text: str, blocks: tuple[Block, ...], at: int) -> Label | None:
    """Give the label that is a line of its own: a title with a name, or who leads the talk."""
    block = blocks[at]
    words = text[block.span.start : block.span.end].strip("*_# ")
    key = label_key(words)
    titled = _TITLED.match(key) is not None or _HOSTS.fullmatch(key) is not None
    if block.kind != "heading" or not titled or not _is_name(words):
        return None
    if not _stands_above(text, blocks, at):
        return None
    start = text.index(words, block.span.start)
    return Label(words, Span(start, start + len(words)), block.span.end, weak=True)


def _stands_above(text: str, blocks: tuple[Block, ...], at: int) -> bool:
    """Tell whether what follows a line that is a label can be what is said under it."""
    if at + 1 >= len(blocks):
        return False
    following = blocks[at + 1]
    asked = text[following.span.end - 1] == "?"
    return following.kind == "paragraph" or (following.kind == "heading" and asked)


def _is_name(label: str) -> bool:
    """Tell whether words can be a name: few, with capitals, those of no header."""
    words = without_brackets(label).split()
    named = all(word[:1].isupper() or len(word) <= 5 or not word[0].isalpha() for word in words[1:])
    office = words[0].casefold() in {"the", "mr", "ms", "mrs", "dr"} and words[-1][:1].isupper()
    longest = _LONGEST_OFFICE if office else _LONGEST
    return named and len(words) <= longest and label_key(label) not in _NO_SPEAKER


def kept(found: dict[int, Label]) -> dict[int, Label]:
    """Keep, of the labels by block, those that come back or are set like a speaker's.

    In capitals, bold, with a time, a title or brackets, a host's; one that shares its surname
    with another. Nothing is kept where none comes back, or there are fewer than three.
    """
    counts = Counter(label.key for label in found.values())
    set_so = any(each.weak and counts[each.key] > 1 for each in found.values())
    firm = {at: each for at, each in found.items() if set_so or not each.weak}
    if len(firm) < 3 or max((counts[each.key] for each in firm.values()), default=0) < 2:
        return {}
    keys = {label.key for label in firm.values()}
    if len(keys) == 1:
        return firm
    families = Counter(surname(strip_titles(key)[1]) for key in keys)
    return {at: each for at, each in firm.items() if _keeps(each, counts, families)}


def _keeps(label: Label, counts: Counter[str], families: Counter[str]) -> bool:
    key = label.key
    if (
        counts[key] > 1
        or "@" in label.words
        or label.words.isupper()
        or is_host(key)
        or label.style
    ):
        return True
    shared = families[surname(strip_titles(key)[1])] > 1
    return shared or bool(in_brackets(label.words)) or _TITLED.match(key) is not None
