"""The integration file: what an e-loket and ACM agreed at the onboarding, as data.

*Bron*: the integration dossier that ACM's documentation speaks of; its members are those of RFC 7591
where that has them, and ours where the documentation only describes them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from mocks.core.addresses import SYSTEMS

Route = Literal["person", "legal_representative", "work_relation", "mandate", "administrator"]
TargetGroup = Literal["BUR", "EA", "LB", "OV"]
KeyKind = Literal["eid", "itsme", "app", "sms", "token"]
ChoiceLevel = Literal["organisation", "target_group"]
AuthMethod = Literal["client_secret_basic", "client_secret_post", "private_key_jwt", "none"]
Text = Annotated[str, Field(min_length=1, max_length=2000)]
LegalForm = Annotated[str, Field(pattern=r"^[0-9]{3}$")]


def _absolute(uri: str) -> str:
    """Check RFC 6749 §3.1.2: an absolute address without fragment, or one of our own systems."""
    found = _ADDRESS.fullmatch(uri)
    if found is None or (found[1] is not None and found[1] not in SYSTEMS):
        raise ValueError("moet een volledig adres zonder # zijn, of met {systeem} van Proefloket beginnen")
    urlsplit(uri)  # A ValueError for an address that cannot be taken apart.
    return uri


_ADDRESS = re.compile(r"(?:\{([a-z_-]+)\}/|[A-Za-z][A-Za-z0-9+.-]*:)[!\"$-~]*")
"""A scheme or a system between braces, and then only visible ASCII but #."""

Address = Annotated[Text, AfterValidator(_absolute)]
CLIENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")

KNOWN_SCOPES = (
    "openid",
    "profile",
    "rrn",
    "vo",
    "wettelijkvertegenwoordiger",
    "ssm_mandaat",
    "offline_access",
)
"""Scopes with a meaning of their own; any other one is an application's scope for its role claim."""

TARGET_GROUP_NAMES = {"EA": "Economische Actoren", "LB": "Lokale Besturen"}
"""The names of the other target groups were found nowhere."""

ROUTE_TITLES: Mapping[Route, str] = {
    "person": "als zichzelf",
    "legal_representative": "als wettelijk vertegenwoordiger",
    "work_relation": "door een werkrelatie met een recht",
    "mandate": "door een mandaat",
    "administrator": "als beheerder",
}
"""The ways, as explanations name them."""

_AT_TARGET_GROUP_LEVEL = frozenset({"person", "work_relation"})
"""Whoever chooses no organisation represents none: our reading, since ``wv_orgcode`` and ``ssm_mandaatgever``
name the one that was chosen."""

_ALWAYS_SO = {"grant_types": ("authorization_code", "refresh_token"), "response_types": ("code",)}
"""What every client of ACM may do here, so that an integration file does not say it."""


def _printable(text: str) -> str:
    if not text.isprintable() or text != text.strip():
        raise ValueError("moet leesbare tekst op één regel zijn, zonder spaties eromheen")
    return text


Name = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_printable)]
"""What stands on pages and in the statements of others."""


