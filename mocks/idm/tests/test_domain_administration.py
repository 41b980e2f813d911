"""Who is local administrator, ground by ground, and which rights one may grant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from mocks.core.clock import OPEN_END, Period
from mocks.idm import errors
from mocks.idm.domain.administration import Case, judge
from mocks.idm.domain.administrator import administrator
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.catalogue import Ground
from mocks.idm.domain.facts import Appointment, Function, Organisation, Role
from mocks.idm.domain.people import Registered, Status
from mocks.idm.domain.relations import Category, RelationNumber, WorkRelation
from mocks.idm.domain.rights import RightNumber, UserRight
from mocks.idm.tests.alone import DE_KADE, JAN, LEERPUNT, TODAY

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
SHIPPED = Catalogue()
OPEN = Period(date(2010, 1, 1))
NUMBER = RelationNumber(JAN, DE_KADE, 1)
RELATION = WorkRelation(
    NUMBER, "EA", Category.PERMANENT, Period(date(2019, 1, 1), date(2029, 1, 1)), None, None
)


def person_case(**changes: Any) -> Case:  # noqa: ANN401
    nothing = Case(
        insz=JAN,
        person=Registered(JAN, "Jan", "Peeters", None, "M", belgian_eid=True, deceased_on=None),
        number=DE_KADE,
        organisation=Organisation(DE_KADE, "Theater De Kade vzw", "EA", stopped_on=None),
        functions=(),
        holders={},
        appointments=(),
        status=Status.ACTIVE,
        relations=(),
        today=TODAY,
    )
    return replace(nothing, **changes)


def function(period: Period = OPEN, **changes: Any) -> Function:  # noqa: ANN401
    return replace(Function(DE_KADE, "Bestuurder", representing=True, period=period), **changes)


def appointment(
    role: Role, domain: str = "all", period: Period = OPEN, *, waiting: bool = False
) -> Appointment:
    return Appointment(DE_KADE, role, domain, period, waiting)


def own(key: str, begin: date, end: date, **changes: Any) -> Any:  # noqa: ANN401
    right = UserRight(RightNumber(NUMBER, key, 1), None, (), Period(begin, end))
    return ((RELATION, (replace(right, **changes),)),)


def grounds(case: Case) -> list[Ground]:
    return [verdict.ground for verdict in judge(case) if verdict.holds]


MAIN, ACCESS = Role.MAIN_ACCESS_MANAGER, Role.ACCESS_MANAGER


@pytest.mark.parametrize(
    ("case", "ground"),
    [
        (person_case(functions=(function(),)), Ground.LEGAL_REPRESENTATIVE),
        (person_case(functions=(function(Period(TODAY, TODAY)),)), Ground.LEGAL_REPRESENTATIVE),
        (person_case(appointments=(appointment(MAIN),)), Ground.MAIN_ACCESS_MANAGER),
        (person_case(appointments=(appointment(ACCESS, "economy"),)), Ground.ACCESS_MANAGER),
        (
            person_case(relations=own("hoofd-lokale-beheerder", TODAY, TODAY)),
            Ground.CHIEF_LOCAL_ADMINISTRATOR,
        ),
        (person_case(relations=own("lokale-beheerder", TODAY, TODAY)), Ground.LOCAL_ADMINISTRATOR),
        (
            person_case(
                functions=(function(through=LEERPUNT),),
                holders={LEERPUNT: Organisation(LEERPUNT, "Leerpunt nv", "EA", None)},
            ),
            Ground.LEGAL_REPRESENTATIVE,
        ),
    ],
)
def test_each_of_the_five_grounds_makes_an_administrator(case: Case, ground: Ground) -> None:
    assert grounds(case) == [ground]
    found = administrator(case, judge(case))
    assert found is not None
    assert found.reason == ground.label


@pytest.mark.parametrize(
    ("case", "check"),
    [
        (person_case(), "De persoon vertegenwoordigt de organisatie"),
        (
            person_case(functions=(function(representing=False),)),
            "De persoon vertegenwoordigt de organisatie",
        ),
        (
            person_case(functions=(function(Period(date(2010, 1, 1), YESTERDAY)),)),
            "De functie is vandaag geldig",
        ),
        (person_case(functions=(function(Period(TOMORROW)),)), "De functie is vandaag geldig"),
        (
            person_case(
                functions=(function(through=LEERPUNT),),
                holders={LEERPUNT: Organisation(LEERPUNT, "Leerpunt nv", "EA", TODAY)},
            ),
            "Wie de functie houdt, is actief",
        ),
        (person_case(functions=(function(),), person=None), "De persoon bestaat"),
        (person_case(functions=(function(),), organisation=None), "De organisatie is ingeschreven"),
        (
            person_case(functions=(function(),), organisation=Organisation(DE_KADE, "X", "EA", TODAY)),
            "De organisatie is actief",
        ),
    ],
)
def test_a_legal_representative_without_what_it_takes_is_told_which_check_failed(
    case: Case, check: str
) -> None:
    verdict = judge(case)[0]
    assert verdict.failed is not None
    assert (verdict.ground, verdict.failed.check) == (Ground.LEGAL_REPRESENTATIVE, check)
    assert verdict.failed.source in verdict.reason
    assert administrator(case, judge(case)) is None


@pytest.mark.parametrize(
    "case",
    [
        person_case(appointments=(appointment(MAIN, period=Period(OPEN_END), waiting=True),)),
        person_case(appointments=(appointment(MAIN, period=Period(date(2019, 1, 1), YESTERDAY)),)),
        person_case(appointments=(appointment(ACCESS, period=Period(TOMORROW)),)),
        person_case(appointments=(appointment(ACCESS, period=Period(TODAY, YESTERDAY)),)),
        person_case(relations=own("lokale-beheerder", date(2019, 1, 1), YESTERDAY)),
        person_case(relations=own("lokale-beheerder", TOMORROW, TOMORROW)),
        person_case(relations=own("lokale-beheerder", YESTERDAY, TOMORROW, revoked_on=TODAY)),
        person_case(relations=own("lokale-beheerder", TODAY, TODAY), status=Status.PENDING),
        person_case(relations=own("kiosk-aanvrager", TODAY, TODAY)),
        person_case(
            relations=((replace(RELATION, period=Period(date(2019, 1, 1), YESTERDAY)),
                        own("lokale-beheerder", TODAY, TOMORROW)[0][1]),)
        ),
    ],
)  # fmt: skip
def test_waiting_ended_coming_or_revoked_makes_no_administrator(case: Case) -> None:
    assert grounds(case) == []


def test_somebody_who_died_administers_nothing() -> None:
    died = Registered(JAN, "Jan", "Peeters", None, "M", belgian_eid=True, deceased_on=TODAY)
    assert grounds(person_case(functions=(function(),), person=died)) == []
    tomorrow = replace(died, deceased_on=TOMORROW)
    assert grounds(person_case(functions=(function(),), person=tomorrow)) == [Ground.LEGAL_REPRESENTATIVE]


# What one may grant


def who(case: Case) -> Any:  # noqa: ANN401
    found = administrator(case, judge(case))
    assert found is not None
    return found


def test_an_access_manager_grants_in_his_own_domain_only() -> None:
    manager = who(person_case(appointments=(appointment(ACCESS, "economy"),)))
    manager.require_grant(SHIPPED.find("VLAIO Inkom Gebruiker Nieuw"))
    with pytest.raises(errors.WrongDomain, match="economie"):
        manager.require_grant(SHIPPED.find("KIOSK Aanvrager"))
    other = who(person_case(appointments=(appointment(ACCESS, "mobility"),)))
    with pytest.raises(errors.WrongDomain, match="mobiliteit"):
        other.require_grant(SHIPPED.find("VLAIO Inkom Gebruiker Nieuw"))


def test_an_access_manager_of_all_domains_grants_everything_but_administrators() -> None:
    manager = who(person_case(appointments=(appointment(ACCESS),)))
    for name in ("KIOSK Aanvrager", "VLAIO Inkom Gebruiker", "SSM Mandaatbeheerder"):
        manager.require_grant(SHIPPED.find(name))
    with pytest.raises(errors.MayNotGrant):
        manager.require_grant(SHIPPED.find("Lokale beheerder"))


def test_the_top_appoints_chiefs_and_chiefs_appoint_local_administrators() -> None:
    chief_right, local_right = (
        SHIPPED.find("Hoofd Lokale beheerder"),
        SHIPPED.find("Lokale beheerder"),
    )
    top = who(person_case(appointments=(appointment(MAIN),)))
    top.require_grant(chief_right)
    chief = who(person_case(relations=own("hoofd-lokale-beheerder", TODAY, TODAY)))
    chief.require_grant(local_right)
    with pytest.raises(errors.MayNotGrant, match="Wettelijk vertegenwoordiger"):
        chief.require_grant(chief_right)
    local = who(person_case(relations=own("lokale-beheerder", TODAY, TODAY)))
    local.require_grant(SHIPPED.find("KIOSK Aanvrager"))
    with pytest.raises(errors.MayNotGrant):
        local.require_grant(local_right)


def test_the_domain_of_an_ended_appointment_gives_nothing() -> None:
    ended = appointment(ACCESS, "economy", Period(date(2019, 1, 1), YESTERDAY))
    manager = who(person_case(appointments=(ended, appointment(ACCESS, "mobility"))))
    assert manager.domains == ("mobility",)
    with pytest.raises(errors.WrongDomain):
        manager.require_grant(SHIPPED.find("VLAIO Inkom Gebruiker"))
