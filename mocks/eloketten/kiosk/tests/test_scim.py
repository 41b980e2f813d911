"""KIOSK as SCIM service provider: what it takes of a user, what it gives, and what it refuses in words."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest

from mocks.core.clock import STARTING_MOMENT
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, DE_KADE
from mocks.eloketten.kiosk.tests.scim_client import (
    ELS_AT_DE_KADE,
    RIGHTS,
    TOM,
    USER,
    ScimClient,
    refusal,
    user,
)

LONG = "x" * 201


def test_a_user_is_made_by_the_first_put_and_replaced_whole_by_the_next(scim: ScimClient) -> None:
    made = scim.put(user())
    assert made.status_code == HTTPStatus.CREATED
    assert made.headers["Location"] == f"https://kiosk.vlaanderen.be/kiosk/scim/v2/Users/{ELS_AT_DE_KADE}"
    scim.kiosk.wall.pass_minutes(5)
    elsje = {"givenName": "Elsje", "familyName": "Maes"}
    replaced = scim.put(user(name=elsje, emails=None, **{RIGHTS: None}))
    assert replaced.status_code == HTTPStatus.OK
    found = scim.get(f"/Users/{ELS_AT_DE_KADE}").get_json()
    assert found == replaced.get_json()
    assert found["name"] == elsje
    assert (found["emails"], found[RIGHTS]) == ([], {"rights": [], "contexts": []})


def test_a_user_comes_back_as_he_was_sent_with_what_kiosk_knows_of_him(scim: ScimClient) -> None:
    made = scim.put(user())
    found = scim.get(f"/Users/{ELS_AT_DE_KADE}")
    assert found.mimetype == "application/scim+json"
    assert found.headers["Cache-Control"] == "no-store"
    meta = found.get_json()["meta"]
    assert found.headers["ETag"] == meta["version"] == made.headers["ETag"]
    assert meta["version"].startswith('W/"')
    assert found.get_json() == {
        **user(),
        "id": ELS_AT_DE_KADE,
        "meta": {
            "resourceType": "User",
            "created": "2021-04-27T09:00:00.000+02:00",
            "lastModified": "2021-04-27T09:00:00.000+02:00",
            "location": f"https://kiosk.vlaanderen.be/kiosk/scim/v2/Users/{ELS_AT_DE_KADE}",
            "version": meta["version"],
        },
    }


def test_a_replacement_changes_when_the_user_was_modified_and_not_when_he_was_made(scim: ScimClient) -> None:
    first = scim.put(user()).get_json()["meta"]
    scim.kiosk.wall.pass_minutes(5)
    second = scim.put(user(active=False)).get_json()["meta"]
    assert second["created"] == first["created"]
    later = (STARTING_MOMENT + timedelta(minutes=5)).isoformat(timespec="milliseconds")
    assert second["lastModified"] == later
    assert second["version"] != first["version"]
    assert scim.put(user()).get_json()["meta"]["version"] == first["version"], (
        "the same content, the same version"
    )


@pytest.mark.parametrize("kind", ["application/scim+json", "application/json; charset=utf-8"])
def test_both_media_types_are_taken(scim: ScimClient, kind: str) -> None:
    assert scim.put(user(), content_type=kind).status_code == HTTPStatus.CREATED


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "", "multipart/form-data; boundary=x"])
def test_another_media_type_is_refused(scim: ScimClient, kind: str) -> None:
    assert refusal(scim.put(user(), content_type=kind), 415) == (None, "Stuur de gebruiker met Content-Type")


@pytest.mark.parametrize(
    ("header", "challenge"),
    [
        (None, 'Bearer realm="kiosk-scim"'),
        ("Basic a2lvc2s6Z2VoZWlt", 'Bearer realm="kiosk-scim"'),
        ("Bearer", 'Bearer realm="kiosk-scim"'),
        ("Bearer ander-geheim", 'Bearer realm="kiosk-scim", error="invalid_token"'),
        ("Bearer kiosk-scim-geheimpje", 'Bearer realm="kiosk-scim", error="invalid_token"'),
        ("Bearer ünïcode", 'Bearer realm="kiosk-scim", error="invalid_token"'),
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", f"/Users/{ELS_AT_DE_KADE}"), ("GET", "/Users"), ("GET", "/Schemas"), ("POST", "/nergens")],
)
def test_without_the_agreed_token_nothing_is_told_or_taken(
    scim: ScimClient, header: str | None, challenge: str, method: str, path: str
) -> None:
    answer = scim.send(method, path, user(), authorization=header)
    assert refusal(answer, 401)[0] is None
    assert answer.headers["WWW-Authenticate"] == challenge
    assert scim.get("/Users").get_json()["totalResults"] == 0


def test_the_scheme_of_the_token_is_read_in_any_case(scim: ScimClient) -> None:
    answer = scim.send("GET", "/Users", authorization="bearer kiosk-scim-geheim")
    assert answer.status_code == HTTPStatus.OK


def test_an_error_has_the_form_of_scim_also_for_a_browser(scim: ScimClient) -> None:
    answer = scim.send("GET", f"/Users/{TOM}", accept="text/html")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert answer.mimetype == "application/scim+json"
    assert answer.get_json() == {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
        "status": "404",
        "detail": f"Van een gebruiker met id ‘{TOM}’ weet KIOSK niets. Het id is het VO-id; een PUT op dit "
        "adres maakt de gebruiker.",
    }


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"externalId": TOM}, "‘externalId’"),
        ({"externalId": ELS_AT_DE_KADE.upper()}, "‘externalId’"),
        ({"externalId": None}, "‘externalId’"),
        ({"userName": "els"}, "‘userName’"),
        ({"name": None}, "‘name’"),
        ({"name": "Els Maes"}, "‘name’"),
        ({"name": {"givenName": "Els"}}, "‘name.familyName’"),
        ({"name": {"givenName": " ", "familyName": "Maes"}}, "‘name.givenName’"),
        ({"name": {"givenName": LONG, "familyName": "Maes"}}, "‘name.givenName’"),
        ({"name": {"givenName": "E\0ls", "familyName": "Maes"}}, "‘name.givenName’"),
        ({"name": {"givenName": "Els\ud800", "familyName": "Maes"}}, "‘name.givenName’"),
        ({"name": {"givenName": ["Els"], "familyName": "Maes"}}, "‘name.givenName’"),
        ({"active": None}, "‘active’"),
        ({"active": "true"}, "‘active’"),
        ({"active": 1}, "‘active’"),
        ({"emails": "els@de-kade.example"}, "‘emails’"),
        ({"emails": ["els@de-kade.example"]}, "‘emails’"),
        ({"emails": [{"type": "work"}]}, "‘emails.value’"),
        ({"emails": [{"value": "els"}]}, "‘emails.value’"),
        ({"emails": [{"value": "els@x", "organisation": "0110041749"}]}, "‘emails.organisation’"),
        ({"emails": [{"value": f"els@{n}"} for n in range(501)]}, "‘emails’"),
        ({RIGHTS: []}, "‘de uitbreiding met rechten’"),
        ({RIGHTS: {"rights": {}}}, "‘rights’"),
        ({RIGHTS: {"rights": [None]}}, "‘rights’"),
        ({RIGHTS: {"rights": [{"organisation": DE_KADE}]}}, "‘rights.value’"),
        ({RIGHTS: {"rights": [{"value": "KIOSKAanvrager"}]}}, "‘rights.organisation’"),
        ({RIGHTS: {"rights": [{"value": "x", "organisation": 110041748}]}}, "‘rights.organisation’"),
        ({RIGHTS: {"rights": [{"value": "x", "organisation": "de-kade"}]}}, "‘rights.organisation’"),
        ({RIGHTS: {"rights": [{"value": f"x:{CIJFERWIJS}", "organisation": DE_KADE}]}}, "‘rights.value’"),
        ({RIGHTS: {"contexts": [{"value": "Gent"}]}}, "‘contexts.organisation’"),
    ],
)
def test_a_value_that_is_missing_or_wrong_is_named(
    scim: ScimClient, change: dict[str, Any], named: str
) -> None:
    kind, sentence = refusal(scim.put(user(**change)), 400)
    assert (kind, sentence.startswith(f"{named} moet")) == ("invalidValue", True), sentence
    assert scim.get("/Users").get_json()["totalResults"] == 0


def test_an_enterprise_that_could_be_real_is_refused(scim: ScimClient) -> None:
    real = {"rights": [{"value": "KIOSKAanvrager", "organisation": "0403019261"}]}
    assert refusal(scim.put(user(**{RIGHTS: real})), 400)[0] == "invalidValue"
    assert scim.get("/Users").get_json()["totalResults"] == 0


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"null",
        b"[]",
        b'"els"',
        b"{",
        b"\xff\xfe\x00",
        b'{"active": NaN}',
        b"[" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"active": ' + b"9" * 5000 + b"}",
        b'{"active": true, "ACTIVE": false}',
    ],
    ids=lambda octets: repr(octets[:24]),
)
def test_what_is_no_single_json_object_is_refused(scim: ScimClient, octets: bytes) -> None:
    assert refusal(scim.put(octets), 400)[0] == "invalidSyntax"


@pytest.mark.parametrize(
    "schemas", [None, [], USER, [7], ["urn:ietf:params:scim:schemas:core:2.0:Group"], [USER]]
)
def test_a_document_says_that_it_is_a_user_and_names_its_extension(scim: ScimClient, schemas: object) -> None:
    kind, sentence = refusal(scim.put(user(schemas=schemas)), 400)
    assert (kind, sentence.startswith("‘schemas’")) == ("invalidSyntax", True)


def test_a_body_that_is_too_large_is_refused(scim: ScimClient) -> None:
    answer = scim.put(user(nickName="x" * (2 * 1024 * 1024)))
    assert refusal(answer, 413) == (None, "Wat u verstuurt is te groot: hoogstens 2 MB.")


def test_the_id_in_the_address_is_a_vo_id(scim: ScimClient) -> None:
    for wrong in ("els", ELS_AT_DE_KADE.upper(), f"{ELS_AT_DE_KADE}0", "%00"):
        sent = user(externalId=wrong, userName=wrong)
        assert refusal(scim.send("PUT", f"/Users/{wrong}", sent), 400)[0] == "invalidValue"
        assert refusal(scim.get(f"/Users/{wrong}"), 404)[0] is None


def test_names_of_attributes_are_read_in_any_case(scim: ScimClient) -> None:
    shouted = {name.upper(): value for name, value in user().items()}
    shouted["NAME"] = {"GIVENNAME": "Els", "familyname": "Maes"}
    assert scim.put(shouted).get_json()[RIGHTS] == user()[RIGHTS]
    assert scim.get(f"/Users/{ELS_AT_DE_KADE}").get_json()["name"] == user()["name"]


def test_what_kiosk_does_not_know_or_writes_itself_is_ignored(scim: ScimClient) -> None:
    enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    plain = scim.put(user()).get_json()
    more = user(
        id=TOM, meta={"version": "7"}, nickName="Els\0\ud800", **{enterprise: {"employeeNumber": "7"}}
    )
    more["schemas"] = [*user()["schemas"], enterprise]
    assert scim.put(more).get_json() == plain


def test_null_and_an_empty_list_are_no_value(scim: ScimClient) -> None:
    empty = scim.put(user(emails=[], **{RIGHTS: {"rights": None}})).get_json()
    assert (
        empty["meta"]["version"]
        == scim.put(user(emails=None, **{RIGHTS: None})).get_json()["meta"]["version"]
    )


def test_a_punctuated_enterprise_number_is_kept_bare(scim: ScimClient) -> None:
    punctuated = {"rights": [{"value": "KIOSKAanvrager", "organisation": "0110.041.748"}]}
    found = scim.put(user(**{RIGHTS: punctuated})).get_json()
    assert found[RIGHTS]["rights"] == [{"value": "KIOSKAanvrager", "organisation": DE_KADE}]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/Users", "GET, HEAD, OPTIONS"),
        ("PUT", "/Users", "GET, HEAD, OPTIONS"),
        ("POST", f"/Users/{ELS_AT_DE_KADE}", "GET, HEAD, OPTIONS, PUT"),
        ("PATCH", f"/Users/{ELS_AT_DE_KADE}", "GET, HEAD, OPTIONS, PUT"),
        ("DELETE", f"/Users/{ELS_AT_DE_KADE}", "GET, HEAD, OPTIONS, PUT"),
    ],
)
def test_only_put_is_played(scim: ScimClient, method: str, path: str, allowed: str) -> None:
    scim.put(user())
    answer = scim.send(method, path, user(active=False))
    assert refusal(answer, 405) == (None, "Een gebruiker wordt alleen met PUT /Users/<id> geschreven")
    assert answer.headers["Allow"] == allowed
    assert scim.get(f"/Users/{ELS_AT_DE_KADE}").get_json()["active"] is True


@pytest.mark.parametrize("path", ["/Groups", "/Me", "/Bulk", "/.search", "/Users/a%2Fb", "/Schemas/x"])
def test_elsewhere_nothing_stands(scim: ScimClient, path: str) -> None:
    for method in ("GET", "POST"):
        if (method, path) != ("POST", "/Schemas/x"):
            assert refusal(scim.send(method, path), 404) == (None, "Hier staat niets.")


def test_a_version_that_the_client_has_is_not_sent_again(scim: ScimClient) -> None:
    tag = scim.put(user()).headers["ETag"]
    path = f"/Users/{ELS_AT_DE_KADE}"
    unchanged = scim.send("GET", path, if_none_match=tag)
    assert (unchanged.status_code, unchanged.data) == (HTTPStatus.NOT_MODIFIED, b"")
    scim.put(user(active=False))
    assert scim.send("GET", path, if_none_match=tag).status_code == HTTPStatus.OK


def test_a_put_may_ask_that_the_user_is_still_the_same(scim: ScimClient) -> None:
    assert scim.put(user(), if_match="*").status_code == HTTPStatus.PRECONDITION_FAILED
    tag = scim.put(user()).headers["ETag"]
    assert scim.put(user(active=False), if_match=tag).status_code == HTTPStatus.OK
    refused = scim.put(user(), if_match=tag)
    assert refusal(refused, 412)[0] is None
    assert scim.get(f"/Users/{ELS_AT_DE_KADE}").get_json()["active"] is False
    assert scim.put(user(), if_match="*").status_code == HTTPStatus.OK
