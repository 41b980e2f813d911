"""Redirect URIs match to the letter, but for the port of this machine where a client may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mocks.core.oauth import redirect_uri_matches

REGISTERED = ("https://loket.test/terug", "http://127.0.0.1/callback")


@pytest.mark.parametrize("uri", REGISTERED)
def test_a_registered_redirect_uri_matches_to_the_letter(uri: str) -> None:
    assert redirect_uri_matches(uri, REGISTERED, loopback_any_port=False)


@pytest.mark.parametrize(
    "uri",
    [
        "https://loket.test/terug/", "https://loket.test/Terug", "https://LOKET.test/terug",
        "https://loket.test:443/terug", "http://loket.test/terug", "https://loket.test/terug?x=1",
        "https://loket.test/terug#x", "https://loket.test/%74erug", "https://loket.test/x/../terug",
        "https://jan@loket.test/terug", "https://loket.test.evil.test/terug", "", " ",
        "http://127.0.0.1:8080/callback", "http://localhost/callback",
    ],
)  # fmt: skip
def test_anything_but_the_letter_does_not_match(uri: str) -> None:
    assert not redirect_uri_matches(uri, REGISTERED, loopback_any_port=False)


@pytest.mark.parametrize(
    "uri",
    [
        "http://127.0.0.1/callback", "http://127.0.0.1:1/callback", "http://127.0.0.1:65535/callback",
        "http://localhost:8080/callback", "http://localhost/callback",
    ],
)  # fmt: skip
def test_any_port_of_this_machine_matches_where_the_client_may(uri: str) -> None:
    assert redirect_uri_matches(uri, REGISTERED, loopback_any_port=True)


@pytest.mark.parametrize(
    "uri",
    [
        "http://127.0.0.1:0/callback", "http://127.0.0.1:65536/callback", "http://127.0.0.1:/callback",
        "http://127.0.0.1:-1/callback", "http://127.0.0.1:٣٠٠٠/callback", "http://127.0.0.1:1e3/callback",
        "https://127.0.0.1:8080/callback", "http://[::1]:8080/callback", "http://127.0.0.2:8080/callback",
        "http://127.1:8080/callback", "http://2130706433/callback", "http://LOCALHOST:8080/callback",
        "http://localhost.:8080/callback", "http://localhost.evil.test/callback",
        "http://localhost@evil.test/callback", "http://jan@localhost:8080/callback",
        "http://127.0.0.1:8080/callback/", "http://127.0.0.1:8080/callback?x=1",
        "http://127.0.0.1:8080/callback?", "http://127.0.0.1:8080/callback#", "http://127.0.0.1:8080",
        "http://127.0.0.1:8080/Callback", "http://127.0.0.1:8080//callback", "http://127.0.0.1:8080\\callback",
        "http://127.0.0.1:8080/callback\n", "http://evil.test:8080/callback", "127.0.0.1:8080/callback",
    ],
)  # fmt: skip
def test_the_exception_for_this_machine_reaches_no_further(uri: str) -> None:
    assert not redirect_uri_matches(uri, REGISTERED, loopback_any_port=True)


@given(st.text(max_size=50))
def test_no_text_slips_through_the_exception(text: str) -> None:
    assert not redirect_uri_matches(
        "http://127.0.0.1" + text + "@evil.test/callback", REGISTERED, loopback_any_port=True
    )
