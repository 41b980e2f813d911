"""KIOSK's pages around every other: the start, signing in and out, whom one is here for, refusals.

*Bron*: the labels are those of the webinar; the addresses below the start page are ours.
"""

from __future__ import annotations

from flask import Blueprint, current_app, make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from mocks.core.errors import Refusal
from mocks.core.languages import say
from mocks.core.relying_party import SignInRefused, UnknownSignIn
from mocks.core.shell import current_visit, problem, wants_page
from mocks.core.shell.own_pages import own_page
from mocks.core.tokens import TokenRefused
from mocks.eloketten.kiosk.backend import AssessorsDoor, Dependants, Drafts, Kiosk, mark_of
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.domain.calendar import check_changes_allowed, check_reachable, season_on
from mocks.eloketten.kiosk.errors import (
    AccountFixed,
    ChangesNotYet,
    Closed,
    IncompleteForm,
    MalformedOverview,
    NotAdmitted,
    UnknownDependant,
    UnknownDetail,
    UnknownDossier,
)

Answer = Response | str | tuple[Response | str, int]

SESSION, ASSESSORS_SESSION = "kiosk", "kiosk-beoordelaar"
"""Under which names the cookie holds the session of each door."""
BROWSER = "browser"
"""Where the cookie keeps by what KIOSK knows this browser, once a form was sent in it too late."""

_PASSED_ON = ("login_hint", "mock_persona", "mock_key", "mock_identity", "mock_route", "mock_holder")
"""What KIOSK hands on to ACM: targeted sign-in, and ours for sign-in without pages."""

_NEVER_CLOSED = frozenset({"core", "control", "mailbox"})
"""Rooms that only a mock has, and what is no page of KIOSK: health, keys, style sheet."""

_WITH_FORMS = frozenset({"pages", "assessors"})
"""Whose forms are changes, unless they are known to be none."""

_NO_CHANGES = frozenset(
    {
        "pages.choose_language",
        "pages.pick_applicant",
        "pages.switch",
        "pages.sign_out",
        "pages.forget_typed",
        "assessors.switch",
        "assessors.sign_out",
    }
)
"""Forms that change no dossier and no data of the applicant."""

PEERS = "proefloket.kiosk.peers"
"""Where the application keeps the way to its peers."""

blueprint = Blueprint("pages", __name__, template_folder="../templates")


@blueprint.before_app_request
def keep_the_calendar() -> None:
    """Answer nothing on the day of the migration, and change nothing before the launch.

    It looks at the calendar before anything else: every form is a change unless it is known to be none.
    """
    if request.blueprint in _NEVER_CLOSED or request.endpoint == "metrics":
        return
    clock = current_visit().clock
    check_reachable(clock.now)
    changes = request.method not in {"GET", "HEAD", "OPTIONS"} and request.blueprint in _WITH_FORMS
    if changes and request.endpoint not in _NO_CHANGES:
        check_changes_allowed(clock.today)


@blueprint.app_context_processor
def frame() -> dict[str, object]:
    """Give every page the way home, and to the old KIOSK."""
    return {"home_url": url_for("pages.start"), "old_url": current_visit().url("kiosk-oud", "/")}


@blueprint.get("/")
def start() -> str:
    """Say what KIOSK is, and let people sign in."""
    visit = current_visit()
    return render_template(
        "kiosk/start.html",
        applicant=kiosk_of_visit().glance(session.get(SESSION)),
        season=season_on(visit.clock.today),
        assessor=AssessorsDoor(visit).glance(session.get(ASSESSORS_SESSION)),
    )


@blueprint.get("/aanmelden")
def sign_in() -> Response:
    """Send the browser to ACM; ``login_hint`` and ``mock_…`` go along, ``terug`` is where one was going."""
    back = own_page(request.args.get("terug"), blueprint.name)
    return redirect(kiosk_of_visit().sign_in(session, passed_on(), back))


@blueprint.get("/aanmelden/callback")
def callback() -> Response:
    """Take ACM's answer, open a session and go on to the dossiers."""
    opened = kiosk_of_visit().finish(session, request.args.to_dict(), session.get(SESSION))
    session[SESSION] = opened.identifier
    return redirect(request.script_root + _way_on(opened.back))


@blueprint.get("/aanvragers")
def applicants() -> str:
    """Let one pick for which applicant one is here: whom ACM names, or who is handled under it.

    *Bron*: the groups of applicants (domain facts §5.2); the address and the words are ours.
    """
    kiosk = kiosk_of_visit()
    party = kiosk.party(session.get(SESSION))
    return render_template(
        "kiosk/applicants.html",
        applicant=kiosk.glance(session.get(SESSION)),
        party=party,
        dependants=Dependants(current_visit()).under(party),
    )


@blueprint.post("/aanvragers")
def pick_applicant() -> Response:
    """Go on for the applicant that was picked; without a code for whom ACM names."""
    kiosk_of_visit().pick(session.get(SESSION), request.form.get("aanvrager") or None)
    return redirect(request.script_root + _way_on(None), code=303)


@blueprint.post("/wisselen")
def switch() -> Response:
    """Let go of this applicant and choose another one, without proving anew who one is.

    *Bron*: ACM's page on switching identity (domain facts §1.6).
    """
    kiosk = kiosk_of_visit()
    kiosk.leave(session.pop(SESSION, None))
    return redirect(kiosk.way_to_switch, code=303)


