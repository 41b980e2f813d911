"""Coupling, extending and ending work relations on the pages of IDM."""

from __future__ import annotations

import pytest

from mocks.idm.tests.page_visitor import EMAIL, PHONE, Visitor
from mocks.pytest_plugin import FederationInTest


@pytest.fixture
def jan(federation: FederationInTest) -> Visitor:
    """The legal representative of De Kade, at the home page."""
    return Visitor(federation).sign_in("jan", "de-kade")


def test_a_person_is_coupled_in_three_steps(jan: Visitor) -> None:
    jan.add("tom")
    jan.browser.follow("Koppel gebruiker aan organisatie")
    assert "Stap 1 van 3: Selecteer organisatie OrganisationName" in jan.page.text.replace("Volgende ", "")
    jan.press("Volgende", category="Externe medewerker")
    assert "Stap 2 van 3: Werkrelatie details" in jan.page.text
    assert "Maximumperiode = 10 jaar" in jan.page.text
    fields = jan.page.form_with("Volgende").fields
    assert (fields["begin"], fields["end"]) == ("27/04/2021", "27/04/2031"), "today and ten years later"
    jan.press("Volgende", phone=PHONE, email=EMAIL, end="26/04/2031")
    assert "Stap 3 van 3: Bevestiging" in jan.page.text
    assert "U heeft een werkrelatie toegevoegd. Bevestig om verder te gaan" in jan.page.text
    jan.press("Bevestigen")
    assert "Externe medewerker Geldig van 27/04/2021 tot 26/04/2031" in jan.page.text
    assert "Geen gebruikersrechten toegekend" in jan.page.text
    for label in (
        "Ken gebruikersrecht toe",
        "Verleng werkrelatie en gebruikersrechten",
        "Koppel gebruiker aan organisatie",
        "Pagina herladen",
    ):
        assert label in jan.page.text


