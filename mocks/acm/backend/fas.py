"""ACM as a client of FAS: where it sends the browser, and whom the answer names.

*Bron*: FAS's userinfo is a signed JWT with ``egovNRN`` (domain facts §2).
"""

from __future__ import annotations

from mocks.core.identifiers import Insz
from mocks.core.relying_party import FAS, RelyingParty, SignedIn
from mocks.core.tokens import MalformedToken, verify
from mocks.core.visit import Visit

CLIENT_ID = "acm"


def fas_client(visit: Visit) -> RelyingParty:
    """Return ACM's own client at FAS."""
    return RelyingParty(
        visit=visit,
        provider=FAS,
        client_id=CLIENT_ID,
        secret=visit.house.keys.secret(f"fas-client-{CLIENT_ID}").hex(),
        redirect_uri=visit.url("acm", "/op/v1/fas/callback"),
        scope="openid profile egovnrn",
    )


def insz_of(visit: Visit, signed_in: SignedIn) -> Insz:
    """Return the number of who signed in at FAS, from its signed userinfo.

    Raises:
        TokenRefused: when the userinfo must not be trusted or is about somebody else.
    """
    answer = fas_client(visit).userinfo(signed_in.access_token)
    claims = verify(
        answer.body.decode(),
        visit.key_set("fas", "RS256"),
        issuer=visit.url("fas", FAS.issuer),
        audience=CLIENT_ID,
        now=visit.clock.token_now,
    )
    if claims.get("sub") != signed_in.claims["sub"]:
        raise MalformedToken("De gegevens van FAS gaan over iemand anders dan wie zich aanmeldde.")
    return Insz(str(claims["egovNRN"]))
