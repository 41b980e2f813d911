"""Explaining through the control API who may act for whom."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from mocks.stage.tests.conftest import Room

JAN_FOR_DE_KADE = "/_mock/explain?who=jan&for=de-kade&at=kiosk"


def test_an_explanation_has_the_shape_of_the_contract(room: Room) -> None:
    said = room.get(JAN_FOR_DE_KADE)
    assert {"allowed", "open", "routes"} <= set(said)
    assert (said["allowed"], said["open"]) == (True, True)
    for route in said["routes"]:
        assert set(route) == {"route", "identity", "allowed", "checks", "repair"}
        assert route["allowed"] == all(check["holds"] for check in route["checks"])
        for check in route["checks"]:
            assert set(check) == {"check", "holds", "fact", "source"}


def test_who_may_not_is_told_which_check_failed_and_what_helps(room: Room) -> None:
    cast = room.get("/_mock/cast")["people"]
    said = {who: room.get(f"/_mock/explain?who={who}&for=de-kade&at=kiosk") for who in cast}
    refused = [one for one in said.values() if not one["allowed"]]
    assert refused
    for one in refused:
        assert not any(route["allowed"] for route in one["routes"])
        assert any(not check["holds"] for route in one["routes"] for check in route["checks"])
        assert any(route["repair"] for route in one["routes"])


def test_who_could_grant_the_right_is_told_whether_or_not_it_was_granted(room: Room) -> None:
    by_kbo, by_btb = "Wettelijk vertegenwoordiger (KBO)", "Hoofdtoegangsbeheerder (BTB)"
    for who in ("els", "tom"):
        said = room.get(f"/_mock/explain?who={who}&for=de-kade&at=kiosk")
        grounds = {one["name"]: one["ground"] for one in said["grantors"]}
        assert grounds["Jan Peeters"] == by_kbo
        assert grounds["Fatima El Amrani"] == by_btb
        assert not {"Els Maes", "Tom Willems", "Dirk Aerts"} & set(grounds)


@pytest.mark.parametrize("at", ["kiosk", "idm", "ssm", "e-loketondernemers"])
def test_a_federal_role_changes_nothing_of_an_explanation(room: Room, at: str) -> None:
    question = f"/_mock/explain?who=tom&for=de-kade&at={at}"
    before, cast = room.get(question), room.get("/_mock/cast")
    tom, kade = cast["people"]["tom"]["number"], cast["organisations"]["de-kade"]["number"]
    put = room.ask(f"/csam/_mock/role/{kade}-{tom}-fodfin_mandaatgever", "PUT", {})
    assert put.status == 200, put.body
    assert room.get(question) == before


@pytest.mark.parametrize(
    "question",
    ["who=jan&for=stilte&at=kiosk", "who=jan&for=self&at=kiosk", "who=jan&for=de-kade&at=idm"],
    ids=["stopped", "oneself", "no right"],
)
def test_nobody_could_grant_where_there_is_nothing_to_grant(room: Room, question: str) -> None:
    assert room.get(f"/_mock/explain?{question}")["grantors"] == []


def test_the_claims_of_what_is_allowed_close_the_chain_and_nothing_is_claimed_else(room: Room) -> None:
    (told,) = room.get("/_mock/explain?who=els&for=de-kade&at=kiosk")["claims"]
    assert (told["route"], told["identity"]) == ("work_relation", "EA:0110041748")
    assert told["claims"]["kiosk_rol_3d"] == ["KIOSKAanvrager:0110041748"]
    assert "wv_orgcode" not in told["claims"]
    (told,) = room.get(JAN_FOR_DE_KADE)["claims"]
    assert (told["route"], told["claims"]["wv_orgcode"]) == ("legal_representative", "0110041748")
    assert room.get("/_mock/explain?who=sara&for=de-kade&at=kiosk")["claims"] == []
    assert room.get("/_mock/explain?who=jan&for=de-kade&at=idm")["claims"] == [], "one enters IDM as oneself"


@pytest.mark.parametrize("missing", ["who", "for", "at"])
def test_a_missing_parameter_is_named(room: Room, missing: str) -> None:
    asked = {"who": "jan", "for": "de-kade", "at": "kiosk"}
    for given in ({**asked, missing: ""}, {name: value for name, value in asked.items() if name != missing}):
        query = "&".join(f"{name}={value}" for name, value in given.items())
        status, code, sentence = room.refused(f"/_mock/explain?{query}")
        assert (status, code) == (400, "query-incomplete")
        assert sentence.startswith(f"Zeg ook {missing}:")


def test_without_any_parameter_all_three_are_named(room: Room) -> None:
    assert room.refused("/_mock/explain")[2].startswith("Zeg ook who, for, at: bijvoorbeeld ?who=jan")


@pytest.mark.parametrize(
    "query",
    [
        "who=niemand&for=de-kade&at=kiosk",
        "who=jan&for=nergens&at=kiosk",
        "who=jan&for=de-kade&at=nergens",
        "who=jan&for=de-kade&at=kiosk&key=potlood",
        "who=80010199977&for=de-kade&at=kiosk",
        "who=%00&for=%00&at=%00",
        "who=%ff&for=%ff&at=%ff",
        f"who={'x' * 5000}&for=de-kade&at=kiosk",
    ],
)
def test_whoever_or_whatever_is_unknown_is_refused_with_a_sentence(room: Room, query: str) -> None:
    status, _, sentence = room.refused(f"/_mock/explain?{query}")
    assert status in {400, 404}
    assert 10 < len(sentence) < 600


def test_numbers_say_the_same_as_names(room: Room) -> None:
    cast = room.get("/_mock/cast")
    who, organisation = cast["people"]["jan"]["number"], cast["organisations"]["de-kade"]["number"]
    dotted = f"{organisation[:4]}.{organisation[4:7]}.{organisation[7:]}"
    by_name = room.get(JAN_FOR_DE_KADE)
    assert room.get(f"/_mock/explain?who={who}&for={organisation}&at=kiosk") == by_name
    assert room.get(f"/_mock/explain?who={quote(who)}&for={dotted}&at=kiosk") == by_name


def test_somebody_may_be_explained_for_himself(room: Room) -> None:
    assert room.get("/_mock/explain?who=jan&for=self&at=eigen-eloket")["allowed"] is True


def test_a_key_that_was_never_activated_is_a_reason(room: Room) -> None:
    keys = room.get("/_mock/cast")["people"]["jan"]["keys"]
    absent = next(key for key in ("sms", "token", "app") if key not in keys)
    assert room.get(f"{JAN_FOR_DE_KADE}&key={keys[0]}")["allowed"] is True
    assert room.get(f"{JAN_FOR_DE_KADE}&key={absent}")["allowed"] is False


def test_a_changed_fact_changes_the_explanation_at_once(room: Room) -> None:
    cast = room.get("/_mock/cast")
    who, organisation = cast["people"]["jan"]["number"], cast["organisations"]["de-kade"]["number"]
    functions = [
        number
        for number in room.get("/kbo/_mock/function")["numbers"]
        if number.startswith(f"{organisation}-{who}-")
    ]
    assert room.get(JAN_FOR_DE_KADE)["allowed"] is True
    for number in functions:
        assert room.ask(f"/kbo/_mock/function/{number}", "DELETE").status == 200
    room.ask("/_mock/clock", "PUT", {"now": "2021-05-10"})  # What changes in KBO shows the next day.
    assert room.get(JAN_FOR_DE_KADE)["allowed"] is False


def test_for_a_school_it_is_told_who_acts_for_it_and_whether_that_person_may(room: Room) -> None:
    said = room.get("/_mock/explain?who=an&for=de-wilg&at=kiosk")
    assert "inrichtende macht, Scholengroep De Linde vzw" in said["notice"]
    assert said["allowed"]
    assert {route["identity"] for route in said["routes"]} == {"EA:0175234656"}
    assert not room.get("/_mock/explain?who=jan&for=de-wilg&at=kiosk")["allowed"]
    assert room.get(JAN_FOR_DE_KADE)["notice"] is None
