"""Activating a key with the code of a letter: the pages behind the link of an e-mail.

*Bron*: domain facts §2, "way 2"; the pages are drawn anew.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, session
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.csam_btb.backend import ByCode, Codes
from mocks.csam_btb.backend.my_keys import TEST_PHONE
from mocks.csam_btb.domain.activation_codes import ActivationCode
from mocks.csam_btb.domain.fas import ATTEMPT_LIFETIME
from mocks.csam_btb.domain.kinds import KEY_KINDS, Kind
from mocks.csam_btb.domain.proofs import TEST_PASSWORD
from mocks.csam_btb.errors import CodeNotEntered, StepRefused, WrongCode, WrongPhone, WrongProof
from mocks.csam_btb.routes import peers_here

pages = Blueprint("by_code", __name__, url_prefix="/activeren")

mailbox = Blueprint("mailbox", __name__, url_prefix="/brievenbus")

_KIND = "<any(eid, itsme, app, sms, token):kind>"

_ENTERED = "by_code"
"""Under which name the cookie says of which link the code was typed, and when."""

_DONE = "by_code_done"
"""Under which name it says which key was activated last."""


@pages.get("")
def explain() -> str:
    """Say where the link is found, to whoever comes without it."""
    return render_template("csam/by_code/explain.html", **_frame())


@pages.get("/<link>")
def ask_code(link: str) -> str:
    """Ask the code of the letter."""
    return _code_page(Codes(current_visit()).opened(link))


@pages.post("/<link>")
def enter_code(link: str) -> AnyResponse:
    """Take the code of the letter; three mistakes close the link."""
    Codes(current_visit()).entered(link, request.form.get("code", "")[:80])
    session[_ENTERED] = {"link": link, "at": current_visit().clock.token_now}
    return _to(f"/{link}/sleutels")


@pages.get("/<link>/sleutels")
def choose_key(link: str) -> str:
    """Let the person choose the key that the code activates."""
    warrant, code = _entered(link)
    return render_template(
        "csam/by_code/choose.html", holder=warrant.holder, keys=warrant.offered(), code=code, **_frame()
    )


@pages.get(f"/<link>/sleutels/{_KIND}")
def activation(link: str, kind: str) -> str:
    """Ask what is needed to activate the key, or the code once it was sent."""
    return _activation_page(link, Kind(kind))


@pages.post(f"/<link>/sleutels/{_KIND}")
def begin_activation(link: str, kind: str) -> AnyResponse:
    """Begin to activate the key; a code goes to the phone (``phone``, for text messages)."""
    warrant, _ = _entered(link)
    warrant.activating.begin(Kind(kind), request.form.get("phone", ""))
    return _to(f"/{link}/sleutels/{kind}")


@pages.post(f"/<link>/sleutels/{_KIND}/bevestigen")
def confirm_activation(link: str, kind: str) -> AnyResponse:
    """Finish: the key works, and the code of the letter is used up."""
    warrant, _ = _entered(link)
    key = warrant.activating.confirm(Kind(kind), request.form)
    session.pop(_ENTERED)
    session[_DONE] = key.kind.value
    return _to("/klaar")


@pages.get("/klaar")
def done() -> str | AnyResponse:
    """Say that the key works and what comes next, in the browser that activated it."""
    kind = session.get(_DONE)
    if kind is None:
        return _to("")
    return render_template("csam/by_code/done.html", key=KEY_KINDS[Kind(kind)], **_frame())


@pages.errorhandler(WrongCode)
@pages.errorhandler(CodeNotEntered)
def code_again(refusal: StepRefused) -> tuple[str, int]:
    """Ask the code of the letter again, with what was wrong."""
    code = Codes(current_visit()).opened((request.view_args or {})["link"])
    return _code_page(code, refusal.sentence), refusal.status


@pages.errorhandler(WrongProof)
@pages.errorhandler(WrongPhone)
def proof_again(refusal: StepRefused) -> tuple[str, int]:
    """Show the activation again, with what was wrong."""
    asked = request.view_args or {}
    return _activation_page(asked["link"], Kind(asked["kind"]), refusal), refusal.status


@mailbox.get("")
def drawer() -> str:
    """Let whoever tests look for the letter box of a person."""
    search = request.args.get("zoek", "").strip()[:60]
    cards = peers_here().directory(search)
    return render_template("csam/by_code/drawer.html", cards=cards, search=search, **_frame())


@mailbox.get("/<number>")
def letters(number: str) -> str:
    """Show what an office sent to a person: the letters and the e-mails."""
    insz, visit = Insz(number), current_visit()
    codes = Codes(visit).of_person(insz)
    return render_template(
        "csam/by_code/letters.html", insz=insz, codes=codes, today=visit.clock.today, **_frame()
    )


def _entered(link: str) -> tuple[ByCode, ActivationCode]:
    """Return the counter of whoever typed the code of this link.

    Raises:
        CodeNotEntered: when nobody did in this browser, or it was too long ago.
        CodeRefused: when the code is of no use (any more).
    """
    visit = current_visit()
    code = Codes(visit).opened(link)
    entered = session.get(_ENTERED)
    if entered is None or entered["link"] != link:
        raise CodeNotEntered
    if not 0 <= visit.clock.token_now - entered["at"] < ATTEMPT_LIFETIME:
        raise CodeNotEntered
    return ByCode(visit, peers_here(), code), code


def _to(path: str) -> AnyResponse:
    return redirect(f"{request.script_root}/activeren{path}", 303)


def _frame() -> dict[str, Any]:
    """Return what every page knows."""
    root = f"{request.script_root}/activeren"
    return {
        "system": {"key": "csam-sleutels", "title": "Mijn digitale sleutels"},
        "home_url": f"{request.script_root}/sleutels",
        "root": root,
        "mailbox_url": f"{request.script_root}/brievenbus",
    }


def _code_page(code: ActivationCode, error: str | None = None) -> str:
    return render_template("csam/by_code/code.html", code=code, error=error, **_frame())


def _activation_page(link: str, kind: Kind, refusal: StepRefused | None = None) -> str:
    warrant, _ = _entered(link)
    warrant.activating.check(kind)
    under_way = warrant.activating.under_way(kind) if not isinstance(refusal, WrongPhone) else None
    frame = _frame()
    return render_template(
        "csam/activation.html",
        key=KEY_KINDS[kind],
        under_way=under_way,
        challenge=warrant.activating.challenge(under_way) if under_way is not None else None,
        phone=request.form.get("phone", TEST_PHONE),
        error=refusal.sentence if refusal is not None else None,
        test_password=TEST_PASSWORD,
        holder=warrant.holder,
        here=f"{frame['root']}/{link}/sleutels/{kind}",
        back=("Terug naar de keuze van een sleutel", f"{frame['root']}/{link}/sleutels"),
        sign_out_url=None,
        **frame,
    )
