"""All facts of a world, out and in."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from mocks.stage.tests.conftest import Room
from mocks.tests.door import knock

KINDS = [("rijksregister", "person"), ("csam", "key"), ("kbo", "enterprise"), ("kbo", "function")]


def test_facts_are_exported_by_system_kind_and_number(room: Room) -> None:
    facts = room.get("/_mock/facts")
    assert set(facts) >= {"rijksregister", "csam", "kbo", "acm"}
    jan = room.get("/_mock/cast")["people"]["jan"]["number"]
    assert facts["rijksregister"]["person"][jan]["given_name"] == "Jan"
    for system, kind in KINDS:
        assert set(facts[system][kind]) == set(room.get(f"/{system}/_mock/{kind}")["numbers"])


def test_what_was_exported_makes_the_same_world_of_an_empty_one(room: Room) -> None:
    cast = room.get("/_mock/cast")
    jan = cast["people"]["jan"]["number"]
    person = room.get(f"/rijksregister/_mock/person/{jan}")
    assert (
        room.ask(f"/rijksregister/_mock/person/{jan}", "PUT", {**person, "given_name": "Jean"}).status == 200
    )
    facts = room.get("/_mock/facts")
    room.ask("/_mock/worlds", "POST", {"name": "empty", "cast": False})
    loaded = knock(room.federation, "/w/empty/_mock/facts", "PUT", body=facts)
    count = sum(len(numbered) for kinds in facts.values() for numbered in kinds.values())
    assert (loaded.status, loaded.json()) == (200, {"status": "ok", "facts": count})
    assert knock(room.federation, "/w/empty/_mock/facts").json() == facts
    for who in cast["people"]:
        question = f"/_mock/explain?who={who}&for=de-kade&at=kiosk"
        assert knock(room.federation, f"/w/empty{question}").json() == room.get(question)


def test_loading_twice_changes_nothing(room: Room) -> None:
    facts = room.get("/_mock/facts")
    assert room.ask("/_mock/facts", "PUT", facts).status == 200
    assert room.get("/_mock/facts") == facts


def test_what_is_not_named_stays(room: Room) -> None:
    before = room.get("/_mock/facts")
    assert room.ask("/_mock/facts", "PUT", {}).json() == {"status": "ok", "facts": 0}
    number, person = next(iter(before["rijksregister"]["person"].items()))
    one = {"rijksregister": {"person": {number: {**person, "family_name": "Anders"}}}}
    assert room.ask("/_mock/facts", "PUT", one).json() == {"status": "ok", "facts": 1}
    after = room.get("/_mock/facts")
    assert after["rijksregister"]["person"][number]["family_name"] == "Anders"
    after["rijksregister"]["person"][number] = person
    assert after == before


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"{", b'"facts"', b"null", b'{"kbo": []}', b'{"kbo": null}', b'{"kbo": {"function": []}}',
        b'{"kbo": {"function": null}}', b'{"\\ud800": {}}', b"[" * 100_000, b'{"a":' * 100_000,
    ],
    ids=lambda body: str(body[:30]),
)  # fmt: skip
def test_what_is_no_export_is_refused_with_what_one_looks_like(room: Room, body: bytes) -> None:
    status, code, sentence = room.refused("/_mock/facts", "PUT", body)
    assert (status, code) == (400, "malformed-body")
    assert "GET /_mock/facts" in sentence


@pytest.mark.parametrize(
    ("system", "kind"), [("belasting", "person"), ("kbo", "person"), ("stage", "world"), ("kbo", "")]
)
def test_a_kind_that_does_not_exist_is_refused_with_those_that_do(room: Room, system: str, kind: str) -> None:
    status, _, sentence = room.refused("/_mock/facts", "PUT", {system: {kind: {"1": {}}}})
    assert status == 404
    assert "rijksregister/person" in sentence


def spoiled(facts: dict[str, Any], system: str, kind: str, number: str, body: object) -> dict[str, Any]:
    """Return the facts with one more that does not fit, after all others have been changed."""
    changed = copy.deepcopy(facts)
    for person in changed["rijksregister"]["person"].values():
        person["family_name"] = "Anders"
    changed[system][kind][number] = body
    return changed


@pytest.mark.parametrize(
    ("system", "kind", "number", "body"),
    [
        ("kbo", "enterprise", "0100000070", "geen object"),
        ("kbo", "enterprise", "0100000070", {"name": "x", "unknown": 1}),
        ("kbo", "enterprise", "0100000070", None),
        ("rijksregister", "person", "geen-nummer", "as the first"),
        ("rijksregister", "person", "85073003328", "as the first"),
        ("csam", "key", "80010199976-potlood", {}),
        ("kbo", "function", "x-y-z", {}),
    ],
)
def test_a_file_with_one_fault_changes_nothing(
    room: Room, system: str, kind: str, number: str, body: object
) -> None:
    before = room.get("/_mock/facts")
    if body == "as the first":
        body = next(iter(before[system][kind].values()))
    status, _, sentence = room.refused("/_mock/facts", "PUT", spoiled(before, system, kind, number, body))
    assert 400 <= status < 500
    assert sentence
    assert room.get("/_mock/facts") == before


def test_an_export_survives_a_file(room: Room) -> None:
    facts = room.get("/_mock/facts")
    written = json.dumps(facts, indent=2).encode()
    assert room.ask("/_mock/facts", "PUT", written).status == 200
    assert room.get("/_mock/facts") == facts
