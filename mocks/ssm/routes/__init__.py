"""The API of SSM; its shape is ours, none is public.

A program says in ``actor`` (query or body) who acts, by national number or BIS number, and in ``party`` for
whom; the same checks apply as on the pages.  That a number is believed without proof is ours: whoever tests
sets the scene anyway.
"""

from mocks.ssm.routes import mandates, parties
from mocks.ssm.routes.here import PEERS, peers_here

BLUEPRINTS = (parties.blueprint, mandates.blueprint)
"""What the application registers, without CSRF tokens."""

__all__ = ["BLUEPRINTS", "PEERS", "peers_here"]
