"""Mijn digitale sleutels: a person's own keys, behind a sign-in at FAS.

*Bron*: domain facts §2 for what one can do online; the page is drawn anew.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.shell import current_visit
from mocks.csam_btb.backend import MyKeys
from mocks.csam_btb.backend.my_keys import TEST_PHONE
from mocks.csam_btb.domain.kinds import KEY_KINDS, Kind, level_urn
from mocks.csam_btb.domain.proofs import TEST_PASSWORD
from mocks.csam_btb.errors import NotSignedIn, StepRefused, WrongPhone, WrongProof
from mocks.csam_btb.pages.behind_fas import Door
from mocks.csam_btb.routes import peers_here

DOOR = Door(client_id="csam-sleutels", root="/sleutels", who="sleutels")

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
    return DOOR.to_fas({"acr_values": level_urn(450), "prompt": "login"})


@pages.get("/callback")
def callback() -> AnyResponse:
    """Come back from FAS."""
    return DOOR.come_back()


@pages.post("/afmelden")
def sign_out() -> AnyResponse:
    """Sign out here and at FAS."""
    return DOOR.leave()


@pages.get(f"/activeren/{_KIND}")
def activation(kind: str) -> str:
    """Ask what is needed to activate a key, or the code once it was sent."""
    return _activation_page(Kind(kind))


@pages.post(f"/activeren/{_KIND}")
def begin_activation(kind: str) -> AnyResponse:
    """Begin to activate a key; a code goes to the phone (``phone``, for text messages)."""
    _mine().activating.begin(Kind(kind), request.form.get("phone", ""))
    return redirect(f"{request.script_root}/sleutels/activeren/{kind}", 303)


@pages.post(f"/activeren/{_KIND}/bevestigen")
def confirm_activation(kind: str) -> AnyResponse:
    """Finish: ``code``, or ``decision`` for itsme."""
    _mine().activating.confirm(Kind(kind), request.form)
    return DOOR.to("/sleutels")


@pages.post(f"/verwijderen/{_KIND}")
def remove(kind: str) -> AnyResponse:
    """Remove a key of one's own."""
    _mine().remove(Kind(kind))
    return DOOR.to("/sleutels")


@pages.errorhandler(WrongProof)
@pages.errorhandler(WrongPhone)
def again(refusal: StepRefused) -> tuple[str, int]:
    """Show the activation again, with what was wrong."""
    return _activation_page(Kind((request.view_args or {})["kind"]), refusal), refusal.status


@pages.errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> AnyResponse:
    """Send whoever is not signed in to FAS."""
    del refusal
    return DOOR.to_fas_and_back()


def _mine() -> MyKeys:
    """Return the counter of whoever is signed in.

    Raises:
        NotSignedIn: when nobody is, or it was too long ago.
    """
    return MyKeys(current_visit(), peers_here(), DOOR.signed_in())


def _frame(mine: MyKeys) -> dict[str, Any]:
    """Return what every page of a person's own knows."""
    root = f"{request.script_root}/sleutels"
    return {
        "system": {"key": "csam-sleutels", "title": "Mijn digitale sleutels"},
        "home_url": root,
        "root": root,
        "holder": mine.holder,
        "by_code_url": f"{request.script_root}/activeren",
    }


def _activation_page(kind: Kind, refusal: StepRefused | None = None) -> str:
    mine = _mine()
    mine.activating.check(kind)
    under_way = mine.activating.under_way(kind) if not isinstance(refusal, WrongPhone) else None
    return render_template(
        "csam/activation.html",
        key=KEY_KINDS[kind],
        under_way=under_way,
        challenge=mine.activating.challenge(under_way) if under_way is not None else None,
        phone=request.form.get("phone", TEST_PHONE),
        error=refusal.sentence if refusal is not None else None,
        test_password=TEST_PASSWORD,
        here=f"{request.script_root}/sleutels/activeren/{kind}",
        back=("Terug naar Mijn digitale sleutels", f"{request.script_root}/sleutels"),
        sign_out_url=f"{request.script_root}/sleutels/afmelden",
        **_frame(mine),
    )
