"""The composition root sends each request to the right system in the right world."""

from __future__ import annotations

import pytest

from mocks.core.addresses import SYSTEMS
from mocks.core.clock import ClockSetting
from mocks.core.store.schema import write_clock
from mocks.core.visit import Visit
from mocks.core.wire.backchannel import environ_of, run
from mocks.federation import Federation
from mocks.settings import Settings
from mocks.tests.door import HOST, PAGE, knock


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_answers_under_its_path_in_each_world(one_port: Federation, system: str) -> None:
    path = SYSTEMS[system].path
    for world, prefix in (("default", ""), ("a", "/w/a")):
        said = knock(one_port, f"{prefix}{path}/health").json()
        assert (said["status"], said["world"]) == ("ok", world)


def test_the_root_says_where_each_system_answers(one_port: Federation) -> None:
    systems = knock(one_port, "/w/a/health").json()["systems"]
    assert set(systems) == set(SYSTEMS)
    assert systems["kbo"] == "http://127.0.0.1:8600/w/a/kbo/health"
    for address in systems.values():
        assert knock(one_port, address.removeprefix("http://127.0.0.1:8600")).status == 200


@pytest.mark.parametrize("path", ["/w/nergens/acm/health", "/w/nergens/", "/w/NERGENS/acm", "/w//acm", "/w/"])
def test_an_unknown_world_is_404_with_how_to_make_it(one_port: Federation, path: str) -> None:
    answer = knock(one_port, path)
    assert (answer.status, answer.json()["code"]) == (404, "unknown-world")
    assert "POST /_mock/worlds" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/w/default", "/w/default/", "/w/default/acm/health"])
def test_the_default_world_has_no_second_address(one_port: Federation, path: str) -> None:
    answer = knock(one_port, path)
    assert (answer.status, answer.json()["code"]) == (404, "unknown-place")


def test_a_world_is_entered_with_or_without_a_slash(one_port: Federation) -> None:
    for path in ("/w/a", "/w/a/"):
        answer = knock(one_port, path, headers=PAGE)
        assert answer.status == 200
        assert "wereld <b>a</b>" in answer.body.decode()


def test_a_world_inside_a_world_does_not_exist(one_port: Federation) -> None:
    assert knock(one_port, "/w/a/w/a/acm/health").status == 404


def test_issuers_and_addresses_are_those_of_the_world(one_port: Federation) -> None:
    for prefix in ("", "/w/a"):
        found = knock(one_port, f"{prefix}/acm/op/.well-known/openid-configuration").json()
        issuer = f"http://127.0.0.1:8600{prefix}/acm/op"
        assert found["issuer"] == issuer
        assert found["token_endpoint"].startswith(issuer)


def test_the_host_header_makes_no_address(one_port: Federation) -> None:
    said = knock(one_port, "/acm/health", host="evil.test").body + knock(one_port, "/health", host="x").body
    assert b"evil.test" not in said
    moved = knock(one_port, "/acm/op/.well-known/openid-configuration", host="evil.test")
    assert moved.header("Location") == "http://127.0.0.1:8600/acm/op/.well-known/openid-configuration"


@pytest.mark.parametrize(
    "host", ["localhost:8600", "127.0.0.1:80", "toneel:8600", "evil.test", "", "[::1]:8600"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_visitor_at_another_host_is_sent_to_the_address_book(
    one_port: Federation, host: str, method: str
) -> None:
    answer = knock(one_port, "/w/a/kbo/x%20y?naam=a%20b&x", method, host=host)
    assert answer.status == 307
    assert answer.header("Location") == "http://127.0.0.1:8600/w/a/kbo/x%20y?naam=a%20b&x"


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/%0d%0aSet-Cookie:%20a=b", "/%0D%0ASet-Cookie%3A%20a%3Db"),
        ("/caf%C3%A9", "/caf%C3%A9"),
        ("/%ff", "/%FF"),
        ("//evil.test/", "//evil.test/"),
        ("/a%3Fb%23c", "/a%3Fb%23c"),
    ],
)
def test_the_way_there_is_written_so_that_it_adds_no_header(
    one_port: Federation, path: str, location: str
) -> None:
    answer = knock(one_port, path, host="evil.test")
    assert answer.header("Location") == "http://127.0.0.1:8600" + location


