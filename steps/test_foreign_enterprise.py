"""A foreign enterprise that has nothing ends in the kmo-portefeuille: by people, and by a program.

*Bron*: seed 003, from the first letter to the last screen.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from steps.chromium import go, look, needs_chromium

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parent.parent / "docs" / "examples" / "foreign_enterprise.py"
ENTERPRISE = "Tidewater Training Ltd"


def test_a_program_goes_from_nothing_to_the_secured_pages(live_server: str) -> None:
    played = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, SCRIPT, live_server], capture_output=True, text=True, timeout=120, check=False
    )
    assert played.returncode == 0, played.stderr
    told = [line.strip() for line in played.stdout.splitlines()]
    (without_number,) = (line for line in told if line.startswith("Zonder BIS-nummer"))
    assert "+32 2 474 50 60" in without_number
    used = [line for line in told if line.startswith("Nog eens met die code")]
    assert len(used) == len([line for line in used if "al een sleutel geactiveerd" in line]) == 2
    doors = [line.partition(": ")[2] for line in told if line.startswith("Kmo-portefeuille")]
    assert [door.startswith("geweigerd") for door in doors] == [True, False, True, False]
    assert doors[1] == doors[3] == f"aangemeld namens {ENTERPRISE}"


def ask_a_number(page: Page, given_name: str, passport: str) -> str:
    """Let somebody ask a BIS number at the desk; return it, with the letter on the screen."""
    page.goto("/rijksregister/")
    go(page.get_by_role("link", name="Een BIS-nummer vragen").first)
    for name, value in {
        "given_name": given_name,
        "family_name": "Keane",
        "birth_date": "14/03/1980",
        "country": "IE",
        "document_number": passport,
        "valid_until": "01/01/2030",
        "email": f"{given_name.lower()}@post.example",
    }.items():
        page.fill(f"[name={name}]", value)
    page.select_option("[name=kind]", "passport")
    go(page.get_by_role("button", name="Nummer vragen"))
    found = re.search(r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}", page.inner_text("main"))
    assert found is not None
    return found[0]


def activate(page: Page) -> None:
    """Go from the letter on the screen to a key that works."""
    code = page.locator(".code-digits").first.inner_text()
    go(page.get_by_role("link", name="de link uit de e-mail"))
    page.fill("[name=code]", "AAAA-BBBB-CCCC")
    go(page.get_by_role("button", name="Verder"))
    assert "De code is verkeerd" in page.inner_text("main")
    page.fill("[name=code]", code)
    go(page.get_by_role("button", name="Verder"))
    look(page, "csam-sleutel-kiezen")
    go(page.get_by_role("link", name="Beveiligingscode via mobiele app"))
    go(page.get_by_role("button", name="Activeren"))
    page.fill("[name=code]", page.locator(".code-digits").first.inner_text())
    look(page, "csam-activeren-met-code")
    go(page.get_by_role("button", name="Bevestigen"))
    assert "is geactiveerd" in page.inner_text("main")


def register(page: Page, representative: str) -> str:
    """Let an ondernemingsloket register the enterprise with its legal representative; return its number."""
    page.goto("/kbo/loket")
    for name, value in {
        "name": ENTERPRISE,
        "country": "IE",
        "register_number": "612345",
        "begin": "01/03/2021",
        "street": "South Mall",
        "house_number": "14",
        "postcode": "T12",
        "municipality": "Cork",
        "representative": representative,
    }.items():
        page.fill(f"[name={name}]", value)
    go(page.get_by_role("button", name="Inschrijven"))
    look(page, "kbo-loket-ingeschreven")
    shown = page.inner_text("main")
    found = re.search(r"\d{4}\.\d{3}\.\d{3}", shown)
    assert found is not None
    assert ENTERPRISE in shown
    return found[0]


def prove_if_asked(page: Page, number: str) -> None:
    """Sign in with the code by mobile app, unless single sign-on does."""
    if not page.locator("[data-key=app] button").count():
        return
    go(page.locator("[data-key=app] button"))
    page.fill("[name=number]", number)
    go(page.get_by_role("button", name="Verder"))
    page.fill("[name=code]", page.locator(".code-digits").first.inner_text())
    go(page.get_by_role("button", name="Aanmelden"))


def appoint_herself(page: Page, number: str, enterprise: str) -> None:
    """Let the legal representative appoint herself in BTB; passing FAS once more makes it active."""
    page.goto("/csam/btb")
    prove_if_asked(page, number)
    look(page, "btb-thuis")
    go(page.get_by_role("link", name="Mijzelf aanstellen"))
    page.fill("[name=enterprise_number]", enterprise)
    page.fill("[name=email]", "nora@tidewater.example")
    page.fill("[name=phone]", "+353 21 000 0014")
    go(page.get_by_role("button", name="Aanstellen"))
    assert "Nora Keane" in page.inner_text("main")


def grant(page: Page, manager: str, number: str) -> None:
    """Let the administrator grant the right of the seat with "Snel recht toekennen"."""
    page.goto("/idm/")
    if page.get_by_role("link", name="Aanmelden").count():
        go(page.get_by_role("link", name="Aanmelden").first)
        prove_if_asked(page, manager)
        if page.get_by_role("button", name=ENTERPRISE).count():
            go(page.get_by_role("button", name=ENTERPRISE).first)
    go(page.get_by_role("link", name="Nieuw recht toekennen"))
    page.fill("[name=number]", number)
    go(page.get_by_role("button", name="Volgende", exact=True))
    page.fill("[name=phone]", "+353210000014")
    page.fill("[name=email]", "office@tidewater.example")
    go(page.get_by_role("button", name="Volgende", exact=True))
    page.select_option("[name=right]", label="VLAIO Inkom Gebruiker Nieuw")
    go(page.get_by_role("button", name="Volgende", exact=True))
    go(page.get_by_role("button", name="Volgende", exact=True))
    look(page, "idm-recht-van-de-zetel")
    go(page.get_by_role("button", name="Bevestigen", exact=True))
    assert "Het gebruikersrecht ‘VLAIO Inkom Gebruiker Nieuw’ is toegekend" in page.inner_text("main")


def enter(page: Page, number: str) -> None:
    """Press "Login dienstverleners" and go as far as the choice on whose behalf."""
    page.goto("/kmo-portefeuille/")
    look(page, "kmo-start")
    go(page.get_by_role("link", name="Login dienstverleners", exact=True))
    prove_if_asked(page, number)


@needs_chromium
def test_people_go_from_nothing_to_the_secured_pages(new_page: Callable[[], Page]) -> None:
    nora = new_page()
    number = ask_a_number(nora, "Nora", "PN1234567")
    look(nora, "rijksregister-brief")
    enterprise = register(new_page(), number)
    activate(nora)
    enter(nora, number)
    assert ENTERPRISE not in [one.get_attribute("data-choice") for one in nora.locator("[data-choice]").all()]
    look(nora, "acm-kmo-nog-geen-recht")
    appoint_herself(nora, number, enterprise)
    grant(nora, number, number)
    enter(nora, number)
    go(nora.get_by_role("button", name=ENTERPRISE).first)
    look(nora, "kmo-diensten-van-de-zetel")
    go(nora.get_by_role("link", name="Opleiding"))
    nora.fill("[name=name]", "Nora Keane")
    nora.fill("[name=email]", "nora@tidewater.example")
    nora.fill("[name=phone]", "+353210000014")
    nora.fill("[name=account]", "IE29 AIBK 9311 5212 3456 78")
    go(nora.get_by_role("button", name="Registreren"))
    look(nora, "kmo-dienst")
    assert "De dienst is bewaard" in nora.inner_text("main")

    paul = new_page()
    his = ask_a_number(paul, "Paul", "PN7654321")
    activate(paul)
    grant(nora, number, his)
    enter(paul, his)
    go(paul.get_by_role("button", name=ENTERPRISE).first)
    assert "Nora Keane" in paul.inner_text("main"), "he sees what she registered"
