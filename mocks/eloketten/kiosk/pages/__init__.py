"""KIOSK's pages: signing in and out, dossiers, contact data, profiles, and those of the assessors."""

from mocks.eloketten.kiosk.pages import assessors, contacts, dossiers
from mocks.eloketten.kiosk.pages.frame import PEERS, blueprint

__all__ = ["PEERS", "assessors", "blueprint", "contacts", "dossiers"]
