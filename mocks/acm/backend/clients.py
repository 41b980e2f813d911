"""The e-lokets that ACM knows, and how they prove who they are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from mocks.acm import store
from mocks.acm.domain.eloket import CLIENT_ID, Eloket
from mocks.acm.errors import UnknownEloket, listed
from mocks.core import oauth
from mocks.core.addresses import SYSTEMS, AddressBook
from mocks.core.control import parse
from mocks.core.errors import BadRequest
from mocks.core.oauth import Credentials, InvalidClient
from mocks.core.tokens import KeySet, TokenRefused, unverified, verify
from mocks.core.visit import Visit

_DEEPEST = 20
"""Layers of an integration file; its ``jwks`` has four."""


class MalformedIntegrationFile(BadRequest):
    """An integration file that ACM cannot take."""

    code = "malformed-integration-file"


def find(visit: Visit, client_id: str) -> Eloket | None:
    """Return the e-loket of this client_id, its own addresses filled in, or None."""
    # What no client can be called is not looked up: PostgreSQL takes no NUL, UTF-8 no half a pair.
    document = store.find_client(visit.reading, client_id) if CLIENT_ID.fullmatch(client_id) else None
    if document is None:
        return None
    return _placed(document, visit.house.addresses, visit.world.name)


def registered(visit: Visit, client_id: str) -> Eloket | None:
    """Return what was agreed with an e-loket to the letter, ``{system}`` in its addresses, or None."""
    document = store.find_client(visit.reading, client_id) if CLIENT_ID.fullmatch(client_id) else None
    return Eloket.model_validate_json(document) if document is not None else None


def require(visit: Visit, client_id: str) -> Eloket:
    """Return the e-loket of this client_id.

    Raises:
        UnknownEloket: naming what is known.
    """
    eloket = find(visit, client_id)
    if eloket is None:
        known = listed(store.client_ids(visit.reading))
        raise UnknownEloket(f"Er is geen e-loket ‘{client_id[:60]}’; wel: {known}.")
    return eloket


def every(visit: Visit) -> Iterator[Eloket]:
    """Give every e-loket that is registered, by client_id."""
    for client_id in store.client_ids(visit.reading):
        yield require(visit, client_id)


@lru_cache(maxsize=512)
def _placed(document: str, addresses: AddressBook, world: str) -> Eloket:
    """Read a client, with ``{system}`` at the front of its addresses replaced by the system's base."""
    eloket = Eloket.model_validate_json(document)
    bases = [(system, addresses.base(system, world)) for system in SYSTEMS]
    return eloket.model_copy(
        update={
            member: tuple(_place(uri, bases) for uri in getattr(eloket, member))
            for member in ("redirect_uris", "post_logout_redirect_uris")
        }
    )


def _place(uri: str, bases: Sequence[tuple[str, str]]) -> str:
    for system, base in bases:
        if uri.startswith("{" + system + "}"):
            return base + uri[len(system) + 2 :]
    return uri


def put(visit: Visit, eloket: Eloket) -> None:
    """Register an e-loket, or replace what was agreed with it.

    Raises:
        MalformedIntegrationFile: when its public keys cannot be read, or are none.
    """
    require_keys(eloket)
    document = json.dumps(eloket.model_dump(mode="json"), sort_keys=True)
    with visit.writing() as connection:
        store.put_client(connection, eloket.client_id, document)


def require_keys(eloket: Eloket) -> None:
    """Check that the public keys of an e-loket can be used.

    Raises:
        MalformedIntegrationFile: when they cannot be read, or are none.
    """
    try:
        if eloket.jwks is not None and not len(KeySet.parse(eloket.jwks)):
            raise MalformedIntegrationFile("jwks bevat geen sleutel voor RS256 of ES256.")
    except TokenRefused as refused:
        raise MalformedIntegrationFile(f"jwks: {refused.sentence}") from None


def remove(visit: Visit, client_id: str) -> bool:
    """Forget an e-loket; return whether it was known."""
    with visit.writing() as connection:
        return store.remove_client(connection, client_id)


@cache
def shipped() -> tuple[Eloket, ...]:
    """Return the integration files that come with Proefloket, by name."""
    folder = files("mocks.acm") / "clients"
    found = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name
    )
    return tuple(_read(file.read_text(encoding="utf-8")) for file in found)


