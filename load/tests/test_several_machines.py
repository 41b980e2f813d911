"""Two servers on one PostgreSQL database behind nginx are one stage, and one of them is enough."""

from __future__ import annotations

import random
import re
import sys
from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from load.actors import Role
from load.browser import Browser, marked
from load.cast_people import CastPopulation
from load.errand import Errand, Places
from load.journeys.signing_in import enter, leave
from load.tests.machines import Machines, free_ports, machines, started, wait_for
from load.tests.sender import Sender
from steps.wires import wait_until

AT_ONCE = 8
CALLBACK = "http://127.0.0.1:9999/callback"
CLIENT = {"Authorization": "Basic " + b64encode(b"eigen-eloket:eigen-eloket-geheim").decode()}


@dataclass
class Program:
    """An e-loket that asks ACM through the balancer, and notes which server answered."""

    url: str
    answered: list[str] = field(default_factory=list)

    def code(self) -> str:
        """Return a code for Jan, without pages."""
        asked = {
            "client_id": "eigen-eloket",
            "response_type": "code",
            "scope": "openid vo offline_access",
            "redirect_uri": CALLBACK,
            "mock_persona": "jan",
            "mock_identity": "BUR",
        }
        answer = requests.get(f"{self.url}/acm/op/v1/auth", params=asked, allow_redirects=False, timeout=10)
        self.note(answer)
        return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]

    def tokens(self, **form: str) -> tuple[int, Any]:
        """Ask for tokens; return the status and what was told."""
        answer = requests.post(
            f"{self.url}/acm/op/v1/token",
            data={"redirect_uri": CALLBACK, **form},
            headers=CLIENT,
            timeout=10,
        )
        self.note(answer)
        return answer.status_code, answer.json()

    def redeem(self, code: str) -> tuple[int, Any]:
        """Redeem a code."""
        return self.tokens(grant_type="authorization_code", code=code)

    def renew(self, token: str) -> tuple[int, Any]:
        """Use a refresh token."""
        return self.tokens(grant_type="refresh_token", refresh_token=token)

    def userinfo(self, token: str) -> int:
        """Ask who it is; return the status."""
        headers = {"Authorization": f"Bearer {token}"}
        answer = requests.get(f"{self.url}/acm/op/v1/userinfo", headers=headers, timeout=10)
        self.note(answer)
        return answer.status_code

    def note(self, answer: requests.Response) -> None:
        """Note who answered; who was tried before stands before it."""
        self.answered.append(answer.headers.get("Proefloket-Server", "").rpartition(" ")[2])


def visitor(url: str, answered: list[str]) -> Errand:
    """Return somebody with a browser."""
    sender = Sender()
    sender.session.hooks["response"].append(
        lambda answer, *_, **__: answered.append(answer.headers["Proefloket-Server"].rpartition(" ")[2])
    )
    chance = random.Random(1)
    return Errand(Browser(sender, lambda: None), CastPopulation(), chance, Places(url, url))


def signed_in(stage: Machines) -> Errand:
    """Sign in at KIOSK over the pages; each page comes from another server than the one before."""
    answered: list[str] = []
    errand = visitor(stage.url, answered)
    actor = errand.draw(Role.LEGAL_REPRESENTATIVE)
    enter(errand, actor, errand.identity(actor))
    assert set(answered) == set(stage.servers)
    return errand


def check_that_tokens_go_across(stage: Machines) -> None:
    """One gives a code, the other redeems it, once; a refresh token is renewed at each in turn."""
    eloket = Program(stage.url)
    code = eloket.code()
    status, first = eloket.redeem(code)
    assert status == 200, first
    assert eloket.userinfo(first["access_token"]) == 200
    status, second = eloket.renew(first["refresh_token"])
    assert status == 200, second
    status, third = eloket.renew(second["refresh_token"])
    assert status == 200, third
    assert len({one["refresh_token"] for one in (first, second, third)}) == 3
    twice = [eloket.redeem(code)[1]["error"] for _ in stage.servers]
    assert twice == ["invalid_grant"] * len(stage.servers)
    before, after = eloket.answered[:-1], eloket.answered[1:]
    assert all(one != other for one, other in zip(before, after, strict=True)), eloket.answered


def test_two_servers_are_one_stage_and_one_of_them_is_enough(postgres: str) -> None:
    with machines(postgres) as stage:
        check_that_tokens_go_across(stage)
        eloket, person = Program(stage.url), signed_in(stage)
        tokens = eloket.redeem(eloket.code())[1]
        lost, left = stage.servers
        stage.kill(lost)

        eloket.answered.clear()
        status, renewed = eloket.renew(tokens["refresh_token"])
        assert status == 200, renewed
        # A refresh token that is used again ends all that came of it.
        for used in (tokens["refresh_token"], renewed["refresh_token"]):
            assert eloket.renew(used)[0] == 400
        assert eloket.redeem(eloket.code())[0] == 200
        person.browser.open(person.places.kiosk("/dossiers"), marked("applicant"))
        leave(person)
        assert set(eloket.answered) == {left}


@contextmanager
def workers(folder: Path) -> Iterator[str]:
    """Run one server with two workers on a folder, and give its address."""
    (port,) = free_ports(1)
    command = [sys.executable, "-m", "mocks", "up", "--workers", "2", "--port", str(port)]
    log = folder / "server.log"
    with started([*command, "--data", str(folder / "toneel")], log) as process:
        wait_for(f"http://127.0.0.1:{port}/health", process, log)
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(params=["workers on a folder", "servers behind nginx"])
def crowded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of several processes that are one stage."""
    if request.param == "workers on a folder":
        with workers(tmp_path) as url:
            yield url
    else:
        with machines(request.getfixturevalue("postgres")) as stage:
            yield stage.url


def test_what_is_good_once_is_so_when_it_is_used_at_several_processes_at_once(crowded: str) -> None:
    eloket = Program(crowded)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        # One worker answers while the other is still loading.
        wait_until(lambda: len(set(pool.map(process_of, [crowded] * 4 * AT_ONCE))) == 2, "both to answer")
        for _ in range(3):
            told = list(pool.map(eloket.redeem, [eloket.code()] * AT_ONCE))
            assert sorted(status for status, _ in told) == [200] + [400] * (AT_ONCE - 1)
            # Whoever redeems a code again ends what came of it, so that another one is renewed.
            tokens = eloket.redeem(eloket.code())[1]
            told = list(pool.map(eloket.renew, [tokens["refresh_token"]] * AT_ONCE))
            assert sorted(status for status, _ in told) == [200] + [400] * (AT_ONCE - 1)


def process_of(url: str) -> str:
    """Return the name of the process that answers."""
    (line,) = re.findall(
        r"^proefloket_process_info.*$", requests.get(f"{url}/metrics", timeout=10).text, re.M
    )
    return str(line)
