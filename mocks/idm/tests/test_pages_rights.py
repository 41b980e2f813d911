"""Granting, extending, ending and revoking rights on the pages of IDM, step by step and in one flow."""

from __future__ import annotations

from datetime import datetime

import pytest

from mocks.core.brussels import BRUSSELS
from mocks.idm.tests.page_visitor import CONTACT, Visitor
from mocks.pytest_plugin import FederationInTest

DEPARTMENTS = "dienstverlener-departementen"


@pytest.fixture
def jan(federation: FederationInTest) -> Visitor:
    """The legal representative of De Kade, at the home page."""
    return Visitor(federation).sign_in("jan", "de-kade")


@pytest.fixture
def wim(federation: FederationInTest) -> Visitor:
    """The local administrator of Leerpunt, at the home page."""
    return Visitor(federation).sign_in("wim", "leerpunt")


def test_a_right_is_granted_in_three_steps(jan: Visitor) -> None:
    jan.employ("tom")
    jan.browser.follow("Ken gebruikersrecht toe")
    assert "Stap 1 van 3: Selecteer gebruikersrecht" in jan.page.text
    jan.press("Volgende", right="kiosk-aanvrager")
    assert "Stap 2 van 3: Details gebruikersrecht" in jan.page.text
    assert "Omschrijving van het recht" in jan.page.text
    assert jan.page.form_with("Volgende").fields["end"] == "27/04/2025"
    jan.press("Volgende", end="01/05/2022")
    assert "Stap 3 van 3: Bevestiging" in jan.page.text
    jan.press("Vorige")
    assert jan.page.form_with("Volgende").fields["end"] == "01/05/2022", "going back loses nothing"
    jan.press("Volgende")
    jan.press("Bevestigen")
    assert "KIOSK Aanvrager 27/04/2021 01/05/2022 geldig" in jan.page.text


def test_contexts_go_to_the_list_and_out_of_it(wim: Visitor) -> None:
    wim.employ("tom")
    wim.open(f"/werkrelaties/{wim.relation('tom', 'leerpunt')}/recht")
    wim.press("Volgende", right=DEPARTMENTS)
    wim.press("Voeg toe aan lijst", available=["Campus Gent", "Campus Asse"], end="01/05/2022")
    wim.press("Voeg toe aan lijst", available="Campus Aalst")
    wim.press("Verwijder uit lijst", taken="Campus Asse")
    assert [mark.data["list"] for mark in wim.page.marked("list")] == ["Campus Aalst|Campus Gent"]
    assert wim.page.form_with("Volgende").fields["end"] == "01/05/2022"
    wim.press("Volgende")
    assert "Profiel dienstverlener kmo-portefeuille Contexten Campus Aalst Campus Gent" in wim.page.text
    wim.press("Bevestigen")
    assert "Profiel: dienstverlener kmo-portefeuille Campus Aalst, Campus Gent" in wim.page.text


def test_a_department_that_is_activated_no_longer_is_told_beside_the_right(wim: Visitor) -> None:
    ria, leerpunt = wim.number("ria"), wim.number("leerpunt")
    wim.open(f"/personen/{ria}")
    assert wim.page.marked("withdrawn") == []
    wim.put("activation", f"{leerpunt}-{DEPARTMENTS}", contexts=["Campus Gent"])
    wim.open(f"/personen/{ria}")
    assert [mark.data["withdrawn"] for mark in wim.page.marked("withdrawn")] == ["Campus Aalst"]


