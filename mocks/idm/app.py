"""IDM's application."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House, Visit
from mocks.idm import control, pages, routes
from mocks.idm.peers import Peers


def create_app(house: House, peers: Callable[[Visit], Peers]) -> Flask:
    """Build the application of IDM.

    Args:
        house: what the process has once.
        peers: returns the answering ends of what IDM asks, within a visit.
    """
    app = create_shell("idm", "mocks.idm", house, [("idm", "ES256")])
    app.extensions[routes.PEERS] = peers
    for blueprint in (*routes.BLUEPRINTS, control.create_blueprint()):
        without_csrf(app, blueprint)
    for blueprint in pages.BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
