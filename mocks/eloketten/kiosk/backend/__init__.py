"""What KIOSK does: its sessions, applicants and their dossiers, and the users of whom IDM tells."""

from mocks.eloketten.kiosk.backend.dependants import Dependants
from mocks.eloketten.kiosk.backend.dossiers import Dossiers
from mocks.eloketten.kiosk.backend.kiosk import REFRESH_SECONDS, Kiosk, Opened
from mocks.eloketten.kiosk.backend.users import SCIM_SECRET, Users

__all__ = ["REFRESH_SECONDS", "SCIM_SECRET", "Dependants", "Dossiers", "Kiosk", "Opened", "Users"]
