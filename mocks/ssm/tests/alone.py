"""SSM alone: its application in a house of its own, with authorities that state what a test tells them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.brussels import BRUSSELS
from mocks.core.identifiers import EnterpriseNumber, Insz, Sex, make_enterprise_number, make_national_number
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import Facts, Question, StatementCache
from mocks.core.store import Storage
from mocks.core.store.schema import write_clock
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.tests.alone import HandWall, Teller
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Answer, Backchannel, environ_of, run
from mocks.core.worlds import Worlds
from mocks.ssm.app import create_app
from mocks.ssm.backend import Bulk, History, Lists, Mandates, Parties, Transfers
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.catalogue import CATALOGUE
from mocks.ssm.domain.granting import Wish
from mocks.ssm.domain.mandates import Mandate
from mocks.ssm.domain.parties import Party
from mocks.ssm.peers import Extracts, Functions, Identities, Peers, WorkRelations

TODAY = date(2021, 4, 27)
WALL = HandWall()

JAN = make_national_number(date(1968, 11, 23), Sex.MAN)
KAREL = make_national_number(date(1971, 5, 9), Sex.MAN)
MIEKE = make_national_number(date(1983, 2, 17), Sex.WOMAN)
AN = make_national_number(date(1974, 8, 30), Sex.WOMAN)
NOOR = make_national_number(date(1990, 12, 1), Sex.WOMAN)
LUC = make_national_number(date(1969, 3, 8), Sex.MAN)
TOM = make_national_number(date(1987, 10, 2), Sex.MAN)
DORA = make_national_number(date(1938, 7, 15), Sex.WOMAN)
NOBODY = make_national_number(date(1999, 9, 9), Sex.MAN)

DE_KADE, CIJFERWIJS, DE_LINDE, KAPELDORP, STILTE, NOWHERE = (
    make_enterprise_number(place) for place in range(1, 7)
)


@dataclass
class Told:
    """What the authorities around SSM state; a test changes it, and every change raises the version."""

    version: int = 1
    persons: dict[str, dict[str, Any]] = field(default_factory=dict)
    organisations: dict[str, dict[str, Any]] = field(default_factory=dict)
    functions: list[dict[str, Any]] = field(default_factory=list)
    employments: dict[str, dict[str, Any]] = field(default_factory=dict)

    def person(self, insz: Insz, name: str, deceased_on: str | None = None) -> None:
        """Let the Rijksregister know somebody."""
        self.version += 1
        given, _, family = name.partition(" ")
        self.persons[insz] = {"given_name": given, "family_name": family, "deceased_on": deceased_on}

    def organisation(
        self, number: EnterpriseNumber, name: str, group: str = "EA", stopped: str | None = None
    ) -> None:
        """Let KBO know an organisation."""
        self.version += 1
        self.organisations[number] = {"name": name, "target_group": group, "stopped_on": stopped}

    def function(self, person: Insz, number: EnterpriseNumber, **members: object) -> None:
        """Let KBO know a bestuurder, or another function."""
        self.version += 1
        self.functions.append(
            {
                "person": str(person),
                "enterprise_number": str(number),
                "label": "Bestuurder",
                "representing": True,
                "begin": "2010-06-01",
                "end": None,
                "through": None,
                **members,
            }
        )

    def employment(self, person: Insz, number: EnterpriseNumber, **members: object) -> None:
        """Let IDM know an employee with the right "SSM Mandaatbeheerder", or with something else."""
        self.version += 1
        right = {
            "right": members.get("right", "SSM Mandaatbeheerder"),
            "begin": members.get("right_begin", "2021-03-27"),
            "end": members.get("right_end", "2024-04-27"),
            "revoked_on": members.get("revoked_on"),
        }
        relation = {
            "organisation": str(number),
            "begin": members.get("begin", "2019-04-27"),
            "end": members.get("end", "2029-04-27"),
            "rights": [right],
        }
        self.employments[person] = {
            "status": members.get("status", "Actief"),
            "work_relations": [relation],
        }

    def facts(self, question: Question, subject: str) -> Facts:
        """Return what is stated of a subject."""
        if question.topic == "identity":
            return self.persons.get(subject)
        if question.topic == "extract":
            return self.organisations.get(subject)
        if question.topic == "functions":
            return {"functions": [one for one in self.functions if one["person"] == subject]}
        return self.employments.get(subject)


class SsmAlone:
    """SSM in one world whose clock stands still until it is moved.

    Jan is bestuurder of De Kade and Mieke its mandate manager; Karel is zaakvoerder of Cijferwijs, An
    bestuurder of De Linde, Luc algemeen directeur of Kapeldorp.  Noor and Tom are persons; Dora has died.
    """

    def __init__(self, storage: Storage | None = None, *, pages: bool = True) -> None:
        self.told = Told()
        self._tell()
        self.house = House(
            addresses=AddressBook.real(),
            keys=KeyPool(MemoryVault()),
            worlds=Worlds(storage or MemoryStorage(), WALL, clock_defaults={"running": False}),
            wall=WALL,
            statements=StatementCache(),
            backchannel=Backchannel(),
        )
        if DEFAULT_WORLD not in self.house.worlds.names():
            self.house.worlds.create(DEFAULT_WORLD)
        if pages:
            self.app = create_app(self.house, self.peers)

    def _tell(self) -> None:
        for insz, name in (
            (JAN, "Jan Peeters"),
            (KAREL, "Karel Dubois"),
            (MIEKE, "Mieke Claes"),
            (AN, "An Segers"),
            (NOOR, "Noor Haddad"),
            (LUC, "Luc Vermeulen"),
            (TOM, "Tom Willems"),
        ):
            self.told.person(insz, name)
        self.told.person(DORA, "Dora Stevens", deceased_on="2020-01-01")
        self.told.organisation(DE_KADE, "Theater De Kade vzw")
        self.told.organisation(CIJFERWIJS, "Boekhoudkantoor Cijferwijs bv")
        self.told.organisation(DE_LINDE, "Scholengroep De Linde vzw")
        self.told.organisation(KAPELDORP, "Gemeente Kapeldorp", "LB")
        self.told.organisation(STILTE, "Studio Stilte vzw", stopped="2020-12-27")
        for person, number in ((JAN, DE_KADE), (KAREL, CIJFERWIJS), (AN, DE_LINDE), (LUC, KAPELDORP)):
            self.told.function(person, number)
        self.told.function(JAN, STILTE)
        self.told.employment(MIEKE, DE_KADE)

    def peers(self, visit: Visit) -> Peers:
        """Return whom SSM asks within a visit."""

        def teller(question: Question) -> Teller:
            return Teller(visit, question, self.told)

        return Peers.of(
            visit,
            identity=teller(Identities.question),
            functions=teller(Functions.question),
            extract=teller(Extracts.question),
            work_relations=teller(WorkRelations.question),
            search=lambda name: [(DE_LINDE, name)],
        )

    @contextlib.contextmanager
    def visit(self) -> Iterator[Visit]:
        """Enter the world."""
        visit = Visit(self.house, self.house.worlds.open(DEFAULT_WORLD))
        try:
            yield visit
        finally:
            visit.close()

    @contextlib.contextmanager
    def acting(self, person: Insz = JAN, party: EnterpriseNumber | Insz = DE_KADE) -> Iterator[Acting]:
        """Enter the world as agent of a party, by default as Jan for De Kade."""
        with self.visit() as visit:
            yield Acting(visit, self.peers(visit), person, Party(party))

    def go_to(self, day: date, hour: int = 9) -> None:
        """Set the clock of the world to a moment."""
        moment = datetime(day.year, day.month, day.day, hour, tzinfo=BRUSSELS)
        with self.visit() as visit:
            clock = visit.state.clock.anchored(WALL(), world_epoch=moment.timestamp())
            with visit.writing() as connection:
                write_clock(connection, clock)

    def go_to_day(self, day: str) -> None:
        """Set the clock of the world to nine o'clock on a day."""
        self.go_to(date.fromisoformat(day))

    def pending(self, **wished: Any) -> Mandate:  # noqa: ANN401
        """Let De Kade give Cijferwijs a mandate, which Jan signs by making it."""
        with self.acting() as acting:
            return acting.conclude(**wished)

    def signed(self, **wished: Any) -> Mandate:  # noqa: ANN401
        """Let De Kade give Cijferwijs a mandate that both have signed."""
        made = self.pending(**wished)
        with self.acting(KAREL, CIJFERWIJS) as acting:
            return acting.mandates.sign(acting.agent, made.number)

    def get(self, path: str, accept: str = "application/json", **query: str) -> Answer:
        """Send a GET."""
        return self.send("GET", f"{path}?{urlencode(query)}", b"", accept)

    def post(self, path: str, **members: object) -> Answer:
        """Send a POST with a JSON body."""
        return self.send("POST", path, json.dumps(members).encode())

    def put(self, path: str, members: Mapping[str, Any] | None = None) -> Answer:
        """Send a PUT with a JSON body."""
        return self.send("PUT", path, json.dumps(members or {}).encode())

    def delete(self, path: str) -> Answer:
        """Send a DELETE."""
        return self.send("DELETE", path, b"")

    def send(self, method: str, path: str, body: bytes, accept: str = "application/json") -> Answer:
        """Send a request to SSM's application."""
        url = self.house.addresses.base("ssm") + path
        environ = environ_of(method, url, {"Accept": accept, "Content-Type": "application/json"}, body)
        with self.visit() as visit:
            return run(self.app, {**environ, ENVIRON_VISIT: visit})


class Acting:
    """An agent of a party at work, within one visit."""

    def __init__(self, visit: Visit, peers: Peers, person: Insz, party: Party) -> None:
        self.visit = visit
        self.parties = Parties(visit, peers)
        self.agent: Agent = self.parties.agent(person, party)
        self.mandates = Mandates(visit, peers)
        self.transfers = Transfers(visit, peers)
        self.bulk = Bulk(visit, peers)
        self.lists = Lists(visit)
        self.history = History(visit)

    def conclude(
        self,
        mandator: EnterpriseNumber | Insz = DE_KADE,
        holder: EnterpriseNumber | Insz = CIJFERWIJS,
        type_key: str = "kiosk",
        begin: date | None = None,
        end: date | None = None,
    ) -> Mandate:
        """Conclude a mandate, by default of De Kade to Cijferwijs for KIOSK."""
        wish = Wish(CATALOGUE[type_key], Party(mandator), Party(holder), begin, end)
        return self.mandates.conclude(self.agent, wish)

    def told(self, mandate: Mandate) -> list[str]:
        """Return the labels of what happened to a mandate, the oldest first."""
        found = self.history.of_mandate(self.agent, mandate.number, limit=100)
        return [one.event.action.value for one in reversed(found.items)]
