"""E-lokets by integration file alone, through the whole federation: who is admitted, switching, leaving."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
import requests

from mocks.pytest_plugin import FederationInTest

OTHER, WSE, OWN = "e-loketondernemers", "wse-loket", "mijn-eloket"
EXAMPLE = Path(__file__).parents[4] / "docs" / "examples" / "mijn-eloket.yaml"


class Visitor:
    """Somebody's browser at the e-lokets."""

    def __init__(self, federation: FederationInTest) -> None:
        self.federation = federation
        self.session = requests.Session()
        self.session.headers["Accept"] = "text/html"

    def get(self, path: str, **query: str) -> requests.Response:
        """Open a page, and go where it leads."""
        return self.session.get(self.federation.url("eloket", path), params=query, timeout=10)

    def sign_in(self, at: str, persona: str, **query: str) -> requests.Response:
        """Sign in without ACM's pages."""
        return self.get(f"/{at}/aanmelden", mock_persona=persona, **query)

    def press(self, page: requests.Response, path: str) -> requests.Response:
        """Press the button of a form on a page."""
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
        assert token is not None
        assert f'action="{path}"' in page.text
        url = self.federation.url("eloket", path)
        return self.session.post(url, data={"csrf_token": token[1]}, timeout=10)


@pytest.fixture
def visitor(federation: FederationInTest) -> Visitor:
    """Give a browser in which nobody is signed in."""
    return Visitor(federation)


def words(page: requests.Response) -> str:
    """Return what a page says, without its markup."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.text)))


def claim(page: requests.Response, name: str) -> str:
    """Return the value of a claim that a page shows."""
    found = re.search(rf" {name} (\S+)", words(page))
    assert found is not None, words(page)
    return found[1]


def register(federation: FederationInTest, text: str) -> requests.Response:
    """Register an e-loket by its integration file."""
    url = federation.url("acm", "/_mock/clients")
    return requests.post(url, data=text.encode(), headers={"Content-Type": "application/yaml"}, timeout=10)


@pytest.mark.parametrize("at", [OTHER, WSE])
def test_the_legal_representative_is_admitted_by_kbo(visitor: Visitor, at: str) -> None:
    de_kade = visitor.federation.number("de-kade")
    page = visitor.sign_in(at, "jan", mock_identity=f"EA:{de_kade}")
    assert page.status_code == 200
    assert page.url.endswith(f"/{at}/binnen")
    assert "Theater De Kade vzw" in words(page)
    assert "als wettelijk vertegenwoordiger" in words(page)
    assert claim(page, "wv_orgcode") == f'"{de_kade}"'


@pytest.mark.parametrize("at", [OTHER, WSE])
def test_an_employee_is_refused_whatever_right_he_has(visitor: Visitor, at: str) -> None:
    page = visitor.sign_in(at, "els", mock_identity=f"EA:{visitor.federation.number('de-kade')}")
    assert page.status_code == 403
    assert 'data-code="sign-in-refused"' in page.text
    assert "access_denied" in page.text
    assert visitor.get(f"/{at}/binnen").url != visitor.federation.url("eloket", f"/{at}/binnen")


def test_how_old_a_proof_may_be_goes_along_to_acm(visitor: Visitor) -> None:
    who = {"mock_identity": f"EA:{visitor.federation.number('de-kade')}"}
    proved = visitor.sign_in(OTHER, "jan", max_age="60", **who)
    assert claim(proved, "auth_time") == str(int(visitor.federation.now.timestamp()))
    assert "auth_time" not in words(visitor.sign_in(OTHER, "jan", **who))


def test_a_prompt_that_acm_refuses_is_told(visitor: Visitor) -> None:
    page = visitor.get(f"/{OTHER}/aanmelden", prompt="none")
    assert page.status_code == 403
    assert "login_required" in page.text


def test_another_e_loket_stays_open_after_signing_out(visitor: Visitor) -> None:
    who = {"mock_identity": f"EA:{visitor.federation.number('de-kade')}"}
    visitor.sign_in(WSE, "jan", **who)
    inside = visitor.sign_in(OTHER, "jan", **who)
    out = visitor.press(inside, f"/{OTHER}/afmelden")
    assert "U bent afgemeld" in words(out)
    assert visitor.get(f"/{WSE}/binnen").url.endswith(f"/{WSE}/binnen"), "its own session lasts"
    assert "/op/" in visitor.get(f"/{OTHER}/binnen").url, "here one must sign in anew"


def test_switching_leaves_the_other_e_loket_alone(visitor: Visitor) -> None:
    who = {"mock_identity": f"EA:{visitor.federation.number('de-kade')}"}
    visitor.sign_in(WSE, "jan", **who)
    inside = visitor.sign_in(OTHER, "jan", **who)
    visitor.press(inside, f"/{OTHER}/wisselen")
    assert visitor.get(f"/{WSE}/binnen").url.endswith(f"/{WSE}/binnen")


def test_a_session_lasts_as_long_as_its_token(visitor: Visitor) -> None:
    visitor.sign_in(OTHER, "jan", mock_identity=f"EA:{visitor.federation.number('de-kade')}")
    visitor.federation.step(timedelta(minutes=59))
    assert visitor.get(f"/{OTHER}/binnen").url.endswith("/binnen")
    visitor.federation.step(timedelta(minutes=1))
    assert "/op/" in visitor.get(f"/{OTHER}/binnen").url


def test_a_session_of_one_e_loket_opens_no_other(visitor: Visitor) -> None:
    visitor.sign_in(OTHER, "jan", mock_identity=f"EA:{visitor.federation.number('de-kade')}")
    assert "Naar wie aangemeld is" in words(visitor.get(f"/{OTHER}/"))
    assert "Naar wie aangemeld is" not in words(visitor.get(f"/{WSE}/"))


def test_one_file_gives_an_own_e_loket_at_run_time(visitor: Visitor) -> None:
    assert visitor.get(f"/{OWN}/").status_code == 404
    assert register(visitor.federation, EXAMPLE.read_text(encoding="utf-8")).status_code == 201
    assert "Mijn e-loket" in words(visitor.get("/"))
    page = visitor.sign_in(OWN, "jan", mock_identity="BUR", mock_key="eid")
    assert "als zichzelf" in words(page)


def test_an_own_e_loket_that_takes_only_an_eid_refuses_another_key(visitor: Visitor) -> None:
    register(visitor.federation, EXAMPLE.read_text(encoding="utf-8"))
    page = visitor.sign_in(OWN, "jan", mock_identity="BUR", mock_key="itsme")
    assert page.status_code == 403


def test_a_wrong_file_is_refused_with_what_is_wrong(visitor: Visitor) -> None:
    wrong = EXAMPLE.read_text(encoding="utf-8").replace("keys: [eid]", "keys: [zegel]")
    answer = register(visitor.federation, wrong)
    assert answer.status_code == 400
    assert "keys" in answer.json()["detail"]


@pytest.mark.parametrize("name", ["niets", "kiosk", "idm", "eigen-eloket", "\0", "%ff"])
def test_no_other_client_stands_here(visitor: Visitor, name: str) -> None:
    page = visitor.get(f"/{name}/")
    assert page.status_code == 404
    assert "Hier staat geen e-loket" in words(page)


def test_an_answer_that_nobody_asked_for_is_refused(visitor: Visitor) -> None:
    page = visitor.get(f"/{OTHER}/aanmelden/callback", state="x", code="y")
    assert page.status_code == 400
    assert 'data-code="unknown-sign-in"' in page.text
