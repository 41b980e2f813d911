"""What the scripts beside this file share: a world of their own on a running Proefloket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests


class Refused(Exception):
    """A system refused; the text is the sentence that it gives."""


@dataclass
class Stage:
    """A world on a running Proefloket, at one address."""

    base: str
    http: requests.Session = field(default_factory=requests.Session)

    def call(self, method: str, path: str, **body: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON members
        """Call an API of this world, and return what it answers."""
        answer = self.http.request(method, f"{self.base}{path}", json=body or None, timeout=30)
        if not answer.ok:
            raise Refused(answer.json()["detail"])
        return dict(answer.json())

    def sign_in_to_kiosk(self, person: str, organisation: str) -> str:
        """Sign somebody in to KIOSK for an organisation, without pages; return the page of dossiers."""
        return self._sign_in("/kiosk/aanmelden", mock_persona=person, mock_identity=f"EA:{organisation}")

    def sign_in_to_idm(self, person: str) -> str:
        """Sign somebody in to the Gebruikersbeheer: what waits in BTB for a first sign-in now begins."""
        return self._sign_in("/idm/aanmelden", mock_persona=person)

    def sign_in_to_kmo_portefeuille(self, person: str, organisation: str) -> str:
        """Sign somebody in with "Login dienstverleners", without pages; return the page of the seat."""
        entrance = "/kmo-portefeuille/dienstverlener/aanmelden"
        return self._sign_in(entrance, mock_persona=person, mock_identity=f"EA:{organisation}")

    def _sign_in(self, path: str, **who: str) -> str:
        with requests.Session() as browser:
            answer = browser.get(f"{self.base}{path}", params=who, timeout=30)
        if not answer.ok:
            raise Refused(answer.json()["detail"])
        return answer.text


@contextmanager
def world(base: str, name: str, *, cast: bool) -> Iterator[Stage]:
    """Make a world of its own at ``base``, with or without the cast, and remove it at the end."""
    outside = Stage(base.rstrip("/"))
    outside.http.delete(f"{outside.base}/_mock/worlds/{name}", timeout=30)
    outside.call("POST", "/_mock/worlds", name=name, cast=cast)
    try:
        yield Stage(f"{outside.base}/w/{name}")
    finally:
        outside.call("DELETE", f"/_mock/worlds/{name}")
