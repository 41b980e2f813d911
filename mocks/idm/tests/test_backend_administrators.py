"""Who is administrator, and for which organisation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.idm import errors
from mocks.idm.tests.alone import (
    DE_KADE,
    ELS,
    FATIMA,
    JAN,
    LEERPUNT,
    NOBODY,
    NOWHERE,
    STILTE,
    TODAY,
    TOM,
    IdmAlone,
)

TOMORROW = TODAY + timedelta(days=1)
DEPARTMENTS = "Dienstverlener kmo-portefeuille, departementen"


def test_the_organisations_that_one_administers_are_listed_with_the_reason(idm: IdmAlone) -> None:
    with idm.acting() as acting:
        found = acting.administrators.organisations(JAN)
        assert [(one.organisation.name, one.reason) for one in found] == [
            ("Theater De Kade vzw", "Wettelijk vertegenwoordiger (KBO)")
        ], "a stopped organisation is administered by nobody"
        (kade,) = acting.administrators.organisations(FATIMA)
        assert kade.reason == "Hoofdtoegangsbeheerder (BTB)"
        assert acting.administrators.organisations(TOM) == ()


def test_the_administrators_of_an_organisation_are_found_on_every_ground(idm: IdmAlone) -> None:
    idm.grant(idm.employ(ELS), "Lokale beheerder")
    with idm.acting() as acting:
        found = {one.insz: one.reason for one in acting.administrators.of(DE_KADE)}
        with pytest.raises(errors.UnknownOrganisation):
            acting.administrators.of(NOWHERE)
    assert found == {
        JAN: "Wettelijk vertegenwoordiger (KBO)",
        FATIMA: "Hoofdtoegangsbeheerder (BTB)",
        ELS: "Lokale beheerder",
    }


@pytest.mark.parametrize(
    ("person", "number", "refusal"),
    [
        (TOM, DE_KADE, errors.NotAdministrator),
        (JAN, LEERPUNT, errors.AdministersElsewhere),
        (JAN, STILTE, errors.OrganisationStopped),
        (JAN, NOWHERE, errors.UnknownOrganisation),
        (NOBODY, DE_KADE, errors.NotAdministrator),
    ],
)
def test_whoever_is_no_administrator_is_told_why(
    idm: IdmAlone, person: Insz, number: EnterpriseNumber, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused, idm.acting(person, number):
        pass
    assert type(refused.value) is refusal


def test_an_administrator_who_died_administers_nothing(idm: IdmAlone) -> None:
    idm.told.person(JAN, "Jan", "Peeters", deceased_on="2021-04-27")
    with pytest.raises(errors.PersonDeceased), idm.acting():
        pass


def test_a_function_that_ends_bites_at_the_next_question(idm: IdmAlone) -> None:
    with idm.acting():
        pass
    idm.told.functions.clear()
    idm.told.version += 1
    with pytest.raises(errors.NotAdministrator), idm.acting():
        pass
