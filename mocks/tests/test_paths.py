"""No path, query, header or body makes any system fall over: a 5xx is a bug."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mocks.core.addresses import SYSTEMS
from mocks.federation import Federation
from mocks.tests.door import PAGE, knock

TRICKS = [
    "//", "///", "/.", "/..", "/../..", "/%2e%2e", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd",
    "/w/../", "/w/..", "/w/%2e%2e/", "/w/a/../acm", "/w/a%2Facm", "/w/a//acm/health", "/w/%00/acm", "/%00",
    "/a%00b", "/%ff%fe", "/%c0%ae%c0%ae/", "/%ed%a0%80", "/%", "/%zz", "/%u0041", "/;x=1", "/a;b/c", "/*",
    "/~", "/\\", "/%5c..%5c", "/%0d%0aX:%20y", "/%7f", "/é", "/" + "a" * 20_000, "/" + "a/" * 5_000,
    "/" + "%2e%2e/" * 2_000, "/static/../../core/shell.py", "/static/%2e%2e/%2e%2e/shell.py", "/static/",
    "/static//etc/passwd", "/static/%00", "/api/v1/" + "9" * 5_000, "/_mock/" + "x" * 5_000,
    "/_mock/%00/%00", "/.well-known/jwks.json/", "/health/", "/health%00", "/?" + "a=b&" * 2_000,
    "/?%ff=%fe", "/?%00", "/?a=%ed%a0%80", "/?=&&==", "/health?world=a",
]  # fmt: skip
MOUNTS = ["", "/w/a", *(system.path for system in SYSTEMS.values() if system.path), "/w/a/acm", "/acm/op/v1"]


@pytest.mark.parametrize("mount", sorted(set(MOUNTS)))
@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: ascii(trick[:40]))
def test_a_trick_with_the_path_is_answered_below_500(one_port: Federation, mount: str, trick: str) -> None:
    for headers in ({}, PAGE):
        answer = knock(one_port, mount + trick, headers=headers)
        assert answer.status < 500, answer.body
        assert b"root:" not in answer.body
        assert b"def create_app" not in answer.body
    assert knock(one_port, mount + trick, "POST", headers=PAGE, body=b"\xff\x00").status < 500


_paths = st.lists(
    st.one_of(
        st.sampled_from([
            "", ".", "..", "w", "a", "default", "_mock", "api", "v1", "acm", "kbo", "op", "auth", "persons",
            "person", "clock", "facts", "worlds", "cast", "explain", "sleutels", "enterprises", "%00", "%ff",
        ]),
        st.text(max_size=12),
    ),
    max_size=7,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(_paths, st.sampled_from(["GET", "POST", "PUT", "DELETE"]), st.binary(max_size=30), st.booleans())
def test_any_path_with_any_body_is_answered_below_500(
    one_port: Federation, parts: list[str], method: str, body: bytes, page: bool
) -> None:
    path = "/w/a/" + "/".join(part.encode("utf-8", "replace").decode() for part in parts)
    assert knock(one_port, path, method, headers=PAGE if page else {}, body=body).status < 500


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "é\xff;;q=,"}, {"Accept": "text/html;q=x"}, {"Accept-Language": "\x00"},
        {"Cookie": "=;=;" * 500}, {"Authorization": "Basic \xff"}, {"Authorization": "Bearer " + "x" * 9000},
        {"Content-Type": "multipart/form-data"}, {"Content-Type": "application/json; charset=nergens"},
        {"Content-Type": "multipart/form-data; boundary="}, {"Content-Length": "-1"}, {"Content-Length": "x"},
        {"Content-Length": "99999999999999999999"}, {"Transfer-Encoding": "chunked"}, {"Range": "bytes=9-1"},
        {"If-Modified-Since": "gisteren"}, {"If-None-Match": "\xff"}, {"X-Forwarded-Host": "evil.test"},
    ],
    ids=ascii,
)  # fmt: skip
def test_a_trick_with_a_header_is_answered_below_500(one_port: Federation, headers: dict[str, str]) -> None:
    for path in ("/", "/acm/op/v1/token", "/w/a/_mock/clock", "/kbo/static/proefloket.css", "/csam/sleutels"):
        for method in ("GET", "POST", "PUT"):
            assert knock(one_port, path, method, headers=headers, body=b"a=b").status < 500, path


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PATCH", "FOO", "get", "\xe9"])
def test_a_trick_with_the_method_is_answered_below_500(one_port: Federation, method: str) -> None:
    for path in ("/", "/acm/op/v1/auth", "/_mock/clock", "/kbo/health"):
        assert knock(one_port, path, method).status < 500
