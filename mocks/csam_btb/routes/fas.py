"""The interface of FAS for clients and browsers.

*Bron* of the endpoints: public code of two clients (domain facts §2).
"""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from flask import Blueprint, Response, jsonify, redirect, render_template, request, session
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.oauth import InvalidToken, OAuthRefusal, client_credentials, single
from mocks.core.oauth_answers import answer, error_answer
from mocks.core.shell import current_visit
from mocks.csam_btb.backend import Fas, SignIn
from mocks.csam_btb.backend.authorization import read_request
from mocks.csam_btb.errors import ToClient
from mocks.csam_btb.routes.here import peers_here

SID = "fas_sid"
"""In the cookie: the FAS session of this browser."""

ATTEMPTS = "fas_attempts"
"""In the cookie: the sign-ins that this browser began, the last ones."""

_MOST_ATTEMPTS = 5

front = Blueprint("fas_front", __name__, url_prefix="/fas/oauth2")
"""Where browsers come."""

back = Blueprint("fas", __name__, url_prefix="/fas/oauth2")
"""Where programs come: what is refused is answered as RFC 6749 §5.2 says."""


@front.route("/authorize", methods=["GET", "POST"])
def authorize() -> AnyResponse:
    """Answer a client at once from the session of this browser, or show the sign-in pages."""
    asked = read_request(current_visit(), request.values)
    desk = SignIn(current_visit(), peers_here())
    answered = desk.at_once(asked, session.get(SID))
    if answered is not None:
        return answer(answered.redirect_uri, "query", answered.parameters)
    attempt = desk.begin(asked)
    session[ATTEMPTS] = [*session.get(ATTEMPTS, []), attempt.attempt_id][-_MOST_ATTEMPTS:]
    page = f"{request.script_root}/fas/aanmelden/{attempt.attempt_id}"
    return redirect(f"{page}/{asked.key}" if asked.key is not None else page, 302)


@front.get("/connect/endSession")
def end_session() -> AnyResponse | str:
    """End the FAS session that an ID token was issued in, and go where the client asks.

    Without ``id_token_hint`` nobody is signed out before having said so.
    """
    hint, target = single(request.args, "id_token_hint"), single(request.args, "post_logout_redirect_uri")
    if hint is None:
        return redirect(f"{request.script_root}/fas/afmelden", 302)
    sid, after = Fas(current_visit()).sign_out(hint, target)
    if session.get(SID) == sid:
        del session[SID]
    if after is None:
        return render_template("csam/signed_out.html")
    state = single(request.args, "state")
    query = urlsplit(after).query
    separator = "&" if query else "?"
    return redirect(f"{after}{separator}{urlencode({'state': state})}" if state else after, 302)


@front.app_errorhandler(ToClient)
def to_client(refused: ToClient) -> AnyResponse:
    """Let the browser carry a refusal to the client (RFC 6749 §4.1.2.1)."""
    parameters = {"error": refused.refusal.error, "error_description": refused.refusal.sentence}
    if refused.state is not None:
        parameters["state"] = refused.state
    return answer(refused.redirect_uri, "query", parameters)


@back.errorhandler(OAuthRefusal)
def refused(refusal: OAuthRefusal) -> Response:
    """Answer a program as RFC 6749 §5.2 and RFC 6750 §3 say."""
    return error_answer(refusal, "FAS")


@back.get("/.well-known/openid-configuration")
def discovery() -> Response:
    """Publish the metadata of FAS (OpenID Connect Discovery §4)."""
    return jsonify(Fas(current_visit()).discovery())


@back.get("/connect/jwk_uri")
def jwk_uri() -> Response:
    """Publish the keys with which FAS signs (RFC 7517)."""
    return jsonify(keys=Fas(current_visit()).keys())


@back.post("/access_token")
def access_token() -> Response:
    """Exchange a code for an access token and an ID token (RFC 6749 §4.1.3)."""
    tokens = Fas(current_visit()).exchange(client_credentials(request), request.form)
    response = jsonify(tokens)
    response.headers["Pragma"] = "no-cache"
    return response


@back.route("/userinfo", methods=["GET", "POST"])
def userinfo() -> Response:
    """Say who signed in, as a signed JWT (*Bron*: public code; the real one is a JWT too)."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise InvalidToken("Stuur Authorization: Bearer <access token>.")
    claims = Fas(current_visit()).userinfo(token.strip(), peers_here())
    response = Response(claims, mimetype="application/jwt")
    response.headers["Cache-Control"] = "no-store"
    return response


@back.post("/introspect")
def introspect() -> Response:
    """Say what an access token is good for (RFC 7662)."""
    return jsonify(Fas(current_visit()).introspect(client_credentials(request), request.form))
