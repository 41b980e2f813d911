"""The page of one service: what is registered, the form to change it, and its history."""

from __future__ import annotations

from collections.abc import Mapping

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from mocks.core.shell import current_visit, problem, wants_page
from mocks.eloketten.kmo_portefeuille.backend import Entrance, Services
from mocks.eloketten.kmo_portefeuille.domain.doors import DEPARTMENTS, SEAT
from mocks.eloketten.kmo_portefeuille.domain.services import FIELDS, Place, kind_of
from mocks.eloketten.kmo_portefeuille.domain.visitors import Visitor
from mocks.eloketten.kmo_portefeuille.errors import InvalidService, OutdatedService
from mocks.eloketten.kmo_portefeuille.pages.frame import blueprint, identifier_at, page

Answer = Response | str | tuple[Response | str, int]


@blueprint.get("/dienstverlener/diensten/<kind>", defaults={"department": ""})
@blueprint.get("/departementen/diensten/<kind>/<path:department>")
def service(kind: str, department: str) -> str:
    """Show a service of the seat, or of a department that this person's right is for."""
    visitor, place = _place(kind, department)
    kept = Services(current_visit()).find(place)
    typed = vars(kept.details) if kept is not None else {}
    return _form(place, visitor, typed)


@blueprint.post("/dienstverlener/diensten/<kind>", defaults={"department": ""})
@blueprint.post("/departementen/diensten/<kind>/<path:department>")
def change_service(kind: str, department: str) -> Response:
    """Register a service or change it, after ACM confirmed that this person may.

    Fields: ``name``, ``email``, ``phone``, ``account`` and ``version``, that of the form.
    """
    visitor, place = _place(kind, department, before_change=True)
    Services(current_visit()).change(place, request.form.to_dict(), visitor)
    return redirect(url_for("pages.service", kind=kind, department=department, bewaard=1), code=303)


@blueprint.app_errorhandler(InvalidService)
def invalid(refusal: InvalidService) -> Answer:
    """Show the form again with what was typed, and what is wrong with it."""
    if not _is_form():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return _again(refusal.fields, request.form.get("version", "")), refusal.status


@blueprint.app_errorhandler(OutdatedService)
def outdated(refusal: OutdatedService) -> Answer:
    """Show what was typed beside what stands there now; pressing again then means that one saw it."""
    if not _is_form():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return _again({"": refusal.sentence}, None), refusal.status


def _is_form() -> bool:
    return wants_page() and request.endpoint == "pages.change_service"


def _again(errors: Mapping[str, str], version: str | None) -> str:
    values = request.view_args or {}
    visitor, place = _place(values["kind"], values["department"])
    typed = {field: request.form.get(field, "") for field in FIELDS}
    return _form(place, visitor, typed, errors, version)


def _place(kind: str, department: str, *, before_change: bool = False) -> tuple[Visitor, Place]:
    """Return who is here and which service the address names, when this person may see it."""
    door = DEPARTMENTS if department else SEAT
    entrance = Entrance(current_visit(), door)
    visitor = entrance.visitor(identifier_at(door), before_change=before_change)
    if department:
        visitor.require(department)
    return visitor, Place(visitor.organisation, kind_of(kind), department)


def _form(
    place: Place,
    visitor: Visitor,
    typed: Mapping[str, str],
    errors: Mapping[str, str] | None = None,
    version: str | None = None,
) -> str:
    services = Services(current_visit())
    kept = services.find(place)
    return page(
        "service",
        DEPARTMENTS if place.department else SEAT,
        visitor,
        place=place,
        kept=kept,
        typed=typed,
        errors=errors or {},
        version=version if version is not None else (kept.version if kept is not None else 0),
        changes=services.changes(place),
    )
