"""Self-registration, "Mijn Taken", and rights by the file, on the pages of IDM."""

from __future__ import annotations

import pytest

from mocks.idm.tests.page_visitor import CONTACT, Visitor
from mocks.pytest_plugin import FederationInTest

HEADER = "rijksregisternummer;recht;profiel;contexten;begin;einde"


@pytest.fixture
def jan(federation: FederationInTest) -> Visitor:
    """The legal representative of De Kade, at the home page."""
    return Visitor(federation).sign_in("jan", "de-kade")


@pytest.fixture
def tom(federation: FederationInTest) -> Visitor:
    """Somebody who administers nothing."""
    return Visitor(federation).sign_in("tom")


def ask(visitor: Visitor, kind: str = "aanvraag", **link: str) -> None:
    """Follow a link for self-registration."""
    visitor.open(f"/zelfregistratie/{kind}", **{"dg": "EA", "an": "KIOSK Aanvrager", **link})


def test_a_right_that_somebody_asks_lands_as_a_task_and_is_accepted(jan: Visitor, tom: Visitor) -> None:
    ask(tom, oc=tom.number("de-kade"))
    tom.press("Aanvraag versturen", **CONTACT, reason="Ik dien dossiers in")
    assert tom.page.marked("request")
    jan.browser.follow("Toon mijn taken")
    jan.browser.follow("Tom Willems vraagt het recht ‘KIOSK Aanvrager’")
    assert "Ik dien dossiers in" in jan.page.text
    jan.press("Aanvaarden", end="01/05/2023")
    assert "U hebt de aanvraag van Tom Willems aanvaard." in jan.page.text
    jan.open(f"/personen/{jan.number('tom')}")
    assert "Geldig van 27/04/2021 tot 01/05/2023" in jan.page.text
    assert "KIOSK Aanvrager 27/04/2021 01/05/2023 geldig" in jan.page.text


def test_a_task_is_refused_with_an_answer_and_decided_once(jan: Visitor, tom: Visitor) -> None:
    ask(tom, "aanvraag_werkrelatie", oc=tom.number("de-kade"))
    tom.press("Aanvraag versturen", **CONTACT)
    jan.open("/taken")
    jan.browser.follow("Tom Willems vraagt een werkrelatie")
    address = jan.page.url
    form = jan.page.form_with("Weigeren")
    jan.press("Weigeren", answer="Wij kennen u niet")
    assert "geweigerd" in jan.page.text
    jan.browser.send(form, answer="Nog eens")
    assert (jan.page.status, jan.codes) == (409, ["task-decided"])
    jan.browser.open(address)
    assert "Wij kennen u niet" in jan.page.text


def test_a_task_with_a_date_that_is_none_stays_open(jan: Visitor, tom: Visitor) -> None:
    ask(tom, oc=tom.number("de-kade"))
    tom.press("Aanvraag versturen", **CONTACT)
    jan.open("/taken")
    jan.browser.follow("Tom Willems")
    jan.press("Aanvaarden", end="31/02/2023", right_end="x")
    assert (jan.page.status, jan.codes) == (400, ["malformed-date"])
    assert 'id="field-end-error"' in jan.page.html
    assert 'id="field-right_end-error"' in jan.page.html
    assert jan.page.form_with("Aanvaarden").fields["end"] == "31/02/2023"


def test_a_task_of_another_organisation_is_not_shown(jan: Visitor, tom: Visitor) -> None:
    ask(tom, oc=tom.number("leerpunt"))
    tom.press("Aanvraag versturen", **CONTACT)
    jan.open("/taken/1")
    assert (jan.page.status, jan.codes) == (404, ["unknown-task"])


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ({"dg": ""}, "malformed-link"),
        ({"ec": "KIOSKAanvrager"}, "malformed-link"),
        ({"an": "Bestaat niet"}, "unknown-right"),
        ({"oc": "0110.041.749"}, "wrong-check-digits"),
    ],
)
def test_a_link_that_asks_nothing_is_refused(tom: Visitor, link: dict[str, str], code: str) -> None:
    ask(tom, **link)
    assert 400 <= tom.page.status < 500
    assert tom.codes == [code]


