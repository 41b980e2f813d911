"""How the pages show mandates: the names of parties and persons, who changed one last, what one can do."""

from __future__ import annotations

from dataclasses import dataclass

from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.ssm.backend import History, Parties
from mocks.ssm.domain import changing
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.history import Entry
from mocks.ssm.domain.mandates import Mandate, Side, Signature, Status
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import Outcome, Page
from mocks.ssm.routes import peers_here

SCENE = "Proefloket (klaargezet)"
"""What the pages say of what nobody did, because the scene was set so."""


@dataclass(frozen=True)
class Row:
    """A mandate as the tables show it.

    Attributes:
        mandate: what it is.
        status: what it is today.
        mandator: the name of the mandator.
        holder: the name of the holder.
        changed_by: the name of who changed it last.
    """

    mandate: Mandate
    status: Status
    mandator: str
    holder: str
    changed_by: str


@dataclass(frozen=True)
class Signed:
    """A signature as the page of a mandate shows it: of whom, and by whom and when, or not yet."""

    side: Side
    party: Party
    name: str
    signature: Signature | None
    by: str


@dataclass(frozen=True)
class Result:
    """What came of one of several mandates."""

    outcome: Outcome
    row: Row | None


class Names:
    """The names of parties and persons on one page, each asked once."""

    def __init__(self) -> None:
        """Ask the KBO and the Rijksregister during this visit."""
        self._parties = Parties(current_visit(), peers_here())
        self._known: dict[Party, str] = {}

    def of(self, party: Party) -> str:
        """Return the name of a party, or its number when nobody has it."""
        if party not in self._known:
            self._known[party] = self._parties.name(party)
        return self._known[party]

    def person(self, insz: Insz | None) -> str:
        """Return the name of who did something; nobody did what was set as the scene."""
        return self.of(Party(insz)) if insz is not None else SCENE


class Shown:
    """Mandates of the agent's party, as one page shows them."""

    def __init__(self, agent: Agent) -> None:
        """Show to ``agent``, as things are today."""
        self._agent = agent
        self._history = History(current_visit())
        self._today = current_visit().clock.today
        self.names = Names()

    def row(self, one: Mandate) -> Row:
        """Return a line of a table."""
        newest = self._history.of_mandate(self._agent, one.number, limit=1).items
        return Row(
            mandate=one,
            status=one.status(self._today),
            mandator=self.names.of(one.mandator),
            holder=self.names.of(one.holder),
            changed_by=newest[0].event.actor_name if newest else SCENE,
        )

    def parties_of(self, history: Page[Entry]) -> dict[str, str]:
        """Return the names of the parties for whom something was done, by number."""
        numbers = {entry.event.party for entry in history.items if entry.event.party}
        return {number: self.names.of(Party.read(number)) for number in numbers}

    def result(self, one: Outcome) -> Result:
        """Return what came of one of several."""
        return Result(one, self.row(one.mandate) if one.mandate is not None else None)

    def signatures(self, one: Mandate) -> tuple[Signed, ...]:
        """Return the signatures of both sides, given or not."""
        return tuple(
            Signed(
                side=side,
                party=one.party(side),
                name=self.names.of(one.party(side)),
                signature=given,
                by=self.names.person(given.by) if given is not None else "",
            )
            for side in Side
            for given in (one.signature(side),)
        )

    def offered(self, one: Mandate) -> frozenset[str]:
        """Return what the agent's party can do with a mandate: sign, extend, transfer, stop."""
        party = self._agent.party
        case = changing.Case(one, party, self._today, conditions_read=True)
        rules = {"stop": changing.STOPPING}
        if party in {one.mandator, one.holder}:
            rules |= {
                "sign": changing.SIGNING,
                "extend": changing.LENGTHENING,
                "transfer": changing.TRANSFERRING,
            }
        return frozenset(
            name for name, checks in rules.items() if all(check(case) is None for check in checks)
        )
