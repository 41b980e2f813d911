"""Readiness and the guide in a real browser, at the width of a phone and of a desk, without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steps.chromium import go, look, needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_chromium


def test_the_dashboard_leads_to_who_is_ready(page: Page) -> None:
    page.goto("/")
    go(page.get_by_role("link", name="Wie is er klaar om zich aan te melden?"))
    look(page, "gereedheid")
    go(page.get_by_role("link", name="Theater De Kade vzw"))
    look(page, "gereedheid-de-kade")
    assert "Sara Wouters" in page.inner_text("main")
    assert "verlengen of opnieuw toekennen" in page.inner_text("main")


def test_the_guide_leads_an_organisation_to_its_steps(page: Page) -> None:
    page.goto("/leidraad")
    look(page, "leidraad-wie")
    page.get_by_label("Een organisatie met een ondernemingsnummer").check()
    go(page.get_by_role("button", name="Verder"))
    look(page, "leidraad-wat")
    page.select_option("[name=voor]", label="Boekhoudkantoor Cijferwijs bv")
    page.get_by_label("Een persoon met een werkrelatie").check()
    go(page.get_by_role("button", name="Toon de stappen"))
    look(page, "leidraad-stappen")
    todo = [step.get_attribute("data-step") for step in page.locator("[data-state='nog te doen']").all()]
    assert todo == ["Ken het recht “KIOSK Aanvrager” toe", "Meld u aan bij KIOSK"]


def test_what_does_not_exist_is_refused_on_a_page(page: Page) -> None:
    page.goto("/leidraad?wie=organisatie&nummer=0110041749")
    look(page, "leidraad-geweigerd")
    assert "is geen organisatie" in page.inner_text("main")
