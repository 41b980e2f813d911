"""The pages of the assessors: a door of their own, what they assess, and nothing to change.

*Bron*: antwoord124 names external assessors; the door, its addresses and labels, and what stands on these
pages are our guess (:mod:`mocks.eloketten.kiosk.domain.assessors`).
"""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from mocks.core.api import page_bounds
from mocks.core.confirmed import NotAdmitted, SessionBusy, SessionEnded
from mocks.core.errors import Refusal
from mocks.core.languages import say
from mocks.core.relying_party import SignInRefused, UnknownSignIn
from mocks.core.shell import current_visit, problem, wants_page
from mocks.core.shell.own_pages import here, own_page
from mocks.core.tokens import TokenRefused
from mocks.eloketten.kiosk.backend import Assessments, AssessorsDoor
from mocks.eloketten.kiosk.domain.assessors import Assessor
from mocks.eloketten.kiosk.errors import NotSignedIn, UnknownAssessment
from mocks.eloketten.kiosk.pages.frame import ASSESSORS_SESSION, PEERS, Answer, passed_on

_DOSSIERS_ON_A_PAGE = 20

_AGAIN = say("Opnieuw aanmelden als beoordelaar")

blueprint = Blueprint("assessors", __name__, url_prefix="/beoordelen", template_folder="../templates")


@blueprint.get("/")
def dossiers() -> str:
    """Show the dossiers that one assesses, a page at a time (``offset``, ``limit``)."""
    assessor = _assessor_here()
    offset, limit = page_bounds(_DOSSIERS_ON_A_PAGE)
    found, total = _assessments().page(assessor, offset, limit)
    return _page("dossiers", assessor, dossiers=found, total=total, offset=offset, limit=limit)


@blueprint.get("/dossiers/<number>")
def dossier(number: str) -> str:
    """Show one dossier that one assesses."""
    assessor = _assessor_here()
    return _page("dossier", assessor, dossier=_assessments().find(assessor, number))


@blueprint.get("/aanmelden")
def sign_in() -> Response:
    """Send the browser to ACM; what goes along is what goes along at the door of the applicants."""
    back = own_page(request.args.get("terug"), blueprint.name)
    return redirect(_door().sign_in(session, passed_on(), back))


@blueprint.get("/aanmelden/callback")
def callback() -> Response:
    """Take ACM's answer, open a session and go on to what one assesses."""
    opened = _door().finish(session, request.args.to_dict(), session.get(ASSESSORS_SESSION))
    session[ASSESSORS_SESSION] = opened.identifier
    return redirect(request.script_root + (opened.back or "/beoordelen/"))


@blueprint.post("/wisselen")
def switch() -> Response:
    """Let go of this organisation and choose another one, without proving anew who one is."""
    door = _door()
    door.leave(session.pop(ASSESSORS_SESSION, None))
    return redirect(door.way_to_switch, code=303)


@blueprint.post("/afmelden")
def sign_out() -> Response:
    """End the session at this door and single sign-on at ACM; the door of the applicants stays as it is."""
    door = _door()
    door.leave(session.pop(ASSESSORS_SESSION, None))
    return redirect(door.way_out, code=303)


@blueprint.get("/afgemeld")
def signed_out() -> str:
    """Say that one is signed out."""
    return _page("signed_out", None)


@blueprint.errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> Answer:
    """Let whoever is not signed in at this door do that first, and come back."""
    del refusal
    return redirect(url_for("assessors.sign_in", terug=here()))


@blueprint.errorhandler(SignInRefused)
def refused_by_acm(refusal: SignInRefused) -> Answer:
    """Say why ACM refused; trying again leads where one was going, with a free choice of organisation."""
    return _refusal(refusal, url_for("assessors.sign_in", terug=refusal.kept.get("back")), _AGAIN)


@blueprint.errorhandler(UnknownSignIn)
@blueprint.errorhandler(TokenRefused)
@blueprint.errorhandler(NotAdmitted)
@blueprint.errorhandler(SessionEnded)
@blueprint.errorhandler(SessionBusy)
def refused(refusal: Refusal) -> Answer:
    """Say why one is not, or no longer, signed in, and let one sign in again."""
    return _refusal(refusal, url_for("assessors.sign_in", terug=here()), _AGAIN)


@blueprint.errorhandler(UnknownAssessment)
def unknown_assessment(refusal: UnknownAssessment) -> Answer:
    """Say that there is nothing to see, and lead back to the list."""
    return _refusal(refusal, url_for("assessors.dossiers"), say("Naar de dossiers die u beoordeelt"))


def _door() -> AssessorsDoor:
    return AssessorsDoor(current_visit())


def _assessor_here() -> Assessor:
    return _door().assessor(session.get(ASSESSORS_SESSION))


def _assessments() -> Assessments:
    visit = current_visit()
    return Assessments(visit, current_app.extensions[PEERS](visit))


def _page(template: str, assessor: Assessor | None, **context: object) -> str:
    return render_template(f"kiosk/assessors/{template}.html", assessor=assessor, **context)


def _refusal(refusal: Refusal, on_url: str, on_text: str) -> Answer:
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    seen = _door().glance(session.get(ASSESSORS_SESSION))
    return _page("refused", seen, refusal=refusal, on_url=on_url, on_text=on_text), refusal.status
