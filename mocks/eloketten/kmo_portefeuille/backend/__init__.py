"""What the kmo-portefeuille does: its entrances, the registered services, and the desk of the service."""

from mocks.eloketten.kmo_portefeuille.backend.desk import Desk
from mocks.eloketten.kmo_portefeuille.backend.entrances import Entrance
from mocks.eloketten.kmo_portefeuille.backend.services import Services

__all__ = ["Desk", "Entrance", "Services"]
