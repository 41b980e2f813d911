"""The first case in a real browser, at the width of a phone and of a desk, without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mocks.cast import load_cast
from steps.chromium import go, look, needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

CAST = load_cast()

pytestmark = needs_chromium


def prove_by_eid(page: Page, persona: str) -> None:
    """Sign in at KIOSK with the eID of a personage, up to the choice of identity."""
    page.goto("/kiosk/")
    look(page, "kiosk-start")
    go(page.get_by_role("link", name="Aanmelden").first)
    look(page, "acm-sleutels")
    go(page.locator("[data-key=eid] button"))
    look(page, "fas-kaart")
    page.fill("[name=number]", CAST.people[persona].number.display)
    go(page.get_by_role("button", name="Verder"))
    look(page, "fas-pincode")
    page.fill("[name=pin]", "1234")
    go(page.get_by_role("button", name="Aanmelden"))
    look(page, f"acm-namens-{persona}")


def test_the_director_of_de_kade_reaches_its_dossiers(page: Page) -> None:
    prove_by_eid(page, "jan")
    assert page.locator("[data-choice]").count() == 2
    go(page.get_by_role("button", name="Theater De Kade vzw"))
    look(page, "kiosk-dossiers")
    assert "Aanvrager: Theater De Kade vzw" in page.inner_text("main")
    assert "KD-2020-0212" in page.inner_text("main")
    go(page.get_by_role("button", name="Wisselen van organisatie of persoon"))
    go(page.get_by_role("button", name="Jan Peeters"))
    assert "Aanvrager: Jan Peeters" in page.inner_text("main")
    go(page.get_by_role("button", name="Afmelden"))
    look(page, "kiosk-afgemeld")
    page.goto("/kiosk/dossiers")
    assert page.locator("[data-key=eid]").count() == 1


@pytest.mark.parametrize(
    ("persona", "organisation", "failed"),
    [
        ("dirk", "de-kade", "De functie is niet beëindigd"),
        ("piet", "stilte", "De organisatie is actief"),
        ("tom", "de-kade", "De persoon heeft een functie in de organisatie"),
    ],
)
def test_who_represents_nobody_is_offered_himself_and_told_why(
    page: Page, persona: str, organisation: str, failed: str
) -> None:
    prove_by_eid(page, persona)
    offered = [choice.get_attribute("data-choice") for choice in page.locator("[data-choice]").all()]
    assert offered == [CAST.people[persona].name]
    number = CAST.organisations[organisation].number
    assert number is not None
    page.fill("[name=organisatie]", number.display)
    go(page.get_by_role("button", name="Toon waarom"))
    look(page, f"acm-waarom-{persona}")
    assert page.locator("[data-holds=no]").first.get_attribute("data-check") == failed
    assert "1700" in page.inner_text("main")


def test_a_choice_of_one_key_leads_through_the_app(page: Page) -> None:
    page.goto("/kiosk/aanmelden")
    go(page.locator("[data-key=itsme] button"))
    page.fill("[name=number]", CAST.people["jan"].number.display)
    go(page.get_by_role("button", name="Verder"))
    look(page, "fas-itsme")
    go(page.get_by_role("button", name="Bevestigen"))
    assert page.locator("[data-choice]").count() == 2


def test_the_stage_signs_a_personage_in_with_one_click(page: Page) -> None:
    page.goto("/")
    look(page, "toneel")
    go(page.get_by_role("link", name="KIOSK namens Theater De Kade vzw").first)
    assert "Vertegenwoordiger: Jan Peeters" in page.inner_text("main")
