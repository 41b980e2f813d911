"""The control room of SSM: mandates as facts, as a program and the cast put them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from mocks.core.brussels import BRUSSELS
from mocks.core.clock import OPEN_END, Period
from mocks.core.control import Body, FactKind, Line
from mocks.core.visit import Visit
from mocks.ssm.backend import Registration, catalogue_in
from mocks.ssm.domain.catalogue import CATALOGUE, MandateType
from mocks.ssm.domain.mandates import Creation, Mandate, MandateNumber, Signature, Stop
from mocks.ssm.domain.parties import Party
from mocks.ssm.errors import MandateIncomplete

Day = Annotated[date, Field(ge=date(1900, 1, 1))]


class MandateBody(Body):
    """A mandate; its number is ``M-<year>-<serial>``, with or without the check digits behind it.

    What is left out stays as it was.  A new one needs ``mandator`` and ``holder``; it is of type ``kiosk``,
    from today, without end and signed by both when it begins.  A signature that is null is not there yet;
    ``stopped_on`` is the first day on which it does not work.  ``replaces`` is the mandate whose place it
    takes: as long as it waits for a signature, that one waits for transfer.
    """

    type: Line | None = None
    mandator: Line | None = None
    holder: Line | None = None
    begin: Day | None = None
    end: Day | None = None
    created_on: Day | None = None
    signed_by_mandator_on: Day | None = None
    signed_by_holder_on: Day | None = None
    stopped_on: Day | None = None
    stop_reason: Line | None = None
    replaces: Line | None = None


def _number(text: str) -> MandateNumber:
    return MandateNumber.parse(text, check_may_lack=True)


def _put(visit: Visit, text: str, body: MandateBody) -> None:
    registration, number = Registration(visit), _number(text)
    known = registration.find(number)
    asked = catalogue_in(visit.reading).find(body.type) if body.type is not None else None
    if known is None:
        made = _made(number, body, asked or CATALOGUE["kiosk"], visit.clock.today)
    else:
        made = _changed(known, body, asked or known.type)
    registration.put(made)


def _made(number: MandateNumber, body: MandateBody, type_: MandateType, today: date) -> Mandate:
    if body.mandator is None or body.holder is None:
        raise MandateIncomplete(
            f"Er is nog geen mandaat {number}. Zeg tussen wie: mandator en holder, elk een "
            "ondernemingsnummer of een rijksregister- of BIS-nummer."
        )
    mandator, end = Party.read(body.mandator), _end(body.end)
    begin = body.begin or min(day for day in (today, end, body.stopped_on) if day is not None)
    given = (body.signed_by_mandator_on, body.signed_by_holder_on, body.stopped_on, begin, today)
    created_on = body.created_on or min(day for day in given if day is not None)
    signatures = {
        name: _signature(getattr(body, name) if name in body.model_fields_set else created_on)
        for name in ("signed_by_mandator_on", "signed_by_holder_on")
    }
    return Mandate(
        number=number,
        type=type_,
        mandator=mandator,
        holder=Party.read(body.holder),
        period=Period(begin, end),
        creation=Creation(None, _moment(created_on), mandator),
        mandator_signature=signatures["signed_by_mandator_on"],
        holder_signature=signatures["signed_by_holder_on"],
        stop=Stop(None, body.stopped_on, body.stop_reason) if body.stopped_on is not None else None,
        replaces=_number(body.replaces) if body.replaces is not None else None,
    )


def _changed(known: Mandate, body: MandateBody, type_: MandateType) -> Mandate:
    given = body.model_fields_set
    mandator = Party.read(body.mandator) if body.mandator is not None else known.mandator
    creation, stop = known.creation, known.stop
    if body.created_on is not None and body.created_on != creation.at.date():
        creation = Creation(creation.by, _moment(body.created_on), creation.party)
    if creation.party == known.mandator:
        creation = Creation(creation.by, creation.at, mandator)
    if given & {"stopped_on", "stop_reason"}:
        day = body.stopped_on if "stopped_on" in given else (stop.day if stop else None)
        reason = body.stop_reason if "stop_reason" in given else (stop.reason if stop else None)
        stop = Stop(stop.by if stop else None, day, reason) if day is not None else None
    replaces = _number(body.replaces) if body.replaces is not None else None
    return Mandate(
        number=known.number,
        type=type_,
        mandator=mandator,
        holder=Party.read(body.holder) if body.holder is not None else known.holder,
        period=Period(body.begin or known.period.begin, _end(body.end) if "end" in given else known.end),
        creation=creation,
        mandator_signature=_resigned(known.mandator_signature, "signed_by_mandator_on", body),
        holder_signature=_resigned(known.holder_signature, "signed_by_holder_on", body),
        stop=stop,
        successor=known.successor,
        replaces=replaces if "replaces" in given else known.replaces,
    )


def _resigned(known: Signature | None, name: str, body: MandateBody) -> Signature | None:
    if name not in body.model_fields_set:
        return known
    day: date | None = getattr(body, name)
    return known if known is not None and known.day == day else _signature(day)


def _signature(day: date | None) -> Signature | None:
    return Signature(None, day) if day is not None else None


def _end(day: date | None) -> date | None:
    return None if day == OPEN_END else day


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=BRUSSELS)


def _get(visit: Visit, text: str) -> MandateBody | None:
    found = Registration(visit).find(_number(text))
    # What nobody could put back is no fact: it comes again with its e-loket.
    if found is None or not found.type.elokets:
        return None
    given, taken, stop = found.mandator_signature, found.holder_signature, found.stop
    return MandateBody(
        type=found.type.key,
        mandator=str(found.mandator),
        holder=str(found.holder),
        begin=found.period.begin,
        end=found.end,
        created_on=found.creation.at.date(),
        signed_by_mandator_on=given.day if given else None,
        signed_by_holder_on=taken.day if taken else None,
        stopped_on=stop.day if stop else None,
        stop_reason=stop.reason if stop else None,
        replaces=str(found.replaces) if found.replaces else None,
    )


KINDS: tuple[FactKind[Any], ...] = (
    FactKind(
        name="mandate",
        body=MandateBody,
        numbers=lambda visit: Registration(visit).numbers(),
        get=_get,
        put=_put,
        remove=lambda visit, text: Registration(visit).remove(_number(text)),
    ),
)
