"""The KBO's application."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House, Visit
from mocks.kbo import control, pages, routes
from mocks.kbo.peers import Peers


def create_app(house: House, peers: Callable[[Visit], Peers]) -> Flask:
    """Build the application of the KBO.

    Args:
        house: what the process has once.
        peers: returns the answering ends of what the KBO asks, within a visit.
    """
    app = create_shell("kbo", "mocks.kbo", house, [("kbo", "ES256")])
    without_csrf(app, routes.blueprint)
    without_csrf(app, routes.create_desk(peers))
    without_csrf(app, control.create_blueprint())
    app.register_blueprint(pages.search.create_blueprint(peers))
    app.register_blueprint(pages.loket.create_blueprint(peers))
    return app
