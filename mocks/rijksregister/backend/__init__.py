"""What the register does: find persons, state who somebody is, and serve people at its desk."""

from __future__ import annotations

from mocks.rijksregister.backend.loket import Loket, Served
from mocks.rijksregister.backend.registry import IDENTITY, IdentityDesk, Rijksregister

__all__ = ["IDENTITY", "IdentityDesk", "Loket", "Rijksregister", "Served"]