@blueprint.post("/afmelden")
def sign_out() -> Response:
    """End the session here and single sign-on at ACM (*Bron*: domain facts §1.6)."""
    kiosk = kiosk_of_visit()
    kiosk.leave(session.pop(SESSION, None))
    return redirect(kiosk.way_out, code=303)


@blueprint.get("/afgemeld")
def signed_out() -> str:
    """Say that one is signed out."""
    return render_template("kiosk/signed_out.html")


@blueprint.app_errorhandler(SignInRefused)
def refused_by_acm(refusal: SignInRefused) -> Answer:
    """Say why ACM refused; trying again leads where one was going, with a free choice of identity."""
    return refusal_page(
        refusal, url_for("pages.sign_in", terug=refusal.kept.get("back")), say("Opnieuw aanmelden")
    )


@blueprint.app_errorhandler(UnknownSignIn)
@blueprint.app_errorhandler(TokenRefused)
@blueprint.app_errorhandler(NotAdmitted)
def refused(refusal: Refusal) -> Answer:
    """Say why one is not signed in, and let one do that again."""
    return refusal_page(refusal, url_for("pages.sign_in"), say("Opnieuw aanmelden"))


@blueprint.app_errorhandler(Closed)
def closed(refusal: Closed) -> Response:
    """Say until when KIOSK is not reachable, to a program in seconds (RFC 9110 §10.2.3)."""
    answer = make_response(problem(refusal.status, refusal.code, refusal.title, refusal.sentence))
    answer.headers["Retry-After"] = str(refusal.seconds)
    return answer


@blueprint.app_errorhandler(ChangesNotYet)
def changes_not_yet(refusal: ChangesNotYet) -> Answer:
    """Say where dossiers are managed until the launch."""
    return refusal_page(refusal, current_visit().url("kiosk-oud", "/"), say("Naar het oude KIOSK"))


@blueprint.app_errorhandler(UnknownDossier)
@blueprint.app_errorhandler(UnknownDetail)
@blueprint.app_errorhandler(AccountFixed)
@blueprint.app_errorhandler(IncompleteForm)
@blueprint.app_errorhandler(MalformedOverview)
def back_to_dossiers(refusal: Refusal) -> Answer:
    """Say what is not there or cannot change, and lead back to the list of dossiers."""
    return refusal_page(refusal, url_for("pages.dossiers"), say("Naar het dossieroverzicht"))


@blueprint.app_errorhandler(UnknownDependant)
def unknown_dependant(refusal: UnknownDependant) -> Answer:
    """Say that one does not act for this applicant, and lead back to the choice."""
    return refusal_page(refusal, url_for("pages.applicants"), say("Naar de aanvragers"))


def passed_on() -> dict[str, str]:
    """Return what the request has for ACM."""
    return {name: request.args[name] for name in _PASSED_ON if name in request.args}


def kiosk_of_visit() -> Kiosk:
    """Return KIOSK during this visit."""
    visit = current_visit()
    return Kiosk(visit, current_app.extensions[PEERS](visit))


def applicant_here() -> Applicant:
    """Return for whom the session of this browser acts.

    Raises:
        NotSignedIn, SessionEnded, SessionBusy, UnknownDependant: as :meth:`Kiosk.applicant` has it.
    """
    return kiosk_of_visit().applicant(session.get(SESSION))


def applicant_of_form() -> Applicant:
    """Return for whom the form that was sent changes something.

    Raises:
        NotSignedIn, SessionEnded, SessionBusy, UnknownDependant, OtherSignIn: as
            :meth:`Kiosk.applicant_of_change` has it.
    """
    applicant = kiosk_of_visit().applicant_of_change(session.get(SESSION), request.form.get("mark", ""))
    if BROWSER in session:
        # What waited was sent again: it is saved now, or the answer shows it with what is wrong.
        Drafts(current_visit(), session[BROWSER]).forget(applicant, request.path)
    return applicant


def page(template: str, applicant: Applicant, **context: object) -> str:
    """Return a page about an applicant; its forms say under which sign-in they were opened."""
    return render_template(f"kiosk/{template}.html", applicant=applicant, mark=mark_of(applicant), **context)


def refusal_page(refusal: Refusal, on_url: str, on_text: str, also: str | None = None) -> Answer:
    """Return the answer that says why something was refused, with the way on.

    Args:
        refusal: why.
        on_url: where one goes on.
        on_text: what the button to there says.
        also: what else a person has to know.
    """
    if not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    applicant = kiosk_of_visit().glance(session.get(SESSION))
    page = render_template(
        "kiosk/refused.html", refusal=refusal, applicant=applicant, on_url=on_url, on_text=on_text, also=also
    )
    return page, refusal.status


def _way_on(back: str | None) -> str:
    """Return the path where somebody goes who signed in or picked an applicant; he was going to ``back``."""
    applicant = kiosk_of_visit().glance(session.get(SESSION))
    if BROWSER in session and applicant is not None:
        drafts = Drafts(current_visit(), session[BROWSER])
        back = drafts.way_on(applicant, back, "/aanvragers")
    return back or "/dossiers"
