"""What the tests look at: statements, frames, refusals."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.statements import Inquiry
from mocks.ssm.backend import MANDATES, MandatesDesk
from mocks.ssm.domain.mandates import Frame, MandateNumber
from mocks.ssm.domain.views import Search
from mocks.ssm.tests.alone import SsmAlone


def stated(ssm: SsmAlone, holder: EnterpriseNumber | Insz) -> list[dict[str, Any]]:
    """Return which mandates SSM states of a holder, as another authority hears it."""
    with ssm.visit() as visit:
        facts = Inquiry(visit, MANDATES, "acm", MandatesDesk(visit)).ask(holder)
    assert facts is not None
    assert set(facts) == {"mandates"}
    found: list[dict[str, Any]] = facts["mandates"]
    return found


def frames(ssm: SsmAlone, who: Insz, party: EnterpriseNumber | Insz) -> dict[Frame, list[MandateNumber]]:
    """Return what stands in each frame of a party, by frame."""
    with ssm.acting(who, party) as acting:
        found = {
            frame: [one.number for one in acting.lists.page(acting.agent, Search(frame=frame)).items]
            for frame in Frame
        }
    return {frame: numbers for frame, numbers in found.items() if numbers}


def refused(code: str) -> pytest.RaisesExc[Refusal]:
    """Expect a refusal with this code."""
    return pytest.RaisesExc(Refusal, check=lambda refusal: refusal.code == code)
