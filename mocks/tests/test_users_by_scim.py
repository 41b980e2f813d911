"""IDM tells KIOSK of its users: both halves in the whole federation, before a judge that is not ours."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import requests
from pydantic import ValidationError
from scim2_models import Context, Error, Extension, ListResponse, Resource, ResourceType, Schema, User
from scim2_models import ServiceProviderConfig as Config

from mocks.core.identifiers import vo_id
from mocks.core.wire.backchannel import Backchannel
from mocks.federation import Federation
from mocks.idm.domain.scim import RIGHTS_SCHEMA, USER_SCHEMA
from mocks.pytest_plugin import FederationInTest
from mocks.settings import Settings
from mocks.tests.door import knock

TOKEN = {"Authorization": "Bearer kiosk-scim-geheim"}
SECONDS = 10


class Town:
    """IDM's control room and API, and KIOSK's SCIM service, on their real host names."""

    def __init__(self, federation: FederationInTest) -> None:
        self.federation = federation
        self.els, self.jan = federation.number("els"), federation.number("jan")
        self.de_kade, self.kapeldorp = federation.number("de-kade"), federation.number("kapeldorp")
        self.right = f"{self.els}-{self.de_kade}-1-kiosk-aanvrager-1"

    def idm(self, method: str, path: str, members: dict[str, object] | None = None) -> Any:  # noqa: ANN401
        """Speak to IDM, which must say yes."""
        url = self.federation.url("idm", path)
        answer = requests.request(method, url, json=members or {}, timeout=SECONDS)
        assert answer.status_code < 300, answer.text
        return answer.json()

    def ask_for_users(self, **target: object) -> None:
        """Let KIOSK receive users."""
        self.idm("PUT", "/_mock/scim-target/kiosk", target)

    def step(self) -> list[dict[str, Any]]:
        """Let IDM tell what is due."""
        told: list[dict[str, Any]] = self.idm("POST", "/_mock/scim-step")["deliveries"]
        return told

    def scim(self, path: str, **headers: str) -> requests.Response:
        """Read at KIOSK."""
        url = self.federation.url("kiosk", f"/scim/v2{path}")
        return requests.get(url, headers={**TOKEN, **headers}, timeout=SECONDS)

    def user(self, person: str, group: str) -> dict[str, Any]:
        """Return what KIOSK knows of a person in a target group."""
        answer = self.scim(f"/Users/{vo_id(person, group)}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


@pytest.fixture
def town(federation: FederationInTest) -> Town:
    """Return a fresh town."""
    return Town(federation)


def test_kiosk_hears_of_nobody_until_it_asks(town: Town) -> None:
    assert town.scim("/Users").json()["totalResults"] == 0


def test_who_has_a_right_is_an_active_user_at_kiosk(town: Town) -> None:
    town.ask_for_users()
    deliveries = town.step()
    assert {(one["status"], one["outcome"]) for one in deliveries} == {(201, "bezorgd")}
    found = town.user(town.els, "EA")
    assert (found["name"], found["active"]) == ({"givenName": "Els", "familyName": "Maes"}, True)
    assert found["emails"] == [
        {"value": "els.maes@de-kade.example", "organisation": town.de_kade, "type": "work"}
    ]
    assert found[RIGHTS_SCHEMA]["rights"] == [{"value": "KIOSKAanvrager", "organisation": town.de_kade}]
    told = {one["external_id"] for one in deliveries}
    assert {one["id"] for one in town.scim("/Users?count=200").json()["Resources"]} == told


def test_a_right_that_is_granted_is_told_at_the_next_step(town: Town) -> None:
    tom = town.federation.number("tom")
    town.ask_for_users()
    town.step()
    assert town.scim(f"/Users/{vo_id(tom, 'EA')}").status_code == 404
    town.idm("PUT", f"/_mock/work-relation/{tom}-{town.de_kade}-1")
    relation = f"/api/v1/work-relations/{tom}-{town.de_kade}-1/rights"
    town.idm("POST", relation, {"actor": town.jan, "right": "kiosk-aanvrager"})
    assert [(one["person"], one["status"]) for one in town.step()] == [(tom, 201)]
    assert town.user(tom, "EA")["active"] is True


def test_a_revoked_right_makes_the_user_inactive_at_kiosk(town: Town) -> None:
    town.ask_for_users()
    town.step()
    town.idm("POST", f"/api/v1/rights/{town.right}/revoke", {"actor": town.jan})
    assert [(one["status"], one["active"]) for one in town.step()] == [(200, False)]
    found = town.user(town.els, "EA")
    assert (found["active"], found["emails"]) == (False, [])
    assert found[RIGHTS_SCHEMA] == {"rights": [], "contexts": []}


def test_a_wrong_token_leaves_the_delivery_waiting_until_after_the_pause(town: Town) -> None:
    town.ask_for_users(token="verkeerd")
    first = town.step()
    assert {(one["status"], one["outcome"], one["attempt"]) for one in first} == {(401, "wacht", 1)}
    assert town.scim("/Users").json()["totalResults"] == 0
    town.ask_for_users()
    assert town.step() == [], "not before the pause is over"
    town.federation.step(timedelta(minutes=2))
    again = town.step()
    assert {(one["status"], one["outcome"], one["attempt"]) for one in again} == {(201, "bezorgd", 2)}
    assert {one["person"] for one in again} == {one["person"] for one in first}
    assert town.user(town.els, "EA")["active"] is True


def test_who_is_active_in_two_target_groups_is_two_users(town: Town) -> None:
    relation = f"{town.els}-{town.kapeldorp}-1"
    town.idm("PUT", f"/_mock/work-relation/{relation}", {"target_group": "LB"})
    town.idm("PUT", f"/_mock/right/{relation}-kiosk-aanvrager")
    town.ask_for_users(format="fully-qualified")
    town.step()
    at_company, at_town = town.user(town.els, "EA"), town.user(town.els, "LB")
    assert at_company["id"] != at_town["id"]
    assert [one["value"] for one in at_company[RIGHTS_SCHEMA]["rights"]] == [f"KIOSKAanvrager:{town.de_kade}"]
    assert [one["value"] for one in at_town[RIGHTS_SCHEMA]["rights"]] == [f"KIOSKAanvrager:{town.kapeldorp}"]
    named = requests.get(
        town.federation.url("kiosk", f"/_mock/representatives/{town.kapeldorp}"), timeout=SECONDS
    ).json()["representatives"]
    ids = {one["vo_id"] for one in named}
    assert (at_town["id"] in ids, at_company["id"] in ids) == (True, False)


def test_a_user_of_one_world_is_unknown_in_another_and_stands_where_he_says() -> None:
    federation = Federation(Settings(url="http://127.0.0.1:8600"))
    federation.house.worlds.create("a")
    federation.house.worlds.create("b")
    assert knock(federation, "/w/a/idm/_mock/scim-target/kiosk", "PUT").status == 200
    told = knock(federation, "/w/a/idm/_mock/scim-step", "POST").json()["deliveries"]
    assert {one["status"] for one in told} == {201}
    for world, count in (("/w/a", len(told)), ("/w/b", 0), ("", 0)):
        listed = knock(federation, f"{world}/kiosk/scim/v2/Users", headers=TOKEN).json()
        assert (listed["totalResults"], len(listed["Resources"])) == (count, count)
        for one in listed["Resources"]:
            location = one["meta"]["location"]
            assert location == f"http://127.0.0.1:8600/w/a/kiosk/scim/v2/Users/{one['id']}"
            path = location.removeprefix("http://127.0.0.1:8600")
            assert knock(federation, path, headers=TOKEN).json() == one


def test_what_kiosk_says_of_itself_is_scim_by_a_judge_that_is_not_ours(town: Town) -> None:
    config = Config.model_validate(town.scim("/ServiceProviderConfig").json())
    assert config.etag is not None
    assert config.etag.supported
    kind = members(ListResponse[ResourceType], town, "/ResourceTypes")[0]
    assert (kind.name, kind.endpoint) == ("User", "/Users")
    described = members(ListResponse[Schema], town, "/Schemas")
    named = [kind.schema_, *(one.schema_ for one in kind.schema_extensions or ())]
    assert [one.id for one in described] == [str(one) for one in named]
    for schema in described:
        for attribute in schema.attributes or ():
            assert not any(one.sub_attributes for one in attribute.sub_attributes or ()), "RFC 7643 §2.3.8"


def test_users_are_what_the_schemas_say_by_a_judge_that_is_not_ours(town: Town) -> None:
    town.ask_for_users()
    town.step()
    model = user_as_described(town)
    listed = ListResponse[model].model_validate(  # type: ignore[valid-type]  # it exists at run time only
        town.scim("/Users").json(), scim_ctx=Context.RESOURCE_QUERY_RESPONSE
    )
    assert listed.total_results == len(listed.resources or ()) > 1
    one = model.model_validate(town.user(town.els, "EA"), scim_ctx=Context.RESOURCE_QUERY_RESPONSE)
    assert (one.id, one.meta.resource_type) == (vo_id(town.els, "EA"), "User")
    assert one.meta.created == one.meta.last_modified == town.federation.now
    plain = {name: value for name, value in town.user(town.els, "EA").items() if "emails" not in name}
    del plain[RIGHTS_SCHEMA]
    assert User.model_validate(plain).user_name == vo_id(town.els, "EA"), "the User of the standard as well"


def test_what_idm_sends_is_scim_by_a_judge_that_is_not_ours(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []
    put = Backchannel.put

    def overheard(self: Backchannel, visit: Any, url: str, body: bytes, headers: Any) -> Any:  # noqa: ANN401
        sent.append(body)
        return put(self, visit, url, body, headers)

    monkeypatch.setattr(Backchannel, "put", overheard)
    town.ask_for_users()
    town.step()
    model = user_as_described(town)
    assert len(sent) > 1
    for body in sent:
        one = model.model_validate_json(body, scim_ctx=Context.RESOURCE_REPLACEMENT_REQUEST)
        assert one.external_id == one.user_name


def test_the_judge_refuses_a_user_of_another_shape(town: Town) -> None:
    model, right = user_as_described(town), {"value": "KIOSKAanvrager", "organisation": town.de_kade}
    shape = {"schemas": [USER_SCHEMA, RIGHTS_SCHEMA], "userName": "x", "name": {}, "active": True}
    model.model_validate({**shape, RIGHTS_SCHEMA: {"rights": [right]}})
    for wrong in ({**right, "contexts": [right]}, {**right, "organisation": 110041748}):
        with pytest.raises(ValidationError):
            model.model_validate({**shape, RIGHTS_SCHEMA: {"rights": [wrong]}})


@pytest.mark.parametrize(
    ("path", "headers", "status", "kind"),
    [
        ("/Users", {"Authorization": "Bearer verkeerd"}, 401, None),
        ("/Users/niemand", {}, 404, None),
        ("/Users?filter=active+pr", {}, 400, "invalidFilter"),
        ("/Users?count=veel", {}, 400, "invalidValue"),
        ("/Groups", {}, 404, None),
    ],
)
def test_refusals_are_scim_by_a_judge_that_is_not_ours(
    town: Town, path: str, headers: dict[str, str], status: int, kind: str | None
) -> None:
    answer = town.scim(path, **headers)
    told = Error.model_validate(answer.json())
    assert (answer.status_code, told.status, told.scim_type) == (status, status, kind)
    assert told.detail


def members(model: Any, town: Town, path: str) -> list[Any]:  # noqa: ANN401  # made at run time
    """Return what the judge reads in a list."""
    return list(model.model_validate(town.scim(path).json()).resources)


def user_as_described(town: Town) -> Any:  # noqa: ANN401  # a class that is made at run time
    """Return the judge's model of a user, made of nothing but the schemas that KIOSK publishes."""
    core, rights = members(ListResponse[Schema], town, "/Schemas")
    model: Any = Resource.from_schema(core)
    return model[Extension.from_schema(rights)]
