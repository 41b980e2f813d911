"""Who assesses which dossier, as facts."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mocks.core.control import Body, FactKind, Line
from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend import Assignments
from mocks.eloketten.kiosk.domain.dossiers import kiosk_number


class AssessmentBody(Body):
    """Who assesses the dossier, each by INSZ; the whole of them."""

    assessors: Annotated[tuple[Line, ...], Field(min_length=1, max_length=50)]


def _put(visit: Visit, number: str, body: AssessmentBody) -> None:
    Assignments(visit).put(kiosk_number(number), [Insz(one) for one in body.assessors])


def _get(visit: Visit, number: str) -> AssessmentBody | None:
    found = store.assessments.assessors(visit.reading, kiosk_number(number))
    return AssessmentBody(assessors=tuple(found)) if found else None


ASSESSMENT = FactKind(
    name="assessment",
    body=AssessmentBody,
    numbers=lambda visit: store.assessments.dossiers(visit.reading),
    get=_get,
    put=_put,
    remove=lambda visit, number: Assignments(visit).remove(kiosk_number(number)),
)