@pytest.mark.parametrize(
    ("typed", "code", "field"),
    [
        ({}, "context-missing", "contexts"),
        ({"available": "Campus Gent"}, "not-in-the-list", "contexts"),
        ({"contexts": "Campus Mars"}, "unknown-context", "contexts"),
        ({"contexts": "Campus Gent", "profile": "directeur"}, "nothing-chosen", "profile"),
        ({"contexts": "Campus Gent", "end": "31/02/2022"}, "malformed-date", "end"),
    ],
)
def test_details_that_are_wrong_are_refused_at_their_field(
    wim: Visitor, typed: dict[str, str], code: str, field: str
) -> None:
    wim.employ("tom")
    wim.grant(wim.relation("tom", "leerpunt"), DEPARTMENTS, **typed)
    assert 400 <= wim.page.status < 500
    assert wim.codes == [code]
    assert f'id="field-{field}-error"' in wim.page.html
    assert "Stap 2 van 3" in wim.page.text


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("28/04/2025", "right-too-long"),
        ("28/04/2029", "right-past-work-relation"),
        ("26/04/2021", "end-before-begin"),
        ("overmorgen", "malformed-date"),
    ],
)
def test_an_end_date_that_cannot_be_is_refused(jan: Visitor, end: str, code: str) -> None:
    jan.grant(jan.relation("els"), "ssm-mandaatbeheerder", end=end)
    assert 400 <= jan.page.status < 500
    assert jan.codes == [code]
    assert jan.page.form_with("Volgende").fields["end"] == end


@pytest.mark.parametrize(
    ("person", "right", "code"),
    [
        ("els", "kiosk-aanvrager", "right-already-granted"),
        ("ines", "ssm-mandaatbeheerder", "belgian-eid-needed"),
        ("els", DEPARTMENTS, "right-not-activated"),
        ("els", "bestaat-niet", "unknown-right"),
    ],
)
def test_a_right_that_cannot_be_granted_is_refused_with_its_reason(
    jan: Visitor, person: str, right: str, code: str
) -> None:
    jan.grant(jan.relation(person), right)
    assert 400 <= jan.page.status < 500
    assert jan.codes == [code]
    assert "Stap 1 van 3" in jan.page.text
    assert 'id="field-right-error"' in jan.page.html


def test_the_page_tells_why_a_right_is_not_in_the_list(jan: Visitor) -> None:
    jan.open(f"/werkrelaties/{jan.relation('els')}/recht")
    assert "Dienstverlener kmo-portefeuille" not in jan.page.text
    jan.browser.follow("Staat het recht er niet bij?")
    assert jan.codes == ["right-not-activated"]


def test_rights_for_kiosk_are_not_on_offer_before_half_march(jan: Visitor) -> None:
    jan.federation.set_clock(datetime(2021, 3, 14, 9, tzinfo=BRUSSELS))
    jan.sign_in("jan", "de-kade")
    jan.grant(jan.relation("mieke"), "kiosk-aanvrager")
    assert jan.codes == ["right-not-yet-available"]


def test_an_access_manager_of_another_domain_is_refused(jan: Visitor, federation: FederationInTest) -> None:
    number = f"{jan.number('de-kade')}-{jan.number('tom')}-mobility"
    jan.put("appointment", number, system="csam", appointed_by=jan.number("fatima"), begin="2021-01-01")
    tom = Visitor(federation).sign_in("tom", "de-kade")
    tom.grant(tom.relation("els"), "vlaio-inkom-gebruiker")
    assert (tom.page.status, tom.codes) == (403, ["wrong-domain"])
    tom.grant(tom.relation("els"), "hoofd-lokale-beheerder")
    assert (tom.page.status, tom.codes) == (403, ["may-not-grant"])


def test_a_right_of_a_deceased_person_is_refused(jan: Visitor) -> None:
    jan.put("person", jan.number("els"), system="rijksregister", deceased_on="2021-04-01")
    jan.grant(jan.relation("els"), "ssm-mandaatbeheerder")
    assert (jan.page.status, jan.codes) == (409, ["person-deceased"])


def test_a_right_is_extended_ended_and_revoked_each_after_a_confirmation(jan: Visitor) -> None:
    right = jan.right("els", "kiosk-aanvrager")
    jan.open(f"/rechten/{right}/verlengen")
    jan.press("Volgende", end="27/04/2025")
    jan.press("Bevestigen")
    assert "‘KIOSK Aanvrager’ is verlengd tot 27/04/2025." in jan.page.text
    jan.browser.follow("Beëindig KIOSK Aanvrager")
    jan.press("Volgende", end="30/04/2021")
    jan.press("Bevestigen")
    assert "‘KIOSK Aanvrager’ eindigt op 30/04/2021." in jan.page.text
    jan.browser.follow("Trek in KIOSK Aanvrager")
    jan.press("Bevestigen")
    assert [mark.data["state"] for mark in jan.page.marked("state")] == ["ingetrokken"]
    assert "Verleng KIOSK Aanvrager" not in jan.page.text
    jan.open(f"/rechten/{right}/intrekken")
    jan.press("Bevestigen")
    assert (jan.page.status, jan.codes) == (409, ["right-revoked"])


