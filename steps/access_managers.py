"""Access managers in BTB: who is appointed by whom, when that becomes active, and how it ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.days import TODAY
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.btb import Btb, BtbAnswer, Post
    from steps.drivers.control import Control

A_YEAR_AGO = date(2020, 4, 27)
YESTERDAY = TODAY - timedelta(days=1)


@given(step("voor {organisation:Organisatie} is in BTB nog niemand aangesteld"))
def nobody_is_appointed_yet(control: Control, organisation: CastOrganisation) -> None:
    assert control.appointments_in(organisation, TODAY) == {}, "the cast has appointed somebody"


@given(step("{person:Persoon} is {post:Aanstelling} van {organisation:Organisatie}"))
def is_appointed(control: Control, person: Personage, post: Post, organisation: CastOrganisation) -> None:
    control.appoint(person, organisation, post.code, A_YEAR_AGO)


@given(
    step(
        "de aanstelling van {person:Persoon} als {post:Aanstelling} van {organisation:Organisatie} "
        "eindigt vandaag"
    )
)
def appointment_ends_today(
    control: Control, person: Personage, post: Post, organisation: CastOrganisation
) -> None:
    control.appoint(person, organisation, post.code, A_YEAR_AGO, TODAY)


@given(
    step(
        "de aanstelling van {person:Persoon} als {post:Aanstelling} van {organisation:Organisatie} "
        "is gisteren geëindigd"
    )
)
def appointment_has_ended(
    control: Control, person: Personage, post: Post, organisation: CastOrganisation
) -> None:
    control.appoint(person, organisation, post.code, A_YEAR_AGO, YESTERDAY)


@given(
    step(
        "{actor:Persoon} heeft in BTB {person:Persoon} aangesteld als {post:Aanstelling} van "
        "{organisation:Organisatie}"
    )
)
def has_appointed(
    btb: Btb, actor: Personage, person: Personage, post: Post, organisation: CastOrganisation
) -> None:
    btb.appoint(actor, person, post, organisation).accepted()


@given(
    step(
        "{actor:Persoon} heeft in BTB zichzelf aangesteld als {post:Aanstelling} van "
        "{organisation:Organisatie}"
    )
)
def has_appointed_oneself(btb: Btb, actor: Personage, post: Post, organisation: CastOrganisation) -> None:
    btb.appoint_oneself(actor, post, organisation).accepted()


@when(
    step(
        "{actor:Persoon} in BTB {person:Persoon} aanstelt als {post:Aanstelling} van "
        "{organisation:Organisatie}"
    ),
    target_fixture="answer",
)
def appoints(
    btb: Btb, actor: Personage, person: Personage, post: Post, organisation: CastOrganisation
) -> BtbAnswer:
    return btb.appoint(actor, person, post, organisation)


@when(
    step("{actor:Persoon} in BTB zichzelf aanstelt als {post:Aanstelling} van {organisation:Organisatie}"),
    target_fixture="answer",
)
def appoints_oneself(btb: Btb, actor: Personage, post: Post, organisation: CastOrganisation) -> BtbAnswer:
    return btb.appoint_oneself(actor, post, organisation)


@when(
    step(
        "{actor:Persoon} in BTB {person:Persoon} onder de naam van {other:Persoon} aanstelt als "
        "{post:Aanstelling} van {organisation:Organisatie}"
    ),
    target_fixture="answer",
)
def appoints_under_another_name(
    btb: Btb,
    actor: Personage,
    person: Personage,
    other: Personage,
    post: Post,
    organisation: CastOrganisation,
) -> BtbAnswer:
    return btb.appoint(actor, person, post, organisation, other.family_name)


@when(
    step(
        "{actor:Persoon} in BTB na bevestiging {person:Persoon} aanstelt als {post:Aanstelling} van "
        "{organisation:Organisatie}"
    ),
    target_fixture="answer",
)
def replaces(
    btb: Btb, actor: Personage, person: Personage, post: Post, organisation: CastOrganisation
) -> BtbAnswer:
    return btb.replace(actor, person, post, organisation)


@when(
    step(
        "{actor:Persoon} in BTB de aanstelling van {person:Persoon} als {post:Aanstelling} van "
        "{organisation:Organisatie} beëindigt"
    ),
    target_fixture="answer",
)
def ends(
    btb: Btb, actor: Personage, person: Personage, post: Post, organisation: CastOrganisation
) -> BtbAnswer:
    return btb.end(actor, person, post, organisation)


@when(
    step("{person:Persoon} zich een eerste keer bij BTB aanmeldt voor {organisation:Organisatie}"),
    target_fixture="answer",
)
def signs_in_for_the_first_time(btb: Btb, person: Personage, organisation: CastOrganisation) -> BtbAnswer:
    return btb.sign_in_first(person, organisation)


@then(step("staat {organisation:Organisatie} geregistreerd in BTB"))
def is_registered(answer: BtbAnswer, organisation: CastOrganisation) -> None:
    assert "registered" in answer.events, f"{organisation.name}: {answer.page.text}"


@then(step("wacht de aanstelling van {person:Persoon} als {post:Aanstelling} op de eerste aanmelding"))
def waits(answer: BtbAnswer, person: Personage, post: Post) -> None:
    assert answer.state(person, post) == "waiting", answer.page.text


@then(step("is de aanstelling van {person:Persoon} als {post:Aanstelling} actief"))
def is_active(answer: BtbAnswer, person: Personage, post: Post) -> None:
    assert answer.state(person, post) == "active", answer.page.text


@then(step("is {person:Persoon} in BTB {post:Aanstelling} van {organisation:Organisatie}"))
@then(step("blijft {person:Persoon} {post:Aanstelling} van {organisation:Organisatie}"))
def stays(control: Control, person: Personage, post: Post, organisation: CastOrganisation) -> None:
    assert control.appointments_in(organisation, TODAY).get(f"{person.number}-{post.code}") is True


@then(
    step("is {person:Persoon} in BTB niet aangesteld als {post:Aanstelling} van {organisation:Organisatie}")
)
def is_not_appointed(control: Control, person: Personage, post: Post, organisation: CastOrganisation) -> None:
    assert f"{person.number}-{post.code}" not in control.appointments_in(organisation, TODAY)


@then(step("vraagt BTB te bevestigen dat {person:Persoon} vervangen wordt"))
def asks_to_confirm(answer: BtbAnswer, person: Personage) -> None:
    assert answer.code == "replacement-unconfirmed", answer.page.text
    assert person.name in answer.page.text


@then(step("weigert BTB dat omdat {reason:RedenBTB}"))
def is_refused(answer: BtbAnswer, reason: frozenset[str]) -> None:
    assert answer.code in reason, f"{answer.code}: {answer.page.text}"
