"""The push by SCIM: off by default, whole users, retried by steps only, and every attempt visible."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mocks.core.identifiers import vo_id
from mocks.core.visit import ENVIRON_VISIT
from mocks.idm import errors
from mocks.idm.backend import Push
from mocks.idm.domain.scim import MOST_ATTEMPTS, RIGHTS_SCHEMA, Delivery, State
from mocks.idm.tests.alone import DE_KADE, ELS, EMAIL, JAN, LEERPUNT, TODAY, TOM, Acting, IdmAlone

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

TARGET = "/_mock/scim-target/kiosk"


@dataclass
class Receiver:
    """An e-loket that receives users, and answers as a test says."""

    statuses: list[int] = field(default_factory=list)
    received: list[tuple[str, str, str | None, dict[str, Any]]] = field(default_factory=list)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        body = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        path = environ["HTTP_HOST"] + environ["PATH_INFO"]
        self.received.append((environ["REQUEST_METHOD"], path, environ.get("HTTP_AUTHORIZATION"), body))
        start_response(f"{self.statuses.pop(0) if self.statuses else 200} X", [])
        return [b""]

    @property
    def last(self) -> dict[str, Any]:
        return self.received[-1][3]


@pytest.fixture
def receiver(idm: IdmAlone) -> Receiver:
    """Return the e-loket to which the backchannel leads."""
    found = Receiver()
    idm.house.backchannel.application = found
    return found


def step(idm: IdmAlone) -> list[Delivery]:
    with idm.visit() as visit:
        return list(Push(visit).step("kiosk"))


def test_nothing_is_pushed_unless_an_e_loket_asks_for_it(idm: IdmAlone, receiver: Receiver) -> None:
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    with pytest.raises(errors.UnknownScimTarget):
        step(idm)
    assert receiver.received == []


def test_the_whole_user_is_put_under_the_id_of_the_target_group(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put(TARGET, {"token": "geheim"})
    relation = idm.employ(ELS)
    assert step(idm) == [], "who has no right for the e-loket is not told"
    idm.grant(relation, "KIOSK Aanvrager")
    (delivery,) = step(idm)
    external = vo_id(ELS, "EA")
    method, path, authorization, body = receiver.received[0]
    assert (method, path) == ("PUT", f"kiosk.vlaanderen.be/kiosk/scim/v2/Users/{external}")
    assert authorization == "Bearer geheim"
    assert body == {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", RIGHTS_SCHEMA],
        "externalId": external,
        "userName": external,
        "name": {"givenName": "Els", "familyName": "Maes"},
        "active": True,
        "emails": [{"value": EMAIL, "type": "work", "organisation": DE_KADE}],
        RIGHTS_SCHEMA: {
            "rights": [{"value": "KIOSKAanvrager", "organisation": DE_KADE, "profile": None}],
            "contexts": [],
        },
    }
    assert (delivery.outcome, delivery.status, delivery.active) == (State.DELIVERED, 200, True)
    assert step(idm) == [], "what was delivered is not sent again"


@pytest.mark.parametrize(
    ("members", "sent"),
    [
        ({}, "Bearer kiosk-scim-geheim"),
        ({"token": "een-ander"}, "Bearer een-ander"),
        ({"token": None}, None),
    ],
)
def test_the_token_is_the_one_that_was_agreed_unless_another_or_none_is_set(
    idm: IdmAlone, receiver: Receiver, members: dict[str, object], sent: str | None
) -> None:
    idm.put(TARGET, members)
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    step(idm)
    assert receiver.received[0][2] == sent
    assert idm.put(TARGET, idm.get(TARGET).json()).status == 200
    idm.put(f"/_mock/person/{ELS}", {"given_name": "Elsje"})
    step(idm)
    assert receiver.received[1][2] == sent, "what is read and put back says the same"


def test_an_e_loket_with_which_nothing_was_agreed_gets_no_token(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put("/_mock/scim-target/eigen-eloket", {"system": "kiosk"})
    idm.grant(idm.employ(ELS), "Eigen e-loket Gebruiker")
    with idm.visit() as visit:
        assert len(Push(visit).step("eigen-eloket")) == 1
    assert receiver.received[0][2] is None


def test_contexts_stand_beside_the_rights_and_name_theirs(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put("/_mock/scim-target/kmo-departementen", {"system": "kiosk"})
    idm.put(f"/_mock/activation/{LEERPUNT}-dienstverlener-departementen", {"contexts": ["Campus Gent"]})
    idm.put(f"/_mock/work-relation/{ELS}-{LEERPUNT}-1")
    right = f"{ELS}-{LEERPUNT}-1-dienstverlener-departementen-1"
    assert idm.put(f"/_mock/right/{right}", {"contexts": ["Campus Gent"]}).status == 200
    with idm.visit() as visit:
        Push(visit).step("kmo-departementen")
    (held,) = receiver.last[RIGHTS_SCHEMA]["rights"]
    assert receiver.last[RIGHTS_SCHEMA]["contexts"] == [
        {"value": "Campus Gent", "organisation": LEERPUNT, "right": held["value"]}
    ]


def test_a_revoked_right_makes_the_user_inactive(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put(TARGET)
    right = idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    step(idm)
    with idm.acting() as acting:
        acting.rights.revoke(acting.administrator, right.number)
    step(idm)
    assert receiver.last["active"] is False
    assert receiver.last[RIGHTS_SCHEMA] == {"rights": [], "contexts": []}


def test_a_right_that_ends_by_itself_is_told_the_day_after(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put(TARGET)
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager", end=TODAY + timedelta(days=1))
    step(idm)
    idm.go_to(date(2021, 4, 28))
    assert step(idm) == [], "the last valid day counts"
    idm.go_to(date(2021, 4, 29))
    step(idm)
    assert receiver.last["active"] is False


def test_a_right_can_be_written_fully_qualified(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put(TARGET, {"format": "fully-qualified"})
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    step(idm)
    assert receiver.last[RIGHTS_SCHEMA]["rights"][0]["value"] == f"KIOSKAanvrager:{DE_KADE}"


def test_whoever_had_a_right_before_the_push_was_asked_is_told_too(idm: IdmAlone, receiver: Receiver) -> None:
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    idm.grant(idm.employ(TOM), "Eigen e-loket Gebruiker")
    idm.put(TARGET)
    assert [one.person for one in step(idm)] == [ELS]
    assert len(receiver.received) == 1


def test_a_failed_attempt_is_tried_again_after_a_pause_and_not_for_ever(
    idm: IdmAlone, receiver: Receiver
) -> None:
    idm.put(TARGET)
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    receiver.statuses = [503] * 10
    (first,) = step(idm)
    assert (first.attempt, first.outcome) == (1, State.WAITING)
    assert step(idm) == [], "not before the pause is over"
    outcomes = []
    for hour in range(10, 20):
        idm.go_to(TODAY, hour)
        outcomes += [one.outcome for one in step(idm)]
    assert outcomes == [State.WAITING] * (MOST_ATTEMPTS - 2) + [State.FAILED]
    deliveries = idm.get("/_mock/scim-deliveries").json()["deliveries"]
    assert [one["attempt"] for one in deliveries] == [5, 4, 3, 2, 1]
    receiver.statuses = []
    idm.employ(TOM)
    idm.put(f"/_mock/person/{ELS}", {"given_name": "Elsje"})
    (after_a_change,) = step(idm)
    assert (after_a_change.attempt, after_a_change.outcome) == (1, State.DELIVERED)


def test_a_change_while_an_attempt_is_under_way_is_told_next(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put(TARGET)
    right = idm.grant(idm.employ(ELS), "KIOSK Aanvrager")

    def meanwhile(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        idm.house.backchannel.application = receiver
        visit = environ[ENVIRON_VISIT]
        acting = Acting(visit, idm.peers(visit), JAN, DE_KADE)
        acting.rights.revoke(acting.administrator, right.number)
        return receiver(environ, start_response)

    idm.house.backchannel.application = meanwhile
    step(idm)
    assert receiver.last["active"] is True
    step(idm)
    assert receiver.last["active"] is False


def test_an_e_loket_that_wants_it_at_once_is_told_with_the_change(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put(TARGET, {"when": "at-once"})
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    assert receiver.last["active"] is True


def test_while_the_push_is_switched_off_changes_wait(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put(TARGET, {"enabled": False, "when": "at-once"})
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    assert (step(idm), receiver.received) == ([], [])
    idm.put(TARGET, {"enabled": True})
    assert len(step(idm)) == 1


@pytest.mark.parametrize(
    "members",
    [{"system": "elders"}, {"path": "scim"}, {"path": "/../idm"}, {"path": "/scim?x=1"}, {"when": "nooit"}],
)
def test_the_push_goes_nowhere_but_to_systems_of_this_house(idm: IdmAlone, members: dict[str, str]) -> None:
    assert idm.put(TARGET, members).status == 400
    assert idm.put("/_mock/scim-target/onbekend").status == 400
    assert idm.get("/_mock/scim-target").json() == {"numbers": []}


def test_the_accounts_of_a_person_show_the_push(idm: IdmAlone, receiver: Receiver) -> None:
    idm.put(TARGET)
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    step(idm)
    with idm.acting() as acting:
        accounts = acting.people.person(acting.administrator, ELS).accounts
    assert [(one.vo_id, one.eloket, one.state) for one in accounts] == [
        (vo_id(ELS, "EA"), None, ""),
        (vo_id(ELS, "EA"), "kiosk", "bezorgd"),
    ]
    assert receiver.received