@pytest.mark.parametrize(
    ("typed", "field", "code"),
    [
        ({"end": "31/02/2021"}, "end", "malformed-date"),
        ({"begin": "vandaag"}, "begin", "malformed-date"),
        ({"begin": ""}, "begin", "malformed-date"),
        ({"end": "2" * 10_000}, "end", "malformed-date"),
        ({"begin": "28/04/2021", "end": "27/04/2021"}, "end", "end-before-begin"),
        ({"begin": "01/01/2021", "end": "26/04/2021"}, "end", "end-in-the-past"),
        ({"end": "28/04/2031"}, "end", "work-relation-too-long"),
        ({"phone": "0478 12 34 56"}, "phone", "malformed-phone"),
        ({"phone": "+32<script>"}, "phone", "malformed-phone"),
        ({"email": "iemand"}, "email", "malformed-email"),
        ({"email": "x" * 10_000 + "@post.example"}, "email", "malformed-email"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    jan: Visitor, typed: dict[str, str], field: str, code: str
) -> None:
    jan.add("tom")
    jan.couple("tom", category="Ambtenaar", **typed)
    assert 400 <= jan.page.status < 500
    assert jan.codes == [code]
    assert "Stap 2 van 3" in jan.page.text
    assert f'id="field-{field}-error"' in jan.page.html
    assert f'href="#field-{field}"' in jan.page.html
    fields = jan.page.form_with("Volgende").fields
    assert fields == {**fields, "category": "Ambtenaar", "phone": PHONE, "email": EMAIL, **typed}


def test_every_error_of_a_step_is_said_at_once(jan: Visitor) -> None:
    jan.add("tom")
    jan.couple("tom", begin="x", end="y", phone="z", email="")
    for field in ("begin", "end", "phone", "email"):
        assert f'id="field-{field}-error"' in jan.page.html


def test_a_category_that_is_none_is_refused(jan: Visitor) -> None:
    jan.add("tom")
    jan.open(f"/personen/{jan.number('tom')}/koppelen")
    jan.press("Volgende", category="Directeur")
    assert (jan.page.status, jan.codes) == (400, ["unknown-category"])


def test_another_organisation_than_the_one_in_hand_is_refused(jan: Visitor) -> None:
    jan.add("tom")
    jan.open(f"/personen/{jan.number('tom')}/koppelen")
    jan.press("Volgende", organisation=jan.number("cijferwijs"))
    assert (jan.page.status, jan.codes) == (404, ["unknown-organisation"])


def test_two_work_relations_on_the_same_day_are_refused(jan: Visitor) -> None:
    jan.couple("els")
    assert (jan.page.status, jan.codes) == (409, ["work-relation-overlaps"])
    assert 'id="field-begin-error"' in jan.page.html


def test_a_work_relation_is_extended_with_its_rights(jan: Visitor) -> None:
    jan.open(f"/personen/{jan.number('els')}")
    jan.browser.follow("Verleng werkrelatie en gebruikersrechten")
    assert jan.page.form_with("Volgende").fields["end"] == "27/04/2031"
    jan.press("Volgende", end="01/01/2031")
    assert "Stap 2 van 2: Bevestiging" in jan.page.text
    jan.press("Bevestigen")
    assert "tot 01/01/2031" in jan.page.text
    assert "27/04/2025" in jan.page.text, "the right got as long as its own maximum lets it"


def test_a_work_relation_is_extended_without_its_rights(jan: Visitor) -> None:
    jan.open(f"/personen/{jan.number('els')}")
    before = jan.page.text.split("KIOSK Aanvrager")[1][:40]
    jan.open(f"/werkrelaties/{jan.relation('els')}/verlengen")
    jan.press("Volgende", rights="nee")
    jan.press("Bevestigen")
    assert "tot 27/04/2031" in jan.page.text
    assert before in jan.page.text


@pytest.mark.parametrize(
    ("action", "end", "code"),
    [
        ("verlengen", "28/04/2031", "work-relation-too-long"),
        ("verlengen", "01/01/2025", "not-longer"),
        ("beeindigen", "26/04/2021", "end-in-the-past"),
        ("beeindigen", "01/01/2031", "not-shorter"),
        ("beeindigen", "31/02/2021", "malformed-date"),
    ],
)
def test_an_end_date_that_cannot_be_is_refused_at_its_field(
    jan: Visitor, action: str, end: str, code: str
) -> None:
    jan.open(f"/werkrelaties/{jan.relation('els')}/{action}")
    jan.press("Volgende", end=end)
    if jan.page.status == 200:
        jan.press("Bevestigen")
    assert 400 <= jan.page.status < 500
    assert jan.codes == [code]
    assert 'id="field-end-error"' in jan.page.html
    assert jan.page.form_with("Volgende").fields["end"] == end


def test_a_work_relation_ends_and_its_rights_end_with_it(jan: Visitor) -> None:
    jan.open(f"/personen/{jan.number('els')}")
    jan.browser.follow("Beëindig werkrelatie")
    jan.press("Volgende", end="30/04/2021")
    jan.press("Bevestigen")
    assert "tot 30/04/2021" in jan.page.text
    assert jan.page.text.split("KIOSK Aanvrager")[1].split()[1] == "30/04/2021"


def test_who_looked_before_somebody_else_changed_it_is_told_so(
    jan: Visitor, federation: FederationInTest
) -> None:
    fatima = Visitor(federation).sign_in("fatima", "de-kade")
    for one in (jan, fatima):
        one.open(f"/werkrelaties/{jan.relation('els')}/beeindigen")
        one.press("Volgende", end="30/04/2021")
    fatima.press("Bevestigen")
    jan.press("Bevestigen")
    assert (jan.page.status, jan.codes) == (409, ["changed-meanwhile"])
    assert "Werkrelatie geldig tot 30/04/2021" in jan.page.text, "the page shows how it stands now"


@pytest.mark.parametrize("action", ["recht", "verlengen", "beeindigen"])
@pytest.mark.parametrize("number", ["x", "68112399910-0110041748-9", "77111100006-0131825473-1"])
def test_a_work_relation_that_is_not_here_is_refused(jan: Visitor, number: str, action: str) -> None:
    jan.open(f"/werkrelaties/{number}/{action}")
    assert jan.page.status in {400, 404}
    assert jan.codes
