"""The use cases of an administrator: rights, their history and the statement, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mocks.core.clock import Period
from mocks.idm import errors
from mocks.idm.backend import History
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.history import Action
from mocks.idm.domain.rights import Activation, RightNumber, Wish
from mocks.idm.tests.alone import (
    DE_KADE,
    ELS,
    FATIMA,
    INES,
    LEERPUNT,
    TODAY,
    TOM,
    WIM,
    IdmAlone,
    stated,
    stated_or_none,
)

TOMORROW = TODAY + timedelta(days=1)
DEPARTMENTS = "Dienstverlener kmo-portefeuille, departementen"


# Rights


def test_a_right_is_granted_extended_ended_and_revoked(idm: IdmAlone) -> None:
    relation = idm.employ(ELS)
    with idm.acting() as acting:
        who = acting.administrator
        right = acting.grant(relation, "KIOSK Aanvrager", end=date(2022, 1, 1))
        assert acting.rights.extend(who, right.number, date(2023, 1, 1)).end == date(2023, 1, 1)
        assert acting.rights.extend(who, right.number).end == date(2025, 4, 27)
        assert acting.rights.end(who, right.number, TOMORROW).end == TOMORROW
        assert acting.rights.revoke(who, right.number).revoked_on == TODAY
        for again in (acting.rights.revoke, acting.rights.extend):
            with pytest.raises(errors.RightRevoked):
                again(who, right.number)
        anew = acting.grant(relation, "KIOSK Aanvrager")
    assert anew.number == RightNumber(relation.number, "kiosk-aanvrager", 2)


def test_somebody_without_a_belgian_eid_gets_only_rights_that_need_none(idm: IdmAlone) -> None:
    relation = idm.employ(INES)
    idm.grant(relation, "Eigen e-loket Gebruiker")
    with idm.acting() as acting, pytest.raises(errors.BelgianEidNeeded):
        acting.grant(relation, "KIOSK Aanvrager")


def test_somebody_who_died_meanwhile_gets_no_right(idm: IdmAlone) -> None:
    relation = idm.employ(ELS)
    idm.told.person(ELS, "Els", "Maes", deceased_on="2021-04-27")
    with idm.acting() as acting, pytest.raises(errors.PersonDeceased):
        acting.grant(relation, "KIOSK Aanvrager")


def test_an_access_manager_of_another_domain_is_refused(idm: IdmAlone) -> None:
    relation = idm.employ(ELS)
    idm.told.appointment(TOM, DE_KADE, "access_manager", "mobility")
    with idm.acting(TOM) as acting:
        assert acting.rights.on_offer(acting.administrator, relation.number) == ()
        with pytest.raises(errors.WrongDomain):
            acting.grant(relation, "VLAIO Inkom Gebruiker")
    idm.told.appointment(TOM, DE_KADE, "access_manager", "economy")
    with idm.acting(TOM) as acting:
        right = acting.grant(relation, "VLAIO Inkom Gebruiker")
    idm.told.appointments.pop()
    idm.told.version += 1
    with idm.acting(TOM) as acting, pytest.raises(errors.WrongDomain):
        acting.rights.revoke(acting.administrator, right.number)


def test_the_department_right_is_on_offer_once_activated_with_its_campuses(idm: IdmAlone) -> None:
    relation = idm.employ(ELS, LEERPUNT)
    with idm.acting(WIM, LEERPUNT) as acting:
        offered = acting.rights.on_offer(acting.administrator, relation.number)
        assert DEPARTMENTS not in [one.right.name for one in offered]
        with pytest.raises(errors.RightNotActivated):
            acting.grant(relation, DEPARTMENTS, contexts=("Campus Gent",))
        campuses = ("Campus Aalst", "Campus Gent")
        key = Catalogue().find(DEPARTMENTS).key
        acting.registration.put_activation(Activation(LEERPUNT, key, campuses, Period(TODAY)))
        (one,) = [
            one
            for one in acting.rights.on_offer(acting.administrator, relation.number)
            if one.right.name == DEPARTMENTS
        ]
        assert (one.contexts, one.default_end) == (campuses, date(2025, 4, 27))
        assert acting.grant(relation, DEPARTMENTS, contexts=("Campus Gent",)).contexts == ("Campus Gent",)


def test_the_rights_of_kiosk_are_not_on_offer_before_half_march(idm: IdmAlone) -> None:
    idm.go_to(date(2021, 3, 14))
    relation = idm.employ(ELS)
    with idm.acting() as acting:
        assert "KIOSK Aanvrager" not in {
            one.right.name for one in acting.rights.on_offer(acting.administrator, relation.number)
        }
        with pytest.raises(errors.RightNotYetAvailable):
            acting.grant(relation, "KIOSK Aanvrager")
    idm.go_to(date(2021, 3, 15))
    idm.grant(relation, "KIOSK Aanvrager")


def test_whoever_saw_an_older_state_is_told(idm: IdmAlone) -> None:
    relation = idm.employ(ELS)
    right = idm.grant(relation, "KIOSK Aanvrager")
    with idm.acting(FATIMA) as acting:
        ended = acting.rights.end(acting.administrator, right.number, TOMORROW, seen=right.revision)
        assert ended.revision == right.revision + 1
    with idm.acting() as acting:
        with pytest.raises(errors.ChangedMeanwhile):
            acting.rights.extend(acting.administrator, right.number, seen=right.revision)
        acting.rights.extend(acting.administrator, right.number, seen=ended.revision)
        with pytest.raises(errors.ChangedMeanwhile):
            acting.relations.extend(acting.administrator, relation.number, seen=relation.revision + 1)


def test_checking_a_right_writes_nothing(idm: IdmAlone) -> None:
    relation = idm.employ(ELS)
    with idm.acting() as acting:
        wish = Wish(Catalogue().find("KIOSK Aanvrager"))
        assert acting.rights.check(acting.administrator, relation.number, wish).period.begin == TODAY
        assert acting.relations.find(acting.administrator, relation.number).rights == ()


# History and statement


def test_the_history_tells_who_did_what_for_whom(idm: IdmAlone) -> None:
    right = idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    with idm.acting(FATIMA) as acting:
        acting.rights.revoke(acting.administrator, right.number)
        found = History(acting.visit).of_person(acting.administrator, ELS)
        assert [(one.event.action, one.event.actor_name) for one in found.items] == [
            (Action.RIGHT_REVOKED, "Fatima El Amrani"),
            (Action.RIGHT_GRANTED, "Jan Peeters"),
            (Action.COUPLED, "Jan Peeters"),
            (Action.PERSON_ADDED, "Jan Peeters"),
        ]
        assert History(acting.visit).of_organisation(acting.administrator) == found
    with idm.acting(WIM, LEERPUNT) as acting:
        assert History(acting.visit).of_person(acting.administrator, ELS).items == ()


def test_what_is_refused_leaves_no_trace(idm: IdmAlone) -> None:
    relation = idm.employ(INES)
    before = stated(idm, INES)
    with idm.acting() as acting:
        with pytest.raises(errors.BelgianEidNeeded):
            acting.grant(relation, "KIOSK Aanvrager")
        assert len(History(acting.visit).of_person(acting.administrator, INES).items) == 2
    assert stated(idm, INES) == before


def test_the_history_comes_in_pieces(idm: IdmAlone) -> None:
    right = idm.grant(idm.employ(ELS), "KIOSK Aanvrager", end=TOMORROW)
    with idm.acting() as acting:
        for days in range(2, 9):
            acting.rights.extend(acting.administrator, right.number, TODAY + timedelta(days=days))
        history, numbers, after = History(acting.visit), [], None
        while True:
            piece = history.of_person(acting.administrator, ELS, after, 3)
            numbers += [one.number for one in piece.items]
            after = piece.next
            if after is None:
                break
        assert numbers == sorted(numbers, reverse=True)
        assert len(numbers) == 10
        with pytest.raises(errors.MalformedCursor):
            history.of_organisation(acting.administrator, "gisteren")


def test_the_statement_has_dated_facts_and_changes_bite_at_once(idm: IdmAlone) -> None:
    assert stated_or_none(idm, ELS) is None
    right = idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    assert stated(idm, ELS) == {
        "status": "Actief",
        "active_from": "2021-04-27T09:00:00+02:00",
        "work_relations": [
            {
                "number": f"{ELS}-{DE_KADE}-1",
                "organisation": str(DE_KADE),
                "target_group": "EA",
                "category": "Vaste Medewerker",
                "begin": "2021-04-27",
                "end": "2031-04-27",
                "rights": [
                    {
                        "number": f"{ELS}-{DE_KADE}-1-kiosk-aanvrager-1",
                        "right": "KIOSK Aanvrager",
                        "token_code": "KIOSKAanvrager",
                        "profile": None,
                        "contexts": [],
                        "begin": "2021-04-27",
                        "end": "2025-04-27",
                        "revoked_on": None,
                        "needs_activation": False,
                        "activation": None,
                        "withdrawn_contexts": [],
                    }
                ],
            }
        ],
    }
    with idm.acting() as acting:
        acting.rights.revoke(acting.administrator, right.number)
    assert stated(idm, ELS)["work_relations"][0]["rights"][0]["revoked_on"] == "2021-04-27"
