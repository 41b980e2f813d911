"""What was acknowledged to visitors who wrote all the time, and whether it is all still there."""

from __future__ import annotations

import contextlib
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

import requests

from load.actors import People, Role
from load.browser import Browser, JourneyStopped, Request, answered, either, fine, name_of, told
from load.errand import Errand, Places
from load.journeys.administering import CONTACT, RIGHT
from load.journeys.mandates import mandate_manager_concludes_and_holder_signs
from load.journeys.pageless import TOKEN, sign_in_without_pages
from load.journeys.signing_in import enter
from load.page import Page
from load.plain import PlainTransport
from steps.wires import wait_until

RIGHTS, MANDATES, SIGNATURES, DOSSIERS, CODES = "rights", "mandates", "signatures", "dossiers", "codes"
KINDS = (RIGHTS, MANDATES, SIGNATURES, DOSSIERS, CODES)

PAUSE = 0.2
"""Seconds after which somebody who got no answer tries again."""


@dataclass(frozen=True)
class Lost:
    """A request that was not answered.

    Attributes:
        name: which.
        begun: when it was sent, on the clock of this process.
        ended: when it failed.
        why: what was seen of it.
    """

    name: str
    begun: float
    ended: float
    why: str = ""


@dataclass
class Ledger:
    """What was acknowledged, and what went wrong.

    Attributes:
        kept: the numbers of what was made, and the forms by which codes were redeemed, by kind.
        unsure: the forms by which codes were sent that nobody answered on.
        lost: requests without an answer.
        wrong: answers that were not what they should be.
    """

    kept: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    unsure: list[str] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        """How much of each kind there is."""
        return Counter({kind: len(numbers) for kind, numbers in self.kept.items()})

    def take_down(self, request: Request, page: Page | None, wrong: str, begun: float) -> None:
        """Take down what came of a request."""
        if page is None:
            self.lost.append(Lost(request.name, begun, time.monotonic(), wrong))
            if request.name == TOKEN and request.form is not None:
                self.unsure.append(str(request.form["code"]))
            return
        if request.method == "POST" and not wrong:
            self._acknowledge(request, page)

    def _acknowledge(self, request: Request, page: Page) -> None:
        path = urlsplit(request.url).path
        if request.name == TOKEN and request.form is not None:
            self.kept[CODES].append(str(request.form["code"]))
        elif path.endswith("/rights") and page.status == 201:
            self.kept[RIGHTS].append(_number(page))
        elif path == "/ssm/api/v1/mandates" and page.status == 201:
            self.kept[MANDATES].append(_number(page))
        elif path.startswith("/ssm/") and path.endswith("/sign") and page.status == 200:
            self.kept[SIGNATURES].append(_number(page))
        elif path == "/kiosk/dossiers" and page.status == 303:
            self.kept[DOSSIERS].append(urlsplit(page.location).path.rpartition("/")[2])


def _number(page: Page) -> str:
    return str(json.loads(page.text)["number"])


class Writers:
    """Visitors who write all the time, each in a thread of his own: two of each kind."""

    def __init__(self, url: str, people: People) -> None:
        """Write at ``url``."""
        self.ledger = Ledger()
        self._people = people
        self._places = Places(url, url)
        self._lock = Lock()
        self._over, self._going, self._resting = Event(), Event(), 0
        works = (_grants, mandate_manager_concludes_and_holder_signs, _makes_dossiers, sign_in_without_pages)
        self._threads = [
            Thread(target=self._write, args=(work, f"{work.__name__}-{place}"), daemon=True)
            for work in works
            for place in range(2)
        ]

    @property
    def clients(self) -> int:
        """How many requests there may be at the same time."""
        return len(self._threads)

    def __enter__(self) -> Writers:
        """Begin."""
        self._going.set()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End, once the requests under way are answered."""
        self._over.set()
        self._going.set()
        for thread in self._threads:
            thread.join()

    @contextlib.contextmanager
    def resting(self) -> Iterator[None]:
        """Let everybody end what he is doing, and wait."""
        self._going.clear()
        wait_until(lambda: self._resting == self.clients, "everybody to rest", seconds=300)
        yield
        self._going.set()

    def _rest(self) -> None:
        if self._going.is_set():
            return
        with self._lock:
            self._resting += 1
        self._going.wait()
        with self._lock:
            self._resting -= 1

    def _write(self, work: Callable[[Errand], None], chance: str) -> None:
        begun = 0.0

        def notice(request: Request, page: Page | None, wrong: str) -> None:
            nonlocal begun
            with self._lock:
                self.ledger.take_down(request, page, wrong, begun)
            # The next request begins after this one.
            begun = time.monotonic()

        transport = PlainTransport(notice)
        errand = Errand(Browser(transport, lambda: None), self._people, random.Random(chance), self._places)
        while not self._over.is_set():
            self._rest()
            # Nothing is under way until now.
            begun = time.monotonic()
            transport.forget()
            try:
                work(errand)
            except JourneyStopped as stopped:
                if "no answer" in str(stopped):
                    # As somebody would: asking without a pause would keep the server from starting again.
                    self._over.wait(PAUSE)
                    continue
                with self._lock:
                    self.ledger.wrong.append(str(stopped))
        transport.close()


def _grants(errand: Errand) -> None:
    """A local administrator adds a person, couples him and grants him a right, over the API of IDM."""
    actor, person = errand.draw(Role.LOCAL_ADMINISTRATOR), errand.draw(Role.CITIZEN)
    who = {"actor": actor.number, "organisation": actor.organisation or ""}
    there = told("person-already-added", "work-relation-overlaps")

    def post(path: str, **members: str) -> Page:
        url = errand.places.mock("idm", f"/api/v1{path}")
        request = Request("POST", url, name_of("POST", url), members=members)
        return errand.browser.call(request, either(answered(201, "number"), there))

    post("/persons", **who, number=person.number)
    relation = post("/work-relations", **who, person=person.number, **CONTACT)
    if relation.status == 201:
        post(f"/work-relations/{_number(relation)}/rights", actor=actor.number, right=RIGHT)


def _makes_dossiers(errand: Errand) -> None:
    """An applicant signs in at KIOSK over the pages and makes some dossiers."""
    actor = errand.draw(Role.LEGAL_REPRESENTATIVE)
    enter(errand, actor, errand.identity(actor))
    for number in range(4):
        errand.browser.open(errand.places.kiosk("/dossiers"))
        errand.browser.press('name="titel"', fine, titel=f"Reeks {number}", soort="subsidy")


def missing(url: str, ledger: Ledger) -> dict[str, list[str]]:
    """Return what was acknowledged and is not there any more, by kind; nothing when all is."""
    signed = set(ledger.kept[SIGNATURES])
    there = {
        RIGHTS: _facts(f"{url}/idm/_mock/right"),
        MANDATES: _facts(f"{url}/ssm/_mock/mandate"),
        DOSSIERS: _facts(f"{url}/kiosk/_mock/dossier"),
        SIGNATURES: {number for number in signed if _is_signed(f"{url}/ssm/_mock/mandate/{number}")},
    }
    gone = {kind: sorted(set(ledger.kept[kind]) - numbers) for kind, numbers in there.items()}
    return {kind: numbers for kind, numbers in gone.items() if numbers}


def _facts(url: str) -> set[str]:
    return set(requests.get(url, timeout=60).json()["numbers"])


def _is_signed(url: str) -> bool:
    told_of = requests.get(url, timeout=60).json()
    return bool(told_of.get("signed_by_mandator_on") and told_of.get("signed_by_holder_on"))
