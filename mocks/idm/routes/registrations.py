"""The API: self-registration by a link."""

from __future__ import annotations

from flask import Blueprint, Response

from mocks.core.control import Body, read_body
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.idm.backend import Request, SelfRegistration, catalogue_in
from mocks.idm.domain.tasks import Link
from mocks.idm.routes import shapes
from mocks.idm.routes.here import Number, Text, created, peers_here

blueprint = Blueprint("api_registrations", __name__, url_prefix="/api/v1")


class RegistrationBody(Body):
    """Who asks what: the members of the link (``dg``, ``an`` or ``ec``, ``ctx``, ``oc``) and of its form."""

    person: Number
    phone: Text
    email: Text
    reason: Text | None = None
    organisation: Number | None = None
    work_relation_only: bool = False
    dg: Text = ""
    an: Text = ""
    ec: Text = ""
    ctx: Text = ""
    oc: Text = ""


@blueprint.post("/self-registrations")
def register() -> Response:
    """Lay a request with the local administrators of an organisation (*Bron*: domain facts §4)."""
    body = read_body(RegistrationBody)
    parameters = {name: getattr(body, name) for name in ("dg", "an", "ec", "ctx", "oc")}
    catalogue = catalogue_in(current_visit().reading)
    link = Link.read(parameters, catalogue, work_relation_only=body.work_relation_only)
    asked = Request(
        organisation=EnterpriseNumber(body.organisation) if body.organisation else None,
        phone=body.phone,
        email=body.email,
        reason=body.reason,
    )
    task = SelfRegistration(current_visit(), peers_here()).request(Insz(body.person), link, asked)
    return created(shapes.task(task))
