"""Which grade would the rules propose for a source, and for what reasons?

The rules, all of them. Reliability, of the source:

- it names neither publisher nor author: F, cannot be judged
- otherwise C, fairly reliable, and then
  - it comes from a party to the conflict: one step down
  - more than half of what it attributes is from people without a name: one step down
  - at least three of its statements, and a third of all, are reported by independent
    documents too: one step up

Credibility, of what it says:

- it attributes nothing to anybody: 6, cannot be judged
- otherwise 3, possibly true, and then
  - a third of what it attributes is reported by an independent document too: one step up; two
    thirds, by two independent documents or more: two steps up
  - more than half of it is second-hand (somebody stands between author and speaker), or from
    people without a name: one step down

Reliability never leaves B to D, nor credibility 1 to 4: A, E and 5 rest on a record, or on
knowledge, that only people have. No grade is given by this: a person decides.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.documents.document import Document
from tracktwo.reading.corroboration import Pair, corroborated
from tracktwo.reading.grade import Credibility, Reliability
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

_UNNAMED = re.compile(
    r"\b(?:sources?|officials?|diplomats?|people|persons?|insiders?|aides?|advis[eo]rs?|envoys?|"
    r"negotiators?|delegates?|observers?|analysts?|witnesses|circles|spokes(?:man|woman|person))\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:ministry|government|office|presidency|embassy|mission|command|army|forces|press service|"
    r"secretariat|council|chancellery|parliament|delegation|spokes\w+|president|minister)\b"
)
_GIVEN_NAME = re.compile(r"\b[A-Z][\w’'-]{1,40} (?:[a-z]{1,3} )?[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A grade that the rules would give, and why: one reason for each rule that applied."""

    reliability: Reliability
    credibility: Credibility
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        """Give the two signs together, as "C3"."""
        return self.reliability + self.credibility


@dataclass(frozen=True, slots=True)
class _Counts:
    """What of a document's attributed statements is how: numbers of statements."""

    all: int
    unnamed: int
    second_hand: int
    corroborated: int
    by_two: int


def proposals(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    is_party: Callable[[Document], bool] = lambda _: False,
) -> dict[str, Proposal]:
    """Propose a grade for each document, by the rules above.

    Parameters
    ----------
    documents : sequence of Document
        All that are held against each other.
    readings : sequence of Reading
        Of these documents; of several of one document, the first.
    is_party : callable
        Tells whether a document comes from a party to the conflict.

    Returns
    -------
    dict of str to Proposal
        By the hash of the text, in the order of `documents`; none for a document that was not
        read. Renaming parties and documents changes nothing else.
    """
    by_text = {each.document: each for each in reversed(readings)}  # the first of each
    echoed = corroborated(documents, list(by_text.values()))
    return {
        document.sha256: _proposal(
            document, _counts(by_text[document.sha256], echoed), party=is_party(document)
        )
        for document in documents
        if document.sha256 in by_text
    }


def published_by(names: Iterable[str]) -> Callable[[Document], bool]:
    """Give what tells whether a document comes from one of the parties that bear these names.

    Its publisher, or its author where it names none, is the party itself or one of its speakers,
    or is one of its offices: the name holds the party's name and a word of office, as "Ministry of
    Water of Darsania" does. "The Velim Post" is no office.
    """
    known = {_bare(name) for name in names} - {""}

    def is_party(document: Document) -> bool:
        named = _bare(document.publisher or document.author)
        office = bool(_OFFICE.search(named))
        return named in known or (
            office and any(re.search(rf"\b{re.escape(each)}", named) for each in known)
        )

    return is_party


def _bare(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def _counts(reading: Reading, echoed: Mapping[Pair, Sequence[str]]) -> _Counts:
    said = [each for each in reading.statements if each.core and each.speaker is not None]
    also = [len(echoed.get((reading.document, each.id), ())) for each in said]
    return _Counts(
        all=len(said),
        unnamed=sum(map(is_unnamed, said)),
        second_hand=sum(len(each.chain) > 2 for each in said),
        corroborated=sum(count >= 1 for count in also),
        by_two=sum(count >= 2 for count in also),
    )


def is_unnamed(statement: Statement) -> bool:
    """Tell whether a statement is from somebody who has an occupation and no name.

    "A senior official" is; "Russian officials" are; "officials of Ada Lind's" are, for it is not
    she who speaks; "the spokesman, Remy Oduya" is not, and "the ministry" is not.
    """
    name = statement.speaker.name if statement.speaker else ""
    found = _UNNAMED.search(name)
    return found is not None and not _GIVEN_NAME.search(
        re.sub(r"\b\S{1,40} \S{1,40}[’']s\b", "", name)
    )


def _proposal(document: Document, counts: _Counts, *, party: bool) -> Proposal:
    reliability, source = _reliability(document, counts, party=party)
    credibility, information = _credibility(counts)
    return Proposal(reliability, credibility, (*source, *information))


def _reliability(
    document: Document, counts: _Counts, *, party: bool
) -> tuple[Reliability, Iterable[str]]:
    named = document.publisher or document.author
    if not named:
        return "F", ("F: it names neither publisher nor author",)
    step, reasons = 0, [f"C to begin with: it names who publishes it ({named})"]
    if party:
        step -= 1
        reasons.append("one step down: it comes from a party to the conflict")
    if 2 * counts.unnamed > counts.all:
        step -= 1
        reasons.append(
            f"one step down: {counts.unnamed} of {counts.all} attributed statements are from "
            "people without a name"
        )
    if counts.corroborated >= 3 and 3 * counts.corroborated >= counts.all:
        step += 1
        reasons.append(f"one step up: {_also(counts)}")
    scale: tuple[Reliability, ...] = ("D", "C", "B")
    return scale[max(0, 1 + step)], reasons


def _credibility(counts: _Counts) -> tuple[Credibility, Iterable[str]]:
    if not counts.all:
        return "6", ("6: it attributes no statement to anybody",)
    step, reasons = 0, ["3 to begin with: nothing yet confirms it, nothing speaks against it"]
    if 3 * counts.by_two >= 2 * counts.all:
        step += 2
        reasons.append(f"two steps up: {_also(counts)}, most of them two or more")
    elif 3 * counts.corroborated >= counts.all:
        step += 1
        reasons.append(f"one step up: {_also(counts)}")
    if 2 * counts.second_hand > counts.all:
        step -= 1
        reasons.append(
            f"one step down: {counts.second_hand} of {counts.all} attributed statements are "
            "second-hand"
        )
    elif 2 * counts.unnamed > counts.all:
        step -= 1
        reasons.append("one step down: most of what it attributes is from people without a name")
    scale: tuple[Credibility, ...] = ("4", "3", "2", "1")
    return scale[1 + step], reasons


def _also(counts: _Counts) -> str:
    return (
        f"{counts.corroborated} of {counts.all} attributed statements are reported by an "
        "independent document too"
    )
