"""The interfaces of CSAM: FAS for clients and browsers, the API of the digital keys, BTB, and roles."""

from __future__ import annotations

from mocks.csam_btb.routes import btb, fas, keys, roles
from mocks.csam_btb.routes.fas import ATTEMPTS, SID
from mocks.csam_btb.routes.here import PEERS, peers_here

__all__ = ["ATTEMPTS", "PEERS", "SID", "btb", "fas", "keys", "peers_here", "roles"]
