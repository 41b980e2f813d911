"""KIOSK's interface for IDM: SCIM 2.0, by which it hears who has a right for it.

*Bron*: domain facts §4 (GAEP 6377407851, "SCIM doelsysteem documentatie"): IDM is the client, the e-loket the
service provider; only the schema User, no PATCH, only PUT, which replaces all.  The rest is RFC 7643 and
RFC 7644; where it leaves room, :mod:`mocks.eloketten.kiosk.domain.scim` says what is decided.  The query
parameters ``attributes``, ``excludedAttributes``, ``sortBy`` and ``sortOrder`` are ignored.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException

from mocks.core.errors import Refusal
from mocks.core.shell import current_visit, sentence_of
from mocks.eloketten.kiosk.backend import Users
from mocks.eloketten.kiosk.domain.scim import read_document, user_of, user_resource
from mocks.eloketten.kiosk.domain.scim_query import wanted
from mocks.eloketten.kiosk.domain.scim_schemas import resource_types, schemas, service_provider_config
from mocks.eloketten.kiosk.domain.users import KeptUser
from mocks.eloketten.kiosk.errors import (
    Closed,
    InvalidScimValue,
    NoScimDocument,
    OnlyPutIsPlayed,
    ScimFilterNotHere,
    ScimRefusal,
    ScimTokenMissing,
    ScimTokenWrong,
    UnknownScimPlace,
)

MEDIA_TYPE = "application/scim+json"
_MESSAGES = "urn:ietf:params:scim:api:messages:2.0:"
_CHANGING = ("POST", "PUT", "PATCH", "DELETE")
_PREFIX = "/scim/v2"

blueprint = Blueprint("scim", __name__, url_prefix=_PREFIX)


@blueprint.before_request
def require_token() -> None:
    """Let only IDM in (RFC 6750); what is supported may be read by anybody (RFC 7643 §5)."""
    if request.endpoint == "scim.configuration":
        return
    given = request.authorization
    Users.require_token(given.token if given is not None and given.type == "bearer" else None)


@blueprint.put("/Users/<identifier>")
def put_user(identifier: str) -> Response:
    """Replace a user, or make him when KIOSK has not heard of him yet."""
    # RFC 7644 §3.5.1 forbids to create by PUT. We follow the Flemish documentation, by which IDM only ever
    # PUTs: a user whom it never POSTed could not come to be otherwise (*Bron*: domain facts §4).
    if request.mimetype not in {MEDIA_TYPE, "application/json"}:
        raise NoScimDocument
    user = user_of(identifier, read_document(request.get_data()))
    kept, new = Users(current_visit()).put(user, _expected_versions())
    answer = _user(kept, 201 if new else 200)
    answer.headers["Location"] = _location("Users", kept.user.vo_id)
    return answer


@blueprint.get("/Users/<identifier>")
def get_user(identifier: str) -> Response:
    """Return a user (RFC 7644 §3.4.1), or 304 when the client has this version (§3.14)."""
    answer = _user(Users(current_visit()).user(identifier), 200)
    answer.make_conditional(request)
    return answer


@blueprint.get("/Users")
def list_users() -> Response:
    """List users by VO-id, a page at a time (RFC 7644 §3.4.2)."""
    asked = wanted(request.args.get("filter"), request.args.get("startIndex"), request.args.get("count"))
    found, total = Users(current_visit()).page(asked)
    return _list([_resource(one) for one in found], total, asked.start)


@blueprint.get("/ServiceProviderConfig")
def configuration() -> Response:
    """Say what is supported (RFC 7644 §4)."""
    _refuse_filter()
    documentation = current_visit().url("kiosk", "/")
    return _answer(service_provider_config(_location("ServiceProviderConfig"), documentation))


@blueprint.get("/ResourceTypes")
def list_resource_types() -> Response:
    """List the types of resources: there is one (RFC 7644 §4)."""
    _refuse_filter()
    return _whole(resource_types(_location("ResourceTypes")))


@blueprint.get("/ResourceTypes/<identifier>")
def get_resource_type(identifier: str) -> Response:
    """Return one type of resource."""
    return _one(resource_types(_location("ResourceTypes")), identifier)


@blueprint.get("/Schemas")
def list_schemas() -> Response:
    """List the schemas of a User and of its extension (RFC 7644 §4)."""
    _refuse_filter()
    return _whole(schemas(_location("Schemas")))


@blueprint.get("/Schemas/<identifier>")
def get_schema(identifier: str) -> Response:
    """Return one schema."""
    return _one(schemas(_location("Schemas")), identifier)


@blueprint.route("/Users", methods=_CHANGING)
def refuse_to_change_the_list() -> Response:
    """Say that a user is written at his own address; IDM never POSTs (*Bron*: domain facts §4)."""
    raise OnlyPutIsPlayed(("GET", "HEAD", "OPTIONS"))


@blueprint.route("/Users/<identifier>", methods=["POST", "PATCH", "DELETE"])
def refuse_to_change(identifier: str) -> Response:
    """Say that IDM only PUTs: no PATCH, and nobody is deleted (*Bron*: domain facts §4)."""
    del identifier
    # RFC 7644 §3.12 would have 501; with us a status above 499 is a fault of our own, so that it is 405.
    raise OnlyPutIsPlayed(("GET", "HEAD", "OPTIONS", "PUT"))


@blueprint.route("/<path:place>", methods=["GET", *_CHANGING])
def nothing_here(place: str) -> Response:
    """Say in the form of SCIM that nothing stands here: no groups, no bulk, no search, no ``/Me``."""
    del place
    raise UnknownScimPlace


@blueprint.errorhandler(Refusal)
def refused(refusal: Refusal) -> Response:
    """Answer a refusal in the form of SCIM (RFC 7644 §3.12)."""
    known = refusal.scim_type if isinstance(refusal, ScimRefusal) else InvalidScimValue.scim_type
    answer = _error(refusal.status, refusal.sentence, known if refusal.status == 400 else None)
    if isinstance(refusal, ScimTokenMissing):
        answer.headers["WWW-Authenticate"] = 'Bearer realm="kiosk-scim"'
    elif isinstance(refusal, ScimTokenWrong):
        answer.headers["WWW-Authenticate"] = 'Bearer realm="kiosk-scim", error="invalid_token"'
    elif isinstance(refusal, Closed):
        answer.headers["Retry-After"] = str(refusal.seconds)
    elif isinstance(refusal, OnlyPutIsPlayed):
        answer.headers["Allow"] = ", ".join(refusal.allowed)
    return answer


@blueprint.errorhandler(HTTPException)
def refused_by_the_server(error: HTTPException) -> Response:
    """Answer what the server itself refuses, such as a body that is too large, in the form of SCIM."""
    status = error.code or 500
    return _error(status, sentence_of(status))


def _expected_versions() -> frozenset[str] | None:
    """Return the versions that ``If-Match`` names, ``*`` for any, or None when it is not sent."""
    if "If-Match" not in request.headers:
        return None
    # SCIM compares weak tags here as well (RFC 7644 §3.14), as HTTP itself would not.
    tags = request.if_match
    return frozenset({"*"} if tags.star_tag else tags.as_set(include_weak=True))


def _refuse_filter() -> None:
    if "filter" in request.args:
        raise ScimFilterNotHere


def _location(*parts: str) -> str:
    return current_visit().url("kiosk", "/".join((_PREFIX, *parts)))


def _resource(kept: KeptUser) -> dict[str, Any]:
    return user_resource(kept, _location("Users", kept.user.vo_id))


def _user(kept: KeptUser, status: int) -> Response:
    answer = _answer(_resource(kept), status)
    answer.set_etag(kept.version, weak=True)
    return answer


def _one(documents: Sequence[dict[str, Any]], identifier: str) -> Response:
    found = next((one for one in documents if one["id"].lower() == identifier.lower()), None)
    if found is None:
        raise UnknownScimPlace
    return _answer(found)


def _whole(documents: Sequence[dict[str, Any]]) -> Response:
    return _list(documents, len(documents), 1)


def _list(resources: Sequence[dict[str, Any]], total: int, start: int) -> Response:
    return _answer(
        {
            "schemas": [f"{_MESSAGES}ListResponse"],
            "totalResults": total,
            "startIndex": start,
            "itemsPerPage": len(resources),
            "Resources": resources,
        }
    )


def _error(status: int, sentence: str, scim_type: str | None = None) -> Response:
    kind = {"scimType": scim_type} if scim_type is not None else {}
    return _answer(
        {"schemas": [f"{_MESSAGES}Error"], "status": str(status), **kind, "detail": sentence}, status
    )


def _answer(document: dict[str, Any], status: int = 200) -> Response:
    answer = Response(json.dumps(document, ensure_ascii=False), status, mimetype=MEDIA_TYPE)
    answer.headers["Cache-Control"] = "no-store"
    return answer
