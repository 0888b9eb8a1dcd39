"""How are the states of the world, their peoples and their alliances written?"""

import re
from functools import lru_cache
from typing import Final

from tracktwo.documents.common_words import COMMON

BODIES: Final = frozenset(
    {
        *("NATO", "OSCE", "ASEAN", "ECOWAS", "OPEC", "UNESCO", "UNICEF", "Kremlin"),
        *("European Union", "United Nations", "African Union", "Arab League", "Soviet Union"),
        *("Middle East", "Europe", "European", "Africa", "African", "Asia", "Asian"),
    }
)
"""Organisations, seats of power and continents, which no list of states holds."""

PLAIN: Final = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")


@lru_cache(maxsize=1)
def state_names() -> frozenset[str]:
    """Give the English names of states, their adjectives and capitals, and of main alliances.

    From the package countryinfo, read once. Names made of ordinary English words
    (``Turkey``, ``Polish``, ``Ivory Coast``) are left out, but for the United States, Nations
    and Kingdom; so are names of fewer than four letters.

    Examples
    --------
    >>> {"Ukraine", "Ukrainian", "South Korea", "NATO"} <= state_names()
    True
    >>> "Turkey" in state_names()
    False
    """
    from countryinfo import all_countries  # noqa: PLC0415 - reads 255 files

    said = {
        str(value)
        for country in all_countries()
        for value in (country.name(), country.demonym(), country.capital())
        if value
    }
    return BODIES | {name for name in said if _plain(name)}


def _plain(name: str) -> bool:
    """Tell whether a name is letters, spaces and hyphens, and no ordinary word."""
    begins = name[0].isupper() and not name.startswith("The ")
    fits = len(name) > 3 and PLAIN.fullmatch(name) is not None
    ordinary = COMMON.issuperset(name.casefold().split()) and not name.startswith("United ")
    return begins and fits and not ordinary
