"""The application of the old KIOSK."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House, Visit
from mocks.eloketten.kiosk_oud import control, pages
from mocks.eloketten.kiosk_oud.peers import Peers


def create_app(house: House, peers: Callable[[Visit], Peers]) -> Flask:
    """Build the application of the old KIOSK.

    Args:
        house: what every mock shares.
        peers: whom it asks during a visit.
    """
    app = create_shell("kiosk-oud", "mocks.eloketten.kiosk_oud", house)
    app.extensions[pages.PEERS] = peers
    without_csrf(app, control.create_blueprint())
    app.register_blueprint(pages.blueprint)
    return app
