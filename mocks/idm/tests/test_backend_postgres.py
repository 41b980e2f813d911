"""The use cases on PostgreSQL: lists in pieces, search, files, tasks and the push."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mocks.core.store.postgres import PostgresStorage
from mocks.core.tests.alone import leave
from mocks.idm.backend import Activations, Bulk, History, Push, Request, SelfRegistration, Tasks
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.catalogue import CATALOGUE
from mocks.idm.domain.scim import State
from mocks.idm.domain.tasks import Link
from mocks.idm.tests.alone import DE_KADE, ELS, EMAIL, INES, PHONE, TOM, IdmAlone
from mocks.idm.tests.test_scim import Receiver


@pytest.fixture
def idm(postgres: str) -> Iterator[IdmAlone]:
    """Return an IDM on PostgreSQL that knows nobody yet."""
    storage = PostgresStorage(postgres)
    yield IdmAlone(storage)
    leave(storage)


def test_persons_are_listed_in_pieces_and_sought(idm: IdmAlone) -> None:
    for person in (ELS, TOM, INES):
        idm.employ(person)
    with idm.acting() as acting:
        first = acting.people.search(acting.administrator, limit=2)
        second = acting.people.search(acting.administrator, after=first.next, limit=2)
        names = [row.full_name for row in (*first.items, *second.items)]
        assert names == ["Inês Duarte", "Els Maes", "Tom Willems"]
        sought = acting.people.search(acting.administrator, "wil\0")
        assert [row.insz for row in sought.items] == [TOM]
        assert acting.people.search(acting.administrator, "niemand").items == ()


def test_rights_are_exported_and_granted_from_a_file_or_not_at_all(idm: IdmAlone) -> None:
    idm.employ(ELS)
    text = f"rijksregisternummer;recht\n{ELS};KIOSK Aanvrager\n"
    with idm.acting() as acting:
        bulk = Bulk(acting.visit, acting.peers)
        assert not bulk.grant(acting.administrator, text + "12;x\n").done
        assert "KIOSK" not in "".join(bulk.export(acting.administrator))
        assert bulk.grant(acting.administrator, text).done
        assert "KIOSK" in "".join(bulk.export(acting.administrator))
        assert len(History(acting.visit).of_organisation(acting.administrator).items) == 3


def test_a_right_is_activated_and_taken_back(idm: IdmAlone) -> None:
    with idm.visit() as visit:
        owner = Activations(visit, idm.peers(visit), CATALOGUE["dienstverlener-departementen"])
        owner.add(DE_KADE, ["Noord"])
        owner.add(DE_KADE, ["Zuid"])
        owner.remove(DE_KADE, "Noord")
        assert (owner.of(DE_KADE), owner.organisations()) == (("Zuid",), [DE_KADE])


def test_a_request_is_accepted_once(idm: IdmAlone) -> None:
    with idm.visit() as visit:
        link = Link.read({"dg": "EA", "an": "KIOSK Aanvrager"}, Catalogue())
        task = SelfRegistration(visit, idm.peers(visit)).request(ELS, link, Request(DE_KADE, PHONE, EMAIL))
    with idm.acting() as acting:
        tasks = Tasks(acting.visit, acting.peers)
        tasks.accept(acting.administrator, task.number)
        assert tasks.open(acting.administrator).items == ()


def test_an_e_loket_is_told_of_who_had_and_who_gets_a_right(idm: IdmAlone) -> None:
    receiver = Receiver()
    idm.house.backchannel.application = receiver
    idm.grant(idm.employ(ELS), "KIOSK Aanvrager")
    assert idm.put("/_mock/scim-target/kiosk").status == 200
    idm.grant(idm.employ(TOM), "KIOSK Aanvrager")
    with idm.visit() as visit:
        assert {(one.person, one.outcome) for one in Push(visit).step("kiosk")} == {
            (ELS, State.DELIVERED),
            (TOM, State.DELIVERED),
        }
