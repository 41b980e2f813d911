"""The API of the federal role administration.  The shape is ours: the real one has no public API.

Who acts stands in the request (``by``), because the API signs nobody in; what that person may do is checked
as on the pages.
"""

from __future__ import annotations

from typing import Annotated

from flask import Blueprint, Response, jsonify
from pydantic import Field

from mocks.core.api import page_bounds
from mocks.core.control import Body, read_body
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.csam_btb.backend import FederalRoles, RoleAdministration
from mocks.csam_btb.domain.role_requests import read_role
from mocks.csam_btb.domain.roles import ROLES, RoleNumber, granted_members, role_members, role_of
from mocks.csam_btb.routes.here import peers_here

api = Blueprint("roles_api", __name__, url_prefix="/api/v1/roles")

Text = Annotated[str, Field(max_length=1000)]


class GrantBody(Body):
    """Which role somebody grants to whom.

    Attributes:
        by: who acts.
        insz: who gets the role.
        role: the code of the role.
        begin: the first valid day; today when left out.
        end: the last valid day; when left out, until it is revoked.
    """

    by: Text
    insz: Text
    role: Text
    begin: Text = ""
    end: Text = ""


class RevokeBody(Body):
    """Who revokes a role (``by``)."""

    by: Text


@api.get("")
def catalogue() -> Response:
    """Return the federal roles that can be granted."""
    return jsonify(roles=[role_members(role) for role in ROLES.values()])


@api.get("/persons/<number>")
def of_person(number: str) -> Response:
    """Return the roles of a person, past ones included."""
    insz = Insz(number)
    found = FederalRoles(current_visit()).of_person(insz)
    return jsonify(insz=insz, roles=[granted_members(one) for one in found])


@api.get("/enterprises/<number>")
def in_enterprise(number: str) -> Response:
    """Return the roles for an enterprise, past ones included, a page at a time."""
    enterprise = EnterpriseNumber(number)
    offset, limit = page_bounds()
    found, total = FederalRoles(current_visit()).all_in_enterprise(enterprise, offset, limit)
    return jsonify(
        enterprise_number=enterprise,
        roles=[granted_members(one) for one in found],
        total=total,
        offset=offset,
        limit=limit,
    )


@api.post("/enterprises/<number>")
def grant(number: str) -> tuple[Response, int]:
    """Grant a role."""
    body, visit = read_body(GrantBody), current_visit()
    by = Insz(body.by)
    fields = {"number": body.insz, "role": body.role, "begin": body.begin, "end": body.end}
    asked = read_role(fields, EnterpriseNumber(number), visit.clock.today, by).required()
    granted = RoleAdministration(visit, peers_here(), by).grant(asked)
    return jsonify(granted_members(granted)), 201


@api.post("/enterprises/<number>/<insz>/<role>/revoke")
def revoke(number: str, insz: str, role: str) -> Response:
    """Revoke a role: it gives nothing from today on."""
    body = read_body(RevokeBody)
    revoked = RoleNumber(EnterpriseNumber(number), Insz(insz), role_of(role))
    RoleAdministration(current_visit(), peers_here(), Insz(body.by)).revoke(revoked)
    return jsonify(status="ok")
