"""What KIOSK does: sessions, applicants, their dossiers and contact data, and the users of whom IDM tells."""

from mocks.eloketten.kiosk.backend.contacts import Contacts, authentic
from mocks.eloketten.kiosk.backend.dependants import Dependants
from mocks.eloketten.kiosk.backend.dossiers import Dossiers
from mocks.eloketten.kiosk.backend.kiosk import Kiosk, Opened, mark_of
from mocks.eloketten.kiosk.backend.users import SCIM_SECRET, Users

__all__ = [
    "SCIM_SECRET",
    "Contacts",
    "Dependants",
    "Dossiers",
    "Kiosk",
    "Opened",
    "Users",
    "authentic",
    "mark_of",
]
