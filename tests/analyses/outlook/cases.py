"""Small cases for the tests of the outlook: three parties, two scales."""

from collections.abc import Sequence

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.read import parse_case

HEAD = 'case = { id = "x", title = "X", as_of = "2025-01-31" }\n'
PARTIES = {
    "a": ('{ low = "1", best = "2", high = "4" }', '{ low = "0", best = "10", high = "20" }', "90"),
    "b": ('"3"', '{ low = "50", best = "60", high = "90" }', "50"),
    "c": ('{ low = "0", best = "1", high = "1" }', '"100"', "20"),
}


def case_of(order: Sequence[str] = ("a", "b", "c"), names: Sequence[str] = ()) -> Case:
    """Make the case with its parties in an order, perhaps under other names."""
    called = dict(zip(order, names or order, strict=True))
    lines = [HEAD, *(f'parties.{called[each]} = {{ name = "{each}" }}\n' for each in order)]
    lines.append("[outlook]\n")
    lines += [f"capability.{called[each]} = {PARTIES[each][0]}\n" for each in order]
    lines.append('scales.price = { title = "Price", low = "0", high = "100" }\n')
    lines.append('scales.date = { title = "Date", low = "-5", high = "5", unit = "years" }\n')
    for each in order:
        _, position, salience = PARTIES[each]
        lines.append(
            f'[[outlook.stances]]\nparty = "{called[each]}"\nscale = "price"\n'
            f'position = {position}\nsalience = "{salience}"\n'
        )
    lines.append(
        f'[[outlook.stances]]\nparty = "{called["a"]}"\nscale = "date"\n'
        'position = { low = "-5", best = "1", high = "2" }\nsalience = "40"\n'
    )
    return parse_case("".join(lines))
