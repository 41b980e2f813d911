"""The desk of the service kmo-portefeuille, for its own staff; here it stands open.

*Bron*: seed 003 (**) for the activation; that there is a page for it, and its looks, are ours.
"""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from mocks.core.identifiers import EnterpriseNumber
from mocks.core.shell import problem, wants_page
from mocks.eloketten.kmo_portefeuille.errors import MalformedDepartment
from mocks.eloketten.kmo_portefeuille.pages.frame import blueprint, page
from mocks.eloketten.kmo_portefeuille.routes import desk

Answer = Response | str | tuple[Response | str, int]


@blueprint.get("/dienst")
def counter() -> str | Response:
    """List the organisations with activated departments, and look up another one (``nummer``)."""
    wanted = request.args.get("nummer", "").strip()
    if wanted:
        return redirect(url_for("pages.provider", number=EnterpriseNumber(wanted)))
    return page("counter", providers=desk().providers())


@blueprint.get("/dienst/<number>")
def provider(number: str) -> str:
    """Show which departments of an organisation are activated, and let more be activated."""
    return page("provider", provider=desk().provider(EnterpriseNumber(number)))


@blueprint.post("/dienst/<number>/activeren")
def activate(number: str) -> Response:
    """Activate departments: ``departementen`` has a name on each line."""
    names = [one for one in request.form.get("departementen", "").splitlines() if one.strip()]
    desk().activate(EnterpriseNumber(number), names)
    return redirect(url_for("pages.provider", number=number), code=303)


@blueprint.app_errorhandler(MalformedDepartment)
def malformed(refusal: MalformedDepartment) -> Answer:
    """Show the form again with what was typed, and what is wrong with it."""
    if not (wants_page() and request.endpoint == "pages.activate"):
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    number = EnterpriseNumber((request.view_args or {})["number"])
    typed = request.form.get("departementen", "")
    shown = page("provider", provider=desk().provider(number), typed=typed, error=refusal.sentence)
    return shown, refusal.status


@blueprint.post("/dienst/<number>/deactiveren")
def deactivate(number: str) -> Response:
    """Take one department back: ``departement``."""
    desk().deactivate(EnterpriseNumber(number), request.form.get("departement", ""))
    return redirect(url_for("pages.provider", number=number), code=303)
