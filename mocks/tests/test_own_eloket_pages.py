"""The pages of IDM and SSM with what an e-loket of one's own asks, and after that e-loket went."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from mocks.idm.tests.page_visitor import Visitor as AtIdm
from mocks.pytest_plugin import FederationInTest
from mocks.ssm.tests.page_visitor import Visitor as AtSsm

FILE = Path("docs/examples/mijn-eloket.yaml").read_bytes()
GONE = "niet meer geregistreerd"


@pytest.fixture
def clients(federation: FederationInTest) -> str:
    """Register the example; return where the e-lokets of ACM are."""
    address = federation.url("acm", "/_mock/clients")
    headers = {"Content-Type": "application/yaml"}
    assert requests.post(address, data=FILE, headers=headers, timeout=10).status_code == 201
    return address


def remove(clients: str) -> None:
    """Remove the example."""
    assert requests.delete(f"{clients}/mijn-eloket", timeout=10).status_code == 200


def test_an_own_right_is_granted_on_the_pages_and_shown_as_gone_later(
    federation: FederationInTest, clients: str
) -> None:
    jan = AtIdm(federation).sign_in("jan", "de-kade")
    jan.grant(jan.relation("els"), "mijn-eloket-recht")
    jan.press("Bevestigen")
    assert "Mijn e-loket Gebruiker 27/04/2021" in jan.page.text
    remove(clients)
    assert GONE in jan.open(f"/personen/{jan.number('els')}").text
    jan.open(f"/werkrelaties/{jan.relation('els')}/recht")
    jan.press("Volgende", right="mijn-eloket-recht")
    assert jan.codes == ["unknown-right"]


def test_the_quick_flow_offers_an_own_right_too(federation: FederationInTest, clients: str) -> None:
    assert clients
    jan = AtIdm(federation).sign_in("jan", "de-kade")
    jan.open("/snel-recht-toekennen")
    jan.press("Volgende", number=jan.number("els"))
    jan.press("Volgende")
    jan.press("Volgende", right="mijn-eloket-recht")
    jan.press("Volgende")
    jan.press("Bevestigen")
    assert "‘Mijn e-loket Gebruiker’ is toegekend aan Els Maes" in jan.page.text


def test_a_mandate_of_an_own_type_is_concluded_on_the_pages_and_shown_as_gone_later(
    federation: FederationInTest, clients: str
) -> None:
    mieke = AtSsm(federation).sign_in("mieke", "de-kade")
    mieke.open("/mandaten/nieuw")
    mieke.press("Volgende", type="mijn-eloket", side="mandator")
    mieke.press("Volgende", other=mieke.number("cijferwijs"))
    mieke.press("Volgende")
    mieke.press("Ondertekenen en bevestigen", conditions="1")
    assert mieke.status == "Wacht op ondertekening"
    assert "Mijn e-loket gebruiken" in mieke.page.text
    remove(clients)
    assert GONE in mieke.open("/").text
    mieke.open("/mandaten/nieuw")
    mieke.press("Volgende", type="mijn-eloket", side="mandator")
    assert mieke.codes, "the type is not in the list any more"
