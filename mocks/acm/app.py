"""ACM's application."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from mocks.acm import control, pages
from mocks.acm.peers import Desks, Peers
from mocks.acm.routes import provider
from mocks.acm.routes.straight import Straight
from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House, Visit


def create_app(
    house: House, peers: Callable[[Visit], Peers], desks: Callable[[Visit], Desks] = lambda _: ()
) -> Flask:
    """Build the application of ACM.

    Args:
        house: what the process has once.
        peers: gives whom it asks in a visit.
        desks: gives whom it tells of an e-loket; nobody, for an ACM alone.
    """
    app = create_shell("acm", "mocks.acm", house, [("acm", "RS256")])
    app.extensions["proefloket.peers"] = peers
    without_csrf(app, provider.blueprint)
    app.register_blueprint(pages.blueprint)
    without_csrf(app, control.blueprint(desks))
    # The way of Flask's manual to put something before an application.
    app.wsgi_app = Straight(app, peers)  # type: ignore[method-assign]  # to mypy it is a method
    return app
