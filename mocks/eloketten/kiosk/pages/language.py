"""The choice of the language in which KIOSK's pages are, on every page.

*Bron*: the webinar ("Taalkeuze"); that it is for the browser, not for the person, is ours.
"""

from __future__ import annotations

import re

from flask import current_app, redirect, request
from werkzeug.wrappers import Response

from mocks.core.languages import Language
from mocks.core.shell import speech
from mocks.eloketten.kiosk.pages.frame import blueprint
from mocks.eloketten.kiosk.pages.screens import screen_of

_PATH = re.compile(r"(/[A-Za-z0-9/_-]*)(\?[A-Za-z0-9=&%+._-]{1,200})?", re.ASCII)


@blueprint.app_context_processor
def languages() -> dict[str, object]:
    """Give every page the languages that it can be in, and where one comes back to."""
    screen = screen_of(request.endpoint)
    return {
        "languages": tuple(Language),
        "here": _own_page(screen.page if screen is not None else request.full_path.rstrip("?")),
    }


@blueprint.post("/taal")
def choose_language() -> Response:
    """Let the pages of this browser be in ``taal`` from now on, and go back to where one was (``terug``)."""
    speech.choose(request.form.get("taal", ""))
    return redirect(request.script_root + (_own_page(request.form.get("terug", "")) or "/"), code=303)


def _own_page(path: str) -> str | None:
    """Return a path at which KIOSK shows a page, or None: nobody is led to what somebody made up."""
    found = _PATH.fullmatch(path)
    there = found is not None and current_app.url_map.bind("").test(found[1], "GET")
    return path if there else None
