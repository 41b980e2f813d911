"""The control room of IDM: put and remove facts, set and step the workflow, configure and step the push."""

from __future__ import annotations

from typing import Annotated

from flask import Blueprint, Response, jsonify
from pydantic import Field

from mocks.core.control import Body, Line, control_blueprint, read_body
from mocks.core.identifiers import Insz
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.idm.backend import Push
from mocks.idm.backend.history import read_number
from mocks.idm.backend.workflow import set_workflow, step, waiting, workflow_of
from mocks.idm.control.facts import KINDS
from mocks.idm.domain.people import Mode, Workflow
from mocks.idm.domain.scim import Delivery
from mocks.idm.routes.here import after_in_query, limit_in_query

__all__ = ["KINDS", "ScimStepBody", "StepBody", "WorkflowBody", "create_blueprint"]


class WorkflowBody(Body):
    """When a person who was added becomes Actief: at once, after a delay by the world's clock, or stepped."""

    mode: Mode
    seconds: Annotated[int, Field(ge=0, le=366 * 86_400)] = 60


class StepBody(Body):
    """Who becomes Actief; everybody who waits, when nobody is named."""

    person: Line | None = None


class ScimStepBody(Body):
    """Which e-loket is told of the users that are due, and of how many at most."""

    eloket: Line = "kiosk"
    most: Annotated[int, Field(ge=1, le=500)] = 50


def create_blueprint() -> Blueprint:
    """Return the control room: the kinds of facts, the workflow and the push."""
    blueprint = control_blueprint(KINDS)

    @blueprint.get("/workflow")
    def workflow() -> Response:
        """Say how the workflow goes, and who waits for a step."""
        return _workflow(current_visit())

    @blueprint.put("/workflow")
    def change_workflow() -> Response:
        """Set how the workflow goes for who is added from now on."""
        visit, body = current_visit(), read_body(WorkflowBody)
        set_workflow(visit, Workflow(body.mode, body.seconds))
        return _workflow(visit)

    @blueprint.post("/workflow/step")
    def step_workflow() -> Response:
        """Let who waits become Actief now, also who waits for a delay when that person is named."""
        visit, body = current_visit(), read_body(StepBody)
        stepped = step(visit, Insz(body.person) if body.person else None)
        return jsonify(activated=[str(one) for one in stepped])

    @blueprint.get("/scim-deliveries")
    def deliveries() -> Response:
        """List what was pushed to e-lokets and how it went, newest first, a piece at a time."""
        after = read_number(after_in_query())
        found = Push(current_visit()).deliveries(after, limit_in_query(50))
        return jsonify(deliveries=[_delivery(one) for one in found.items], next=found.next)

    @blueprint.post("/scim-step")
    def step_push() -> Response:
        """Tell an e-loket of the users that are due now; nothing else ever sends or retries."""
        body = read_body(ScimStepBody)
        attempts = Push(current_visit()).step(body.eloket, body.most)
        return jsonify(deliveries=[_delivery(one) for one in attempts])

    return blueprint


def _workflow(visit: Visit) -> Response:
    found = workflow_of(visit)
    return jsonify(mode=found.mode, seconds=found.seconds, waiting=[str(one) for one in waiting(visit)])


def _delivery(one: Delivery) -> dict[str, object]:
    return {
        "number": one.number or None,
        "at": one.at,
        "eloket": one.eloket,
        "external_id": one.external_id,
        "person": one.person,
        "target_group": one.target_group,
        "attempt": one.attempt,
        "active": one.active,
        "status": one.status,
        "outcome": one.outcome.value,
    }
