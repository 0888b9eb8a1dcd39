"""How is a gold file made? From the text itself with the spans marked in it, so none is counted.

A ``.marked`` file holds the text, a line ``====`` and one line for each thing that the text holds.
In the text ``{1 words}`` marks the content of statement 1; ``{1.s words}`` its speaker's mention,
``{1.c words}`` its cue and ``{1.i words}`` its condition; ``{1,2.c words}`` serves two. A label
used twice gives two spans. Marks nest. Below the line::

    author | Continental Press | media
    actor quell | Quell | state |  | the government in Sabe; Quellan side
    labels Q=press; MINISTER=osta
    demand D1 quell > orsenia in DS1 : return of the port
    1 demand osta quell > orsenia ; firm=firm date=2019-08 alt=claim,reject d=D1 neg noncore
    counter 1 2 2.c
    scenario x1 quell ; room r1 quell ; question q1 press ; event e1 2019-08-19

The words before ``>`` are the chain without the author, those after it the addressees.
``noturns`` says that the turns of a text were not marked.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Span = dict[str, Any]
Gold = dict[str, Any]

MARK = re.compile(r"\{([\w.,]+) |\}")
ACTS = ["demand", "propose", "accept", "reject", "threaten", "promise", "accuse", "deny", "claim"]
REPORTING = ["direct", "mixed", "indirect", "nominal", "list_item", "turn", "narrative"]
FIRMNESS = ["non_negotiable", "firm", "stated", "hedged", "tentative", "vague"]
FLAGS = {"neg", "noncore"}
KEYS = {"firm", "date", "alt", "d", "rep", "sub", "altspk", "altlen"}


class MarkingError(ValueError):
    """What is marked does not hold together: the message names the line or the label."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and where each label's spans lie in it."""

    text: str
    spans: dict[str, list[Span]]

    def all(self, label: str) -> list[Span]:
        """Give the spans of a label, which must have been marked."""
        if label not in self.spans:
            raise MarkingError(f"{{{label} …}} is named below the line and marked nowhere")
        return self.spans[label]

    def first(self, label: str) -> Span | None:
        """Give the first span of a label, or None where none is marked."""
        return self.spans[label][0] if label in self.spans else None


