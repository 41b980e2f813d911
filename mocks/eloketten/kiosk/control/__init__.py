"""KIOSK's control room: dossiers, assessors, applicants, representatives, the outbox, and users."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify

from mocks.core.control import FactKind, control_blueprint
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.shell import current_visit
from mocks.eloketten.kiosk.backend import Users
from mocks.eloketten.kiosk.control.applicants import CONTACT, DEPENDANT, PROFILE
from mocks.eloketten.kiosk.control.assessments import ASSESSMENT
from mocks.eloketten.kiosk.control.dossiers import DOSSIER
from mocks.eloketten.kiosk.control.messages import add_messages
from mocks.eloketten.kiosk.control.users import USER, user_body

KINDS: tuple[FactKind[Any], ...] = (DOSSIER, ASSESSMENT, DEPENDANT, CONTACT, PROFILE, USER)


def create_blueprint() -> Blueprint:
    """Return the control room: the kinds of facts, the outbox, and the representatives of an applicant."""
    blueprint = control_blueprint(KINDS)
    add_messages(blueprint)

    @blueprint.get("/representatives/<number>")
    def representatives(number: str) -> Response:
        """List the active users with a right at an enterprise, as IDM told of them; they open nothing."""
        found = Users(current_visit()).representatives(EnterpriseNumber(number))
        return jsonify(
            representatives=[{"vo_id": one.vo_id, **user_body(one).model_dump(mode="json")} for one in found]
        )

    return blueprint
