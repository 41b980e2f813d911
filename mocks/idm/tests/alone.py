"""IDM alone: its application in a house of its own, with authorities that state what a test tells them."""

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
from mocks.core.statements import Facts, Inquiry, Question, StatementCache
from mocks.core.store import Storage
from mocks.core.store.schema import write_clock
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.tests.alone import HandWall, Teller
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Answer, Backchannel, environ_of, run
from mocks.core.worlds import Worlds
from mocks.idm.app import create_app
from mocks.idm.backend import (
    WORK_RELATIONS,
    Administrators,
    Coupling,
    People,
    Registration,
    Rights,
    WorkRelations,
    WorkRelationsDesk,
)
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.relations import Category, WorkRelation
from mocks.idm.domain.rights import UserRight, Wish
from mocks.idm.peers import Appointments, Extracts, Functions, Identities, Peers

TODAY = date(2021, 4, 27)
WALL = HandWall()

JAN = make_national_number(date(1968, 11, 23), Sex.MAN)
ELS = make_national_number(date(1985, 3, 19), Sex.WOMAN)
FATIMA = make_national_number(date(1979, 6, 14), Sex.WOMAN)
TOM = make_national_number(date(1987, 10, 2), Sex.MAN)
INES = make_national_number(date(1992, 4, 4), Sex.WOMAN)
DORA = make_national_number(date(1938, 7, 15), Sex.WOMAN)
WIM = make_national_number(date(1966, 8, 28), Sex.MAN)
NOBODY = make_national_number(date(1999, 9, 9), Sex.MAN)

DE_KADE, LEERPUNT, KAPELDORP, STILTE, NOWHERE = (make_enterprise_number(place) for place in range(1, 6))
PHONE, EMAIL = "+3212345678", "els@de-kade.example"


@dataclass
class Told:
    """What the authorities around IDM state; a test changes it, and every change raises the version."""

    version: int = 1
    persons: dict[str, dict[str, Any]] = field(default_factory=dict)
    organisations: dict[str, dict[str, Any]] = field(default_factory=dict)
    functions: list[tuple[str, str, str, str | None]] = field(default_factory=list)
    appointments: list[dict[str, Any]] = field(default_factory=list)

    def person(self, insz: Insz, given: str, family: str, **members: object) -> None:
        """Let the Rijksregister know somebody."""
        self.version += 1
        self.persons[insz] = {
            "given_name": given,
            "family_name": family,
            "birth_date": insz.birth_date.isoformat() if insz.birth_date else None,
            "sex": insz.sex,
            "belgian_eid": True,
            "deceased_on": None,
            **members,
        }

    def organisation(
        self, number: EnterpriseNumber, name: str, group: str = "EA", stopped: str | None = None
    ) -> None:
        """Let KBO know an organisation."""
        self.version += 1
        self.organisations[number] = {"name": name, "target_group": group, "kind": "2", "stopped_on": stopped}

    def function(self, person: Insz, number: EnterpriseNumber, begin: str, end: str | None = None) -> None:
        """Let KBO know a bestuurder."""
        self.version += 1
        self.functions.append((person, number, begin, end))

    def appointment(
        self, person: Insz, number: EnterpriseNumber, role: str, domain: str = "all", **members: object
    ) -> None:
        """Let BTB know an appointment."""
        self.version += 1
        self.appointments.append(
            {
                "person": str(person),
                "enterprise_number": str(number),
                "role": role,
                "domain": domain,
                "begin": "2020-01-01",
                "end": None,
                "waiting": False,
                **members,
            }
        )

    def facts(self, question: Question, subject: str) -> Facts:
        """Return what is stated of a subject."""
        if question.topic == "identity":
            return self.persons.get(subject)
        if question.topic == "extract":
            return self.organisations.get(subject)
        if question.topic == "functions":
            return {
                "functions": [
                    {
                        "enterprise_number": number,
                        "label": "Bestuurder",
                        "representing": True,
                        "begin": begin,
                        "end": end,
                        "through": None,
                    }
                    for person, number, begin, end in self.functions
                    if person == subject
                ]
            }
        return {"appointments": [one for one in self.appointments if one["person"] == subject]}


