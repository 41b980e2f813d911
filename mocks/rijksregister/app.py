"""The register's application."""

from __future__ import annotations

from flask import Flask

from mocks.core.control import control_blueprint
from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House
from mocks.rijksregister import control, pages, routes
from mocks.rijksregister.peers import PeersOf


def create_app(house: House, peers: PeersOf) -> Flask:
    """Build the application of the register; ``peers`` says whom its desk asks during a visit."""
    app = create_shell("rijksregister", "mocks.rijksregister", house, [("rijksregister", "ES256")])
    without_csrf(app, routes.blueprint)
    without_csrf(app, control_blueprint(control.KINDS))
    app.extensions[routes.PEERS] = peers
    app.register_blueprint(pages.front)
    app.register_blueprint(pages.blueprint)
    return app
