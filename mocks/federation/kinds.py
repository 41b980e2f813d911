"""Every kind of fact of every authority, for the cast and for exported facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mocks.acm.control import kinds as acm_kinds
from mocks.core.control import FactKind
from mocks.csam_btb.control import KINDS as CSAM_KINDS
from mocks.eloketten.kiosk.control import KINDS as KIOSK_KINDS
from mocks.eloketten.kiosk_oud.control import KINDS as KIOSK_OUD_KINDS
from mocks.eloketten.kmo_portefeuille.control import KINDS as KMO_KINDS
from mocks.federation.onboarding import desks
from mocks.idm.control import KINDS as IDM_KINDS
from mocks.kbo.control import KINDS as KBO_KINDS
from mocks.rijksregister.control import KINDS as RIJKSREGISTER_KINDS
from mocks.ssm.control import KINDS as SSM_KINDS

KINDS: Mapping[str, Mapping[str, FactKind[Any]]] = {
    system: {kind.name: kind for kind in kinds}
    for system, kinds in (
        ("acm", acm_kinds(desks)),
        ("rijksregister", RIJKSREGISTER_KINDS),
        ("csam", CSAM_KINDS),
        ("kbo", KBO_KINDS),
        ("idm", IDM_KINDS),
        ("ssm", SSM_KINDS),
        ("kiosk", KIOSK_KINDS),
        ("kiosk-oud", KIOSK_OUD_KINDS),
        ("kmo-portefeuille", KMO_KINDS),
    )
}
"""By system and name.  An authority that reads another one's facts comes after it, and whoever grants a right
after the e-loket that asks it."""
