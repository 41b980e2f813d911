"""ACM's control room: registering e-lokets as at a real onboarding."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from mocks.acm.tests.own_eloket import (
    ACM,
    CALLBACK,
    ask,
    code,
    error,
    exchange,
    payload,
    register,
    tokens,
)

pytestmark = pytest.mark.usefixtures("federation")

CLIENTS = f"{ACM}/_mock/clients"
FILE: dict[str, Any] = {
    "client_id": "a2c0d6ea-8d1c-4f64-9e8a-2f9c0a0f1b2c",
    "client_name": "Loket voor Lokale Besturen",
    "client_secret": "x" * 95,
    "redirect_uris": [CALLBACK],
    "scope": "openid rrn vo profile abb_loketLB",
    "target_groups": ["LB"],
    "routes": ["legal_representative", "work_relation"],
    "right": {"name": "LoketLB Gebruiker", "token_code": "LoketLBGebruiker"},
}
COMPLETED = {
    **FILE,
    "right": {**FILE["right"], "profile": None},
    "jwks": None,
    "post_logout_redirect_uris": [],
    "token_endpoint_auth_methods": ["client_secret_basic", "client_secret_post"],
    "keys": ["eid", "itsme", "app", "sms", "token"],
    "belgian_eid": "never",
    "require_pkce": False,
    "loopback_any_port": False,
    "choice": "when_several",
    "choice_level": "organisation",
    "mandate_type": None,
    "closed_on": [],
    "legal_persons_only": False,
    "excluded_legal_forms": [],
}


def sent(body: Any, **options: Any) -> requests.Response:  # noqa: ANN401  # any JSON
    """Send a registration."""
    return requests.post(CLIENTS, json=body, timeout=10, **options)


def test_an_eloket_with_a_uuid_for_a_name_registers_and_signs_in() -> None:
    registered = sent(FILE)
    assert (registered.status_code, registered.json()) == (201, COMPLETED)
    client = (FILE["client_id"], FILE["client_secret"])
    claims = payload(tokens("luc", None, client=client, scope=FILE["scope"])["id_token"])
    assert (claims["aud"], claims["vo_orgnaam"]) == (FILE["client_id"], "Gemeente Kapeldorp")


def test_an_integration_file_in_yaml_registers_the_same_eloket() -> None:
    text = f"""
