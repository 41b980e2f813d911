"""KIOSK's screens in Chromium, without JavaScript, at the width of a phone and of a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steps.chromium import go, look, needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium

SIGN_IN = "/kiosk/aanmelden?mock_persona=els&mock_key=eid&mock_identity=EA:0110041748"


def test_a_representative_changes_a_dossier(page: Page) -> None:
    page.goto(SIGN_IN)
    page.goto("/kiosk/dossiers/KD-2021-0001")
    look(page, "kiosk-dossier")
    go(page.get_by_role("link", name="Contactpersoon wijzigen"))
    page.get_by_label("Jan Peeters (vertegenwoordiger)").check()
    look(page, "kiosk-contactpersoon")
    go(page.get_by_role("button", name="Bewaren"))
    assert "Jan Peeters (vertegenwoordiger)" in page.inner_text("main")
    look(page, "kiosk-dossier-gewijzigd")


def test_an_account_number_with_a_mistake_is_told_beside_its_field(page: Page) -> None:
    page.goto(SIGN_IN)
    page.goto("/kiosk/dossiers/KD-2021-0001/rekeningnummer")
    page.get_by_label("Rekeningnummer").fill("BE68 5390 0754 7035")
    go(page.get_by_role("button", name="Bewaren"))
    assert "is geen rekeningnummer" in page.inner_text("main")
    assert page.get_by_label("Rekeningnummer").input_value() == "BE68 5390 0754 7035"
    look(page, "kiosk-rekeningnummer-fout")


def test_contact_data_and_profile_fit_the_window(page: Page) -> None:
    page.goto(SIGN_IN)
    page.goto("/kiosk/contactgegevens")
    look(page, "kiosk-contactgegevens")
    page.get_by_label("E-mailadres").fill("nieuw@de-kade.example")
    go(page.get_by_role("button", name="Bewaren"))
    assert "info@de-kade.example → nieuw@de-kade.example" in page.inner_text("main")
    page.goto("/kiosk/profiel")
    look(page, "kiosk-profiel")
