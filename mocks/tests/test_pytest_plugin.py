"""The fixture ``federation``, as somebody who tests an e-loket in Python uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = """
    from datetime import datetime, timedelta
    from urllib.parse import parse_qs, urlsplit

    import pytest
    import requests

    ISSUER = "https://authenticatie.vlaanderen.be/op"


    def discovery():
        return requests.get(ISSUER + "/.well-known/openid-configuration", timeout=1).json()


    def sign_in(**more):
        query = {
            "client_id": "eigen-eloket", "response_type": "code", "scope": "openid vo",
            "redirect_uri": "http://127.0.0.1:9999/callback", "mock_persona": "jan", "mock_identity": "BUR",
        }
        asked = {**query, **more}
        answer = requests.get(
            discovery()["authorization_endpoint"], params=asked, allow_redirects=False, timeout=1
        )
        found = parse_qs(urlsplit(answer.headers["Location"]).query)
        if "error" in found:
            return found
        tokens = requests.post(
            discovery()["token_endpoint"],
            data={
                "grant_type": "authorization_code", "code": found["code"][0],
                "redirect_uri": asked["redirect_uri"],
            },
            auth=("eigen-eloket", "eigen-eloket-geheim"), timeout=1,
        )
        assert tokens.status_code == 200, tokens.text
        return tokens.json()
"""


Play = Callable[[str], dict[str, int]]


@pytest.fixture
def outcomes(pytester: pytest.Pytester) -> Play:
    """Run a suite of somebody else, with warnings as errors, and count how its tests end."""

    def play(suite: str) -> dict[str, int]:
        pytester.makeini("[pytest]\nfilterwarnings = error")
        pytester.makepyfile(HEAD + suite)
        return pytester.runpytest_inprocess("-q", "-p", "no:cacheprovider").parseoutcomes()

    return play


SUITE = """
    def test_requests_reaches_the_real_hosts(federation):
        assert discovery()["issuer"] == ISSUER
        tokens = sign_in()
        bearer = {"Authorization": "Bearer " + tokens["access_token"]}
        person = requests.get(discovery()["userinfo_endpoint"], headers=bearer, timeout=1)
        assert person.status_code == 200, person.text

    def test_a_refusal_comes_back_with_its_reason(federation):
        theirs = "EA:" + federation.number("de-kade")
        assert sign_in(mock_identity=theirs, mock_persona="dirk")["error"] == ["access_denied"]

    def test_every_system_answers_on_its_own_host(federation):
        for system in ("acm", "csam", "fas", "kbo", "rijksregister", "kiosk", "stage"):
            assert requests.get(federation.url(system, "/health"), timeout=1).json()["status"] == "ok"

    @pytest.mark.parametrize("turn", [1, 2])
    def test_every_test_has_a_world_of_its_own(federation, turn):
        person = federation.url("rijksregister", "/_mock/person/" + federation.number("jan"))
        assert requests.get(person, timeout=1).status_code == 200
        assert federation.now == datetime.fromisoformat("2021-04-27T09:00:00+02:00")
        assert requests.delete(person, timeout=1).status_code == 200
        assert requests.get(person, timeout=1).status_code == 404
        federation.step(timedelta(days=30))

    def test_the_clock_stands_until_stepped_and_tokens_follow_it(federation):
        health = federation.url("kbo", "/health")
        said = [requests.get(health, timeout=1).json()["now"] for _ in range(2)]
        assert said == ["2021-04-27T09:00:00+02:00"] * 2
        bearer = {"Authorization": "Bearer " + sign_in()["access_token"]}
        userinfo = discovery()["userinfo_endpoint"]
        assert requests.get(userinfo, headers=bearer, timeout=1).status_code == 200
        federation.step(timedelta(days=1))
        assert requests.get(health, timeout=1).json()["now"] == "2021-04-28T09:00:00+02:00"
        assert requests.get(userinfo, headers=bearer, timeout=1).status_code == 401
        federation.set_clock(datetime.fromisoformat("2021-04-26T23:59:59+02:00"))
        assert federation.now.day == 26

    def test_names_give_their_numbers(federation):
        cast = requests.get(federation.url("stage", "/_mock/cast"), timeout=1).json()
        assert federation.number("jan") == cast["people"]["jan"]["number"]
        assert federation.number("de-kade") == cast["organisations"]["de-kade"]["number"]

    def test_an_unknown_name_fails(federation):
        with pytest.raises(KeyError):
            federation.number("niemand")

    def test_no_other_host_can_be_reached(federation):
        with pytest.raises(requests.ConnectionError):
            requests.get("https://www.vlaanderen.be/", timeout=1)

    def test_without_the_fixture_requests_is_as_before():
        assert requests.adapters.HTTPAdapter.send.__module__ == "requests.adapters"
"""


def test_a_suite_of_somebody_else_plays_against_the_real_hosts_in_worlds_of_its_own(outcomes: Play) -> None:
    assert outcomes(SUITE) == {"passed": 10}


def test_a_failing_test_spoils_nothing_for_the_next(outcomes: Play) -> None:
    assert outcomes("""
    def test_fails(federation):
        federation.step(timedelta(days=3))
        requests.get(federation.url("kbo", "/health"), timeout=1)
        raise AssertionError

    def test_makes_a_world_and_leaves_it(federation):
        requests.post(federation.url("stage", "/_mock/worlds"), json={"name": "left"}, timeout=1)

    def test_removes_its_own_world(federation):
        world = federation.url("stage", "/_mock/worlds/" + federation.world)
        assert requests.delete(world, timeout=1).status_code == 200

    def test_next(federation):
        assert federation.now.day == 27
        sign_in()
    """) == {"failed": 1, "passed": 3}
