"""A fresh enterprise, from nobody appointed to an employee in KIOSK: by people, and by a program."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from mocks.core.identifiers import Insz
from steps.chromium import go, look, needs_chromium

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


SCRIPT = Path(__file__).resolve().parent.parent / "docs" / "examples" / "first_employee.py"
ENTERPRISE = "0150000008"
EMAIL, PHONE = "iemand@post.example", "+3212345678"


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is not in the cast."""

    number: str
    given_name: str
    family_name: str

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


ANNA = Newcomer("85031400028", "Anna", "Proef")
BEN = Newcomer("72060999991", "Ben", "Toets")
CATO = Newcomer("93011700092", "Cato", "Keur")


@pytest.fixture
def put(new_page: Callable[[], Page], live_server: str) -> Callable[..., None]:
    """Give what puts facts, after the world was reset."""
    del new_page

    def put_fact(path: str, **members: object) -> None:
        answer = requests.put(f"{live_server}{path}", json=members, timeout=30)
        assert answer.status_code == 200, answer.text

    return put_fact


@pytest.fixture
def _scene(put: Callable[..., None]) -> None:
    """Let Anna be the director of an enterprise in which nobody is appointed and nobody works."""
    for one in (ANNA, BEN, CATO):
        put(
            f"/rijksregister/_mock/person/{one.number}",
            given_name=one.given_name,
            family_name=one.family_name,
        )
    put(f"/kbo/_mock/enterprise/{ENTERPRISE}", name="Proefhuis bv")
    put(f"/kbo/_mock/function/{ENTERPRISE}-{ANNA.number}-10002", begin="2020-01-01")
    put("/idm/_mock/workflow", mode="stepped")


def give_card(page: Page, who: Newcomer) -> None:
    """Put the eID in the reader on the page of FAS, and give the PIN."""
    page.fill("[name=number]", Insz(who.number).display)
    go(page.get_by_role("button", name="Verder"))
    page.fill("[name=pin]", "1234")
    go(page.get_by_role("button", name="Aanmelden"))


def press(page: Page, name: str) -> None:
    go(page.get_by_role("button", name=name, exact=True))


def follow(page: Page, name: str) -> None:
    go(page.get_by_role("link", name=name, exact=True).first)


def appoint(anna: Page) -> None:
    """Let the director sign in to BTB and appoint Ben: the enterprise is registered by it."""
    anna.goto("/csam/btb")
    go(anna.locator("button[value=eid]"))
    give_card(anna, ANNA)
    look(anna, "btb-ondernemingen")
    follow(anna, "Een hoofdtoegangsbeheerder aanstellen")
    filled = {"enterprise_number": ENTERPRISE, "number": BEN.number, "family_name": BEN.family_name}
    for name, text in {**filled, "given_name": BEN.given_name, "email": EMAIL, "phone": PHONE}.items():
        anna.fill(f"[name={name}]", text)
    look(anna, "btb-aanstellen")
    press(anna, "Aanstellen")
    look(anna, "btb-aangesteld")
    assert anna.locator(f"[data-appointment='{BEN.number}-main_access_manager']").get_attribute(
        "data-state"
    ) == ("waiting")


def enter_idm(ben: Page) -> None:
    """Let the main access manager sign in for the first time, and choose the enterprise."""
    ben.goto("/idm/")
    follow(ben, "Aanmelden")
    go(ben.locator("[data-key=eid] button"))
    give_card(ben, BEN)
    look(ben, "idm-organisatie")
    assert "Hoofdtoegangsbeheerder (BTB)" in ben.inner_text("main")
    go(ben.get_by_role("button", name="Proefhuis bv"))
    look(ben, "idm-hoofdpagina")


def add_person(ben: Page, step_workflow: Callable[[], None]) -> None:
    """Let Ben add Cato, in three steps; she can be coupled once she is Actief."""
    follow(ben, "Nieuwe persoon toevoegen")
    ben.fill("[name=number]", CATO.number)
    press(ben, "Volgende")
    look(ben, "idm-persoon-details")
    assert "VKBP" in ben.inner_text("main")
    press(ben, "Volgende")
    press(ben, "Bevestigen")
    look(ben, "idm-in-afwachting")
    assert ben.locator("[data-status]").first.get_attribute("data-status") == "In afwachting"
    step_workflow()
    follow(ben, "Pagina herladen")
    assert ben.locator("[data-status]").first.get_attribute("data-status") == "Actief"


