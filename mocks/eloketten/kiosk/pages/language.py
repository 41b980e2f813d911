"""The choice of the language in which KIOSK's pages are, on every page.

*Bron*: the webinar ("Taalkeuze"); that it is for the browser, not for the person, is ours.
"""

from __future__ import annotations

from flask import redirect, request
from werkzeug.wrappers import Response

from mocks.core.languages import Language
from mocks.core.shell import speech
from mocks.core.shell.own_pages import here, own_page
from mocks.eloketten.kiosk.pages.frame import blueprint
from mocks.eloketten.kiosk.pages.screens import screen_of


@blueprint.app_context_processor
def languages() -> dict[str, object]:
    """Give every page the languages that it can be in, and where one comes back to."""
    screen = screen_of(request.endpoint)
    return {
        "languages": tuple(Language),
        "here": own_page(screen.page) if screen is not None else here(),
    }


@blueprint.post("/taal")
def choose_language() -> Response:
    """Let the pages of this browser be in ``taal`` from now on, and go back to where one was (``terug``)."""
    speech.choose(request.form.get("taal", ""))
    return redirect(request.script_root + (own_page(request.form.get("terug")) or "/"), code=303)
