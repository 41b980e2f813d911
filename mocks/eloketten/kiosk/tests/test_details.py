"""What a representative changes of a dossier: contact person, e-mail address, account number."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.forms import form_on, open_form
from mocks.eloketten.kiosk.tests.said import (
    CIJFERWIJS,
    DE_KADE,
    JAN,
    KAREL,
    NOOR,
    Claims,
    citizen,
    claims,
    employee,
    mandated,
)

DOSSIER = "/dossiers/KD-2021-0001"
WORDS = ("contactpersoon", "e-mailadres", "rekeningnummer")
ELS = "85031900072"
BELGIAN, DUTCH = "BE68 5390 0754 7034", "NL91 ABNA 0417 1643 00"


def els() -> Claims:
    """Return the claims of Els, who has the right at De Kade."""
    return employee(given_name="Els", family_name="Maes", rrn=ELS)


@pytest.fixture
def jan(kiosk: KioskAlone, browser: Browser) -> Browser:
    """Let Jan be signed in for De Kade, with a dossier, of which everybody said how to be reached."""
    kiosk.dossier("KD-2021-0001")
    kiosk.contact()
    kiosk.profile(JAN, "Jan Peeters")
    kiosk.profile(ELS, "Els Maes")
    browser.sign_in(claims())
    return browser


@pytest.fixture
def else_where(kiosk: KioskAlone, jan: Browser) -> Browser:
    """Let Els be signed in for De Kade in a browser of her own."""
    del jan
    other = Browser(kiosk)
    other.sign_in(els())
    return other


def test_the_page_of_a_dossier_has_a_button_to_each_screen(jan: Browser) -> None:
    page = jan.get(DOSSIER)
    assert [word for word in WORDS if f'href="/kiosk{DOSSIER}/{word}"' in page.text] == list(WORDS)
    assert "Contactpersoon Theater De Kade vzw (aanvrager)" in words(page)
    assert "E-mailadres info@de-kade.example" in words(page)
    assert "Er is nog niets gewijzigd" in words(page)


@pytest.mark.parametrize("phase", ["preparation", "submitted", "advice", "decision", "accounting", "closed"])
def test_contact_person_and_email_change_in_every_phase(kiosk: KioskAlone, jan: Browser, phase: str) -> None:
    kiosk.dossier("KD-2021-0001", phase=phase)
    person = open_form(jan, f"{DOSSIER}/contactpersoon")
    assert person.send(jan, who=person.choices["Els Maes (vertegenwoordiger)"]).status_code == 303
    email = open_form(jan, f"{DOSSIER}/e-mailadres")
    assert email.send(jan, who=email.choices["jan@post.example"]).status_code == 303
    page = words(jan.get(DOSSIER, bewaard="1"))
    assert "De wijziging is bewaard" in page
    assert "Contactpersoon Els Maes (vertegenwoordiger)" in page
    assert "E-mailadres jan@post.example" in page


def test_the_history_tells_who_when_for_whom_and_what(jan: Browser) -> None:
    form = open_form(jan, f"{DOSSIER}/contactpersoon")
    form.send(jan, who=form.choices["Jan Peeters (vertegenwoordiger)"])
    told = "Contactpersoon: Theater De Kade vzw (aanvrager) → Jan Peeters (vertegenwoordiger)."
    row = f"27 april 2021, 9.00 u. Jan Peeters, wettelijk vertegenwoordiger Theater De Kade vzw {told}"
    assert row in words(jan.get(DOSSIER))


def test_by_mandate_the_history_names_the_holder(kiosk: KioskAlone, jan: Browser) -> None:
    karel = Browser(kiosk)
    kiosk.acm.next = mandated()
    karel.sign_in(mandated())
    open_form(karel, f"{DOSSIER}/rekeningnummer").send(karel, account=BELGIAN)
    told = (
        "Karel Dubois, voor mandaatnemer Boekhoudkantoor Cijferwijs bv Theater De Kade vzw Rekeningnummer: "
    )
    assert f"{told}niets → {BELGIAN}." in words(jan.get(DOSSIER))


def test_somebody_else_of_the_same_name_is_another_contact_person(kiosk: KioskAlone, jan: Browser) -> None:
    kiosk.profile(KAREL, "Els Maes")
    kiosk.dossier("KD-2021-0001", contact_person=KAREL)
    form = open_form(jan, f"{DOSSIER}/contactpersoon")
    values = {value for value in form.choices.values() if value not in {"aanvrager", form.fields["who"]}}
    for value in values:
        form = open_form(jan, f"{DOSSIER}/contactpersoon")
        assert form.send(jan, who=value).status_code == 303
    assert "Contactpersoon: Els Maes (vertegenwoordiger) → " in words(jan.get(DOSSIER))


@pytest.mark.parametrize("who", ["", "aanvragers", ELS, "x" * 5000, "\x00", "0" * 40])
@pytest.mark.parametrize("word", ["contactpersoon", "e-mailadres"])
def test_nobody_else_than_applicant_and_representatives_can_be_chosen(
    jan: Browser, word: str, who: str
) -> None:
    form = open_form(jan, f"{DOSSIER}/{word}")
    answer = form.send(jan, who=who)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert 'data-code="invalid-form"' in answer.text
    assert "Kies de aanvrager of een vertegenwoordiger uit de lijst" in words(answer)
    assert "Er is nog niets gewijzigd" in words(jan.get(DOSSIER))


def test_a_national_number_of_another_representative_is_not_told(jan: Browser) -> None:
    assert ELS not in jan.get(f"{DOSSIER}/contactpersoon").text


def test_who_has_no_profile_is_told_why_he_is_not_in_the_list(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001")
    browser.sign_in(claims())
    page = browser.get(f"{DOSSIER}/contactpersoon")
    assert "U staat zelf niet in de lijst zolang u uw profiel" in words(page)
    assert "De aanvrager staat niet in de lijst zolang" in words(page)
    assert "nog niet ingevuld" in words(browser.get(DOSSIER))


def test_a_representative_whose_profile_went_is_still_told(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001", contact_person=ELS, email_of=ELS)
    browser.sign_in(claims())
    assert "een vertegenwoordiger zonder profiel" in words(browser.get(DOSSIER))
    assert "Els Maes" not in words(browser.get(f"{DOSSIER}/contactpersoon"))


@pytest.mark.parametrize("phase", ["preparation", "submitted"])
def test_the_account_number_changes_before_the_advice_phase(
    kiosk: KioskAlone, jan: Browser, phase: str
) -> None:
    kiosk.dossier("KD-2021-0001", phase=phase)
    assert open_form(jan, f"{DOSSIER}/rekeningnummer").send(jan, account=DUTCH).status_code == 303
    assert f"Rekeningnummer {DUTCH}" in words(jan.get(DOSSIER))


@pytest.mark.parametrize("phase", ["advice", "decision", "accounting", "closed"])
def test_from_the_advice_phase_on_the_account_number_stands(
    kiosk: KioskAlone, jan: Browser, phase: str
) -> None:
    form = open_form(jan, f"{DOSSIER}/rekeningnummer")
    kiosk.dossier("KD-2021-0001", phase=phase, account="BE68539007547034")
    assert "Rekeningnummer wijzigen" not in words(jan.get(DOSSIER))
    assert 'name="account"' not in jan.get(f"{DOSSIER}/rekeningnummer").text
    answer = form.send(jan, account=DUTCH)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert 'data-code="account-fixed"' in answer.text
    assert f"Rekeningnummer {BELGIAN}" in words(jan.get(DOSSIER))


@pytest.mark.parametrize("account", ["", "BE68 5390 0754 7035", "NL00", "x" * 9000, "\x00"])
def test_an_account_number_with_a_mistake_is_shown_again_as_it_was_typed(jan: Browser, account: str) -> None:
    answer = open_form(jan, f"{DOSSIER}/rekeningnummer").send(jan, account=account)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert "geen rekeningnummer" in words(answer)
    assert form_on(answer, f"{DOSSIER}/rekeningnummer").fields["account"] == account
    assert "Er is nog niets gewijzigd" in words(jan.get(DOSSIER))


def test_of_two_representatives_the_second_sees_what_stands_there_and_loses_nothing(
    kiosk: KioskAlone, jan: Browser, else_where: Browser
) -> None:
    first, second = (
        open_form(jan, f"{DOSSIER}/rekeningnummer"),
        open_form(else_where, f"{DOSSIER}/rekeningnummer"),
    )
    first.send(jan, account=BELGIAN)
    kiosk.acm.next = els()
    answer = second.send(else_where, account=DUTCH)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert f"Wat er nu staat Rekeningnummer {BELGIAN}" in words(answer)
    again = form_on(answer, f"{DOSSIER}/rekeningnummer")
    assert again.fields["account"] == DUTCH
    assert f"Rekeningnummer {BELGIAN}" in words(jan.get(DOSSIER))
    assert again.send(else_where, account=DUTCH).status_code == 303
    assert f"Rekeningnummer: {BELGIAN} → {DUTCH}." in words(jan.get(DOSSIER))


def test_another_detail_changed_meanwhile_is_seen_too(
    kiosk: KioskAlone, jan: Browser, else_where: Browser
) -> None:
    stale = open_form(else_where, f"{DOSSIER}/contactpersoon")
    open_form(jan, f"{DOSSIER}/rekeningnummer").send(jan, account=BELGIAN)
    kiosk.acm.next = els()
    answer = stale.send(else_where, who=stale.choices["Els Maes (vertegenwoordiger)"])
    assert answer.status_code == HTTPStatus.CONFLICT
    again = form_on(answer, f"{DOSSIER}/contactpersoon")
    assert again.fields["who"] == stale.choices["Els Maes (vertegenwoordiger)"]


def test_keeping_the_same_is_no_change(kiosk: KioskAlone, jan: Browser, else_where: Browser) -> None:
    form = open_form(else_where, f"{DOSSIER}/contactpersoon")
    assert open_form(jan, f"{DOSSIER}/contactpersoon").send(jan).status_code == 303
    assert "Er is nog niets gewijzigd" in words(jan.get(DOSSIER))
    kiosk.acm.next = els()
    assert form.send(else_where).status_code == 303


@pytest.mark.parametrize("version", ["", "x", "-1", "９", "1" * 20, "1.0"])
def test_a_form_without_its_version_is_refused(jan: Browser, version: str) -> None:
    answer = open_form(jan, f"{DOSSIER}/rekeningnummer").send(jan, account=BELGIAN, version=version)
    assert (answer.status_code, 'data-code="incomplete-form"' in answer.text) == (400, True)


@pytest.mark.parametrize("word", WORDS)
def test_the_dossier_of_another_applicant_cannot_be_reached_by_its_address(
    kiosk: KioskAlone, jan: Browser, word: str
) -> None:
    kiosk.dossier("KD-2021-0002", applicant=CIJFERWIJS)
    assert jan.get(f"/dossiers/KD-2021-0002/{word}").status_code == HTTPStatus.NOT_FOUND
    form = open_form(jan, f"{DOSSIER}/{word}")
    form.path = f"/dossiers/KD-2021-0002/{word}"
    answer = form.send(jan, who="aanvrager", account=BELGIAN)
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert jan.tell("GET", "/_mock/dossier/KD-2021-0002").get_json()["account"] is None


@pytest.mark.parametrize("word", ["adres", "Contactpersoon", "%00", "x" * 3000])
def test_a_dossier_has_no_other_screens(jan: Browser, word: str) -> None:
    assert jan.get(f"{DOSSIER}/{word}").status_code == HTTPStatus.NOT_FOUND


def test_a_form_of_another_sign_in_in_the_same_browser_is_refused(kiosk: KioskAlone, jan: Browser) -> None:
    form = open_form(jan, f"{DOSSIER}/rekeningnummer")
    kiosk.acm.next = els()
    jan.sign_in(els())
    answer = form.send(jan, account=BELGIAN)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "nu Els Maes aangemeld voor Theater De Kade vzw" in words(answer)
    assert "Er is nog niets gewijzigd" in words(jan.get(DOSSIER))


def test_acm_is_asked_before_every_change_and_its_refusal_stops_it(kiosk: KioskAlone, jan: Browser) -> None:
    form = open_form(jan, f"{DOSSIER}/rekeningnummer")
    assert kiosk.acm.renewals == []
    kiosk.acm.next = "Jan Peeters is sinds gisteren geen bestuurder meer."
    answer = form.send(jan, account=BELGIAN)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "sinds gisteren geen bestuurder meer" in words(answer)
    assert kiosk.acm.renewals == ["refresh-0"]
    assert jan.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["account"] is None


def test_who_is_not_signed_in_changes_nothing(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001")
    answer = browser.get(f"{DOSSIER}/rekeningnummer")
    assert answer.headers["Location"].startswith("/kiosk/aanmelden?terug=/dossiers/KD-2021-0001/rekening")


def test_the_scene_changes_an_account_with_a_trace_and_takes_it_all_back(
    kiosk: KioskAlone, jan: Browser
) -> None:
    kiosk.dossier("KD-2021-0001", account="BE68539007547034")
    assert "Proefloket (klaargezet)" in words(jan.get(DOSSIER))
    jan.tell("DELETE", "/_mock/dossier/KD-2021-0001")
    kiosk.dossier("KD-2021-0001")
    assert "Er is nog niets gewijzigd" in words(jan.get(DOSSIER))


def test_a_person_changes_the_account_of_his_own_dossier(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001", applicant=NOOR)
    kiosk.dossier("KD-2021-0002", applicant=DE_KADE)
    kiosk.acm.next = citizen()
    browser.sign_in(citizen())
    assert open_form(browser, f"{DOSSIER}/rekeningnummer").send(browser, account=BELGIAN).status_code == 303
    assert browser.get("/dossiers/KD-2021-0002/rekeningnummer").status_code == HTTPStatus.NOT_FOUND
