"""The federal role administration in a browser without JavaScript, behind FAS."""

from __future__ import annotations

import pytest

from mocks.core.identifiers import Insz
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.btb import BTB, code, csrf, enter, put_appointment
from mocks.csam_btb.tests.house import DE_KADE, DORA, FATIMA, JAN, NOBODY, SOPHIE, TOM, Play
from mocks.csam_btb.tests.roles import FLEET, GIVER, KADE, ROLES, granted, offered, put_role, shown


def test_the_pages_are_behind_fas_and_come_back_to_the_one_that_was_asked(led: Play) -> None:
    browser = led.browser()
    browser.get(KADE)
    assert "U meldt zich aan bij Federaal rollenbeheer." in browser.text
    enter(browser, FATIMA, KADE)


def test_btb_leads_to_the_role_administration(led: Play, browser: Browser) -> None:
    enter(browser, FATIMA, BTB)
    assert 'href="/rollen"' in browser.text


@pytest.mark.parametrize("manager", [JAN, FATIMA], ids=["by the KBO", "by BTB"])
def test_a_main_access_manager_sees_the_enterprise_and_grants(led: Play, manager: Insz) -> None:
    browser = led.browser()
    enter(browser, manager, ROLES)
    assert f'data-enterprise="{DE_KADE}"' in browser.text
    browser.get(f"{KADE}/toekennen")
    assert "Bij een Vlaams e-loket geeft ze niets" in browser.text
    browser.submit("/toekennen", role=GIVER, number=TOM.display, begin="", end="31/12/2021")
    assert "De federale rol is toegekend." in browser.text
    assert shown(browser) == {f"{TOM}-{GIVER}": "active"}


def test_one_grants_oneself_and_sees_it(led: Play, browser: Browser) -> None:
    enter(browser, FATIMA, KADE)
    browser.get(f"{KADE}/toekennen?zelf=1")
    assert FATIMA.display in browser.text
    browser.submit("/toekennen", role=GIVER, number=FATIMA.display, begin="2021-05-01", end="")
    assert shown(browser) == {f"{FATIMA}-{GIVER}": "coming"}
    browser.get(ROLES)
    assert f'data-own="{DE_KADE}-{FATIMA}-{GIVER}"' in browser.text


def test_an_access_manager_sees_and_is_offered_the_own_domain_only(led: Play, browser: Browser) -> None:
    put_appointment(led, f"{DE_KADE}-{TOM}-mobility", appointed_by=FATIMA)
    put_role(led, f"{DE_KADE}-{JAN}-{GIVER}")
    put_role(led, f"{DE_KADE}-{JAN}-{FLEET}")
    enter(browser, TOM, KADE)
    assert shown(browser) == {f"{JAN}-{FLEET}": "active"}
    browser.get(f"{KADE}/toekennen")
    assert offered(browser) == [FLEET]
    browser.submit("/toekennen", role=GIVER, number=SOPHIE)
    assert (browser.page.status_code, code(browser)) == (403, "role-of-other-domain")
    assert 'id="field-role-error"' in browser.text
    assert granted(led, SOPHIE) == []


def test_an_outsider_has_no_enterprises_and_is_told_why(led: Play, browser: Browser) -> None:
    enter(browser, TOM, ROLES)
    assert "kent dus geen federale rollen toe" in browser.text
    for page in (KADE, f"{KADE}/toekennen", f"{KADE}/intrekken/{JAN}/{GIVER}"):
        assert browser.get(page).status_code == 403
        assert code(browser) == "not-a-manager"


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"role": ""}, "role", "field-missing"),
        ({"number": "onzin"}, "number", "not-only-digits"),
        ({"number": NOBODY}, "number", "unknown-role-holder"),
        ({"number": DORA}, "number", "deceased-role-holder"),
        ({"begin": "gisteren"}, "begin", "malformed-day"),
        ({"begin": "2021-04-26"}, "begin", "role-begins-in-the-past"),
        ({"end": "2021-04-26"}, "end", "role-contradicts"),
    ],
)
def test_nonsense_gives_the_form_again_and_loses_nothing(
    led: Play, browser: Browser, changes: dict[str, str], field: str, reason: str
) -> None:
    enter(browser, FATIMA, f"{KADE}/toekennen")
    filled = {"role": GIVER, "number": TOM, "begin": "2021-04-28", "end": "2021-04-30", **changes}
    assert browser.submit("/toekennen", **filled).status_code in {400, 409}
    assert f'id="field-{field}-error"' in browser.text
    assert code(browser) == reason
    for name in ("number", "begin", "end"):
        assert f'value="{filled[name]}"' in browser.text
    assert granted(led, TOM) == []


def test_revoking_asks_to_confirm_first(led: Play, browser: Browser) -> None:
    put_role(led, f"{DE_KADE}-{TOM}-{GIVER}", granted_by=FATIMA)
    enter(browser, FATIMA, KADE)
    browser.get(f"{KADE}/intrekken/{TOM}/{GIVER}")
    assert "Tom Willems heeft de rol FODFin mandaatgever daarna niet meer." in browser.text
    assert granted(led, TOM)[0]["revoked_on"] is None
    browser.submit()
    assert "De federale rol is ingetrokken." in browser.text
    assert shown(browser) == {}
    assert browser.get(f"{KADE}/intrekken/{TOM}/{GIVER}").status_code == 404


def test_a_form_without_its_token_grants_nothing(led: Play, browser: Browser) -> None:
    enter(browser, FATIMA, f"{KADE}/toekennen")
    assert csrf(browser)
    assert browser.post(f"{KADE}/toekennen", {"role": GIVER, "number": TOM}).status_code == 400
    assert granted(led, TOM) == []


def test_a_long_list_is_shown_a_page_at_a_time(led: Play, browser: Browser) -> None:
    for person in (TOM, SOPHIE, JAN):
        put_role(led, f"{DE_KADE}-{person}-{GIVER}")
    enter(browser, FATIMA, KADE)
    browser.get(f"{KADE}?limit=2&offset=0")
    assert len(shown(browser)) == 2
    assert "offset=2" in browser.text
    browser.get(f"{KADE}?limit=2&offset=2")
    assert len(shown(browser)) == 1


def test_signing_out_asks_to_sign_in_again(led: Play, browser: Browser) -> None:
    enter(browser, FATIMA, ROLES)
    browser.submit("/rollen/afmelden")
    browser.get(ROLES)
    assert "U meldt zich aan bij Federaal rollenbeheer." in browser.text
