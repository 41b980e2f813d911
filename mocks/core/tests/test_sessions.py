"""Sessions and forms: cookies of the system's own, and a token on every form."""

from __future__ import annotations

import re
from collections.abc import Callable
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import pytest
from flask import Flask

from mocks.core.addresses import AddressBook
from mocks.core.tests.alone import ask, build_app, build_house, enter
from mocks.core.visit import Visit
from mocks.core.wire.backchannel import Answer

PAGE = {"Accept": "text/html"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def visit() -> Visit:
    return enter(build_house())


@pytest.fixture
def app(visit: Visit) -> Flask:
    return build_app(visit.house)


Spoil = Callable[[str, bytes], tuple[str, bytes]]


def cookie_of(answer: Answer) -> SimpleCookie:
    return SimpleCookie(answer.header("Set-Cookie"))


def form_of(answer: Answer) -> tuple[str, bytes]:
    """Return the cookies to send back, and the form filled in."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', answer.body.decode())
    assert found is not None
    cookies = "; ".join(f"{name}={one.value}" for name, one in cookie_of(answer).items())
    return cookies, urlencode({"csrf_token": found[1]}).encode()


@pytest.mark.parametrize(
    ("book", "system", "world", "name", "path", "secure"),
    [
        (AddressBook.on("http://127.0.0.1:8600"), "kbo", "default", "pl_8600_kbo", "/kbo", False),
        (AddressBook.on("http://127.0.0.1:8600"), "kbo", "a", "pl_8600_kbo", "/w/a/kbo", False),
        (AddressBook.on("http://127.0.0.1:8600"), "csam", "default", "pl_8600_csam", "/csam", False),
        (AddressBook.on("http://toneel"), "acm", "default", "pl_80_acm", "/acm", False),
        (AddressBook.on("https://toneel:9000"), "acm", "default", "pl_9000_acm", "/acm", True),
        (AddressBook.on("https://toneel"), "acm", "default", "pl_443_acm", "/acm", True),
    ],
)
def test_a_cookie_is_of_one_system_in_one_world_on_one_port(
    book: AddressBook, system: str, world: str, name: str, path: str, secure: bool
) -> None:
    house = build_house(addresses=book)
    if world != "default":
        house.worlds.create(world)
    jar = cookie_of(ask(build_app(house, system), enter(house, world), "/", headers=PAGE))
    assert list(jar) == [name]
    cookie = jar[name]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (path, True, "Lax")
    assert bool(cookie["secure"]) is secure
    assert (cookie["domain"], cookie["expires"]) == ("", "")


def test_a_form_with_its_token_is_taken(app: Flask, visit: Visit) -> None:
    cookies, form = form_of(ask(app, visit, "/", headers=PAGE))
    answer = ask(app, visit, "/", "POST", {**PAGE, **FORM, "Cookie": cookies}, form)
    assert answer.status == 200
    assert "default" in answer.body.decode()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda cookies, form: (cookies, b""),
        lambda cookies, form: (cookies, b"csrf_token="),
        lambda cookies, form: (cookies, form + b"x"),
        lambda cookies, form: ("", form),
        lambda cookies, form: (cookies[:-3] + "xyz", form),
        lambda cookies, form: (cookies.replace("pl_8600_kbo", "pl_8601_kbo"), form),
    ],
    ids=["no token", "empty token", "altered token", "no cookie", "altered cookie", "other port's cookie"],
)
def test_a_form_without_its_token_or_session_is_refused(app: Flask, visit: Visit, spoil: Spoil) -> None:
    cookies, form = spoil(*form_of(ask(app, visit, "/", headers=PAGE)))
    answer = ask(app, visit, "/", "POST", {**PAGE, **FORM, "Cookie": cookies}, form)
    assert answer.status == 400
    assert "Dit formulier is niet meer geldig" in answer.body.decode()
    assert "herlaad de pagina" in answer.body.decode()


def test_the_token_of_another_session_is_refused(app: Flask, visit: Visit) -> None:
    mine, _ = form_of(ask(app, visit, "/", headers=PAGE))
    _, theirs = form_of(ask(app, visit, "/", headers=PAGE))
    assert ask(app, visit, "/", "POST", {**PAGE, **FORM, "Cookie": mine}, theirs).status == 400


def test_a_session_of_another_system_is_not_taken(visit: Visit) -> None:
    kbo, idm = build_app(visit.house, "kbo"), build_app(visit.house, "acm")
    cookies, form = form_of(ask(kbo, visit, "/", headers=PAGE))
    renamed = cookies.replace("pl_8600_kbo", "pl_8600_acm")
    assert ask(idm, visit, "/", "POST", {**PAGE, **FORM, "Cookie": renamed}, form).status == 400


def test_an_interface_for_programs_asks_no_token(app: Flask, visit: Visit) -> None:
    assert ask(app, visit, "/api/v1/forms", "POST", FORM, b"text=abc").json() == {"length": 3}


@pytest.mark.parametrize(
    "foreign",
    [
        "session=eyJhIjoxfQ.x.y; JSESSIONID=abc; theme=dark",
        "pl_9999_kbo=other; csrf_token=1",
        'broken="; =; ;;; a=b=c; é=ü',
        "pl_8600_kbo=garbage",
        "x=" + "y" * 8000,
    ],
)
def test_cookies_of_other_programs_on_the_same_host_do_no_harm(
    app: Flask, visit: Visit, foreign: str
) -> None:
    answer = ask(app, visit, "/", headers={**PAGE, "Cookie": foreign})
    assert answer.status == 200
    if "pl_8600_kbo" not in foreign:
        cookies, form = form_of(answer)
        mixed = {**PAGE, **FORM, "Cookie": f"{cookies}; {foreign}"}
        assert ask(app, visit, "/", "POST", mixed, form).status == 200


def test_a_session_lasts_across_restarts_of_the_installation(visit: Visit) -> None:
    cookies, form = form_of(ask(build_app(visit.house), visit, "/", headers=PAGE))
    visit.house.registries.clear()
    again = build_app(visit.house)
    assert ask(again, visit, "/", "POST", {**PAGE, **FORM, "Cookie": cookies}, form).status == 200
