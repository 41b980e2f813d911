"""Going from one e-loket to another in the same browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

from steps.drivers.eloket import Eloket
from steps.parameters import step

if TYPE_CHECKING:
    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.control import Control
    from steps.drivers.sign_in import Outcome, SignIn

OWN = Path(__file__).resolve().parent.parent / "docs" / "examples" / "mijn-eloket.yaml"
"""The example that a developer copies: it accepts the eID only."""

_EXAMPLE = OWN.read_text(encoding="utf-8")
FILES = {
    OWN.stem: _EXAMPLE,
    "telefoonloket": _EXAMPLE.replace(OWN.stem, "telefoonloket")
    .replace("Mijn e-loket", "Telefoonloket")
    .replace("MijnEloket", "Telefoonloket")
    .replace("keys: [eid]", "keys: [itsme]"),
}
"""The integration files that do not come with us: the example, and the same that accepts itsme only."""

KEY_OF = {OWN.stem: "eid", "telefoonloket": "itsme"}
"""The only key that each of them accepts."""


def at(sign_in: SignIn, control: Control, name: str) -> Eloket:
    """Return an e-loket in the browser of who signs in; registered first where it does not come with us."""
    if name in FILES:
        control.register(FILES[name])
    return Eloket(sign_in.wire, sign_in.browser, name)


@given(step("er is bijna twee uur voorbij"))
def nearly_two_hours_have_passed(control: Control) -> None:
    control.pass_minutes(119)


@given(step("er is twee uur voorbij"))
def two_hours_have_passed(control: Control) -> None:
    control.pass_minutes(120)


@given(step("{person:Persoon} meldt zich bij KIOSK af"))
def has_signed_out(sign_in: SignIn, person: Personage) -> None:
    assert sign_in.sign_out_and_return().page.marked("key"), person.name


@given(step("{person:Persoon} heeft zich bij KIOSK met itsme aangemeld"))
def has_used_itsme(sign_in: SignIn, person: Personage) -> None:
    assert sign_in.as_oneself(person, "itsme").reason == ""


@given(step("{person:Persoon} is in dezelfde browser bij {eloket:Eloket} aangemeld"))
def is_signed_in_there(sign_in: SignIn, control: Control, person: Personage, eloket: str) -> None:
    assert "Wie " + person.name in at(sign_in, control, eloket).enter().page.text


@given(step("{person:Persoon} heeft zich bij {eloket:Eloket} opnieuw bekendgemaakt"))
def has_proved_again(sign_in: SignIn, control: Control, person: Personage, eloket: str) -> None:
    at(sign_in, control, eloket).enter()
    page = sign_in.prove(person, KEY_OF[eloket]).page
    assert "Wie " + person.name in page.text, page.text


@when(step("{person:Persoon} zich bij KIOSK nog eens aanmeldt"), target_fixture="outcome")
def signs_in_once_more(sign_in: SignIn, person: Personage) -> Outcome:
    return sign_in.once_more()


@when(step("{person:Persoon} bij {eloket:Eloket} wisselt"), target_fixture="outcome")
def switches(sign_in: SignIn, control: Control, person: Personage, eloket: str) -> Outcome:
    return at(sign_in, control, eloket).switch()


@when(step("{person:Persoon} in dezelfde browser naar {eloket:Eloket} gaat"), target_fixture="outcome")
def goes_to(sign_in: SignIn, control: Control, person: Personage, eloket: str) -> Outcome:
    return at(sign_in, control, eloket).enter()


@when(
    step("{person:Persoon} zich bij KIOSK afmeldt en naar {eloket:Eloket} terugkeert"),
    target_fixture="outcome",
)
def signs_out_and_goes_back(sign_in: SignIn, control: Control, person: Personage, eloket: str) -> Outcome:
    sign_in.sign_out_and_return()
    return at(sign_in, control, eloket).inside()


@when(
    step("{person:Persoon} zich bij {eloket:Eloket} aanmeldt namens {organisation:Organisatie}"),
    target_fixture="outcome",
)
def signs_in_there(
    sign_in: SignIn, control: Control, person: Personage, eloket: str, organisation: CastOrganisation
) -> Outcome:
    identity = f"{organisation.target_group}:{organisation.code}"
    return at(sign_in, control, eloket).enter(mock_persona=person.key, mock_identity=identity)


@then(step("is {person:Persoon} daar aangemeld namens {organisation:Organisatie}"))
def is_inside(outcome: Outcome, person: Personage, organisation: CastOrganisation) -> None:
    assert f"Wie {person.name} Namens wie {organisation.name}" in outcome.page.text, outcome.page.text


@then(step("is {person:Persoon} daar aangemeld als zichzelf"))
def is_inside_as_oneself(outcome: Outcome, person: Personage) -> None:
    assert f"Wie {person.name} Namens wie {person.name}" in outcome.page.text, outcome.page.text


@then(step("leest {person:Persoon} dat {key:Sleutel} daar niet volstaat"))
def reads_that_the_key_is_too_weak(outcome: Outcome, person: Personage, key: str) -> None:
    assert f"U bent aangemeld met ‘{key}’, maar dat volstaat hier niet" in outcome.page.text, person.name


@then(step("is {person:Persoon} daar niet aangemeld"))
def is_not_inside(outcome: Outcome, person: Personage) -> None:
    assert "Namens wie" not in outcome.page.text, f"{person.name}: {outcome.page.text}"


@then(step("moet {person:Persoon} zich met eID opnieuw bekendmaken"))
def must_use_the_card(outcome: Outcome, person: Personage) -> None:
    offered = {mark.data["key"] for mark in outcome.page.marked("key")}
    assert offered == {"eid"}, f"{person.name}: {outcome.page.text}"


@then(step("komt {person:Persoon} daar niet binnen omdat {reason:RedenEloket}"))
def is_kept_out(outcome: Outcome, person: Personage, reason: str) -> None:
    assert reason in outcome.reason, f"{person.name}: {outcome.page.text}"
