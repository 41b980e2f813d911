"""The sign-in without pages: one redirect, code, token, userinfo.  What the ceiling is measured with."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from load.actors import Role
from load.browser import Request, answered
from load.errand import Errand, answer_of

CLIENT, SECRET = "eigen-eloket", "eigen-eloket-geheim"
CALLBACK = "http://127.0.0.1:9999/callback"
SCOPE = "openid vo rrn"
AUTH, TOKEN, USERINFO = "pageless GET auth", "pageless POST token", "pageless GET userinfo"
"""Named apart: over the pages the same addresses do other work."""


def sign_in_without_pages(errand: Errand) -> None:
    """Somebody's program signs him in: authorization, token and userinfo, each checked."""
    actor = errand.draw(errand.rng.choice((Role.LEGAL_REPRESENTATIVE, Role.CITIZEN)))
    identity = errand.identity(actor)
    asked = {
        "client_id": CLIENT,
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": SCOPE,
        **errand.at_once(actor, identity),
    }
    acm = errand.places.mock("acm", "/op/v1")
    call = errand.browser.call
    code = answer_of(
        call(Request("GET", f"{acm}/auth?{urlencode(asked)}", AUTH), answered(302, "code=")).location
    )["code"]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    form |= {"client_id": CLIENT, "client_secret": SECRET}
    given = call(Request("POST", f"{acm}/token", TOKEN, form=form), answered(200, '"id_token":"ey'))
    group, _, organisation = identity.partition(":")
    about = f'"vo_orgcode":"{organisation}"' if organisation else f'"vo_doelgroepcode":"{group}"'
    bearer = json.loads(given.text)["access_token"]
    call(Request("GET", f"{acm}/userinfo", USERINFO, bearer=bearer), answered(200, about))


JOURNEYS = (sign_in_without_pages,)
