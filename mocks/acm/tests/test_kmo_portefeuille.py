"""The three doors of the kmo-portefeuille: who comes through, and why somebody does not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import requests

from mocks.acm.tests.own_eloket import AUTH, VERIFIER, answer, exchange
from mocks.core.tokens import unverified
from mocks.pytest_plugin import FederationInTest

CHALLENGE = "5jXMauD5BBa-zIUvSoY0dJiGnUXYlzd4X6BDYNXPWuU"
SEAT, PROFILE = "vlaio-inkom-gebruiker-nieuw", "dienstverlener"
DEPARTMENTS = "dienstverlener-departementen"


def explained(federation: FederationInTest, who: str, organisation: str, at: str) -> dict[str, Any]:
    """Return what `explain` says."""
    url = federation.url("stage", "/_mock/explain")
    said = requests.get(url, params={"who": who, "for": organisation, "at": at}, timeout=10)
    assert said.status_code == 200, said.text
    return dict(said.json())


def grant(federation: FederationInTest, who: str, organisation: str, right: str, **more: object) -> None:
    """Put a right on the first work relation of somebody with an organisation."""
    name = f"{federation.number(who)}-{federation.number(organisation)}-1-{right}"
    put = requests.put(federation.url("idm", f"/_mock/right/{name}"), json=more, timeout=10)
    assert put.status_code == 200, put.text


def refusals(said: dict[str, Any]) -> dict[str, str]:
    """Return by which check each way ends."""
    return {one["route"]: one["checks"][-1]["check"] for one in said["routes"] if not one["allowed"]}


def ways(said: dict[str, Any]) -> list[str]:
    """Return the ways that are open."""
    return [one["route"] for one in said["routes"] if one["allowed"]]


@pytest.mark.parametrize(
    ("who", "organisation"), [("wim", "leerpunt"), ("sophie", "brightwater"), ("karel", "cijferwijs")]
)
def test_who_represents_a_legal_person_applies_without_a_right(
    federation: FederationInTest, who: str, organisation: str
) -> None:
    assert ways(explained(federation, who, organisation, "kmo-portefeuille")) == ["legal_representative"]


def test_who_represents_the_enterprise_of_a_natural_person_needs_the_right(
    federation: FederationInTest,
) -> None:
    assert (
        refusals(explained(federation, "noor", "noorderlicht", "kmo-portefeuille"))["legal_representative"]
        == "Wie deze organisatie vertegenwoordigt, heeft geen recht nodig"
    )


def test_a_vzw_may_not_apply(federation: FederationInTest) -> None:
    said = explained(federation, "jan", "de-kade", "kmo-portefeuille")
    served = "Het e-loket bedient de rechtsvorm van de organisatie"
    assert refusals(said) == {"legal_representative": served, "work_relation": served}


@pytest.mark.parametrize("at", ["kmo-dienstverlener", "kmo-departementen"])
def test_kbo_opens_no_door_for_service_providers(federation: FederationInTest, at: str) -> None:
    said = explained(federation, "sophie", "brightwater", at)
    assert (said["allowed"], [one["route"] for one in said["routes"]]) == (False, ["work_relation"])


def test_the_right_of_the_seat_opens_its_door_and_no_other(federation: FederationInTest) -> None:
    assert ways(explained(federation, "wim", "leerpunt", "kmo-dienstverlener")) == ["work_relation"]
    assert ways(explained(federation, "wim", "leerpunt", "kmo-departementen")) == []


def asked(federation: FederationInTest, who: str) -> requests.Response:
    """Return what ACM answers to somebody at the door for departments, for Leerpunt."""
    return requests.get(
        AUTH,
        params={
            "client_id": "kmo-departementen",
            "redirect_uri": federation.url("kmo-portefeuille", "/departementen/aanmelden/callback"),
            "response_type": "code",
            "scope": "openid vo kmo_departementen",
            "code_challenge": CHALLENGE,
            "code_challenge_method": "S256",
            "mock_persona": who,
            "mock_identity": f"EA:{federation.number('leerpunt')}",
        },
        allow_redirects=False,
        timeout=10,
    )


def departments(federation: FederationInTest, who: str) -> list[str]:
    """Return the roles in the token of somebody at the door for departments."""
    given = exchange(
        answer(asked(federation, who))["code"],
        client=("kmo-departementen", "kmo-departementen-geheim"),
        redirect_uri=federation.url("kmo-portefeuille", "/departementen/aanmelden/callback"),
        code_verifier=VERIFIER,
    )
    assert given.status_code == 200, given.text
    return list(unverified(given.json()["id_token"])[1]["kmo_departementen_rol_3d"])


def activate(federation: FederationInTest, *contexts: str, **more: object) -> None:
    """Put which departments of Leerpunt are activated."""
    name = f"{federation.number('leerpunt')}-{DEPARTMENTS}"
    url = federation.url("idm", f"/_mock/activation/{name}")
    put = requests.put(url, json={"contexts": list(contexts), **more}, timeout=10)
    assert put.status_code == 200, put.text


def role(federation: FederationInTest, department: str) -> str:
    right = "DienstverlenerKmoPortefeuilleDepartementen"
    return f"{right}-{department}:{federation.number('leerpunt')}"


def test_the_departments_of_the_right_stand_in_the_token_and_no_others(federation: FederationInTest) -> None:
    named = [role(federation, department) for department in ("Campus Aalst", "Campus Gent")]
    assert departments(federation, "ria") == named


def test_a_department_that_is_deactivated_is_gone_from_the_next_token(federation: FederationInTest) -> None:
    departments(federation, "ria")
    activate(federation, "Campus Gent", "Campus Asse")
    assert departments(federation, "ria") == [role(federation, "Campus Gent")]


def test_whose_every_department_is_deactivated_is_refused_with_the_reason(
    federation: FederationInTest,
) -> None:
    activate(federation, "Campus Asse")
    refused = answer(asked(federation, "ria"))
    assert refused["error"] == "access_denied"
    assert "Het recht geldt voor Campus Aalst, Campus Gent; dat is" in refused["error_description"]
    said = explained(federation, "ria", "leerpunt", "kmo-departementen")
    assert refusals(said) == {"work_relation": "Het gebruikersrecht is geactiveerd voor de organisatie"}


def test_a_right_from_before_the_activation_opens_nothing_until_then(federation: FederationInTest) -> None:
    grant(federation, "tom", "cijferwijs", DEPARTMENTS, contexts=["Campus Gent"])
    said = explained(federation, "tom", "cijferwijs", "kmo-departementen")
    failed = said["routes"][0]["checks"][-1]
    assert failed["fact"].endswith("is voor Boekhoudkantoor Cijferwijs bv niet geactiveerd.")
    assert "de dienst kmo-portefeuille" in said["routes"][0]["repair"]


def test_an_activation_that_begins_tomorrow_opens_the_door_tomorrow(federation: FederationInTest) -> None:
    activate(federation, "Campus Aalst", "Campus Gent", begin="2021-04-28")
    assert not explained(federation, "ria", "leerpunt", "kmo-departementen")["allowed"]
    federation.step(timedelta(days=1))
    assert explained(federation, "ria", "leerpunt", "kmo-departementen")["allowed"]


def test_a_bis_number_without_a_belgian_eid_is_admitted_here_and_not_at_kiosk(
    federation: FederationInTest,
) -> None:
    card = "De persoon heeft een Belgische eID"
    assert refusals(explained(federation, "ines", "de-kade", "kiosk"))["work_relation"] == card
    at_kiosk = explained(federation, "sophie", "brightwater", "kiosk")
    assert refusals(at_kiosk)["legal_representative"] == card
    assert explained(federation, "sophie", "brightwater", "kmo-portefeuille")["allowed"]


def test_the_right_lets_in_only_with_the_profile_of_the_door(federation: FederationInTest) -> None:
    grant(federation, "ria", "leerpunt", SEAT, profile=PROFILE)
    assert ways(explained(federation, "ria", "leerpunt", "kmo-dienstverlener")) == ["work_relation"]
