"""The application of every e-loket that needs nothing but an integration file."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from mocks.core.shell import create_app as create_shell
from mocks.core.visit import House, Visit
from mocks.eloketten.simple import pages
from mocks.eloketten.simple.peers import Peers


def create_app(house: House, peers: Callable[[Visit], Peers]) -> Flask:
    """Build the application.

    Args:
        house: what every mock shares.
        peers: whom the e-lokets ask during a visit.
    """
    app = create_shell("eloket", "mocks.eloketten.simple", house)
    app.extensions[pages.PEERS] = peers
    app.register_blueprint(pages.blueprint)
    return app
