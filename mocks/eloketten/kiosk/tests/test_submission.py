"""Submitting a dossier: once, complete, before nobody else did; and what it says afterwards."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

import pytest

from mocks.eloketten.kiosk.backend import Submissions
from mocks.eloketten.kiosk.domain.applicants import applicant_of
from mocks.eloketten.kiosk.errors import AlreadySubmitted, OutdatedForm
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.forms import open_form
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, DE_KADE, JAN, claims, employee

DOSSIER = "/dossiers/KD-2021-0001"
SCREEN = f"{DOSSIER}/indienen"
ACCOUNT = "BE68539007547034"
ELS = "85031900072"


@pytest.fixture
def jan(kiosk: KioskAlone, browser: Browser) -> Browser:
    """Let Jan be signed in for De Kade, with a dossier that can be submitted."""
    kiosk.dossier("KD-2021-0001", account=ACCOUNT)
    kiosk.contact()
    browser.sign_in(claims())
    return browser


def outbox(browser: Browser, **query: str) -> list[dict[str, str]]:
    """Return the messages in the outbox, the newest first."""
    answer = browser.client.get("/_mock/messages", query_string=query, buffered=True)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, str]] = answer.get_json()["messages"]
    return found


def test_a_complete_dossier_is_submitted_on_the_day_of_the_world(jan: Browser) -> None:
    screen = words(jan.get(SCREEN))
    assert "Wat er nog ontbreekt" not in screen
    assert "Berichten gaan naar info@de-kade.example" in screen
    answer = open_form(jan, SCREEN).send(jan)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/kiosk{DOSSIER}?ingediend=1")
    page = words(jan.get(DOSSIER, ingediend="1"))
    assert "Het dossier is ingediend op 27 april 2021" in page
    assert "Fase Ingediend Ingediend op 27 april 2021" in page
    assert "Fase: In voorbereiding → Ingediend." in page
    kept = jan.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()
    assert (kept["phase"], kept["submitted_on"]) == ("submitted", "2021-04-27")
    (message,) = outbox(jan)
    assert (message["email"], message["subject"]) == (
        "info@de-kade.example",
        "Dossier KD-2021-0001: ingediend",
    )


def test_what_is_missing_is_said_with_the_way_to_fill_it_in(kiosk: KioskAlone, browser: Browser) -> None:
    kiosk.dossier("KD-2021-0001", email_of=ELS)
    browser.sign_in(claims())
    form = open_form(browser, SCREEN)
    for page in (browser.get(SCREEN), form.send(browser)):
        for place in ("/contactgegevens", f"{DOSSIER}/rekeningnummer", f"{DOSSIER}/e-mailadres"):
            assert f'<li><a href="/kiosk{place}">' in page.text
    answer = form.send(browser)
    assert (answer.status_code, 'data-code="not-complete"' in answer.text) == (409, True)
    assert browser.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["phase"] == "preparation"
    assert outbox(browser) == []


@pytest.mark.parametrize("kind", ["recognition", "permit", "certificate"])
def test_only_a_subsidy_needs_an_account_number(kiosk: KioskAlone, jan: Browser, kind: str) -> None:
    kiosk.dossier("KD-2021-0001", type=kind)
    assert open_form(jan, SCREEN).send(jan).status_code == 303


@pytest.mark.parametrize("phase", ["submitted", "admissibility", "closed"])
def test_what_is_not_in_preparation_is_not_submitted(kiosk: KioskAlone, jan: Browser, phase: str) -> None:
    form = open_form(jan, SCREEN)
    kiosk.dossier("KD-2021-0001", phase=phase, account=ACCOUNT, submitted_on="2021-04-01")
    assert "is ingediend op 1 april 2021" in words(jan.get(SCREEN))
    answer = form.send(jan)
    assert (answer.status_code, 'data-code="already-submitted"' in answer.text) == (409, True)
    assert jan.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["phase"] == phase


def test_pressing_twice_submits_once(jan: Browser) -> None:
    form = open_form(jan, SCREEN)
    assert [form.send(jan).status_code for _ in range(2)] == [303, 409]
    assert len(outbox(jan)) == 1


def test_what_somebody_changed_meanwhile_is_seen_before_it_goes(kiosk: KioskAlone, jan: Browser) -> None:
    form = open_form(jan, SCREEN)
    kiosk.dossier("KD-2021-0001", title="Een andere titel", account=ACCOUNT)
    answer = form.send(jan)
    assert (answer.status_code, 'data-code="outdated-form"' in answer.text) == (409, True)
    assert "Titel Een andere titel" in words(answer)
    assert jan.tell("GET", "/_mock/dossier/KD-2021-0001").get_json()["phase"] == "preparation"
    assert open_form(jan, SCREEN).send(jan).status_code == 303


def test_a_form_of_another_sign_in_submits_nothing(kiosk: KioskAlone, jan: Browser) -> None:
    form = open_form(jan, SCREEN)
    kiosk.acm.next = employee(given_name="Els", family_name="Maes", rrn=ELS)
    jan.sign_in(kiosk.acm.next)
    answer = form.send(jan)
    assert (answer.status_code, 'data-code="other-sign-in"' in answer.text) == (409, True)


def test_the_dossier_of_another_applicant_is_not_submitted(kiosk: KioskAlone, jan: Browser) -> None:
    kiosk.dossier("KD-2021-0002", applicant=CIJFERWIJS, type="permit")
    form = open_form(jan, SCREEN)
    form.path = "/dossiers/KD-2021-0002/indienen"
    assert form.send(jan).status_code == 404
    assert jan.get(form.path).status_code == 404


def test_a_version_that_is_none_is_refused(jan: Browser) -> None:
    form = open_form(jan, SCREEN)
    for version in ("", "\x00", "x" * 9000, "\udcff", "<script>", "1" * 30):
        answer = form.send(jan, version=version.encode("utf-8", "surrogateescape").decode("latin-1"))
        assert (answer.status_code, 'data-code="incomplete-form"' in answer.text) == (400, True)


@dataclass(frozen=True)
class Together:
    """Several representatives who submit the same dossier at one moment."""

    kiosk: KioskAlone
    number: int = 4

    def submit(self) -> Counter[str]:
        ready = Barrier(self.number)

        def one(_: int) -> str:
            with self.kiosk.visit() as visit:
                ready.wait(30)
                try:
                    Submissions(visit).submit(applicant_of(claims()), "KD-2021-0001", {"version": "1"})
                except (AlreadySubmitted, OutdatedForm):
                    return "refused"
                return "submitted"

        with ThreadPoolExecutor(self.number) as pool:
            return Counter(pool.map(one, range(self.number), timeout=60))


def test_of_several_at_once_one_submits_and_one_message_goes(shared: KioskAlone) -> None:
    shared.dossier("KD-2021-0001", account=ACCOUNT)
    shared.contact()
    assert Together(shared).submit() == {"submitted": 1, "refused": 3}
    assert len(outbox(Browser(shared))) == 1
    assert [one["dossier"] for one in outbox(Browser(shared), email="info@de-kade.example")] == [
        "KD-2021-0001"
    ]
    assert DE_KADE not in str(outbox(Browser(shared)))
    assert JAN not in str(outbox(Browser(shared)))
