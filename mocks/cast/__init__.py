"""The cast: the personages and organisations of every feature, page, example and load test.

They are data in `people.yaml`, `organisations.yaml`, `functions.yaml`, `appointments.yaml`,
`work_relations.yaml`, `mandates.yaml`, `associations.yaml`, `applicant_contacts.yaml`, `profiles.yaml`,
`dossiers.yaml` and `old_users.yaml` (those of the old KIOSK). Their keys and numbers are fixed, because
other programs sign in with them; nobody of them exists. Dates that must lie before or after the start of a
world are expressions (`start-1d`), which each authority resolves once, when the world is made.

*Bron*: the webinar of KIOSK 2.0 and the guides of the kmo-portefeuille for who there has to be;
the persons and organisations themselves are invented.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from mocks.cast.dates import resolve
from mocks.cast.errors import UnknownMember, UnknownOrganisation, UnknownPersonage, UnreadableDate
from mocks.cast.model import (
    CastApplicantContact,
    CastAppointment,
    CastAssociation,
    CastDossier,
    CastFiles,
    CastFunction,
    CastMandate,
    CastOldUser,
    CastOrganisation,
    CastProfile,
    CastRight,
    CastWorkRelation,
    DigitalKey,
    Personage,
)

__all__ = [
    "Cast",
    "CastApplicantContact",
    "CastAppointment",
    "CastAssociation",
    "CastDossier",
    "CastFunction",
    "CastMandate",
    "CastOldUser",
    "CastOrganisation",
    "CastProfile",
    "CastRight",
    "CastWorkRelation",
    "DigitalKey",
    "Personage",
    "UnknownMember",
    "UnknownOrganisation",
    "UnknownPersonage",
    "UnreadableDate",
    "cast_of",
    "load_cast",
    "resolve",
]


@dataclass(frozen=True)
class Cast:
    """Everyone who plays, in the order of the files."""

    people: Mapping[str, Personage]
    organisations: Mapping[str, CastOrganisation]
    functions: tuple[CastFunction, ...]
    appointments: tuple[CastAppointment, ...] = ()
    work_relations: tuple[CastWorkRelation, ...] = ()
    mandates: tuple[CastMandate, ...] = ()
    associations: tuple[CastAssociation, ...] = ()
    applicant_contacts: tuple[CastApplicantContact, ...] = ()
    profiles: tuple[CastProfile, ...] = ()
    dossiers: tuple[CastDossier, ...] = ()
    old_users: tuple[CastOldUser, ...] = ()

    def person(self, key: str) -> Personage:
        """Give the personage of a key.

        Raises:
            UnknownPersonage: The cast has no such personage; the sentence names near ones.
        """
        if key not in self.people:
            raise UnknownPersonage.among(key, self.people)
        return self.people[key]

    def organisation(self, key: str) -> CastOrganisation:
        """Give the organisation of a key.

        Raises:
            UnknownOrganisation: The cast has no such organisation; the sentence names near ones.
        """
        if key not in self.organisations:
            raise UnknownOrganisation.among(key, self.organisations)
        return self.organisations[key]


@cache
def load_cast() -> Cast:
    """Read the cast from its files, once per process.

    Raises:
        Refusal: A number is not safe, a date is unreadable, or a key is unknown.
        pydantic.ValidationError: A file says something that the model does not know.
    """
    folder = files(__name__)
    return cast_of(
        {
            name: _read((folder / f"{name}.yaml").read_text(encoding="utf-8"))
            for name in CastFiles.model_fields
        }
    )


def cast_of(entries: Mapping[str, object]) -> Cast:
    """Make a cast of the entries of the files, given as text, lists and mappings.

    Raises:
        ValueError: Two members have one key.
        Refusal: As for `load_cast`.
        pydantic.ValidationError: As for `load_cast`.
    """
    entered = CastFiles.model_validate(dict(entries))
    cast = Cast(
        people=MappingProxyType({person.key: person for person in entered.people}),
        organisations=MappingProxyType({one.key: one for one in entered.organisations}),
        functions=entered.functions,
        appointments=entered.appointments,
        work_relations=entered.work_relations,
        mandates=entered.mandates,
        associations=entered.associations,
        applicant_contacts=entered.applicant_contacts,
        profiles=entered.profiles,
        dossiers=entered.dossiers,
        old_users=entered.old_users,
    )
    members = len(cast.people.keys() | cast.organisations.keys())
    if members != len(entered.people) + len(entered.organisations):
        # A holder of a function is a person or an organisation, so a key serves one of both.
        raise ValueError("each personage and organisation of the cast has a key of its own")
    _require_known_keys(cast)
    return cast


def _require_known_keys(cast: Cast) -> None:
    for organisation in cast.organisations.values():
        if organisation.inrichtende_macht is not None:
            cast.organisation(organisation.inrichtende_macht)
    for function in cast.functions:
        cast.organisation(function.organisation)
        if function.holder not in cast.organisations:
            cast.person(function.holder)
        if function.permanent_representative is not None:
            cast.person(function.permanent_representative)
    for appointment in cast.appointments:
        cast.organisation(appointment.organisation)
        cast.person(appointment.person)
        cast.person(appointment.appointed_by)
    for relation in cast.work_relations:
        cast.organisation(relation.organisation)
        cast.person(relation.person)
    for mandate in cast.mandates:
        for party in (mandate.mandator, mandate.holder):
            if party not in cast.organisations:
                cast.person(party)
    _require_known_applicants(cast)


def _require_known_applicants(cast: Cast) -> None:
    for association in cast.associations:
        cast.person(association.under)
    unnumbered = {one.key for one in cast.associations}
    for profile in cast.profiles:
        cast.person(profile.person)
    applicants = [one.applicant for one in cast.applicant_contacts]
    applicants += [one.applicant for one in cast.profiles] + [one.applicant for one in cast.dossiers]
    for user in cast.old_users:
        cast.person(user.person)
        applicants += user.applicants
    for dossier in cast.dossiers:
        for assessor in dossier.assessors:
            cast.person(assessor)
    for applicant in applicants:
        if applicant not in cast.organisations.keys() | unnumbered:
            cast.person(applicant)


class _TextLoader(yaml.CBaseLoader):
    """Read everything as text, and refuse what YAML would silently drop.

    BaseLoader, because the others read 0123456701 as an octal number and "no" as false.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        mapping = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            raise yaml.constructor.ConstructorError(
                None, None, "a key stands twice in one entry", node.start_mark
            )
        return mapping


def _read(text: str) -> object:
    return yaml.load(text, Loader=_TextLoader)  # noqa: S506 (a BaseLoader makes text only)
