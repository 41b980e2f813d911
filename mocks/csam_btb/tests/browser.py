"""A browser without JavaScript for tests, and what ACM would ask of FAS."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from mocks.core.identifiers import Insz
from mocks.core.oauth import s256

FAS = "https://idp.iamfas.belgium.be/fas/oauth2"
SLEUTELS = "https://www.csam.be/sleutels"
CALLBACK = "https://authenticatie.vlaanderen.be/op/v1/fas/callback"
VERIFIER = "v" * 43
LEVEL = "urn:be:fedict:iam:fas:Level"


@dataclass
class Browser:
    """A browser without JavaScript: cookies per host, links, forms with their hidden fields."""

    client: FlaskClient
    hosts: set[str]
    page: TestResponse = field(init=False)

    def get(self, url: str) -> TestResponse:
        return self._arrive(self.client.get(url, headers={"Accept": "text/html"}), url)

    def authorize(self, **changes: str) -> TestResponse:
        return self.get(authorization_url(**changes))

    def submit(self, action_end: str = "", **fields: str) -> TestResponse:
        """Send the form whose action ends so (default: the page itself), with its hidden fields."""
        here = urlsplit(self.page.request.url)
        for action, body in re.findall(
            r'<form[^>]*method="post" action="([^"]*)"[^>]*>(.*?)</form>', self.page.text, re.S
        ):
            target = action or here.path
            hidden = dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', body))
            wanted = target.endswith(action_end) if action_end else target == here.path
            if wanted and all(hidden.get(name, value) == value for name, value in fields.items()):
                url = f"{here.scheme}://{here.netloc}{target}"
                return self.post(url, {**hidden, **fields})
        raise AssertionError(f"no form to {action_end or here.path!r} on {self.page.text}")

    def post(self, url: str, form: dict[str, str]) -> TestResponse:
        return self._arrive(self.client.post(url, data=form, headers={"Accept": "text/html"}), url)

    def sign_in(self, insz: Insz, kind: str, **changes: str) -> dict[str, str]:
        """Sign in over the pages and return the parameters that come back to the client."""
        self.authorize(fas_key=kind, **changes)
        return self.pass_pages(insz, kind)

    def pass_pages(self, insz: Insz, kind: str) -> dict[str, str]:
        self.submit("/persoon", number=insz)
        self.submit(**self.right_proof(kind))
        return self.answer()

    def right_proof(self, kind: str) -> dict[str, str]:
        """Read off the page what proves it."""
        return {
            "eid": lambda: {"pin": "1234"},
            "itsme": lambda: {"decision": "confirm"},
            "app": lambda: {"code": self.shown_code()},
            "sms": lambda: {"code": self.shown_code()},
            "token": lambda: {
                "username": self._found(r"gebruikersnaam van deze proefkaart is ([a-z.]+)"),
                "password": self._found(r"wachtwoord is (\S+)\."),
                "code": self._found(r'class="wanted".*?</span> ([0-9]{6})'),
            },
        }[kind]()

    def shown_code(self) -> str:
        return self._found(r'class="code-digits"[^>]*>([0-9]{6})<')

    def answer(self) -> dict[str, str]:
        """Return the parameters of the redirect at which the browser stands."""
        location = self.page.headers["Location"]
        assert location.startswith(f"{CALLBACK}?"), location
        return dict(parse_qsl(urlsplit(location).query))

    @property
    def text(self) -> str:
        return html.unescape(self.page.text)

    def _found(self, pattern: str) -> str:
        found = re.search(pattern, self.text, re.S)
        assert found is not None, f"{pattern} is not on {self.text}"
        return found[1]

    def _arrive(self, response: TestResponse, url: str) -> TestResponse:
        """Follow redirects within CSAM; stop before one that leaves its hosts."""
        here = urlsplit(url)
        while response.status_code in {301, 302, 303}:
            there = urlsplit(response.headers["Location"])
            if there.netloc and there.netloc not in self.hosts:
                break
            base = f"{there.scheme or here.scheme}://{there.netloc or here.netloc}"
            here = urlsplit(f"{base}{there.path}" + (f"?{there.query}" if there.query else ""))
            response = self.client.get(here.geturl(), headers={"Accept": "text/html"})
        self.page = response
        return response


def authorization_url(**changes: str) -> str:
    """Return the question that ACM would ask, with changes; an empty value leaves a parameter out."""
    asked = {
        "client_id": "acm",
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid profile egovnrn",
        "state": "here",
        "nonce": "once",
        "code_challenge": s256(VERIFIER),
        "code_challenge_method": "S256",
        **changes,
    }
    return f"{FAS}/authorize?{urlencode({name: value for name, value in asked.items() if value})}"
