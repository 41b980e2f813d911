"""Rights of the whole organisation: the export to CSV, granting from CSV, and what was done lately.

*Bron*: that there is a CSV export and that bulk changes exist: domain facts §4.  The columns, and the report
line by line, are ours.
"""

from __future__ import annotations

from flask import Response, flash, request

from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.idm.backend import Bulk, History
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.bulk import GRANT_COLUMNS, MOST_LINES, BulkReport
from mocks.idm.errors import MalformedCsv
from mocks.idm.pages.frame import pages, render
from mocks.idm.pages.session import administrator
from mocks.idm.routes import peers_here

blueprint = pages("many")

_FILE = Steps(("Bestand",), {"lines": 1})


@blueprint.get("/rechten")
def overview() -> str:
    """Offer the export and the form for a file, and show the history of the organisation (``vanaf``)."""
    return _page(administrator(), Walk.begun(_FILE, {}, request.form), None)


@blueprint.get("/rechten.csv")
def export() -> Response:
    """Return the rights of the organisation as CSV."""
    who = administrator()
    name = f"rechten-{who.organisation.number}.csv"
    return Response(
        _bulk().export(who),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


@blueprint.post("/rechten")
def grant() -> tuple[str, int]:
    """Check a file or grant from it: ``file``, or its text in ``lines``; ``go`` is rehearse or grant.

    Nothing is granted unless every line is right.
    """
    who, walk = administrator(), Walk.begun(_FILE, {}, request.form)
    report = None
    uploaded = request.files.get("file")
    if uploaded is not None and uploaded.filename:
        walk.values["lines"] = _text(uploaded.read())
    if not walk.values["lines"].strip():
        walk.wrong("lines", MalformedCsv("Kies een bestand, of plak de lijnen in het tekstvak."))
    else:
        rehearse = walk.go != "grant"
        report = walk.attempt(
            lambda: _bulk().grant(who, walk.values["lines"], rehearse=rehearse), lambda _: "lines"
        )
    if report is not None and report.done:
        flash(f"{report.granted} gebruikersrechten zijn toegekend.", "success")
        walk.values["lines"] = ""
    wrong = report is not None and report.refused > 0
    return _page(who, walk, report), 409 if wrong else walk.status


def _text(content: bytes) -> str:
    """Return what a file says; spreadsheets of this country write UTF-8 or Windows-1252."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _bulk() -> Bulk:
    return Bulk(current_visit(), peers_here())


def _page(who: Administrator, walk: Walk, report: BulkReport | None) -> str:
    return render(
        "many.html",
        who,
        walk=walk,
        report=report,
        columns=";".join(GRANT_COLUMNS),
        most_lines=MOST_LINES,
        entries=History(current_visit()).of_organisation(who, request.args.get("vanaf") or None),
    )
