"""What KIOSK does: for whoever signs in, and with the users of whom IDM tells it."""

from mocks.eloketten.kiosk.backend.kiosk import REFRESH_SECONDS, Kiosk, Opened
from mocks.eloketten.kiosk.backend.users import SCIM_SECRET, Users

__all__ = ["REFRESH_SECONDS", "SCIM_SECRET", "Kiosk", "Opened", "Users"]
