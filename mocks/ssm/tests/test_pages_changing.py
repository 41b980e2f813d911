"""One mandate over the pages of SSM: looking, signing, extending, stopping, transferring and printing."""

from __future__ import annotations

import pytest
import requests

from mocks.pytest_plugin import FederationInTest
from mocks.ssm.tests.page_visitor import Visitor

WAYS = ("", "/afdrukken", "/ondertekenen", "/uitbreiden", "/stopzetten", "/overdragen")


@pytest.fixture
def mieke(federation: FederationInTest) -> Visitor:
    """A mandate manager of De Kade, at the home page."""
    return Visitor(federation).sign_in("mieke", "de-kade")


@pytest.fixture
def karel(federation: FederationInTest) -> Visitor:
    """The legal representative of Cijferwijs, at the home page."""
    return Visitor(federation).sign_in("karel", "cijferwijs")


def buttons(visitor: Visitor) -> list[str]:
    """Return what the page of a mandate offers to do."""
    words = ("Ondertekenen", "Uitbreiden", "Overdragen", "Stopzetten", "Weigeren", "Afdrukken")
    return [text for text, _ in visitor.page.links if text.startswith(words)]


def test_what_the_mandate_manager_concludes_the_legal_representative_signs(
    mieke: Visitor, karel: Visitor
) -> None:
    number = mieke.conclude(mieke.number("cijferwijs"))
    karel.open("/")
    karel.browser.follow(number)
    assert buttons(karel) == ["Ondertekenen", "Weigeren (stopzetten)", "Afdrukken"]
    karel.browser.follow("Ondertekenen")
    karel.press("Ondertekenen")
    assert karel.status == "actief"
    assert "Mieke Claes" in karel.page.text
    signed = [mark.data for mark in karel.page.marked("signed")]
    assert signed == [{"signed": "mandator", "done": "yes"}, {"signed": "holder", "done": "yes"}]
    actions = [mark.data["action"] for mark in karel.page.marked("action")]
    assert actions == [
        "opstarten",
        "ondertekend",
        "in afwachting van ondertekening",
        "ondertekend",
        "aanmaak",
    ]
    mieke.open("/mandaten", kader="active")
    assert number in mieke.listed


def test_who_has_signed_already_is_led_back_with_the_reason(mieke: Visitor) -> None:
    number = mieke.conclude(mieke.number("cijferwijs"))
    assert buttons(mieke) == ["Stopzetten", "Afdrukken"]
    mieke.change(number, "ondertekenen")
    assert (mieke.page.status, mieke.codes) == (409, ["already-signed"])
    mieke.browser.follow("Terug naar het mandaat")
    assert mieke.in_view == number


def test_who_does_not_want_a_mandate_refuses_it_by_stopping(mieke: Visitor, karel: Visitor) -> None:
    number = mieke.conclude(mieke.number("cijferwijs"))
    karel.open(f"/mandaten/{number}")
    karel.browser.follow("Weigeren")
    karel.press("Stopzetten", conditions="1", reason="Niet afgesproken")
    assert karel.status == "stopgezet"
    assert "Reden Niet afgesproken" in karel.page.text
    assert buttons(karel) == ["Afdrukken"]
    mieke.change(number, "stopzetten")
    assert mieke.codes == ["mandate-stopped"]


def test_a_mandate_is_stopped_without_a_reason_and_works_no_more(mieke: Visitor) -> None:
    number = mieke.mandate(11)
    mieke.change(number, "stopzetten")
    mieke.press("Stopzetten", conditions="1")
    assert mieke.status == "stopgezet"
    assert "27/04/2021, door Mieke Claes" in mieke.page.text
    known = requests.get(mieke.url(f"/_mock/mandate/{number}"), timeout=10).json()
    assert known["stopped_on"] == "2021-04-27"


