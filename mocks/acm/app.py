"""ACM's application."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from mocks.acm import control, pages
from mocks.acm.peers import Peers
from mocks.acm.routes import provider
from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House, Visit


def create_app(house: House, peers: Callable[[Visit], Peers]) -> Flask:
    """Build the application of ACM; ``peers`` gives whom it asks in a visit."""
    app = create_shell("acm", "mocks.acm", house, [("acm", "RS256")])
    app.extensions["proefloket.peers"] = peers
    without_csrf(app, provider.blueprint)
    app.register_blueprint(pages.blueprint)
    without_csrf(app, control.blueprint())
    return app
