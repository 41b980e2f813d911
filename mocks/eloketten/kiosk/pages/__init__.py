"""KIOSK's pages: of applicants, of assessors, and a letter box for whoever tests."""

from mocks.eloketten.kiosk.pages import assessors, contacts, dossiers, submission
from mocks.eloketten.kiosk.pages.frame import PEERS, blueprint
from mocks.eloketten.kiosk.pages.mailbox import mailbox

__all__ = ["PEERS", "assessors", "blueprint", "contacts", "dossiers", "mailbox", "submission"]
