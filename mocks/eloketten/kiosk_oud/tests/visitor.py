"""A user of the old KIOSK with a browser, in a world of the whole federation."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import Any

import requests

from mocks.core.brussels import BRUSSELS
from mocks.eloketten.kiosk_oud.domain.users import TEST_PASSWORD
from mocks.pytest_plugin import FederationInTest

LAST_MINUTE = datetime(2021, 4, 25, 23, 59, tzinfo=BRUSSELS)
CLOSING = datetime(2021, 4, 26, 0, 0, tzinfo=BRUSSELS)
LAST_CLOSED = datetime(2021, 4, 26, 23, 59, tzinfo=BRUSSELS)
LAUNCH = datetime(2021, 4, 27, 0, 0, tzinfo=BRUSSELS)

BRAM = {"login": "bram.goethals", "beveiligingscode": "00000000-0000-4000-8000-000000000001"}


class Visitor:
    """Browses the old KIOSK, and speaks to control rooms."""

    def __init__(self, federation: FederationInTest) -> None:
        self.federation = federation
        self.session = requests.Session()
        self.session.trust_env = False

    def get(self, path: str, system: str = "kiosk-oud", accept: str = "text/html") -> requests.Response:
        """Open a page."""
        url = self.federation.url(system, path)
        return self.session.get(url, headers={"Accept": accept}, timeout=10)

    def post(self, path: str, token: str, **form: str) -> requests.Response:
        """Send a form, and follow where that leads."""
        return self.session.post(
            self.federation.url("kiosk-oud", path),
            data={"csrf_token": token, **form},
            headers={"Accept": "text/html"},
            timeout=10,
        )

    def sign_in(self, **typed: str) -> requests.Response:
        """Fill in the form of Bram, with what is typed otherwise."""
        token = token_on(self.get("/"))
        return self.post("/aanmelden", token, **{**BRAM, "paswoord": TEST_PASSWORD, **typed})

    def make(self, applicant: str, **typed: str) -> requests.Response:
        """Fill in the form of a new dossier."""
        token = token_on(self.get(f"/aanvragers/{applicant}"))
        filled = {"titel": "Op de valreep", "soort": "subsidy", **typed}
        return self.post(f"/aanvragers/{applicant}/dossiers", token, **filled)

    def dossiers(self) -> dict[str, Any]:
        """Return every dossier, as KIOSK 2.0 keeps it."""
        numbers = self.get("/_mock/dossier", "kiosk", "application/json").json()["numbers"]
        return {one: self.get(f"/_mock/dossier/{one}", "kiosk", "application/json").json() for one in numbers}


def token_on(page: requests.Response) -> str:
    """Return the CSRF token of the forms on a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
    assert found is not None, page.text
    return found[1]


def words(page: requests.Response) -> str:
    """Return what can be read on a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())
