"""How are several things, or a number of things, written in a sentence?"""

import re
from collections.abc import Iterable

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def listed(words: Iterable[str]) -> str:
    """Join words with commas and "and".

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"]), listed([])
    ('a', 'a and b', 'a, b and c', '')
    """
    *others, last = [*words] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number of things; up to twelve as words.

    >>> counted(1, "demand"), counted(0, "reply", "replies"), counted(1500, "statement")
    ('one demand', 'no replies', '1,500 statements')
    """
    name = one if number == 1 else many or one + "s"
    figure = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{figure} {name}"


def figured(number: int, one: str, many: str = "") -> str:
    """Write a number of things in figures.

    >>> figured(1, "document"), figured(0, "reply", "replies")
    ('1 document', '0 replies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


_WITH_ARTICLE = re.compile(
    r"United (?:States|Kingdom|Nations|Arab Emirates)|European (?:Union|Commission|Council)|"
    r"African Union|Arab League|Soviet Union|UN(?: .*)?|EU|G\d+|OSCE|IAEA|"
    r"Netherlands|Philippines|Kremlin|West|White House|Vatican|Pentagon|"
    r"(?:Institute|Ministry|Organi[sz]ation|Bank|Council|Office|Department|Government) "
    r"(?:for|of) .*|"
    r".* (?:[Aa]dministration|[Gg]overnment|[Mm]inistry|Institute|Republic|Federation)"
)


def in_text(name: str) -> str:
    """Give a name as it stands within a sentence: with "the" where English wants it.

    >>> in_text("United States"), in_text("the Kremlin"), in_text("Darsa")
    ('the United States', 'the Kremlin', 'Darsa')
    """
    if name.startswith("The "):
        return "the " + name.removeprefix("The ")
    return f"the {name}" if name[:1].isupper() and _WITH_ARTICLE.fullmatch(name) else name


def agreeing(name: str, one: str, many: str) -> str:
    """Choose the form of a verb for a name: a name is plural when its last word is, in lower case.

    >>> agreeing("United States", "refuses", "refuse"), agreeing("European states", "is", "are")
    ('refuses', 'are')
    """
    last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
    return many if last.islower() and last.endswith("s") and not last.endswith("ss") else one


def first_upper(words: str) -> str:
    """Begin words of ours with a capital letter, and leave the rest.

    >>> first_upper("the ISW"), first_upper("")
    ('The ISW', '')
    """
    return words[:1].upper() + words[1:]
