"""Does finding the same demand take longer the more demands are held? Time per statement."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from row import Row, hand_over

sys.path.insert(0, str(Path(__file__).parents[1]))  # parties by name stand among the tests

from tests.ledger.world import ByName

from tracktwo.documents.document import Document, Original, Span, text_hash
from tracktwo.ledger.ledger import keep
from tracktwo.reading.reading import Demand, Reading
from tracktwo.reading.statement import Speaker, Statement, statement_id

SIZES = (1_000, 10_000, 100_000)
PER_DOCUMENT = 20
VOCABULARY, PARTIES, LENGTH, SHARE_REPEATED = 4_000, 40, 8, 0.3
SEED = 20_250_131


class Numbered(ByName):
    """Parties whose names end in the number of their place."""

    def place(self, party: str) -> int:
        """Give the number that a party bears."""
        return int(party.removeprefix("Party ") or 0)


def corpus(size: int) -> tuple[list[Document], list[Reading]]:
    """Make documents with so many statements, a third of them repeats, words as in a language."""
    rng = np.random.default_rng(SEED)
    words = ["".join(chr(97 + c) for c in rng.integers(0, 26, 7)) for _ in range(VOCABULARY)]
    ranks = 1 / np.arange(1, VOCABULARY + 1)
    said: list[tuple[str, int, str]] = []
    for _ in range(size):
        if said and rng.random() < SHARE_REPEATED:
            phrase, party, _ = said[int(rng.integers(len(said)))]
        else:
            drawn = rng.choice(VOCABULARY, LENGTH, p=ranks / ranks.sum())
            phrase, party = " ".join(words[at] for at in drawn), int(rng.integers(PARTIES))
        act = "reject" if rng.random() < 0.1 else "demand"
        said.append((phrase, party, act))
    pairs = list(_documents(said))
    return [each for each, _ in pairs], [each for _, each in pairs]


def _documents(said: list[tuple[str, int, str]]) -> Iterator[tuple[Document, Reading]]:
    for first in range(0, len(said), PER_DOCUMENT):
        rows = said[first : first + PER_DOCUMENT]
        number = first // PER_DOCUMENT
        text = f"Source {number}\n" + "\n".join(phrase for phrase, _, _ in rows)
        sha = text_hash(text)
        at, found = text.index("\n") + 1, []
        day = f"{2000 + number % 24}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        for phrase, party, act in rows:
            content = (Span(at, at + len(phrase)),)
            found.append(_statement(sha, content, phrase, party, act, day))
            at += len(phrase) + 1
        demands = tuple(
            Demand(f"d{n}", "", each.addressees, (each.id,))
            for n, each in enumerate(found)
            if each.act == "demand"
        )
        document = Document(f"{number}.txt", text, sha, Original(sha, "text/plain", text))
        yield document, Reading(sha, "rules", tuple(found), demands=demands)


def _statement(  # noqa: PLR0913, PLR0917 - the parts of a made-up statement
    sha: str, content: tuple[Span, ...], phrase: str, party: int, act: str, day: str
) -> Statement:
    asker, asked = (party, (party + 1) % PARTIES)[:: 1 if act == "demand" else -1]
    name = f"Party {asker}"
    return Statement(
        statement_id(sha, content),
        sha,
        content,
        phrase,
        Speaker(name, name),
        ("author", name),
        act,  # type: ignore[arg-type] # one of two acts
        "indirect",
        addressees=(f"Party {asked}",),
        date=day,
    )


def measure() -> list[Row]:
    """Time the ledger of ever more statements, each over those of the fewest."""
    rows, floor = [], 0.0
    for size in SIZES:
        documents, readings = corpus(size)
        started = time.process_time()
        ledger = keep(documents, readings, Numbered())
        each = (time.process_time() - started) / size
        floor = floor or each
        tellings = sum(len(entry.tellings) for entry in ledger.entries)
        assert tellings > len(ledger.entries) > 0
        rows.append(
            Row(
                f"same demand among {size:,} statements",
                f"{each * 1e6:,.0f} µs a statement",
                f"{floor * 1e6:,.0f} µs among {SIZES[0]:,}",
                each / floor,
                "no growth with the square",
            )
        )
    return rows


if __name__ == "__main__":
    hand_over(measure())
