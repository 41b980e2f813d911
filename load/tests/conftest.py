"""What the tests of the load share: a world with a population, made once, and a door to sign in by."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from load.people import Actor, Population
from load.populate import populate
from mocks.acm.backend import clients
from mocks.core.tests.conftest import postgres, postgres_server
from mocks.core.wire.process import hosts_in_process
from mocks.federation import Federation
from mocks.settings import Settings

__all__ = ["postgres", "postgres_server"]

SIZE, SEED = 1_000, 7
ISSUER = "https://authenticatie.vlaanderen.be/op/v1"
VERIFIER = "een-code-verifier-van-drieenveertig-tekens-of-meer"
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


@dataclass(frozen=True)
class Doors:
    """The e-lokets of a federation, for who signs in without pages."""

    federation: Federation

    def ask(self, actor: Actor, at: str, identity: str | None = None) -> dict[str, str]:
        """Return the parameters that the answer to a sign-in carries to the e-loket."""
        asked = {
            "client_id": at,
            "redirect_uri": self._redirect_uri(at),
            "response_type": "code",
            "scope": "openid vo",
            "code_challenge": CHALLENGE,
            "code_challenge_method": "S256",
            "mock_persona": actor.number,
            "mock_identity": identity or actor.identities[0],
            "mock_route": actor.route,
            **({"mock_holder": actor.holder} if actor.holder else {}),
        }
        answered = requests.get(f"{ISSUER}/auth", params=asked, allow_redirects=False, timeout=10)
        assert answered.status_code == 302, answered.text
        return dict(parse_qsl(urlsplit(answered.headers["Location"]).query, strict_parsing=True))

    def _redirect_uri(self, at: str) -> str:
        visit = self.federation.visit()
        eloket = clients.require(visit, at)
        system, _, path = eloket.redirect_uris[0].partition("}")
        address = visit.url(system.removeprefix("{"), path) if path else eloket.redirect_uris[0]
        visit.close()
        return address


@pytest.fixture(scope="session")
def population() -> Population:
    return Population(SEED, SIZE)


@pytest.fixture(scope="session")
def federation(population: Population) -> Federation:
    built = Federation(Settings())
    visit = built.visit()
    populate(visit, population, lambda _: None, most=300)
    visit.close()
    return built


@pytest.fixture
def doors(federation: Federation) -> Iterator[Doors]:
    with hosts_in_process(federation, federation.house.addresses.origin_hosts, {}):
        yield Doors(federation)
