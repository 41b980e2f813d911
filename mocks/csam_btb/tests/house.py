"""A small house for tests: one world, CSAM, and a Rijksregister that says what the test wants."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.test import TestResponse
from werkzeug.wsgi import ClosingIterator

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.brussels import BRUSSELS
from mocks.core.identifiers import Insz
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import Question, StatementCache, issue
from mocks.core.store.schema import write_clock
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.tokens import Claims, verify
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Backchannel
from mocks.core.worlds import World, Worlds
from mocks.csam_btb.app import create_app
from mocks.csam_btb.backend.provider import client_secret
from mocks.csam_btb.domain.keys import DigitalKey
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.peers import EXTRACT, FUNCTIONS, IDENTITY, Peers
from mocks.csam_btb.tests.browser import CALLBACK, FAS, VERIFIER, Browser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIEnvironment

JAN = Insz("68112399910")
FATIMA = Insz("79061400020")
DIRK = Insz("59050699995")
SOPHIE = Insz("83422500026")
LENA = Insz("65101300075")
OLGA = Insz("49063000074")
DORA = Insz("38071500009")
NOBODY = Insz("80010199976")
TOM = Insz("87100299962")

DE_KADE = "0110041748"
STILTE = "0186407571"

GO_LIVE = date(2021, 4, 27)

_PEOPLE: dict[str, dict[str, Any]] = {
    JAN: {"given_name": "Jan", "family_name": "Peeters"},
    FATIMA: {"given_name": "Fatima", "family_name": "El Amrani"},
    DIRK: {"given_name": "Dirk", "family_name": "Aerts"},
    SOPHIE: {"given_name": "Sophie", "family_name": "Martin", "belgian_eid": False},
    LENA: {"given_name": "Lena", "family_name": "Baert"},
    OLGA: {"given_name": "Olga", "family_name": "Vandamme"},
    TOM: {"given_name": "Tom", "family_name": "Willems"},
    DORA: {"given_name": "Dora", "family_name": "Stevens", "deceased_on": "2021-03-18"},
}


class Wall:
    """A wall clock that stands still until a test moves it."""

    def __init__(self, epoch: float) -> None:
        self.epoch = epoch

    def __call__(self) -> float:
        return self.epoch


@dataclass
class Register:
    """The Rijksregister, as CSAM hears it: statements signed with its own key."""

    visit: Visit
    people: dict[str, dict[str, Any]]
    changes: dict[str, int]

    def version(self, subject: str) -> int:
        return self.changes.get(subject, 0)

    def statement(self, subject: str, audience: str) -> str:
        known = self.people.get(subject)
        facts = {"belgian_eid": True, "deceased_on": None, **known} if known is not None else None
        return issue(self.visit, IDENTITY, subject, audience, facts)


@dataclass
class Kbo:
    """The KBO, as CSAM hears it: functions by person and enterprises by number."""

    visit: Visit
    question: Question
    known: dict[str, Any]
    changes: dict[str, int]

    def version(self, subject: str) -> int:
        return self.changes.get(subject, 0)

    def statement(self, subject: str, audience: str) -> str:
        facts = self.known.get(subject)
        if self.question is FUNCTIONS:
            facts = {"functions": facts or []}
        return issue(self.visit, self.question, subject, audience, facts)


def a_function(enterprise: str, **members: Any) -> dict[str, Any]:  # noqa: ANN401  # facts are JSON
    """Return what the KBO states of a function: a bestuurder since 2010 unless said otherwise."""
    usual = {"label": "Bestuurder", "representing": True, "begin": "2010-06-01", "end": None, "through": None}
    return {"enterprise_number": enterprise, **usual, **members}


@dataclass
class Play:
    """One world with CSAM in it, reached on the real host names unless said otherwise."""

    house: House
    world: World
    wall: Wall
    people: dict[str, dict[str, Any]]
    changes: dict[str, int] = field(default_factory=dict)
    functions: dict[str, Any] = field(default_factory=lambda: {JAN: [a_function(DE_KADE)]})
    enterprises: dict[str, Any] = field(
        default_factory=lambda: {
            DE_KADE: {"name": "Theater De Kade vzw", "stopped_on": None},
            STILTE: {"name": "Studio Stilte vzw", "stopped_on": "2020-12-31"},
        }
    )

    def __post_init__(self) -> None:
        self.app: Flask = create_app(self.house, self.peers)
        mount = urlsplit(self.house.addresses.base("csam", self.world.name)).path
        inner = self.app.wsgi_app

        def door(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            """Do what the composition root does: enter the world, and find the application."""
            environ["SCRIPT_NAME"] = mount
            environ["PATH_INFO"] = environ["PATH_INFO"].removeprefix(mount)
            if ENVIRON_VISIT in environ:
                return inner(environ, start_response)
            visit = environ[ENVIRON_VISIT] = self.visit()
            with closing(ClosingIterator(inner(environ, start_response), visit.close)) as body:
                return list(body)

        self.house.backchannel.application = door
        self.app.wsgi_app = door  # type: ignore[method-assign]  # as Flask's manual shows

    def visit(self) -> Visit:
        return Visit(self.house, self.world)

    def peers(self, visit: Visit) -> Peers:
        return Peers(
            identity=Register(visit, self.people, self.changes),
            functions=Kbo(visit, FUNCTIONS, self.functions, self.changes),
            extract=Kbo(visit, EXTRACT, self.enterprises, self.changes),
            directory=self.cards,
        )

    def cards(self, search: str, /) -> Sequence[tuple[str, str, str]]:
        named = [(insz, f"{one['given_name']} {one['family_name']}", "") for insz, one in self.people.items()]
        return [card for card in named if search.lower() in f"{card[0]} {card[1]}".lower()][:60]

    def change_person(self, insz: Insz, **facts: Any) -> None:  # noqa: ANN401  # facts are JSON
        self.people[insz] = {**self.people[insz], **facts}
        self.changes[insz] = self.changes.get(insz, 0) + 1

    def set_date(self, day: date) -> None:
        """Move the clock of the world; the wall, and so token time, stays."""
        visit = self.visit()
        moment = datetime.combine(day, time(9), BRUSSELS).timestamp()
        setting = visit.state.clock.anchored(self.wall.epoch, world_epoch=moment)
        with visit.writing() as connection:
            write_clock(connection, setting)
        visit.close()

    def browser(self) -> Browser:
        systems = ("csam", "fas")
        hosts = {urlsplit(self.house.addresses.base(system)).netloc for system in systems}
        return Browser(self.app.test_client(), hosts)

    def put_key(self, insz: Insz, kind: str, **members: object) -> TestResponse:
        base = self.house.addresses.base("csam", self.world.name)
        return self.app.test_client().put(f"{base}/_mock/key/{insz}-{kind}", json=members)

    def key(self, insz: Insz, kind: str) -> dict[str, Any]:
        answer = self.app.test_client().get(f"https://www.csam.be/_mock/key/{insz}-{kind}")
        return dict(answer.get_json())

    def secret(self, client_id: str = "acm") -> str:
        return client_secret(self.visit(), client_id)

    def verified(self, token: str, audience: str = "acm") -> Claims:
        visit = self.visit()
        claims = verify(
            token,
            visit.key_set("fas", "RS256"),
            issuer=FAS,
            audience=audience,
            now=visit.clock.token_now,
        )
        visit.close()
        return claims

    def exchange(self, code: str, **changes: str) -> TestResponse:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": CALLBACK,
            "code_verifier": VERIFIER,
            **changes,
        }
        return self.app.test_client().post(
            f"{FAS}/access_token",
            data={name: value for name, value in form.items() if value},
            auth=("acm", self.secret()),
        )


_KEYS = KeyPool(MemoryVault())
"""Shared by all tests: making an RSA key takes a while."""


def build(day: date = GO_LIVE, addresses: AddressBook | None = None, world: str = DEFAULT_WORLD) -> Play:
    """Return a fresh world in which the people of the cast have their keys."""
    moment = datetime.combine(day, time(9), BRUSSELS)
    wall = Wall(moment.timestamp())
    house = House(
        addresses=addresses or AddressBook.real(),
        keys=_KEYS,
        worlds=Worlds(MemoryStorage(), wall, moment, {"running": False}),
        wall=wall,
        statements=StatementCache(),
        backchannel=Backchannel(),
    )
    house.worlds.create(world, cast=False)
    play = Play(house, house.worlds.open(world), wall, {insz: dict(one) for insz, one in _PEOPLE.items()})
    for insz, kind, members in (
        (JAN, "itsme", {"activated_on": "2019-04-27"}),
        (FATIMA, "app", {"activated_on": "2020-08-27"}),
        (DIRK, "sms", {"activated_on": "2018-04-27", "phone": "+32 400 11 22 33"}),
        (SOPHIE, "app", {"activated_on": "2020-10-27"}),
        (LENA, "token", {"activated_on": "2018-05-14", "last_used": "2021-03-11"}),
    ):
        assert play.put_key(insz, kind, **members).status_code == 200
    return play


def a_key(kind: Kind, **members: Any) -> DigitalKey:  # noqa: ANN401  # any member of a key
    """Return a key of Jan's, activated two years before go-live unless said otherwise."""
    return DigitalKey(**{"insz": JAN, "kind": kind, "activated_on": date(2019, 4, 27), **members})


def userinfo(play: Play, token: str) -> TestResponse:
    """Ask FAS who signed in."""
    return play.app.test_client().get(f"{FAS}/userinfo", headers={"Authorization": f"Bearer {token}"})
