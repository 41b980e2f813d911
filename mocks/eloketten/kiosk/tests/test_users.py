"""The users of whom IDM told: they open nothing, and the control room shows them."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.core.clock import STARTING_MOMENT
from mocks.eloketten.kiosk.backend import Users
from mocks.eloketten.kiosk.tests.alone import Browser, words
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, DE_KADE, claims
from mocks.eloketten.kiosk.tests.scim_client import (
    ELS_AT_DE_KADE,
    NAMED,
    RIGHTS,
    TOM,
    ScimClient,
    user,
)


def test_a_user_of_whom_idm_told_opens_nothing(scim: ScimClient, browser: Browser) -> None:
    scim.put(user())
    page = browser.sign_in(
        claims(given_name="Els", family_name="Maes", vo_id=ELS_AT_DE_KADE, wv_orgcode=None)
    )
    assert page.status_code == HTTPStatus.FORBIDDEN
    assert "Els Maes" in words(page)


def test_the_control_room_shows_puts_and_removes_users(scim: ScimClient, browser: Browser) -> None:
    scim.put(user())
    path = f"/_mock/user/{ELS_AT_DE_KADE}"
    found = browser.tell("GET", path).get_json()
    assert found == {
        "given_name": "Els",
        "family_name": "Maes",
        "active": True,
        "emails": [{"value": "els@de-kade.example", "organisation": DE_KADE, "type": "work"}],
        "rights": [{"value": "KIOSKAanvrager", "organisation": DE_KADE, "profile": None}],
        "contexts": [],
    }
    before = scim.get(f"/Users/{ELS_AT_DE_KADE}").get_json()
    assert browser.tell("DELETE", path).status_code == HTTPStatus.OK
    assert browser.tell("DELETE", path).status_code == HTTPStatus.NOT_FOUND
    assert scim.get(f"/Users/{ELS_AT_DE_KADE}").status_code == HTTPStatus.NOT_FOUND
    assert browser.tell("PUT", path, found).status_code == HTTPStatus.OK
    assert scim.get(f"/Users/{ELS_AT_DE_KADE}").get_json() == before
    assert browser.tell("GET", "/_mock/user").get_json() == {"numbers": [ELS_AT_DE_KADE]}


@pytest.mark.parametrize(
    "members",
    [
        {"given_name": "Els"},
        {**NAMED, "rights": [{"value": "x", "organisation": "onzin"}]},
        {**NAMED, "rights": [{"value": "x", "organisation": "0403019261"}]},
        {**NAMED, "emails": [{"value": "\0"}]},
        {**NAMED, "emails": "els@x"},
        {**NAMED, "active": "ja"},
        {**NAMED, "colour": "red"},
    ],
)
def test_a_user_that_does_not_fit_is_refused_by_the_control_room(
    browser: Browser, members: dict[str, object]
) -> None:
    assert browser.tell("PUT", f"/_mock/user/{TOM}", members).status_code == HTTPStatus.BAD_REQUEST
    for method in ("GET", "PUT", "DELETE"):
        answer = browser.tell(method, "/_mock/user/els", NAMED)
        assert (answer.status_code, answer.get_json()["code"]) == (400, "malformed-vo-id")
    assert browser.tell("GET", "/_mock/user").get_json() == {"numbers": []}


def test_an_applicant_has_the_active_users_with_a_right_there(scim: ScimClient, browser: Browser) -> None:
    scim.put(user())
    scim.tell(TOM, name={"givenName": "Tom", "familyName": "Aerts"})
    gone, elsewhere = (f"00000000-0000-4000-8000-{number:012}" for number in range(2))
    scim.tell(gone, active=False)
    scim.tell(elsewhere, **{RIGHTS: {"rights": [{"value": "KIOSKAanvrager", "organisation": CIJFERWIJS}]}})

    def named(organisation: str) -> list[str]:
        found = browser.tell("GET", f"/_mock/representatives/{organisation}").get_json()
        return [one["given_name"] for one in found["representatives"]]

    assert named("0110.041.748") == ["Tom", "Els"]
    assert named(CIJFERWIJS) == ["Els"]
    scim.put(user(**{RIGHTS: None}))
    assert named(DE_KADE) == ["Tom"]
    assert browser.tell("GET", "/_mock/representatives/onzin").status_code == HTTPStatus.BAD_REQUEST


def test_a_reader_of_the_backend_finds_the_user_as_kept(scim: ScimClient) -> None:
    scim.put(user())
    with scim.kiosk.visit() as visit:
        kept = Users(visit).user(ELS_AT_DE_KADE)
    assert kept.user.organisations == (DE_KADE,)
    assert kept.created == STARTING_MOMENT
