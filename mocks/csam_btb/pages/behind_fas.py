"""The door of CSAM's own pages: whoever enters is signed in at FAS first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import redirect, request, session
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.identifiers import Insz
from mocks.core.relying_party import FAS, RelyingParty
from mocks.core.shell import current_visit
from mocks.core.tokens import MalformedToken, verify
from mocks.csam_btb.backend.my_keys import SignedIn
from mocks.csam_btb.backend.provider import client_secret
from mocks.csam_btb.domain.fas import SESSION_LIFETIME
from mocks.csam_btb.domain.kinds import KIND_OF_METHOD, Kind
from mocks.csam_btb.errors import NotSignedIn

_PLAIN = re.compile(r"[A-Za-z0-9/._-]{1,120}")
"""Addresses to come back to: the cookie is small, and the address may be anything."""


@dataclass(frozen=True)
class Door:
    """The door of one set of pages.

    Attributes:
        client_id: as which client it sends people to FAS.
        root: where the pages lie; the callback is ``<root>/callback``.
        who: under which name the cookie says who is signed in, since when, and with which ID token.
    """

    client_id: str
    root: str
    who: str

    def signed_in(self) -> SignedIn:
        """Return who is signed in here.

        Raises:
            NotSignedIn: when nobody is, or it was too long ago.
        """
        who = session.get(self.who)
        if who is None or not 0 <= current_visit().clock.token_now - who["since"] < SESSION_LIFETIME:
            raise NotSignedIn
        return SignedIn(Insz(who["insz"]), Kind(who["kind"]))

    def to_fas(self, parameters: dict[str, str]) -> AnyResponse:
        """Send the browser to FAS, to come back to the front page."""
        return self._ask(parameters, self.root)

    def to_fas_and_back(self) -> AnyResponse:
        """Send the browser to FAS, to come back to the page that was asked, if that can be asked again."""
        asked = request.path
        again = request.method == "GET" and asked.startswith(self.root) and _PLAIN.fullmatch(asked)
        return self._ask({}, asked if again else self.root)

    def come_back(self) -> AnyResponse:
        """Let in whoever comes back from FAS: who stands in userinfo, the key in the ID token."""
        party = self._party()
        signed_in = party.finish(session, request.args)
        visit = current_visit()
        told = verify(
            party.userinfo(signed_in.access_token).body.decode(),
            visit.key_set("fas", "RS256"),
            issuer=visit.url("fas", FAS.issuer),
            audience=self.client_id,
            now=visit.clock.token_now,
        )
        if told.get("sub") != signed_in.claims["sub"]:
            raise MalformedToken("De gegevens van FAS gaan over iemand anders dan wie zich aanmeldde.")
        session[self.who] = {
            "insz": told["egovNRN"],
            "kind": KIND_OF_METHOD[signed_in.claims["amr"][0]].value,
            "since": visit.clock.token_now,
            "id_token": signed_in.id_token,
        }
        return self.to(signed_in.kept["to"])

    def leave(self) -> AnyResponse:
        """Sign out here and at FAS."""
        who = session.pop(self.who, None)
        if who is None:
            return self.to(self.root)
        end = current_visit().url("fas", "/fas/oauth2/connect/endSession")
        return redirect(f"{end}?id_token_hint={who['id_token']}", 303)

    def to(self, path: str) -> AnyResponse:
        """Send the browser to a page of this system."""
        return redirect(f"{request.script_root}{path}", 303)

    def _ask(self, parameters: dict[str, str], to: str) -> AnyResponse:
        return redirect(self._party().begin(session, parameters, {"to": to}), 303)

    def _party(self) -> RelyingParty:
        visit = current_visit()
        return RelyingParty(
            visit=visit,
            provider=FAS,
            client_id=self.client_id,
            secret=client_secret(visit, self.client_id),
            redirect_uri=visit.url("csam", f"{self.root}/callback"),
            scope="openid profile egovnrn",
        )
