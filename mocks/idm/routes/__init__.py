"""The API of IDM.

The real one has no public API but the SCIM push.  Here every use case of the screens is one: a program says
in ``actor`` (query or body) for whom it acts, by national number or BIS number, and the same checks apply as
on the pages.  That a number is believed without proof is ours: whoever tests sets the scene anyway.
"""

from mocks.idm.routes import bulk, organisations, people, registrations, relations, rights
from mocks.idm.routes.here import PEERS, peers_here

BLUEPRINTS = tuple(
    module.blueprint for module in (organisations, people, relations, rights, bulk, registrations)
)
"""What the application registers, without CSRF tokens."""

__all__ = ["BLUEPRINTS", "PEERS", "peers_here"]
