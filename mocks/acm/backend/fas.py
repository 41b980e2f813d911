"""ACM as a client of FAS: where it sends the browser, and whom the answer names.

*Bron*: FAS's userinfo is a signed JWT with ``egovNRN`` (domain facts §2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mocks.acm.domain.means import MEANS
from mocks.acm.errors import ProofFallsShort
from mocks.core.identifiers import Insz
from mocks.core.relying_party import FAS, RelyingParty, Session, SignedIn
from mocks.core.tokens import MalformedToken, verify
from mocks.core.visit import Visit

CLIENT_ID = "acm"


@dataclass(frozen=True)
class Proof:
    """What somebody just proved at FAS.

    Attributes:
        insz: who he is.
        key: the kind of digital key that he used.
        id_token: what FAS gave, with which its session is ended.
        sign_in: the name of the sign-in for which it was asked.
    """

    insz: Insz
    key: str
    id_token: str
    sign_in: str


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


def ask_proof(visit: Visit, cookie: Session, sign_in: str, key: str) -> str:
    """Return the address at FAS where the person proves with this key who he is, now and not before."""
    parameters = {"acr_values": MEANS[key].fas_acr, "fas_key": key, "prompt": "login"}
    kept = {"sign_in": sign_in, "key": key, "asked_at": visit.clock.token_now}
    return fas_client(visit).begin(cookie, parameters, kept)


def proven(visit: Visit, cookie: Session, answer: Mapping[str, str]) -> Proof:
    """Return what FAS answers to :func:`ask_proof`.

    The question travels through the browser, where anybody may change it: asked for less, FAS gives less and
    says so.  Hence the key and the moment count that FAS signed (OpenID Connect Core §3.1.3.7).

    Raises:
        SignInRefused: when FAS said no.
        ProofFallsShort: when it was another key, or before it was asked.
        UnknownSignIn, TokenRefused: when the answer must not be trusted.
    """
    signed_in = fas_client(visit).finish(cookie, answer)
    claims, kept = signed_in.claims, signed_in.kept
    means = MEANS[kept["key"]]
    if (
        claims.get("amr", [])[:1] != [means.fas_method]
        or claims.get("acr") != means.fas_acr
        or claims.get("auth_time", 0) < kept["asked_at"]
    ):
        raise ProofFallsShort(kept)
    return Proof(_insz_of(visit, signed_in), means.key, signed_in.id_token, kept["sign_in"])


def sign_out_at_fas(visit: Visit, id_token: str) -> None:
    """End the session of FAS in which this ID token was given (``docs/decisions/0009``)."""
    end = visit.url("fas", "/fas/oauth2/connect/endSession")
    visit.house.backchannel.get(visit, f"{end}?id_token_hint={id_token}")


def _insz_of(visit: Visit, signed_in: SignedIn) -> Insz:
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
