"""What every scenario starts with: the wire, and the drivers on it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
import requests

from steps.cases import WITHOUT_PAGES
from steps.drivers.browser import Browser
from steps.drivers.btb import Btb
from steps.drivers.control import Control
from steps.drivers.federal_roles import FederalRoles
from steps.drivers.guide import Guide
from steps.drivers.idm import Idm
from steps.drivers.keys import MyKeys
from steps.drivers.kiosk import Kiosk
from steps.drivers.kiosk_oud import OldKiosk
from steps.drivers.kmo import Kmo
from steps.drivers.office import Office
from steps.drivers.public_search import PublicSearch
from steps.drivers.sign_in import PagelessSignIn, SignIn
from steps.drivers.ssm import Ssm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from steps.wires import Wire


@pytest.fixture
def sessions() -> Iterator[Callable[[], requests.Session]]:
    """Give what opens an HTTP session; all of them are closed when the scenario is over.

    They ignore the proxies of the environment: everything is on this machine.
    """
    with contextlib.ExitStack() as opened:

        def open_session() -> requests.Session:
            session = opened.enter_context(requests.Session())
            session.trust_env = False
            return session

        yield open_session


@pytest.fixture
def control(wire: Wire, sessions: Callable[[], requests.Session]) -> Control:
    """Give the driver that sets the scene."""
    return Control(wire, sessions())


@pytest.fixture
def browsers(sessions: Callable[[], requests.Session]) -> Callable[[], Browser]:
    """Give what opens a browser."""
    return lambda: Browser(sessions())


@pytest.fixture
def sign_in(request: pytest.FixtureRequest, wire: Wire, browsers: Callable[[], Browser]) -> SignIn:
    """Give a person's browser at the door of an e-loket.

    Features about signing in walk the pages; one that is about something else says @zonder-paginas.
    """
    pageless = request.node.get_closest_marker(WITHOUT_PAGES) is not None
    return PagelessSignIn(wire, browsers) if pageless else SignIn(wire, browsers)


@pytest.fixture
def my_keys(wire: Wire, browsers: Callable[[], Browser]) -> MyKeys:
    """Give a person's browser at "Mijn digitale sleutels"."""
    return MyKeys(wire, browsers())


@pytest.fixture
def public_search(wire: Wire, browsers: Callable[[], Browser]) -> PublicSearch:
    """Give anybody's browser at the public search of the KBO."""
    return PublicSearch(wire, browsers())


@pytest.fixture
def btb(wire: Wire, browsers: Callable[[], Browser]) -> Btb:
    """Give BTB, at which each person sits down with a browser of their own."""
    return Btb(wire, browsers)


@pytest.fixture
def federal_roles(wire: Wire, browsers: Callable[[], Browser]) -> FederalRoles:
    """Give the federal role administration, at which each person sits down with a browser of their own."""
    return FederalRoles(wire, browsers)


@pytest.fixture
def idm(wire: Wire, browsers: Callable[[], Browser]) -> Idm:
    """Give IDM, at which each person sits down with a browser of their own."""
    return Idm(wire, browsers)


@pytest.fixture
def office(wire: Wire, sessions: Callable[[], requests.Session]) -> Office:
    """Give the desks, to which people go with a document in hand."""
    return Office(wire, sessions())


@pytest.fixture
def kiosk(wire: Wire, browsers: Callable[[], Browser]) -> Kiosk:
    """Give KIOSK's screens, at which each person sits down with a browser of their own."""
    return Kiosk(wire, browsers)


@pytest.fixture
def kmo(wire: Wire, browsers: Callable[[], Browser]) -> Kmo:
    """Give the kmo-portefeuille, which each person enters in a browser of their own."""
    return Kmo(wire, browsers)


@pytest.fixture
def old_kiosk(wire: Wire, browsers: Callable[[], Browser]) -> OldKiosk:
    """Give the old KIOSK, at which each person sits down with a browser of their own."""
    return OldKiosk(wire, browsers)


@pytest.fixture
def ssm(wire: Wire, sessions: Callable[[], requests.Session]) -> Ssm:
    """Give the driver that speaks to SSM for whoever acts."""
    return Ssm(wire, sessions())


@pytest.fixture
def guide(wire: Wire, browsers: Callable[[], Browser]) -> Guide:
    """Give anybody's browser at the guide."""
    return Guide(wire, browsers())
