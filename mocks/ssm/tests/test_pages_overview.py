"""The home page of SSM with its frames, paging and searching."""

from __future__ import annotations

import pytest

from mocks.pytest_plugin import FederationInTest
from mocks.ssm.tests.page_visitor import Visitor

FRAMES = {
    "active": "Actieve mandaten",
    "to_sign": "Mandaten die ik moet ondertekenen",
    "waiting": "Mandaten in afwachting van ondertekening door de andere partij",
    "transfer": "Mandaten in afwachting van overdracht",
    "passed": "Stopgezette en afgelopen mandaten",
}
COLUMNS = (
    "Mandaattype", "Mandaatgever", "Mandaatnemer", "Datum creatie", "Datum activatie", "Datum stopzetting",
    "Gewijzigd door", "Status",
)  # fmt: skip


@pytest.fixture
def stage(mieke: Visitor) -> dict[str, str]:
    """A mandate of De Kade in every frame, by frame."""
    return {
        "active": mieke.mandate(11, end="2021-12-31"),
        "to_sign": mieke.mandate(12, holder="leerpunt", signed_by_mandator_on=None),
        "waiting": mieke.mandate(13, holder="brightwater", signed_by_holder_on=None),
        "transfer": mieke.mandate(14, holder="noor"),
        "proposal": mieke.mandate(15, holder="tom", signed_by_holder_on=None, replaces="M-2021-000014"),
        "passed": mieke.mandate(16, holder="olga", begin="2021-01-01", stopped_on="2021-04-20"),
    }


def in_frame(visitor: Visitor, frame: str) -> list[str]:
    """Return the numbers of the mandates in a frame of the home page."""
    page = visitor.open("/")
    at = next(place for place, mark in enumerate(page.marks) if mark.data.get("frame") == frame)
    numbers = []
    for mark in page.marks[at + 1 :]:
        if "frame" in mark.data:
            break
        if "mandate" in mark.data:
            numbers.append(mark.data["mandate"])
    return numbers


def test_the_home_page_has_the_frames_and_the_columns_of_the_source(
    mieke: Visitor, stage: dict[str, str]
) -> None:
    mieke.open("/")
    assert stage["active"] in mieke.page.text
    assert [mark.data["frame"] for mark in mieke.page.marked("frame")] == list(FRAMES)
    for label in (*FRAMES.values(), *COLUMNS):
        assert label in mieke.page.text


@pytest.mark.parametrize("frame", FRAMES)
def test_every_mandate_stands_in_its_frame(mieke: Visitor, stage: dict[str, str], frame: str) -> None:
    assert stage[frame] in in_frame(mieke, frame)
    assert [one for one in FRAMES if stage[frame] in in_frame(mieke, one)] == [frame]


def test_the_names_of_the_parties_are_shown_and_who_changed_it_last(mieke: Visitor) -> None:
    number = mieke.conclude(mieke.number("noor"))
    mieke.open("/mandaten", zoek=number)
    assert mieke.listed == [number]
    assert "Theater De Kade vzw Noor Haddad 27/04/2021 – – Mieke Claes Wacht op" in mieke.page.text


def test_a_party_sees_nothing_of_the_mandates_of_others(mieke: Visitor, stage: dict[str, str]) -> None:
    other = Visitor(mieke.federation).sign_in("wim", "leerpunt")
    assert other.listed == [stage["to_sign"]]
    other.open("/mandaten", zoek=stage["active"])
    assert (other.page.status, other.listed) == (200, [])


def test_a_long_frame_goes_on_in_the_list_without_losing_or_repeating_any(mieke: Visitor) -> None:
    made = [
        mieke.mandate(20 + one, begin=f"{2022 + one}-01-01", end=f"{2022 + one}-12-31") for one in range(32)
    ]
    assert len(in_frame(mieke, "active")) == 5
    found = list(in_frame(mieke, "active"))
    mieke.browser.follow("Volgende")
    found += mieke.listed
    mieke.browser.follow("Volgende")
    found += mieke.listed
    assert not any(text == "Volgende" for text, _ in mieke.page.links), "the end of the list"
    assert len(found) == len(set(found))
    assert set(made) <= set(found)
    mieke.browser.follow("Naar het begin van de lijst")
    assert len(mieke.listed) == 25


@pytest.mark.parametrize("how", ["0122.386.185", "0122386185", "BE 0122386185"])
def test_searching_on_the_number_of_the_other_party(mieke: Visitor, stage: dict[str, str], how: str) -> None:
    mieke.press("Zoeken", zoek=how)
    if how.startswith("BE"):
        assert (mieke.page.status, mieke.listed) == (400, [])
        return
    assert stage["active"] in mieke.listed
    assert stage["waiting"] not in mieke.listed


