"""The pages of the kmo-portefeuille: its doors, the registered services, and the desk of the service."""

from mocks.eloketten.kmo_portefeuille.pages import desk, doors, services
from mocks.eloketten.kmo_portefeuille.pages.frame import blueprint

__all__ = ["blueprint", "desk", "doors", "services"]
