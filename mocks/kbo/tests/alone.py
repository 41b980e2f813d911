"""The KBO alone: its application in a house of its own, with a register that knows three names."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.brussels import BRUSSELS
from mocks.core.identifiers import Sex, make_enterprise_number, make_national_number
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.statements import Facts, Inquiry, StatementCache, issue
from mocks.core.store.schema import write_clock
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.tests.alone import HandWall
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Answer, Backchannel, environ_of, run
from mocks.core.worlds import Worlds
from mocks.kbo.app import create_app
from mocks.kbo.backend import EXTRACT, FUNCTIONS, ExtractDesk, FunctionsDesk
from mocks.kbo.peers import IDENTITY, Peers

JAN = make_national_number(date(1980, 1, 1), Sex.MAN)
ELS = make_national_number(date(1985, 5, 5), Sex.WOMAN)
STRANGER = make_national_number(date(1990, 9, 9), Sex.MAN)
DE_KADE, CIJFERWIJS, KAPELDORP, NOBODYS = (make_enterprise_number(place) for place in (1, 2, 3, 4))

NAMES: dict[str, dict[str, str]] = {
    JAN: {"given_name": "Jan", "family_name": "Peeters"},
    ELS: {"given_name": "Els", "family_name": "Maes"},
}


WALL = HandWall()


@dataclass(frozen=True)
class FakeRegister:
    """Answers who somebody is from ``NAMES``, in statements signed as the register signs them."""

    visit: Visit

    def version(self, subject: str) -> int:
        del subject
        return 1

    def statement(self, subject: str, audience: str) -> str:
        return issue(self.visit, IDENTITY, subject, audience, NAMES.get(subject))


class KboAlone:
    """The KBO in one world whose clock stands still until it is moved."""

    def __init__(self) -> None:
        self.house = House(
            addresses=AddressBook.real(),
            keys=KeyPool(MemoryVault()),
            worlds=Worlds(MemoryStorage(), WALL, clock_defaults={"running": False}),
            wall=WALL,
            statements=StatementCache(),
            backchannel=Backchannel(),
        )
        self.house.worlds.create(DEFAULT_WORLD)
        self.app = create_app(self.house, lambda visit: Peers(identity=FakeRegister(visit)))

    @contextlib.contextmanager
    def visit(self) -> Iterator[Visit]:
        """Enter the world."""
        visit = Visit(self.house, self.house.worlds.open(DEFAULT_WORLD))
        yield visit
        visit.close()

    def go_to(self, day: date) -> None:
        """Set the clock of the world to nine o'clock on a day."""
        moment = datetime(day.year, day.month, day.day, 9, tzinfo=BRUSSELS)
        with self.visit() as visit:
            clock = visit.state.clock.anchored(WALL(), world_epoch=moment.timestamp())
            with visit.writing() as connection:
                write_clock(connection, clock)

    def get(self, path: str, accept: str = "application/json", **query: str) -> Answer:
        """Send a GET."""
        return self._send("GET", f"{path}?{urlencode(query)}", b"", accept)

    def page(self, path: str, **query: str) -> Answer:
        """Send a GET as a browser does."""
        return self.get(path, "text/html", **query)

    def put(self, path: str, members: Mapping[str, Any] | bytes) -> Answer:
        """Send a PUT with a JSON body."""
        octets = members if isinstance(members, bytes) else json.dumps(members).encode()
        return self._send("PUT", path, octets, "application/json")

    def post(self, path: str, members: Mapping[str, Any]) -> Answer:
        """Send a POST with a JSON body."""
        return self._send("POST", path, json.dumps(members).encode(), "application/json")

    def submit(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Fill in and send the form of a page, with its token and cookie, as a browser does."""
        form = self.page(path)
        token = re.search(rb'name="csrf_token" value="([^"]+)"', form.body)
        cookie = (form.header("Set-Cookie") or "").partition(";")[0]
        assert token is not None, form.body
        octets = urlencode({**fields, "csrf_token": token[1].decode()}).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        return self._send("POST", path, octets, "text/html", headers)

    def delete(self, path: str) -> Answer:
        """Send a DELETE."""
        return self._send("DELETE", path, b"", "application/json")

    def enterprise(self, number: str, **members: object) -> None:
        """Put an enterprise, which must succeed."""
        answer = self.put(f"/_mock/enterprise/{number}", members)
        assert answer.status == 200, answer.body

    def function(self, enterprise: str, holder: str, code: str, **members: object) -> None:
        """Put a function, which must succeed."""
        answer = self.put(f"/_mock/function/{enterprise}-{holder}-{code}", members)
        assert answer.status == 200, answer.body

    def ask_functions(self, person: str) -> list[dict[str, Any]]:
        """Ask for the functions of a person, as another authority does."""
        with self.visit() as visit:
            facts = Inquiry(visit, FUNCTIONS, "acm", FunctionsDesk(visit)).ask(person)
        assert facts is not None
        functions: list[dict[str, Any]] = facts["functions"]
        return functions

    def ask_extract(self, enterprise: str) -> Facts:
        """Ask for the extract of an enterprise, as another authority does."""
        with self.visit() as visit:
            return Inquiry(visit, EXTRACT, "acm", ExtractDesk(visit)).ask(enterprise)

    def _send(
        self, method: str, path: str, body: bytes, accept: str, headers: Mapping[str, str] | None = None
    ) -> Answer:
        url = self.house.addresses.base("kbo") + path
        sent = {"Accept": accept, "Content-Type": "application/json", "Referer": url, **(headers or {})}
        environ = environ_of(method, url, sent, body)
        environ["SCRIPT_NAME"], environ["PATH_INFO"] = "/kbopub", environ["PATH_INFO"][len("/kbopub") :]
        with self.visit() as visit:
            return run(self.app, {**environ, ENVIRON_VISIT: visit})
