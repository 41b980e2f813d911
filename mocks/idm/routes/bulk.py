"""The API: rights by the file."""

from __future__ import annotations

from typing import Annotated

from flask import Blueprint, Response, jsonify
from pydantic import Field

from mocks.core.control import read_body
from mocks.core.shell import current_visit
from mocks.idm.backend import Bulk
from mocks.idm.routes.here import ActorBody, acting, actor_in_query, peers_here

blueprint = Blueprint("api_bulk", __name__, url_prefix="/api/v1")


class BulkBody(ActorBody):
    """A file for granting, and whether one wrong line undoes all (it does unless said otherwise)."""

    csv: Annotated[str, Field(max_length=2_000_000)]
    all_or_nothing: bool = True
    rehearse: bool = False


@blueprint.get("/organisations/<number>/rights.csv")
def export(number: str) -> Response:
    """Return every right at an organisation as CSV, streamed (*Bron*: "SyncTool", domain facts §4)."""
    who = acting(actor_in_query(), number)
    pieces = Bulk(current_visit(), peers_here()).export(who)
    return Response(
        pieces,
        mimetype="text/csv",
        headers={
            "Content-Disposition": f'attachment; filename="rechten-{who.organisation.number}.csv"',
            "Cache-Control": "no-store",
        },
    )


@blueprint.post("/organisations/<number>/rights")
def grant(number: str) -> Response:
    """Grant every right in a file, with a report line by line; 200 when done, 409 when nothing was."""
    body = read_body(BulkBody)
    bulk = Bulk(current_visit(), peers_here())
    report = bulk.grant(
        acting(body.actor, number), body.csv, all_or_nothing=body.all_or_nothing, rehearse=body.rehearse
    )
    response = jsonify(
        done=report.done,
        granted=report.granted,
        refused=report.refused,
        lines=[
            {"line": one.line, "right": one.granted, "code": one.code or None, "sentence": one.sentence}
            for one in report.lines
        ],
    )
    response.status_code = 200 if report.done or body.rehearse else 409
    return response
