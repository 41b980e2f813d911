"""Registered services of a seat and of departments: who may see and change them, versions and history."""

from __future__ import annotations

import pytest
import requests

from mocks.eloketten.kmo_portefeuille.tests.visitor import (
    CONTACT,
    DEPARTMENTS,
    SEAT,
    Visitor,
    code,
    version,
    words,
)

TRAINING = "/dienstverlener/diensten/opleiding"
GENT, AALST = (f"/departementen/diensten/opleiding/Campus {town}" for town in ("Gent", "Aalst"))
DUTCH_ACCOUNT = "NL91 ABNA 0417 1643 00"


@pytest.fixture
def wim(visitor: Visitor) -> Visitor:
    """Give the browser of Wim, who has the right of the seat."""
    visitor.sign_in(SEAT, "wim")
    return visitor


@pytest.fixture
def ria(visitor: Visitor) -> Visitor:
    """Give the browser of Ria, who has the right for Campus Aalst and Campus Gent."""
    visitor.sign_in(DEPARTMENTS, "ria")
    return visitor


# The seat


def test_a_service_of_the_seat_is_registered_and_changed(wim: Visitor) -> None:
    assert "Deze dienst is nog niet geregistreerd." in words(wim.get(TRAINING))
    saved = wim.save(TRAINING)
    assert "De dienst is bewaard." in words(saved)
    changed = words(wim.save(TRAINING, account=DUTCH_ACCOUNT))
    assert "Rekeningnummer: BE68 5390 0754 7034 → NL91 ABNA 0417 1643 00." in changed
    assert "Geregistreerd: contactpersoon Nele Aerts" in changed
    assert "Wim De Smet" in changed
    listed = words(wim.get("/dienstverlener/"))
    assert "Opleiding Nele Aerts NL91 ABNA 0417 1643 00" in listed
    assert "Advies niet geregistreerd" in listed


def test_training_and_advice_have_a_contact_and_an_account_of_their_own(wim: Visitor) -> None:
    wim.save(TRAINING)
    wim.save("/dienstverlener/diensten/advies", name="Bo Maes")
    listed = words(wim.get("/dienstverlener/"))
    assert "Opleiding Nele Aerts" in listed
    assert "Advies Bo Maes" in listed


def test_what_does_not_fit_is_told_by_the_field_and_nothing_typed_is_lost(wim: Visitor) -> None:
    page = wim.save(TRAINING, account="BE68 5390 0754 7035", phone="053", name="Nele & Bo")
    assert (page.status_code, code(page)) == (400, "invalid-service")
    assert "is geen rekeningnummer (IBAN)" in words(page)
    assert 'value="BE68 5390 0754 7035"' in page.text
    assert 'value="Nele &amp; Bo"' in page.text
    assert "Deze dienst is nog niet" in words(wim.get(TRAINING)), "nothing was kept"


def test_a_form_that_is_outdated_is_refused_and_loses_nothing(wim: Visitor) -> None:
    opened = wim.get(TRAINING)
    wim.save(TRAINING, name="Iemand Anders")
    late = wim.send(opened, TRAINING, **{**CONTACT, "name": "Te Laat", "version": version(opened)})
    assert (late.status_code, code(late)) == (409, "outdated-service")
    assert "Wat er nu staat" in words(late)
    assert "Contactpersoon Iemand Anders" in words(late)
    assert 'value="Te Laat"' in late.text
    assert "Iemand Anders" in words(wim.get("/dienstverlener/")), "nothing was kept"
    again = wim.send(late, TRAINING, **{**CONTACT, "name": "Te Laat", "version": version(late)})
    assert "Contactpersoon: Iemand Anders → Te Laat." in words(again)


def test_saving_what_stands_there_changes_nothing(wim: Visitor) -> None:
    wim.save(TRAINING)
    before = version(wim.get(TRAINING))
    assert version(wim.save(TRAINING)) == before


@pytest.mark.parametrize("seen", ["", "x", "-1", "99999999999"])
def test_a_form_without_its_version_is_refused(wim: Visitor, seen: str) -> None:
    page = wim.save(TRAINING, version=seen)
    assert page.status_code == 400


def test_a_form_without_its_token_is_refused(wim: Visitor) -> None:
    url = wim.federation.url("kmo-portefeuille", TRAINING)
    assert wim.session.post(url, data={**CONTACT, "version": "0"}, timeout=10).status_code == 400


def test_nothing_but_training_and_advice_is_a_service(wim: Visitor) -> None:
    page = wim.get("/dienstverlener/diensten/vergadering")
    assert page.status_code == 404
    assert "is geen dienst van de kmo-portefeuille" in words(page)


