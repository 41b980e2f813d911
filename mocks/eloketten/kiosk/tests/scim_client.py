"""A SCIM client that sends what a test wants, right or wrong."""

from __future__ import annotations

import json
from typing import Any

from werkzeug.test import Client, TestResponse
from werkzeug.wrappers import Response

from mocks.eloketten.kiosk.tests.alone import KioskAlone
from mocks.eloketten.kiosk.tests.said import DE_KADE

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
RIGHTS = "urn:proefloket:params:scim:schemas:extension:rechten:2.0:User"

ELS_AT_DE_KADE = "5b0e36c7-95e1-5d5c-9d10-3d3b64f4b0a1"
TOM = "9c5d21f0-7c43-5a3e-8f62-6a1de2b7c7d2"
NAMED = {"given_name": "Els", "family_name": "Maes"}


def user(vo_id: str = ELS_AT_DE_KADE, /, **changes: object) -> dict[str, Any]:
    """Return Els with her right at De Kade, as IDM sends her, with changes."""
    return {
        "schemas": [USER, RIGHTS],
        "externalId": vo_id,
        "userName": vo_id,
        "name": {"givenName": "Els", "familyName": "Maes"},
        "active": True,
        "emails": [{"value": "els@de-kade.example", "organisation": DE_KADE, "type": "work"}],
        RIGHTS: {"rights": [{"value": "KIOSKAanvrager", "organisation": DE_KADE}], "contexts": []},
        **changes,
    }


class ScimClient:
    """Speaks to KIOSK's SCIM service with the agreed token, unless a test says otherwise."""

    def __init__(self, kiosk: KioskAlone) -> None:
        self.kiosk = kiosk
        self._client = Client(kiosk, Response)

    def get(self, path: str, **query: str) -> TestResponse:
        """Read."""
        return self.send("GET", path, query=query)

    def put(
        self, document: dict[str, Any] | bytes, at: str = ELS_AT_DE_KADE, **headers: str | None
    ) -> TestResponse:
        """Write a user, or what is none, at the address of an id."""
        return self.send("PUT", f"/Users/{at}", document, None, **headers)

    def tell(self, vo_id: str, /, **changes: object) -> TestResponse:
        """Tell of somebody else than Els, which must succeed."""
        answer = self.put(user(vo_id, **changes), vo_id)
        assert answer.status_code in {200, 201}, answer.text
        return answer

    def send(
        self,
        method: str,
        path: str,
        document: dict[str, Any] | bytes | None = None,
        query: dict[str, str] | None = None,
        **headers: str | None,
    ) -> TestResponse:
        """Send a request; a header is named with underscores, and one that is None is left out."""
        told = {
            "authorization": "Bearer kiosk-scim-geheim",
            "content_type": "application/scim+json",
            **headers,
        }
        return self._client.open(
            f"/scim/v2{path}",
            base_url="https://kiosk.vlaanderen.be/kiosk",
            method=method,
            data=document if isinstance(document, bytes) else json.dumps(document),
            query_string=query or None,
            headers={name.replace("_", "-"): value for name, value in told.items() if value is not None},
            buffered=True,
        )


KNOWN = (
    "Stuur de gebruiker met Content-Type",
    "Een gebruiker wordt alleen met PUT /Users/<id> geschreven",
    "Hier staat niets.",
    "Hier wordt niet gefilterd.",
    "Dit filter wordt niet gespeeld.",
)
"""How the sentences begin that tests name by their beginning."""


def refusal(answer: TestResponse, status: int) -> tuple[str | None, str]:
    """Return the kind of a refusal and how its sentence begins: its first clause, or the whole of it."""
    told = answer.get_json()
    assert told is not None
    assert (answer.status_code, told["status"]) == (status, str(status)), told
    assert answer.mimetype == "application/scim+json"
    assert told["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"]
    for opening in KNOWN:
        if told["detail"].startswith(opening):
            return told.get("scimType"), opening
    return told.get("scimType"), told["detail"]
