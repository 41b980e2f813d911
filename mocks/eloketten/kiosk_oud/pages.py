"""The pages of the old KIOSK: signing in, the applicants of the user, and their dossiers.

*Bron*: the webinar for login, password and security code; the addresses and the words are ours.
"""

from __future__ import annotations

from flask import Blueprint, current_app, make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from mocks.core.api import page_bounds
from mocks.core.errors import Refusal
from mocks.core.shell import current_visit, problem, wants_page
from mocks.eloketten.kiosk_oud.backend import Users
from mocks.eloketten.kiosk_oud.domain.calendar import check_there
from mocks.eloketten.kiosk_oud.domain.users import TEST_PASSWORD, User
from mocks.eloketten.kiosk_oud.errors import Closed, Ended, NoRightHere, NotSignedIn, WrongLogin
from mocks.eloketten.kiosk_oud.peers import Dossiers, Peers

Answer = Response | str | tuple[Response | str, int]

_SESSION = "login"
"""The old KIOSK keeps its session in the cookie alone, signed by the shell."""

_DOSSIERS_ON_A_PAGE = 20

_ALWAYS_THERE = frozenset({"core", "control"})
"""Rooms that only a mock has, and what is no page: health, style sheet."""

PEERS = "proefloket.kiosk-oud.peers"
"""Where the application keeps the way to its peers."""

blueprint = Blueprint("pages", __name__, template_folder="templates")


@blueprint.before_app_request
def keep_the_calendar() -> None:
    """Answer nothing on the day of the migration, and show the way to KIOSK 2.0 ever after."""
    if request.blueprint not in _ALWAYS_THERE and request.endpoint != "metrics":
        visit = current_visit()
        check_there(visit.clock.now, visit.url("kiosk", "/"))


@blueprint.app_context_processor
def frame() -> dict[str, object]:
    """Give every page the way home."""
    return {"home_url": url_for("pages.start")}


@blueprint.get("/")
def start() -> Answer:
    """Let users sign in, and lead whoever is to the applicants."""
    if session.get(_SESSION) is not None:
        return redirect(url_for("pages.applicants"))
    return _sign_in_page()


@blueprint.post("/aanmelden")
def sign_in() -> Response:
    """Sign in with ``login``, ``paswoord`` and ``beveiligingscode`` (*Bron*: the webinar)."""
    form = request.form
    user = Users(current_visit()).sign_in(
        form.get("login", ""), form.get("paswoord", ""), form.get("beveiligingscode", "")
    )
    session[_SESSION] = user.login
    return redirect(url_for("pages.applicants"), code=303)


@blueprint.post("/afmelden")
def sign_out() -> Response:
    """End the session; there is no single sign-on to end."""
    session.pop(_SESSION, None)
    return redirect(url_for("pages.start"), code=303)


@blueprint.get("/aanvragers")
def applicants() -> str:
    """Show for whom the user manages dossiers."""
    return render_template("kiosk_oud/applicants.html", user=_user())


@blueprint.get("/aanvragers/<code>")
def dossiers(code: str) -> str:
    """Show the dossiers of an applicant, a page at a time (``offset``, ``limit``), and let one be made."""
    user = _user()
    right, shelf = user.right_for(code), _dossiers()
    offset, limit = page_bounds(_DOSSIERS_ON_A_PAGE)
    found, total = shelf.page(right.applicant, offset, limit)
    return render_template(
        "kiosk_oud/dossiers.html",
        user=user,
        right=right,
        dossiers=found,
        total=total,
        offset=offset,
        limit=limit,
        kinds=shelf.kinds(),
    )


@blueprint.post("/aanvragers/<code>/dossiers")
def make_dossier(code: str) -> Response:
    """Make a dossier for an applicant: ``titel`` and ``soort``."""
    right, form = _user().right_for(code), request.form
    _dossiers().make(right.applicant, form.get("titel", ""), form.get("soort", ""))
    return redirect(url_for("pages.dossiers", code=code), code=303)


@blueprint.app_errorhandler(Ended)
def ended(refusal: Ended) -> Response:
    """Show the way to KIOSK 2.0; on the day of the migration also when it opens (RFC 9110 §10.2.3)."""
    told: Answer = problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    if wants_page():
        told = (render_template("kiosk_oud/ended.html", refusal=refusal), refusal.status)
    answer = make_response(told)
    answer.headers["Link"] = f'<{refusal.successor}>; rel="successor-version"'  # RFC 5829 §3.4
    if isinstance(refusal, Closed):
        answer.headers["Retry-After"] = str(refusal.seconds)
    return answer


@blueprint.app_errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> Answer:
    """Let whoever is not signed in do that first."""
    session.pop(_SESSION, None)
    return _refused_at_the_door(refusal)


@blueprint.app_errorhandler(WrongLogin)
def not_let_in(refusal: WrongLogin) -> Answer:
    """Show the form again, with the login that was typed."""
    return _refused_at_the_door(refusal)


@blueprint.app_errorhandler(NoRightHere)
def not_for_this_user(refusal: NoRightHere) -> Answer:
    """Say that the applicant is not for this user, and lead back to the list."""
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return render_template("kiosk_oud/refused.html", refusal=refusal, user=_user()), refusal.status


def _refused_at_the_door(refusal: Refusal) -> Answer:
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return _sign_in_page(refusal), refusal.status


def _sign_in_page(refusal: Refusal | None = None) -> str:
    return render_template(
        "kiosk_oud/start.html",
        refusal=refusal,
        typed=request.form.get("login", ""),
        users=Users(current_visit()).first(),
        test_password=TEST_PASSWORD,
    )


def _user() -> User:
    return Users(current_visit()).signed_in(session.get(_SESSION))


def _dossiers() -> Dossiers:
    peers: Peers = current_app.extensions[PEERS](current_visit())
    return peers.dossiers