client_id: {FILE["client_id"]}
client_name: Loket voor Lokale Besturen
client_secret: {FILE["client_secret"]}
redirect_uris: ["{CALLBACK}"]
scope: openid rrn vo profile abb_loketLB
target_groups: [LB]
routes: [legal_representative, work_relation]
right: {{ name: LoketLB Gebruiker, token_code: LoketLBGebruiker }}
require_pkce: false
"""
    registered = requests.post(CLIENTS, data=text, headers={"Content-Type": "application/yaml"}, timeout=10)
    assert (registered.status_code, registered.json()) == (201, COMPLETED)


def test_the_singular_of_rfc_7591_names_one_method() -> None:
    registered = sent({**FILE, "token_endpoint_auth_method": "client_secret_post"})
    assert registered.json()["token_endpoint_auth_methods"] == ["client_secret_post"]


def test_the_grants_and_response_types_of_rfc_7591_are_taken_when_acm_has_them() -> None:
    members = {"grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"]}
    registered = sent({**FILE, **members})
    assert (registered.status_code, registered.json()) == (201, COMPLETED)


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": ""},
        {"client_id": "met spatie"},
        {"client_id": "x" * 101},
        {"client_id": "naam\n"},
        {"client_secret": None},
        {"client_secret": ""},
        {"redirect_uris": []},
        {"redirect_uris": "http://127.0.0.1/callback"},
        {"redirect_uris": ["http://127.0.0.1/callback#deel"]},
        {"redirect_uris": ["/callback"]},
        {"redirect_uris": ["http://[kapot"]},
        {"redirect_uris": ["http://127.0.0.1/\r\nX: y"]},
        {"redirect_uris": ["{nergens}/callback"]},
        {"post_logout_redirect_uris": ["ergens"]},
        {"token_endpoint_auth_methods": ["private_key_jwt"]},
        {"token_endpoint_auth_method": "tls_client_auth"},
        {"grant_types": ["client_credentials"]},
        {"response_types": ["token"]},
        {"jwks": {"keys": []}, "token_endpoint_auth_methods": ["private_key_jwt"]},
        {"jwks": {"keys": [{"kty": "RSA"}]}, "token_endpoint_auth_methods": ["private_key_jwt"]},
        {"target_groups": ["GID"]},
        {"routes": ["raam"]},
        {"keys": []},
        {"keys": ["pincode"]},
        {"belgian_eid": "soms"},
        {"onbekend": 1},
    ],
    ids=str,
)
def test_a_file_with_one_member_that_does_not_fit_is_refused_and_changes_nothing(
    changes: dict[str, Any],
) -> None:
    refused = sent({**FILE, **changes})
    assert (refused.status_code, refused.headers["Content-Type"]) == (400, "application/problem+json")
    listed = requests.get(CLIENTS, timeout=10).json()["numbers"]
    assert FILE["client_id"] not in listed
    assert "eigen-eloket" in listed


@pytest.mark.parametrize(
    ("mimetype", "text"),
    [
        ("application/json", ""),
        ("application/json", "{"),
        ("application/json", "[]"),
        ("application/json", "[" * 100_000),
        ("text/plain", "{}"),
        ("application/yaml", ""),
        ("application/yaml", "- een\n- lijst"),
        ("application/yaml", "a: [1"),
        ("application/yaml", "[" * 5_000),
        ("application/yaml", "a: " + "[" * 100_000 + "]" * 100_000),
        ("application/yaml", "\0"),
        ("application/yaml", "? [een, sleutel]\n: waarde"),
        ("application/yaml", "client_id: &a [*a]"),
    ],
)
def test_a_body_that_is_no_file_is_refused(mimetype: str, text: str) -> None:
    answered = requests.post(CLIENTS, data=text, headers={"Content-Type": mimetype}, timeout=20)
    assert answered.status_code == 400, answered.text


def test_an_eloket_can_be_read_replaced_and_removed() -> None:
    assert sent(FILE).status_code == 201
    url = f"{CLIENTS}/{FILE['client_id']}"
    assert requests.get(url, timeout=10).json() == COMPLETED
    assert requests.put(url, json={**FILE, "client_name": "Anders"}, timeout=10).status_code == 200
    assert requests.get(url, timeout=10).json() == {**COMPLETED, "client_name": "Anders"}
    assert requests.delete(url, timeout=10).status_code == 200
    assert requests.get(url, timeout=10).status_code == 404
    assert requests.delete(url, timeout=10).status_code == 404
    assert ask({"client_id": FILE["client_id"]}).json()["code"] == "unknown-client"


def test_an_eloket_cannot_be_put_under_another_name() -> None:
    answered = requests.put(f"{CLIENTS}/ander", json=FILE, timeout=10)
    assert (answered.status_code, answered.json()["code"]) == (400, "malformed-integration-file")


def test_a_narrowed_file_bites_at_the_next_request() -> None:
    register(client_id="loket", scope="openid vo")
    given = code(client_id="loket", scope="openid vo")
    register(client_id="loket", scope="openid", client_secret="nieuw")
    assert error(ask({"client_id": "loket", "scope": "openid vo"})) == "invalid_scope"
    assert exchange(given, client=("loket", "geheim")).status_code == 401
    assert exchange(given, client=("loket", "nieuw")).status_code == 200


def test_the_control_room_says_which_kinds_of_facts_it_holds() -> None:
    kinds = requests.get(f"{ACM}/_mock/", timeout=10).json()
    assert list(kinds) == ["clients"]
    assert set(FILE) <= set(kinds["clients"]["properties"])


def test_eigen_eloket_is_always_there_as_its_contract_says() -> None:
    assert requests.get(f"{CLIENTS}/eigen-eloket", timeout=10).json() == {
        **COMPLETED,
        "client_id": "eigen-eloket",
        "client_name": "Eigen e-loket",
        "client_secret": "eigen-eloket-geheim",
        "redirect_uris": ["http://127.0.0.1/callback"],
        "post_logout_redirect_uris": ["http://127.0.0.1/callback", "http://127.0.0.1/"],
        "loopback_any_port": True,
        "scope": ("openid profile rrn vo wettelijkvertegenwoordiger ssm_mandaat eigen_eloket offline_access"),
        "target_groups": ["BUR", "EA", "LB", "OV"],
        "routes": ["person", "legal_representative", "work_relation", "mandate"],
        "right": {"name": "Eigen e-loket Gebruiker", "token_code": "EigenEloketGebruiker", "profile": None},
        "mandate_type": "eigen-eloket",
    }


def test_no_other_shipped_eloket_has_the_loopback_exception() -> None:
    for name in requests.get(CLIENTS, timeout=10).json()["numbers"]:
        file = requests.get(f"{CLIENTS}/{name}", timeout=10).json()
        assert file["loopback_any_port"] is (name == "eigen-eloket")