@pytest.mark.parametrize(
    ("organisation", "code"),
    [("kapeldorp", "right-not-for-target-group"), ("stilte", "organisation-stopped")],
)
def test_an_organisation_that_cannot_decide_is_refused(tom: Visitor, organisation: str, code: str) -> None:
    ask(tom)
    tom.press("Aanvraag versturen", organisation=tom.number(organisation), **CONTACT)
    assert 400 <= tom.page.status < 500
    assert tom.codes == [code]
    assert 'id="field-organisation-error"' in tom.page.html


def test_what_is_wrong_in_a_request_is_said_at_its_field(tom: Visitor) -> None:
    ask(tom)
    tom.press("Aanvraag versturen", organisation="x", phone="1", email="@", reason="y" * 10_000)
    assert tom.page.status == 400
    for field in ("organisation", "phone", "email", "reason"):
        assert f'id="field-{field}-error"' in tom.page.html
    assert tom.page.form_with("Aanvraag").fields["reason"] == "y" * 10_000


def test_a_link_leads_to_signing_in_and_back(federation: FederationInTest) -> None:
    visitor = Visitor(federation)
    ask(visitor, oc=visitor.number("de-kade"))
    visitor.browser.choose("key", "eid")
    visitor.press("Verder", number=visitor.number("olga"))
    visitor.press("Aanmelden", pin="1234")
    assert "Vraag een gebruikersrecht aan" in visitor.page.text


def test_the_rights_are_exported_as_csv(jan: Visitor) -> None:
    jan.open("/rechten.csv")
    lines = jan.page.html.lstrip("\ufeff").splitlines()
    assert lines[0].startswith("rijksregisternummer;naam;voornaam;ondernemingsnummer;")
    assert any("Maes;Els" in line and "KIOSK Aanvrager" in line for line in lines)


def test_a_file_is_checked_and_then_granted(jan: Visitor) -> None:
    jan.browser.follow("Gebruikersrechten")
    lines = f"{HEADER}\n{jan.number('els')};SSM Mandaatbeheerder;;;;01/05/2022\n"
    jan.press("Nakijken", lines=lines)
    assert jan.page.marked("report")[0].data == {"report": "nothing-done", "granted": "0", "refused": "0"}
    jan.press("Toekennen", lines=lines)
    assert jan.page.marked("report")[0].data == {"report": "done", "granted": "1", "refused": "0"}
    jan.open(f"/personen/{jan.number('els')}")
    assert "SSM Mandaatbeheerder 27/04/2021 01/05/2022 geldig" in jan.page.text


def test_one_wrong_line_undoes_the_file_and_every_line_is_told(jan: Visitor) -> None:
    jan.open("/rechten")
    lines = (
        f"{HEADER}\n{jan.number('els')};SSM Mandaatbeheerder\n12;KIOSK Aanvrager\n{jan.number('tom')};Niets\n"
    )
    jan.press("Toekennen", lines=lines)
    assert jan.page.status == 409
    assert jan.page.marked("report")[0].data == {"report": "nothing-done", "granted": "0", "refused": "2"}
    told = {mark.data["line"]: mark.data["code"] for mark in jan.page.marked("line")}
    assert told == {"2": "", "3": "wrong-length", "4": "unknown-right"}
    assert jan.number("els") in jan.page.html, "what was typed is still there"
    jan.open(f"/personen/{jan.number('els')}")
    assert "SSM Mandaatbeheerder" not in jan.page.text


@pytest.mark.parametrize("lines", ["", "x", '"', "a;b\n1;2", "\0", "<script>;recht\n1;2"])
def test_a_file_that_is_none_is_refused_at_its_field(jan: Visitor, lines: str) -> None:
    jan.open("/rechten")
    jan.press("Toekennen", lines=lines)
    assert (jan.page.status, jan.codes) == (400, ["malformed-csv"])
    assert 'id="field-lines-error"' in jan.page.html
    assert "<script>" not in jan.page.html


def test_the_history_of_the_organisation_is_shown(jan: Visitor) -> None:
    jan.employ("tom")
    jan.browser.follow("Gebruikersrechten")
    assert "Werkrelatie toegevoegd" in jan.page.text
