"""Whom CSAM asks during the request that is being answered."""

from __future__ import annotations

from typing import cast

from flask import current_app

from mocks.core.shell import current_visit
from mocks.csam_btb.peers import Peers, PeersOf

PEERS = "csam.peers"
"""Under which name the application keeps whom it asks."""


def peers_here() -> Peers:
    """Return whom CSAM asks during this request."""
    return cast(PeersOf, current_app.extensions[PEERS])(current_visit())
