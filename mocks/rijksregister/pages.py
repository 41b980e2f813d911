"""The desk of a registration office, in a browser of whoever works there.

*Bron*: seed 003 for who asks what; the pages are ours, as no screen of an office is public.  Nobody signs in:
the desk stands in for a person who looks at a document.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, session
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.dutch import dutch_date
from mocks.core.errors import NotFound, Refusal
from mocks.core.forms import Form
from mocks.core.identifiers import Sex
from mocks.core.shell import current_visit, problem
from mocks.rijksregister.backend import Served
from mocks.rijksregister.domain import DocumentKind
from mocks.rijksregister.domain.forms import (
    LABELS,
    LOSABLE,
    read_application,
    read_code_request,
    read_merge,
    read_registration,
)
from mocks.rijksregister.errors import HELP, NothingServed
from mocks.rijksregister.routes import desk_here

blueprint = Blueprint("loket", __name__, url_prefix="/loket", template_folder="templates")

front = Blueprint("front", __name__)

_SERVED = "served"
"""Under which name the cookie keeps what the desk gave last, to be printed."""

_FORMS = {
    "bis-nummer": "Een BIS-nummer vragen",
    "activeringscode": "Een nieuwe activeringscode vragen",
    "samenvoegen": "Twee nummers samenvoegen",
    "rijksregisternummer": "Een rijksregisternummer in de plaats van een BIS-nummer",
}
"""What one can ask, by the name of its page."""

_SEXES = [(Sex.MAN.value, "Man"), (Sex.WOMAN.value, "Vrouw")]

_LOST = {
    "itsme": "itsme",
    "app": "Beveiligingscode via mobiele app",
    "sms": "Beveiligingscode via SMS",
    "token": "Federaal token",
}


@front.get("/")
def home() -> AnyResponse:
    """Lead to the desk."""
    return redirect(f"{request.script_root}/loket", 302)


@blueprint.get("")
def overview() -> str:
    """Show what one can ask at the desk."""
    return render_template("rijksregister/loket.html", **_frame())


@blueprint.get("/<asked>")
def form(asked: str) -> str:
    """Show an empty form.

    Raises:
        NotFound: when nothing of this name can be asked.
    """
    if asked not in _FORMS:
        raise NotFound("Dit kunt u hier niet vragen. Kies op de eerste pagina van het loket.")
    return _page(asked, Form({}))


@blueprint.post("/bis-nummer")
def ask_bis_number() -> AnyResponse | tuple[str, int]:
    """Give a BIS number and a letter."""
    filled = Form(request.form)
    application = read_application(filled)
    if application is None:
        return _page("bis-nummer", filled), 400
    return _given(desk_here().ask(application))


@blueprint.post("/activeringscode")
def ask_activation_code() -> AnyResponse | tuple[str, int]:
    """Give a new activation code."""
    filled = Form(request.form)
    asked = read_code_request(filled, tuple(request.form.getlist("lost")))
    if asked is None:
        return _page("activeringscode", filled), 400
    return _given(desk_here().give_code(asked.insz, asked.document, asked.email, asked.lost))


@blueprint.post("/samenvoegen")
def merge() -> AnyResponse | tuple[str, int]:
    """Let one number take the place of another."""
    filled = Form(request.form)
    numbers = read_merge(filled)
    if numbers is None:
        return _page("samenvoegen", filled), 400
    return _given(Served(desk_here().merge(*numbers), None))


@blueprint.post("/rijksregisternummer")
def register() -> AnyResponse | tuple[str, int]:
    """Give a national number in the place of a BIS number."""
    filled = Form(request.form)
    asked = read_registration(filled)
    if asked is None:
        return _page("rijksregisternummer", filled), 400
    return _given(desk_here().register(asked.bis_number, asked.sex, asked.email))


@blueprint.get("/brief")
def letter() -> str:
    """Show what the desk gave last in this browser, to be printed.

    Raises:
        NothingServed: when it gave nothing.
    """
    served = session.get(_SERVED)
    if served is None:
        raise NothingServed
    return render_template("rijksregister/letter.html", served=served, **_frame())


@blueprint.errorhandler(Refusal)
def again(refusal: Refusal) -> tuple[Any, int]:
    """Show the form again with why it was refused; nothing that was typed is lost."""
    asked = request.path.rpartition("/")[2]
    if request.method != "POST" or asked not in _FORMS:
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return _page(asked, Form(request.form), refusal), refusal.status


def _given(served: Served) -> AnyResponse:
    """Keep what the desk gave for the page with the letter, and go there."""
    person, given = served.person, served.letter
    session[_SERVED] = {
        "name": person.full_name,
        "number": person.insz.display,
        "letter": None
        if given is None
        else {
            "code": given.code,
            "link": given.link,
            "email": given.email,
            "valid_until": dutch_date(given.valid_until),
        },
    }
    return redirect(f"{request.script_root}/loket/brief", 303)


def _page(asked: str, filled: Form, refusal: Refusal | None = None) -> str:
    return render_template(
        f"rijksregister/{asked}.html",
        title=_FORMS[asked],
        filled=filled.filled,
        lost=request.form.getlist("lost"),
        errors={name: fault.sentence for name, fault in filled.faults.items()},
        refusal=refusal,
        labels=LABELS,
        kinds=[(kind.value, kind.label) for kind in DocumentKind],
        sexes=_SEXES,
        losable=[(kind, _LOST[kind]) for kind in LOSABLE],
        help=HELP,
        **_frame(),
    )


def _frame() -> dict[str, Any]:
    """Return what every page of the desk knows."""
    root = f"{request.script_root}/loket"
    return {
        "root": root,
        "home_url": root,
        "forms": _FORMS,
        "links": [
            ("Loket", root, request.path == "/loket"),
            *((title, f"{root}/{name}", request.path == f"/loket/{name}") for name, title in _FORMS.items()),
        ],
        "keys_url": current_visit().url("csam", "/activeren"),
        "kbo_url": current_visit().url("kbo", "/loket"),
    }
