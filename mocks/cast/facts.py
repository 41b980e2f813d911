"""The cast as facts: what is put to which authority when a world is made.

A fact is what a program would send to the control room of a mock, so that the cast has no way in that
others lack.  Dates are resolved here, against the starting date of the world, and stay when its clock
moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mocks.cast import (
    Cast,
    CastAppointment,
    CastFunction,
    CastMandate,
    CastOldUser,
    CastOrganisation,
    CastWorkRelation,
    Personage,
)
from mocks.cast.fact import Fact, day_of, number_of
from mocks.cast.kiosk import in_kiosk


def facts_of(cast: Cast, start: date) -> Iterator[Fact]:
    """Give every fact of the cast in a world that starts on a given day, in an order that holds."""
    for person in cast.people.values():
        yield _person(person, start)
        yield from _keys(person, start)
    for organisation in cast.organisations.values():
        if organisation.number is not None:
            yield _enterprise(organisation, start)
    for function in cast.functions:
        yield _function(cast, function, start)
    for appointment in cast.appointments:
        yield _appointment(cast, appointment, start)
    for organisation in cast.organisations.values():
        if organisation.departments_activated:
            yield _activation(organisation)
    for relation in cast.work_relations:
        yield from _work_relation(cast, relation, start)
    for mandate in cast.mandates:
        yield _mandate(cast, mandate, start)
    yield from in_kiosk(cast, start)
    for user in cast.old_users:
        yield _old_user(cast, user)


def _person(person: Personage, start: date) -> Fact:
    return Fact(
        "rijksregister",
        "person",
        person.number,
        {
            "given_name": person.given_name,
            "family_name": person.family_name,
            "birth_date": person.birth_date.isoformat(),
            "sex": person.sex.value,
            "belgian_eid": person.belgian_eid,
            "deceased_on": day_of(person.deceased_on, start),
        },
    )


def _keys(person: Personage, start: date) -> Iterator[Fact]:
    for key in person.digital_keys:
        if key.kind == "eid":
            continue  # Whoever holds the card has this key; the Rijksregister says who does.
        yield Fact(
            "csam",
            "key",
            f"{person.number}-{key.kind}",
            {
                "activated_on": day_of(key.activated_on or key.code_issued_on, start),
                "valid_until": day_of(key.valid_until, start),
                "last_used": day_of(key.last_used, start),
                "active": key.active,
            },
        )
        if key.code_issued_on is not None:
            yield Fact(
                "csam",
                "activation-code",
                person.number,
                {"email": f"{person.key}@post.example", "issued_on": day_of(key.code_issued_on, start)},
            )


def _enterprise(organisation: CastOrganisation, start: date) -> Fact:
    address, contact = organisation.address, organisation.contact
    labelled = {
        name: {"code": value.code, "label": value.label} if value else None
        for name, value in (
            ("legal_form", organisation.legal_form),
            ("legal_situation", organisation.legal_situation),
        )
    }
    return Fact(
        "kbo",
        "enterprise",
        str(organisation.number),
        {
            "name": organisation.name,
            "target_group": organisation.target_group,
            "kind": organisation.kind,
            "status": organisation.status,
            "start_date": day_of(organisation.start_date, start),
            "stopped_on": day_of(organisation.stopped_on, start),
            **labelled,
            "address": {
                "street": address.street,
                "house_number": address.house_number,
                "postcode": address.postcode,
                "municipality": address.municipality,
                "country": address.country,
            },
            "contact": {"email": contact.email, "phone": contact.phone},
        },
    )


def _function(cast: Cast, function: CastFunction, start: date) -> Fact:
    enterprise = cast.organisation(function.organisation).number
    representative = function.permanent_representative
    return Fact(
        "kbo",
        "function",
        f"{enterprise}-{number_of(cast, function.holder)}-{function.code}",
        {
            "begin": day_of(function.begin, start),
            "end": day_of(function.end, start),
            "permanent_representative": number_of(cast, representative) if representative else None,
        },
    )


def _appointment(cast: Cast, appointment: CastAppointment, start: date) -> Fact:
    enterprise = cast.organisation(appointment.organisation).number
    return Fact(
        "csam",
        "appointment",
        f"{enterprise}-{number_of(cast, appointment.person)}-{appointment.post}",
        {
            "appointed_by": number_of(cast, appointment.appointed_by),
            "appointed_on": day_of(appointment.appointed_on, start),
            "begin": day_of(appointment.begin, start),
            "end": day_of(appointment.end, start),
            "waiting": appointment.begin is None,
            "backup": appointment.backup,
            "email": appointment.email,
            "phone": appointment.phone,
        },
    )


DEPARTMENTS_RIGHT = "dienstverlener-departementen"
"""The right that the service kmo-portefeuille activates per organisation, as IDM's catalogue names it."""


def _activation(organisation: CastOrganisation) -> Fact:
    return Fact(
        "idm",
        "activation",
        f"{organisation.number}-{DEPARTMENTS_RIGHT}",
        {"contexts": list(organisation.departments), "begin": "2018-01-01"},
    )


def _work_relation(cast: Cast, relation: CastWorkRelation, start: date) -> Iterator[Fact]:
    person, organisation = cast.person(relation.person), cast.organisation(relation.organisation)
    yield Fact(
        "idm",
        "person",
        person.number,
        {
            "given_name": person.given_name,
            "family_name": person.family_name,
            "birth_date": person.birth_date.isoformat(),
            "sex": person.sex.value,
        },
    )
    number = f"{person.number}-{organisation.number}-1"
    yield Fact(
        "idm",
        "work-relation",
        number,
        {
            "category": relation.category,
            "target_group": organisation.target_group,
            "begin": day_of(relation.begin, start),
            "end": day_of(relation.end, start),
            "phone": relation.phone,
            "email": relation.email,
        },
    )
    for right in relation.rights:
        yield Fact(
            "idm",
            "right",
            f"{number}-{right.right}",
            {
                **({"profile": right.profile} if right.profile else {}),
                "contexts": list(right.contexts),
                "begin": day_of(right.begin, start),
                "end": day_of(right.end, start),
            },
        )


def _mandate(cast: Cast, mandate: CastMandate, start: date) -> Fact:
    return Fact(
        "ssm",
        "mandate",
        mandate.number,
        {
            "type": mandate.type,
            "mandator": number_of(cast, mandate.mandator),
            "holder": number_of(cast, mandate.holder),
            "begin": day_of(mandate.begin, start),
            "end": day_of(mandate.end, start),
        },
    )


def _old_user(cast: Cast, user: CastOldUser) -> Fact:
    person = cast.person(user.person)
    members = {
        "name": person.name,
        "security_code": user.security_code,
        "person": str(person.number),
        "rights": [{"applicant": number_of(cast, key), "name": _name(cast, key)} for key in user.applicants],
    }
    return Fact("kiosk-oud", "user", user.login, members)


def _name(cast: Cast, key: str) -> str:
    associations = {one.key: one.name for one in cast.associations}
    if key in associations:
        return associations[key]
    return cast.organisation(key).name if key in cast.organisations else cast.person(key).name
