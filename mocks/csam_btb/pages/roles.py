"""The federal role administration: who holds which role at the federal applications, behind a sign-in at FAS.

*Bron*: domain facts §3 and seed 002 for who grants; the pages are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.api import page_bounds
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit, problem
from mocks.csam_btb.backend import FederalRoles, KeyRing, Management, RoleAdministration
from mocks.csam_btb.domain.keys import Holder, why_gone
from mocks.csam_btb.domain.role_requests import LABELS, read_role
from mocks.csam_btb.domain.roles import RoleNumber, role_of
from mocks.csam_btb.errors import KeyNotActive, NotSignedIn, RoleRefused
from mocks.csam_btb.pages.behind_fas import Door
from mocks.csam_btb.routes import peers_here

DOOR = Door(client_id="csam-rollen", root="/rollen", who="rollen")

_SHOWN = 50

pages = Blueprint("roles", __name__, url_prefix="/rollen")


@pages.get("")
def overview() -> str:
    """Show the enterprises for which somebody may grant roles, and the person's own roles."""
    desk = _desk()
    return render_template(
        "csam/roles/overview.html",
        enterprises=desk.enterprises(),
        own=[(one, desk.name_of(one.number.enterprise)) for one in desk.own()],
        **_frame(),
    )


@pages.get("/callback")
def callback() -> AnyResponse:
    """Come back from FAS."""
    return DOOR.come_back()


@pages.post("/afmelden")
def sign_out() -> AnyResponse:
    """Sign out here and at FAS."""
    return DOOR.leave()


@pages.get("/ondernemingen/<number>")
def enterprise(number: str) -> str:
    """Show who holds the roles that this person manages in an enterprise."""
    managed = _desk().management(EnterpriseNumber(number))
    offset, limit = page_bounds(_SHOWN)
    granted, total = FederalRoles(current_visit()).in_enterprise(managed, offset, limit)
    return render_template(
        "csam/roles/enterprise.html",
        managed=managed,
        granted=granted,
        later=offset + limit if offset + limit < total else None,
        earlier=max(offset - limit, 0) if offset else None,
        done=request.args.get("gedaan", ""),
        today=current_visit().clock.today,
        **_frame(),
    )


@pages.get("/ondernemingen/<number>/toekennen")
def form(number: str) -> str:
    """Ask which role to grant to whom: ``zelf`` fills in one's own number."""
    managed = _desk().offering(EnterpriseNumber(number))
    proposed = {"begin": current_visit().clock.today.isoformat()}
    if "zelf" in request.args:
        proposed["number"] = _me().insz.display
    return _form_page(managed, proposed, {})


@pages.post("/ondernemingen/<number>/toekennen")
def grant(number: str) -> AnyResponse | tuple[str, int]:
    """Grant the role that is filled in; nonsense gives the form again, with all that was typed."""
    enterprise_number, filled = EnterpriseNumber(number), _filled()
    managed = _desk().offering(enterprise_number)
    reading = read_role(filled, enterprise_number, current_visit().clock.today, _me().insz)
    if reading.faults:
        return _form_page(managed, filled, reading.faults), 400
    _desk().grant(reading.required())
    return DOOR.to(f"/rollen/ondernemingen/{enterprise_number}?gedaan=toegekend")


@pages.get("/ondernemingen/<number>/intrekken/<insz>/<role>")
def ask_to_revoke(number: str, insz: str, role: str) -> str:
    """Ask to confirm that a role is revoked."""
    wanted = RoleNumber(EnterpriseNumber(number), Insz(insz), role_of(role))
    granted = _desk().revoking(wanted)
    name = _desk().name_of(wanted.enterprise)
    return render_template("csam/roles/revoke.html", granted=granted, enterprise_name=name, **_frame())


@pages.post("/ondernemingen/<number>/intrekken/<insz>/<role>")
def revoke(number: str, insz: str, role: str) -> AnyResponse:
    """Revoke a role, once confirmed."""
    wanted = RoleNumber(EnterpriseNumber(number), Insz(insz), role_of(role))
    _desk().revoke(wanted)
    return DOOR.to(f"/rollen/ondernemingen/{wanted.enterprise}?gedaan=ingetrokken")


@pages.errorhandler(RoleRefused)
def again(refusal: RoleRefused) -> tuple[Any, int]:
    """Show the form again with what was refused at its field; else the page of a refusal."""
    if request.endpoint != "roles.grant" or not refusal.field:
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    managed = _desk().offering(EnterpriseNumber((request.view_args or {})["number"]))
    return _form_page(managed, _filled(), {refusal.field: refusal}), refusal.status


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
    who, visit = DOOR.signed_in(), current_visit()
    holder = KeyRing(visit, peers_here()).holder(who.insz)
    gone = why_gone(holder, visit.clock.today)
    if holder is None or gone is not None:
        assert gone is not None, "nobody is a reason too"
        raise KeyNotActive(gone, who.kind, who.insz)
    return holder


def _desk() -> RoleAdministration:
    return RoleAdministration(current_visit(), peers_here(), _me().insz)


def _filled() -> dict[str, str]:
    """Return what was typed."""
    return {name: request.form.get(name, "") for name in LABELS}


def _frame() -> dict[str, Any]:
    """Return what every page of the role administration knows."""
    root = f"{request.script_root}/rollen"
    ring = KeyRing(current_visit(), peers_here())

    def name_of(insz: Insz) -> str:
        holder = ring.holder(insz)
        return holder.full_name if holder is not None else insz.display

    return {
        "system": {"key": "csam", "title": "Federaal rollenbeheer"},
        "home_url": root,
        "root": root,
        "me": _me(),
        "name_of": name_of,
    }


def _form_page(managed: Management, filled: Mapping[str, str], faults: Mapping[str, Refusal]) -> str:
    return render_template(
        "csam/roles/grant.html",
        managed=managed,
        labels=LABELS,
        filled=filled,
        errors={name: fault.sentence for name, fault in faults.items()},
        code=next((fault.code for fault in faults.values()), None),
        **_frame(),
    )
