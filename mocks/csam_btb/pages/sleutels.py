"""Mijn digitale sleutels: a person's own keys, behind a sign-in at FAS.

*Bron*: domain facts §2 for what one can do online; the page is drawn anew.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, session
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.identifiers import Insz
from mocks.core.relying_party import FAS, RelyingParty
from mocks.core.shell import current_visit
from mocks.core.tokens import MalformedToken, verify
from mocks.csam_btb.backend import MyKeys
from mocks.csam_btb.backend.my_keys import TEST_PHONE, SignedIn
from mocks.csam_btb.backend.provider import client_secret
from mocks.csam_btb.domain.fas import SESSION_LIFETIME
from mocks.csam_btb.domain.kinds import KEY_KINDS, KIND_OF_METHOD, Kind, level_urn
from mocks.csam_btb.domain.proofs import TEST_PASSWORD
from mocks.csam_btb.errors import NotSignedIn, StepRefused, WrongPhone, WrongProof
from mocks.csam_btb.routes import peers_here

CLIENT_ID = "csam-sleutels"
WHO = "sleutels"
"""In the cookie: who is signed in here, since when, and the ID token to sign out with."""

_KIND = "<any(eid, itsme, app, sms, token):kind>"

pages = Blueprint("sleutels", __name__, url_prefix="/sleutels")

front = Blueprint("front", __name__)


@front.get("/")
def home() -> AnyResponse:
    """Lead to Mijn digitale sleutels, also from the host of FAS, which has no front page."""
    return redirect(current_visit().url("csam", "/sleutels"), 302)


@pages.get("")
def overview() -> str:
    """Show the keys of whoever is signed in."""
    mine = _mine()
    return render_template(
        "csam/sleutels.html", own_keys=mine.all(), may_activate=mine.may_activate, **_frame(mine)
    )


@pages.get("/aanmelden")
def sign_in() -> AnyResponse:
    """Sign in anew, with eID or itsme: what activating a key takes."""
    return _to_fas({"acr_values": level_urn(450), "prompt": "login"})


@pages.get("/callback")
def callback() -> AnyResponse:
    """Come back from FAS: who it is stands in userinfo, with which key in the ID token."""
    party = _party()
    signed_in = party.finish(session, request.args)
    visit = current_visit()
    told = verify(
        party.userinfo(signed_in.access_token).body.decode(),
        visit.key_set("fas", "RS256"),
        issuer=visit.url("fas", FAS.issuer),
        audience=CLIENT_ID,
        now=visit.clock.token_now,
    )
    if told.get("sub") != signed_in.claims["sub"]:
        raise MalformedToken("De gegevens van FAS gaan over iemand anders dan wie zich aanmeldde.")
    session[WHO] = {
        "insz": told["egovNRN"],
        "kind": KIND_OF_METHOD[signed_in.claims["amr"][0]].value,
        "since": visit.clock.token_now,
        "id_token": signed_in.id_token,
    }
    return _to_overview()


@pages.post("/afmelden")
def sign_out() -> AnyResponse:
    """Sign out here and at FAS."""
    who = session.pop(WHO, None)
    if who is None:
        return _to_overview()
    visit = current_visit()
    return redirect(
        f"{visit.url('fas', '/fas/oauth2/connect/endSession')}?id_token_hint={who['id_token']}", 303
    )


@pages.get(f"/activeren/{_KIND}")
def activation(kind: str) -> str:
    """Ask what is needed to activate a key, or the code once it was sent."""
    return _activation_page(Kind(kind))


@pages.post(f"/activeren/{_KIND}")
def begin_activation(kind: str) -> AnyResponse:
    """Begin to activate a key; a code goes to the phone (``phone``, for text messages)."""
    _mine().begin(Kind(kind), request.form.get("phone", ""))
    return redirect(f"{request.script_root}/sleutels/activeren/{kind}", 303)


@pages.post(f"/activeren/{_KIND}/bevestigen")
def confirm_activation(kind: str) -> AnyResponse:
    """Finish: ``code``, or ``decision`` for itsme."""
    _mine().confirm(Kind(kind), request.form)
    return _to_overview()


@pages.post(f"/verwijderen/{_KIND}")
def remove(kind: str) -> AnyResponse:
    """Remove a key of one's own."""
    _mine().remove(Kind(kind))
    return _to_overview()


@pages.errorhandler(WrongProof)
@pages.errorhandler(WrongPhone)
def again(refusal: StepRefused) -> tuple[str, int]:
    """Show the activation again, with what was wrong."""
    return _activation_page(Kind((request.view_args or {})["kind"]), refusal), refusal.status


@pages.errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> AnyResponse:
    """Send whoever is not signed in to FAS."""
    del refusal
    return _to_fas({})


def _mine() -> MyKeys:
    """Return the counter of whoever is signed in.

    Raises:
        NotSignedIn: when nobody is, or it was too long ago.
    """
    visit = current_visit()
    who = session.get(WHO)
    if who is None or not 0 <= visit.clock.token_now - who["since"] < SESSION_LIFETIME:
        raise NotSignedIn
    return MyKeys(visit, peers_here(), SignedIn(Insz(who["insz"]), Kind(who["kind"])))


def _party() -> RelyingParty:
    visit = current_visit()
    return RelyingParty(
        visit=visit,
        provider=FAS,
        client_id=CLIENT_ID,
        secret=client_secret(visit, CLIENT_ID),
        redirect_uri=visit.url("csam", "/sleutels/callback"),
        scope="openid profile egovnrn",
    )


def _to_fas(parameters: dict[str, str]) -> AnyResponse:
    return redirect(_party().begin(session, parameters, {}), 303)


def _to_overview() -> AnyResponse:
    return redirect(f"{request.script_root}/sleutels", 303)


def _frame(mine: MyKeys) -> dict[str, Any]:
    """Return what every page of a person's own knows."""
    root = f"{request.script_root}/sleutels"
    return {
        "system": {"key": "csam-sleutels", "title": "Mijn digitale sleutels"},
        "home_url": root,
        "root": root,
        "holder": mine.holder,
    }


def _activation_page(kind: Kind, refusal: StepRefused | None = None) -> str:
    mine = _mine()
    mine.check_activatable(kind)
    under_way = mine.activation(kind) if not isinstance(refusal, WrongPhone) else None
    return render_template(
        "csam/activation.html",
        key=KEY_KINDS[kind],
        under_way=under_way,
        challenge=mine.challenge(under_way) if under_way is not None else None,
        phone=request.form.get("phone", TEST_PHONE),
        error=refusal.sentence if refusal is not None else None,
        test_password=TEST_PASSWORD,
        **_frame(mine),
    )
