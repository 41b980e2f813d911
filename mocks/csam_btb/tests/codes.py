"""Activation codes for tests: a letter and an e-mail of a registration office."""

from __future__ import annotations

from typing import Any

from werkzeug.test import TestResponse

from mocks.core.identifiers import Insz
from mocks.csam_btb.tests.house import Play

CSAM = "https://www.csam.be"


def put_code(play: Play, insz: Insz, **members: object) -> None:
    """Let an office give somebody a code."""
    body = {"email": "iemand@post.example", **members}
    put = play.app.test_client().put(f"{CSAM}/_mock/activation-code/{insz}", json=body)
    assert put.status_code == 200, put.text


def mail(play: Play, insz: Insz) -> dict[str, Any]:
    """Return the newest letter and e-mail of somebody."""
    answer = play.app.test_client().get(f"{CSAM}/_mock/mail/{insz}")
    assert answer.status_code == 200, answer.text
    return dict(answer.get_json()["mail"][0])


def waiting(play: Play, insz: Insz) -> str:
    """Return the code that waits on somebody's phone."""
    found = play.app.test_client().get(f"{CSAM}/_mock/phone/{insz}").get_json()
    return str(found["messages"][0]["code"])


def activate(play: Play, letter: dict[str, Any], kind: str = "app", **changes: object) -> TestResponse:
    """Ask to activate a key with a letter: begin, and with ``proof`` finish."""
    body = {"link": letter["link"], "code": letter["code"], "kind": kind, **changes}
    return play.app.test_client().post(f"{CSAM}/api/v1/activations", json=body)


def finish(
    play: Play, insz: Insz, letter: dict[str, Any], kind: str = "app", **changes: object
) -> TestResponse:
    """Begin and finish, with what came to the phone."""
    begun = activate(play, letter, kind, **changes)
    if begun.status_code != 202:
        return begun
    return activate(play, letter, kind, proof={"code": waiting(play, insz)}, **changes)