class IdmAlone:
    """IDM in one world whose clock stands still until it is moved.

    Jan is bestuurder of De Kade, Fatima its main access manager; Wim is bestuurder of Leerpunt.
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
        for insz, given, family in (
            (JAN, "Jan", "Peeters"),
            (ELS, "Els", "Maes"),
            (FATIMA, "Fatima", "El Amrani"),
            (TOM, "Tom", "Willems"),
            (WIM, "Wim", "De Smet"),
        ):
            self.told.person(insz, given, family)
        self.told.person(INES, "Inês", "Duarte", belgian_eid=False)
        self.told.person(DORA, "Dora", "Stevens", deceased_on="2020-01-01")
        self.told.organisation(DE_KADE, "Theater De Kade vzw")
        self.told.organisation(LEERPUNT, "Leerpunt nv")
        self.told.organisation(KAPELDORP, "Gemeente Kapeldorp", "LB")
        self.told.organisation(STILTE, "Studio Stilte vzw", stopped="2020-12-27")
        self.told.function(JAN, DE_KADE, "2010-06-01")
        self.told.function(JAN, STILTE, "2010-06-01")
        self.told.function(WIM, LEERPUNT, "2012-05-15")
        self.told.appointment(FATIMA, DE_KADE, "main_access_manager")

    def peers(self, visit: Visit) -> Peers:
        """Return whom IDM asks within a visit."""

        def teller(question: Question) -> Teller:
            return Teller(visit, question, self.told)

        return Peers.of(
            visit,
            identity=teller(Identities.question),
            functions=teller(Functions.question),
            extract=teller(Extracts.question),
            appointments=teller(Appointments.question),
            function_holders=lambda number: [one[0] for one in self.told.functions if one[1] == number],
            appointees=lambda number: [
                one["person"] for one in self.told.appointments if one["enterprise_number"] == number
            ],
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
    def acting(self, person: Insz = JAN, number: EnterpriseNumber = DE_KADE) -> Iterator[Acting]:
        """Enter the world as local administrator, by default as Jan for De Kade."""
        with self.visit() as visit:
            yield Acting(visit, self.peers(visit), person, number)

    def go_to(self, day: date, hour: int = 9) -> None:
        """Set the clock of the world to a moment."""
        moment = datetime(day.year, day.month, day.day, hour, tzinfo=BRUSSELS)
        with self.visit() as visit:
            clock = visit.state.clock.anchored(WALL(), world_epoch=moment.timestamp())
            with visit.writing() as connection:
                write_clock(connection, clock)

    def employ(self, person: Insz = ELS, number: EnterpriseNumber = DE_KADE) -> WorkRelation:
        """Let a person have a work relation, as an administrator gives one."""
        with self.acting(self._administrator_of(number), number) as acting:
            acting.people.add(acting.administrator, person)
            return acting.couple(person)

    def grant(self, relation: WorkRelation, right: str, **wished: Any) -> UserRight:  # noqa: ANN401
        """Let a work relation have a right, as an administrator grants one."""
        number = relation.number.organisation
        with self.acting(self._administrator_of(number), number) as acting:
            return acting.grant(relation, right, **wished)

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
        """Send a request to IDM's application."""
        url = self.house.addresses.base("idm") + path
        environ = environ_of(method, url, {"Accept": accept, "Content-Type": "application/json"}, body)
        with self.visit() as visit:
            return run(self.app, {**environ, ENVIRON_VISIT: visit})

    def _administrator_of(self, number: EnterpriseNumber) -> Insz:
        return WIM if number == LEERPUNT else JAN


class Acting:
    """A local administrator at work, within one visit."""

    def __init__(self, visit: Visit, peers: Peers, person: Insz, number: EnterpriseNumber) -> None:
        self.visit = visit
        self.peers = peers
        self.administrators = Administrators(visit, peers)
        self.administrator: Administrator = self.administrators.require(person, number)
        self.people = People(visit, peers)
        self.relations = WorkRelations(visit, peers)
        self.rights = Rights(visit, peers)
        self.registration = Registration(visit)

    def couple(self, person: Insz, begin: date | None = None, end: date | None = None) -> WorkRelation:
        """Couple a person as a permanent employee."""
        coupling = Coupling(Category.PERMANENT, PHONE, EMAIL, begin, end)
        return self.relations.couple(self.administrator, person, coupling)

    def grant(self, relation: WorkRelation, right: str, **wished: Any) -> UserRight:  # noqa: ANN401
        """Grant a right by its name or key."""
        return self.rights.grant(self.administrator, relation.number, Wish(Catalogue().find(right), **wished))


def stated(idm: IdmAlone, person: Insz) -> dict[str, Any]:
    """Return what IDM states of a person whom it knows, as another authority hears it."""
    facts = stated_or_none(idm, person)
    assert facts is not None
    return facts


def stated_or_none(idm: IdmAlone, person: Insz) -> dict[str, Any] | None:
    """Return what IDM states of a person, or None."""
    with idm.visit() as visit:
        return Inquiry(visit, WORK_RELATIONS, "acm", WorkRelationsDesk(visit)).ask(person)
