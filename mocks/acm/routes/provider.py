"""ACM as OpenID provider: the endpoints that relying parties know.

*Bron*: ACM's discovery document and pages (domain facts §1.1 to §1.6).
"""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, redirect, request, session
from werkzeug.wrappers import Response as AnyResponse

from mocks.acm.backend import endpoints
from mocks.acm.backend.authorize import RESPONSE_MODES, accept
from mocks.acm.backend.logout import way_back
from mocks.acm.backend.mock_sign_in import asked_for
from mocks.acm.backend.sessions import Sessions
from mocks.acm.backend.sign_in import SignIns
from mocks.acm.backend.tokens import Tokens
from mocks.acm.domain.means import MEANS
from mocks.acm.errors import ToClient
from mocks.acm.routes.flow import browser_of, decider, next_step
from mocks.core import oauth, oauth_answers
from mocks.core.oauth import InvalidRequest, OAuthRefusal
from mocks.core.shell import current_visit

REALM = "ACM"

blueprint = Blueprint("oidc", __name__, url_prefix="/op")


@blueprint.app_errorhandler(ToClient)
def to_client(refused: ToClient) -> AnyResponse:
    """Send a refusal to the client's redirect URI (RFC 6749 §4.1.2.1)."""
    return oauth_answers.answer(refused.redirect_uri, refused.mode, refused.parameters)


@blueprint.errorhandler(OAuthRefusal)
def to_program(refusal: OAuthRefusal) -> Response:
    """Answer a program as RFC 6749 §5.2 says."""
    return oauth_answers.error_answer(refusal, REALM)


@blueprint.get("/.well-known/openid-configuration")
def discovery() -> Response:
    """Publish what this provider has and where (OpenID Connect Discovery).

    *Bron*: members and values are those of ACM's own document, with userinfo and revocation added
    and without ``client_credentials``, which is not played; ``scopes_supported`` is not published.
    """
    visit = current_visit()
    base = visit.url("acm", "/op")
    return jsonify(
        issuer=base,
        authorization_endpoint=f"{base}/v1/auth",
        token_endpoint=f"{base}/v1/token",
        userinfo_endpoint=f"{base}/v1/userinfo",
        jwks_uri=f"{base}/v1/keys",
        end_session_endpoint=f"{base}/v1/logout",
        introspection_endpoint=f"{base}/v1/introspect",
        revocation_endpoint=f"{base}/v1/revoke",
        response_types_supported=["code"],
        response_modes_supported=list(RESPONSE_MODES),
        grant_types_supported=["authorization_code", "refresh_token"],
        id_token_signing_alg_values_supported=["RS256"],
        subject_types_supported=["public"],
        token_endpoint_auth_methods_supported=[
            "client_secret_basic",
            "client_secret_post",
            "private_key_jwt",
        ],
        token_endpoint_auth_signing_alg_values_supported=["RS256", "ES256"],
        code_challenge_methods_supported=["plain", "S256"],
        acr_values_supported=[means.urn for means in MEANS.values()],
        claims_parameter_supported=False,
        request_parameter_supported=False,
        request_uri_parameter_supported=False,
    )


@blueprint.route("/v1/auth", methods=["GET", "POST"])
def authorize() -> AnyResponse:
    """Begin a sign-in, or with ``mock_persona`` finish it at once.

    *Bron*: ACM's pages on signing in; POST is OpenID Connect Core §3.1.2.1.
    """
    visit = current_visit()
    if asked_for(request.values):
        accepted, answer = endpoints.sign_in_at_once(decider(visit), request.values)
        return oauth_answers.answer(accepted.redirect_uri, accepted.mode, answer)
    accepted, eloket = accept(visit, request.values)
    sign_in = SignIns(visit, decider(visit)).start(accepted, eloket, browser_of(session))
    return next_step(visit, sign_in)


@blueprint.post("/v1/token")
def token() -> Response:
    """Exchange a code or a refresh token (RFC 6749 §4.1.3 and §6)."""
    return _uncached(jsonify(endpoints.tokens(current_visit(), request, decider)))


@blueprint.route("/v1/userinfo", methods=["GET", "POST"])
def userinfo() -> Response:
    """Tell the claims of an access token, as JSON (*Bron*: ACM's page on userinfo)."""
    return _uncached(jsonify(endpoints.userinfo(current_visit(), request)))


@blueprint.get("/v1/keys")
def keys() -> Response:
    """Publish the keys of the ID token (RFC 7517)."""
    return jsonify(keys=[dict(key.jwk) for key in current_visit().signing_keys("acm", "RS256")])


@blueprint.post("/v1/introspect")
def introspect() -> Response:
    """Tell a client what a token is worth (RFC 7662; *Bron*: ACM's example answer)."""
    visit = current_visit()
    endpoints.client(visit, request)
    asked = oauth.single(request.form, "token")
    if asked is None:
        raise InvalidRequest("De parameter token ontbreekt.")
    return _uncached(jsonify(Tokens(visit).introspect(asked)))


@blueprint.post("/v1/revoke")
def revoke() -> Response:
    """Revoke a token of the client (RFC 7009)."""
    visit = current_visit()
    eloket = endpoints.client(visit, request)
    asked = oauth.single(request.form, "token")
    if asked is None:
        raise InvalidRequest("De parameter token ontbreekt.")
    Tokens(visit).revoke(eloket, asked)
    return _uncached(Response(status=200))


@blueprint.get("/v1/logout")
def logout() -> AnyResponse:
    """End single sign-on at ACM and CSAM, or with ``switch`` only leave this e-loket and its identity.

    *Bron*: no ``id_token_hint``; ``client_id`` is mandatory with ``post_logout_redirect_uri``; without both
    it ends on a message; e-lokets that are open stay open.
    """
    visit = current_visit()
    switching = "switch" in request.args
    back = way_back(visit, request.args, switching=switching)
    sessions, name = Sessions(visit), session.get("sso")
    if name is not None and switching:
        sessions.switch(name, request.args["client_id"])
    elif name is not None:
        sessions.close(session.pop("sso"))
    if back is None:
        return redirect(f"{request.script_root}/op/afgemeld")
    state = request.args.get("state")
    return redirect(f"{back}{'&' if '?' in back else '?'}{urlencode({'state': state})}" if state else back)


def _uncached(answer: Response) -> Response:
    answer.headers.update(oauth_answers.NEVER_KEPT)
    return answer
