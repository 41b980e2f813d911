"""The cast as the control API gives it, and the page that shows it."""

from __future__ import annotations

import re

from mocks.core.addresses import SYSTEMS
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.stage.tests.conftest import Room
from mocks.tests.door import PAGE, knock


def test_the_cast_has_the_shape_of_the_contract_and_nothing_more(room: Room) -> None:
    cast = room.get("/_mock/cast")
    assert set(cast) == {"people", "organisations"}
    assert (cast["people"]["jan"]["name"], cast["people"]["jan"]["keys"]) == ("Jan Peeters", ["eid", "itsme"])
    for person in cast["people"].values():
        assert {name: type(value) for name, value in person.items()} == {
            "number": str,
            "name": str,
            "trait": str,
            "keys": list,
        }
        assert Insz(person["number"]).is_safe
        assert set(person["keys"]) <= {"eid", "itsme", "app", "sms", "token"}
    for one in cast["organisations"].values():
        assert set(one) == {"number", "name", "target_group", "trait"}
        assert one["number"] is None or EnterpriseNumber(one["number"]).is_safe
        assert one["target_group"] in {"EA", "LB", "OV", "GID"}


def test_the_cast_knows_an_organisation_without_a_number(room: Room) -> None:
    organisations = room.get("/_mock/cast")["organisations"]
    assert organisations["de-kade"]["number"] is not None
    assert [key for key, one in organisations.items() if one["number"] is None] != []


def test_the_cast_is_the_same_in_every_world(room: Room) -> None:
    room.ask("/_mock/worlds", "POST", {"name": "empty", "cast": False})
    assert knock(room.federation, "/w/empty/_mock/cast").json() == room.get("/_mock/cast")


def test_the_dashboard_shows_every_system_and_personage(room: Room) -> None:
    answer = knock(room.federation, f"/w/{room.world}/", headers=PAGE)
    page = answer.body.decode()
    assert answer.status == 200
    for system in SYSTEMS.values():
        if system.key not in {"stage", "fas"}:
            assert system.title in page
    cast = room.get("/_mock/cast")
    for person in cast["people"].values():
        assert person["name"].replace("'", "&#39;") in page
    assert f"/w/{room.world}/acm/op" in page
    assert page.count("Dit is een testomgeving") >= 1


def test_every_link_of_the_dashboard_leads_somewhere_in_its_own_world(room: Room) -> None:
    page = knock(room.federation, f"/w/{room.world}/", headers=PAGE).body.decode()
    links = set(re.findall(r'(?:href|src)="([^"#]+)"', page))
    assert len(links) > 10
    for link in links:
        path = link.removeprefix("http://127.0.0.1:8600").replace("&amp;", "&")
        assert path.startswith(f"/w/{room.world}/"), link
        # A world starts on the day on which the old KIOSK is gone; its tile tells the way to KIOSK 2.0.
        expected = {410} if path == f"/w/{room.world}/cjsm/kiosk/" else {200, 302, 303}
        assert knock(room.federation, path, headers=PAGE).status in expected, link
