"""What the files of the cast may say; anything else stops the start.

The files are read as text throughout, so that a number keeps its leading zero and "no" stays a
word; the types here turn each text into what it means.
"""

from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    StringConstraints,
    model_validator,
)

from mocks.cast.fields import (
    DateExpression,
    Day,
    Entry,
    Key,
    KeyKind,
    SafeEnterpriseNumber,
    SafeInsz,
    Words,
    YesOrNo,
    from_text,
)
from mocks.core.identifiers import Sex


class DigitalKey(Entry):
    """One means to sign in that a person has, or is about to have.

    `activated_on` is absent for an eID, which needs no activation, and for a key whose activation
    code is not yet used: that is not `active` and has `code_issued_on` instead. Without
    `valid_until` the key is valid as long as the rules of CSAM let it be.
    """

    kind: KeyKind
    active: YesOrNo = True
    activated_on: DateExpression | None = None
    valid_until: DateExpression | None = None
    last_used: DateExpression | None = None
    code_issued_on: DateExpression | None = None

    @model_validator(mode="after")
    def _is_activated_or_waits(self) -> Self:
        if (self.activated_on is not None) != (self.active and self.kind != "eid"):
            raise ValueError("an active key other than an eID has activated_on, and no other key")
        if (self.code_issued_on is None) != self.active:
            raise ValueError("a key that is not active has code_issued_on, and no other key")
        return self


class Personage(Entry):
    """A person of the cast, with one trait."""

    key: Key
    given_name: Words
    family_name: Words
    number: SafeInsz
    birth_date: Day
    sex: Annotated[Sex, from_text(Sex)]
    belgian_eid: YesOrNo
    deceased_on: DateExpression | None = None
    digital_keys: Annotated[tuple[DigitalKey, ...], Field(strict=False, min_length=1)]
    trait: Words

    @property
    def name(self) -> str:
        """The name as everyone says it."""
        return f"{self.given_name} {self.family_name}"

    @property
    def code(self) -> str:
        """The number, called as that of an organisation is, since both can be a party."""
        return self.number


