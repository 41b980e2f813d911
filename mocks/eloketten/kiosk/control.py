"""KIOSK's control room: put and remove dossiers."""

from __future__ import annotations

from datetime import date

from mocks.core.control import Body, FactKind, Line
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend import Kiosk
from mocks.eloketten.kiosk.domain.dossiers import Dossier, DossierType, Phase, kiosk_number


class DossierBody(Body):
    """A dossier as the control API takes it; the applicant is an enterprise number or an INSZ."""

    applicant: Line
    title: Line
    type: DossierType
    phase: Phase = Phase.PREPARATION
    submitted_on: date | None = None


def _applicant(text: str) -> str:
    """Read the number of a person by its eleven digits, any other text as that of an enterprise."""
    digits = sum(sign.isdigit() for sign in text)
    return Insz(text) if digits > len("0110041748") else EnterpriseNumber(text)


def _put(visit: Visit, number: str, body: DossierBody) -> None:
    Kiosk(visit).put_dossier(
        Dossier(
            number=kiosk_number(number),
            applicant=_applicant(body.applicant),
            title=body.title,
            type=body.type,
            phase=body.phase,
            submitted_on=body.submitted_on,
        )
    )


def _get(visit: Visit, number: str) -> DossierBody | None:
    dossier = store.dossiers.find(visit.reading, kiosk_number(number))
    if dossier is None:
        return None
    return DossierBody(
        applicant=dossier.applicant,
        title=dossier.title,
        type=dossier.type,
        phase=dossier.phase,
        submitted_on=dossier.submitted_on,
    )


KINDS = (
    FactKind(
        name="dossier",
        body=DossierBody,
        numbers=lambda visit: store.dossiers.numbers(visit.reading),
        get=_get,
        put=_put,
        remove=lambda visit, number: Kiosk(visit).remove_dossier(kiosk_number(number)),
    ),
)
