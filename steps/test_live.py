"""A live server: ready, concurrent, durable, and its worlds apart.  Loopback only, bounded, self-stopping."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

from mocks.cast import load_cast
from mocks.core.identifiers import Sex, make_national_number
from steps.wires import start

if TYPE_CHECKING:
    from collections.abc import Iterator

CAST = load_cast()
DE_KADE = CAST.organisations["de-kade"].number
CALLBACK = "http://127.0.0.1:9999/callback"


@pytest.fixture
def server(live_server: str, session: requests.Session) -> str:
    """Give the live server, its default world as it was made."""
    assert session.post(f"{live_server}/_mock/reset").status_code == 200
    return live_server


@pytest.fixture
def session() -> Iterator[requests.Session]:
    """Give an HTTP session that ignores proxies."""
    with requests.Session() as opened:
        opened.trust_env = False
        yield opened


def sign_in(
    session: requests.Session, base: str, persona: str, identity: str, **more: str
) -> requests.Response:
    """Sign in without pages at eigen-eloket and return the redirect."""
    return session.get(
        f"{base}/acm/op/v1/auth",
        params={
            "client_id": "eigen-eloket",
            "response_type": "code",
            "scope": "openid vo wettelijkvertegenwoordiger",
            "redirect_uri": CALLBACK,
            "mock_persona": persona,
            "mock_identity": identity,
            **more,
        },
        allow_redirects=False,
    )


def answer_of(redirect: requests.Response) -> dict[str, str]:
    """Return the parameters that a redirect carries to the client."""
    assert redirect.status_code == 302, redirect.text
    return dict(parse_qsl(urlsplit(redirect.headers["Location"]).query))


def test_the_server_says_where_everything_is(server: str, session: requests.Session) -> None:
    health = session.get(f"{server}/health").json()
    assert health["status"] == "ok"
    assert {session.get(address).status_code for address in health["systems"].values()} == {200}


def test_a_get_at_another_host_name_is_sent_to_the_address_book(
    server: str, session: requests.Session
) -> None:
    elsewhere = server.replace("127.0.0.1", "localhost")
    moved = session.get(f"{elsewhere}/kbo/zoeknummerform.html?lang=nl", allow_redirects=False)
    assert moved.status_code == 307
    assert moved.headers["Location"] == f"{server}/kbo/zoeknummerform.html?lang=nl"


def test_sixty_four_callbacks_at_once_end_well(server: str) -> None:
    def arrive(_: int) -> tuple[int, str]:
        with requests.Session() as browser:
            browser.trust_env = False
            browser.headers["Accept"] = "text/html"
            begun = browser.get(f"{server}/kiosk/aanmelden", allow_redirects=False)
            url = f"{begun.headers['Location']}&mock_persona=jan&mock_identity=EA:{DE_KADE}"
            back = browser.get(url, allow_redirects=False)
            together.wait(timeout=60)
            page = browser.get(back.headers["Location"])
            return page.status_code, page.text

    together = threading.Barrier(64)
    with ThreadPoolExecutor(64) as pool:
        arrived = list(pool.map(arrive, range(64)))
    assert {status for status, _ in arrived} == {200}
    assert all("Theater De Kade vzw" in text for _, text in arrived)


def test_worlds_on_one_server_do_not_touch_each_other(server: str, session: requests.Session) -> None:
    for name in ("a", "b"):
        assert session.post(f"{server}/_mock/worlds", json={"name": name}).status_code == 201
    a, b = f"{server}/w/a", f"{server}/w/b"
    number = CAST.people["jan"].number
    # Another program on this host has cookies of the same names, at the root.
    session.cookies.set("session", "not ours", domain="127.0.0.1", path="/")
    session.cookies.set(f"pl_{urlsplit(server).port}_acm", "not ours", domain="127.0.0.1", path="/")

    assert session.delete(f"{a}/kbo/_mock/function/{DE_KADE}-{number}-10002").status_code == 200
    assert session.put(f"{a}/_mock/clock", json={"now": "2024-02-01T12:00:00+01:00"}).status_code == 200

    refused = answer_of(sign_in(session, a, "jan", f"EA:{DE_KADE}"))
    assert refused["error"] == "access_denied"
    assert "code" in answer_of(sign_in(session, b, "jan", f"EA:{DE_KADE}"))
    assert session.get(f"{b}/_mock/clock").json()["now"].startswith("2021-04-27T09:")
    issuers = {
        session.get(f"{base}/acm/op/.well-known/openid-configuration").json()["issuer"]
        for base in (server, a, b)
    }
    assert issuers == {f"{server}/acm/op", f"{a}/acm/op", f"{b}/acm/op"}
    for name in ("a", "b"):
        assert session.delete(f"{server}/_mock/worlds/{name}").status_code == 200
    assert session.get(f"{a}/health").status_code == 404


def test_a_code_of_one_world_opens_nothing_in_another(server: str, session: requests.Session) -> None:
    assert session.post(f"{server}/_mock/worlds", json={"name": "c"}).status_code == 201
    code = answer_of(sign_in(session, server, "jan", "BUR"))["code"]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    client = ("eigen-eloket", "eigen-eloket-geheim")
    refused = session.post(f"{server}/w/c/acm/op/v1/token", data=form, auth=client)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")
    assert session.post(f"{server}/acm/op/v1/token", data=form, auth=client).status_code == 200
    assert session.delete(f"{server}/_mock/worlds/c").status_code == 200


def test_what_was_answered_survives_kill_9(tmp_path: Path) -> None:
    data = tmp_path / "toneel"
    url, process = start(data)
    answered: list[str] = []
    enough = threading.Event()

    def change(first: int) -> None:
        with requests.Session() as session:
            session.trust_env = False
            for offset in range(400):
                day = date(1960, 1, 1) + timedelta(days=first * 400 + offset)
                number = make_national_number(day, Sex.WOMAN)
                body: dict[str, Any] = {"given_name": "Proef", "family_name": f"Persoon {first} {offset}"}
                try:
                    put = session.put(f"{url}/rijksregister/_mock/person/{number}", json=body, timeout=10)
                except requests.RequestException:
                    return  # The server was killed in the middle of this one.
                if put.status_code == 200:
                    answered.append(number)
                if len(answered) >= 150:
                    enough.set()

    writers = [threading.Thread(target=change, args=(first,)) for first in range(4)]
    for writer in writers:
        writer.start()
    assert enough.wait(timeout=60)
    _kill_9(process.pid)
    process.wait(timeout=20)
    for writer in writers:
        writer.join(timeout=60)

    url, process = start(data)
    try:
        kept = set(requests.get(f"{url}/rijksregister/_mock/person", timeout=30).json()["numbers"])
        assert set(answered) - kept == set()
        assert len(answered) >= 150
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_keys_are_kept_with_the_data(tmp_path: Path) -> None:
    data = tmp_path / "toneel"
    kids = []
    for _ in range(2):
        url, process = start(data)
        kids.append(requests.get(f"{url}/acm/op/v1/keys", timeout=10).json()["keys"][0]["kid"])
        process.terminate()
        process.wait(timeout=20)
    assert kids[0] == kids[1]
    files = list((data / "keys").iterdir())
    assert files
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def _kill_9(pid: int) -> None:
    """Kill a server and its workers at once, as a crash would."""
    workers = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    for one in [pid, *map(int, workers)]:
        os.kill(one, signal.SIGKILL)