class Labelled(Entry):
    """A code of the KBO with its label."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")]
    label: Words


class Address(Entry):
    """Where an organisation has its seat."""

    street: Words
    house_number: Words
    postcode: Words
    municipality: Words
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "BE"


class Contact(Entry):
    """How an organisation is reached."""

    email: Annotated[str, StringConstraints(pattern=r"^[a-z.]+@[a-z-]+\.example$")]
    phone: Annotated[str, StringConstraints(pattern=r"^\+[0-9]+( [0-9]+)+$")]


class CastOrganisation(Entry):
    """An organisation of the cast, with one trait.

    What the KBO tells (`kind`, `legal_form`, `legal_situation`) is absent for an organisation
    without an enterprise number; `legal_form` also for the enterprise of a natural person.
    """

    key: Key
    name: Words
    target_group: Literal["EA", "LB", "OV"]
    number: SafeEnterpriseNumber | None = None
    institution_number: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")] | None = None
    inrichtende_macht: Key | None = None
    kind: Literal["1", "2"] | None = None
    legal_form: Labelled | None = None
    legal_situation: Labelled | None = None
    status: Literal["AC", "ST"]
    start_date: DateExpression
    stopped_on: DateExpression | None = None
    address: Address
    contact: Contact
    departments: Annotated[tuple[Words, ...], Field(strict=False)] = ()
    departments_activated: YesOrNo = False
    trait: Words

    @property
    def code(self) -> str:
        """The code that ACM gives as `vo_orgcode`: enterprise number or institution number."""
        code = self.number or self.institution_number
        assert code is not None, "the validator below sees to it"
        return code

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.number is None) == (self.institution_number is None):
            raise ValueError("an organisation has an enterprise number or an institution number")
        if {self.kind is None, self.legal_situation is None} != {self.number is None}:
            raise ValueError("kind and legal_situation go together with an enterprise number")
        if (self.legal_form is None) != (self.kind != "2"):
            raise ValueError("a legal person has a legal form, and nobody else")
        if (self.stopped_on is None) != (self.status == "AC"):
            raise ValueError("stopped_on goes together with status ST")
        return self


class CastFunction(Entry):
    """A function that the KBO knows: who holds what in which organisation.

    The holder is a person, or an organisation that may have a `permanent_representative`. Labels
    and power of representation of the codes belong to the KBO.
    """

    organisation: Key
    holder: Key
    permanent_representative: Key | None = None
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")]
    begin: DateExpression
    end: DateExpression | None = None


class CastAppointment(Entry):
    """Who is appointed in BTB; posts belong to BTB.

    Without `begin` it waits for the first sign-in of the person; `backup` is a main access manager beside
    the first one.
    """

    organisation: Key
    person: Key
    post: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    backup: YesOrNo = False
    appointed_by: Key
    appointed_on: DateExpression
    begin: DateExpression | None = None
    end: DateExpression | None = None
    email: Annotated[str, StringConstraints(pattern=r"^[a-z.]+@[a-z-]+\.example$")]
    phone: Annotated[str, StringConstraints(pattern=r"^\+[0-9]+( [0-9]+)+$")]


class CastRight(Entry):
    """A user right on a work relation, by its name in IDM."""

    right: Words
    profile: Words | None = None
    contexts: Annotated[tuple[Words, ...], Field(strict=False)] = ()
    begin: DateExpression
    end: DateExpression


class CastWorkRelation(Entry):
    """Who works for which organisation, with which user rights; categories and rights belong to IDM."""

    organisation: Key
    person: Key
    category: Words
    begin: DateExpression
    end: DateExpression
    phone: Annotated[str, StringConstraints(pattern=r"^\+[0-9]+$")]
    email: Annotated[str, StringConstraints(pattern=r"^[a-z.]+@[a-z-]+\.example$")]
    rights: Annotated[tuple[CastRight, ...], Field(strict=False)] = ()


class CastMandate(Entry):
    """A mandate in SSM that both parties signed when it begins; types belong to SSM.

    Mandator and holder are an organisation or a personage, by key.
    """

    number: Annotated[str, StringConstraints(pattern=r"^M-[0-9]{4}-[0-9]{6}$")]
    type: Words
    mandator: Key
    holder: Key
    begin: DateExpression
    end: DateExpression | None = None


class CastAssociation(Entry):
    """An applicant of KIOSK without any number, handled under a personage; sorts belong to KIOSK."""

    key: Key
    name: Words
    code: Annotated[str, StringConstraints(pattern=r"^ZN-[0-9]{6}$")]
    sort: Words
    under: Key


class CastApplicantContact(Entry):
    """The contact data of an applicant that KIOSK keeps when the world starts."""

    applicant: Key
    email: Words
    phone: Words


class CastProfile(Entry):
    """How a representative of an applicant is reached, as KIOSK keeps it when the world starts."""

    applicant: Key
    person: Key
    email: Words
    phone: Words | None = None
    mobile: Words | None = None


class CastDossier(Entry):
    """A dossier in KIOSK that is there when the world starts; types and phases belong to KIOSK."""

    applicant: Key
    number: Annotated[str, StringConstraints(pattern=r"^KD-[0-9]{4}-[0-9]{4}$")]
    title: Words
    type: Words
    phase: Words
    submitted_on: DateExpression | None = None
    account: Words | None = None
    assessors: Annotated[tuple[Key, ...], Field(strict=False)] = ()


class CastOldUser(Entry):
    """A user of the old KIOSK, and for which applicants that login opens dossiers there."""

    person: Key
    login: Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z]+$")]
    security_code: Annotated[str, StringConstraints(pattern=r"^0{8}-0000-4000-8000-[0-9]{12}$")]
    applicants: Annotated[tuple[Key, ...], Field(strict=False)]


class CastFiles(Entry):
    """The files together."""

    people: Annotated[tuple[Personage, ...], Field(strict=False)]
    organisations: Annotated[tuple[CastOrganisation, ...], Field(strict=False)]
    functions: Annotated[tuple[CastFunction, ...], Field(strict=False)]
    appointments: Annotated[tuple[CastAppointment, ...], Field(strict=False)] = ()
    work_relations: Annotated[tuple[CastWorkRelation, ...], Field(strict=False)] = ()
    mandates: Annotated[tuple[CastMandate, ...], Field(strict=False)] = ()
    associations: Annotated[tuple[CastAssociation, ...], Field(strict=False)] = ()
    applicant_contacts: Annotated[tuple[CastApplicantContact, ...], Field(strict=False)] = ()
    profiles: Annotated[tuple[CastProfile, ...], Field(strict=False)] = ()
    dossiers: Annotated[tuple[CastDossier, ...], Field(strict=False)] = ()
    old_users: Annotated[tuple[CastOldUser, ...], Field(strict=False)] = ()
