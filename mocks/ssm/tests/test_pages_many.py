"""Signing and stopping several mandates at once over the pages of SSM."""

from __future__ import annotations

from typing import Any

import pytest

from mocks.ssm.tests.page_visitor import Visitor


@pytest.fixture
def waiting(karel: Visitor) -> list[str]:
    """Two mandates that Cijferwijs must sign."""
    return [karel.mandate(11, signed_by_holder_on=None), karel.mandate(12, "noor", signed_by_holder_on=None)]


def tick(visitor: Visitor, numbers: list[str]) -> list[str]:
    """Return what the boxes of these mandates send."""
    html = visitor.page.html
    return [html[html.index(f"{one}~") :].split('"', 1)[0] for one in numbers]


def results(visitor: Visitor) -> dict[str, tuple[str, str]]:
    """Return what came of each mandate: done or not, and why not."""
    return {
        mark.data["result"]: (mark.data["done"], mark.data.get("code", ""))
        for mark in visitor.page.marked("result")
    }


def test_what_is_ticked_is_signed_after_a_confirmation(karel: Visitor, waiting: list[str]) -> None:
    karel.open("/mandaten", kader="to_sign")
    karel.press("Onderteken wat is aangevinkt", kies=tick(karel, waiting))
    assert "U koos 2 mandaten" in karel.page.text
    assert sorted(karel.listed) == sorted(waiting)
    karel.press("Ondertekenen bevestigen")
    assert results(karel) == dict.fromkeys(waiting, ("yes", ""))
    karel.open("/mandaten", kader="active")
    assert set(waiting) <= set(karel.listed)


def test_what_is_ticked_is_stopped_with_one_reason(karel: Visitor, waiting: list[str]) -> None:
    karel.open("/mandaten", kader="to_sign")
    karel.press("Zet stop wat is aangevinkt", kies=tick(karel, waiting))
    karel.press("Stopzetten bevestigen", conditions="1", reason="Opgezegd")
    assert results(karel) == dict.fromkeys(waiting, ("yes", ""))
    karel.open(f"/mandaten/{waiting[0]}")
    assert "Reden Opgezegd" in karel.page.text


def test_who_has_not_read_the_conditions_stops_none_of_them(karel: Visitor, waiting: list[str]) -> None:
    karel.open("/mandaten", kader="to_sign")
    karel.press("Zet stop wat is aangevinkt", kies=tick(karel, waiting))
    karel.press("Stopzetten bevestigen", reason="Opgezegd")
    assert (karel.page.status, karel.codes) == (400, ["conditions-not-read"])
    assert 'value="Opgezegd"' in karel.page.html
    karel.press("Stopzetten bevestigen", conditions="1", reason="x" * 300)
    assert karel.codes == ["unreadable-text"]
    karel.open("/mandaten", kader="to_sign")
    assert sorted(karel.listed) == sorted(waiting)


def test_one_that_cannot_be_signed_leaves_the_others(karel: Visitor, waiting: list[str]) -> None:
    karel.open("/mandaten", kader="to_sign")
    karel.press("Onderteken wat is aangevinkt", kies=tick(karel, waiting))
    noor = Visitor(karel.federation).sign_in("noor")
    noor.change(waiting[1], "stopzetten")
    noor.press("Stopzetten", conditions="1")
    karel.press("Ondertekenen bevestigen")
    assert results(karel) == {waiting[0]: ("yes", ""), waiting[1]: ("no", "mandate-stopped")}
    assert "1 van de 2 mandaten is ondertekend" in karel.page.text


def test_one_that_was_changed_meanwhile_is_told_and_left_as_it_is(karel: Visitor) -> None:
    numbers = [karel.mandate(11, end="2021-12-31"), karel.mandate(12, "noor")]
    karel.open("/mandaten", kader="active")
    karel.press("Zet stop wat is aangevinkt", kies=tick(karel, numbers))
    mieke = Visitor(karel.federation).sign_in("mieke", "de-kade")
    mieke.change(numbers[0], "uitbreiden")
    mieke.press("Volgende", end="31/12/2022")
    mieke.press("Bevestigen")
    karel.press("Stopzetten bevestigen", conditions="1")
    assert results(karel) == {numbers[0]: ("no", "changed-meanwhile"), numbers[1]: ("yes", "")}


def test_nothing_ticked_is_refused(karel: Visitor, waiting: list[str]) -> None:
    karel.open("/mandaten", kader="to_sign")
    assert sorted(karel.listed) == sorted(waiting)
    karel.press("Onderteken wat is aangevinkt")
    assert (karel.page.status, karel.codes) == (400, ["nothing-chosen"])


@pytest.mark.parametrize("kies", ["M-2021-000011", "onzin~1", "M-2021-000011-33~x", "~"])
@pytest.mark.usefixtures("waiting")
def test_a_tick_that_no_page_gave_is_refused(karel: Visitor, kies: str) -> None:
    karel.open("/mandaten", kader="to_sign")
    karel.press("Onderteken wat is aangevinkt", kies=kies)
    assert karel.page.status == 400


def test_the_mandates_of_others_cannot_be_ticked(karel: Visitor, waiting: list[str]) -> None:
    sent: dict[str, Any] = {"kies": [f"{one}~1" for one in waiting], "doe": "ondertekenen"}
    wim = Visitor(karel.federation).sign_in("wim", "leerpunt")
    wim.mandate(13, holder="leerpunt", signed_by_holder_on=None)
    wim.open("/mandaten", kader="to_sign")
    form = wim.page.form_with("Onderteken wat is aangevinkt")
    wim.browser.send(form, **sent)
    assert (wim.page.status, wim.codes) == (404, ["unknown-mandate"])
    form.action = wim.url("/mandaten/tegelijk/bevestigd")
    wim.browser.send(form, **sent)
    assert results(wim) == dict.fromkeys(waiting, ("no", "unknown-mandate"))


def test_what_has_passed_cannot_be_ticked(karel: Visitor) -> None:
    number = karel.mandate(11, begin="2021-01-01", stopped_on="2021-04-20")
    karel.open("/mandaten", kader="passed")
    assert karel.listed == [number]
    assert "wat is aangevinkt" not in karel.page.text
