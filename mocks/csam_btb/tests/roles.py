"""What the tests of the federal role administration do again and again: put, grant, revoke, look."""

from __future__ import annotations

import re
from typing import Any

from werkzeug.test import TestResponse

from mocks.core.identifiers import Insz
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.btb import CSAM
from mocks.csam_btb.tests.house import DE_KADE, Play

ROLES = f"{CSAM}/rollen"
KADE = f"{ROLES}/ondernemingen/{DE_KADE}"
API = f"{CSAM}/api/v1/roles"
GIVER, FLEET = "fodfin_mandaatgever", "wagenpark_beheerder"


def put_role(play: Play, number: str, **members: Any) -> TestResponse:  # noqa: ANN401  # any member
    """Put a federal role as a fact."""
    return play.app.test_client().put(f"{CSAM}/_mock/role/{number}", json=members)


def grant(play: Play, by: Insz, insz: str, enterprise: str = DE_KADE, **changes: str) -> TestResponse:
    """Grant a role by the API, that of FODFin mandaatgever unless said otherwise."""
    body = {"by": by, "insz": insz, "role": GIVER, **changes}
    return play.app.test_client().post(f"{API}/enterprises/{enterprise}", json=body)


def revoke(play: Play, by: Insz, insz: str, role: str = GIVER, enterprise: str = DE_KADE) -> TestResponse:
    """Revoke a role by the API."""
    address = f"{API}/enterprises/{enterprise}/{insz}/{role}/revoke"
    return play.app.test_client().post(address, json={"by": by})


def granted(play: Play, insz: Insz) -> list[dict[str, Any]]:
    """Return what the API says of somebody."""
    return list(play.app.test_client().get(f"{API}/persons/{insz}").get_json()["roles"])


def shown(browser: Browser) -> dict[str, str]:
    """Return who holds what on the page of an enterprise, and how that stands."""
    return dict(re.findall(r'data-role="([0-9]+-[a-z_]+)" data-state="([a-z]+)"', browser.text))


def offered(browser: Browser) -> list[str]:
    """Return the roles that the form offers."""
    return re.findall(r'<option value="([a-z_]+)"', browser.text)
