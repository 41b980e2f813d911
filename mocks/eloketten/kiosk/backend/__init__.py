"""What KIOSK does: for whoever signs in, and with the users of whom IDM tells it."""

from mocks.eloketten.kiosk.backend.kiosk import REFRESH_SECONDS, Kiosk, Opened

__all__ = ["REFRESH_SECONDS", "Kiosk", "Opened"]