class Right(BaseModel):
    """The user right of IDM that opens an e-loket to an employee, its name in the token, and its profile."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Name
    token_code: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
    profile: Annotated[Name, Field(max_length=100)] | None = None


class Eloket(BaseModel):
    """An e-loket as ACM knows it: a client with the rules that apply at its door.

    Attributes:
        client_id: its name in the protocol.
        client_name: its name on ACM's pages.
        client_secret: for the two methods with a secret.
        jwks: its public keys, for ``private_key_jwt``.
        redirect_uris: to the letter; ``{system}`` at the front stands for a system's own address.
        post_logout_redirect_uris: the same, for logout and switch.
        scope: every scope that it may ask, separated by spaces.
        token_endpoint_auth_methods: how it may say who it is.
        target_groups: whom it serves.
        routes: the ways by which one may act there.
        right: the user right that opens it to employees.
        mandate_type: the type of mandate of SSM that opens it to the holder.
        keys: the digital keys that it accepts.
        belgian_eid: for which routes the person must hold a Belgian eID.
        require_pkce: whether an authorization request needs a code challenge.
        loopback_any_port: the only exception to exact matching of redirect URIs.
        choice: whether the choice of identity is skipped when there is one, or one was chosen before.
        choice_level: whether one chooses an organisation, or a target group with all its organisations.
        closed_on: days on which the e-loket is not reachable.
        legal_persons_only: whether a legal representative enters by KBO for a legal person only.
        excluded_legal_forms: the codes of KBO of the legal forms that it does not serve.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    client_id: Annotated[str, Field(pattern=f"^{CLIENT_ID.pattern}$")]
    client_name: Text
    client_secret: Text | None = None
    jwks: dict[str, Any] | None = None
    redirect_uris: Annotated[tuple[Address, ...], Field(min_length=1)]
    post_logout_redirect_uris: tuple[Address, ...] = ()
    scope: str = "openid profile vo"
    token_endpoint_auth_methods: tuple[AuthMethod, ...] = ("client_secret_basic", "client_secret_post")
    target_groups: tuple[TargetGroup, ...] = ("BUR",)
    routes: tuple[Route, ...] = ("person",)
    right: Right | None = None
    mandate_type: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")] | None = None
    keys: Annotated[tuple[KeyKind, ...], Field(min_length=1)] = ("eid", "itsme", "app", "sms", "token")
    belgian_eid: Literal["never", "organisation", "always"] = "never"
    require_pkce: bool = False
    loopback_any_port: bool = False
    choice: Literal["when_several", "always"] = "when_several"
    choice_level: ChoiceLevel = "organisation"
    closed_on: tuple[date, ...] = ()
    legal_persons_only: bool = False
    excluded_legal_forms: tuple[LegalForm, ...] = ()

    @property
    def scopes(self) -> frozenset[str]:
        """Every scope that it may ask."""
        return frozenset(self.scope.split())

    @property
    def role_scopes(self) -> frozenset[str]:
        """Its own scopes, which bring the role claim ``<scope>_rol_3d``."""
        return self.scopes - frozenset(KNOWN_SCOPES)

    @model_validator(mode="before")
    @classmethod
    def _names_of_rfc_7591(cls, members: Any) -> Any:  # noqa: ANN401  # whatever was sent
        """Take the members that a registration by RFC 7591 has and an integration file says otherwise."""
        if not isinstance(members, dict):
            return members
        members = dict(members)
        if "token_endpoint_auth_method" in members:
            members.setdefault("token_endpoint_auth_methods", [members.pop("token_endpoint_auth_method")])
        for name, known in _ALWAYS_SO.items():
            asked = members.pop(name, [])
            if not isinstance(asked, list) or any(one not in known for one in asked):
                raise ValueError(f"{name} bestaat uit: {', '.join(known)}")
        return members

    @model_validator(mode="after")
    def _routes_fit_the_level(self) -> Eloket:
        beyond = [route for route in self.routes if route not in _AT_TARGET_GROUP_LEVEL]
        if self.choice_level == "target_group" and beyond:
            raise ValueError(
                f"choice_level target_group gaat niet samen met de weg {', '.join(beyond)}: wie een "
                "doelgroep kiest, kiest geen organisatie om te vertegenwoordigen"
            )
        return self

    @model_validator(mode="after")
    def _methods_have_what_they_need(self) -> Eloket:
        methods = self.token_endpoint_auth_methods
        if {"client_secret_basic", "client_secret_post"} & set(methods) and self.client_secret is None:
            raise ValueError("client_secret ontbreekt voor client_secret_basic of client_secret_post")
        if "private_key_jwt" in methods and self.jwks is None:
            raise ValueError("jwks ontbreekt voor private_key_jwt")
        return self
