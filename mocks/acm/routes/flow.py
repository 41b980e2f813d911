"""What routes and pages share about the browser: its mark, its session, and the next step."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from flask import current_app, redirect, request, session
from werkzeug.wrappers import Response

from mocks.acm.backend.decide import Decider
from mocks.acm.backend.sign_in import SignIn, SignIns
from mocks.core import oauth_answers
from mocks.core.oauth import opaque
from mocks.core.visit import Visit


def decider(visit: Visit) -> Decider:
    """Return what decides in this visit, with the peers of the composition root."""
    return Decider(visit, current_app.extensions["proefloket.peers"](visit))


def browser_of(cookie: MutableMapping[str, Any]) -> str:
    """Return the mark of this browser, making one when it has none.

    A sign-in can only be continued in the browser that began it.
    """
    if "browser" not in cookie:
        cookie["browser"] = opaque(16)
    return str(cookie["browser"])


def next_step(visit: Visit, sign_in: SignIn) -> Response:
    """Return the browser to the first thing that is still to be done in a sign-in."""
    sign_ins = SignIns(visit, decider(visit))
    who = sign_ins.who(sign_in, session.get("sso"))
    if who is None:
        return redirect(f"{request.script_root}/op/aanmelden/{sign_in.identifier}")
    offer = sign_ins.offer(sign_in, who)
    taken = sign_ins.unasked(sign_in, who, offer)
    if taken is None:
        return redirect(f"{request.script_root}/op/namens/{sign_in.identifier}")
    sign_ins.finish(sign_in)
    answer = sign_ins.code(sign_in.request, who, offer.facts, taken)
    return oauth_answers.answer(sign_in.request.redirect_uri, sign_in.request.mode, answer)
