"""Domains and utility spaces of GENIUS, as its negotiation competitions (ANAC) publish them."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from tracktwo.errors import InputError
from tracktwo.interop.drafted import Draft, DraftIssue, DraftParty

MOST_VALUES = 1_000
_NUMBER = re.compile(r"[+-]?([0-9]{1,40}(\.[0-9]{0,40})?|\.[0-9]{1,40})([eE][+-]?[0-9]{1,2})?")


def read_genius(
    domain: tuple[str, bytes], profiles: Sequence[tuple[str, bytes]], *, raw: bool = False
) -> Draft:
    """Read a domain with its utility spaces.

    Parameters
    ----------
    domain : (name, bytes)
        The domain: its issues, discrete or integer.
    profiles : sequence of (name, bytes)
        One utility space for each party, with the weights, the evaluations and, if it has one,
        the reservation value. The party is named after the file.
    raw : bool
        Whether evaluations are taken as they stand: worth = weight x evaluation. Otherwise as
        GENIUS takes them: for a discrete issue weight x evaluation / the issue's largest
        evaluation; for an integer issue weight x (offset + slope x (value - lowest)), not below 0
        or above 1.

    Returns
    -------
    Draft
        Exact. A value on which a profile says nothing has evaluation 0.

    Raises
    ------
    InputError
        If a file is no such XML; all that is wrong in one file at once.

    Examples
    --------
    >>> domain = b'''<negotiation_template><utility_space><objective name="sale">
    ... <issue index="1" name="Price" type="discrete"><item index="1" value="high"/>
    ... <item index="2" value="low"/></issue></objective></utility_space></negotiation_template>'''
    >>> seller = b'''<utility_space><objective name="sale"><issue index="1" name="Price">
    ... <item index="1" value="high" evaluation="3"/><item index="2" value="low" evaluation="1"/>
    ... </issue><weight index="1" value="1.0"/></objective></utility_space>'''
    >>> read_genius(("sale.xml", domain), [("seller.xml", seller)]).parties[0].worth
    ((Fraction(1, 1), Fraction(1, 3)),)
    """
    root = _root(*domain)
    nodes = root.findall(".//issue")
    if not nodes:
        raise InputError(f"{domain[0]}: holds no <issue>; name the domain's XML first")
    issues = tuple(_issue(domain[0], node) for node in nodes)
    indexes = [node.get("index", "") for node in nodes]
    title = next((n.get("name") for n in root.iter("objective") if n.get("name")), domain[0])
    parties = tuple(
        _party(name, _root(name, data), indexes, issues, raw=raw) for name, data in profiles
    )
    return Draft(str(title), issues, parties)


def _root(name: str, data: bytes) -> Any:  # noqa: ANN401 - an element of lxml
    """Parse XML that may come from anywhere: no entities, no network, no huge trees."""
    from lxml import etree  # noqa: PLC0415 - heavy

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: is no XML: {error}; a file of GENIUS was needed") from None


def _issue(name: str, node: Any) -> DraftIssue:  # noqa: ANN401 - an element of lxml
    title = node.get("name", "")
    if _is_integer(node):
        low, high = (_whole(name, node, key) for key in ("lowerbound", "upperbound"))
        if not 0 < high - low < MOST_VALUES:
            raise InputError(f"{name}: issue {title} runs from {low} to {high}; 2 to 1,000 values")
        return DraftIssue(title, tuple(str(value) for value in range(low, high + 1)))
    options = tuple(item.get("value", "") for item in node.findall("item"))
    if len(options) < 2:
        raise InputError(f"{name}: issue {title} has {len(options)} item; two or more were needed")
    return DraftIssue(title, options)


def _is_integer(node: Any) -> bool:  # noqa: ANN401 - an element of lxml
    return "integer" in (node.get("type"), node.get("etype"), node.get("vtype"))


def _party(
    name: str,
    root: Any,  # noqa: ANN401 - an element of lxml
    indexes: Sequence[str],
    issues: Sequence[DraftIssue],
    *,
    raw: bool,
) -> DraftParty:
    weights = {node.get("index"): node.get("value", "") for node in root.iter("weight")}
    nodes = {node.get("index"): node for node in root.iter("issue")}
    missing = [
        f"issue {issue.name} (index {index}) has no {what}"
        for index, issue in zip(indexes, issues, strict=True)
        for what, known in (("weight", weights), ("evaluation", nodes))
        if index not in known
    ]
    if missing:
        raise InputError(f"{name}: does not fit the domain: " + "; ".join(missing))
    weighed = tuple(_number(name, f"weight {index}", weights[index]) for index in indexes)
    values = tuple(
        tuple(_evaluations(name, nodes[index], issue, raw=raw))
        for index, issue in zip(indexes, issues, strict=True)
    )
    reserved = root.find(".//reservation")
    floor = None if reserved is None else _number(name, "reservation", reserved.get("value", ""))
    return DraftParty(_stem(name), weighed, values, floor)


def _evaluations(
    name: str,
    node: Any,  # noqa: ANN401 - an element of lxml
    issue: DraftIssue,
    *,
    raw: bool,
) -> list[Fraction]:
    evaluator = node.find("evaluator")
    if evaluator is not None:
        slope, offset = (
            _number(name, f"{key} of {issue.name}", evaluator.get(key, ""))
            for key in ("slope", "offset")
        )
        line = [offset + slope * step for step in range(len(issue.options))]
        return line if raw else [min(max(value, Fraction(0)), Fraction(1)) for value in line]
    given = {
        item.get("value"): _number(
            name, f"evaluation of {item.get('value')}", item.get("evaluation", "0")
        )
        for item in node.findall("item")
    }
    found = [given.get(option, Fraction(0)) for option in issue.options]
    most = max(found)
    return found if raw or most <= 0 else [value / most for value in found]


def _number(name: str, what: str, text: str) -> Fraction:
    if not _NUMBER.fullmatch(text.strip()):
        raise InputError(f'{name}: {what} is "{text[:40]}"; a decimal number was needed')
    return Fraction(text.strip())


def _whole(name: str, node: Any, key: str) -> int:  # noqa: ANN401 - an element of lxml
    text = node.get(key, "")
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise InputError(f'{name}: {key} of {node.get("name")} is "{text[:40]}"; a whole number')
    return int(text)


def _stem(name: str) -> str:
    return re.sub(r"\.xml$", "", re.split(r"[\\/]", name)[-1], flags=re.IGNORECASE)
