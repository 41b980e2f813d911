"""Concluding a mandate over the pages of SSM, in its four steps."""

from __future__ import annotations

from datetime import datetime

import pytest

from mocks.core.brussels import BRUSSELS
from mocks.pytest_plugin import FederationInTest
from mocks.ssm.tests.page_visitor import Visitor


def test_a_mandate_is_concluded_in_four_steps_and_waits_for_the_other_party(mieke: Visitor) -> None:
    mieke.browser.follow("Nieuw mandaat")
    assert "Stap 1 van 4: Mandaattype" in mieke.page.text
    mieke.press("Volgende", type="kiosk", side="mandator")
    assert "Nummer van de mandaatnemer" in mieke.page.text
    mieke.press("Volgende", other=mieke.number("leerpunt"))
    assert "Leerpunt nv" in mieke.page.text, "the name comes from the source"
    mieke.press("Volgende", begin="01/05/2021", duration="until", end="30/06/2021")
    assert "Geldig van 01/05/2021 Geldig tot en met 30/06/2021" in mieke.page.text
    mieke.press("Ondertekenen en bevestigen", conditions="1")
    assert mieke.status == "Wacht op ondertekening"
    assert [mark.data["done"] for mark in mieke.page.marked("signed")] == ["yes", "no"]
    assert "Geldig van 01/05/2021 Geldig tot en met 30/06/2021" in mieke.page.text


def test_a_holder_concludes_with_a_person_who_gives_it(mieke: Visitor) -> None:
    number = mieke.conclude(mieke.number("noor"), side="holder")
    assert "Mandaatgever Noor Haddad" in mieke.page.text
    noor = Visitor(mieke.federation).sign_in("noor")
    assert noor.listed == [number]
    noor.change(number, "ondertekenen")
    noor.press("Ondertekenen")
    assert noor.status == "actief"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("", "malformed-party"),
        ("0110041749", "wrong-check-digits"),
        ("0199999944", "unknown-organisation"),
        ("de-kade", "mandate-to-oneself"),
        ("stilte", "organisation-stopped"),
        ("dora", "person-deceased"),
        ("de-wilg", "no-enterprise-number"),
    ],
)
def test_a_party_that_cannot_be_one_is_refused_at_its_field(mieke: Visitor, other: str, code: str) -> None:
    typed = mieke.number(other) if other[:1].isalpha() else other
    mieke.fill_in(typed)
    assert mieke.codes == [code]
    assert mieke.page.status >= 400
    assert 'id="field-other-error"' in mieke.page.html
    assert "Stap 2 van 4" in mieke.page.text
    assert f'value="{typed}"' in mieke.page.html


@pytest.mark.parametrize(
    ("typed", "code", "field"),
    [
        ({"begin": "31/02/2021"}, "malformed-date", "begin"),
        ({"begin": "26/04/2021"}, "begin-in-the-past", "begin"),
        ({"duration": "until", "end": ""}, "field-empty", "end"),
        ({"duration": "until", "end": "26/04/2021"}, "end-before-begin", "end"),
        ({"duration": "open", "end": "01/01/2022"}, "field-empty", "end"),
        ({"duration": "voor altijd"}, "field-empty", "duration"),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(
    mieke: Visitor, typed: dict[str, str], code: str, field: str
) -> None:
    mieke.fill_in(mieke.number("leerpunt"), **typed)
    assert (mieke.page.status, mieke.codes) == (400, [code])
    assert f'id="field-{field}-error"' in mieke.page.html
    assert "Stap 3 van 4" in mieke.page.text


@pytest.mark.parametrize(("typed", "field"), [({"side": "mandator"}, "type"), ({"type": "kiosk"}, "side")])
def test_type_and_side_must_be_chosen(mieke: Visitor, typed: dict[str, str], field: str) -> None:
    mieke.open("/mandaten/nieuw")
    mieke.press("Volgende", **typed)
    assert mieke.codes == ["field-empty"]
    assert f'id="field-{field}-error"' in mieke.page.html


def test_a_type_that_is_not_on_offer_yet_is_refused_at_once(mieke: Visitor) -> None:
    mieke.federation.set_clock(datetime(2021, 3, 14, 9, tzinfo=BRUSSELS))
    tom = Visitor(mieke.federation).sign_in("tom")
    tom.open("/mandaten/nieuw")
    assert "vanaf 15/03/2021" in tom.page.text
    tom.press("Volgende", type="kiosk", side="mandator")
    assert tom.codes == ["type-not-yet-available"]
    assert 'id="field-type-error"' in tom.page.html


def test_a_local_government_gives_no_mandate(federation: FederationInTest) -> None:
    luc = Visitor(federation)
    luc.open("/aanmelden", mock_persona="luc", mock_identity=f"LB:{luc.number('kapeldorp')}")
    luc.fill_in(luc.number("cijferwijs"))
    assert luc.codes == ["local-government-gives-no-mandate"]
    assert "Stap 1 van 4" in luc.page.text


def test_who_has_not_read_the_conditions_concludes_nothing(mieke: Visitor) -> None:
    mieke.fill_in(mieke.number("leerpunt"))
    mieke.press("Ondertekenen en bevestigen")
    assert (mieke.page.status, mieke.codes) == (400, ["conditions-not-read"])
    assert 'aria-describedby="field-conditions-error"' in mieke.page.html
    mieke.open("/mandaten", zoek=mieke.number("leerpunt"))
    assert mieke.listed == []


def test_the_mandate_of_the_cast_is_there_already(mieke: Visitor) -> None:
    mieke.fill_in(mieke.number("cijferwijs"), type="kiosk")
    mieke.press("Ondertekenen en bevestigen", conditions="1")
    assert (mieke.page.status, mieke.codes) == (409, ["mandate-exists"])


def test_going_back_loses_nothing(mieke: Visitor) -> None:
    mieke.fill_in(mieke.number("leerpunt"), begin="01/05/2021", duration="until", end="30/06/2021")
    mieke.press("Vorige")
    assert "Leerpunt nv" in mieke.page.text
    assert mieke.page.form_with("Volgende").fields["end"] == "30/06/2021"
    mieke.press("Vorige")
    mieke.press("Vorige")
    fields = mieke.page.form_with("Volgende").fields
    assert (fields["type"], fields["side"]) == ("eigen-eloket", "mandator")
    for _ in range(3):
        mieke.press("Volgende")
    assert "Geldig van 01/05/2021 Geldig tot en met 30/06/2021" in mieke.page.text


def test_a_form_that_was_meddled_with_concludes_nothing_wrong(mieke: Visitor) -> None:
    mieke.fill_in(mieke.number("leerpunt"))
    mieke.press(
        "Ondertekenen en bevestigen", conditions="1", begin="01/01/2020", other=mieke.number("stilte")
    )
    assert mieke.codes == ["organisation-stopped"]
