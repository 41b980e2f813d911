"""KIOSK's pages: of applicants and of assessors, and a letter box for whoever tests."""

from mocks.eloketten.kiosk.pages import assessors, contacts, dossiers, language, submission, unsaved
from mocks.eloketten.kiosk.pages.frame import PEERS, blueprint
from mocks.eloketten.kiosk.pages.mailbox import mailbox

__all__ = [
    "PEERS",
    "assessors",
    "blueprint",
    "contacts",
    "dossiers",
    "language",
    "mailbox",
    "submission",
    "unsaved",
]
