"""The pages of one's own e-loket: register its file, play it, sign in at it with one click, remove it.

Ours: at a real onboarding the integration file goes to the team of ACM.
"""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mocks.core.refusals import check_control
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.core.walks import Steps, Walk
from mocks.stage.company import Company, Identity
from mocks.stage.domain.elokets import OwnEloket
from mocks.stage.errors import UnknownOwnEloket, UnreadableUpload

ROOT = "/eigen-eloket"
"""Where these pages stand, and so the only cookie of the stage."""

_FORM = Steps(("Registreren",), {"file": 1, "upload": 1, "token": 1})
_REMOVAL = Steps(("Verwijderen",), {"token": 1})


def add(room: Blueprint, company: Company) -> None:
    """Add the pages."""

    @room.get(ROOT)
    def elokets() -> str:
        """List the own e-lokets, and ask for a file."""
        return _page(company, Walk.begun(_FORM, {}, {}))

    @room.post(ROOT)
    def register() -> Response | tuple[str, int]:
        """Register a file: pasted (``file``) or sent along (``upload``); and ``token`` if asked."""
        walk, visit = Walk.begun(_FORM, {}, request.form), current_visit()
        sent = walk.attempt(_uploaded, lambda _: "upload")
        walk.values["file"] = sent or walk.values["file"]
        walk.attempt(lambda: _check_token(visit, walk), lambda _: "token")
        if not walk.errors:
            name = walk.attempt(
                lambda: company.elokets.register(visit, walk.values["file"]), lambda _: "file"
            )
            if name is not None:
                flash(f"‘{name}’ is geregistreerd.", "success")
                return redirect(url_for("pages.eloket", client_id=name), 303)
        return _page(company, walk), walk.status

    @room.get(f"{ROOT}/<client_id>")
    def eloket(client_id: str) -> str:
        """Show an own e-loket with who can sign in there today."""
        return _one(company, _found(company, client_id), Walk.begun(_REMOVAL, {}, {}))

    @room.post(f"{ROOT}/<client_id>/verwijderen")
    def remove(client_id: str) -> Response | tuple[str, int]:
        """Remove an own e-loket; with ``token`` where one is asked."""
        walk, visit, found = (
            Walk.begun(_REMOVAL, {}, request.form),
            current_visit(),
            _found(company, client_id),
        )
        walk.attempt(lambda: _check_token(visit, walk), lambda _: "token")
        if walk.errors:
            return _one(company, found, walk), walk.status
        company.elokets.remove(visit, found.client_id)
        flash(f"‘{found.client_id}’ is verwijderd.", "success")
        return redirect(url_for("pages.elokets"), 303)


def _check_token(visit: Visit, walk: Walk) -> None:
    """Ask of a browser what a program sends as a header: these forms do what the control room does."""
    check_control(
        visit.house.control_token,
        walk.values["token"],
        "Vul het controletoken in dat bij het starten van Proefloket staat.",
    )


def _uploaded() -> str | None:
    """Return the text of the file that was sent along, or None.

    Raises:
        UnreadableUpload: when it is no text.
    """
    sent = request.files.get("upload")
    text = sent.read().decode("utf-8", "replace") if sent is not None and sent.filename else None
    if text is not None and "\ufffd" in text:
        raise UnreadableUpload("Dit bestand is geen tekst in UTF-8. Kies een integratiedossier in YAML.")
    return text


def _found(company: Company, client_id: str) -> OwnEloket:
    for one in company.elokets.every(current_visit()):
        if one.client_id == client_id:
            return one
    raise UnknownOwnEloket(
        f"Er is geen eigen e-loket ‘{client_id[:60]}’ in deze wereld. Registreer het op de "
        "pagina Eigen e-loket."
    )


def _page(company: Company, walk: Walk) -> str:
    visit = current_visit()
    return render_template(
        "stage/elokets.html",
        walk=walk,
        elokets=[(one, _address(visit, one)) for one in company.elokets.every(visit)],
        asks_token=visit.house.control_token is not None,
    )


def _one(company: Company, one: OwnEloket, walk: Walk) -> str:
    visit = current_visit()
    found = [
        (person, company.identities(visit, person.number, one.client_id))
        for person in company.cast.people.values()
    ]
    return render_template(
        "stage/eloket.html",
        walk=walk,
        one=one,
        address=_address(visit, one),
        issuer=visit.url("acm", "/op"),
        people=[
            ({"key": person.key, "name": person.name, "trait": person.trait},
             [_door(visit, one, person.key, identity) for identity in identities] if one.played else [])
            for person, identities in found
            if identities
        ],
        asks_token=visit.house.control_token is not None,
    )  # fmt: skip


def _address(visit: Visit, one: OwnEloket) -> str | None:
    return visit.url("eloket", f"/{one.client_id}/") if one.played else None


def _door(visit: Visit, one: OwnEloket, persona: str, identity: Identity) -> tuple[str, str]:
    """Return the text and the address of a sign-in with one click."""
    query = {"mock_persona": persona, "mock_identity": identity.key, "mock_route": identity.route}
    whom = "Als zichzelf" if identity.code is None else f"Namens {identity.name}"
    return whom, visit.url("eloket", f"/{one.client_id}/aanmelden?{urlencode(query)}")
