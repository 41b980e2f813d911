"""A sign-in without pages is a first sign-in too: what waits for one in BTB begins, as by FAS itself."""

from __future__ import annotations

import pytest
import requests

from mocks.acm.tests.browser import Browser
from mocks.acm.tests.own_eloket import answer, sign_in
from mocks.pytest_plugin import FederationInTest

TODAY = "2021-04-27"


def appointed(federation: FederationInTest, persona: str) -> str:
    """Let a personage wait for a first sign-in as hoofdtoegangsbeheerder of De Kade; return the fact."""
    number = f"{federation.number('de-kade')}-{federation.number(persona)}-main_access_manager"
    fact = federation.url("csam", f"/_mock/appointment/{number}")
    members = {"waiting": True, "backup": True, "appointed_by": federation.number("jan")}
    put = requests.put(fact, json=members, timeout=10)
    assert put.ok, put.text
    return fact


def begun(fact: str) -> str | None:
    """Return the day on which the appointment began."""
    members = requests.get(fact, timeout=10).json()
    assert members["waiting"] is (members["begin"] is None)
    found: str | None = members["begin"]
    return found


def test_a_sign_in_without_pages_lets_the_appointment_begin(federation: FederationInTest) -> None:
    fact = appointed(federation, "tom")
    assert begun(fact) is None
    assert "code" in answer(sign_in("tom", "BUR"))
    assert begun(fact) == TODAY


def test_so_does_a_sign_in_over_the_pages(federation: FederationInTest) -> None:
    fact = appointed(federation, "tom")
    browser = Browser()
    browser.begin()
    browser.prove(federation.number("tom"), "app")
    assert begun(fact) == TODAY


def test_the_appointment_begins_although_the_e_loket_then_refuses(federation: FederationInTest) -> None:
    fact = appointed(federation, "tom")
    refused = answer(sign_in("tom", f"EA:{federation.number('de-kade')}"))
    assert refused["error"] == "access_denied"
    assert begun(fact) == TODAY


def test_the_main_access_manager_enters_idm_at_the_first_sign_in(federation: FederationInTest) -> None:
    appointed(federation, "tom")
    session = requests.Session()
    page = session.get(
        federation.url("idm", "/aanmelden"), params={"mock_persona": "tom"}, headers={"Accept": "text/html"}
    )
    assert "Theater De Kade vzw" in page.text
    assert "Hoofdtoegangsbeheerder (BTB)" in page.text


@pytest.mark.parametrize(("persona", "key"), [("tom", "itsme"), ("hugo", "app"), ("dora", "eid")])
def test_who_proves_nothing_lets_no_appointment_begin(
    federation: FederationInTest, persona: str, key: str
) -> None:
    """Tom has no itsme, Hugo did not use his activation code, Dora has died."""
    fact = appointed(federation, persona)
    assert answer(sign_in(persona, "BUR", mock_key=key))["error"] == "access_denied"
    assert begun(fact) is None


def test_the_sign_in_of_somebody_else_lets_it_wait(federation: FederationInTest) -> None:
    fact = appointed(federation, "tom")
    sign_in("els", "BUR")
    assert begun(fact) is None
