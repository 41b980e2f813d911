"""KIOSK as SCIM service provider: lists, filters, and what the service says of itself."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.scim_client import (
    ELS_AT_DE_KADE,
    TOM,
    USER,
    ScimClient,
    refusal,
    user,
)


def test_users_are_listed_by_id_a_page_at_a_time(scim: ScimClient) -> None:
    ids = [f"00000000-0000-4000-8000-{number:012}" for number in range(5)]
    for one in reversed(ids):
        scim.tell(one)
    listed = scim.get("/Users?startIndex=2&count=2").get_json()
    assert [one["id"] for one in listed.pop("Resources")] == ids[1:3]
    assert listed == {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": 5,
        "startIndex": 2,
        "itemsPerPage": 2,
    }


@pytest.mark.parametrize(
    ("query", "start", "shown"),
    [
        ("", 1, 3),
        ("startIndex=0", 1, 3),
        ("startIndex=-7", 1, 3),
        ("startIndex=3", 3, 1),
        ("startIndex=4", 4, 0),
        ("startIndex=999999999999", 10**9, 0),
        ("count=0", 1, 0),
        ("count=-1", 1, 0),
        ("count=999999999999", 1, 3),
        ("attributes=userName&sortBy=userName", 1, 3),
    ],
)
def test_a_page_keeps_within_its_bounds(scim: ScimClient, query: str, start: int, shown: int) -> None:
    for number in range(3):
        scim.tell(f"00000000-0000-4000-8000-{number:012}")
    listed = scim.get(f"/Users?{query}").get_json()
    assert (listed["totalResults"], listed["startIndex"], listed["itemsPerPage"]) == (3, start, shown)
    assert len(listed["Resources"]) == shown


def test_no_page_holds_more_than_two_hundred(scim: ScimClient) -> None:
    for number in range(201):
        scim.tell(f"00000000-0000-4000-8000-{number:012}")
    assert scim.get("/Users?count=500").get_json()["itemsPerPage"] == 200
    assert scim.get("/Users").get_json()["itemsPerPage"] == 50


@pytest.mark.parametrize("query", ["startIndex=een", "count=1.5", "count=", "count=1e9", "startIndex=٣"])
def test_a_page_that_is_no_number_is_refused(scim: ScimClient, query: str) -> None:
    assert refusal(scim.get(f"/Users?{query}"), 400)[0] == "invalidValue"


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (f'externalId eq "{ELS_AT_DE_KADE}"', [ELS_AT_DE_KADE]),
        (f'userName eq "{TOM}"', [TOM]),
        (f'EXTERNALID EQ "{TOM}"', [TOM]),
        (f'{USER}:userName eq "{TOM}"', [TOM]),
        ('externalId eq "4d6636e0-2252-4000-8000-000000000000"', []),
        ('userName eq "niemand\0"', []),
        (f'userName eq "{TOM.upper()}"', []),
    ],
)
def test_a_user_is_found_by_the_two_filters(scim: ScimClient, sought: str, found: list[str]) -> None:
    scim.put(user())
    scim.tell(TOM)
    listed = scim.get("/Users", filter=sought).get_json()
    assert [one["id"] for one in listed["Resources"]] == found
    assert (listed["totalResults"], listed["itemsPerPage"]) == (len(found), len(found))
    assert scim.get("/Users", filter=sought, startIndex="2").get_json()["Resources"] == []


@pytest.mark.parametrize(
    "sought",
    [
        "",
        "userName",
        "userName pr",
        'userName sw "4d"',
        'userName ne "4d"',
        f'id eq "{TOM}"',
        'name.familyName eq "Maes"',
        f"userName eq {TOM}",
        f'userName eq "{TOM}" or active eq true',
        f'not (userName eq "{TOM}")',
        "(" * 5000,
    ],
)
def test_another_filter_is_refused(scim: ScimClient, sought: str) -> None:
    kind, sentence = refusal(scim.get("/Users", filter=sought), 400)
    assert (kind, sentence) == ("invalidFilter", "Dit filter wordt niet gespeeld.")


def test_what_is_supported_may_be_read_without_a_token(scim: ScimClient) -> None:
    answer = scim.send("GET", "/ServiceProviderConfig", authorization=None)
    assert answer.status_code == HTTPStatus.OK
    assert (answer.get_json()["patch"], answer.get_json()["filter"]["supported"]) == (
        {"supported": False},
        True,
    )


@pytest.mark.parametrize("path", ["/ServiceProviderConfig", "/ResourceTypes", "/Schemas"])
def test_what_the_service_says_of_itself_is_not_filtered(scim: ScimClient, path: str) -> None:
    assert refusal(scim.get(path, filter='id eq "User"'), 403) == (None, "Hier wordt niet gefilterd.")


@pytest.mark.parametrize("path", ["/ResourceTypes", "/Schemas"])
def test_each_member_of_a_list_stands_where_it_says(scim: ScimClient, path: str) -> None:
    listed = scim.get(path).get_json()["Resources"]
    base = "https://kiosk.vlaanderen.be/kiosk/scim/v2"
    for one in listed:
        assert scim.get(one["meta"]["location"].removeprefix(base)).get_json() == one
    assert refusal(scim.get(f"{path}/Group"), 404)[0] is None
