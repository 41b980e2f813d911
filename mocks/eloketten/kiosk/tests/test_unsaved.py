"""What is typed while the session ends: it waits for whoever typed it, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.every_form import DOSSIER, ELS, Form, form_at, forms, rules, scene
from mocks.eloketten.kiosk.tests.forms import form_on, open_form
from mocks.eloketten.kiosk.tests.losing import (
    ACCOUNT,
    BELGIAN,
    DUTCH,
    ENDED,
    WAITS,
    come_back,
    forget_the_session,
    let_acm_refuse,
    lose,
    pick_school,
    sign_out,
    waiting,
)
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, Claims, citizen, claims, employee

NOTHING_IS_TYPED = {
    "/aanvragers",
    "/afmelden",
    "/contactgegevens/correspondentieadres/verwijderen",
    "/dossiers/KD-2021-0001/indienen",
    "/ingevuld/weggooien",
    "/taal",
    "/wisselen",
}
"""Forms of buttons only: pressing one again is all that is lost."""


@pytest.fixture
def jan(kiosk: KioskAlone, browser: Browser) -> Browser:
    """Let Jan be signed in for De Kade, where every form can be filled in."""
    scene(kiosk)
    browser.sign_in(claims())
    return browser


def filled_in(form: Form) -> dict[str, str]:
    """Return something else than what stands in each field that a person fills in."""
    return {
        one.name: next(choice for choice in reversed(one.choices) if choice != one.value)
        if one.choices
        else f'Getypt in "{one.name}" <b>\0'
        for one in form.typed
    }


def test_every_address_that_takes_a_form_is_the_one_of_a_form_that_is_tried_here(kiosk: KioskAlone) -> None:
    adapter = scene(kiosk).app.url_map.bind("kiosk.vlaanderen.be")
    tried = {adapter.match(form.action, "POST")[0] for form in forms(kiosk)}
    # The button of the notice stands there only while something waits.
    assert {rule.endpoint for rule in rules(kiosk, "POST")} - tried == {"pages.forget_typed"}


@pytest.mark.parametrize("end", [sign_out, forget_the_session, let_acm_refuse])
def test_no_form_loses_what_was_typed_when_the_session_ends(end: Callable[[Browser], None]) -> None:
    tried = set()
    for form in forms(scene(KioskAlone())):
        kiosk = scene(KioskAlone())
        jan = Browser(kiosk)
        jan.sign_in(claims())
        opened = form_at(jan, form)
        typed = filled_in(opened)
        if form.action in NOTHING_IS_TYPED:
            assert typed == {}, form.action
            continue
        assert typed, f"{form.action}: nothing can be typed there"
        end(jan)
        answer = jan.post(form.action, **{**opened.values, **typed})
        assert answer.status_code == HTTPStatus.FORBIDDEN, form.action
        assert WAITS in words(answer), form.action
        assert all(text not in answer.text for text in typed.values()), "it is told, not shown"
        assert come_back(jan, answer).headers["Location"] == f"/kiosk{form.page}"
        again = form_at(jan, form)
        assert {name: again.values[name] for name in typed} == typed, form.action
        assert again.values.get("version") == opened.values.get("version")
        assert "Wat u typte, is nog niet bewaard" in words(jan.get(form.page))
        tried.add(form.action)
    assert len(tried) >= 6


def test_the_reason_why_the_session_ended_stays_told(jan: Browser) -> None:
    form = open_form(jan, ACCOUNT)
    let_acm_refuse(jan)
    answer = words(form.send(jan, account=BELGIAN))
    assert ENDED in answer
    assert WAITS in answer


def test_nothing_is_saved_until_the_form_is_sent_again(kiosk: KioskAlone, jan: Browser) -> None:
    come_back(jan, lose(jan, account=BELGIAN))
    assert jan.get(ACCOUNT).status_code == HTTPStatus.OK
    assert "Er is nog niets gewijzigd" in words(jan.get(f"/dossiers/{DOSSIER}"))
    assert open_form(jan, ACCOUNT).send(jan).status_code == HTTPStatus.SEE_OTHER
    assert f"Rekeningnummer: niets → {BELGIAN}." in words(jan.get(f"/dossiers/{DOSSIER}"))
    assert waiting(kiosk) == []
    assert "nog niet bewaard" not in words(jan.get(ACCOUNT))


@pytest.mark.parametrize(
    "about",
    [
        employee(given_name="Els", family_name="Maes", rrn=ELS),
        citizen(given_name="Jan", family_name="Peeters", rrn="68112399910"),
        claims(vo_orgcode=CIJFERWIJS, vo_orgnaam="Boekhoudkantoor Cijferwijs bv", wv_orgcode=CIJFERWIJS),
    ],
    ids=["another-person", "for-himself", "for-another-applicant"],
)
def test_another_sign_in_neither_sees_it_nor_is_led_to_it_and_does_not_end_it(
    jan: Browser, about: Claims
) -> None:
    typed = {"email": "geheim@de-kade.example", "phone": "+3292340000"}
    refused = lose(jan, "/contactgegevens", **typed)
    assert come_back(jan, refused, about).headers["Location"] == "/kiosk/dossiers"
    page = jan.get("/contactgegevens")
    assert page.status_code == HTTPStatus.OK
    assert "geheim" not in page.text
    assert "data-waited" not in page.text
    sign_out(jan)
    come_back(jan, refused)
    assert form_on(jan.get("/contactgegevens"), "/contactgegevens").fields.items() >= typed.items()


def test_another_browser_of_the_same_person_does_not_see_it(kiosk: KioskAlone, jan: Browser) -> None:
    lose(jan, account=BELGIAN)
    other = Browser(kiosk)
    other.sign_in(claims())
    assert open_form(other, ACCOUNT).fields["account"] == ""


def test_whoever_signs_in_without_that_button_is_led_to_it_too(jan: Browser) -> None:
    lose(jan, account=BELGIAN)
    assert jan.sign_in(claims()).headers["Location"] == f"/kiosk{ACCOUNT}"


def test_a_form_of_another_sign_in_in_the_same_browser_waits_as_well(kiosk: KioskAlone, jan: Browser) -> None:
    form = open_form(jan, ACCOUNT)
    kiosk.acm.next = employee(given_name="Els", family_name="Maes", rrn=ELS)
    jan.sign_in(kiosk.acm.next)
    answer = form.send(jan, account=BELGIAN)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert WAITS in words(answer)
    assert open_form(jan, ACCOUNT).fields["account"] == ""
    kiosk.acm.next = claims()
    jan.sign_in(claims())
    assert open_form(jan, ACCOUNT).fields["account"] == BELGIAN


def test_what_somebody_changed_meanwhile_is_told(kiosk: KioskAlone, jan: Browser) -> None:
    refused = lose(jan, account=BELGIAN)
    kiosk.dossier(DOSSIER, account=DUTCH.replace(" ", ""))
    come_back(jan, refused)
    answer = open_form(jan, ACCOUNT).send(jan)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert f"Wat er nu staat Rekeningnummer {DUTCH}" in words(answer)
    assert form_on(answer, ACCOUNT).fields["account"] == BELGIAN


def test_a_form_with_a_mistake_waits_and_says_so_when_it_is_sent(jan: Browser) -> None:
    come_back(jan, lose(jan, account="BE68 5390 0754 7035"))
    answer = open_form(jan, ACCOUNT).send(jan)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert form_on(answer, ACCOUNT).fields["account"] == "BE68 5390 0754 7035"


def test_what_was_typed_for_a_picked_applicant_waits_until_it_is_picked_again(
    jan: Browser,
) -> None:
    pick_school(jan)
    refused = lose(jan, "/contactgegevens", email="school@de-wilg.example", phone="x")
    assert come_back(jan, refused).headers["Location"] == "/kiosk/aanvragers"
    assert "school@" not in jan.get("/contactgegevens").text
    assert pick_school(jan).headers["Location"] == "/kiosk/contactgegevens"
    assert open_form(jan, "/contactgegevens").fields["email"] == "school@de-wilg.example"
