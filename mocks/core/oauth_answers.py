"""How the providers (ACM and FAS) answer clients: errors as JSON, and the response modes.

*Bron*: RFC 6749 §5, OAuth 2.0 Multiple Response Types, Form Post Response Mode.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit, urlunsplit

from flask import Response, jsonify, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from mocks.core.oauth import InvalidClient, InvalidToken, OAuthRefusal

NEVER_KEPT = {"Cache-Control": "no-store", "Pragma": "no-cache"}
"""Headers of what nobody may keep (RFC 6749 §5.1)."""


def error_answer(refusal: OAuthRefusal, realm: str) -> Response:
    """Return the JSON answer of RFC 6749 §5.2, with the challenge that a 401 needs."""
    answer = jsonify(error_members(refusal))
    answer.status_code = refusal.status
    answer.headers.update(NEVER_KEPT)
    answer.headers.update(challenge(refusal, realm))
    return answer


def answer(redirect_uri: str, mode: str, parameters: Mapping[str, str]) -> AnyResponse:
    """Return an authorization response to the client in its response mode."""
    if mode == "form_post":
        page = render_template("core/form_post.html", action=redirect_uri, parameters=parameters)
        return Response(page, mimetype="text/html")
    response = redirect(location(redirect_uri, mode, parameters), code=302)
    response.headers["Cache-Control"] = "no-store"
    return response


def location(redirect_uri: str, mode: str, parameters: Mapping[str, str]) -> str:
    """Return where an authorization response in the query or the fragment is sent."""
    encoded = urlencode(parameters)
    if mode == "query" and "?" not in redirect_uri and "#" not in redirect_uri:
        return f"{redirect_uri}?{encoded}"
    parts = urlsplit(redirect_uri)
    if mode == "fragment":
        parts = parts._replace(fragment=encoded)
    else:
        parts = parts._replace(query=f"{parts.query}&{encoded}" if parts.query else encoded)
    return urlunsplit(parts)


def error_members(refusal: OAuthRefusal) -> dict[str, str]:
    """Return the members of the JSON answer of RFC 6749 §5.2."""
    return {"error": refusal.error, "error_description": refusal.sentence}


def challenge(refusal: OAuthRefusal, realm: str) -> dict[str, str]:
    """Return the header by which a 401 says how to do better; none for any other status."""
    if isinstance(refusal, InvalidClient):
        return {"WWW-Authenticate": f'Basic realm="{realm}"'}
    if isinstance(refusal, InvalidToken):
        return {"WWW-Authenticate": f'Bearer realm="{realm}", error="invalid_token"'}
    return {}
