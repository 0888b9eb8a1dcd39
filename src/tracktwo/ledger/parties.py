"""What must a ledger know of the parties? For whom a statement speaks, and to whom."""

from typing import Protocol

from tracktwo.reading.statement import Statement


class Parties(Protocol):
    """The way from statements to parties, by their ids."""

    def speaking(self, statement: Statement) -> str:
        """Give the party for which a statement's speaker speaks; "" for the author."""

    def addressed(self, statement: Statement) -> tuple[str, ...]:
        """Give the parties to whom a statement is addressed."""

    def name(self, party: str) -> str:
        """Give the name of a party."""

    def place(self, party: str) -> int:
        """Give the place of a party among all, from 0; of others a place behind them."""
