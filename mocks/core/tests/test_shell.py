"""The shell that every application wears: headers, health, keys, refusals, the band."""

from __future__ import annotations

import json
import logging
import re

import pytest
from flask import Flask

from mocks.core.addresses import SYSTEMS
from mocks.core.shell import MAX_BODY
from mocks.core.tests.alone import ask, build_app, build_house, enter
from mocks.core.visit import Visit
from mocks.core.wire.backchannel import Answer

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
PROGRAM = {"Accept": "application/json"}
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PATHS = [
    "/", "/refused", "/nowhere", "/health", "/metrics", "/.well-known/jwks.json", "/favicon.ico",
    "/static/proefloket.css", "/api/v1/notes",
]  # fmt: skip


@pytest.fixture(scope="module")
def visit() -> Visit:
    return enter(build_house())


@pytest.fixture(scope="module")
def app(visit: Visit) -> Flask:
    return build_app(visit.house)


def problem_of(answer: Answer) -> tuple[int, str, str]:
    assert answer.header("Content-Type") == "application/problem+json"
    said = answer.json()
    assert set(said) == {"type", "title", "status", "code", "detail"}
    assert said["status"] == answer.status
    return answer.status, said["code"], said["detail"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("accept", [PAGE, PROGRAM])
def test_every_answer_carries_the_security_headers(
    app: Flask, visit: Visit, path: str, accept: dict[str, str]
) -> None:
    answer = ask(app, visit, path, headers=accept)
    assert "default-src 'self'" in str(answer.header("Content-Security-Policy"))
    assert "frame-ancestors 'none'" in str(answer.header("Content-Security-Policy"))
    assert answer.header("X-Content-Type-Options") == "nosniff"
    assert answer.header("X-Frame-Options") == "DENY"
    assert answer.header("Referrer-Policy") == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/refused", "/nowhere", "/health"])
def test_what_belongs_to_one_person_is_kept_by_no_cache(app: Flask, visit: Visit, path: str) -> None:
    assert ask(app, visit, path, headers=PAGE).header("Cache-Control") == "no-store"


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/refused", 403), ("/nowhere", 404)])
def test_every_page_says_that_this_is_a_test_environment(
    app: Flask, visit: Visit, path: str, status: int
) -> None:
    answer = ask(app, visit, path, headers=PAGE)
    assert (answer.status, answer.header("Content-Type")) == (status, "text/html; charset=utf-8")
    page = answer.body.decode()
    assert "Dit is een testomgeving" in page
    assert "27 april 2021, 9.00 u." in page
    assert not re.search(r"<(script|style)>|\son\w+=|style=", page), "the policy would not run it"


def test_a_page_of_another_world_names_it(app: Flask, visit: Visit) -> None:
    visit.house.worlds.create("proef-1")
    page = ask(app, enter(visit.house, "proef-1"), "/", headers=PAGE).body.decode()
    assert "wereld <b>proef-1</b>" in page
    assert 'href="/w/proef-1/kbo/static/proefloket.css"' in page
    assert "wereld <b>" not in ask(app, visit, "/", headers=PAGE).body.decode()


def test_health_names_system_world_and_moment(app: Flask, visit: Visit) -> None:
    assert ask(app, visit, "/health").json() == {
        "status": "ok",
        "system": "kbo",
        "world": "default",
        "now": "2021-04-27T09:00:00+02:00",
    }


def test_the_published_keys_are_public_signing_keys(app: Flask, visit: Visit) -> None:
    keys = ask(app, visit, "/.well-known/jwks.json").json()["keys"]
    assert [set(key) for key in keys] == [
        {"kty", "crv", "x", "y", "kid", "alg", "use"},
        {"kty", "n", "e", "kid", "alg", "use"},
    ]
    assert [key["kid"] for key in keys] == [
        visit.signing_key("kbo", "ES256").kid,
        visit.signing_key("kbo", "RS256").kid,
    ]


def test_a_refusal_is_a_page_for_a_person_and_a_problem_for_a_program(app: Flask, visit: Visit) -> None:
    page = ask(app, visit, "/refused", headers=PAGE).body.decode()
    assert "Het doek is dicht" in page
    assert "Kom terug na de pauze." in page
    assert problem_of(ask(app, visit, "/refused", headers=PROGRAM)) == (
        403,
        "curtain-closed",
        "Kom terug na de pauze.",
    )
    assert ask(app, visit, "/refused").header("Content-Type") == "application/problem+json"


@pytest.mark.parametrize("path", ["/api/v1/nowhere", "/_mock/nowhere"])
def test_an_interface_for_programs_never_answers_with_a_page(app: Flask, visit: Visit, path: str) -> None:
    assert problem_of(ask(app, visit, path, headers=PAGE))[0] == 404


def test_what_is_not_there_is_404(app: Flask, visit: Visit) -> None:
    status, code, sentence = problem_of(ask(app, visit, "/nowhere"))
    assert (status, code) == (404, "http-404")
    assert sentence.startswith("Deze pagina bestaat niet.")


@pytest.mark.parametrize("accept", [PAGE, PROGRAM])
def test_another_method_is_405_and_says_which_will_do(
    app: Flask, visit: Visit, accept: dict[str, str]
) -> None:
    answer = ask(app, visit, "/refused", "PUT", headers=accept)
    assert (answer.status, answer.header("Allow")) == (405, "GET, HEAD, OPTIONS")
    assert "Deze methode kan hier niet." in answer.body.decode()


@pytest.mark.parametrize("path", ["/api/v1/notes", "/api/v1/forms"])
def test_a_body_that_is_too_large_is_413(app: Flask, visit: Visit, path: str) -> None:
    headers = JSON if path.endswith("notes") else FORM
    status, _, sentence = problem_of(ask(app, visit, path, "POST", headers, b"x" * (MAX_BODY + 1)))
    assert (status, sentence) == (413, "Wat u verstuurt is te groot: hoogstens 2 MB.")


def test_a_body_of_just_under_the_limit_is_read(app: Flask, visit: Visit) -> None:
    octets = b"text=" + b"x" * (MAX_BODY - 5)
    answer = ask(app, visit, "/api/v1/forms", "POST", FORM, octets)
    assert answer.json() == {"length": MAX_BODY - 5}


def test_a_field_of_a_form_in_parts_may_be_as_large() -> None:
    visit = enter(build_house())
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    octets = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n%s\r\n--x--\r\n' % (b"y" * 1_000_000)
    answer = ask(build_app(visit.house), visit, "/api/v1/forms", "POST", headers, octets)
    assert answer.json() == {"length": 1_000_000}


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b'{"text": "a"}', {"Content-Type": "text/plain"}),
        (b'{"text": "a"}', {}),
        (b"text=a", FORM),
        (b'{"text": ', JSON),
        (b"\xff\xfe", JSON),
        (b"[1]", JSON),
        (b'"text"', JSON),
        (b"null", JSON),
        (b"", JSON),
        (b"{}", JSON),
        (b'{"text": 5}', JSON),
        (b'{"text": "a", "more": 1}', JSON),
        (b'{"text": "\\ud800"}', JSON),
        (b'{"text": "a", "\\ud800": 1}', JSON),
        (b"[" * 200_000, JSON),
        (b'{"text":' * 100_000, JSON),
        (b'{"text": NaN}', JSON),
        (b'{"text": 1' + b"0" * 10_000 + b"}", JSON),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_body_that_does_not_fit_is_400_with_a_sentence(
    app: Flask, visit: Visit, body: bytes, headers: dict[str, str]
) -> None:
    status, code, sentence = problem_of(ask(app, visit, "/api/v1/notes", "POST", headers, body))
    assert (status, code) == (400, "malformed-body")
    assert "application/json" in sentence or "Verwachte velden: text" in sentence


def test_a_body_that_fits_is_read(app: Flask, visit: Visit) -> None:
    answer = ask(app, visit, "/api/v1/notes", "POST", JSON, json.dumps({"text": "é"}).encode())
    assert (answer.status, answer.json()) == (200, {"text": "é"})


def test_a_bug_surfaces_as_500_that_blames_ourselves_and_tells_nothing(
    app: Flask, visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        status, _, sentence = problem_of(ask(app, visit, "/bug"))
    assert (status, sentence) == (
        500,
        "Er ging iets mis in Proefloket zelf. Dat is een fout van ons, niet van u.",
    )
    assert "ZeroDivisionError" in caplog.text


def test_every_system_of_the_address_book_can_wear_the_shell() -> None:
    house = build_house()
    visit = enter(house)
    for system in SYSTEMS:
        app = build_app(house, system)
        assert ask(app, visit, "/health").json()["system"] == system
