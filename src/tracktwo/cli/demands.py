"""``tracktwo demands``: what is demanded of whom, since when, how firmly, and what came of it."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.guard import BAD_INPUT, DONE
from tracktwo.cli.printing import print_json
from tracktwo.errors import InputError

if TYPE_CHECKING:
    from tracktwo.brief.ledger import Speaking
    from tracktwo.ledger.entry import Entry
    from tracktwo.ledger.ledger import Ledger
    from tracktwo.ledger.move import Move
    from tracktwo.ledger.telling import Telling

WIDTH = 80


def demands(
    inputs: Annotated[
        list[str], typer.Argument(metavar="CASE|PATH…", help="A case folder; or files, folders.")
    ],
    *,
    party: Annotated[
        str, typer.Option("--party", help="Only the demands of this party, by id or name.")
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the ledger as one JSON object.")
    ] = False,
) -> int:
    """Show who demands what of whom, since when, how firmly, and what came of it.

    One entry per demand over all documents: repeats and retellings stand under it. The ids are
    those that `tracktwo why` explains.
    """
    from tracktwo.cli.ledgers import ledger_of
    from tracktwo.ledger.export import ledger_json

    ledger, parties, _, refused = ledger_of(inputs)
    ledger = of_party(ledger, parties, party)
    if as_json:
        print_json(ledger_json(ledger, parties))
    else:
        print("\n".join(told(ledger, parties)))
    return BAD_INPUT if refused else DONE


def of_party(ledger: "Ledger", parties: "Speaking", party: str) -> "Ledger":
    """Give the entries of one party, of all for "".

    Raises
    ------
    InputError
        If no entry is of such a party.
    """
    from dataclasses import replace

    from tracktwo.brief.sides import folded

    if not party:
        return ledger
    names = {each.party: parties.name(each.party) or each.demander for each in ledger.entries}
    wanted = {i for i, name in names.items() if folded(party) in {folded(name), folded(i)}}
    if not wanted:
        known = "; ".join(dict.fromkeys(names.values())) or "none"
        raise InputError(
            f"--party {party}: nobody of that name demands anything here; those who do: {known}"
        )
    return replace(ledger, entries=tuple(e for e in ledger.entries if e.party in wanted))


def told(ledger: "Ledger", parties: "Speaking") -> Iterator[str]:
    """Give the ledger line by line, at 80 columns."""
    from tracktwo.brief.lists import figured

    if not ledger.entries:
        yield "The sources hold no demand."
    for group in ledger.by_party():
        name = parties.name(group[0].party) or group[0].demander
        yield f"{name}: {figured(len(group), 'demand')}"
        for entry in group:
            yield from _entry(entry)
        yield ""


def _entry(entry: "Entry") -> Iterator[str]:
    from tracktwo.brief.lists import figured, in_text, listed
    from tracktwo.brief.moving import dated, done
    from tracktwo.ledger.move import firmest

    yield from wrapped(f"“{flat(entry.first.statement.quote)}”", f"{entry.number:>4}  ")
    level = firmest((*entry.tellings, *entry.described)).replace("_", "-")
    whom = listed(map(in_text, entry.addressees))
    time = dated(entry.first)
    if entry.latest is not None:
        time += f"; last {done(entry.latest)} {dated(entry.latest.telling)}"
    yield from wrapped(f"{f'of {whom}' if whom else 'of nobody by name'}; {level}; {time}")
    count = figured(len(entry.tellings), "passage")
    yield from wrapped(f"{entry.standing}; {count}: {sources(entry.tellings)}")
    for move in entry.moves:
        if {"met", "rejected"} & {*move.kinds}:
            yield from wrapped(reply(move))


def reply(move: "Move") -> str:
    """Say who replied to a demand, how and when, and where that is told."""
    from tracktwo.brief.lists import in_text
    from tracktwo.brief.moving import dated, done

    who = move.telling.statement.speaker
    by = f" by {in_text(who.name)}" if who else ""
    return f"{done(move)}{by}, {dated(move.telling)}: {sources([move.telling])}"


def sources(tellings: "Iterable[Telling]") -> str:
    """Give the ids of passages, each with its document."""
    return ", ".join(f"{each.statement.id} in {each.document.name}" for each in tellings)


def flat(words: str) -> str:
    """Give words with single spaces."""
    return " ".join(words.split())


def wrapped(words: str, lead: str = "      ") -> Iterable[str]:
    """Fold words into lines of 80 columns behind a lead."""
    behind = " " * len(lead)
    return textwrap.wrap(
        words, WIDTH, initial_indent=lead, subsequent_indent=behind, break_on_hyphens=False
    )
