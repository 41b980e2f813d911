"""The push by SCIM 2.0: what an e-loket is told of a user.

*Bron*: domain facts §4 (GAEP 6377407851): IDM is the client; only the User schema; PUT only, which replaces
all; externalId is the VO-id, unique within a target group; name.givenName, name.familyName, active; the code
of the organisation is attached to e-mails, rights and contexts; a right is written "Fully Qualified" or
"Simple".  The source breaks off at the format: the extension below, and the VO-id as userName, which SCIM
asks for, are ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from mocks.core.identifiers import vo_id
from mocks.idm.domain.people import Person
from mocks.idm.domain.rights import Activations, activation_of
from mocks.idm.domain.views import RelationFile

USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User"
RIGHTS_SCHEMA = "urn:proefloket:params:scim:schemas:extension:rechten:2.0:User"
"""Ours: the source does not tell the name of the extension that holds rights and contexts."""

TOKENS: Mapping[str, str] = {"kiosk": "kiosk-scim-geheim"}
"""The token that an e-loket agreed with IDM at its onboarding; a secret of the test environment."""

MOST_ATTEMPTS = 5
PAUSES = (60, 300, 900, 3_600)
"""Seconds by the world's clock after a failed attempt; the figures are ours."""


class Format(StrEnum):
    """How a right is written."""

    SIMPLE = "simple"
    FULLY_QUALIFIED = "fully-qualified"


class When(StrEnum):
    """What makes the push go."""

    STEP = "step"
    AT_ONCE = "at-once"


class State(StrEnum):
    """How the last push of a user stands."""

    WAITING = "wacht"
    DELIVERED = "bezorgd"
    FAILED = "mislukt"


@dataclass(frozen=True)
class Target:
    """An e-loket that receives users.

    Attributes:
        eloket: its key, as the catalogue has it.
        system: the system of this federation that receives, as the address book names it.
        path: where its SCIM service stands below that system.
        token: the bearer token that it asks, or None.
        format: how rights are written.
        when: at an explicit step, or also right after each change.
        enabled: off means that nothing is sent; what changes meanwhile waits.
    """

    eloket: str
    system: str
    path: str
    token: str | None = None
    format: Format = Format.SIMPLE
    when: When = When.STEP
    enabled: bool = True


@dataclass(frozen=True)
class Delivery:
    """One attempt to tell an e-loket of a user, as it went.

    Attributes:
        status: the HTTP status that came back.
        outcome: delivered, waiting for another attempt, or failed for good.
    """

    number: int
    at: float
    eloket: str
    external_id: str
    person: str
    target_group: str
    attempt: int
    active: bool
    status: int
    outcome: State


def user_resource(
    target: Target, person: Person, group: str, relations: Sequence[RelationFile], today: date
) -> dict[str, Any]:
    """Return the User that is PUT: the whole of it, since a PUT replaces all."""
    valid = [
        (one.relation, right)
        for one in relations
        if one.relation.target_group == group and one.relation.holds_on(today)
        for right in one.rights
        if target.eloket in right.right.elokets and right.holds_on(today)
    ]
    rights, contexts = [], []
    for relation, right in valid:
        organisation, code = str(relation.number.organisation), right.right.token_code
        name = f"{code}:{organisation}" if target.format is Format.FULLY_QUALIFIED else code
        rights.append({"value": name, "organisation": organisation, "profile": right.profile})
        # A complex value holds no other complex value (RFC 7643 §2.3.8), so that contexts stand beside the
        # rights and name theirs.
        contexts += [{"value": one, "organisation": organisation, "right": name} for one in right.contexts]
    emails = {
        (relation.email, str(relation.number.organisation)): None for relation, _ in valid if relation.email
    }
    return {
        "schemas": [USER_SCHEMA, RIGHTS_SCHEMA],
        "externalId": vo_id(person.insz, group),
        "userName": vo_id(person.insz, group),
        "name": {"givenName": person.given_name, "familyName": person.family_name},
        "active": bool(valid),
        "emails": [{"value": email, "type": "work", "organisation": code} for email, code in emails],
        RIGHTS_SCHEMA: {"rights": rights, "contexts": contexts},
    }


def next_change(
    eloket: str, group: str, relations: Sequence[RelationFile], activations: Activations, today: date
) -> date | None:
    """Return the next day on which what an e-loket was told changes by the passing of days, or None."""
    days = set()
    for one in relations:
        if one.relation.target_group != group:
            continue
        for right in one.rights:
            if eloket in right.right.elokets and not right.revoked(today):
                activation = activation_of(right, activations)
                leant_on = (activation.period,) if activation is not None else ()
                for period in (one.relation.period, right.period, *leant_on):
                    days |= {period.begin, (period.end or date.max - timedelta(days=1)) + timedelta(days=1)}
    return min((day for day in days if day > today), default=None)


def groups_for(eloket: str, relations: Sequence[RelationFile]) -> set[str]:
    """Return the target groups in which a person has, or had, a right for an e-loket."""
    return {
        one.relation.target_group
        for one in relations
        for right in one.rights
        if eloket in right.right.elokets
    }