@pytest.mark.parametrize("host", [HOST, "localhost:8600", "[::1]:8600", "LOCALHOST:8600"])
def test_a_change_at_a_name_of_this_machine_is_taken(one_port: Federation, host: str) -> None:
    assert knock(one_port, "/w/a/_mock/clock", "PUT", host=host, body={}).status == 200


@pytest.mark.parametrize(
    "host", ["evil.test", "evil.test:8600", "localhost:80", "localhost", "", "localhost:8600.x"]
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"])
def test_a_change_at_another_host_is_refused_with_the_right_address(
    one_port: Federation, host: str, method: str
) -> None:
    answer = knock(one_port, "/w/a/_mock/clock", method, host=host, body={})
    assert (answer.status, answer.json()["code"]) == (421, "other-host")
    assert "http://127.0.0.1:8600" in answer.json()["detail"]
    assert "--url" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/health", "/acm/health", "/metrics", "/kbo/metrics", "/w/a/kbo/health"])
@pytest.mark.parametrize("host", ["10.0.0.7:8600", "toneel", ""])
def test_a_probe_may_come_by_any_name(one_port: Federation, path: str, host: str) -> None:
    assert knock(one_port, path, host=host).status == 200


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://toneel", "toneel"),
        ("http://Toneel:80", "toneel"),
        ("http://toneel:80", "TONEEL"),
        ("https://toneel:443", "toneel"),
    ],
)
def test_a_browser_at_the_address_of_the_book_is_not_sent_in_circles(url: str, host: str) -> None:
    federation = Federation(Settings(url=url))
    assert knock(federation, "/", host=host, headers=PAGE).status == 200
    for known in (host, "localhost"):
        assert knock(federation, "/_mock/clock", "PUT", host=known, body={}).status == 200
    assert knock(federation, "/_mock/clock", "PUT", host="evil.test", body={}).status == 421


def test_a_person_at_no_place_gets_a_page_with_the_band_and_its_headers(one_port: Federation) -> None:
    answer = knock(one_port, "/w/nergens/acm", headers=PAGE)
    assert answer.header("Content-Type") == "text/html; charset=utf-8"
    assert "Dit is een testomgeving" in answer.body.decode()
    assert "Er is geen wereld" in answer.body.decode()
    assert "default-src 'self'" in str(answer.header("Content-Security-Policy"))
    assert (answer.header("X-Frame-Options"), answer.header("Cache-Control")) == ("DENY", "no-store")


def test_a_program_at_no_place_gets_a_problem(one_port: Federation) -> None:
    answer = knock(one_port, "/w/%3Cscript%3E/acm", headers={"Accept": "*/*"})
    assert answer.header("Content-Type") == "application/problem+json"
    assert answer.json()["title"] == "Niet gevonden"
    assert "<script>" not in knock(one_port, "/w/%3Cscript%3E/acm", headers=PAGE).body.decode()


def test_a_clock_moved_in_one_world_stands_in_the_other(one_port: Federation) -> None:
    one_port.house.worlds.create("moved")
    visit = one_port.visit("moved")
    moved = visit.clock.world_epoch + 86_400
    with visit.writing() as connection:
        write_clock(connection, ClockSetting(moved, one_port.house.wall(), running=False))
    visit.close()
    days = [knock(one_port, f"{prefix}/kbo/health").json()["now"][:10] for prefix in ("/w/moved", "/w/a")]
    assert days == ["2021-04-28", "2021-04-27"]


def test_the_measurements_of_all_systems_are_gathered_at_the_root(one_port: Federation) -> None:
    for path in ("/kbo/health", "/acm/health"):
        knock(one_port, path)
    text = knock(one_port, "/metrics").body.decode()
    for system in ("kbo", "acm"):
        assert f'endpoint="core.health",method="GET",status="200",system="{system}"' in text
    assert 'system="acm"' not in knock(one_port, "/kbo/metrics").body.decode()


def test_a_visit_ends_when_its_answer_is_closed(one_port: Federation) -> None:
    seen: list[object] = []

    class Seeing(dict):  # type: ignore[type-arg]
        def __setitem__(self, name: object, value: object) -> None:
            seen.append(value if name == "proefloket.visit" else None)
            super().__setitem__(name, value)

    run(one_port, Seeing(environ_of("GET", f"http://{HOST}/kbo/health", {}, b"")))
    visits = [one for one in seen if isinstance(one, Visit)]
    assert [visit._connection for visit in visits] == [None]
