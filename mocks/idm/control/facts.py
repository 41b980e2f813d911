"""The facts of IDM, as the control room and the cast put them.

They are named by their own numbers: a person by INSZ, a work relation as ``<INSZ>-<enterprise>-<counter>``,
a right as ``<work relation>-<right>-<counter>``, an activation as ``<enterprise>-<right>``.  Counters may be
left out: they are then 1.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from mocks.core.clock import Period
from mocks.core.control import Body, FactKind, Line
from mocks.core.forms import read_email
from mocks.core.identifiers import EnterpriseNumber, Insz, Sex
from mocks.core.visit import Visit
from mocks.idm.backend import Push, Registration, catalogue_in
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.catalogue import if_asked
from mocks.idm.domain.forms import read_phone
from mocks.idm.domain.people import LONG_SINCE, Status
from mocks.idm.domain.relations import Category, RelationNumber, default_end, years_later
from mocks.idm.domain.rights import Activation, RightNumber, UserRight
from mocks.idm.domain.scim import TOKENS, Format, Target, When
from mocks.idm.errors import MalformedNumber, MalformedScimTarget

Lines = Annotated[list[Line], Field(max_length=200)]


class PersonBody(Body):
    """A person in IDM; what is left out stays as it was, or is ordinary for a new one (Actief).

    ``organisations``: those to which the person belongs besides those of the work relations.
    """

    given_name: Line | None = None
    family_name: Line | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    nickname: Line | None = None
    initials: Line | None = None
    reason: Line | None = None
    status: Status | None = None
    organisations: Lines | None = None


class WorkRelationBody(Body):
    """A work relation; what is left out stays as it was, or is ordinary: from today for ten years."""

    category: Category | None = None
    target_group: Annotated[str, Field(pattern="^(EA|LB|OV|GID)$")] | None = None
    begin: date | None = None
    end: date | None = None
    phone: Line | None = None
    email: Line | None = None


class RightBody(Body):
    """A granted right; what is left out stays as it was, or is ordinary: from today for its own maximum."""

    profile: Line | None = None
    contexts: Lines | None = None
    begin: date | None = None
    end: date | None = None
    revoked_on: date | None = None


class ActivationBody(Body):
    """The activation of a right for an organisation, with the contexts to choose from."""

    contexts: Lines | None = None
    begin: date | None = None
    end: date | None = None


class ScimTargetBody(Body):
    """How an e-loket receives users; the number is its key in the catalogue, such as ``kiosk``.

    ``token``: left out, the one that this e-loket agreed; null sends none.
    """

    system: Line = "kiosk"
    path: Line = "/scim/v2"
    token: Line | None = None
    format: Format = Format.SIMPLE
    when: When = When.STEP
    enabled: bool = True


def _put_person(visit: Visit, number: str, body: PersonBody) -> None:
    registration, insz = Registration(visit), Insz(number)
    person = registration.person(insz) or registration.ordinary_person(insz)
    given = body.model_fields_set
    changes: dict[str, Any] = {
        name: value for name in ("given_name", "family_name") if (value := getattr(body, name)) is not None
    }
    changes |= {
        name: getattr(body, name)
        for name in ("birth_date", "nickname", "initials", "reason")
        if name in given
    }
    if "sex" in given:
        changes["sex"] = body.sex.value if body.sex else None
    if body.status is Status.PENDING:
        changes["active_from"] = None
    elif body.status is Status.ACTIVE:
        changes["active_from"] = LONG_SINCE
    organisations = tuple(EnterpriseNumber(one) for one in body.organisations or ())
    registration.put_person(replace(person, **changes), organisations)


def _get_person(visit: Visit, number: str) -> PersonBody | None:
    registration, insz = Registration(visit), Insz(number)
    person = registration.person(insz)
    if person is None:
        return None
    return PersonBody(
        given_name=person.given_name,
        family_name=person.family_name,
        birth_date=person.birth_date,
        sex=Sex(person.sex) if person.sex else None,
        nickname=person.nickname,
        initials=person.initials,
        reason=person.reason,
        status=person.status(visit.clock.now),
        organisations=registration.organisations_of(insz),
    )


def _put_relation(visit: Visit, number: str, body: WorkRelationBody) -> None:
    registration, parsed = Registration(visit), RelationNumber.parse(number)
    known = registration.relation(parsed)
    relation = known or registration.ordinary_relation(parsed)
    given = body.model_fields_set
    begin = body.begin or relation.period.begin
    end = body.end or (relation.end if known else default_end(begin))
    changes: dict[str, Any] = {
        name: value for name in ("category", "target_group") if (value := getattr(body, name)) is not None
    }
    if "phone" in given:
        changes["phone"] = read_phone(body.phone) if body.phone else None
    if "email" in given:
        changes["email"] = read_email(body.email) if body.email else None
    registration.put_relation(replace(relation, period=Period(begin, end), **changes))


def _get_relation(visit: Visit, number: str) -> WorkRelationBody | None:
    relation = Registration(visit).relation(RelationNumber.parse(number))
    if relation is None:
        return None
    return WorkRelationBody(
        category=relation.category,
        target_group=relation.target_group,
        begin=relation.period.begin,
        end=relation.end,
        phone=relation.phone,
        email=relation.email,
    )


def _put_right(visit: Visit, number: str, body: RightBody) -> None:
    registration, parsed = Registration(visit), RightNumber.parse(number)
    entry = catalogue_in(visit.reading).find(parsed.right)
    known = registration.right(parsed)
    given = body.model_fields_set
    begin = body.begin or (known.period.begin if known else visit.clock.today)
    end = body.end or (known.end if known else years_later(begin, entry.most_years))
    only = entry.profiles[0] if len(entry.profiles) == 1 else None
    registration.put_right(
        UserRight(
            number=parsed,
            profile=body.profile if "profile" in given else (known.profile if known else only),
            contexts=tuple(body.contexts) if body.contexts is not None else (known.contexts if known else ()),
            period=Period(begin, end),
            revoked_on=body.revoked_on if "revoked_on" in given else (known.revoked_on if known else None),
            asked=if_asked(entry),
        )
    )


def _get_right(visit: Visit, number: str) -> RightBody | None:
    right = Registration(visit).right(RightNumber.parse(number))
    # What nobody could put back is no fact: it comes again with its e-loket.
    if right is None or not right.right.elokets:
        return None
    return RightBody(
        profile=right.profile,
        contexts=list(right.contexts),
        begin=right.period.begin,
        end=right.end,
        revoked_on=right.revoked_on,
    )


def _activation_number(text: str) -> tuple[EnterpriseNumber, str]:
    organisation, _, key = text.partition("-")
    if not key:
        raise MalformedNumber(
            "Schrijf een activering als ondernemingsnummer-recht, zoals 0131825473-<recht>."
        )
    # What an e-loket asks needs no activation.
    return EnterpriseNumber(organisation), Catalogue().find(key).key


def _put_activation(visit: Visit, number: str, body: ActivationBody) -> None:
    registration, (organisation, key) = Registration(visit), _activation_number(number)
    known = registration.activation(organisation, key)
    begin = body.begin or (known.period.begin if known else visit.clock.today)
    end = body.end if "end" in body.model_fields_set else (known.period.end if known else None)
    contexts = tuple(body.contexts) if body.contexts is not None else (known.contexts if known else ())
    registration.put_activation(Activation(organisation, key, contexts, Period(begin, end)))


def _get_activation(visit: Visit, number: str) -> ActivationBody | None:
    found = Registration(visit).activation(*_activation_number(number))
    if found is None:
        return None
    return ActivationBody(contexts=list(found.contexts), begin=found.period.begin, end=found.period.end)


def _get_target(visit: Visit, eloket: str) -> ScimTargetBody | None:
    found = Push(visit).target(eloket)
    if found is None:
        return None
    return ScimTargetBody(
        system=found.system,
        path=found.path,
        token=found.token,
        format=found.format,
        when=found.when,
        enabled=found.enabled,
    )


def _put_target(visit: Visit, eloket: str, body: ScimTargetBody) -> None:
    elokets = catalogue_in(visit.reading).elokets
    if eloket not in elokets:
        raise MalformedScimTarget(f"Geen recht opent dat e-loket. Kies uit {', '.join(sorted(elokets))}.")
    token = body.token if "token" in body.model_fields_set else TOKENS.get(eloket)
    Push(visit).put_target(
        Target(eloket, body.system, body.path, token, body.format, body.when, body.enabled)
    )


KINDS: tuple[FactKind[Any], ...] = (
    FactKind(
        name="person",
        body=PersonBody,
        numbers=lambda visit: Registration(visit).person_numbers(),
        get=_get_person,
        put=_put_person,
        remove=lambda visit, number: Registration(visit).remove_person(Insz(number)),
    ),
    FactKind(
        name="work-relation",
        body=WorkRelationBody,
        numbers=lambda visit: Registration(visit).relation_numbers(),
        get=_get_relation,
        put=_put_relation,
        remove=lambda visit, number: Registration(visit).remove_relation(RelationNumber.parse(number)),
    ),
    FactKind(
        name="right",
        body=RightBody,
        numbers=lambda visit: Registration(visit).right_numbers(),
        get=_get_right,
        put=_put_right,
        remove=lambda visit, number: Registration(visit).remove_right(RightNumber.parse(number)),
    ),
    FactKind(
        name="activation",
        body=ActivationBody,
        numbers=lambda visit: Registration(visit).activation_numbers(),
        get=_get_activation,
        put=_put_activation,
        remove=lambda visit, number: Registration(visit).remove_activation(*_activation_number(number)),
    ),
    FactKind(
        name="scim-target",
        body=ScimTargetBody,
        numbers=lambda visit: [target.eloket for target in Push(visit).targets()],
        get=_get_target,
        put=_put_target,
        remove=lambda visit, eloket: Push(visit).remove_target(eloket),
    ),
)
