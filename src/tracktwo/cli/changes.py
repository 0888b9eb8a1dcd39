"""``tracktwo changes``: which demands have moved since a day, with both passages."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.demands import flat, of_party, sources, wrapped
from tracktwo.cli.guard import BAD_INPUT, DONE
from tracktwo.cli.printing import print_json
from tracktwo.errors import InputError

if TYPE_CHECKING:
    from tracktwo.brief.ledger import Speaking
    from tracktwo.ledger.changes import Moved
    from tracktwo.ledger.telling import Telling


def changes(
    inputs: Annotated[
        list[str], typer.Argument(metavar="CASE|PATH…", help="A case folder; or files, folders.")
    ],
    *,
    since: Annotated[
        str,
        typer.Option("--since", help="From this day, month or year on: 2024-06-14, 2024-06, 2024."),
    ] = "",
    party: Annotated[
        str, typer.Option("--party", help="Only the demands of this party, by id or name.")
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the changes as one JSON object.")
    ] = False,
) -> int:
    """Show what moved: demands raised, repeated, narrowed, widened, softened, hardened, withdrawn.

    And those accepted or rejected; each with the two passages and what differs. A retelling of
    the same act is no move, and an order that the dates do not show is not claimed.
    """
    from tracktwo.cli.ledgers import ledger_of
    from tracktwo.ledger.changes import moved
    from tracktwo.ledger.export import changes_json

    _check(since)
    ledger, parties, _, refused = ledger_of(inputs)
    found = list(moved(of_party(ledger, parties, party), since))
    if as_json:
        print_json(changes_json(since, found, parties))
    else:
        print("\n".join(told(found, parties, since)))
    return BAD_INPUT if refused else DONE


def _check(since: str) -> None:
    from tracktwo.ledger.when import span

    if since and not span(since).first:
        raise InputError(
            f"--since {since}: is no date; give a day, month or year: 2024-06-14, 2024-06 or 2024"
        )


def told(found: "Sequence[Moved]", parties: "Speaking", since: str) -> Iterator[str]:
    """Give the changes line by line, at 80 columns, demand by demand."""
    from tracktwo.brief.dates import written
    from tracktwo.brief.lists import figured

    span = f" since {written(since)}" if since else ""
    shown = [each for each in found if each.dated]
    count = len({each.entry.number for each in shown})
    if shown:
        yield f"{figured(len(shown), 'move')} of {figured(count, 'demand')}{span}"
    else:
        yield f"No demand has moved{span}, as far as the sources show."
    yield from _by_demand(shown, parties)
    undated = [each for each in found if not each.dated]
    if undated:
        yield ""
        head = f"{figured(len(undated), 'act')} without a date, in sources{span or ' of any date'}"
        yield from wrapped(f"{head}: when they took place is not shown", "")
        yield from _by_demand(undated, parties)


def _by_demand(found: "Sequence[Moved]", parties: "Speaking") -> Iterator[str]:
    number = 0
    for each in found:
        if each.entry.number != number:
            number = each.entry.number
            name = parties.name(each.entry.party) or each.entry.demander
            yield ""
            yield from wrapped(
                f"{name}: “{flat(each.entry.first.statement.quote)}”", f"{number:>4}  "
            )
        yield from _move(each)


def _move(each: "Moved") -> Iterator[str]:
    from tracktwo.brief.moving import dated, done, explained

    move = each.move
    by = move.telling.statement.speaker
    who = f" by {by.name}" if by and {"met", "rejected"} & {*move.kinds} else ""
    yield from wrapped(f"{done(move)}{who}, {dated(move.telling)}")
    if "raised" not in move.kinds:
        if move.before is not None:
            yield from _passage("was: " if not who else "to:  ", move.before)
        yield from _passage("now: " if not who else "is:  ", move.telling)
    else:
        yield from wrapped(sources([move.telling]), " " * 8)
    if explained(move):
        yield from wrapped(explained(move), " " * 8)


def _passage(label: str, telling: "Telling") -> Iterator[str]:
    from tracktwo.brief.moving import dated

    words = f"“{flat(telling.statement.quote)}” ({dated(telling)}; {sources([telling])})"
    yield from wrapped(words, " " * 8 + label)
