"""Which statements answer a demand? By link, by their words, never from before it was made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracktwo.ledger.parties import Parties
from tracktwo.ledger.past import Past
from tracktwo.ledger.telling import Telling
from tracktwo.reading.demand_index import DemandIndex
from tracktwo.reading.statement import Statement
from tracktwo.reading.substance import asked

DEMANDS = re.compile(r"\b(?:demand|condition|ultimatum|request|precondition)s?\b", re.IGNORECASE)
_ALL = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """A demand as replies see it: its party, of whom its set is made, its passages, its links."""

    party: str
    of: frozenset[str]
    past: Past
    linked: frozenset[str]


@dataclass(slots=True)
class ReplyIndex:
    """Demands, to be asked which of them a reply answers; by words, by link, by document."""

    parties: Parties
    askings: Sequence[Asking]
    _words: DemandIndex = field(default_factory=DemandIndex)
    _linked: dict[str, list[int]] = field(default_factory=dict)
    _within: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the demands."""
        for number, asking in enumerate(self.askings):
            self._words.add(_ALL, asked(asking.past.tellings[0].statement.quote))
            for ident in asking.linked:
                self._linked.setdefault(ident, []).append(number)
            for sha in {each.document.sha256 for each in asking.past.tellings}:
                self._within.setdefault(sha, []).append(number)

    def answered(self, reply: Telling) -> list[int]:
        """Give the numbers of the demands that a statement accepts or rejects, rising.

        By its link in its own document; by its words, which ask the same; or by naming
        "demands" or "conditions" behind them in the same document. It is a party's of whom the
        demand is made, and is addressed to the demander or to nobody by name. What is not shown
        to come after the demand, by dates or in one text by words, is no reply to it.
        """
        party = self.parties.speaking(reply.statement)
        linked = self._linked.get(reply.statement.id, [])
        near = {*self._words.alike(_ALL, asked(reply.statement.quote))}
        if DEMANDS.search(reply.statement.quote):
            here = self._within.get(reply.document.sha256, ())
            near |= {n for n in here if self.askings[n].past.told_before(reply) is not None}
        found = {n for n in near if self._may_answer(reply.statement, party, self.askings[n])}
        found |= {n for n in linked if party != self.askings[n].party}
        return sorted(n for n in found if _follows(reply, self.askings[n].past))

    def _may_answer(self, statement: Statement, party: str, asking: Asking) -> bool:
        whom = self.parties.addressed(statement)
        asks = party in asking.of and party != asking.party
        return asks and (not whom or asking.party in whom)


def outcome(statement: Statement) -> str:
    """Give "accepted" or "rejected" for a statement that is a reply; "" for any other."""
    if statement.negated or statement.speaker is None or statement.subtype == "withdrawn_demand":
        return ""
    return {"accept": "accepted", "reject": "rejected"}.get(statement.act, "")


def _follows(reply: Telling, past: Past) -> bool:
    """Tell whether dates show that a reply follows a demand, or words of one text do.

    Words do where the demand stands before the reply, or within it ("rejected a demand to …").
    """
    shown = past.shown_before(reply) or past.told_before(reply)
    return shown is not None or past.holds(reply)
