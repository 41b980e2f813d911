"""What the APIs of the authorities have in common: pages of lists, and statements as a resource."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, request

from mocks.core.errors import BadRequest
from mocks.core.languages import say

MAX_LIMIT = 200


class MalformedPage(BadRequest):
    """``offset`` or ``limit`` that is no number in range."""

    code = "malformed-page"


class AudienceMissing(BadRequest):
    """A statement was asked without saying for whom."""

    code = "audience-missing"


def page_bounds(default_limit: int = 50) -> tuple[int, int]:
    """Return ``offset`` and ``limit`` of the request's query.

    Raises:
        MalformedPage: when one is no whole number in its range.
    """
    return _bound("offset", 0, 0, 10_000_000), _bound("limit", default_limit, 1, MAX_LIMIT)


def _bound(name: str, default: int, least: int, most: int) -> int:
    text = request.args.get(name, "")
    if text == "":
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 12 and least <= int(text) <= most):
        raise MalformedPage(
            say(
                "‘%(name)s’ is een geheel getal van %(least)s tot en met %(most)s.",
                name=name,
                least=least,
                most=most,
            )
        )
    return int(text)


def statement_or(statement: Callable[[str], str], plain: Callable[[], Response]) -> Response:
    """Return the signed statement when the request accepts ``application/jwt``, else the JSON.

    The receiver names its own address in the query ``audience``, as it stands in the statement.

    Raises:
        AudienceMissing: when a statement is asked without it.
    """
    if request.accept_mimetypes.best_match(["application/json", "application/jwt"]) != "application/jwt":
        return plain()
    audience = request.args.get("audience", "")
    if not audience:
        raise AudienceMissing(
            "Zeg voor wie de verklaring bestemd is, met ?audience=<basisadres van de ontvanger>."
        )
    return Response(statement(audience), mimetype="application/jwt")
