"""What was typed when the session had ended: kept, told, and shown again after signing in.

Every form does so of which :func:`~mocks.eloketten.kiosk.pages.screens.shows_again` knows how it is shown, so
that a new one has to do nothing for it.  Whoever looks at the page of such a form in the browser in which it
was sent, as the same person for the same applicant, sees what was typed instead of what is kept, until it is
sent again or thrown away.  Nothing is saved before that.
"""

from __future__ import annotations

from flask import redirect, request, session, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response

from mocks.core.confirmed import SessionBusy, SessionEnded
from mocks.core.errors import Refusal
from mocks.core.languages import Sentence, say
from mocks.core.oauth import opaque
from mocks.core.shell import current_visit, wants_page
from mocks.core.shell.own_pages import here, own_page
from mocks.eloketten.kiosk.backend import Drafts, mark_of
from mocks.eloketten.kiosk.domain.drafts import draft_of, typed_in
from mocks.eloketten.kiosk.errors import FormExpired, NotSignedIn, OtherSignIn
from mocks.eloketten.kiosk.pages.frame import (
    BROWSER,
    Answer,
    applicant_here,
    blueprint,
    refusal_page,
)
from mocks.eloketten.kiosk.pages.screens import Typed, screen_of

_WAITS = say(
    "Wat u typte, is niet verloren. Meld opnieuw aan als dezelfde persoon en voor dezelfde aanvrager, dan "
    "staat het er nog. Het is nog niet bewaard in KIOSK: dat doet u daar zelf."
)
_TOO_MUCH = say(
    "Wat u typte, kon niet opzij worden gezet: het is te lang, of het formulier is niet volledig. Ga terug "
    "in uw browser en kopieer het voor u opnieuw aanmeldt."
)


@blueprint.before_request
def show_what_waited() -> str | None:
    """Show the form with what was typed before the session ended, instead of with what is kept."""
    if request.method not in {"GET", "HEAD"} or BROWSER not in session:
        return None
    waiting = Drafts(current_visit(), session[BROWSER]).on(request.path)
    if not waiting:
        return None
    mine = [one for one in waiting if one.mark == mark_of(applicant_here())]
    screen = screen_of(mine[0].endpoint) if mine else None
    if screen is None:
        return None
    return screen.show(Typed(mine[0].fields, {}, mine[0].version, waited=mine[0].action))


@blueprint.post("/ingevuld/weggooien")
def forget_typed() -> Response:
    """Throw away what waited, and show what is kept.  Fields: ``action`` and ``page`` of the notice."""
    applicant = applicant_here()
    if BROWSER in session:
        Drafts(current_visit(), session[BROWSER]).forget(applicant, request.form.get("action", "")[:120])
    back = own_page(request.form.get("page")) or "/dossiers"
    return redirect(request.script_root + back, code=303)


@blueprint.app_errorhandler(NotSignedIn)
def to_sign_in(refusal: NotSignedIn) -> Answer:
    """Let whoever is not signed in do that first, and come back; a form that was sent is told of first."""
    if screen_of(request.endpoint) is None:
        return redirect(url_for("pages.sign_in", terug=_page()))
    return _with_what_was_typed(refusal)


@blueprint.app_errorhandler(SessionEnded)
@blueprint.app_errorhandler(SessionBusy)
def session_ended(refusal: Refusal) -> Answer:
    """Say why one is no longer signed in, and let one sign in again."""
    return _with_what_was_typed(refusal)


@blueprint.app_errorhandler(OtherSignIn)
def other_sign_in(refusal: OtherSignIn) -> Answer:
    """Say who is signed in by now; what was typed waits for whoever typed it."""
    return refusal_page(refusal, url_for("pages.dossiers"), say("Naar het dossieroverzicht"), _kept())


@blueprint.app_errorhandler(CSRFError)
def form_expired(error: CSRFError) -> Answer:
    """Say that a form does not belong to this browser.

    Without the cookie nobody knows whose browser sent it: it could be another site.  So nothing is kept of
    it, and nothing of it is shown.
    """
    del error
    return refusal_page(
        FormExpired(), request.script_root + (_page() or "/"), say("De pagina opnieuw openen")
    )


def _with_what_was_typed(refusal: Refusal) -> Answer:
    on_url = url_for("pages.sign_in", terug=_page())
    return refusal_page(refusal, on_url, say("Opnieuw aanmelden"), _kept())


def _kept() -> Sentence | None:
    """Keep what was typed in the form of this request; return what the page says of it."""
    screen = screen_of(request.endpoint)
    typed = request.form.to_dict()
    if screen is None or not wants_page() or not typed_in(typed):
        return None
    page = own_page(screen.page)
    draft = draft_of(typed, request.path, request.endpoint or "", page) if page is not None else None
    if draft is None:
        return _TOO_MUCH
    Drafts(current_visit(), session.setdefault(BROWSER, opaque(32))).keep(draft)
    return _WAITS


def _page() -> str | None:
    """Return the path to come back to: this page, or the one of the form that was sent."""
    screen = screen_of(request.endpoint)
    return own_page(screen.page) if screen is not None else here()