def test_a_right_that_ended_yesterday_cannot_be_extended(jan: Visitor) -> None:
    jan.open(f"/rechten/{jan.right('sara', 'kiosk-aanvrager')}/verlengen")
    jan.press("Volgende")
    jan.press("Bevestigen")
    assert (jan.page.status, jan.codes) == (409, ["right-ended"])


def test_two_administrators_do_not_overwrite_each_other(jan: Visitor, federation: FederationInTest) -> None:
    fatima = Visitor(federation).sign_in("fatima", "de-kade")
    right = jan.right("els", "kiosk-aanvrager")
    for one in (jan, fatima):
        one.open(f"/rechten/{right}/beeindigen")
        one.press("Volgende", end="30/04/2021" if one is jan else "31/05/2021")
    jan.press("Bevestigen")
    fatima.press("Bevestigen")
    assert (fatima.page.status, fatima.codes) == (409, ["changed-meanwhile"])
    assert "Einddatum 30/04/2021" in fatima.page.text


def test_snel_recht_toekennen_takes_who_is_new_in_one_flow(wim: Visitor) -> None:
    wim.browser.follow("Nieuw recht toekennen")
    wim.press("Volgende", number=wim.number("tom"))
    assert "Deze persoon is nog niet toegevoegd voor Leerpunt nv" in wim.page.text
    wim.press("Volgende", **CONTACT)
    wim.press("Volgende", right=DEPARTMENTS)
    wim.press("Voeg toe aan lijst", available="Campus Gent")
    wim.press("Volgende", end="01/05/2022")
    assert "Stap 5 van 5: Bevestiging" in wim.page.text
    wim.press("Bevestigen")
    assert "is toegekend aan Tom Willems, tot 01/05/2022." in wim.page.text
    assert "Campus Gent 27/04/2021 01/05/2022 geldig" in wim.page.text


def test_snel_recht_toekennen_uses_the_work_relation_that_is_there(jan: Visitor) -> None:
    jan.open("/snel-recht-toekennen")
    jan.press("Volgende", number=jan.number("els"))
    jan.press("Volgende")
    jan.press("Volgende", right="ssm-mandaatbeheerder")
    jan.press("Volgende")
    jan.press("Bevestigen")
    assert "SSM Mandaatbeheerder 27/04/2021 27/04/2025 geldig" in jan.page.text
    assert len(jan.page.marked("relation")) == 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"relation_end": "28/04/2031"}, "work-relation-too-long"),
        ({"relation_end": "31/02/2031"}, "malformed-date"),
        ({"phone": "0478"}, "malformed-phone"),
    ],
)
def test_snel_recht_toekennen_adds_nobody_halfway(jan: Visitor, typed: dict[str, str], code: str) -> None:
    jan.open("/snel-recht-toekennen")
    jan.press("Volgende", number=jan.number("tom"))
    jan.press("Volgende", **{**CONTACT, **typed})
    assert jan.codes == [code]
    assert "Stap 2 van 5" in jan.page.text
    jan.open(f"/personen/{jan.number('tom')}")
    assert jan.page.status == 404


def test_snel_recht_toekennen_waits_for_the_workflow(jan: Visitor) -> None:
    jan.workflow("stepped")
    jan.open("/snel-recht-toekennen")
    jan.press("Volgende", number=jan.number("tom"))
    jan.press("Volgende", **CONTACT)
    assert (jan.page.status, jan.codes) == (409, ["person-not-active"])
    jan.step()
    jan.press("Volgende")
    assert "Stap 3 van 5" in jan.page.text


@pytest.mark.parametrize("number", ["", "12", "<script>", "9" * 10_000])
def test_snel_recht_toekennen_refuses_a_number_that_is_none(jan: Visitor, number: str) -> None:
    jan.open("/snel-recht-toekennen")
    jan.press("Volgende", number=number)
    assert jan.page.status == 400
    assert 'id="field-number-error"' in jan.page.html
    assert jan.page.form_with("Volgende").fields["number"] == number
