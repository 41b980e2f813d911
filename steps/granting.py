"""Granting user rights in IDM: by whom, to whom, until when, and taking them away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.drivers.idm import on_screen
from steps.parameters import NAMES_OF_RIGHTS, step

if TYPE_CHECKING:
    from datetime import date

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.idm import Idm, IdmAnswer

AT = "bij {organisation:Organisatie}"
TO = f"{{actor:Persoon}} in IDM het recht {{right:Recht}} {AT} aan {{person:Persoon}}"


@given(
    step(
        "het recht {right:Recht} is voor {organisation:Organisatie} geactiveerd met {contexts:Departementen}"
    )
)
def is_activated(
    control: Control, right: str, organisation: CastOrganisation, contexts: tuple[str, ...]
) -> None:
    control.activate_right(organisation, right, list(contexts))


@given(
    step(f"{{actor:Persoon}} heeft in IDM het recht {{right:Recht}} {AT} aan {{person:Persoon}} toegekend")
)
def has_granted(
    idm: Idm, actor: Personage, right: str, organisation: CastOrganisation, person: Personage
) -> None:
    idm.grant(actor, organisation, person, right).accepted()


@given(
    step(
        f"{{actor:Persoon}} heeft in IDM het recht {{right:Recht}} {AT} aan {{person:Persoon}} toegekend "
        "tot en met {end:Einddatum}"
    )
)
def has_granted_until(
    idm: Idm, actor: Personage, right: str, organisation: CastOrganisation, person: Personage, end: date
) -> None:
    idm.grant(actor, organisation, person, right, end=on_screen(end)).accepted()


@given(
    step(f"{{actor:Persoon}} heeft in IDM het recht {{right:Recht}} van {{person:Persoon}} {AT} ingetrokken")
)
def has_revoked(
    idm: Idm, actor: Personage, right: str, person: Personage, organisation: CastOrganisation
) -> None:
    idm.revoke(actor, organisation, person, right).accepted()


@when(step(f"{TO} toekent"), target_fixture="answer")
def grants(
    idm: Idm, actor: Personage, right: str, organisation: CastOrganisation, person: Personage
) -> IdmAnswer:
    return idm.grant(actor, organisation, person, right)


@when(
    step(f"{{actor:Persoon}} in IDM het recht {{right:Recht}} {AT} aan zichzelf toekent"),
    target_fixture="answer",
)
def grants_oneself(idm: Idm, actor: Personage, right: str, organisation: CastOrganisation) -> IdmAnswer:
    return idm.grant(actor, organisation, actor, right)


@when(step(f"{TO} toekent met einddatum {{end:Einddatum}}"), target_fixture="answer")
def grants_until(
    idm: Idm, actor: Personage, right: str, organisation: CastOrganisation, person: Personage, end: date
) -> IdmAnswer:
    return idm.grant(actor, organisation, person, right, end=on_screen(end))


@when(step(f"{TO} toekent voor {{contexts:Departementen}}"), target_fixture="answer")
def grants_for(
    idm: Idm,
    actor: Personage,
    right: str,
    organisation: CastOrganisation,
    person: Personage,
    contexts: tuple[str, ...],
) -> IdmAnswer:
    return idm.grant(actor, organisation, person, right, contexts=contexts)


@when(step(f"{TO} toekent voor {{contexts:Departementen}} zonder profiel"), target_fixture="answer")
def grants_without_profile(
    idm: Idm,
    actor: Personage,
    right: str,
    organisation: CastOrganisation,
    person: Personage,
    contexts: tuple[str, ...],
) -> IdmAnswer:
    return idm.grant(actor, organisation, person, right, contexts=contexts, profile="")


@when(step(f"{TO} toekent zonder te bevestigen"), target_fixture="answer")
def nearly_grants(
    idm: Idm, actor: Personage, right: str, organisation: CastOrganisation, person: Personage
) -> IdmAnswer:
    return idm.grant(actor, organisation, person, right, confirm=False)


@when(
    step(
        '{actor:Persoon} in IDM met "Snel recht toekennen" het recht {right:Recht} bij '
        "{organisation:Organisatie} aan {person:Persoon} toekent"
    ),
    target_fixture="answer",
)
def grants_quickly(
    idm: Idm, actor: Personage, right: str, organisation: CastOrganisation, person: Personage
) -> IdmAnswer:
    return idm.grant_quickly(actor, organisation, person, right)


@when(
    step(f"{{actor:Persoon}} in IDM het recht {{right:Recht}} van {{person:Persoon}} {AT} intrekt"),
    target_fixture="answer",
)
def revokes(
    idm: Idm, actor: Personage, right: str, person: Personage, organisation: CastOrganisation
) -> IdmAnswer:
    return idm.revoke(actor, organisation, person, right)


@when(
    step(f"{{actor:Persoon}} in IDM een recht voor {{person:Persoon}} {AT} wil kiezen"),
    target_fixture="answer",
)
def wants_to_choose(
    idm: Idm, actor: Personage, person: Personage, organisation: CastOrganisation
) -> IdmAnswer:
    return idm.rights_on_offer(actor, organisation, person)


@when(
    step("{actor:Persoon} in IDM alle rechten van {organisation:Organisatie} opvraagt"),
    target_fixture="lines",
)
def exports(idm: Idm, actor: Personage, organisation: CastOrganisation) -> list[dict[str, str]]:
    return idm.export(actor, organisation)


@then(step(f"heeft {{person:Persoon}} {AT} het recht {{right:Recht}}"))
def has_right(answer: IdmAnswer, person: Personage, organisation: CastOrganisation, right: str) -> None:
    assert answer.is_about(person), answer.page.text
    assert organisation.name in answer.page.text
    assert answer.right(right).get("Toestand") == "geldig", answer.page.text


@then(step(f"heeft {{person:Persoon}} {AT} het recht {{right:Recht}} tot en met {{end:Einddatum}}"))
def has_right_until(
    answer: IdmAnswer, person: Personage, organisation: CastOrganisation, right: str, end: date
) -> None:
    assert organisation.name in answer.page.text, person.name
    assert answer.right(right).get("Einddatum") == on_screen(end), answer.page.text


@then(step(f"heeft {{person:Persoon}} {AT} het recht {{right:Recht}} niet"))
def has_not_right(control: Control, person: Personage, organisation: CastOrganisation, right: str) -> None:
    held = control.rights_of(person, organisation)
    assert not [number for number in held if f"-{right}-" in number], held


@then(step("is het recht {right:Recht} van {person:Persoon} ingetrokken"))
def is_revoked(answer: IdmAnswer, right: str, person: Personage) -> None:
    assert answer.is_about(person), answer.page.text
    assert answer.right(right).get("Toestand") == "ingetrokken", answer.page.text


@then(step("vraagt IDM om te bevestigen"))
def asks_to_confirm(answer: IdmAnswer) -> None:
    assert answer.accepted().page.form_with("Bevestigen")


@then(step("geldt dat recht voor {contexts:Departementen}"))
def is_for(answer: IdmAnswer, contexts: tuple[str, ...]) -> None:
    right = answer.right("dienstverlener-departementen")["Gebruikersrecht"]
    assert right.endswith(", ".join(contexts)), right


@then(step("geldt dat recht niet voor {contexts:Departementen}"))
def is_not_for(answer: IdmAnswer, contexts: tuple[str, ...]) -> None:
    right = answer.right("dienstverlener-departementen")["Gebruikersrecht"]
    assert not [context for context in contexts if context in right], right


@then(step("hoort bij het recht {right:Recht} het profiel {profile:Profiel}"))
def has_profile(answer: IdmAnswer, right: str, profile: str) -> None:
    assert f"Profiel: {profile}" in answer.right(right)["Gebruikersrecht"], answer.page.text


@then(step("wordt het recht {right:Recht} aangeboden"))
def is_offered(answer: IdmAnswer, right: str) -> None:
    assert answer.accepted().offers(right), answer.page.options


@then(step("wordt het recht {right:Recht} niet aangeboden"))
def is_not_offered(answer: IdmAnswer, right: str) -> None:
    assert answer.accepted().page.form_with("Volgende")
    assert not answer.offers(right), answer.page.options


@then(step("staat het recht {right:Recht} bij {person:Persoon}"))
def stands_with(lines: list[dict[str, str]], right: str, person: Personage) -> None:
    held = [line for line in lines if line["recht"] == NAMES_OF_RIGHTS[right]]
    assert [line["rijksregisternummer"] for line in held] == [person.number], held


@then(step("staat het recht {right:Recht} bij niemand"))
def stands_with_nobody(lines: list[dict[str, str]], right: str) -> None:
    assert lines, "there is no list to read"
    assert NAMES_OF_RIGHTS[right] not in {line["recht"] for line in lines}
