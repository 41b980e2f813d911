"""SSM's application."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from mocks.core.control import control_blueprint
from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House, Visit
from mocks.ssm import control, pages, routes
from mocks.ssm.peers import Peers


def create_app(house: House, peers: Callable[[Visit], Peers]) -> Flask:
    """Build the application of SSM.

    Args:
        house: what the process has once.
        peers: returns the answering ends of what SSM asks, within a visit.
    """
    app = create_shell("ssm", "mocks.ssm", house, [("ssm", "ES256")])
    app.extensions[routes.PEERS] = peers
    for blueprint in (*routes.BLUEPRINTS, control_blueprint(control.KINDS)):
        without_csrf(app, blueprint)
    for blueprint in pages.BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
