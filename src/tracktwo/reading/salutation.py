"""To whom does a document speak that is its issuer's own words? "Dear Minister", "letter to X"."""

import re

from tracktwo.actors.actor import Actor
from tracktwo.actors.naming import slug, strip_titles
from tracktwo.reading.cast import Cast

_DEAR = re.compile(
    r"^\W{0,3}Dear (?!Sir|Madam|[Aa]ll\b)(?P<to>[^\W\d_][^\n,:!]{2,80})[,:!]?[ \t]*$", re.MULTILINE
)
_SENT = re.compile(
    r"\b(?:letter|appeal|message|petition|memorandum|note|plea|reply)"
    r"[^\n.]{0,80}?\bto (?:the )?(?P<to>(?-i:[A-Z])[^\n,.:;(]{2,80})",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^(?:To|TO|Attn|For the attention of):?\s+(?:the )?(?P<to>[A-Z][^\n,;]{2,80})", re.MULTILINE
)
_HEAD = 800


def saluted(text: str, cast: Cast) -> Actor | None:
    r"""Give to whom a letter or an address is directed, None where its head does not say.

    By its salutation, else by the line "To:", else by its title ("Open letter to the Minister
    of Ports"). Somebody the document names, by name or with his office; else somebody new under
    these words.

    Parameters
    ----------
    text : str
        Of a document that is its issuer's own words.
    cast : Cast
        Its actors.

    Examples
    --------
    >>> from tracktwo.actors.registry import Registry
    >>> saluted("Dear Minister Halloway,\n\nWe ask for talks.", Cast(Registry(()))).name
    'Minister Halloway'
    """
    sent = _SENT.search(text, 0, _HEAD // 2)
    found = _DEAR.search(text, 0, _HEAD) or _TO.search(text, 0, _HEAD) or sent
    if found is None:
        return None
    name = re.split(r"\s+(?:on|about|regarding|concerning|over|in|at)\s+", found["to"].strip())[0]
    return cast.bearer(name) or _office(name, cast) or Actor(slug(name), name, "group")


def _office(name: str, cast: Cast) -> Actor | None:
    """Give who bears the last word of a form of address: "Minister Halloway", "the Minister"."""
    bare = strip_titles(name)[1] or name
    return cast.bearer(bare.split()[-1]) if " " in name else None
