"""Somebody's browser at the kmo-portefeuille, in the whole federation, and who sets the scene."""

from __future__ import annotations

import re
from html import unescape

import requests

from mocks.pytest_plugin import FederationInTest

APPLICANT, SEAT, DEPARTMENTS = "onderneming", "dienstverlener", "departementen"
RIGHT = "dienstverlener-departementen"
CONTACT = {
    "name": "Nele Aerts",
    "email": "nele@leerpunt.example",
    "phone": "+3253000013",
    "account": "BE68 5390 0754 7034",
}


class Visitor:
    """Somebody's browser."""

    def __init__(self, federation: FederationInTest) -> None:
        self.federation = federation
        self.session = requests.Session()
        self.session.headers["Accept"] = "text/html"

    def get(self, path: str, **query: str) -> requests.Response:
        """Open a page, and go where it leads."""
        url = self.federation.url("kmo-portefeuille", path)
        return self.session.get(url, params=query, timeout=10)

    def sign_in(self, door: str, persona: str, at: str = "leerpunt", **query: str) -> requests.Response:
        """Sign in without ACM's pages."""
        identity = f"EA:{self.federation.number(at)}"
        return self.get(f"/{door}/aanmelden", mock_persona=persona, mock_identity=identity, **query)

    def send(self, page: requests.Response, path: str, **fields: str) -> requests.Response:
        """Send a form of a page."""
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
        assert token is not None, page.text
        url = self.federation.url("kmo-portefeuille", path)
        return self.session.post(url, data={"csrf_token": token[1], **fields}, timeout=10)

    def save(self, path: str, **changes: str) -> requests.Response:
        """Fill in the form of a service as its page has it, with changes, and save it."""
        page = self.get(path)
        return self.send(page, path, **{**CONTACT, "version": version(page), **changes})

    def put(self, system: str, path: str, body: object) -> requests.Response:
        """Set the scene."""
        url = self.federation.url(system, path)
        put = requests.put(url, json=body, timeout=10)
        assert put.status_code == 200, put.text
        return put

    def activate(self, *departments: str, at: str = "leerpunt") -> None:
        """Put which departments are activated, in IDM."""
        name = f"{self.federation.number(at)}-{RIGHT}"
        self.put("idm", f"/_mock/activation/{name}", {"contexts": list(departments)})

    def grant(self, who: str, at: str, right: str, **more: object) -> None:
        """Put a right in IDM."""
        name = f"{self.federation.number(who)}-{self.federation.number(at)}-1-{right}"
        self.put("idm", f"/_mock/right/{name}", more)


def version(page: requests.Response) -> str:
    """Return the version that a form carries."""
    found = re.search(r'name="version" value="(\d+)"', page.text)
    assert found is not None, page.text
    return found[1]


def words(page: requests.Response) -> str:
    """Return what a page says, without its markup."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.text)))


def code(page: requests.Response) -> str | None:
    """Return why a page refuses."""
    found = re.search(r'data-code="([^"]+)"', page.text)
    return found[1] if found is not None else None
