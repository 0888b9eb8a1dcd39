"""What is an actor? Whoever speaks: a person, an office, an organisation, a state."""

from dataclasses import dataclass
from typing import Literal

ActorType = Literal[
    "person",
    "office",
    "government",
    "state",
    "alliance",
    "organisation",
    "media",
    "group",
    "region",
]


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is, for whom, and from when to when.

    `since` and `until` are ISO dates to the precision known, both inclusive; "" leaves that
    end open. `of` is the id of the actor for whom the role speaks, "" when it is not known.
    """

    title: str
    of: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who speaks.

    Attributes
    ----------
    id : str
        Short, lower case, stable: ``russia``, ``vladimir-putin``, ``nato``.
    name : str
        As it is best written: "Vladimir Putin", "the Kremlin", "NATO".
    type : str
        One of `ActorType`; a *group* is unnamed or collective ("analysts", "both sides").
    aliases : tuple of str
        Other names under which it is written, longest first where that matters.
    speaks_for : str
        Id of the state or organisation for which it always speaks ("" for none).
        A capital, a seat of government and "Russian officials" speak for their state.
    roles : tuple of Role
        Dated roles, which say for whom a person spoke on a day.
    adjectives : tuple of str
        "Russian", "Darsanian": words that make its officials speak for it.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    speaks_for: str = ""
    roles: tuple[Role, ...] = ()
    adjectives: tuple[str, ...] = ()
