"""Work relations and user rights in IDM: who has which, and until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pytest_bdd import given

from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control

TODAY = date(2021, 4, 27)
DAY = timedelta(days=1)
A_MONTH_AGO = date(2021, 3, 27)
NEXT_YEAR = date(2022, 4, 27)


@given(step("{person:Persoon} heeft bij {organisation:Organisatie} het recht {right:Recht}"))
def has_right(control: Control, person: Personage, organisation: CastOrganisation, right: str) -> None:
    control.grant(person, organisation, right, A_MONTH_AGO, NEXT_YEAR)


@given(step("het recht {right:Recht} van {person:Persoon} bij {organisation:Organisatie} eindigt vandaag"))
def right_ends_today(control: Control, right: str, person: Personage, organisation: CastOrganisation) -> None:
    control.grant(person, organisation, right, A_MONTH_AGO, TODAY)


@given(
    step("het recht {right:Recht} van {person:Persoon} bij {organisation:Organisatie} is gisteren verlopen")
)
def right_has_ended(control: Control, right: str, person: Personage, organisation: CastOrganisation) -> None:
    control.grant(person, organisation, right, A_MONTH_AGO, TODAY - DAY)


@given(step("het recht {right:Recht} van {person:Persoon} bij {organisation:Organisatie} begint morgen"))
def right_begins(control: Control, right: str, person: Personage, organisation: CastOrganisation) -> None:
    control.grant(person, organisation, right, TODAY + DAY, NEXT_YEAR)


@given(
    step("het recht {right:Recht} van {person:Persoon} bij {organisation:Organisatie} is vandaag ingetrokken")
)
def right_is_revoked(control: Control, right: str, person: Personage, organisation: CastOrganisation) -> None:
    control.grant(person, organisation, right, A_MONTH_AGO, NEXT_YEAR, revoked_on=TODAY)
