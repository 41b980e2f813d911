"""The address book: where systems stand, and where a URL leads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mocks.core.addresses import SYSTEMS, AddressBook, MalformedUrl, Place, app_of

ON = AddressBook.on("http://127.0.0.1:8600")
REAL = AddressBook.real()
NESTED = AddressBook(
    {
        "stage": "http://127.0.0.1:8600",
        "cjsm": "http://127.0.0.1:8600/cjsm",
        "kiosk-oud": "http://127.0.0.1:8600/cjsm/kiosk",
        "kiosk": "http://127.0.0.1:8600/kiosk",
    },
    world_in_path=True,
)


def test_every_system_stands_under_its_own_path_on_one_port() -> None:
    assert {key: ON.base(key) for key in SYSTEMS} == {
        key: "http://127.0.0.1:8600" + system.path for key, system in SYSTEMS.items()
    }
    assert ON.origin_hosts == {"127.0.0.1:8600"}


def test_every_system_stands_on_its_real_host_in_process() -> None:
    assert REAL.base("acm") == "https://authenticatie.vlaanderen.be"
    assert REAL.base("kbo") == "https://kbopub.economie.fgov.be/kbopub"
    assert {"idp.iamfas.belgium.be", "www.csam.be", "proefloket.test"} <= REAL.origin_hosts


def test_another_world_has_addresses_of_its_own_on_one_port() -> None:
    assert ON.base("acm", "a") == "http://127.0.0.1:8600/w/a/acm"
    assert ON.base("stage", "a") == "http://127.0.0.1:8600/w/a"
    assert ON.base("acm", "default") == "http://127.0.0.1:8600/acm"


def test_a_world_does_not_show_in_the_real_names() -> None:
    assert REAL.base("acm", "a") == REAL.base("acm")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/", Place("stage", "", "/")),
        ("", Place("stage", "", "")),
        ("/_mock/cast", Place("stage", "", "/_mock/cast")),
        ("/acm", Place("acm", "/acm", "")),
        ("/acm/op/v1/auth", Place("acm", "/acm", "/op/v1/auth")),
        ("/acmx", Place("stage", "", "/acmx")),
        ("//acm", Place("stage", "", "//acm")),
        ("/ACM", Place("stage", "", "/ACM")),
        ("/csam/fas/oauth2/authorize", Place("csam", "/csam", "/fas/oauth2/authorize")),
        ("/csam/sleutels", Place("csam", "/csam", "/sleutels")),
    ],
)
def test_the_path_leads_to_the_system_on_one_port(path: str, place: Place) -> None:
    assert ON.place("127.0.0.1:8600", path) == place


@pytest.mark.parametrize(
    ("path", "app", "rest"),
    [
        ("/cjsm/kiosk", "kiosk-oud", ""),
        ("/cjsm/kiosk/dossiers", "kiosk-oud", "/dossiers"),
        ("/cjsm/kioskje", "cjsm", "/kioskje"),
        ("/cjsm", "cjsm", ""),
        ("/kiosk/cjsm", "kiosk", "/cjsm"),
        ("/kiosk", "kiosk", ""),
    ],
)
def test_of_nested_paths_the_longest_that_is_whole_wins(path: str, app: str, rest: str) -> None:
    place = NESTED.place("127.0.0.1:8600", path)
    assert place is not None
    assert (place.app, place.rest) == (app, rest)


def test_two_hosts_lead_to_the_one_application_of_csam() -> None:
    assert REAL.place("www.csam.be", "/sleutels") == Place("csam", "", "/sleutels")
    assert REAL.place("idp.iamfas.belgium.be", "/fas/oauth2/authorize") == Place(
        "csam", "", "/fas/oauth2/authorize"
    )
    assert (app_of("fas"), app_of("csam"), app_of("acm")) == ("csam", "csam", "acm")


def test_a_real_host_answers_only_under_its_path() -> None:
    assert REAL.place("kbopub.economie.fgov.be", "/kbopub/x") == Place("kbo", "/kbopub", "/x")
    assert REAL.place("kbopub.economie.fgov.be", "/") is None
    assert REAL.place("kiosk.vlaanderen.be", "/kioskje") is None


@pytest.mark.parametrize("host", ["", "evil.test", "127.0.0.1:8600", "www.csam.be.evil.test", "csam.be"])
def test_a_host_that_is_not_ours_leads_nowhere_in_process(host: str) -> None:
    assert REAL.place(host, "/") is None


def test_on_one_port_the_host_does_not_choose_the_system() -> None:
    assert ON.place("www.csam.be", "/acm/op") == Place("acm", "/acm", "/op")


@given(st.text(max_size=60))
def test_a_place_always_gives_the_whole_path_back(path: str) -> None:
    place = NESTED.place("127.0.0.1:8600", "/" + path)
    assert place is not None
    assert place.mount + place.rest == "/" + path


@pytest.mark.parametrize(
    ("url", "base", "host"),
    [
        ("http://toneel:8600/", "http://toneel:8600", "toneel:8600"),
        ("http://TONEEL:8600", "http://toneel:8600", "toneel:8600"),
        ("http://toneel:80", "http://toneel", "toneel"),
        ("https://toneel:443/", "https://toneel", "toneel"),
        ("https://toneel:80", "https://toneel:80", "toneel:80"),
        ("http://[::1]:8600", "http://[::1]:8600", "[::1]:8600"),
    ],
)
def test_a_url_is_written_as_browsers_write_the_host(url: str, base: str, host: str) -> None:
    book = AddressBook.on(url)
    assert (book.base("stage"), book.origin_hosts) == (base, frozenset({host}))


@pytest.mark.parametrize(
    "url",
    [
        "", "toneel:8600", "//toneel", "ftp://toneel", "http://", "http://toneel/pad", "http://toneel?x=1",
        "http://toneel#x", "http://jan:geheim@toneel", "http://toneel:99999", "http://toneel:poort",
        "http://[::1", "http://to neel", "http://toneel\r\nX: y",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_server_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(MalformedUrl, match="http://toneel:8600"):
        AddressBook.on(url)
