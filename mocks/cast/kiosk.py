"""What KIOSK itself knows of the cast, as facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mocks.cast import (
    Cast,
    CastApplicantContact,
    CastAssociation,
    CastDossier,
    CastOrganisation,
    CastProfile,
)
from mocks.cast.fact import Fact, day_of, number_of


def _dossier(cast: Cast, dossier: CastDossier, start: date) -> Fact:
    return Fact(
        "kiosk",
        "dossier",
        dossier.number,
        {
            "applicant": number_of(cast, dossier.applicant),
            "title": dossier.title,
            "type": dossier.type,
            "phase": dossier.phase,
            "submitted_on": day_of(dossier.submitted_on, start),
            "account": dossier.account,
        },
    )


def _assessment(cast: Cast, dossier: CastDossier) -> Fact:
    members = {"assessors": [str(cast.person(one).number) for one in dossier.assessors]}
    return Fact("kiosk", "assessment", dossier.number, members)


def _applicant_contact(cast: Cast, contact: CastApplicantContact) -> Fact:
    members = {"email": contact.email, "phone": contact.phone}
    return Fact("kiosk", "applicant-contact", number_of(cast, contact.applicant), members)


def _profile(cast: Cast, profile: CastProfile) -> Fact:
    person = cast.person(profile.person)
    return Fact(
        "kiosk",
        "profile",
        f"{number_of(cast, profile.applicant)}-{person.number}",
        {
            "name": person.name,
            "email": profile.email,
            "phone": profile.phone,
            "mobile": profile.mobile,
        },
    )


def in_kiosk(cast: Cast, start: date) -> Iterator[Fact]:
    """Give what KIOSK itself knows: applicants without number, how each is reached, dossiers, assessors."""
    for organisation in cast.organisations.values():
        if organisation.inrichtende_macht is not None:
            yield _institution(cast, organisation)
    for association in cast.associations:
        yield _association(cast, association)
    for contact in cast.applicant_contacts:
        yield _applicant_contact(cast, contact)
    for profile in cast.profiles:
        yield _profile(cast, profile)
    for dossier in cast.dossiers:
        yield _dossier(cast, dossier, start)
        if dossier.assessors:
            yield _assessment(cast, dossier)


def _institution(cast: Cast, organisation: CastOrganisation) -> Fact:
    acting = cast.organisation(str(organisation.inrichtende_macht)).number
    members = {"name": organisation.name, "sort": "institution", "acting": str(acting)}
    return Fact("kiosk", "dependant", organisation.code, members)


def _association(cast: Cast, association: CastAssociation) -> Fact:
    members = {
        "name": association.name,
        "sort": association.sort,
        "acting": cast.person(association.under).number,
    }
    return Fact("kiosk", "dependant", association.code, members)