def test_who_has_not_read_the_conditions_stops_nothing_and_loses_nothing(mieke: Visitor) -> None:
    number = mieke.mandate(11)
    mieke.change(number, "stopzetten")
    mieke.press("Stopzetten", reason="Wij stoppen ermee")
    assert (mieke.page.status, mieke.codes) == (400, ["conditions-not-read"])
    assert 'id="field-conditions-error"' in mieke.page.html
    assert 'value="Wij stoppen ermee"' in mieke.page.html
    mieke.press("Stopzetten", conditions="1", reason="x" * 201)
    assert mieke.codes == ["unreadable-text"]
    assert 'id="field-reason-error"' in mieke.page.html
    mieke.open(f"/mandaten/{number}")
    assert mieke.status == "actief"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({"duration": "until", "end": "31/12/2022"}, "Geldig tot en met 31/12/2022"),
        ({"duration": "open", "end": ""}, "Geldig tot en met onbepaalde duur"),
    ],
)
def test_a_mandate_is_extended_after_a_confirmation(
    mieke: Visitor, typed: dict[str, str], shown: str
) -> None:
    number = mieke.mandate(11, end="2021-12-31")
    mieke.change(number, "uitbreiden")
    mieke.press("Volgende", **typed)
    assert "Stap 2 van 2: Bevestiging" in mieke.page.text
    mieke.press("Vorige")
    mieke.press("Volgende")
    mieke.press("Bevestigen")
    assert shown in mieke.page.text
    assert "Gewijzigd door Mieke Claes" in mieke.page.text


@pytest.mark.parametrize(
    ("typed", "code", "field"),
    [
        ({"end": "31/12/2021"}, "not-longer", "end"),
        ({"end": "31/02/2022"}, "malformed-date", "end"),
        ({"end": ""}, "field-empty", "end"),
        ({"duration": "open", "end": "01/01/2023"}, "field-empty", "end"),
        ({"duration": ""}, "field-empty", "duration"),
    ],
)
def test_an_end_that_is_not_later_is_refused_at_its_field(
    mieke: Visitor, typed: dict[str, str], code: str, field: str
) -> None:
    mieke.change(mieke.mandate(11, end="2021-12-31"), "uitbreiden")
    mieke.press("Volgende", **typed)
    assert mieke.codes == [code]
    assert f'id="field-{field}-error"' in mieke.page.html
    assert "Stap 1 van 2" in mieke.page.text


def test_a_mandate_without_end_cannot_be_extended(mieke: Visitor) -> None:
    number = mieke.mandate(11)
    mieke.open(f"/mandaten/{number}")
    assert buttons(mieke) == ["Overdragen", "Stopzetten", "Afdrukken"]
    mieke.change(number, "uitbreiden")
    assert (mieke.page.status, mieke.codes) == (409, ["not-longer"])


def test_a_mandate_is_transferred_and_the_old_one_goes_on_until_the_new_holder_signs(mieke: Visitor) -> None:
    old = mieke.mandate(11)
    mieke.change(old, "overdragen")
    mieke.press("Volgende", holder=mieke.number("leerpunt"))
    assert "Nieuwe mandaatnemer Leerpunt nv" in mieke.page.text
    mieke.press("Bevestigen")
    new = mieke.in_view
    assert new != old
    assert mieke.status == "Wacht op ondertekening"
    mieke.open(f"/mandaten/{old}")
    assert mieke.status == "wacht op overdracht"
    assert buttons(mieke) == ["Stopzetten", "Afdrukken"]
    wim = Visitor(mieke.federation).sign_in("wim", "leerpunt")
    wim.change(new, "ondertekenen")
    wim.press("Ondertekenen")
    assert wim.status == "actief"
    mieke.open(f"/mandaten/{old}")
    assert mieke.status == "stopgezet"


def test_a_holder_who_proposes_a_transfer_may_stop_it_but_not_sign_it(karel: Visitor) -> None:
    old = karel.mandate(11)
    karel.change(old, "overdragen")
    karel.press("Volgende", holder=karel.number("leerpunt"))
    assert "en de mandaatgever nog moeten" in karel.page.text
    karel.press("Bevestigen")
    assert buttons(karel) == ["Stopzetten", "Afdrukken"]
    karel.change(karel.in_view, "ondertekenen")
    assert (karel.page.status, karel.codes) == (403, ["not-a-party"])


@pytest.mark.parametrize(
    ("holder", "code"),
    [
        ("cijferwijs", "transfer-to-same-holder"),
        ("de-kade", "mandate-to-oneself"),
        ("stilte", "organisation-stopped"),
        ("onzin", "malformed-party"),
    ],
)
def test_a_holder_that_cannot_be_one_is_refused_at_its_field(mieke: Visitor, holder: str, code: str) -> None:
    typed = holder if holder == "onzin" else mieke.number(holder)
    mieke.change(mieke.mandate(11), "overdragen")
    mieke.press("Volgende", holder=typed)
    assert mieke.codes == [code]
    assert 'id="field-holder-error"' in mieke.page.html
    assert f'value="{typed}"' in mieke.page.html


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
