"""What KIOSK does: its sessions, the dossiers of applicants, and the users of whom IDM tells."""

from mocks.eloketten.kiosk.backend.dossiers import Dossiers
from mocks.eloketten.kiosk.backend.kiosk import REFRESH_SECONDS, Kiosk, Opened
from mocks.eloketten.kiosk.backend.users import SCIM_SECRET, Users

__all__ = ["REFRESH_SECONDS", "SCIM_SECRET", "Dossiers", "Kiosk", "Opened", "Users"]
