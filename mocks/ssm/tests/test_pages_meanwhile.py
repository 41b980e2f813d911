"""One mandate over the pages of SSM when others changed it, or when it is of others."""

from __future__ import annotations

import pytest
import requests

from mocks.ssm.tests.page_visitor import Visitor

WAYS = ("", "/afdrukken", "/ondertekenen", "/uitbreiden", "/stopzetten", "/overdragen")


@pytest.mark.parametrize(
    ("how", "label", "typed"),
    [
        ("stopzetten", "Stopzetten", {"conditions": "1", "reason": "Te laat"}),
        ("uitbreiden", "Bevestigen", {}),
        ("overdragen", "Bevestigen", {}),
    ],
)
def test_who_is_late_is_told_loses_nothing_and_can_confirm_anew(
    mieke: Visitor, karel: Visitor, how: str, label: str, typed: dict[str, str]
) -> None:
    number = mieke.mandate(11, end="2021-12-31")
    mieke.change(number, how)
    if how != "stopzetten":
        mieke.press("Volgende", end="31/12/2023", holder=mieke.number("leerpunt"))
    karel.change(number, "uitbreiden")
    karel.press("Volgende", end="31/12/2022")
    karel.press("Bevestigen")
    assert "31/12/2022" in karel.page.text
    mieke.press(label, **typed)
    assert (mieke.page.status, mieke.codes) == (409, ["changed-meanwhile"])
    assert "Geldig tot en met 31/12/2022" in mieke.page.text, "the page shows what it is now"
    for kept in ("Te laat",) if typed else ():
        assert f'value="{kept}"' in mieke.page.html
    mieke.press(label, **({"conditions": "1"} if typed else {}))
    assert mieke.codes == []
    assert mieke.page.status == 200
    assert mieke.page.marked("signed"), "the page of the mandate"


def test_who_signs_what_was_signed_meanwhile_is_told(mieke: Visitor, karel: Visitor) -> None:
    number = mieke.conclude(mieke.number("cijferwijs"))
    karel.change(number, "ondertekenen")
    second = Visitor(mieke.federation).sign_in("karel", "cijferwijs")
    second.change(number, "ondertekenen")
    second.press("Ondertekenen")
    karel.press("Ondertekenen")
    assert (karel.page.status, karel.codes) == (409, ["already-signed"])


def test_who_signs_what_another_changed_meanwhile_is_told_and_can_sign_anew(
    mieke: Visitor, karel: Visitor
) -> None:
    karel.change(karel.mandate(11), "overdragen")
    karel.press("Volgende", holder=karel.number("leerpunt"))
    karel.press("Bevestigen")
    mieke.change(karel.in_view, "ondertekenen")
    wim = Visitor(mieke.federation).sign_in("wim", "leerpunt")
    wim.change(karel.in_view, "ondertekenen")
    wim.press("Ondertekenen")
    assert "Nu moet de andere partij nog ondertekenen" in wim.page.text
    mieke.press("Ondertekenen")
    assert (mieke.page.status, mieke.codes) == (409, ["changed-meanwhile"])
    mieke.press("Ondertekenen")
    assert mieke.status == "actief"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("persona", [("wim", "leerpunt"), ("tom", None)])
def test_the_mandate_of_others_is_not_there_and_the_page_tells_nothing(
    mieke: Visitor, way: str, persona: tuple[str, str | None]
) -> None:
    number, absent = mieke.mandate(11), "M-2021-000099-42"
    stranger = Visitor(mieke.federation).sign_in(*persona)
    answers = []
    for asked in (number, absent):
        stranger.open(f"/mandaten/{asked}{way}")
        assert (stranger.page.status, stranger.codes) == (404, ["unknown-mandate"])
        answers.append(stranger.page.text.replace(asked, "…"))
    assert answers[0] == answers[1], "not even whether there is one"
    assert "Cijferwijs" not in stranger.page.text


@pytest.mark.parametrize("way", WAYS[2:])
def test_a_form_for_the_mandate_of_others_changes_nothing(mieke: Visitor, way: str) -> None:
    number = mieke.mandate(11, end="2021-12-31", signed_by_holder_on=None)
    stranger = Visitor(mieke.federation).sign_in("wim", "leerpunt")
    stranger.open("/mandaten/nieuw")
    form = stranger.page.form_with("Volgende")
    form.action = stranger.url(f"/mandaten/{number}{way}")
    before = requests.get(mieke.url(f"/_mock/mandate/{number}"), timeout=10).json()
    sent = {"conditions": "1", "duration": "open", "holder": stranger.number("tom"), "step": "2", "seen": "1"}
    stranger.browser.send(form, **sent)
    assert (stranger.page.status, stranger.codes) == (404, ["unknown-mandate"])
    assert requests.get(mieke.url(f"/_mock/mandate/{number}"), timeout=10).json() == before


def test_the_page_to_print_has_everything_and_no_form_but_those_of_the_frame(mieke: Visitor) -> None:
    number = mieke.mandate(11)
    mieke.open(f"/mandaten/{number}")
    mieke.browser.follow("Afdrukken")
    assert mieke.page.status == 200
    assert "Afgedrukt door Mieke Claes op 27 april 2021, 9.00 u. Dit is" in mieke.page.text
    for shown in (number, "Theater De Kade vzw", "0122.386.185", "Ondertekening", "Historiek", "actief"):
        assert shown in mieke.page.text
    assert len(mieke.page.forms) == 2, "signing out and switching, which are not printed"


def test_a_long_history_goes_on(mieke: Visitor) -> None:
    number = mieke.mandate(11, end="2021-12-31")
    for year in range(2022, 2045):
        mieke.change(number, "uitbreiden")
        mieke.press("Volgende", end=f"31/12/{year}")
        mieke.press("Bevestigen")
    assert len(mieke.page.marked("action")) == 25
    mieke.browser.follow("Volgende")
    assert [mark.data["action"] for mark in mieke.page.marked("action")][-1] == "aanmaak"
    mieke.open(f"/mandaten/{number}", vanaf="x")
    assert (mieke.page.status, mieke.codes) == (400, ["malformed-cursor"])
