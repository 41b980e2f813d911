"""Who is signed in to the Gebruikersbeheer, and for which organisation that person works now.

ACM says who it is.  Whether that person is local administrator is asked anew with every page, so that a
function that ends or a right that is revoked bites at once.  *Bron*: for signing in by ACM and choosing the
organisation after it, seed 004; that the session lasts as long as ACM's own is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import session

from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.relying_party import ACM, RelyingParty
from mocks.core.shell import current_visit
from mocks.idm.backend import Administrators
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.facts import Organisation
from mocks.idm.routes import peers_here

CLIENT_ID = "idm"
SECRET = "idm-geheim"
"""A secret of the test environment, as it stands in IDM's integration file at ACM."""

SCOPE = "openid profile vo rrn"

SESSION_SECONDS = 2 * 60 * 60
"""As long as ACM's own session (*Bron*: domain facts §1.6)."""

_WHO, _ORGANISATION = "idm", "idm_organisation"


class NotSignedIn(Refusal):
    """Nobody is signed in with this browser; the pages answer with the way to sign in."""

    code = "not-signed-in"
    status = 403
    title = "U bent niet aangemeld"

    def __init__(self) -> None:
        """Say how to sign in."""
        super().__init__("Meld u aan bij het Gebruikersbeheer.")


class NoOrganisationChosen(Refusal):
    """Somebody is signed in, and has still to choose an organisation; the pages lead to the choice."""

    code = "no-organisation-chosen"
    status = 403
    title = "Kies een organisatie"

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("Kies eerst voor welke organisatie u werkt.")


@dataclass(frozen=True)
class SignedIn:
    """Who is signed in.

    Attributes:
        insz: the national number or BIS number that ACM gave.
        name: first name and surname.
    """

    insz: Insz
    name: str


@dataclass(frozen=True)
class Desk:
    """What the frame of a page shows: who is signed in, and the organisation in hand."""

    name: str
    organisation: Organisation | None


def acm() -> RelyingParty:
    """Return this e-loket as ACM knows it."""
    visit = current_visit()
    return RelyingParty(visit, ACM, CLIENT_ID, SECRET, visit.url("idm", "/aanmelden/callback"), SCOPE)


def open_session(claims: Mapping[str, Any]) -> None:
    """Remember who signed in; the organisation of before is let go."""
    session.pop(_ORGANISATION, None)
    session[_WHO] = {
        "insz": claims["rrn"],
        "name": f"{claims['given_name']} {claims['family_name']}",
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
    """Return who is signed in.

    Raises:
        NotSignedIn: when nobody is, or it was too long ago.
    """
    if not anybody():
        raise NotSignedIn
    who = session[_WHO]
    return SignedIn(Insz(who["insz"]), who["name"])


def administrators() -> Administrators:
    """Return the use case that knows who administers what."""
    visit = current_visit()
    return Administrators(visit, peers_here())


def take_organisation(number: EnterpriseNumber) -> Administrator:
    """Work for an organisation from now on.

    Raises:
        NotAdministrator: when the person does not administer it.
    """
    found = administrators().require(signed_in().insz, number)
    session[_ORGANISATION] = str(number)
    return found


def administrator() -> Administrator:
    """Return the person as local administrator of the organisation in hand, decided anew.

    Raises:
        NotSignedIn: when nobody is signed in.
        NoOrganisationChosen: when no organisation was chosen.
        NotAdministrator: when the person no longer administers it.
    """
    who, number = signed_in(), organisation_in_hand()
    if number is None:
        raise NoOrganisationChosen
    return administrators().require(who.insz, number)


def organisation_in_hand() -> EnterpriseNumber | None:
    """Return the organisation that was chosen, whether or not the person still administers it."""
    number = session.get(_ORGANISATION)
    return EnterpriseNumber(number) if number is not None else None
