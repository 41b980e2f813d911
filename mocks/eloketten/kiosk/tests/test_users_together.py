"""Several tell of one user at once, on files and on PostgreSQL: the last one wins, whole, and nobody errs."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from mocks.core.store import Connection
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend import Users
from mocks.eloketten.kiosk.domain.users import KeptUser
from mocks.eloketten.kiosk.tests.alone import KioskAlone
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, DE_KADE
from mocks.eloketten.kiosk.tests.scim_client import ELS_AT_DE_KADE, RIGHTS, ScimClient, user

AT_ONCE = 8
PATH = f"/Users/{ELS_AT_DE_KADE}"


def at(number: int) -> dict[str, object]:
    """Return Els as the ``number``th of several tells of her: all members agree with one another."""
    organisation = (DE_KADE, CIJFERWIJS)[number % 2]
    rights = {"rights": [{"value": f"Recht{number}", "organisation": organisation}], "contexts": []}
    return user(name={"givenName": f"Els{number}", "familyName": "Maes"}, emails=[], **{RIGHTS: rights})


def together(kiosk: KioskAlone, **headers: str) -> Counter[int]:
    """Let several tell of Els at once; return the statuses."""
    ready = Barrier(AT_ONCE)

    def one(number: int) -> int:
        ready.wait(30)
        return ScimClient(kiosk).put(at(number), **headers).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return Counter(pool.map(one, range(AT_ONCE), timeout=60))


def test_of_several_who_tell_of_one_user_the_last_one_wins_whole(shared: KioskAlone) -> None:
    assert together(shared) == {201: 1, 200: AT_ONCE - 1}
    found = ScimClient(shared).get(PATH).get_json()
    number = int(found["name"]["givenName"].removeprefix("Els"))
    assert found[RIGHTS] == at(number)[RIGHTS]
    with shared.visit() as visit:
        users = Users(visit)
        assert users.ids() == [ELS_AT_DE_KADE]
        kept = users.user(ELS_AT_DE_KADE).user
        assert users.representatives(kept.organisations[0]) == [kept]
        other = CIJFERWIJS if kept.organisations == (DE_KADE,) else DE_KADE
        assert users.representatives(type(kept.organisations[0])(other)) == []


def test_of_several_who_ask_for_the_same_version_one_wins(
    shared: KioskAlone, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = store.users.held

    def slowly(connection: Connection, vo_id: str) -> KeptUser | None:
        found = held(connection, vo_id)
        Event().wait(0.05)  # Long enough for the others to read the same version, unless they have to wait.
        return found

    monkeypatch.setattr(store.users, "held", slowly)
    tag = ScimClient(shared).put(user()).headers["ETag"]
    assert together(shared, if_match=tag) == {200: 1, 412: AT_ONCE - 1}


def test_users_are_listed_found_and_removed_on_either_database(shared: KioskAlone) -> None:
    scim = ScimClient(shared)
    ids = [f"00000000-0000-4000-8000-{number:012}" for number in range(3)]
    for one in ids:
        scim.tell(one)
    assert [
        one["id"] for one in scim.get("/Users", count="2", startIndex="2").get_json()["Resources"]
    ] == ids[1:]
    assert scim.get("/Users", filter=f'userName eq "{ids[2]}"').get_json()["totalResults"] == 1
    assert scim.get("/Users", startIndex="999999999999").get_json()["Resources"] == []
    with shared.visit() as visit:
        users = Users(visit)
        assert (users.remove(ids[0]), users.remove(ids[0]), users.remove("els\0")) == (True, False, False)
        assert users.ids() == ids[1:]
