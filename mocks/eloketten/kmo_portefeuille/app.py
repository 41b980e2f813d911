"""The application of the kmo-portefeuille."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House, Visit
from mocks.eloketten.kmo_portefeuille import control, pages, routes
from mocks.eloketten.kmo_portefeuille.peers import Peers


def create_app(house: House, peers: Callable[[Visit], Peers]) -> Flask:
    """Build the application of the kmo-portefeuille.

    Args:
        house: what every mock shares.
        peers: whom it asks during a visit.
    """
    app = create_shell("kmo-portefeuille", "mocks.eloketten.kmo_portefeuille", house)
    app.extensions[routes.PEERS] = peers
    without_csrf(app, control.create_blueprint())
    without_csrf(app, routes.blueprint)
    app.register_blueprint(pages.blueprint)
    return app
