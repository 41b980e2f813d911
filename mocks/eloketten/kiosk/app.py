"""KIOSK's application."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask

from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House, Visit
from mocks.eloketten.kiosk import control, pages, routes
from mocks.eloketten.kiosk.peers import Peers


def create_app(house: House, peers: Callable[[Visit], Peers]) -> Flask:
    """Build the application of KIOSK.

    Args:
        house: what every mock shares.
        peers: whom KIOSK asks during a visit.
    """
    app = create_shell(
        "kiosk", "mocks.eloketten.kiosk", house, catalogues=Path(__file__).parent / "translations"
    )
    app.extensions[pages.PEERS] = peers
    without_csrf(app, control.create_blueprint())
    without_csrf(app, routes.blueprint)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(pages.assessors.blueprint)
    app.register_blueprint(pages.mailbox)
    return app