def test_searching_on_a_person_and_on_the_number_of_a_mandate(mieke: Visitor, stage: dict[str, str]) -> None:
    mieke.press("Zoeken", zoek=mieke.number("noor"))
    assert mieke.listed == [stage["transfer"]]
    mieke.press("Zoeken", zoek=stage["waiting"].lower())
    assert mieke.listed == [stage["waiting"]]


def test_filtering_on_frame_side_and_day(mieke: Visitor, stage: dict[str, str]) -> None:
    given = mieke.mandate(17, mandator="noorderlicht", holder="de-kade")
    mieke.open("/mandaten", kader="active", kant="holder")
    assert mieke.listed == [given]
    mieke.open("/mandaten", kader="active", kant="mandator")
    assert given not in mieke.listed
    assert stage["active"] in mieke.listed
    mieke.open("/mandaten", sinds="28/04/2021")
    assert mieke.listed == []
    mieke.open("/mandaten", sinds="27/04/2021")
    assert stage["active"] in mieke.listed


@pytest.mark.parametrize(
    ("query", "code", "field"),
    [
        ({"zoek": "12345"}, "malformed-party", "zoek"),
        ({"zoek": "M-2021-000001-99"}, "malformed-number", "zoek"),
        ({"zoek": "0122386186"}, "wrong-check-digits", "zoek"),
        ({"sinds": "31/02/2021"}, "malformed-date", "sinds"),
        ({"zoek": "0122386185", "sinds": "01/04/2021"}, "one-search-at-a-time", "zoek"),
        ({"kader": "active", "sinds": "01/04/2021"}, "one-search-at-a-time", "zoek"),
        ({"kader": "weg"}, "unknown-frame", "kader"),
        ({"kant": "weg"}, "unknown-role", "kant"),
    ],
)
def test_a_search_that_cannot_be_is_refused_at_its_field(
    mieke: Visitor, query: dict[str, str], code: str, field: str
) -> None:
    mieke.open("/mandaten", **query)
    assert (mieke.page.status, mieke.codes) == (400, [code])
    assert f'id="field-{field}-error"' in mieke.page.html
    for typed in (text for name, text in query.items() if name in {"zoek", "sinds"}):
        assert f'value="{typed}"' in mieke.page.html, "nothing that was typed is lost"


def test_a_place_that_the_list_did_not_give_is_refused(mieke: Visitor) -> None:
    mieke.open("/mandaten", vanaf="overal")
    assert (mieke.page.status, mieke.codes) == (400, ["malformed-cursor"])


def test_the_other_party_is_found_by_the_name_of_the_organisation(
    mieke: Visitor, stage: dict[str, str]
) -> None:
    mieke.open("/mandaten", zoek="leerpunt")
    assert mieke.listed == [stage["to_sign"]]
    mieke.open("/mandaten", zoek="Boekhoudkantoor Cijferwijs")
    assert stage["active"] in mieke.listed
    assert stage["to_sign"] not in mieke.listed


def test_a_name_that_begins_like_the_number_of_a_mandate_is_a_name(mieke: Visitor) -> None:
    mieke.open("/mandaten", zoek="Museum Nergens")
    assert (mieke.page.status, mieke.codes) == (404, ["nobody-of-that-name"])
    assert "een persoon zoekt u altijd op zijn nummer" in mieke.page.text


def test_of_several_organisations_of_one_name_the_numbers_are_told(mieke: Visitor) -> None:
    mieke.open("/mandaten", zoek="de")
    assert (mieke.page.status, mieke.codes) == (400, ["several-of-that-name"])
    assert "Scholengroep De Linde vzw (0175.234.656)" in mieke.page.text


def test_the_history_of_a_party_tells_of_all_its_mandates_and_of_no_other(
    federation: FederationInTest, mieke: Visitor
) -> None:
    own = mieke.conclude(mieke.number("cijferwijs"))
    strange = Visitor(federation).sign_in("karel", "cijferwijs").conclude(mieke.number("leerpunt"))
    mieke.open("/")
    mieke.browser.follow("Historiek")
    assert own in mieke.listed
    assert strange not in mieke.listed
    assert "Mieke Claes" in mieke.page.text
    actions = [mark.data["action"] for mark in mieke.page.marked("action")]
    assert actions[:3] == ["in afwachting van ondertekening", "ondertekend", "aanmaak"]


def test_a_long_history_comes_in_pieces(mieke: Visitor) -> None:
    for _ in range(9):
        mieke.change(mieke.conclude(mieke.number("cijferwijs")), "stopzetten")
        mieke.press("Stopzetten", conditions="1", reason="")
    mieke.open("/historiek")
    newest = len(mieke.page.marked("action"))
    mieke.browser.follow("Volgende")
    assert newest == 25
    assert [mark.data["action"] for mark in mieke.page.marked("action")][-1] == "aanmaak"
    mieke.open("/historiek", vanaf="onzin")
    assert mieke.page.status == 400