def unmark(source: str) -> Marked:
    """Take the marks out of a text and keep where they stood.

    >>> unmark("Quell {1.c wants} {1 {e1 a port}}.").spans["1"]
    [{'start': 12, 'end': 18, 'text': 'a port'}]
    """
    pieces: list[str] = []
    open_marks: list[tuple[str, int]] = []
    found: list[tuple[int, int, str]] = []
    at = length = 0
    for mark in MARK.finditer(source):
        pieces.append(source[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[1]:
            open_marks.append((mark[1], length))
        elif open_marks:
            labels, start = open_marks.pop()
            found += [(start, length, label) for label in labels.split(",")]
        else:
            raise MarkingError(f"a mark closes that never opened: …{source[at - 30 : at]}")
    if open_marks:
        raise MarkingError(f"marks never close: {open_marks}")
    text = "".join(pieces) + source[at:]
    spans: dict[str, list[Span]] = {}
    for start, end, label in sorted(found):
        spans.setdefault(label, []).append({"start": start, "end": end, "text": text[start:end]})
    return Marked(text, spans)


def compile_gold(source: str, path: str) -> tuple[str, Gold]:
    """Turn a ``.marked`` file into its plain text and its gold, in the form of READING.md.

    Raises
    ------
    MarkingError
        Where a label, an actor, a demand, an act or an option is unknown, where a statement has no
        marked content, and where something marked is used by no line.
    """
    body, _, below = source.partition("\n====\n")
    marked = unmark(body + "\n")
    gold = _gather(marked, [line for line in below.splitlines() if line.strip()])
    gold["document"] = {
        "path": path,
        "sha256": hashlib.sha256(marked.text.encode()).hexdigest(),
        "chars": len(marked.text),
    }
    _check_names(gold)
    _check_marks_used(marked, gold, below)
    return marked.text, gold


def _gather(marked: Marked, lines: list[str]) -> Gold:
    gold: Gold = {
        "schema": "reading-gold/1",
        "document": {},
        **{key: [] for key in ("actors", "turns", "statements", "demands", "claim_counter")},
        **{key: [] for key in ("scenarios", "room_for_compromise", "questions", "events")},
    }
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "noturns":
            gold["turns_marked"] = False
        elif word.isdigit():
            gold["statements"].append(_statement(marked, word, rest))
        elif word in _LINES:
            key, make = _LINES[word]
            made = make(marked, rest)
            gold[key] += made if isinstance(made, list) else [made]
        else:
            raise MarkingError(f"a line that begins with no known word: {line}")
    _find_mentions(marked.text, gold["actors"])
    for demand in gold["demands"]:
        demand["statements"] = [s["id"] for s in gold["statements"] if s["demand"] == demand["id"]]
    return gold


def _statement(marked: Marked, number: str, line: str) -> dict[str, Any]:
    head, _, tail = line.partition(" ; ")
    said, _, to = head.partition(">")
    act, *chain = said.split()
    options = dict(part.partition("=")[::2] for part in tail.split())
    if unknown := set(options) - FLAGS - KEYS:
        raise MarkingError(f"statement {number}: unknown {sorted(unknown)}")
    content = [_without_stop(span) for span in marked.all(number)]
    chain = ["author", *(each for each in chain if each != "author")]
    row: dict[str, Any] = {
        "id": f"S{int(number):02d}",
        "content": content,
        "speaker": chain[-1],
        "speaker_span": marked.first(f"{number}.s"),
        "chain": chain,
        "act": act,
        "subtype": options.get("sub"),
        "reporting": options.get("rep", "narrative" if len(chain) == 1 else "indirect"),
        "cue": marked.first(f"{number}.c"),
        "addressees": _names(to),
        "firmness": options.get("firm", "stated"),
        "date": options.get("date"),
        "condition": marked.first(f"{number}.i"),
        "negated": "neg" in options,
        "core": "noncore" not in options,
        "demand": options.get("d"),
        "alt_acts": _names(options.get("alt", "")),
    }
    if "altspk" in options:
        row["alt_speakers"] = _names(options["altspk"])
    if "altlen" in options:
        row["alt_chain_lengths"] = [int(each) for each in _names(options["altlen"])]
    return row


def _without_stop(span: Span) -> Span:
    """Leave out a final full stop: it belongs to the content only inside quotation marks."""
    if not span["text"].endswith("."):
        return span
    return {"start": span["start"], "end": span["end"] - 1, "text": span["text"][:-1]}


def _names(text: str) -> list[str]:
    return re.findall(r"[^\s,]+", text)


def _actor(_marked: Marked, line: str) -> dict[str, Any]:
    who, name, kind, speaks_for, aliases = [*(p.strip() for p in line.split("|")), "", ""][:5]
    forms = sorted({name, *(each.strip() for each in aliases.split(";") if each.strip())})
    row: dict[str, Any] = {"id": who, "name": name, "type": kind}
    return row | ({"for": speaks_for} if speaks_for else {}) | {"aliases": forms, "mentions": []}


def _author(marked: Marked, line: str) -> dict[str, Any]:
    return _actor(marked, f"author {line}")


def _turns(marked: Marked, line: str) -> list[dict[str, Any]]:
    """Find the block of each label: from behind it to the next label or the end of the text."""
    named = (each.partition("=") for each in line.split(";"))
    speakers = {label.strip(): who.strip() for label, _, who in named}
    label = "|".join(map(re.escape, sorted(speakers, key=len, reverse=True)))
    found = list(re.finditer(rf"^({label})(?:: | — )", marked.text, re.MULTILINE))
    ends = [each.start() for each in found[1:]] + [len(marked.text)]
    return [
        {
            "speaker": speakers[each[1]],
            "start": each.end(),
            "end": each.end() + len(marked.text[each.end() : end].rstrip()),
        }
        for each, end in zip(found, ends, strict=True)
    ]


def _demand(_marked: Marked, line: str) -> dict[str, Any]:
    head, _, label = line.partition(" : ")
    side, _, to = head.partition(">")
    to, _, within = to.partition(" in ")
    name, demander = side.split()
    return {
        "id": name,
        "demander": demander,
        "addressees": _names(to),
        "statements": [],
        "set": within.strip() or None,
        "label": label,
    }


def _counter(marked: Marked, line: str) -> dict[str, Any]:
    claim, counter, *cue = line.split()
    return {
        "claim": f"S{int(claim):02d}",
        "counter": f"S{int(counter):02d}",
        "cue": marked.all(cue[0])[0] if cue else None,
    }


def _scenario(marked: Marked, line: str) -> dict[str, Any]:
    label, by = line.split()
    condition, outcomes = marked.all(f"{label}.i")[0], marked.all(label)
    return {"condition": condition, "outcomes": outcomes, "by": by}


def _room(marked: Marked, line: str) -> dict[str, Any]:
    label, by = line.split()
    return {"span": marked.all(label)[0], "by": by, "limits": marked.spans.get(f"{label}.l", [])}


def _question(marked: Marked, line: str) -> dict[str, Any]:
    label, by = line.split()
    return {**marked.all(label)[0], "by": by}


def _event(marked: Marked, line: str) -> dict[str, Any]:
    label, date = line.split()
    return {**marked.all(label)[0], "date": date}


_LINES = {
    "author": ("actors", _author),
    "actor": ("actors", _actor),
    "labels": ("turns", _turns),
    "demand": ("demands", _demand),
    "counter": ("claim_counter", _counter),
    "scenario": ("scenarios", _scenario),
    "room": ("room_for_compromise", _room),
    "question": ("questions", _question),
    "event": ("events", _event),
}


def _find_mentions(text: str, actors: list[dict[str, Any]]) -> None:
    """Find each actor's names in the text, the longest first, so that no two mentions overlap."""
    names = sorted({(alias, a["id"]) for a in actors for alias in a["aliases"]})
    mentions: dict[str, list[Span]] = {each["id"]: each["mentions"] for each in actors}
    taken: list[tuple[int, int]] = []
    for alias, who in sorted(names, key=lambda pair: -len(pair[0])):
        for found in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", text):
            if all(found.end() <= start or end <= found.start() for start, end in taken):
                taken.append(found.span())
                span = {"start": found.start(), "end": found.end(), "text": alias}
                mentions[who].append(span)
    for spans in mentions.values():
        spans.sort(key=lambda span: int(span["start"]))


def _check_names(gold: Gold) -> None:
    """Hold every name used against the actors and demands that are declared."""
    actors = {each["id"] for each in gold["actors"]}
    used = {turn["speaker"] for turn in gold["turns"]} | set(_said_names(gold["statements"]))
    for demand in gold["demands"]:
        used |= {demand["demander"], *demand["addressees"]}
    if used - actors:
        raise MarkingError(f"actors that are not declared: {sorted(used - actors)}")
    demands = {each["id"] for each in gold["demands"]}
    asked = {each["demand"] for each in gold["statements"]} - {None}
    sets = {each["set"] for each in gold["demands"]} - {None}
    if (asked | sets) != demands:
        raise MarkingError(
            f"demands declared or used only once: {sorted(demands ^ (asked | sets))}"
        )
    for each in gold["statements"]:
        known = {each["act"], *each["alt_acts"]} <= set(ACTS)
        if not known or each["firmness"] not in FIRMNESS or each["reporting"] not in REPORTING:
            raise MarkingError(f"{each['id']}: unknown act, firmness or reporting")


def _said_names(statements: list[dict[str, Any]]) -> Iterator[str]:
    for each in statements:
        yield from [*each["chain"], *each["addressees"], *each.get("alt_speakers", [])]


def _check_marks_used(marked: Marked, gold: Gold, below: str) -> None:
    """Refuse a mark that no line below speaks of: a statement was forgotten there."""
    numbers = {str(int(each["id"][1:])) for each in gold["statements"]}
    words = set(re.findall(r"\b[xrqe]\d+\b", below))
    stray = {label for label in marked.spans if label.split(".")[0] not in numbers | words}
    if stray:
        raise MarkingError(f"marked, and named by no line: {sorted(stray)}")
