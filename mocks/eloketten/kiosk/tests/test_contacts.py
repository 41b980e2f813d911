"""Contact data of the applicant, and the profile of its representative."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.forms import form_on, open_form
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, DE_KADE, JAN, NOOR, citizen, claims, mandated

GOOD = {"email": "info@de-kade.example", "phone": "09 234 56 78"}
ADDRESS = {"street": "Postlaan", "house_number": "7 bus 1", "postcode": "9000", "municipality": "Gent"}


@pytest.fixture
def jan(browser: Browser) -> Browser:
    """Let Jan be signed in for De Kade."""
    browser.sign_in(claims())
    return browser


def kept(browser: Browser, applicant: str = DE_KADE) -> object:
    """Return the contact data of an applicant as the control room has them."""
    answer = browser.tell("GET", f"/_mock/applicant-contact/{applicant}")
    return answer.get_json() if answer.status_code == HTTPStatus.OK else None


def test_the_data_of_kbo_are_shown_and_are_no_fields(jan: Browser) -> None:
    page = jan.get("/contactgegevens")
    assert "Ondernemingsnummer 0110.041.748" in words(page)
    assert "Rechtsvorm Vereniging zonder winstoogmerk" in words(page)
    assert "Maatschappelijke zetel Kaai 3 bus 2, 9000 Gent" in words(page)
    assert "Bron: Kruispuntbank van Ondernemingen. Deze gegevens kunnen hier niet gewijzigd" in words(page)
    assert set(form_on(page, "/contactgegevens").fields) == {
        *("csrf_token", "mark", "version", "email", "phone", "country"),
        *ADDRESS,
    }


def test_what_a_program_sends_besides_changes_no_authentic_data(jan: Browser) -> None:
    answer = open_form(jan, "/contactgegevens").send(jan, **GOOD, name="Andere naam", seat="Elders 1")
    assert answer.status_code == 303
    assert "Naam Theater De Kade vzw" in words(jan.get("/contactgegevens"))
    assert "Andere naam" not in words(jan.get("/contactgegevens"))


def test_the_data_of_a_person_come_from_the_rijksregister(browser: Browser) -> None:
    browser.sign_in(citizen())
    page = words(browser.get("/contactgegevens"))
    assert "Voornaam Noor Naam Haddad Geboortedatum 21 juli 1991" in page
    assert "Bron: Rijksregister" in page


def test_an_applicant_without_number_stands_in_no_authentic_source(kiosk: KioskAlone, jan: Browser) -> None:
    kiosk.dependant("999001", DE_KADE)
    token = jan.get("/aanvragers").text.split('name="csrf_token" value="')[1].split('"')[0]
    jan.post("/aanvragers", csrf_token=token, aanvrager="999001")
    assert "geen gegevens in een authentieke bron" in words(jan.get("/contactgegevens"))
    assert open_form(jan, "/contactgegevens").send(jan, **GOOD).status_code == 303
    assert kept(jan, "999001")
    assert kept(jan) is None


def test_an_applicant_whom_kbo_does_not_know_has_no_authentic_data(browser: Browser) -> None:
    browser.sign_in(mandated(ssm_mandaatgever="0164190316"))
    assert "geen gegevens in een authentieke bron" in words(browser.get("/contactgegevens"))


def test_email_and_phone_are_kept_with_a_history(jan: Browser) -> None:
    assert "zijn nog niet ingevuld. Ze zijn verplicht" in words(jan.get("/contactgegevens"))
    open_form(jan, "/contactgegevens").send(jan, **GOOD)
    open_form(jan, "/contactgegevens").send(jan, phone="+31 20 123 45 67")
    assert kept(jan) == {"email": GOOD["email"], "phone": "+31201234567", "address": None}
    page = words(jan.get("/contactgegevens", bewaard="1"))
    assert "De contactgegevens zijn bewaard" in page
    assert "E-mailadres: niets → info@de-kade.example. Telefoonnummer: niets → +3292345678." in page
    told = "Theater De Kade vzw Telefoonnummer: +3292345678 → +31201234567."
    assert f"Jan Peeters, wettelijk vertegenwoordiger {told}" in page


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("email", "", "Het e-mailadres is niet ingevuld"),
        ("email", "jan", "is geen e-mailadres"),
        ("email", "jan@de-kade.example\r\nBcc: x@y.be", "onleesbare tekens"),
        ("phone", "", "Het telefoonnummer is niet ingevuld"),
        ("phone", "veel", "is geen telefoonnummer"),
        ("phone", "12", "is geen telefoonnummer"),
        ("phone", "+" + "9" * 190, "is geen telefoonnummer"),
        ("phone", "０９２３４５６７８", "is geen telefoonnummer"),
    ],
)
def test_email_and_phone_are_mandatory_and_nothing_typed_is_lost(
    jan: Browser, field: str, value: str, told: str
) -> None:
    typed = {**GOOD, **ADDRESS, field: value}
    answer = open_form(jan, "/contactgegevens").send(jan, **typed)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert told in words(answer)
    again = form_on(answer, "/contactgegevens").fields
    assert {name: again[name] for name in typed if name != field} == {
        name: typed[name] for name in typed if name != field
    }
    assert kept(jan) is None


def test_one_correspondence_address_is_added_changed_and_removed(jan: Browser) -> None:
    open_form(jan, "/contactgegevens").send(jan, **GOOD, **ADDRESS)
    assert kept(jan) == {
        "email": GOOD["email"],
        "phone": "+3292345678",
        "address": {**ADDRESS, "country": "België"},
    }
    open_form(jan, "/contactgegevens").send(jan, street="Plein", country="Frankrijk")
    page = jan.get("/contactgegevens")
    assert "→ Plein 7 bus 1, 9000 Gent, Frankrijk." in words(page)
    remove = "/contactgegevens/correspondentieadres/verwijderen"
    token = {
        name: form_on(page, "/contactgegevens").fields[name] for name in ("csrf_token", "mark", "version")
    }
    assert f'action="/kiosk{remove}"' in page.text
    assert jan.post(remove, **token).status_code == 303
    assert kept(jan) == {"email": GOOD["email"], "phone": "+3292345678", "address": None}
    assert remove not in jan.get("/contactgegevens").text


def test_emptying_the_fields_of_the_address_removes_it_too(jan: Browser) -> None:
    open_form(jan, "/contactgegevens").send(jan, **GOOD, **ADDRESS)
    open_form(jan, "/contactgegevens").send(jan, **dict.fromkeys((*ADDRESS, "country"), ""))
    assert kept(jan) == {"email": GOOD["email"], "phone": "+3292345678", "address": None}


@pytest.mark.parametrize("missing", list(ADDRESS))
def test_half_an_address_is_refused(jan: Browser, missing: str) -> None:
    answer = open_form(jan, "/contactgegevens").send(jan, **GOOD, **{**ADDRESS, missing: " "})
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert "is niet ingevuld" in words(answer)
    assert kept(jan) is None


@pytest.mark.parametrize("mine", [{"phone": "02 123 45 67"}, {"street": "Elders"}])
def test_of_two_who_change_contact_data_the_second_loses_nothing(
    kiosk: KioskAlone, jan: Browser, mine: dict[str, str]
) -> None:
    other = Browser(kiosk)
    other.sign_in(claims())
    open_form(jan, "/contactgegevens").send(jan, **GOOD, **ADDRESS)
    stale = open_form(other, "/contactgegevens")
    open_form(jan, "/contactgegevens").send(jan, email="nieuw@de-kade.example")
    answer = stale.send(other, **mine)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Wat er nu staat E-mailadres nieuw@de-kade.example" in words(answer)
    again = form_on(answer, "/contactgegevens")
    assert again.fields.items() >= mine.items()
    assert again.send(other).status_code == 303


def test_two_who_fill_in_the_first_contact_data_do_not_overwrite_each_other(
    kiosk: KioskAlone, jan: Browser
) -> None:
    other = Browser(kiosk)
    other.sign_in(claims())
    stale = open_form(other, "/contactgegevens")
    open_form(jan, "/contactgegevens").send(jan, **GOOD)
    assert stale.send(other, email="ander@de-kade.example", phone=GOOD["phone"]).status_code == 409


def test_an_address_is_not_removed_by_who_saw_another_one(kiosk: KioskAlone, jan: Browser) -> None:
    kiosk.contact(address=ADDRESS)
    stale = form_on(jan.get("/contactgegevens"), "/contactgegevens").fields
    kiosk.contact(address={**ADDRESS, "street": "Plein"})
    token = {name: stale[name] for name in ("csrf_token", "mark", "version")}
    answer = jan.post("/contactgegevens/correspondentieadres/verwijderen", **token)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert form_on(answer, "/contactgegevens").fields["street"] == "Plein"
    kiosk.contact(address=None)
    gone = jan.post("/contactgegevens/correspondentieadres/verwijderen", **token)
    assert gone.status_code == HTTPStatus.CONFLICT


def test_a_form_that_was_opened_for_another_applicant_changes_nobody(kiosk: KioskAlone, jan: Browser) -> None:
    form = open_form(jan, "/contactgegevens")
    profile = open_form(jan, "/profiel")
    own = claims(vo_orgcode=CIJFERWIJS, vo_orgnaam="Boekhoudkantoor Cijferwijs bv", wv_orgcode=CIJFERWIJS)
    kiosk.acm.next = own
    jan.sign_in(own)
    for answer in (form.send(jan, **GOOD), profile.send(jan, **GOOD)):
        assert answer.status_code == HTTPStatus.CONFLICT
        assert 'data-code="other-sign-in"' in answer.text
    assert (kept(jan), kept(jan, CIJFERWIJS)) == (None, None)
    assert jan.tell("GET", "/_mock/profile").get_json() == {"numbers": []}


def test_a_representative_has_another_profile_for_each_applicant(kiosk: KioskAlone, jan: Browser) -> None:
    assert (
        open_form(jan, "/profiel").send(jan, email="jan@de-kade.example", phone="09 234 56 78").status_code
        == 303
    )
    kiosk.acm.next = citizen(given_name="Jan", family_name="Peeters", rrn=JAN)
    jan.sign_in(kiosk.acm.next)
    form = open_form(jan, "/profiel")
    assert form.fields["email"] == ""
    form.send(jan, email="jan@thuis.example", mobile="0470/12.34.56")
    listed = jan.tell("GET", "/_mock/profile").get_json()["numbers"]
    assert listed == [f"{DE_KADE}-{JAN}", f"{JAN}-{JAN}"]
    assert jan.tell("GET", f"/_mock/profile/{JAN}-{JAN}").get_json() == {
        "name": "Jan Peeters",
        "email": "jan@thuis.example",
        "phone": None,
        "mobile": "+32470123456",
    }


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"email": "", "phone": "092345678"}, "Het e-mailadres is niet ingevuld"),
        ({"email": "jan@x", "phone": "092345678"}, "is geen e-mailadres"),
        ({"email": "jan@de-kade.example"}, "Het telefoonnummer is niet ingevuld"),
        ({"email": "jan@de-kade.example", "phone": "092345678", "mobile": "nee"}, "is geen telefoonnummer"),
        ({"email": "jan@de-kade.example", "phone": "x", "mobile": "0470123456"}, "is geen telefoonnummer"),
    ],
)
def test_a_profile_needs_an_email_and_a_number(jan: Browser, typed: dict[str, str], told: str) -> None:
    answer = open_form(jan, "/profiel").send(jan, **typed)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert told in words(answer)
    assert form_on(answer, "/profiel").fields.items() >= typed.items()
    assert jan.tell("GET", "/_mock/profile").get_json() == {"numbers": []}


def test_a_profile_that_changed_elsewhere_is_not_overwritten(kiosk: KioskAlone, jan: Browser) -> None:
    stale = open_form(jan, "/profiel")
    kiosk.profile(JAN, "Jan Peeters")
    answer = stale.send(jan, email="oud@de-kade.example", phone="092345678")
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Wat er nu staat E-mailadres jan@post.example" in words(answer)
    assert form_on(answer, "/profiel").fields["email"] == "oud@de-kade.example"


@pytest.mark.parametrize("path", ["/contactgegevens", "/profiel"])
def test_who_is_not_signed_in_is_led_to_the_door_and_back(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.headers["Location"] == f"/kiosk/aanmelden?terug={path}"
    assert browser.sign_in(claims(), terug=path).headers["Location"] == f"/kiosk{path}"


@pytest.mark.parametrize(
    ("place", "body", "told"),
    [
        (f"applicant-contact/{DE_KADE}", {"email": "x", "phone": "092345678"}, "geen e-mailadres"),
        (f"applicant-contact/{DE_KADE}", {"email": "a@b.be", "phone": "x"}, "geen telefoonnummer"),
        ("applicant-contact/0400000086", {"email": "a@b.be", "phone": "092345678"}, "0100.000.000"),
        (f"profile/{DE_KADE}", {"name": "x", "email": "a@b.be", "phone": "092345678"}, "noemt geen profiel"),
        (f"profile/{DE_KADE}-{NOOR}", {"name": "x", "email": "a@b.be"}, "geen telefoonnummer"),
        (
            f"profile/{DE_KADE}-85073003328",
            {"name": "x", "email": "a@b.be", "phone": "092345678"},
            "proefnummer",
        ),
    ],
)
def test_a_fact_that_does_not_fit_is_refused(
    browser: Browser, place: str, body: dict[str, str], told: str
) -> None:
    answer = browser.tell("PUT", f"/_mock/{place}", body)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert told in answer.text


def test_the_history_of_what_the_scene_puts_tells_no_national_number(
    kiosk: KioskAlone, browser: Browser
) -> None:
    kiosk.contact(NOOR)
    browser.sign_in(citizen())
    page = browser.get("/contactgegevens")
    assert "Proefloket (klaargezet) de aanvrager E-mailadres: niets →" in words(page)
    assert NOOR not in page.text


def test_facts_are_removed(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.contact()
    kiosk.profile(JAN, "Jan Peeters")
    for place in (f"applicant-contact/{DE_KADE}", f"profile/{DE_KADE}-{JAN}"):
        assert browser.tell("DELETE", f"/_mock/{place}").status_code == HTTPStatus.OK
        assert browser.tell("DELETE", f"/_mock/{place}").status_code == HTTPStatus.NOT_FOUND
