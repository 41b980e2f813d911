"""Adding, showing, seeking and comparing persons on the pages of IDM."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.core.identifiers import Sex, make_national_number
from mocks.idm.tests.page_visitor import Visitor
from mocks.pytest_plugin import FederationInTest


@pytest.fixture
def jan(federation: FederationInTest) -> Visitor:
    """The legal representative of De Kade, at the home page."""
    return Visitor(federation).sign_in("jan", "de-kade")


def test_a_person_is_added_in_three_steps(jan: Visitor) -> None:
    jan.browser.follow("Nieuwe persoon toevoegen")
    assert "Stap 1 van 3: Geef Identificatienummer op" in jan.page.text
    jan.press("Volgende", number=jan.number("tom"))
    assert "Stap 2 van 3: Geef details" in jan.page.text
    assert "Voornaam Tom Naam Willems Geboortedatum 02/10/1987 Geslacht M (man) Bron VKBP" in jan.page.text
    jan.press("Herlaad data van Rijksregister", nickname="Tommie", initials="T.W.", reason="Nieuw")
    assert jan.page.form_with("Volgende").fields["nickname"] == "Tommie", "reloading loses nothing"
    jan.press("Volgende")
    assert "Stap 3 van 3: Bevestiging" in jan.page.text
    jan.press("Vorige")
    assert jan.page.form_with("Volgende").fields["reason"] == "Nieuw", "going back loses nothing"
    jan.press("Volgende")
    jan.press("Bevestigen")
    assert "Gegevens van gebruiker" in jan.page.text
    assert "Roepnaam Tommie Initialen T.W. Reden Nieuw" in jan.page.text
    assert [mark.data["status"] for mark in jan.page.marked("status")] == ["Actief"]
    for tab in ("Werkrelatie", "Werkrelatie details", "Accounts", "Historiek"):
        assert tab in jan.page.text
    assert "Koppel gebruiker aan organisatie" in jan.page.text


@pytest.mark.parametrize(
    ("number", "status", "code"),
    [
        ("", 400, "nothing-filled-in"),
        ("12", 400, "wrong-length"),
        ("8710A299962", 400, "not-only-digits"),
        ("87100299963", 400, "wrong-check-digits"),
        ("<script>alert(1)</script>", 400, "not-only-digits"),
        ("9" * 10_000, 400, "wrong-length"),
    ],
)
def test_a_number_that_is_none_is_refused_with_the_form(
    jan: Visitor, number: str, status: int, code: str
) -> None:
    jan.open("/personen/nieuw")
    jan.press("Volgende", number=number)
    assert jan.page.status == status
    assert "Stap 1 van 3" in jan.page.text
    assert jan.page.form_with("Volgende").fields["number"] == number
    assert 'aria-invalid="true"' in jan.page.html
    assert "<script>" not in jan.page.html
    if code != "nothing-filled-in":
        assert jan.codes == [code]


def test_nobody_has_this_number(jan: Visitor) -> None:
    jan.open("/personen/nieuw")
    jan.press("Volgende", number=make_national_number(date(1950, 1, 2), Sex.MAN))
    assert (jan.page.status, jan.codes) == (404, ["unknown-person"])


def test_who_has_died_is_not_added(jan: Visitor) -> None:
    jan.open("/personen/nieuw")
    jan.press("Volgende", number=jan.number("dora"))
    assert (jan.page.status, jan.codes) == (409, ["person-deceased"])
    assert "overleden" in jan.page.text


def test_who_was_added_before_is_shown_instead(jan: Visitor) -> None:
    jan.open("/personen/nieuw")
    jan.press("Volgende", number=jan.number("els"))
    assert jan.page.url == jan.url(f"/personen/{jan.number('els')}")
    assert "Els Maes is al toegevoegd" in jan.page.text


def test_who_works_elsewhere_is_added_for_this_organisation_too(jan: Visitor) -> None:
    jan.add("lotte")
    assert jan.page.url == jan.url(f"/personen/{jan.number('lotte')}")
    assert "nog geen werkrelatie met Theater De Kade vzw" in jan.page.text
    assert "Cijferwijs" not in jan.page.text, "what there is elsewhere is not told"


def test_a_name_of_ten_thousand_signs_comes_back_with_a_sentence(jan: Visitor) -> None:
    jan.open("/personen/nieuw")
    jan.press("Volgende", number=jan.number("tom"))
    jan.press("Volgende", nickname="x" * 10_000, reason="<script>alert(1)</script>")
    assert (jan.page.status, jan.codes) == (400, ["unreadable-text"])
    assert jan.page.form_with("Volgende").fields["nickname"] == "x" * 10_000
    assert 'id="field-nickname-error"' in jan.page.html
    jan.press("Volgende", nickname="")
    jan.press("Bevestigen")
    assert "<script>alert(1)</script>" in jan.page.text, "as text"
    assert "<script>" not in jan.page.html


def test_a_person_waits_until_the_workflow_is_stepped(jan: Visitor) -> None:
    jan.workflow("stepped")
    jan.add("tom")
    assert [mark.data["status"] for mark in jan.page.marked("status")] == ["In afwachting"]
    jan.couple("tom")
    assert (jan.page.status, jan.codes) == (409, ["person-not-active"])
    jan.step()
    jan.press("Volgende")
    assert "Stap 3 van 3: Bevestiging" in jan.page.text, "what was typed is still there"


def test_data_can_be_reloaded_from_the_register(jan: Visitor) -> None:
    jan.add("tom")
    jan.put("person", jan.number("tom"), system="rijksregister", family_name="Willems-Peeters")
    jan.press("Herlaad data van Rijksregister")
    assert "Naam Willems-Peeters" in jan.page.text


def test_the_tabs_show_details_accounts_and_history(jan: Visitor) -> None:
    jan.employ("tom")
    jan.browser.follow("Werkrelatie details")
    assert "Telefoonnummer +3212345678 E-mailadres iemand@post.example" in jan.page.text
    jan.browser.follow("Accounts")
    assert "VO-id" in jan.page.text
    jan.browser.follow("Historiek")
    assert "Werkrelatie toegevoegd" in jan.page.text
    assert "Persoon toegevoegd" in jan.page.text
    assert "Jan Peeters" in jan.page.text


@pytest.mark.parametrize("page", ["", "/details", "/accounts", "/historiek", "/koppelen"])
def test_a_person_of_another_organisation_is_not_shown(jan: Visitor, page: str) -> None:
    jan.open(f"/personen/{jan.number('ria')}{page}")
    assert (jan.page.status, jan.codes) == (404, ["person-not-in-idm"])
    assert "Leerpunt" not in jan.page.text


def test_a_long_list_comes_in_pieces_and_can_be_searched(jan: Visitor) -> None:
    for day in range(1, 29):
        number = make_national_number(date(1990, 2, day), Sex.WOMAN)
        jan.put("person", number, given_name="Ans", family_name=f"Zzz{day:02}", sex="F")
        jan.put("work-relation", f"{number}-{jan.number('de-kade')}-1")
    jan.open("/personen")
    first = [mark.data["person"] for mark in jan.page.marked("person")]
    jan.browser.follow("Volgende")
    second = [mark.data["person"] for mark in jan.page.marked("person")]
    assert len(first) == 25
    assert len(second) == 28 + 4 - 25
    assert not set(first) & set(second)
    jan.browser.follow("Naar het begin van de lijst")
    jan.press("Zoeken", zoek="zzz07")
    assert "Ans Zzz07" in jan.page.text
    assert len(jan.page.marked("person")) == 1
    jan.press("Zoeken", zoek="<b>niemand")
    assert "Niemand gevonden met ‘<b>niemand’" in jan.page.text


def test_a_place_in_the_list_that_is_none_is_refused(jan: Visitor) -> None:
    jan.open("/personen", vanaf="%%%")
    assert (jan.page.status, jan.codes) == (400, ["malformed-cursor"])


def test_persons_are_compared_by_their_rights(jan: Visitor) -> None:
    jan.browser.follow("Vergelijk meerdere personen")
    form = jan.page.form_with("Vergelijken")
    els, sara = jan.number("els"), jan.number("sara")
    jan.browser.open(f"{form.action}?wie={els}&wie={sara}&vergelijk=1")
    assert "Gebruikersrecht Els Maes Sara Wouters KIOSK Aanvrager verschilt geldig verlopen" in jan.page.text


def test_one_person_cannot_be_compared(jan: Visitor) -> None:
    jan.open("/personen/vergelijken", wie=jan.number("els"), vergelijk="1")
    assert (jan.page.status, jan.codes) == (400, ["nothing-to-compare"])
    assert 'id="field-wie-error"' in jan.page.html