def test_a_right_that_was_taken_away_stops_the_next_change_at_once(wim: Visitor) -> None:
    opened = wim.get(TRAINING)
    wim.grant("wim", "leerpunt", "vlaio-inkom-gebruiker-nieuw", revoked_on="2021-04-27")
    page = wim.send(opened, TRAINING, **CONTACT, version="0")
    assert (page.status_code, code(page)) == (403, "session-ended")
    assert "Het recht is ingetrokken" in words(page)


# Departments


def test_one_sees_the_departments_of_ones_right_and_no_others(ria: Visitor) -> None:
    page = words(ria.get("/departementen/"))
    assert "Campus Aalst" in page
    assert "Campus Gent" in page
    assert "Campus Asse" not in page


def test_each_department_has_a_contact_and_an_account_of_its_own(ria: Visitor) -> None:
    ria.save(GENT, name="Gerda Gent")
    ria.save(AALST, name="Aad Aalst", account=DUTCH_ACCOUNT)
    page = words(ria.get("/departementen/"))
    assert "Campus Gent Opleiding van Campus Gent Gerda Gent BE68 5390 0754 7034" in page
    assert "Campus Aalst Opleiding van Campus Aalst Aad Aalst NL91 ABNA 0417 1643 00" in page


@pytest.mark.parametrize(
    "department", ["Campus Asse", "Campus Nergens", "campus gent", "x/y", "%00", "a" * 500]
)
def test_a_guessed_address_of_another_department_shows_nothing(ria: Visitor, department: str) -> None:
    asse = f"{ria.federation.number('leerpunt')}-training-Campus Asse"
    ria.put("kmo-portefeuille", f"/_mock/service/{asse}", {**CONTACT, "name": "Asta Asse"})
    page = ria.get(f"/departementen/diensten/opleiding/{department}")
    assert (page.status_code, code(page)) == (403, "other-department")
    assert "Uw recht geldt niet voor" in words(page)
    assert "Asta Asse" not in page.text


def test_a_form_for_another_department_changes_nothing(ria: Visitor) -> None:
    opened = ria.get(GENT)
    page = ria.send(opened, "/departementen/diensten/opleiding/Campus Asse", **CONTACT, version="0")
    assert page.status_code == 403
    kept = ria.federation.url("kmo-portefeuille", "/_mock/service")
    assert requests.get(kept, timeout=10).json() == {"numbers": []}


def test_the_seat_and_a_department_never_see_each_other(ria: Visitor) -> None:
    ria.save(GENT, name="Gerda Gent")
    ria.sign_in(SEAT, "wim")
    assert "Gerda Gent" not in ria.get("/dienstverlener/").text
    ria.save(TRAINING, name="Zita Zetel")
    assert "Zita Zetel" not in ria.get("/departementen/").text
    assert "Gerda Gent" in ria.get("/departementen/").text


def test_another_organisation_has_services_of_its_own(wim: Visitor) -> None:
    wim.save(TRAINING)
    profile = "dienstverlener"
    wim.grant("sophie", "brightwater", "vlaio-inkom-gebruiker-nieuw", profile=profile)
    page = wim.sign_in(SEAT, "sophie", "brightwater")
    assert "Brightwater Training Ltd" in words(page)
    assert "Nele Aerts" not in page.text


def test_a_department_that_was_taken_back_stops_the_next_change_at_once(ria: Visitor) -> None:
    opened = ria.get(GENT)
    ria.activate("Campus Aalst")
    page = ria.send(opened, GENT, **CONTACT, version="0")
    assert (page.status_code, code(page)) == (403, "other-department")
    ria.activate("Campus Asse")
    page = ria.send(opened, AALST, **CONTACT, version="0")
    assert (page.status_code, code(page)) == (403, "session-ended")


# The control room


def test_a_service_can_be_put_read_and_removed(visitor: Visitor) -> None:
    number = f"{visitor.federation.number('leerpunt')}-advice-Campus Sint-Niklaas"
    url = visitor.federation.url("kmo-portefeuille", f"/_mock/service/{number}")
    visitor.put("kmo-portefeuille", f"/_mock/service/{number}", CONTACT)
    assert requests.get(url, timeout=10).json() == {**CONTACT, "account": "BE68539007547034"}
    assert requests.delete(url, timeout=10).status_code == 200
    assert requests.delete(url, timeout=10).status_code == 404


def test_a_service_that_does_not_fit_is_not_put(visitor: Visitor) -> None:
    leerpunt = visitor.federation.number("leerpunt")
    for number, body in (
        (f"{leerpunt}-training", {**CONTACT, "account": "BE68"}),
        (f"{leerpunt}-opleiding", CONTACT),
        ("0417497106-training", CONTACT),
    ):
        url = visitor.federation.url("kmo-portefeuille", f"/_mock/service/{number}")
        assert requests.put(url, json=body, timeout=10).status_code == 400
