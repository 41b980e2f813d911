"""KIOSK's application."""

from __future__ import annotations

from flask import Flask

from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House
from mocks.eloketten.kiosk import control, pages, routes


def create_app(house: House) -> Flask:
    """Build the application of KIOSK."""
    app = create_shell("kiosk", "mocks.eloketten.kiosk", house)
    without_csrf(app, control.create_blueprint())
    without_csrf(app, routes.blueprint)
    app.register_blueprint(pages.blueprint)
    return app
