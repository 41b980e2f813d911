"""Who is signed in to the Mandatenbeheer, and for which party.

ACM says who it is and which identity was chosen.  Whether that person may conclude mandates for that party is
asked anew with every page, so that a function that ends or a right that is revoked bites at once.  *Bron*:
domain facts §5.1; that the session lasts as long as ACM's own is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import session

from mocks.core.errors import Refusal
from mocks.core.identifiers import Insz
from mocks.core.relying_party import ACM, RelyingParty
from mocks.core.shell import current_visit
from mocks.ssm.backend import Parties
from mocks.ssm.domain.agents import Agent
from mocks.ssm.domain.catalogue import BUR
from mocks.ssm.domain.parties import Party
from mocks.ssm.routes import peers_here

CLIENT_ID = "ssm"
SECRET = "ssm-geheim"
"""A secret of the test environment, as it stands in SSM's integration file at ACM."""

SCOPE = "openid profile vo rrn wettelijkvertegenwoordiger ssm"
TOKEN_RIGHT = "SSMMandaatbeheerder"
"""How the token names the right "SSM Mandaatbeheerder", as it stands in the integration file."""

SESSION_SECONDS = 2 * 60 * 60
"""As long as ACM's own session (*Bron*: domain facts §1.6)."""

_WHO = "ssm"


class NotSignedIn(Refusal):
    """Nobody is signed in with this browser; the pages answer with the way to sign in."""

    code = "not-signed-in"
    status = 403
    title = "U bent niet aangemeld"

    def __init__(self) -> None:
        """Say how to sign in."""
        super().__init__("Meld u aan bij het Mandatenbeheer.")


class ClaimsDoNotFit(Refusal):
    """A token that does not say for whom one acts, or by what."""

    code = "claims-do-not-fit"
    status = 403
    title = "Deze aanmelding is niet bruikbaar"


@dataclass(frozen=True)
class SignedIn:
    """Who is signed in, and for which party.

    Attributes:
        insz: the national number or BIS number that ACM gave.
        name: first name and surname.
        party: the identity in the token.
        party_name: its name, or None who acts for himself.
    """

    insz: Insz
    name: str
    party: Party
    party_name: str | None


def acm() -> RelyingParty:
    """Return this e-loket as ACM knows it."""
    visit = current_visit()
    return RelyingParty(visit, ACM, CLIENT_ID, SECRET, visit.url("ssm", "/aanmelden/callback"), SCOPE)


def way_to_switch() -> str:
    """Return where ACM lets go of this identity and keeps the authentication."""
    return acm().way_out(current_visit().url("ssm", "/aanmelden"), switch=True)


def way_out() -> str:
    """Return where ACM ends single sign-on."""
    return acm().way_out(current_visit().url("ssm", "/afgemeld"))


def open_session(claims: Mapping[str, Any]) -> None:
    """Remember who signed in, and for whom.

    Raises:
        ClaimsDoNotFit: when the token does not say for whom, or by what.
    """
    insz, oneself = _text(claims, "rrn"), _text(claims, "vo_doelgroepcode") == BUR
    session[_WHO] = {
        "insz": insz,
        "name": f"{_text(claims, 'given_name')} {_text(claims, 'family_name')}",
        "party": insz if oneself else _organisation(claims),
        "party_name": None if oneself else _text(claims, "vo_orgnaam"),
        "since": current_visit().clock.token_now,
    }


def close_session() -> None:
    """Forget who signed in."""
    session.clear()


def anybody() -> bool:
    """Return whether somebody is signed in with this browser."""
    who = session.get(_WHO)
    return who is not None and 0 <= current_visit().clock.token_now - who["since"] < SESSION_SECONDS


def signed_in() -> SignedIn:
    """Return who is signed in, whether or not that person may still act for the party.

    Raises:
        NotSignedIn: when nobody is, or it was too long ago.
    """
    if not anybody():
        raise NotSignedIn
    who = session[_WHO]
    return SignedIn(Insz(who["insz"]), who["name"], Party.read(who["party"]), who["party_name"])


def agent_here() -> Agent:
    """Return who is signed in as agent of the party, decided anew.

    Raises:
        NotSignedIn: when nobody is signed in.
        MayNotConclude: when no ground holds any more, with the reason of the nearest one.
        Refusal: the other reasons of :meth:`Parties.agent`.
    """
    who = signed_in()
    return Parties(current_visit(), peers_here()).agent(who.insz, who.party)


def _organisation(claims: Mapping[str, Any]) -> str:
    """Return the organisation in the token, which says by what one acts for it."""
    code, roles = _text(claims, "vo_orgcode"), claims.get("ssm_rol_3d")
    held = isinstance(roles, list) and f"{TOKEN_RIGHT}:{code}" in roles
    if not held and claims.get("wv_orgcode") != code:
        raise ClaimsDoNotFit(
            "Het token van ACM zegt niet op welke grond u voor deze organisatie handelt. Meld u opnieuw aan."
        )
    return code


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    if not isinstance(value, str) or not value:
        raise ClaimsDoNotFit(f"Het token van ACM mist ‘{name}’. Kijk het integratiebestand van SSM na.")
    return value