def read_file(text: str) -> Eloket:
    """Return the e-loket of an integration file in YAML.

    Everything is read as text; pydantic turns ``true`` and dates into what they mean.

    Raises:
        MalformedIntegrationFile: when it is no YAML mapping or its members do not fit.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            # A few lines with aliases can stand for more than fits in memory.
            if isinstance(event, yaml.AliasEvent):
                raise MalformedIntegrationFile(
                    "Het integratiedossier verwijst met * naar een anker. Schrijf voluit wat daar staat."
                )
            # What is nested deeper than the stack of the process ends it, without an exception.
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise MalformedIntegrationFile(
                    f"Het integratiedossier is dieper dan {_DEEPEST} lagen genest. Kijk de haakjes na."
                )
        return _read(text)
    except yaml.YAMLError as fault:
        raise MalformedIntegrationFile(f"Het integratiedossier is geen YAML: {fault}.") from None


def _read(text: str) -> Eloket:
    members = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # it makes text only
    if not isinstance(members, dict):
        raise MalformedIntegrationFile("Het integratiedossier is geen lijst van velden en waarden.")
    return parse(Eloket, members)


def authenticate(visit: Visit, credentials: Credentials, audiences: tuple[str, ...]) -> Eloket:
    """Return the e-loket that these credentials prove.

    Args:
        visit: where and when.
        credentials: as read from the request.
        audiences: what an assertion may name as its audience: issuer or token endpoint.

    Raises:
        InvalidClient: when it is unknown, uses a method that was not agreed, or proves nothing.
    """
    client_id = credentials.client_id or _claimed(credentials.secret)
    eloket = find(visit, client_id)
    if eloket is None:
        raise InvalidClient(f"Er is geen client ‘{client_id[:60]}’ bij ACM geregistreerd.")
    if credentials.method not in eloket.token_endpoint_auth_methods:
        agreed = ", ".join(eloket.token_endpoint_auth_methods)
        raise InvalidClient(f"Deze client zegt niet met {credentials.method} wie hij is, wel met: {agreed}.")
    if credentials.method == "private_key_jwt":
        _check_assertion(visit, eloket, credentials.secret, audiences)
    elif credentials.method != "none" and not oauth.same_secret(
        credentials.secret, eloket.client_secret or ""
    ):
        raise InvalidClient("Het geheim van de client klopt niet.")
    return eloket


def _claimed(assertion: str) -> str:
    try:
        _, claims = unverified(assertion)
    except TokenRefused as refused:
        raise InvalidClient(refused.sentence) from None
    return str(claims.get("sub", ""))


def _check_assertion(visit: Visit, eloket: Eloket, assertion: str, audiences: tuple[str, ...]) -> None:
    """Check RFC 7523 §3: signed by the client's key, about itself, for us, once."""
    now = visit.clock.token_now
    try:
        header, claims = unverified(assertion)
        named = claims.get("aud")
        candidates = named if isinstance(named, list) else [named]
        audience = next((one for one in audiences if one in candidates), audiences[0])
        keys = KeySet.parse(eloket.jwks or {})
        # RFC 7523 asks for no kid, and Authlib as a client sends none; with one key there is no doubt.
        verified = verify(
            assertion,
            keys,
            issuer=eloket.client_id,
            audience=audience,
            now=now,
            typ=str(header.get("typ", "JWT")),
            default_kid=keys.only_kid,
        )
    except TokenRefused as refused:
        raise InvalidClient(f"client_assertion: {refused.sentence}") from None
    _check_assertion_claims(visit, eloket, verified)


def _check_assertion_claims(visit: Visit, eloket: Eloket, claims: Mapping[str, Any]) -> None:
    now = visit.clock.token_now
    if claims.get("sub") != eloket.client_id:
        raise InvalidClient("client_assertion: sub en iss moeten allebei de client_id zijn.")
    if int(claims["exp"]) > now + 3600:
        raise InvalidClient("client_assertion: exp ligt meer dan een uur vooruit.")
    jti = claims.get("jti")
    if not isinstance(jti, str) or not jti:
        raise InvalidClient("client_assertion: jti ontbreekt.")
    used = oauth.fingerprint(f"{eloket.client_id} {jti}")
    with visit.writing() as connection:
        known = store.find(connection, "code", used)
        if known is not None and known.expires + store.REMEMBERED > now:
            raise InvalidClient("client_assertion: deze jti is al gebruikt.")
        if known is not None:
            store.forget(connection, "code", used)  # It has lapsed, and was not swept away yet.
        store.keep(connection, "code", used, "assertion", float(claims["exp"]), now)
