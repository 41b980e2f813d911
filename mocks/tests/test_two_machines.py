"""Two machines that share a PostgreSQL database, or two workers that share a folder, are one federation."""

from __future__ import annotations

from base64 import b64encode
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from mocks.federation import Federation
from mocks.tests.conftest import Pair
from mocks.tests.door import knock

FORM = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Authorization": "Basic " + b64encode(b"eigen-eloket:eigen-eloket-geheim").decode(),
}
CALLBACK = "http://127.0.0.1:9999/callback"


def ask_to_sign_in(federation: Federation, prefix: str = "", **more: str) -> dict[str, list[str]]:
    """Ask for a code without pages, and return what comes back in the redirect."""
    query = {
        "client_id": "eigen-eloket",
        "response_type": "code",
        "scope": "openid vo",
        "redirect_uri": CALLBACK,
        "mock_persona": "jan",
        "mock_identity": "BUR",
        **more,
    }
    answer = knock(federation, f"{prefix}/acm/op/v1/auth?{urlencode(query)}")
    assert str(answer.header("Location")).startswith(CALLBACK), answer.body
    return parse_qs(urlsplit(str(answer.header("Location"))).query)


def tokens_for(federation: Federation, code: str, prefix: str = "") -> tuple[int, Any]:
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    body = urlencode(form).encode()
    answer = knock(federation, f"{prefix}/acm/op/v1/token", "POST", headers=FORM, body=body)
    return answer.status, answer.json()


def userinfo(federation: Federation, token: str, prefix: str = "") -> tuple[int, bytes]:
    headers = {"Authorization": f"Bearer {token}"}
    answer = knock(federation, f"{prefix}/acm/op/v1/userinfo", headers=headers)
    return answer.status, answer.body


def test_a_sign_in_may_begin_at_one_and_end_at_the_other(pair: Pair) -> None:
    one, other = pair
    code = ask_to_sign_in(one)["code"][0]
    status, tokens = tokens_for(other, code)
    assert status == 200, tokens
    assert userinfo(one, tokens["access_token"])[0] == 200
    status, refused = tokens_for(one, code)
    assert (status, refused["error"]) == (400, "invalid_grant")


def test_both_publish_the_same_keys(pair: Pair) -> None:
    published = [knock(one, "/acm/op/v1/keys").json() for one in pair]
    assert published[0] == published[1]
    assert published[0]["keys"]


def test_a_change_at_one_bites_at_the_other_at_once(pair: Pair) -> None:
    one, other = pair
    cast = knock(one, "/_mock/cast").json()
    jan, de_kade = cast["people"]["jan"]["number"], cast["organisations"]["de-kade"]["number"]
    whom = f"EA:{de_kade}"
    for federation in pair:
        assert "code" in ask_to_sign_in(federation, mock_identity=whom)
    numbers = knock(one, "/kbo/_mock/function").json()["numbers"]
    for number in (number for number in numbers if number.startswith(f"{de_kade}-{jan}-")):
        assert knock(one, f"/kbo/_mock/function/{number}", "DELETE").status == 200
    knock(one, "/_mock/clock", "PUT", body={"now": "2021-05-10"})  # KBO shows a change the next day.
    for federation in (other, one):
        assert ask_to_sign_in(federation, mock_identity=whom)["error"] == ["access_denied"]


def test_a_world_made_or_removed_at_one_is_so_at_the_other(pair: Pair) -> None:
    one, other = pair
    assert knock(one, "/_mock/worlds", "POST", body={"name": "a"}).status == 201
    assert knock(other, "/_mock/worlds", "POST", body={"name": "a"}).status == 409
    code = ask_to_sign_in(other, "/w/a")["code"][0]
    assert tokens_for(one, code)[0] == 400, "a code of one world is none in another"
    assert tokens_for(one, code, "/w/a")[0] == 200
    assert knock(other, "/_mock/worlds/a", "DELETE").status == 200
    assert knock(one, "/w/a/acm/health").status == 404


def test_a_world_made_anew_at_one_is_new_at_the_other(pair: Pair) -> None:
    one, other = pair
    person = "/w/a/rijksregister/_mock/person"
    for round_number in range(3):
        assert knock(one, "/_mock/worlds", "POST", body={"name": "a"}).status == 201
        numbers = knock(other, person).json()["numbers"]
        assert len(numbers) > 10, f"round {round_number}"
        assert knock(other, f"{person}/{numbers[0]}", "DELETE").status == 200
        assert len(knock(one, person).json()["numbers"]) == len(numbers) - 1
        assert knock(one, "/_mock/worlds/a", "DELETE").status == 200


def test_a_reset_at_one_ends_what_was_open_at_the_other(pair: Pair) -> None:
    one, other = pair
    token = tokens_for(other, ask_to_sign_in(other)["code"][0])[1]["access_token"]
    assert userinfo(other, token)[0] == 200
    assert knock(one, "/_mock/reset", "POST").status == 200
    assert userinfo(other, token)[0] == 401
    assert "code" in ask_to_sign_in(other)


def test_facts_go_out_of_one_and_into_the_other(pair: Pair) -> None:
    one, other = pair
    facts = knock(one, "/_mock/facts").json()
    knock(one, "/_mock/worlds", "POST", body={"name": "empty", "cast": False})
    assert knock(other, "/w/empty/_mock/facts", "PUT", body=facts).status == 200
    assert knock(one, "/w/empty/_mock/facts").json() == facts
