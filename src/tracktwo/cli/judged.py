"""One package as ``tracktwo settle --package`` takes it and prints it."""

from typing import TYPE_CHECKING

from tracktwo.cli.wording import red_line_words
from tracktwo.errors import InputError

if TYPE_CHECKING:
    from tracktwo.analyses.settlement.package import Judged, Trade
    from tracktwo.casemodel.case import Case


def options_in(text: str) -> dict[str, str]:
    """Read a package as it stands on the command line.

    Raises
    ------
    InputError
        If a part is no ISSUE=OPTION, or an issue is named twice.

    >>> options_in("filling=staged, release=r37")
    {'filling': 'staged', 'release': 'r37'}
    """
    found: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        issue, equals, option = (piece.strip() for piece in part.partition("="))
        if not equals or not issue or not option:
            raise InputError(f'--package: "{part}" is no ISSUE=OPTION, such as filling=staged')
        if issue in found:
            raise InputError(f"--package: {issue} is named twice; one option each")
        found[issue] = option
    return found


def print_judged(case: "Case", judged: "Judged") -> None:
    """Print who would refuse a package and why, what dominates it, and which trades help."""
    print("; ".join(f"{issue}: {option}" for issue, option in judged.package.options))
    if not judged.permitted:
        print("The rules of the case forbid this package.")
        return
    names = {party.id: party.name for party in case.parties}
    worths = ", ".join(f"{names[p]} {float(worth):g}" for p, worth in judged.package.utilities)
    if worths:
        print(f"Points: {worths}")
    if judged.ranked is not None:
        print(
            "Of the points consistent with the rankings, it is acceptable for "
            f"{judged.ranked.acceptable}, efficient for {judged.ranked.efficient}. At their middle:"
        )
    print("Enough parties accept it." if judged.acceptable else "Not enough parties accept it.")
    for line in red_line_words(case, judged.refused):
        print(f"   {line}")
    if judged.dominated_by is not None:
        better = "; ".join(f"{i}: {o}" for i, o in judged.dominated_by.options)
        gains = ", ".join(f"{names[p]} {float(w):g}" for p, w in judged.dominated_by.utilities)
        print(f"It is dominated by {better} ({gains}).")
    if judged.trades:
        print("Trades from it that cost nobody:")
    for trade in judged.trades:
        print(f"   {trade_words(trade, names)}")


def trade_words(trade: "Trade", names: "dict[str, str]") -> str:
    """Write a trade out: what changes, and who gains how much."""
    changes = " and ".join(f"{issue} from {old} to {new}" for issue, old, new in trade.changes)
    gains = ", ".join(f"{names[party]} +{float(gain):g}" for party, gain in trade.gains if gain)
    return f"{changes}: {gains}"
