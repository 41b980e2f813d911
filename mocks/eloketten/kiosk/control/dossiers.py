"""The dossiers, as facts."""

from __future__ import annotations

from datetime import date

from mocks.core.control import Body, FactKind, Line
from mocks.core.identifiers import AccountNumber, Insz
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend import Dossiers
from mocks.eloketten.kiosk.control.applicants import applicant_number
from mocks.eloketten.kiosk.domain.dossiers import Dossier, DossierType, Phase, kiosk_number


class DossierBody(Body):
    """A dossier as the control API takes it; the applicant is an enterprise number, an INSZ or a code.

    ``contact_person`` and ``email_of`` are the INSZ of a representative; without them it is the applicant.
    """

    applicant: Line
    title: Line
    type: DossierType
    phase: Phase = Phase.PREPARATION
    submitted_on: date | None = None
    contact_person: Line | None = None
    email_of: Line | None = None
    account: Line | None = None


def _put(visit: Visit, number: str, body: DossierBody) -> None:
    Dossiers(visit).put(
        Dossier(
            number=kiosk_number(number),
            applicant=applicant_number(body.applicant),
            title=body.title,
            type=body.type,
            phase=body.phase,
            submitted_on=body.submitted_on,
            contact_person=Insz(body.contact_person) if body.contact_person is not None else None,
            email_of=Insz(body.email_of) if body.email_of is not None else None,
            account=AccountNumber(body.account) if body.account is not None else None,
        )
    )


def _get(visit: Visit, number: str) -> DossierBody | None:
    dossier = store.dossiers.find(visit.reading, kiosk_number(number))
    if dossier is None:
        return None
    return DossierBody(**{name: getattr(dossier, name) for name in DossierBody.model_fields})


DOSSIER = FactKind(
    name="dossier",
    body=DossierBody,
    numbers=lambda visit: store.dossiers.numbers(visit.reading),
    get=_get,
    put=_put,
    remove=lambda visit, number: Dossiers(visit).remove(kiosk_number(number)),
)
