"""What the texts of the cast's files mean: keys, days, numbers, and the entries that are made of them."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    StringConstraints,
)

from mocks.cast.dates import resolve
from mocks.core.identifiers import EnterpriseNumber, Insz, require_safe

_ANY_START = date(2021, 4, 27)


def from_text(read: Callable[[str], object]) -> BeforeValidator:
    """Return what reads a member that a file writes as text."""
    return BeforeValidator(lambda value: read(value) if isinstance(value, str) else value)


def _date_expression(text: str) -> str:
    resolve(text, _ANY_START)
    return text


def _safe_insz(text: str) -> Insz:
    return require_safe(Insz(text))


def _safe_enterprise_number(text: str) -> EnterpriseNumber:
    return require_safe(EnterpriseNumber(text))


Key = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
YesOrNo = Annotated[bool, from_text(lambda text: {"true": True, "false": False}.get(text, text))]
Day = Annotated[date, from_text(date.fromisoformat)]
DateExpression = Annotated[str, AfterValidator(_date_expression)]
SafeInsz = Annotated[Insz, PlainValidator(_safe_insz)]
SafeEnterpriseNumber = Annotated[EnterpriseNumber, PlainValidator(_safe_enterprise_number)]
KeyKind = Literal["eid", "itsme", "app", "sms", "token"]


class Entry(BaseModel):
    """An entry of a file: whatever it does not know stops the start."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
