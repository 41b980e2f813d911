"""The bench against peers: what counts as a sign-in, what is verified, and what is said in the end."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import jwt
import psutil
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from bench import sign_ins
from bench.contestants import Contestant, NotReady, Running, ours, running
from bench.driver import Seen
from bench.exchange import Answer
from bench.flows import CALLBACK, FLOWS, WrongAnswer
from bench.settling import settle
from bench.sign_ins import MOST_BUSY, TARGET, Measured, Untrue, table, verdict

PERSON = {"mock_persona": "85031400028", "mock_identity": "BUR"}
TOKENS = b'{"access_token": "a", "id_token": "i.d.t"}'


def measured(name: str, rate: float, algorithm: str = "RS256", *, peer: bool = True) -> Measured:
    """Return what is seen of somebody who does so many sign-ins per second."""
    contestant = Contestant(name, "floor", lambda port: [str(port)], "/", "", algorithm, peer)
    seen = Seen(int(rate * 10), 10.0, 0.2, [float(one) for one in range(1, 101)])
    return Measured(name, Running(contestant, 1, 0.5, cast(psutil.Process, None)), [], [seen], [1.0])


@pytest.mark.parametrize(("rate", "word", "code"), [(150, "REACHED", 0), (149, "NOT REACHED", 1)])
def test_the_target_is_a_multiple_of_the_fastest_peer_that_signs_alike(
    rate: int, word: str, code: int
) -> None:
    own, floor = measured("proefloket", rate, peer=False), measured("floor", 300, peer=False)
    rivals = [measured("traag", 50), measured("snel", 100), measured("anders", 900, "ES256")]
    line, exit_code = verdict([own, floor, *rivals], own, floor)
    assert (line.partition(":")[0], exit_code) == (word, code)
    assert f"aim {TARGET:.2f} ×" in line
    assert "(snel)" in line


def test_without_a_peer_nothing_is_reached() -> None:
    own, floor = measured("proefloket", 900, peer=False), measured("floor", 300, peer=False)
    line, code = verdict([own, floor], own, floor)
    assert (line.startswith("NOT COMPARED"), code) == (True, 1)


def test_the_table_has_the_fastest_first_with_its_percentiles() -> None:
    lines = table([measured("traag", 50), measured("snel", 100)])
    assert [line.split()[0] for line in lines[1:]] == ["snel", "traag"]
    assert "50.5" in lines[1]


def test_the_working_set_is_in_no_cold_round(tmp_path: Path) -> None:
    warm, cold = settle(tmp_path, 1_000)
    numbers = [one["mock_persona"] for part in (warm, *cold) for one in part]
    assert len(numbers) == len(set(numbers))
    assert len(warm) > 100
    assert all(cold)


def answer(status: int = 200, body: bytes = b"", location: str = "", cookie: str = "") -> Answer:
    """Return an answer of a provider."""
    head = f"HTTP/1.1 {status} X\r\nLocation: {location}\r\nSet-Cookie: s={cookie}"
    return Answer(status, head.encode(), body)


CODE = answer(302, location=f"{CALLBACK}?code=abc&state=x")
FORM = [
    answer(303, location="http://h/interaction/1", cookie="one"),
    answer(body=b"<form>"),
    answer(303, location="/auth/1"),
    answer(303, location=f"{CALLBACK}?code=abc", cookie="two"),
]
REDEEMED = [answer(body=TOKENS), answer(body=b'{"sub": "85031400028"}')]
PLAYED = {
    "proefloket": [CODE, *REDEEMED],
    "oauth2_mock_server": [CODE, *REDEEMED],
    "oidc_provider_mock": [CODE, *REDEEMED],
    "oidc_provider_by_form": [*FORM, *REDEEMED],
}  # fmt: skip


def play(flow: str, answers: list[Answer], kept: dict[str, str]) -> tuple[str, list[bytes]]:
    """Let a flow run on prepared answers; return its ID token and what it asked."""
    going = FLOWS[flow]("h:1", kept, PERSON)
    asked = [next(going)]
    for one in answers:
        try:
            asked.append(going.send(one))
        except StopIteration as whole:
            return str(whole.value), asked
    raise AssertionError("the flow wants more answers")


@pytest.mark.parametrize("flow", PLAYED)
def test_a_sign_in_redeems_its_code_and_uses_its_token(flow: str) -> None:
    token, asked = play(flow, PLAYED[flow], {})
    assert token == "i.d.t"
    assert b"code=abc&" in asked[-2]
    assert b"Authorization: Bearer a\r\n" in asked[-1]


def test_a_session_of_oidc_provider_is_opened_once_and_then_used() -> None:
    kept: dict[str, str] = {}
    play("oidc_provider_by_session", PLAYED["oidc_provider_by_form"], kept)
    _, asked = play("oidc_provider_by_session", [answer(303, location=f"{CALLBACK}?code=b"), *REDEEMED], kept)
    assert len(asked) == 3
    assert b"Cookie: s=two\r\n" in asked[0]


@pytest.mark.parametrize("flow", PLAYED)
@pytest.mark.parametrize("wrong", [answer(500), answer(302, location="/elders"), answer(body=b"{}")])
def test_a_wrong_answer_ends_the_run_wherever_it_comes(flow: str, wrong: Answer) -> None:
    for place in range(len(PLAYED[flow])):
        answers = [*PLAYED[flow][:place], wrong]
        with pytest.raises((WrongAnswer, AssertionError)) as refused:
            play(flow, answers, {})
        assert refused.type is WrongAnswer, (place, wrong)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, list[dict[str, str]]]]:
    """Our own ACM, as the bench starts it, on a small population."""
    data = tmp_path_factory.mktemp("bench")
    warm, _ = settle(data, 1_000)
    with running(ours(data), sorted(os.sched_getaffinity(0)), data / "log") as started:
        yield started, warm


ASKED = argparse.Namespace(seconds=1.0, connections=3)


def test_the_driver_signs_people_in_at_a_real_server(server: tuple[Running, list[dict[str, str]]]) -> None:
    started, warm = server
    seen = Measured("proefloket", started, [warm]).play(ASKED, 0, None, sign_ins=10, seconds=0)
    assert (seen.sign_ins, len(seen.milliseconds), len(seen.tokens)) == (10, 10, 1)
    assert started.megabytes() > 1
    assert started.processor_seconds() > 0
    claims = jwt.decode(seen.tokens[0], options={"verify_signature": False})
    assert claims["aud"] == "eigen-eloket"


def test_a_token_of_another_key_is_not_taken(server: tuple[Running, list[dict[str, str]]]) -> None:
    started, _ = server
    kid = jwt.PyJWKSet.from_dict(started.key_set()).keys[0].key_id
    other = generate_private_key(65537, 2048)
    forged = jwt.encode({"sub": "85031400028"}, other, algorithm="RS256", headers={"kid": kid})
    with pytest.raises(Untrue, match="does not hold"):
        sign_ins._verify(started, [forged])


def test_a_driver_without_time_left_measures_nothing(
    server: tuple[Running, list[dict[str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    started, warm = server
    monkeypatch.setattr(sign_ins, "MOST_BUSY", 0.0)
    with pytest.raises(Untrue, match="measured itself"):
        Measured("proefloket", started, [warm]).play(ASKED, 0, None, sign_ins=3, seconds=0)
    assert MOST_BUSY < 1


def test_somebody_who_cannot_sign_in_ends_the_run(server: tuple[Running, list[dict[str, str]]]) -> None:
    started, _ = server
    nobody = [{"mock_persona": "niemand", "mock_identity": "BUR"}]
    with pytest.raises(Untrue, match="302"):
        Measured("proefloket", started, [nobody]).play(ASKED, 0, None, sign_ins=3, seconds=0)


def test_a_server_that_ends_at_once_is_given_up(tmp_path: Path) -> None:
    broken = Contestant("broken", "floor", lambda port: ["false", str(port)], "/", "")
    with pytest.raises(NotReady, match="ended with 1"), running(broken, [0], tmp_path / "log"):
        pass
