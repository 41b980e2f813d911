"""openid-client judges ACM over a socket: a certified relying party in another language.

The judge itself is ``steps/judges/openid-client/judge.mjs``.  It is installed, as its lock file says, in a
folder of this run.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import requests

from mocks.cast import load_cast
from mocks.core.identifiers import subject_of, vo_id

if TYPE_CHECKING:
    from collections.abc import Iterator

JUDGE = Path(__file__).parent / "judges" / "openid-client"
UNREACHABLE = re.compile(r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED")
CAST = load_cast()


@pytest.fixture(scope="session")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the judge in a folder of this run and return that folder."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not on this machine, and the judge is a Node.js program")
    folder = tmp_path_factory.mktemp("judge")
    for name in ("package.json", "package-lock.json", "judge.mjs"):
        shutil.copy(JUDGE / name, folder)
    installed = run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    if installed.returncode != 0 and UNREACHABLE.search(installed.stderr):
        pytest.skip(f"npm cannot reach its registry: {installed.stderr.strip().splitlines()[-1]}")
    assert installed.returncode == 0, installed.stderr
    return folder


@pytest.fixture
def issuer(live_server: str) -> Iterator[str]:
    """Return the issuer of a world of its own, in which time runs as on the judge's wall."""
    with requests.Session() as session:
        session.trust_env = False
        created = session.post(f"{live_server}/_mock/worlds", json={"name": "rechter"}, timeout=10)
        assert created.status_code == 201, created.text
        yield f"{live_server}/w/rechter/acm/op"
        session.delete(f"{live_server}/_mock/worlds/rechter", timeout=10)


def run(folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, at most a minute and a half."""
    found = shutil.which(program)
    assert found is not None
    return subprocess.run(  # noqa: S603
        [found, *arguments], cwd=folder, capture_output=True, text=True, timeout=90, check=False
    )


def verdict(folder: Path, *arguments: str) -> dict[str, Any]:
    """Let the judge sign in and return what it verified."""
    judged = run(folder, "node", "judge.mjs", *arguments)
    assert judged.returncode == 0, judged.stderr
    return dict(json.loads(judged.stdout))


def without_times(claims: dict[str, Any]) -> dict[str, Any]:
    """Leave out what differs from run to run."""
    moving = {"iat", "exp", "auth_time", "at_hash", "nonce", "kid"}
    return {name: value for name, value in claims.items() if name not in moving}


def test_openid_client_signs_in_verifies_refreshes_and_refuses_what_it_must(judge: Path, issuer: str) -> None:
    jan, de_kade = CAST.people["jan"].number, CAST.organisations["de-kade"]
    found = verdict(judge, issuer, "jan", f"EA:{de_kade.number}")
    person = {
        "sub": subject_of(jan),
        "given_name": "Jan",
        "family_name": "Peeters",
        "rrn": jan,
        "vo_id": vo_id(jan, "EA"),
        "vo_doelgroepcode": "EA",
        "vo_doelgroepnaam": "Economische Actoren",
        "vo_orgcode": de_kade.number,
        "vo_orgnaam": de_kade.name,
        "cot": "vo",
    }
    protocol = {"iss": issuer, "aud": "eigen-eloket", "azp": "eigen-eloket"}
    assert found["issuer"] == issuer
    assert without_times(found["claims"]) == {**protocol, **person}
    assert without_times(found["refreshed"]) == {**protocol, **person}
    assert found["userinfo"] == person
    assert found["introspected"]["active"] is True
    assert found["refused"] == {
        "another_state": "OAUTH_INVALID_RESPONSE",
        "another_nonce": "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
        "another_verifier": "invalid_grant",
        "spent_refresh_token": "invalid_request",
        "unknown_scope": "invalid_scope",
        "revoked_access_token": "OAUTH_WWW_AUTHENTICATE_CHALLENGE",
    }
    assert found["end_session"].startswith(f"{issuer}/v1/logout?")


def test_openid_client_hears_why_somebody_is_refused(judge: Path, issuer: str) -> None:
    judged = run(judge, "node", "judge.mjs", issuer, "dirk", f"EA:{CAST.organisations['de-kade'].number}")
    assert judged.returncode == 1
    assert "access_denied" in judged.stderr
    assert "geldig tot en met 26 april 2021, dus beëindigd" in judged.stderr


def test_the_lock_file_pins_by_hash_and_names_no_registry() -> None:
    lock = (JUDGE / "package-lock.json").read_text(encoding="utf-8")
    pinned = json.loads(lock)["packages"]
    assert '"resolved"' not in lock
    assert all("integrity" in package for name, package in pinned.items() if name)
    assert set(pinned) == {
        "",
        "node_modules/jose",
        "node_modules/oauth4webapi",
        "node_modules/openid-client",
    }
