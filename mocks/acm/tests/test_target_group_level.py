"""An e-loket that is opened at the level of a target group: one choice and one role for all organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import requests

from mocks.acm.tests.browser import Browser
from mocks.acm.tests.own_eloket import (
    ACM,
    CALLBACK,
    answer,
    ask,
    exchange,
    hint,
    payload,
    put,
    refresh,
    register,
    sign_in,
    tokens,
)

if TYPE_CHECKING:
    from mocks.pytest_plugin import FederationInTest

GROUP = ("groep", "geheim")
SCOPE = "openid vo groep offline_access"
ENDED = {"begin": "2020-04-27", "end": "2021-04-26"}
RIGHT = "eigen-eloket-gebruiker"
FILE: dict[str, Any] = {
    "client_id": "groep",
    "client_name": "Groepsloket",
    "scope": "openid vo profile groep wettelijkvertegenwoordiger offline_access",
    "target_groups": ["BUR", "EA", "LB"],
    "routes": ["person", "work_relation"],
    "right": {"name": "Eigen e-loket Gebruiker", "token_code": "EigenEloketGebruiker"},
    "choice_level": "target_group",
}


@pytest.fixture(autouse=True)
def els(federation: FederationInTest) -> str:
    """Let Els have the right at two organisations of EA; register the e-loket."""
    register(**FILE)
    number = federation.number("els")
    for organisation in (federation.number("de-kade"), federation.number("cijferwijs")):
        grant(federation, number, organisation)
    return number


def grant(federation: FederationInTest, person: str, organisation: str, **members: object) -> None:
    """Put a work relation with the right of the e-loket."""
    relation = f"{person}-{organisation}-1"
    put(federation.url("idm", f"/_mock/work-relation/{relation}"), {})
    put(federation.url("idm", f"/_mock/right/{relation}-{RIGHT}"), members)


def group_claims(**changes: str | None) -> dict[str, Any]:
    """Sign Els in for her target group and return what the ID token says of her capacity."""
    given = tokens("els", "EA", client=GROUP, scope=SCOPE, **changes)
    return in_capacity(given["id_token"])


def in_capacity(token: str) -> dict[str, Any]:
    claims = payload(token)
    return {name: value for name, value in claims.items() if name.startswith(("vo_", "groep", "wv"))}


def test_one_role_names_every_organisation_and_none_is_chosen(federation: FederationInTest) -> None:
    told = group_claims()
    del told["vo_id"]
    organisations = sorted((federation.number("de-kade"), federation.number("cijferwijs")))
    assert told == {
        "vo_doelgroepcode": "EA",
        "vo_doelgroepnaam": "Economische Actoren",
        "groep_rol_3d": [f"EigenEloketGebruiker:{', '.join(organisations)}"],
    }


def test_contexts_are_told_apart_each_with_its_organisations(federation: FederationInTest, els: str) -> None:
    """The role of each context names the organisations where it was given."""
    relation = f"{els}-{federation.number('de-kade')}-1"
    activated = f"/_mock/activation/{federation.number('de-kade')}-dienstverlener-departementen"
    put(federation.url("idm", activated), {"contexts": ["Campus Aalst", "Campus Gent"]})
    right = federation.url("idm", f"/_mock/right/{relation}-dienstverlener-departementen")
    put(right, {"contexts": ["Campus Aalst", "Campus Gent"], "profile": "dienstverlener kmo-portefeuille"})
    own = {
        "name": "Dienstverlener kmo-portefeuille, departementen",
        "token_code": "DienstverlenerKmoPortefeuilleDepartementen",
    }
    register(**{**FILE, "client_id": "departementen", "right": own})
    given = tokens("els", "EA", client=("departementen", "geheim"), scope="openid vo groep")
    code = own["token_code"]
    assert in_capacity(given["id_token"])["groep_rol_3d"] == [
        f"{code}-Campus Aalst:{federation.number('de-kade')}",
        f"{code}-Campus Gent:{federation.number('de-kade')}",
    ]


def test_each_target_group_is_a_choice_of_its_own(federation: FederationInTest, els: str) -> None:
    grant(federation, els, federation.number("kapeldorp"))
    several = ask({"client_id": "groep", "scope": SCOPE, "mock_persona": "els"}).json()
    assert several["code"] == "mock-choice-needed"
    assert "BUR (person), EA (work_relation), LB (work_relation)" in several["detail"]
    given = tokens("els", "LB", client=GROUP, scope=SCOPE)
    assert in_capacity(given["id_token"])["groep_rol_3d"] == [
        f"EigenEloketGebruiker:{federation.number('kapeldorp')}"
    ]


def test_the_page_offers_the_target_group_and_names_its_organisations(federation: FederationInTest) -> None:
    browser = Browser()
    browser.begin(client_id="groep", scope=SCOPE)
    page = browser.prove(federation.number("els"), "eid")
    offered = [text for form in page.forms for text in form.buttons]
    assert offered[0] == "Els Maes, Uzelf"
    (group,) = (text for text in offered if text.startswith("Economische Actoren"))
    assert "Theater De Kade vzw" in group
    assert "Boekhoudkantoor Cijferwijs bv" in group
    code = browser.press(group).answer["code"]
    claims = in_capacity(exchange(code, client=GROUP).json()["id_token"])
    assert claims == group_claims()


def test_a_hint_of_the_target_group_skips_the_choice(federation: FederationInTest) -> None:
    browser = Browser()
    browser.begin(client_id="groep", scope=SCOPE, login_hint=hint(cap_hint="EA"))
    page = browser.prove(federation.number("els"), "eid")
    claims = in_capacity(exchange(page.answer["code"], client=GROUP).json()["id_token"])
    assert claims == group_claims()


def test_an_organisation_cannot_be_named_at_this_level(federation: FederationInTest) -> None:
    """*Bron*: the identity is given at the level at which the application is opened (domain facts §1.2)."""
    organisation = federation.number("de-kade")
    hinted = answer(
        ask({"client_id": "groep", "login_hint": hint(cap_hint="EA", code_hint=organisation), "scope": SCOPE})
    )
    assert hinted["error"] == "invalid_request"
    assert "code_hint" in hinted["error_description"]
    named = sign_in("els", f"EA:{organisation}", client_id="groep", scope=SCOPE)
    assert (named.status_code, named.json()["code"]) == (400, "unknown-mock-value")
    assert "Schrijf EA." in named.json()["detail"]


def test_a_target_group_alone_is_no_identity_where_one_chooses_an_organisation() -> None:
    named = sign_in("els", "EA")
    assert (named.status_code, named.json()["code"]) == (400, "unknown-mock-value")


def test_who_has_the_right_nowhere_in_the_target_group_is_refused_with_the_reasons(
    federation: FederationInTest,
) -> None:
    grant(federation, federation.number("sara"), federation.number("de-kade"), **ENDED)
    refused = answer(sign_in("sara", "EA", client_id="groep", scope=SCOPE))
    assert refused["error"] == "access_denied"
    assert "dus beëindigd (bron: Gebruikersbeheer)" in refused["error_description"]


def test_a_refresh_tells_the_organisations_that_are_left_and_then_refuses(
    federation: FederationInTest, els: str
) -> None:
    given = tokens("els", "EA", client=GROUP, scope=SCOPE)
    revoked = {"revoked_on": "2021-04-27"}
    grant(federation, els, federation.number("cijferwijs"), **revoked)
    left = refresh(given["refresh_token"], client=GROUP).json()
    assert in_capacity(left["id_token"])["groep_rol_3d"] == [
        f"EigenEloketGebruiker:{federation.number('de-kade')}"
    ]
    grant(federation, els, federation.number("de-kade"), **revoked)
    denied = refresh(left["refresh_token"], client=GROUP).json()
    assert denied["error"] == "access_denied"
    assert "Het recht is ingetrokken" in denied["error_description"]


@pytest.mark.parametrize("route", ["legal_representative", "mandate", "administrator"])
def test_a_route_that_needs_an_organisation_does_not_fit_this_level(route: str) -> None:
    file = {**FILE, "client_id": "fout", "client_secret": "geheim", "redirect_uris": [CALLBACK]}
    refused = requests.post(f"{ACM}/_mock/clients", json={**file, "routes": [route]}, timeout=10)
    assert refused.status_code == 400
    assert "choice_level target_group" in refused.json()["detail"]
