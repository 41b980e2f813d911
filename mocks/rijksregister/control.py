"""The register's control room: put and remove persons."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from mocks.core.control import Body, FactKind
from mocks.core.identifiers import Insz, Sex
from mocks.core.visit import Visit
from mocks.rijksregister import store
from mocks.rijksregister.backend import Rijksregister
from mocks.rijksregister.domain import Person

Name = Annotated[str, Field(min_length=1, max_length=200)]


class PersonBody(Body):
    """A person as the control API takes it; birth date and sex follow from the number if left out.

    ``replaced_by`` is the number that took the place of this one.
    """

    given_name: Name
    family_name: Name
    birth_date: date | None = None
    sex: Sex | None = None
    belgian_eid: bool = True
    deceased_on: date | None = None
    replaced_by: Annotated[str, Field(max_length=40)] | None = None


def _put(visit: Visit, number: str, body: PersonBody) -> None:
    insz = Insz(number)
    Rijksregister(visit).put(
        Person(
            insz=insz,
            given_name=body.given_name,
            family_name=body.family_name,
            birth_date=body.birth_date or insz.birth_date,
            sex=body.sex or insz.sex,
            belgian_eid=body.belgian_eid,
            deceased_on=body.deceased_on,
            replaced_by=Insz(body.replaced_by) if body.replaced_by is not None else None,
        )
    )


def _get(visit: Visit, number: str) -> PersonBody | None:
    person = store.find(visit.reading, Insz(number))
    if person is None:
        return None
    return PersonBody(
        given_name=person.given_name,
        family_name=person.family_name,
        birth_date=person.birth_date,
        sex=person.sex,
        belgian_eid=person.belgian_eid,
        deceased_on=person.deceased_on,
        replaced_by=person.replaced_by,
    )


KINDS = (
    FactKind(
        name="person",
        body=PersonBody,
        numbers=lambda visit: store.numbers(visit.reading),
        get=_get,
        put=_put,
        remove=lambda visit, number: Rijksregister(visit).remove(Insz(number)),
    ),
)
