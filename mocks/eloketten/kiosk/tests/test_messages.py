"""The messages about a dossier: which change sends one, to whom, and who can read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from mocks.core.mail import Mail, MailServer, NotSent
from mocks.core.store import Connection
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend import Dossiers
from mocks.eloketten.kiosk.domain.dossiers import Phase
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.forms import open_form
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, DE_KADE, JAN, NOOR, claims

DOSSIER = "/dossiers/KD-2021-0001"
ELS = "85031900072"
APPLICANT, OF_ELS = "info@de-kade.example", "els@post.example"


@pytest.fixture
def jan(kiosk: KioskAlone, browser: Browser) -> Browser:
    """Let Jan be signed in for De Kade, with a dossier, of which everybody said how to be reached."""
    kiosk.dossier("KD-2021-0001")
    kiosk.contact()
    kiosk.profile(ELS, "Els Maes")
    browser.sign_in(claims())
    return browser


def outbox(browser: Browser, **query: str) -> list[dict[str, Any]]:
    """Return the messages, the newest first."""
    answer = browser.client.get("/_mock/messages", query_string=query, buffered=True)
    assert answer.status_code == 200, answer.text
    return list(answer.get_json()["messages"])


def told(browser: Browser) -> list[tuple[str | None, str]]:
    """Return address and subject of each message, the newest first."""
    return [(one["email"], one["subject"].removeprefix("Dossier KD-2021-0001: ")) for one in outbox(browser)]


def test_a_dossier_that_is_put_there_sends_nothing(jan: Browser) -> None:
    assert outbox(jan) == []
    assert "Er is nog geen bericht verstuurd" in words(jan.get(DOSSIER))


def test_each_phase_that_is_reached_is_told(kiosk: KioskAlone, jan: Browser) -> None:
    for phase in Phase:
        kiosk.dossier("KD-2021-0001", phase=phase.value)
    assert [subject for _, subject in told(jan)] == [
        "fase afgesloten",
        "fase verantwoording",
        "fase beslissing",
        "fase adviesfase",
        "fase ontvankelijkheid",
        "ingediend",
    ]
    kiosk.dossier("KD-2021-0001", phase="closed", title="Een andere titel")
    assert len(outbox(jan)) == 6


def test_a_message_goes_to_the_address_of_the_moment(kiosk: KioskAlone, jan: Browser) -> None:
    form = open_form(jan, f"{DOSSIER}/e-mailadres")
    form.send(jan, who=form.choices["els@post.example"])
    kiosk.dossier("KD-2021-0001", email_of=ELS, phase="submitted")
    kiosk.dossier("KD-2021-0001", phase="submitted")
    assert told(jan) == [
        (APPLICANT, "berichten komen voortaan hier"),
        (OF_ELS, "ingediend"),
        (OF_ELS, "berichten komen voortaan hier"),
    ]
    assert [one["name"] for one in outbox(jan, email=OF_ELS)] == ["Els Maes", "Els Maes"]
    assert "Naar els@post.example" not in words(jan.get(DOSSIER)).partition("Berichten over")[0]


def test_another_account_number_is_told_without_the_number(jan: Browser) -> None:
    open_form(jan, f"{DOSSIER}/rekeningnummer").send(jan, account="BE68 5390 0754 7034")
    open_form(jan, f"{DOSSIER}/rekeningnummer").send(jan, account="BE68 5390 0754 7034")
    assert told(jan) == [(APPLICANT, "rekeningnummer gewijzigd")]
    assert not [digits for digits in ("7034", JAN, DE_KADE) if digits in str(outbox(jan))]


def test_where_nobody_can_be_reached_it_is_said_why(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001")
    kiosk.dossier("KD-2021-0001", phase="submitted")
    kiosk.dossier("KD-2021-0001", phase="submitted", email_of=ELS)
    representative, applicant = outbox(browser)
    assert (applicant["email"], applicant["reason"]) == (None, "de aanvrager heeft nog geen e-mailadres")
    assert (representative["email"], "geen profiel" in representative["reason"]) == (None, True)
    browser.sign_in(claims())
    assert "niemand: de aanvrager heeft nog geen e-mailadres" in words(browser.get(DOSSIER))


def test_a_change_that_fails_sends_nothing(
    kiosk: KioskAlone, jan: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(connection: Connection, subject: str, change: object) -> None:
        raise RuntimeError(subject)

    form = open_form(jan, f"{DOSSIER}/rekeningnummer")
    monkeypatch.setattr(store.changes, "record", breaks)
    monkeypatch.setitem(kiosk.app.config, "PROPAGATE_EXCEPTIONS", False)
    assert form.send(jan, account="BE68 5390 0754 7034").status_code == 500
    assert outbox(jan) == []
    assert jan.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["account"] is None


def test_the_outbox_is_read_by_dossier_and_address_a_page_at_a_time_and_emptied(
    kiosk: KioskAlone, jan: Browser
) -> None:
    kiosk.dossier("KD-2021-0002", applicant=CIJFERWIJS)
    kiosk.dossier("KD-2021-0002", applicant=CIJFERWIJS, phase="submitted")
    for phase in ("submitted", "advice"):
        kiosk.dossier("KD-2021-0001", phase=phase)
    assert [one["dossier"] for one in outbox(jan)] == ["KD-2021-0001", "KD-2021-0001", "KD-2021-0002"]
    assert len(outbox(jan, dossier="KD-2021-0002")) == 1
    assert len(outbox(jan, email=APPLICANT)) == 2
    assert outbox(jan, email=APPLICANT, dossier="KD-2021-0002") == []
    assert [one["subject"][-9:] for one in outbox(jan, offset="1", limit="1")] == ["ingediend"]
    for query in ({"dossier": "1"}, {"email": "els\n@x"}, {"limit": "0"}, {"offset": "\0"}):
        assert jan.client.get("/_mock/messages", query_string=query, buffered=True).status_code == 400
    assert jan.tell("DELETE", "/_mock/messages").get_json() == {"removed": 3}
    assert outbox(jan) == []


def test_what_is_removed_with_a_dossier(kiosk: KioskAlone, jan: Browser) -> None:
    kiosk.dossier("KD-2021-0001", phase="submitted")
    jan.tell("DELETE", "/_mock/dossier/KD-2021-0001")
    kiosk.dossier("KD-2021-0001")
    assert outbox(jan) == []
    assert "Ingediend nog niet –" in words(jan.get(DOSSIER))


def test_the_letter_box_shows_everything_to_whoever_tests_on_every_day(
    kiosk: KioskAlone, browser: Browser
) -> None:
    kiosk.dossier("KD-2021-0001", title="<script>alert(1)</script>")
    kiosk.contact()
    kiosk.dossier("KD-2021-0001", title="<script>alert(1)</script>", phase="advice")
    kiosk.wall.pass_minutes(-24 * 60)
    page = browser.get("/brievenbus")
    assert (page.status_code, "<script>alert" in page.text) == (200, False)
    assert "Dossier KD-2021-0001: fase adviesfase" in words(page)
    for asked in ("KD-2021-0001", APPLICANT):
        assert "fase adviesfase" in words(browser.get("/brievenbus", zoek=asked))
    for asked in ("KD-2021-0002", "els@post.example", "' OR 1=1 --"):
        assert "Er ligt hier geen bericht" in words(browser.get("/brievenbus", zoek=asked))
    for query in ({"zoek": "\0"}, {"zoek": "x" * 201}, {"offset": "x"}):
        assert browser.get("/brievenbus", **query).status_code == 400


def test_the_way_of_a_dossier_shows_what_is_done_and_since_when(kiosk: KioskAlone, jan: Browser) -> None:
    kiosk.dossier("KD-2021-0001", phase="submitted", submitted_on="2021-04-27")
    kiosk.wall.pass_minutes(60)
    kiosk.dossier("KD-2021-0001", phase="advice", submitted_on="2021-04-27")
    way = "Ingediend voorbij 27 april 2021, 9.00 u. Ontvankelijkheid voorbij – Adviesfase nu 27 april 2021, "
    assert f"{way}10.00 u. Beslissing nog niet – Verantwoording nog niet –" in words(jan.get(DOSSIER))
    kiosk.dossier("KD-2021-0001", phase="preparation")
    assert "In voorbereiding nu 27 april 2021, 10.00 u. Ingediend nog niet –" in words(jan.get(DOSSIER))
    # Sent back, it passes them anew: what was known of the first time holds no more.
    kiosk.dossier("KD-2021-0001", phase="decision")
    assert "Ingediend voorbij – Ontvankelijkheid voorbij – Adviesfase voorbij –" in words(jan.get(DOSSIER))


def test_of_a_phase_that_was_put_there_only_the_day_of_submission_is_known(
    kiosk: KioskAlone, browser: Browser
) -> None:
    kiosk.dossier("KD-2021-0001", phase="decision", submitted_on="2021-02-01", type="permit")
    browser.sign_in(claims())
    way = words(browser.get(DOSSIER)).partition("Verloop van het dossier")[2]
    assert "Ingediend voorbij 1 februari 2021 Ontvankelijkheid voorbij –" in way
    assert "Beslissing nu –" in way
    assert "Verantwoording" not in way


@pytest.mark.parametrize("kind", ["recognition", "permit", "certificate"])
def test_only_a_subsidy_is_accounted_for(kiosk: KioskAlone, browser: Browser, kind: str) -> None:
    body = {"applicant": NOOR, "title": "x", "phase": "accounting"}
    refused = browser.tell("PUT", "/_mock/dossier/KD-2021-0001", {**body, "type": kind})
    assert (refused.status_code, refused.get_json()["code"]) == (400, "phase-not-of-type")
    kiosk.dossier("KD-2021-0001", applicant=NOOR, phase="accounting")


def test_two_dossiers_made_at_one_moment_get_two_numbers(
    kiosk: KioskAlone, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Both saw the same highest number, as two do that begin at one moment.
    monkeypatch.setattr(store.dossiers, "highest", lambda connection, year: None)
    with kiosk.visit() as visit:
        made = [Dossiers(visit).make(DE_KADE, "Twee keer", "subsidy").number for _ in range(2)]
    assert made == ["KD-2021-0001", "KD-2021-0002"]


@dataclass(frozen=True)
class Post:
    """A mail server that keeps what it gets, or breaks down."""

    got: list[Mail] = field(default_factory=list)
    fault: str = ""
    while_sending: Callable[[], object] = lambda: None

    def send(self, mail: Mail) -> None:
        """Take a mail, or say why not."""
        self.while_sending()
        if self.fault:
            raise NotSent(self.fault)
        self.got.append(mail)


def test_a_mail_server_gets_what_lies_in_the_outbox(kiosk: KioskAlone, jan: Browser) -> None:
    # What it is told of the dossier then, it finds written: the transaction is over.
    seen: list[object] = []

    def look() -> None:
        seen.append(jan.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["phase"])

    post = Post(while_sending=look)
    kiosk.house.mail = cast(MailServer, post)
    kiosk.dossier("KD-2021-0001", phase="submitted")
    (message,) = outbox(jan)
    assert post.got == [Mail("de aanvrager", APPLICANT, message["subject"], message["text"])]
    assert (message["fault"], seen) == (None, ["submitted"])


def test_a_mail_server_that_fails_changes_nothing_for_the_user(kiosk: KioskAlone, jan: Browser) -> None:
    tried: list[int] = []
    kiosk.house.mail = cast(
        MailServer, Post(fault="de mailserver slaapt", while_sending=lambda: tried.append(1))
    )
    form = open_form(jan, f"{DOSSIER}/rekeningnummer")
    assert form.send(jan, account="BE68 5390 0754 7034").status_code == 303
    assert jan.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["account"] == "BE68539007547034"
    assert [one["fault"] for one in outbox(jan)] == ["de mailserver slaapt"]
    for page in (jan.get(DOSSIER), jan.get("/brievenbus")):
        assert "niet verstuurd: de mailserver slaapt" in words(page)
    # Of several messages of one change the server is asked once.
    kiosk.dossier("KD-2021-0001", phase="submitted")
    assert ([one["fault"] for one in outbox(jan)], len(tried)) == (["de mailserver slaapt"] * 3, 2)


def test_where_nobody_can_be_reached_the_mail_server_is_left_alone(
    kiosk: KioskAlone, browser: Browser
) -> None:
    post = Post()
    kiosk.house.mail = cast(MailServer, post)
    kiosk.dossier("KD-2021-0001")
    kiosk.dossier("KD-2021-0001", phase="submitted")
    assert (post.got, [one["fault"] for one in outbox(browser)]) == ([], [None])
