"""What the tests of BTB do again and again: put an appointment, appoint by the API, look at both."""

from __future__ import annotations

import re
from typing import Any

from werkzeug.test import TestResponse

from mocks.core.identifiers import Insz
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.house import DE_KADE, Play

CSAM = "https://www.csam.be"
BTB = f"{CSAM}/btb"
FIRST = f"{BTB}/hoofdtoegangsbeheerder"
KADE = f"{BTB}/ondernemingen/{DE_KADE}"
API = f"{CSAM}/api/v1/btb"
MAIN = "main_access_manager"


def put_appointment(play: Play, number: str, **members: Any) -> TestResponse:  # noqa: ANN401  # any member
    """Put an appointment as a fact."""
    return play.app.test_client().put(f"{CSAM}/_mock/appointment/{number}", json=members)


def nomination(play: Play, insz: Insz, **changes: str) -> dict[str, str]:
    """Return the right fields to appoint somebody of the house, with changes."""
    person = play.people.get(insz, {"given_name": "Niemand", "family_name": "Nergens"})
    return {
        "number": insz,
        "family_name": person["family_name"],
        "given_name": person["given_name"],
        "email": "iemand@post.example",
        "phone": "+32 400 00 00 00",
        **changes,
    }


def appoint(play: Play, by: Insz, insz: Insz, enterprise: str = DE_KADE, **changes: Any) -> TestResponse:  # noqa: ANN401  # any member
    """Appoint somebody by the API."""
    fields = nomination(play, insz)
    body = {"by": by, "insz": fields.pop("number"), **fields, **changes}
    return play.app.test_client().post(f"{API}/enterprises/{enterprise}/appointments", json=body)


def end(play: Play, by: Insz, insz: Insz, post: str = MAIN, enterprise: str = DE_KADE) -> TestResponse:
    """End an appointment by the API."""
    address = f"{API}/enterprises/{enterprise}/appointments/{insz}/{post}/end"
    return play.app.test_client().post(address, json={"by": by})


def signed_in(play: Play, insz: Insz) -> None:
    """Let somebody sign in at FAS, for ACM."""
    assert "code" in play.browser().sign_in(insz, "eid")


def appointed(play: Play, insz: Insz) -> list[dict[str, Any]]:
    """Return what the API says of somebody."""
    answer = play.app.test_client().get(f"{API}/persons/{insz}/appointments")
    return list(answer.get_json()["appointments"])


def in_enterprise(play: Play, enterprise: str = DE_KADE) -> list[dict[str, Any]]:
    """Return what the API says of an enterprise."""
    answer = play.app.test_client().get(f"{API}/enterprises/{enterprise}/appointments")
    return list(answer.get_json()["appointments"])


def history(play: Play, enterprise: str = DE_KADE) -> list[tuple[str, str, str | None]]:
    """Return what happened in an enterprise, the latest first: action, about whom, by whom."""
    answer = play.app.test_client().get(f"{API}/enterprises/{enterprise}/history")
    return [(one["action"], one["insz"], one["by"]) for one in answer.get_json()["events"]]


def enter(browser: Browser, insz: Insz, url: str = BTB) -> None:
    """Sign in over the pages of FAS, on the way to a page of BTB."""
    browser.get(url)
    browser.submit(key="eid")
    browser.submit("/persoon", number=insz)
    browser.submit(pin="1234")
    assert browser.page.request.url == url, browser.text


def csrf(browser: Browser) -> str:
    """Return the token of the form at which the browser stands."""
    return browser.page.text.split('name="csrf_token" value="')[1].split('"')[0]


def states(browser: Browser) -> dict[str, str]:
    """Return who is appointed on the page of an enterprise, and how that stands."""
    return dict(re.findall(r'data-appointment="([0-9]+-[a-z_]+)" data-state="([a-z]+)"', browser.text))


def fill(browser: Browser, play: Play, insz: Insz, **fields: str) -> int:
    """Fill in the form at which the browser stands, and return the status of the answer."""
    return browser.submit(**nomination(play, insz, **fields)).status_code


def code(browser: Browser) -> str:
    """Return the reason that the page gives."""
    found = re.search(r'data-code="([a-z-]+)"', browser.text)
    assert found is not None, browser.text
    return found[1]
