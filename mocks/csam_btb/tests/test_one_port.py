"""On one port, in a world of its own, everything stands below the path of that world."""

from __future__ import annotations

from mocks.core.addresses import AddressBook
from mocks.csam_btb.tests.house import JAN, build

HERE = "http://127.0.0.1:8600/w/proef/csam"


def test_somebody_signs_in_and_out_below_the_path_of_the_world() -> None:
    browser = build(addresses=AddressBook.on("http://127.0.0.1:8600"), world="proef").browser()
    browser.get(f"{HERE}/sleutels")
    assert browser.page.request.url.startswith(f"{HERE}/fas/aanmelden/")
    browser.submit(key="itsme")
    browser.submit("/persoon", number=JAN)
    browser.submit(decision="confirm")
    assert browser.page.request.url == f"{HERE}/sleutels"
    assert "Jan Peeters" in browser.text
    browser.submit("/afmelden")
    assert "U bent afgemeld" in browser.text
    assert browser.page.request.url.startswith(f"{HERE}/fas/oauth2/connect/endSession")


def test_the_issuer_is_that_of_the_world() -> None:
    play = build(addresses=AddressBook.on("http://127.0.0.1:8600"), world="proef")
    document = play.app.test_client().get(f"{HERE}/fas/oauth2/.well-known/openid-configuration")
    assert document.get_json()["issuer"] == f"{HERE}/fas/oauth2"
