"""The application of CSAM: FAS, Mijn digitale sleutels, BTB, federal roles and the API."""

from __future__ import annotations

from flask import Flask

from mocks.core.shell import create_app as create_shell
from mocks.core.shell import without_csrf
from mocks.core.visit import House
from mocks.csam_btb import control, pages, routes
from mocks.csam_btb.peers import PeersOf


def create_app(house: House, peers: PeersOf) -> Flask:
    """Build the application of CSAM; ``peers`` says whom it asks during a visit."""
    app = create_shell("csam", "mocks.csam_btb", house, [("csam", "ES256"), ("fas", "RS256")])
    app.extensions[routes.PEERS] = peers
    for blueprint in (
        routes.fas.front,
        routes.fas.back,
        routes.keys.api,
        routes.btb.api,
        routes.roles.api,
        control.blueprint(),
    ):
        without_csrf(app, blueprint)
    for blueprint in (
        pages.sign_in.pages,
        pages.sign_in.sign_out,
        pages.sleutels.front,
        pages.sleutels.pages,
        pages.by_code.pages,
        pages.by_code.mailbox,
        pages.btb.pages,
        pages.roles.pages,
    ):
        app.register_blueprint(blueprint)
    return app
