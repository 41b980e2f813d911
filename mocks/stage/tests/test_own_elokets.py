"""The pages of one's own e-loket: a file is pasted or sent along, played, and removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
import requests

from mocks.core.wire.backchannel import Answer
from mocks.federation import Federation
from mocks.pytest_plugin import FederationInTest
from mocks.settings import Settings
from mocks.tests.door import PAGE, knock

FILE = Path("docs/examples/mijn-eloket.yaml").read_text(encoding="utf-8")
PAGES = "https://proefloket.test/eigen-eloket"


class Developer:
    """A developer with a browser, at the pages of one's own e-loket."""

    def __init__(self) -> None:
        self.browser = requests.Session()
        self.page = self.browser.get(PAGES, timeout=10)

    @property
    def words(self) -> str:
        """What the page in view says."""
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", self.page.text)))

    def send(self, path: str = "", upload: bytes | None = None, **fields: str) -> requests.Response:
        """Send the form of the page in view."""
        (token, *_) = re.findall(r'name="csrf_token" value="([^"]*)"', self.page.text)
        files = {"upload": ("mijn.yaml", upload)} if upload is not None else None
        self.page = self.browser.post(
            PAGES + path, data={"csrf_token": token, **fields}, files=files, timeout=10
        )
        return self.page

    def open(self, path: str = "") -> requests.Response:
        """Go to one of the pages."""
        self.page = self.browser.get(PAGES + path, timeout=10)
        return self.page


@pytest.fixture
def developer(federation: FederationInTest) -> Iterator[Developer]:
    """Give a developer in a world of the test's own."""
    assert federation.world
    developer = Developer()
    yield developer
    developer.browser.close()


def test_a_pasted_file_is_registered_and_played(developer: Developer) -> None:
    shown = developer.send(file=FILE.replace("\n", "\r\n"))
    assert (shown.status_code, shown.url) == (200, f"{PAGES}/mijn-eloket")
    assert "‘mijn-eloket’ is geregistreerd" in developer.words
    (door,) = re.findall(r'href="([^"]*)"[^>]*>Open het e-loket', shown.text)
    assert developer.browser.get(unescape(door), timeout=10).status_code == 200
    assert 'href="/eigen-eloket/mijn-eloket"' in developer.open().text


def test_one_click_signs_a_personage_in(developer: Developer) -> None:
    developer.send(file=FILE)
    doors = [unescape(one) for one in re.findall(r'href="([^"]*mock_persona=jan[^"]*)"', developer.page.text)]
    (organisation,) = [one for one in doors if "mock_identity=EA" in one]
    inside = developer.browser.get(organisation, timeout=10)
    assert (inside.status_code, "Theater De Kade vzw" in inside.text) == (200, True)


def test_a_file_that_is_sent_along_goes_before_what_was_pasted(developer: Developer) -> None:
    developer.send(upload=FILE.replace("mijn-eloket", "ander").encode(), file="onzin")
    assert developer.page.url == f"{PAGES}/ander"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Plak een integratiedossier"),
        ("a: [b", "geen YAML"),
        ("- a", "geen lijst van velden"),
        (FILE + "kleur: <b>blauw</b>\n", "kleur"),
        (FILE.replace("client_id: mijn-eloket", "client_id: kiosk"), "hoort bij Proefloket"),
        (FILE.replace("name: Mijn e-loket Gebruiker", "name: KIOSK Aanvrager"), "KIOSKAanvrager"),
        ("a: " + "x" * 70_000, "64 kB"),
        ("a: \0", "geen YAML"),
    ],
)
def test_a_wrong_file_comes_back_as_it_was_typed_with_the_sentence_at_the_field(
    developer: Developer, text: str, said: str
) -> None:
    shown = developer.send(file=text)
    assert shown.status_code in {400, 409}
    (error,) = re.findall(r'id="field-file-error">(.*?)</p>', shown.text, re.DOTALL)
    assert said in unescape(error)
    (kept,) = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", shown.text, re.DOTALL)
    assert unescape(kept) == text
    assert "Er is nog geen eigen e-loket" in developer.words


def test_a_file_that_is_no_text_is_refused_and_what_was_typed_stays(developer: Developer) -> None:
    shown = developer.send(upload=b"\xff\xfe\x00", file="client_id: half\n")
    assert (shown.status_code, "geen tekst in UTF-8" in developer.words) == (400, True)
    assert "client_id: half" in shown.text


def test_an_own_eloket_is_removed(developer: Developer) -> None:
    developer.send(file=FILE)
    developer.open("/mijn-eloket")
    shown = developer.send("/mijn-eloket/verwijderen")
    assert (shown.url, "is verwijderd" in developer.words) == (PAGES, True)
    assert developer.open("/mijn-eloket").status_code == 404


def test_what_came_with_proefloket_is_neither_listed_nor_removed(developer: Developer) -> None:
    assert 'href="/eigen-eloket/kiosk"' not in developer.page.text
    assert developer.send("/kiosk/verwijderen").status_code == 404


def test_a_form_without_its_token_changes_nothing(developer: Developer) -> None:
    assert developer.browser.post(PAGES, data={"file": FILE}, timeout=10).status_code == 400
    developer.open()
    assert "Er is nog geen eigen e-loket" in developer.words


def test_an_eloket_that_is_not_played_says_why(developer: Developer) -> None:
    developer.send(file=FILE.replace('  - "{eloket}/mijn-eloket/aanmelden/callback"\n', ""))
    assert "Proefloket speelt de pagina's van dit e-loket niet" in developer.words
    assert "alleen uw eigen programma" in developer.open().text


def test_the_dashboard_leads_here(developer: Developer) -> None:
    assert 'href="/eigen-eloket"' in developer.browser.get("https://proefloket.test/", timeout=10).text


class Outsider:
    """A browser at a server that others can reach, which asks its control token."""

    def __init__(self) -> None:
        settings = Settings(url="http://127.0.0.1:8600", control_token="het-token")  # of a test
        self.federation = Federation(settings)
        answer = knock(self.federation, "/eigen-eloket", headers=PAGE)
        self.html = answer.body.decode()
        self.cookie = str(answer.header("Set-Cookie"))

    def send(self, **fields: str) -> Answer:
        """Register a file."""
        (token,) = re.findall(r'name="csrf_token" value="([^"]*)"', self.html)
        form = {"csrf_token": token, "file": FILE, **fields}
        headers = {
            **PAGE,
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": self.cookie.partition(";")[0],
        }
        body = urlencode(form).encode()
        return knock(self.federation, "/eigen-eloket", "POST", headers=headers, body=body)


def test_a_server_that_others_reach_asks_its_control_token() -> None:
    outsider = Outsider()
    assert "Controletoken" in outsider.html
    for given in ({}, {"token": "verkeerd"}, {"token": "é"}):
        refused = outsider.send(**given)
        assert refused.status == 401
        assert "bij het starten van Proefloket staat" in refused.body.decode()
        assert "client_id: mijn-eloket" in refused.body.decode(), "what was typed stays"
    assert outsider.send(token="het-token").status == 303  # of a test


def test_the_cookie_of_the_stage_goes_to_these_pages_only() -> None:
    assert "Path=/eigen-eloket" in Outsider().cookie
