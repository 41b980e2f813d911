"""What IDM states about somebody, as a receiver reads it."""

from __future__ import annotations

from typing import Any

from mocks.core.identifiers import Insz
from mocks.core.statements import Inquiry
from mocks.idm.backend import WORK_RELATIONS, WorkRelationsDesk
from mocks.idm.tests.alone import IdmAlone


def stated(idm: IdmAlone, person: Insz) -> dict[str, Any]:
    """Return the facts about somebody whom IDM knows."""
    facts = stated_or_none(idm, person)
    assert facts is not None
    return facts


def stated_or_none(idm: IdmAlone, person: Insz) -> dict[str, Any] | None:
    """Return the facts about somebody, or None when IDM knows nobody of this number."""
    with idm.visit() as visit:
        return Inquiry(visit, WORK_RELATIONS, "acm", WorkRelationsDesk(visit)).ask(person)