def couple(ben: Page) -> None:
    """Let Ben couple Cato to the enterprise, in three steps."""
    follow(ben, "Koppel gebruiker aan organisatie")
    press(ben, "Volgende")
    ben.fill("[name=phone]", PHONE)
    ben.fill("[name=email]", EMAIL)
    look(ben, "idm-werkrelatie")
    press(ben, "Volgende")
    press(ben, "Bevestigen")
    assert "27/04/2031" in ben.inner_text("main")
    assert "Geen gebruikersrechten toegekend" in ben.inner_text("main")


def grant(ben: Page) -> None:
    """Let Ben grant "KIOSK Aanvrager", in three steps."""
    follow(ben, "Ken gebruikersrecht toe")
    ben.select_option("[name=right]", label="KIOSK Aanvrager")
    look(ben, "idm-recht")
    press(ben, "Volgende")
    look(ben, "idm-recht-details")
    press(ben, "Volgende")
    press(ben, "Bevestigen")
    look(ben, "idm-recht-toegekend")
    assert "KIOSK Aanvrager" in ben.inner_text("main")


def offered_at_kiosk(cato: Page) -> list[str | None]:
    """Let Cato sign in at KIOSK as far as the choice; return on whose behalf she may."""
    cato.context.clear_cookies()
    cato.goto("/kiosk/")
    go(cato.get_by_role("link", name="Aanmelden").first)
    go(cato.locator("[data-key=eid] button"))
    give_card(cato, CATO)
    return [choice.get_attribute("data-choice") for choice in cato.locator("[data-choice]").all()]


@needs_chromium
@pytest.mark.usefixtures("_scene")
def test_people_appoint_add_couple_grant_and_sign_in(new_page: Callable[[], Page], live_server: str) -> None:
    def step_workflow() -> None:
        assert requests.post(f"{live_server}/idm/_mock/workflow/step", json={}, timeout=30).ok

    anna, ben, cato = new_page(), new_page(), new_page()
    appoint(anna)
    enter_idm(ben)
    add_person(ben, step_workflow)
    couple(ben)
    assert offered_at_kiosk(cato) == [CATO.name], "without the right there is nobody else"
    grant(ben)
    assert offered_at_kiosk(cato) == [CATO.name, "Proefhuis bv"]
    go(cato.get_by_role("button", name="Proefhuis bv"))
    look(cato, "kiosk-eerste-medewerker")
    assert "Aanvrager: Proefhuis bv" in cato.inner_text("main")
    assert f"Vertegenwoordiger: {CATO.name}" in cato.inner_text("main")


def test_a_program_does_the_same_by_the_apis_alone(live_server: str) -> None:
    played = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, SCRIPT, live_server], capture_output=True, text=True, timeout=120, check=False
    )
    assert played.returncode == 0, played.stderr
    told = played.stdout
    assert "6. Cato Keur is aangemeld bij KIOSK namens Proefhuis bv." in told
    refusals = ("geen werkrelatie met", "niet het recht ‘KIOSK Aanvrager’", "Het recht is ingetrokken")
    places = [told.find(reason) for reason in refusals]
    assert -1 not in places, told
    assert places == sorted(places)
    worlds = requests.get(f"{live_server}/_mock/worlds", timeout=30).json()["worlds"]
    assert "eerste-medewerker" not in worlds, "it tidies up"


def test_the_program_stops_with_the_sentence_of_whoever_refused(live_server: str) -> None:
    """Without its function Anna may appoint nobody: the script is not built to pass."""
    text = SCRIPT.read_text(encoding="utf-8")
    ended = text.replace('begin="2020-01-01"', 'begin="2020-01-01", end="2021-04-26"')
    assert ended != text
    played = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, "-c", ended, live_server],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=SCRIPT.parent,
    )
    assert played.returncode == 1
    assert "Refused: " in played.stderr
    assert "1." not in played.stdout
