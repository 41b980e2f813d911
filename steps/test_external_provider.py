"""An accountant who manages the dossiers of a client: by people in a browser, and by a program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import requests

from mocks.cast import load_cast
from steps.chromium import go, look, needs_chromium

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CAST = load_cast()
SCRIPT = Path(__file__).resolve().parent.parent / "docs" / "examples" / "external_provider.py"


def test_a_program_concludes_signs_grants_and_signs_in_by_mandate(live_server: str) -> None:
    played = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, SCRIPT, live_server], capture_output=True, text=True, timeout=120, check=False
    )
    assert played.returncode == 0, played.stderr
    told = [line.strip() for line in played.stdout.splitlines()]
    at_kiosk = [line for line in told if " bij KIOSK" in line]
    expected = (
        ("Karel", "Het mandaat is stopgezet op 27 april 2021"),
        ("Karel", "Het mandaat wacht op ondertekening door de mandaatnemer"),
        ("Karel", "aangemeld, ziet de dossiers van De Kade"),
        ("Lotte", "aangemeld, ziet de dossiers van De Kade"),
        ("Bram", "niet het recht ‘SSM Mandaatuitvoerder’"),
        ("Bram", "aangemeld, ziet de dossiers van De Kade"),
        ("Karel", "aangemeld, ziet niets van De Kade"),
    )
    for line, (who, what) in zip(at_kiosk, expected, strict=True):
        assert line.startswith(f"{who} bij KIOSK"), line
        assert what in line
    assert "3. Els maakt het mandaat aan: Wacht op ondertekening." in told
    assert "4. Karel ondertekent: actief." in told


def sign_in_at(page: Page, system: str, persona: str, organisation: str | None) -> None:
    """Sign in with the eID over the pages of ACM and FAS, and choose for whom."""
    page.goto(f"/{system}/")
    go(page.get_by_role("link", name="Aanmelden").first)
    go(page.locator("[data-key=eid] button"))
    page.fill("[name=number]", CAST.people[persona].number.display)
    go(page.get_by_role("button", name="Verder"))
    page.fill("[name=pin]", "1234")
    go(page.get_by_role("button", name="Aanmelden"))
    if organisation is not None:
        go(page.get_by_role("button", name=organisation).first)


def grant(page: Page, persona: str, organisation: str, employee: str, right: str) -> None:
    """Let an administrator grant a right in IDM with "Snel recht toekennen"."""
    sign_in_at(page, "idm", persona, organisation)
    go(page.get_by_role("link", name="Nieuw recht toekennen"))
    page.fill("[name=number]", str(CAST.people[employee].number))
    for _ in range(2):
        go(page.get_by_role("button", name="Volgende", exact=True))
    page.select_option("[name=right]", label=right)
    for _ in range(2):
        go(page.get_by_role("button", name="Volgende", exact=True))
    go(page.get_by_role("button", name="Bevestigen", exact=True))
    assert f"Het gebruikersrecht ‘{right}’ is toegekend" in page.inner_text("main")


def conclude(page: Page) -> None:
    """Let Els conclude the mandate for De Kade, in four steps."""
    sign_in_at(page, "ssm", "els", "Theater De Kade vzw")
    look(page, "ssm-thuis")
    go(page.get_by_role("link", name="Nieuw mandaat").first)
    page.select_option("[name=type]", value="kiosk")
    page.check("[name=side][value=mandator]")
    go(page.get_by_role("button", name="Volgende", exact=True))
    page.fill("[name=other]", str(CAST.organisations["cijferwijs"].number))
    go(page.get_by_role("button", name="Volgende", exact=True))
    look(page, "ssm-duur")
    assert "Boekhoudkantoor Cijferwijs bv" in page.inner_text("main")
    go(page.get_by_role("button", name="Volgende", exact=True))
    page.check("[name=conditions]")
    look(page, "ssm-bevestigen")
    go(page.get_by_role("button", name="Ondertekenen en bevestigen"))
    assert page.locator("[data-status]").first.get_attribute("data-status") == "Wacht op ondertekening"


def sign(page: Page) -> None:
    """Let Karel sign the mandate that waits for him."""
    sign_in_at(page, "ssm", "karel", "Boekhoudkantoor Cijferwijs bv")
    look(page, "ssm-te-ondertekenen")
    go(page.get_by_role("link", name="M-2021-").first)
    go(page.get_by_role("link", name="Ondertekenen"))
    look(page, "ssm-ondertekenen")
    go(page.get_by_role("button", name="Ondertekenen"))
    look(page, "ssm-actief")
    assert page.locator("[data-status]").first.get_attribute("data-status") == "actief"


@needs_chromium
def test_people_grant_conclude_sign_and_sign_in_by_mandate(
    new_page: Callable[[], Page], live_server: str
) -> None:
    """*Bron*: webinar, the external service provider; two systems must agree (domain facts §9.3)."""
    removed = requests.delete(f"{live_server}/ssm/_mock/mandate/M-2021-000001", timeout=30)
    assert removed.ok, removed.text
    grant(new_page(), "fatima", "Theater De Kade vzw", "els", "SSM Mandaatbeheerder")
    conclude(new_page())
    assert "Theater De Kade" not in offered_at_kiosk(new_page(), "karel"), "it waits for a signature"
    sign(new_page())
    for persona in ("karel", "lotte"):
        page = new_page()
        assert "Theater De Kade vzw" in offered_at_kiosk(page, persona)
        go(page.get_by_role("button", name="Theater De Kade vzw"))
        assert "Aanvrager: Theater De Kade vzw" in page.inner_text("main")
        assert "voor mandaatnemer Boekhoudkantoor Cijferwijs bv" in page.inner_text("main")
    look(page, "kiosk-met-mandaat")
    bram = new_page()
    assert "Theater De Kade vzw" not in offered_at_kiosk(bram, "bram")
    bram.fill("[name=organisatie]", "Theater De Kade")
    go(bram.get_by_role("button", name="Toon waarom"))
    look(bram, "acm-waarom-bram")
    assert "niet het recht ‘SSM Mandaatuitvoerder’" in bram.inner_text("main")
    grant(new_page(), "karel", "Boekhoudkantoor Cijferwijs bv", "bram", "SSM Mandaatuitvoerder")
    assert "Theater De Kade vzw" in offered_at_kiosk(new_page(), "bram")


def offered_at_kiosk(page: Page, persona: str) -> list[str | None]:
    """Sign in at KIOSK as far as the choice; return on whose behalf one may."""
    sign_in_at(page, "kiosk", persona, None)
    return [choice.get_attribute("data-choice") for choice in page.locator("[data-choice]").all()]
