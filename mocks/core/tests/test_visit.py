"""Visits: one connection, one moment, one snapshot, short writes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from mocks.core.addresses import AddressBook
from mocks.core.identifiers import CouldBeReal, IdentifierRefusal, make_enterprise_number
from mocks.core.store import raise_version, version_of
from mocks.core.store.schema import read_state, write_clock
from mocks.core.store.sqlite import FileStorage
from mocks.core.tests.alone import START, HandWall, build_app, build_house, enter
from mocks.core.visit import REAL_ENTERPRISES, House, Visit
from mocks.core.wire.backchannel import Answer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build_house(FileStorage(tmp_path))


def test_a_visit_uses_one_connection_however_much_it_reads_and_writes(house: House) -> None:
    visit = enter(house)
    taken: list[object] = []
    event.listen(visit.world.database.engine.pool, "checkout", lambda *taken_out: taken.append(taken_out))
    visit.clock, visit.settings, visit.reading  # noqa: B018  # reading is what is counted
    with visit.writing() as connection:
        raise_version(connection, "kbo", "1")
    version_of(visit.reading, "kbo", "1")
    assert len(taken) == 1
    visit.close()


def test_a_visit_that_needs_nothing_opens_nothing(house: House) -> None:
    visit = enter(house)
    assert visit.url("acm") == "http://127.0.0.1:8600/acm"
    assert visit._connection is None
    visit.close()


def test_a_system_called_within_a_request_answers_in_the_same_visit(house: House) -> None:
    app = build_app(house)
    seen: list[object] = []

    def composed(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        seen.append(environ["proefloket.visit"])
        environ["SCRIPT_NAME"], environ["PATH_INFO"] = "/kbo", environ["PATH_INFO"].removeprefix("/kbo")
        return app(environ, start_response)

    house.backchannel.application = composed
    visit = enter(house)
    with visit.writing() as connection:
        state = read_state(connection)
        write_clock(connection, state.clock.anchored(START, world_epoch=START + 86_400))
    answer: Answer = house.backchannel.get(visit, visit.url("kbo", "/health"))
    assert answer.json()["now"] == "2021-04-28T09:00:00+02:00"
    assert seen == [visit]
    visit.close()


def test_a_backchannel_that_leads_nowhere_is_a_mistake_of_ours(house: House) -> None:
    with pytest.raises(RuntimeError, match="backchannel"):
        house.backchannel.get(enter(house), "http://127.0.0.1:8600/acm")


def test_a_visit_sees_one_state_while_another_changes_it(house: House) -> None:
    reader, writer = enter(house), enter(house)
    assert version_of(reader.reading, "kbo", "1") == 0
    with writer.writing() as connection:
        raise_version(connection, "kbo", "1")
    assert version_of(reader.reading, "kbo", "1") == 0
    assert version_of(writer.reading, "kbo", "1") == 1
    reader.close()
    assert version_of(reader.reading, "kbo", "1") == 1
    reader.close()
    writer.close()


def test_writing_inside_writing_raises_and_the_visit_goes_on(house: House) -> None:
    visit = enter(house)
    with pytest.raises(RuntimeError, match="inside another"), visit.writing(), visit.writing():
        pass
    with visit.writing() as connection:
        raise_version(connection, "kbo", "1")
    assert version_of(visit.reading, "kbo", "1") == 1
    visit.close()


def test_a_write_that_fails_leaves_nothing(house: House) -> None:
    visit = enter(house)

    def fail() -> None:
        with visit.writing() as connection:
            raise_version(connection, "kbo", "1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert version_of(visit.reading, "kbo", "1") == 0
    visit.close()


def test_the_clock_is_read_once(house: House) -> None:
    wall = house.wall
    assert isinstance(wall, HandWall)
    visit = enter(house)
    before = visit.clock
    wall.epoch += 100
    assert visit.clock is before
    assert enter(house).clock.world_epoch == before.world_epoch + 100
    visit.close()


def test_a_switch_that_this_visit_changes_it_knows_at_once(house: House) -> None:
    visit, other = enter(house), enter(house)
    assert "kbo.delay" not in visit.settings
    assert "kbo.delay" not in other.settings
    visit.change_setting("kbo.delay", True)
    visit.change_setting("kbo.other", [1])
    assert visit.settings == {"kbo.delay": True, "kbo.other": [1]}
    assert "kbo.delay" not in other.settings
    other.close()
    visit.close()


def test_addresses_are_those_of_the_world() -> None:
    on, real = build_house(), build_house(addresses=AddressBook.real())
    for house in (on, real):
        house.worlds.create("a")
    assert enter(on, "a").url("acm", "/op") == "http://127.0.0.1:8600/w/a/acm/op"
    assert enter(on).url("acm", "/op") == "http://127.0.0.1:8600/acm/op"
    assert enter(real, "a").url("acm", "/op") == "https://authenticatie.vlaanderen.be/op"


def test_a_number_that_could_be_real_is_refused_unless_the_house_allows_it(house: House) -> None:
    visit = enter(house)
    visit.require_safe(make_enterprise_number(1))
    with pytest.raises(IdentifierRefusal):
        visit.require_safe("0316.380.841")
    house.allow_real_numbers = True
    visit.require_safe("0316.380.841")


def test_a_world_of_real_enterprises_takes_their_numbers_and_no_citizens(house: House) -> None:
    house.worlds.create("echt")
    visit = enter(house, "echt")
    visit.change_setting(REAL_ENTERPRISES, True)
    visit.require_safe("0316.380.841")
    with pytest.raises(CouldBeReal, match="burger of onderneming"):
        visit.require_safe("85.07.30-033.28")
    visit.close()
    other = enter(house)
    with pytest.raises(CouldBeReal):
        other.require_safe("0316.380.841")
    other.close()


def test_closing_twice_does_no_harm(house: House) -> None:
    visit: Visit = enter(house)
    visit.reading.exec_driver_sql("SELECT 1")
    visit.close()
    visit.close()
