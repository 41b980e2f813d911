"""Mandates in SSM: who gave whom which, and what the parties do with them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.ssm import MandateAnswer, Ssm

TODAY = date(2021, 4, 27)
DAY = timedelta(days=1)
A_MONTH_AGO = date(2021, 3, 27)
BETWEEN = "het mandaat van {mandator:Organisatie} aan {holder:Organisatie}"
NEW = "in SSM een mandaat van {mandator:Organisatie} aan {holder:Organisatie}"


@given(
    step("{holder:Organisatie} heeft voor KIOSK een mandaat van {mandator:Organisatie}"),
    target_fixture="number",
)
def holds_mandate(control: Control, holder: CastOrganisation, mandator: CastOrganisation) -> str:
    return control.mandate(mandator, holder, begin=A_MONTH_AGO)


@given(step(f"{BETWEEN} eindigt vandaag"))
def ends_today(control: Control, mandator: CastOrganisation, holder: CastOrganisation) -> None:
    control.mandate(mandator, holder, begin=A_MONTH_AGO, end=TODAY)


@given(step(f"{BETWEEN} is gisteren afgelopen"))
def has_ended(control: Control, mandator: CastOrganisation, holder: CastOrganisation) -> None:
    control.mandate(mandator, holder, begin=A_MONTH_AGO, end=TODAY - DAY)


@given(step(f"{BETWEEN} begint morgen"))
def begins_tomorrow(control: Control, mandator: CastOrganisation, holder: CastOrganisation) -> None:
    control.mandate(mandator, holder, begin=TODAY + DAY)


@given(step(f"{BETWEEN} is vandaag stopgezet"))
def was_stopped(control: Control, mandator: CastOrganisation, holder: CastOrganisation) -> None:
    control.mandate(mandator, holder, begin=A_MONTH_AGO, stopped_on=TODAY)


@given(step(f"{BETWEEN} dient voor een ander e-loket"))
def is_of_another_type(control: Control, mandator: CastOrganisation, holder: CastOrganisation) -> None:
    control.mandate(mandator, holder, begin=A_MONTH_AGO, type_="eigen-eloket")


@given(step(f"{{actor:Persoon}} heeft {NEW} aangemaakt"), target_fixture="number")
def has_concluded(ssm: Ssm, actor: Personage, mandator: CastOrganisation, holder: CastOrganisation) -> str:
    return str(ssm.conclude(actor, mandator, holder).accepted().members["number"])


@when(step(f"{{actor:Persoon}} {NEW} aanmaakt"), target_fixture="mandate_answer")
def concludes(
    ssm: Ssm, actor: Personage, mandator: CastOrganisation, holder: CastOrganisation
) -> MandateAnswer:
    return ssm.conclude(actor, mandator, holder)


@when(
    step("{actor:Persoon} dat mandaat ondertekent voor {party:Organisatie}"),
    target_fixture="mandate_answer",
)
def signs(ssm: Ssm, number: str, actor: Personage, party: CastOrganisation) -> MandateAnswer:
    return ssm.sign(actor, party, number)


@when(step("{actor:Persoon} dat mandaat stopzet voor {party:Organisatie}"), target_fixture="mandate_answer")
def stops(ssm: Ssm, number: str, actor: Personage, party: CastOrganisation) -> MandateAnswer:
    return ssm.stop(actor, party, number)


@then(step("wacht dat mandaat op ondertekening"))
def waits_for_signature(mandate_answer: MandateAnswer) -> None:
    assert mandate_answer.accepted().members["status"] == "Wacht op ondertekening"


@then(step("is dat mandaat actief"))
def is_active(mandate_answer: MandateAnswer) -> None:
    assert mandate_answer.accepted().members["status"] == "actief"


@then(step("is dat mandaat stopgezet"))
def is_stopped(mandate_answer: MandateAnswer) -> None:
    assert mandate_answer.accepted().members["status"] == "stopgezet"


@then(step("weigert SSM dat omdat {codes:RedenSSM}"))
def is_refused(mandate_answer: MandateAnswer, codes: frozenset[str]) -> None:
    assert mandate_answer.code in codes, mandate_answer.members
