"""What somebody is about: a browser, people to draw from, chance, and where everything stands."""

from __future__ import annotations

import random
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from load.actors import Actor, People, Role
from load.browser import Browser, JourneyStopped, Judge, fine, marked, reads, told
from load.page import Page
from mocks.core.addresses import SYSTEMS

PIN = "1234"
"""The one that every card of the mocks has."""


@dataclass(frozen=True)
class Places:
    """Where the systems stand.

    Attributes:
        target: the address of the e-loket under test.
        mocks: the address of the federation; the same as ``target`` when KIOSK is the mock.
    """

    target: str
    mocks: str

    def kiosk(self, path: str) -> str:
        """Return an address of KIOSK, which is what is tested."""
        return f"{self.target}{SYSTEMS['kiosk'].path}{path}"

    def mock(self, system: str, path: str) -> str:
        """Return an address of a mock."""
        return f"{self.mocks}{SYSTEMS[system].path}{path}"


@dataclass(frozen=True)
class Errand:
    """One person, once: what a journey is a function of."""

    browser: Browser
    people: People
    rng: random.Random
    places: Places

    def draw(self, role: Role) -> Actor:
        """Return somebody in this role."""
        return self.people.draw(role, self.rng)

    def identity(self, actor: Actor) -> str:
        """Return one of the identities that somebody may take."""
        return self.rng.choice(actor.identities)

    def prove(self, actor: Actor, judge: Judge = fine) -> Page:
        """Choose a key and prove who one is, from the page of keys to where ACM or an e-loket goes on.

        Raises:
            JourneyStopped: when an answer was not what it should be.
        """
        page = self._take_key(actor, actor.key, fine)
        if actor.key == "eid":
            return self.browser.press('name="pin"', judge, pin=PIN)
        if actor.key == "itsme":
            return self.browser.press('value="confirm"', judge, decision="confirm")
        if actor.key in {"app", "sms"}:
            return self.browser.press('name="code"', judge, code=page.marked("digits")[0])
        raise JourneyStopped(f"no journey signs in with a {actor.key}")

    def prove_in_vain(self, actor: Actor, key: str) -> None:
        """Choose a key that was never activated, and be told so.

        Raises:
            JourneyStopped: when an answer was not what it should be.
        """
        self._take_key(actor, key, told("not-activated"))

    def choose(self, actor: Actor, identity: str) -> Page:
        """Take an identity that is on offer at ACM, and arrive at KIOSK as its applicant.

        Raises:
            JourneyStopped: when KIOSK does not let in.
        """
        # A person may also act for another person, and KIOSK then shows a person too.
        applicant = "person" if identity.startswith("BUR") else "organisation"
        return self.browser.press(
            'name="identity"',
            marked("applicant", applicant),
            identity=offer(self.browser.page, actor, identity),
        )

    def _take_key(self, actor: Actor, key: str, judge: Judge) -> Page:
        self.browser.press('name="key"', reads('name="number"'), key=key)
        return self.browser.press('name="number"', judge, number=actor.number)

    def at_once(self, actor: Actor, identity: str) -> dict[str, str]:
        """Return the parameters of a sign-in without pages."""
        asked = {"mock_persona": actor.number, "mock_identity": identity}
        if actor.route == "mandate":
            asked["mock_route"] = "mandate"
            if actor.holder is not None:
                asked["mock_holder"] = actor.holder
        return asked


def offer(page: Page, actor: Actor, identity: str) -> str:
    """Return the value of the button by which somebody takes an identity; empty when it is not on offer.

    *Bron*: ours; the buttons of ACM's choice page are identity, way and, for a mandate, its holder.
    """
    way = f"{actor.route}/{actor.holder}" if actor.holder is not None else ""
    return page.button("identity", f"{identity}/{way}") or page.button("identity", f"{identity}/")


def offers(actor: Actor, identity: str) -> Judge:
    """Return a judge that wants the choice page of ACM with this identity on it."""

    def judge(page: Page) -> str:
        return fine(page) or (
            "" if offer(page, actor, identity) else f"{identity.partition(':')[0]} not offered"
        )

    return judge


def answer_of(url: str) -> dict[str, str]:
    """Return the parameters with which a client was answered."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
