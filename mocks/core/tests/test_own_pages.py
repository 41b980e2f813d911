"""Where one may be led back to: pages of the same application only."""

from __future__ import annotations

import pytest
from flask import Blueprint, Flask

from mocks.core.shell.own_pages import here, own_page


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    for path in ("/", "/dossiers", "/dossiers/<number>", "/api/dossiers", "/_mock/dossiers"):
        app.add_url_rule(path, path, lambda **_: "")
    app.add_url_rule("/afmelden", "sign_out", lambda: "", methods=["POST"])
    return app


@pytest.mark.parametrize(
    "path", ["/", "/dossiers", "/dossiers?", "/dossiers?jaar=2021&naam=J.%20P", "/dossiers/2021-0007?a=b~c"]
)
def test_one_is_led_back_to_a_page_that_is_there(app: Flask, path: str) -> None:
    with app.test_request_context():
        assert own_page(path) == path


@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "dossiers",
        "//dossiers",
        "//elders.example/dossiers",
        "https://elders.example/dossiers",
        "/\\elders.example",
        "/elders",
        "/dossiers/..",
        "/dossiers/een/twee",
        "/afmelden",
        "/api/dossiers",
        "/_mock/dossiers",
        "/dossiers\r\nSet-Cookie: a=b",
        "/dossiers?naam=<script>",
        "/dossiers?naam=" + "x" * 400,
        "/dossiers/" + "1" * 120,
        "/dossiers/١",
    ],
)
def test_nobody_is_led_to_what_somebody_made_up(app: Flask, path: str | None) -> None:
    with app.test_request_context():
        assert own_page(path) is None


def test_a_door_leads_to_its_own_pages_only(app: Flask) -> None:
    door = Blueprint("deur", __name__, url_prefix="/deur")
    door.add_url_rule("/", "start", lambda: "")
    app.register_blueprint(door)
    with app.test_request_context():
        assert own_page("/deur/", "deur") == own_page("/deur/") == "/deur/"
        assert own_page("/dossiers", "deur") is None


@pytest.mark.parametrize(
    ("method", "path", "page"),
    [
        ("GET", "/dossiers?jaar=2021", "/dossiers?jaar=2021"),
        ("GET", "/dossiers", "/dossiers"),
        ("POST", "/dossiers", "/dossiers"),
        ("POST", "/afmelden", None),
    ],
)
def test_the_page_of_a_request_is_one_to_come_back_to(
    app: Flask, method: str, path: str, page: str | None
) -> None:
    with app.test_request_context(path, method=method):
        assert here() == page
