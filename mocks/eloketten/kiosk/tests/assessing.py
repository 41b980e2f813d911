"""What the tests of the assessors share: Bart of De Linde, and how he comes in."""

from __future__ import annotations

from werkzeug.test import TestResponse

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, query_of
from mocks.eloketten.kiosk.tests.said import Claims, claims

BART, DE_LINDE = "80012299928", "0175234656"
HOME = "/beoordelen/"


def assessor(**changes: object) -> Claims:
    """Return the claims of Bart, who has the right of an assessor at De Linde, with changes."""
    bart = {"given_name": "Bart", "family_name": "Nijs", "rrn": BART, "wv_orgcode": None}
    de_linde = {"vo_orgcode": DE_LINDE, "vo_orgnaam": "Scholengroep De Linde vzw"}
    right = {"kiosk_beoordelaar_rol_3d": [f"KIOSKBeoordelaar:{DE_LINDE}"]}
    return claims(**{**bart, **de_linde, **right, **changes})


def enter(browser: Browser, about: Claims | None = None, **query: str) -> TestResponse:
    """Sign in by the door of the assessors, and return KIOSK's answer to ACM's."""
    asked = query_of(browser.get("/beoordelen/aanmelden", **query))
    answer = browser.answered(asked, about or assessor())
    return browser.get("/beoordelen/aanmelden/callback", **answer)


def assign(kiosk: KioskAlone, number: str, *who: str) -> None:
    """Let people assess a dossier, which must succeed; without any, Bart."""
    answer = Browser(kiosk).tell("PUT", f"/_mock/assessment/{number}", {"assessors": list(who or (BART,))})
    assert answer.status_code == 200, answer.text
