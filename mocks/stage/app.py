"""The application of the stage."""

from __future__ import annotations

from flask import Flask, Response, jsonify

from mocks.core.addresses import SYSTEMS
from mocks.core.metrics import exposition, name_process
from mocks.core.shell import create_app as create_shell
from mocks.core.shell import current_visit, without_csrf
from mocks.core.visit import House
from mocks.stage import control, pages
from mocks.stage.company import Company
from mocks.stage.pages import elokets


def create_app(house: House, company: Company) -> Flask:
    """Build the application of the stage."""
    app = create_shell("stage", "mocks.stage", house)
    # The stage stands at the root, where a cookie would go to every system.
    app.config["SESSION_COOKIE_PATH"] = elokets.ROOT
    app.register_blueprint(pages.blueprint(company))
    without_csrf(app, control.blueprint(company))
    app.view_functions["core.health"] = health
    name_process(house)
    app.view_functions["metrics"] = lambda: exposition(house.registries.values())
    return app


def health() -> Response:
    """Say that the federation answers, and where each of its systems does."""
    visit = current_visit()
    return jsonify(
        status="ok",
        world=visit.world.name,
        now=visit.clock.now.isoformat(),
        systems={key: visit.url(key, "/health") for key in SYSTEMS},
    )
