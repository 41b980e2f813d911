"""The facts of the KBO as the control API takes them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from mocks.core.control import Body, Line
from mocks.kbo.domain import Delay, Kind, Language, NameType, Status, TargetGroup

KindOrNumber = Annotated[Kind, BeforeValidator(lambda kind: str(kind) if isinstance(kind, int) else kind)]

VisibleFrom = Annotated[
    date | None,
    Field(description="From when others see this, while that is still to come; by default kbo.delay says."),
]


class CodedBody(Body):
    """A code, with its label where the tables of the KBO here do not have it."""

    code: Annotated[str, Field(pattern="^[0-9]{3}$")]
    label: Line | None = None


class NameBody(Body):
    """A name besides the one that the enterprise goes by."""

    text: Line
    language: Language = Language.DUTCH
    type: NameType = NameType.NAME


class AddressBody(Body):
    """The address of the seat."""

    street: Line
    house_number: Line
    postcode: Line
    municipality: Line
    box: Line | None = None
    country: Line = "BE"


class ContactBody(Body):
    """Contact data."""

    phone: Line | None = None
    email: Line | None = None
    website: Line | None = None


class ForeignRegistrationBody(Body):
    """Where a foreign enterprise is registered at home."""

    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    number: Line | None = None


class EnterpriseBody(Body):
    """An enterprise as the control API takes it.

    Every member may be left out: it then stays as it was, or is an ordinary one for a new enterprise.
    A date of stopping alone stops it; the status ST alone stops it today.
    """

    name: Line | None = None
    other_names: list[NameBody] | None = None
    kind: KindOrNumber | None = None
    status: Status | None = None
    stopped_on: date | None = None
    start_date: date | None = None
    target_group: TargetGroup | None = None
    legal_situation: CodedBody | None = None
    legal_form: CodedBody | None = None
    address: AddressBody | None = None
    contact: ContactBody | None = None
    foreign_registration: ForeignRegistrationBody | None = None
    visible_from: VisibleFrom = None


class FunctionBody(Body):
    """A function as the control API takes it; what is left out stays as it was.

    A new function begins with its enterprise, and has no end, when nothing is said of it.
    """

    begin: date | None = None
    end: date | None = None
    permanent_representative: str | None = None
    visible_from: VisibleFrom = None


class DelayBody(Body):
    """How long a change takes before others see it."""

    mode: Delay
