"""KIOSK's pages: signing in and out, dossiers, contact data, and the profile of the representative."""

from mocks.eloketten.kiosk.pages import contacts, dossiers
from mocks.eloketten.kiosk.pages.frame import PEERS, blueprint

__all__ = ["PEERS", "blueprint", "contacts", "dossiers"]
