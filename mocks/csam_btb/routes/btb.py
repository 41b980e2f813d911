"""The API of BTB.  The shape is ours: the real one has no public API.

Who acts stands in the request (``by``), because the API signs nobody in; what that person may do is checked
as on the pages.
"""

from __future__ import annotations

from typing import Annotated

from flask import Blueprint, Response, jsonify
from pydantic import Field

from mocks.core.api import page_bounds, statement_or
from mocks.core.control import Body, read_body
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.csam_btb.backend import Appointments, AppointmentsDesk, Btb, first_sign_in
from mocks.csam_btb.domain.appointments import (
    DOMAIN_LABELS,
    AppointmentNumber,
    appointment_facts,
    appointment_members,
    event_members,
    post_of,
)
from mocks.csam_btb.domain.nominations import read_nomination
from mocks.csam_btb.routes.here import peers_here

api = Blueprint("btb_api", __name__, url_prefix="/api/v1/btb")

Text = Annotated[str, Field(max_length=1000)]


class NominationBody(Body):
    """Whom somebody appoints.

    Attributes:
        by: who acts: the legal representative for the first main access manager, else a main access manager.
        insz: who is appointed.
        family_name: the surname, as the Rijksregister has it.
        given_name: the first name, likewise.
        email: of the appointee.
        phone: of the appointee.
        post: ``main_access_manager``, or a domain for an access manager.
        backup: whether as main access manager beside the first one.
        replaces: who has the post now and gives way; needed when somebody has it.
    """

    by: Text
    insz: Text
    family_name: Text
    given_name: Text
    email: Text
    phone: Text
    post: Text = "main_access_manager"
    backup: bool = False
    replaces: Text | None = None


class EndBody(Body):
    """Who ends an appointment (``by``)."""

    by: Text


@api.get("/domains")
def domains() -> Response:
    """Return the domains for which there are access managers."""
    return jsonify(
        domains=[{"domain": domain.value, "label": label} for domain, label in DOMAIN_LABELS.items()]
    )


@api.get("/persons/<number>/appointments")
def of_person(number: str) -> Response:
    """Return the appointments of a person, or with Accept ``application/jwt`` the signed statement."""
    insz = Insz(number)
    visit = current_visit()
    return statement_or(
        lambda audience: AppointmentsDesk(visit).statement(insz, audience),
        lambda: jsonify(
            insz=insz,
            appointments=[appointment_facts(one) for one in Appointments(visit).of_person(insz)],
        ),
    )


@api.post("/persons/<number>/first-sign-in")
def signed_in(number: str) -> Response:
    """Let what waits for this person's sign-in begin, as FAS does; for sign-ins that pass FAS by."""
    activated = first_sign_in(current_visit(), Insz(number))
    return jsonify(activated=[str(one) for one in activated])


@api.get("/enterprises/<number>/appointments")
def in_enterprise(number: str) -> Response:
    """Return the appointments in an enterprise, ended ones included, a page at a time."""
    enterprise, held = EnterpriseNumber(number), Appointments(current_visit())
    offset, limit = page_bounds()
    registered_on = held.registered_on(enterprise)
    found, total = held.in_enterprise(enterprise, offset, limit)
    return jsonify(
        enterprise_number=enterprise,
        registered_on=registered_on.isoformat(),
        appointments=[appointment_members(one) for one in found],
        total=total,
        offset=offset,
        limit=limit,
    )


@api.get("/enterprises/<number>/history")
def history(number: str) -> Response:
    """Return what happened in an enterprise, the latest first, a page at a time."""
    enterprise, held = EnterpriseNumber(number), Appointments(current_visit())
    offset, limit = page_bounds()
    held.registered_on(enterprise)
    found, total = held.history(enterprise, offset, limit)
    return jsonify(
        enterprise_number=enterprise,
        events=[event_members(one) for one in found],
        total=total,
        offset=offset,
        limit=limit,
    )


@api.post("/enterprises/<number>/appointments")
def appoint(number: str) -> tuple[Response, int]:
    """Appoint somebody, and register the enterprise when this is its first appointment."""
    body = read_body(NominationBody)
    fields = {
        "number": body.insz,
        "family_name": body.family_name,
        "given_name": body.given_name,
        "enterprise_number": number,
        "email": body.email,
        "phone": body.phone,
    }
    replaces = Insz(body.replaces) if body.replaces is not None else None
    reading = read_nomination(fields, post_of(body.post), backup=body.backup, replaces=replaces)
    made = Btb(current_visit(), peers_here(), Insz(body.by)).appoint(reading.required())
    return jsonify(appointment_members(made)), 201


@api.post("/enterprises/<number>/appointments/<insz>/<post>/end")
def end(number: str, insz: str, post: str) -> Response:
    """End an appointment: it gives nothing from now on."""
    body = read_body(EndBody)
    ended = AppointmentNumber(EnterpriseNumber(number), Insz(insz), post_of(post))
    Btb(current_visit(), peers_here(), Insz(body.by)).end(ended)
    return jsonify(status="ok")
