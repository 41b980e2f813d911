"""The control rooms ask for the token when the server is not on loopback, and only they do."""

from __future__ import annotations

import re
from html import unescape

import pytest

from mocks.core.addresses import SYSTEMS
from mocks.federation import Federation
from mocks.settings import Settings
from mocks.tests.door import HOST, PAGE, knock

TOKEN = "het-controletoken"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def guarded() -> Federation:
    federation = Federation(Settings(url=f"http://{HOST}", control_token=TOKEN))
    federation.house.worlds.create("a")
    return federation


@pytest.mark.parametrize("prefix", ["", "/w/a"])
@pytest.mark.parametrize("system", SYSTEMS)
def test_the_control_room_of_every_system_asks_for_it(guarded: Federation, system: str, prefix: str) -> None:
    room = f"{prefix}{SYSTEMS[system].path}/_mock"
    for path in (room, f"{room}/", f"{room}/person", f"{room}/cast", f"{room}//x", f"{room}/%2e%2e/x"):
        for method in ("GET", "POST", "PUT", "DELETE"):
            answer = knock(guarded, path, method)
            assert (answer.status, answer.json()["code"]) == (401, "control-refused"), (method, path)
            assert "Authorization: Bearer" in answer.json()["detail"]
    assert knock(guarded, f"{room}/", headers=BEARER).status != 401


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        TOKEN[:-1],
        f"Bearer {TOKEN}x",
        "Bearer ",
        "Bearer",
        "Basic aGV0OmNvbnRyb2xldG9rZW4=",
        "Bearer é\xff",
    ],
)
def test_another_token_is_refused(guarded: Federation, authorization: str) -> None:
    headers = {"Authorization": authorization} if authorization else {}
    assert knock(guarded, "/_mock/cast", headers=headers).status == 401


def test_the_token_opens_the_control_rooms(guarded: Federation) -> None:
    assert knock(guarded, "/_mock/cast", headers=BEARER).status == 200
    assert knock(guarded, "/w/a/_mock/clock", "PUT", headers=BEARER, body={"rate": 2}).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/", "/health", "/metrics", "/acm/op/.well-known/openid-configuration", "/kbo/.well-known/jwks.json",
        "/csam/sleutels", "/kiosk/", "/rijksregister/api/v1/persons", "/static/proefloket.css",
    ],
)  # fmt: skip
def test_no_other_room_asks_for_it(guarded: Federation, path: str) -> None:
    assert knock(guarded, path, headers=PAGE).status in {200, 302, 303}


@pytest.mark.parametrize(
    "path",
    [
        "//_mock/cast", "/acm//_mock/clients", "/acm/./_mock/clients", "/acm/../_mock/cast", "/%5Fmock/cast",
        "/_mock%2Fcast", "/acm/%2e%2e/_mock/cast", "/_MOCK/cast", "/w/a//_mock/cast", "///_mock///cast",
        "/acm/;/_mock/clients", "/_mock;x/cast", "/acm%2F_mock/clients",
    ],
)  # fmt: skip
def test_no_way_of_writing_the_path_slips_past(guarded: Federation, path: str) -> None:
    answer = knock(guarded, path)
    assert answer.status in {301, 308, 401, 404}, answer.body
    if answer.status in {301, 308}:
        onward = str(answer.header("Location")).removeprefix(f"http://{HOST}")
        assert knock(guarded, onward).status in {401, 404}


def test_without_a_token_the_control_rooms_are_open(one_port: Federation) -> None:
    assert knock(one_port, "/_mock/cast").status == 200


@pytest.mark.parametrize("path", ["/gereedheid", "/gereedheid?voor=de-kade"])
def test_every_download_of_the_page_of_readiness_opens_without_it(guarded: Federation, path: str) -> None:
    html = knock(guarded, path, headers=PAGE).body.decode()
    downloads = [unescape(href) for href in re.findall(r'href="([^"]*format=[^"]*)"', html)]
    assert downloads
    assert [knock(guarded, one, headers=PAGE).status for one in downloads] == [200] * len(downloads)
