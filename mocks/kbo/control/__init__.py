"""The control room of the KBO: put and remove enterprises and functions, and set how soon others see it.

It shows what was registered last, also when others do not see it yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, Response, jsonify

from mocks.core.clock import Period
from mocks.core.control import FactKind, control_blueprint, read_body
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.shell import current_visit
from mocks.core.visit import Visit
from mocks.kbo.backend import Registration
from mocks.kbo.control.bodies import (
    AddressBody,
    CodedBody,
    ContactBody,
    DelayBody,
    EnterpriseBody,
    ForeignRegistrationBody,
    FunctionBody,
    NameBody,
)
from mocks.kbo.domain import (
    LEGAL_FORMS,
    LEGAL_SITUATIONS,
    Address,
    Coded,
    Contact,
    Denomination,
    Enterprise,
    ForeignRegistration,
    Function,
    FunctionNumber,
    Status,
    labelled,
)
from mocks.kbo.errors import EnterpriseMissing

DEFAULT_START = date(2005, 1, 1)
"""The first day of an enterprise that is put without one; any day after the KBO began (2003) will do."""


def _put_enterprise(visit: Visit, number: str, body: EnterpriseBody) -> None:
    registration, parsed = Registration(visit), EnterpriseNumber(number)
    known = registration.enterprise(parsed)
    enterprise = (
        known.fact
        if known is not None
        else Enterprise(parsed, (Denomination(f"Onderneming {parsed.display}"),), DEFAULT_START)
    )
    registration.put_enterprise(
        replace(enterprise, **_enterprise_changes(enterprise, body, visit.clock.today)), body.visible_from
    )


def _enterprise_changes(known: Enterprise, body: EnterpriseBody, today: date) -> dict[str, Any]:
    """Return the attributes that ``body`` changes; null clears what can be absent."""
    changes: dict[str, Any] = {
        name: value
        for name in ("kind", "start_date", "target_group")
        if (value := getattr(body, name)) is not None
    }
    given = body.model_fields_set
    if body.name is not None or "other_names" in given:
        others: tuple[Denomination, ...] = known.names[1:]
        if "other_names" in given:
            others = tuple(Denomination(one.text, one.language, one.type) for one in body.other_names or ())
        changes["names"] = (Denomination(body.name) if body.name else known.names[0], *others)
    if "legal_situation" in given:
        normal = CodedBody(code="000")
        changes["legal_situation"] = _labelled(body.legal_situation or normal, LEGAL_SITUATIONS)
    if "legal_form" in given:
        changes["legal_form"] = _labelled(body.legal_form, LEGAL_FORMS) if body.legal_form else None
    if "address" in given:
        changes["address"] = Address(**body.address.model_dump()) if body.address else None
    if "contact" in given:
        changes["contact"] = Contact(**body.contact.model_dump()) if body.contact else Contact()
    if "foreign_registration" in given:
        abroad = body.foreign_registration
        changes["foreign_registration"] = (
            ForeignRegistration(abroad.country, abroad.number) if abroad else None
        )
    if body.status is not None or "stopped_on" in given:
        changes |= _stop(known, body, today)
    return changes


def _stop(known: Enterprise, body: EnterpriseBody, today: date) -> dict[str, Any]:
    if "stopped_on" in body.model_fields_set:
        implied = Status.STOPPED if body.stopped_on is not None else Status.ACTIVE
        return {"status": body.status or implied, "stopped_on": body.stopped_on}
    stopped_on = (known.stopped_on or today) if body.status is Status.STOPPED else None
    return {"status": body.status, "stopped_on": stopped_on}


def _labelled(body: CodedBody, table: Mapping[str, str]) -> Coded:
    return labelled(body.code, body.label, table)


def _get_enterprise(visit: Visit, number: str) -> EnterpriseBody | None:
    found = Registration(visit).enterprise(EnterpriseNumber(number))
    if found is None:
        return None
    enterprise = found.fact
    form, address, contact = enterprise.legal_form, enterprise.address, enterprise.contact
    abroad = enterprise.foreign_registration
    return EnterpriseBody(
        name=enterprise.name,
        other_names=[
            NameBody(text=name.text, language=name.language, type=name.type) for name in enterprise.names[1:]
        ],
        kind=enterprise.kind,
        status=enterprise.status,
        stopped_on=enterprise.stopped_on,
        start_date=enterprise.start_date,
        target_group=enterprise.target_group,
        legal_situation=CodedBody(
            code=enterprise.legal_situation.code, label=enterprise.legal_situation.label
        ),
        legal_form=CodedBody(code=form.code, label=form.label) if form else None,
        address=AddressBody(
            street=address.street,
            house_number=address.house_number,
            postcode=address.postcode,
            municipality=address.municipality,
            box=address.box,
            country=address.country,
        )
        if address
        else None,
        contact=ContactBody(phone=contact.phone, email=contact.email, website=contact.website),
        foreign_registration=ForeignRegistrationBody(country=abroad.country, number=abroad.number)
        if abroad
        else None,
        visible_from=found.visible_from if found.pending(visit.clock.today) else None,
    )


def _put_function(visit: Visit, number: str, body: FunctionBody) -> None:
    registration, parsed = Registration(visit), FunctionNumber.parse(number)
    known = registration.function(parsed)
    given = body.model_fields_set
    end = known.fact.period.end if known is not None else None
    representative = known.fact.permanent_representative if known is not None else None
    if "end" in given:
        end = body.end
    if "permanent_representative" in given:
        text = body.permanent_representative
        representative = Insz(text) if text is not None else None
    begin = body.begin or (known.fact.period.begin if known is not None else None)
    if begin is None:
        enterprise = registration.enterprise(parsed.enterprise)
        if enterprise is None:
            raise EnterpriseMissing(parsed.enterprise)
        begin = enterprise.fact.start_date
    registration.put_function(Function(parsed, Period(begin, end), representative), body.visible_from)


def _get_function(visit: Visit, number: str) -> FunctionBody | None:
    found = Registration(visit).function(FunctionNumber.parse(number))
    if found is None:
        return None
    return FunctionBody(
        begin=found.fact.period.begin,
        end=found.fact.period.end,
        permanent_representative=found.fact.permanent_representative,
        visible_from=found.visible_from if found.pending(visit.clock.today) else None,
    )


KINDS: tuple[FactKind[Any], ...] = (
    FactKind(
        name="enterprise",
        body=EnterpriseBody,
        numbers=lambda visit: Registration(visit).enterprise_numbers(),
        get=_get_enterprise,
        put=_put_enterprise,
        remove=lambda visit, number: Registration(visit).remove_enterprise(EnterpriseNumber(number)),
    ),
    FactKind(
        name="function",
        body=FunctionBody,
        numbers=lambda visit: [str(number) for number in Registration(visit).function_numbers()],
        get=_get_function,
        put=_put_function,
        remove=lambda visit, number: Registration(visit).remove_function(FunctionNumber.parse(number)),
    ),
)


def create_blueprint() -> Blueprint:
    """Return the control room: the kinds of facts, and the delay."""
    blueprint = control_blueprint(KINDS)

    @blueprint.get("/delay")
    def delay() -> Response:
        """Say how long changes take, from when a change of today is seen, and which are still to be."""
        return _delay(current_visit())

    @blueprint.put("/delay")
    def set_delay() -> Response:
        """Set how long later changes take: ``none``, or ``real`` for the next day (Tuesday)."""
        visit = current_visit()
        Registration(visit).set_delay(read_body(DelayBody).mode)
        return _delay(visit)

    return blueprint


def _delay(visit: Visit) -> Response:
    registration = Registration(visit)
    return jsonify(
        mode=registration.delay,
        today=visit.clock.today.isoformat(),
        visible_from=max(registration.visible_from(), visit.clock.today).isoformat(),
        coming=[
            {
                "kind": change.kind,
                "number": change.number,
                "visible_from": change.visible_from.isoformat(),
                "removed": change.removed,
            }
            for change in registration.coming()
        ],
    )
