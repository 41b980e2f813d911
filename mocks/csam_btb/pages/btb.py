"""Beheer der Toegangsbeheerders: who manages the accesses of an enterprise, behind a sign-in at FAS.

*Bron*: domain facts §3 for the steps and the fields; the guide of the kmo-portefeuille for the labels.  The
pages are drawn anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.api import page_bounds
from mocks.core.errors import Refusal
from mocks.core.forms import Reading
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit, problem
from mocks.csam_btb.backend import Appointments, Btb, KeyRing
from mocks.csam_btb.domain.appointments import (
    DOMAIN_LABELS,
    MAIN_POST,
    POSTS,
    AppointmentNumber,
    Domain,
    post_of,
)
from mocks.csam_btb.domain.keys import Holder
from mocks.csam_btb.domain.nominations import LABELS, Nomination, read_nomination
from mocks.csam_btb.errors import (
    AppointmentRefused,
    FieldMissing,
    NotSignedIn,
    ReplacementUnconfirmed,
)
from mocks.csam_btb.pages.behind_fas import Door
from mocks.csam_btb.pages.procedures import PROCEDURES, Procedure
from mocks.csam_btb.routes import peers_here

DOOR = Door(client_id="csam-btb", root="/btb", who="btb")

_LIVING_SHOWN = 200
"""Appointments that the page of an enterprise shows at once; the API pages through all of them."""

_EVENTS_SHOWN = 20

pages = Blueprint("btb", __name__, url_prefix="/btb")


@pages.get("")
def overview() -> str:
    """Show the three steps, and the enterprises of whoever is signed in."""
    return render_template("csam/btb/overview.html", enterprises=_desk().enterprises(), **_frame())


@pages.get("/aanmelden")
def sign_in() -> AnyResponse:
    """Pass FAS again, which makes active what waits for that."""
    return DOOR.to_fas({})


@pages.get("/callback")
def callback() -> AnyResponse:
    """Come back from FAS."""
    return DOOR.come_back()


@pages.post("/afmelden")
def sign_out() -> AnyResponse:
    """Sign out here and at FAS."""
    return DOOR.leave()


@pages.get("/hoofdtoegangsbeheerder", endpoint="first")
@pages.get("/ondernemingen/<number>/hoofdtoegangsbeheerders", endpoint="backup")
@pages.get("/ondernemingen/<number>/toegangsbeheerders", endpoint="access")
def form(number: str | None = None) -> str:
    """Ask whom to appoint: ``zelf`` fills in oneself, ``onderneming`` and ``domein`` what is known."""
    procedure = _procedure()
    if number is not None:
        _desk().check_actor(EnterpriseNumber(number), by_legal_representative=procedure.first)
    return _form_page(procedure, _proposed(number), {})


@pages.post("/hoofdtoegangsbeheerder", endpoint="appoint_first")
@pages.post("/ondernemingen/<number>/hoofdtoegangsbeheerders", endpoint="appoint_backup")
@pages.post("/ondernemingen/<number>/toegangsbeheerders", endpoint="appoint_access")
def appoint(number: str | None = None) -> AnyResponse | tuple[str, int]:
    """Appoint whoever is filled in; ``replaces`` confirms that somebody gives way."""
    del number
    procedure, filled = _procedure(), _filled()
    reading, faults = _read(procedure, filled)
    if faults:
        return _form_page(procedure, filled, faults), 400
    made = _desk().appoint(reading.required())
    return DOOR.to(f"/btb/ondernemingen/{made.enterprise}?gedaan=aangesteld")


@pages.get("/ondernemingen/<number>")
def enterprise(number: str) -> str:
    """Show who manages the accesses of an enterprise, and what happened before."""
    wanted = EnterpriseNumber(number)
    mine, held = _desk().involvement(wanted), Appointments(current_visit())
    offset, limit = page_bounds(_EVENTS_SHOWN)
    living, total = held.in_enterprise(wanted, 0, _LIVING_SHOWN, living=True)
    events, told = held.history(wanted, offset, limit)
    return render_template(
        "csam/btb/enterprise.html",
        mine=mine,
        registered_on=held.find_registered_on(wanted),
        living=living,
        living_total=total,
        has_first=any(one.first for one in living),
        events=events,
        older=offset + limit if offset + limit < told else None,
        newer=max(offset - limit, 0) if offset else None,
        done=request.args.get("gedaan", ""),
        today=current_visit().clock.today,
        **_frame(),
    )


@pages.get("/ondernemingen/<number>/beeindigen/<insz>/<post>")
def ask_to_end(number: str, insz: str, post: str) -> str:
    """Ask to confirm that an appointment ends."""
    ending = AppointmentNumber(EnterpriseNumber(number), Insz(insz), post_of(post))
    appointment = _desk().ending(ending)
    name = _desk().involvement(ending.enterprise).name
    return render_template("csam/btb/end.html", appointment=appointment, enterprise_name=name, **_frame())


@pages.post("/ondernemingen/<number>/beeindigen/<insz>/<post>")
def end(number: str, insz: str, post: str) -> AnyResponse:
    """End an appointment, once confirmed."""
    ending = AppointmentNumber(EnterpriseNumber(number), Insz(insz), post_of(post))
    _desk().end(ending)
    if _me().insz == ending.insz:
        return DOOR.to("/btb")  # The page of the enterprise may be closed to this person now.
    return DOOR.to(f"/btb/ondernemingen/{ending.enterprise}?gedaan=beeindigd")


@pages.errorhandler(AppointmentRefused)
def again(refusal: AppointmentRefused) -> tuple[Any, int]:
    """Show the form again with what was refused, or ask to confirm; else the page of a refusal."""
    name = (request.endpoint or "").rpartition(".")[2].removeprefix("appoint_")
    if request.method != "POST" or name not in PROCEDURES:
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    procedure, filled = PROCEDURES[name], _filled()
    if isinstance(refusal, ReplacementUnconfirmed):
        reading, _ = _read(procedure, filled)
        return _replace_page(procedure, reading, filled, refusal), refusal.status
    return _form_page(procedure, filled, {refusal.field: refusal}), refusal.status


@pages.errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> AnyResponse:
    """Send whoever is not signed in to FAS."""
    del refusal
    return DOOR.to_fas_and_back()


def _me() -> Holder:
    """Return who is signed in.

    Raises:
        NotSignedIn: when nobody is.
        KeyNotActive: when the person has died or is not registered (any more).
    """
    who = DOOR.signed_in()
    return KeyRing(current_visit(), peers_here()).living(who.insz, who.kind)


def _desk() -> Btb:
    return Btb(current_visit(), peers_here(), _me().insz)


def _procedure() -> Procedure:
    return PROCEDURES[(request.endpoint or "").rpartition(".")[2].removeprefix("appoint_")]


def _filled() -> dict[str, str]:
    """Return what was typed; the enterprise of the address goes before a typed one."""
    names = (*LABELS, "domain", "replaces")
    filled = {name: request.form.get(name, "") for name in names}
    number = (request.view_args or {}).get("number")
    return {**filled, "enterprise_number": number} if number is not None else filled


def _proposed(number: str | None) -> dict[str, str]:
    """Return what the form proposes."""
    proposed = {
        "enterprise_number": number or request.args.get("onderneming", ""),
        "domain": request.args.get("domein", ""),
    }
    if "zelf" in request.args:
        me = _me()
        proposed |= {
            "number": me.insz.display,
            "family_name": me.family_name,
            "given_name": me.given_name,
        }
    return proposed


def _read(
    procedure: Procedure, filled: Mapping[str, str]
) -> tuple[Reading[Nomination], Mapping[str, Refusal]]:
    """Read what was typed; a domain that is none is a fault of its field."""
    domain, replaces = filled["domain"], filled["replaces"]
    known = not procedure.per_domain or domain in set(Domain)
    post = POSTS[domain] if procedure.per_domain and known else MAIN_POST
    # What confirms a replacement comes from our own page: anything else confirms nothing.
    confirmed = Insz(replaces) if replaces.isascii() and replaces.isdigit() and len(replaces) == 11 else None
    reading = read_nomination(filled, post, backup=procedure.backup, replaces=confirmed)
    return reading, reading.faults if known else {**reading.faults, "domain": FieldMissing("Domein")}


def _frame() -> dict[str, Any]:
    """Return what every page of BTB knows."""
    root = f"{request.script_root}/btb"
    ring = KeyRing(current_visit(), peers_here())
    names: dict[Insz, str] = {}

    def name_of(insz: Insz) -> str:
        if insz not in names:
            holder = ring.holder(insz)
            names[insz] = holder.full_name if holder is not None else insz.display
        return names[insz]

    return {
        "system": {"key": "csam-btb", "title": "Beheer der Toegangsbeheerders"},
        "home_url": root,
        "root": root,
        "me": _me(),
        "name_of": name_of,
        "domain_labels": DOMAIN_LABELS,
    }


def _form_page(procedure: Procedure, filled: Mapping[str, str], faults: Mapping[str, Refusal]) -> str:
    number = (request.view_args or {}).get("number")
    shown = set(LABELS) - ({"enterprise_number"} if number is not None else set())
    shown |= {"domain"} if procedure.per_domain else set()
    return render_template(
        "csam/btb/appoint.html",
        procedure=procedure,
        labels=LABELS,
        filled=filled,
        errors={name: fault.sentence for name, fault in faults.items() if name in shown},
        refused=next((fault for name, fault in faults.items() if name not in shown), None),
        code=next((fault.code for fault in faults.values()), None),
        enterprise_number=EnterpriseNumber(number) if number is not None else None,
        **_frame(),
    )


def _replace_page(
    procedure: Procedure,
    reading: Reading[Nomination],
    filled: Mapping[str, str],
    refusal: ReplacementUnconfirmed,
) -> str:
    nomination = reading.required()
    return render_template(
        "csam/btb/replace.html",
        procedure=procedure,
        nomination=nomination,
        refusal=refusal,
        hidden={**filled, "replaces": refusal.holder},
        enterprise_name=_desk().name_of(nomination.number.enterprise),
        **_frame(),
    )
