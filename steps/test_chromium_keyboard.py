"""The employee of De Kade keeps a dossier in KIOSK with the keyboard alone, in Dutch and in French.

On a phone, magnified on a desk, and magnified on a phone: what a browser shows at 200 % is what it shows in
half the width with twice the pixels.  Nothing is clicked, and no page has a script.

*Bron*: directive (EU) 2016/2102, of which the webinar speaks; WCAG 2.1, success criteria 1.4.10, 2.1.1 and
2.4.7.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import requests

from steps.chromium import SCREENS, needs_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium

SIGN_IN = "/kiosk/aanmelden?mock_persona=els&mock_key=eid&mock_identity=EA:0110041748"
MOST_TABS = 60
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const label = at.labels && at.labels.length ? at.labels[0].innerText : at.innerText;
  const style = getComputedStyle(at);
  return {text: (label || "").trim(), value: at.value || "", kind: at.type || at.tagName.toLowerCase(),
          ring: parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none"};
}"""


@dataclass(frozen=True)
class View:
    """A window, and how much is magnified in it.

    Attributes:
        width: of the window, in pixels.
        zoom: 2 is 200 %.
    """

    width: int
    zoom: int


VIEWS = {"phone": View(360, 1), "desk-magnified": View(1280, 2), "phone-magnified": View(360, 2)}

WORDS = {
    "nl": {
        "overview": "Dossieroverzicht",
        "profile": "Mijn profiel",
        "contact_person": "Contactpersoon wijzigen",
        "email": "E-mailadres wijzigen",
        "account": "Rekeningnummer wijzigen",
        "field": "Rekeningnummer",
        "mobile": "Mobiel nummer",
        "save": "Bewaren",
        "saved": "De wijziging is bewaard.",
        "kept": "Uw profiel is bewaard.",
        "representative": "Jan Peeters (vertegenwoordiger)",
    },
    "fr": {
        "overview": "Aperçu des dossiers",
        "profile": "Mon profil",
        "contact_person": "Modifier : Personne de contact",
        "email": "Modifier : Adresse e-mail",
        "account": "Modifier : Numéro de compte",
        "field": "Numéro de compte",
        "mobile": "Numéro de mobile",
        "save": "Enregistrer",
        "saved": "La modification est enregistrée.",
        "kept": "Votre profil est enregistré.",
        "representative": "Jan Peeters (représentant)",
    },
}


class Keyboard:
    """Somebody who has no mouse."""

    def __init__(self, page: Page, view: str, language: str) -> None:
        """Sit down at a page."""
        self.page = page
        self._name = f"toetsenbord-{language}-{view}"

    def reach(self, text: str, kind: str | None = None) -> None:
        """Press Tab until what has the focus says this; where the focus is must be seen at every stop."""
        passed = []
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            at = self.page.evaluate(FOCUSED)
            if at is None:
                continue
            passed.append(at["text"] or at["kind"])
            assert at["ring"], f"nobody sees that the focus is on ‘{passed[-1]}’"
            if at["text"].startswith(text) and kind in {None, at["kind"]}:
                return
        raise AssertionError(f"Tab does not lead to ‘{text}’ but to {passed}")

    def press(self, text: str) -> None:
        """Go to a link or a button, and press Enter."""
        self.reach(text)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.fits()

    def fill_in(self, label: str, text: str) -> None:
        """Go to a field, and type over what stands there."""
        self.reach(label)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, text: str) -> None:
        """Go to a group of radio buttons, and press the arrow until one says this."""
        self.page.keyboard.press("Tab")
        while self.page.evaluate(FOCUSED)["kind"] != "radio":
            self.page.keyboard.press("Tab")
        for _ in range(MOST_TABS):
            if text in self.page.evaluate(FOCUSED)["text"]:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to ‘{text}’")

    def fits(self) -> None:
        """Check that nothing sticks out sideways."""
        over = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert over == 0, f"{self.page.url} is {over} pixels too wide"

    def look(self, what: str) -> None:
        """Keep a picture of the page."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENS / f"{self._name}-{what}.png", full_page=True)


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> str:
    """Give the name of a window."""
    return str(request.param)


@pytest.fixture(params=WORDS)
def language(request: pytest.FixtureRequest) -> str:
    """Give a language."""
    return str(request.param)


@pytest.fixture
def els(chromium: Browser, live_server: str, view: str, language: str) -> Iterator[Keyboard]:
    """Let Els be signed in, in a world as it was made, with the language chosen."""
    assert requests.post(f"{live_server}/_mock/reset", timeout=30).status_code == 200
    window = VIEWS[view]
    context = chromium.new_context(
        viewport={"width": window.width // window.zoom, "height": 800 // window.zoom},
        device_scale_factor=window.zoom,
        java_script_enabled=False,
        base_url=live_server,
    )
    keyboard = Keyboard(context.new_page(), view, language)
    keyboard.page.goto(SIGN_IN)
    if language != "nl":
        keyboard.press(language.upper())
    yield keyboard
    context.close()


def test_an_employee_changes_a_dossier_and_the_profile_with_the_keyboard(
    els: Keyboard, language: str
) -> None:
    words, main = WORDS[language], els.page.locator("main")
    els.press(words["overview"])
    els.look("overzicht")
    els.press("KD-2021-0001")
    els.look("dossier")

    els.press(words["contact_person"])
    els.choose(words["representative"])
    els.look("contactpersoon")
    els.press(words["save"])
    assert words["saved"] in main.inner_text()
    assert words["representative"] in main.inner_text()

    els.press(words["email"])
    els.choose(words["representative"])
    els.press(words["save"])
    assert words["saved"] in main.inner_text()

    els.press(words["account"])
    els.fill_in(words["field"], "BE68 5390 0754 7035")
    els.press(words["save"])
    assert "BE68 5390 0754 7035" in main.inner_text()
    els.look("rekeningnummer-fout")
    els.fill_in(words["field"], "BE68 5390 0754 7034")
    els.press(words["save"])
    assert words["saved"] in main.inner_text()
    assert "BE68 5390 0754 7034" in main.inner_text()
    els.look("dossier-gewijzigd")

    els.press(words["profile"])
    els.fill_in(words["mobile"], "0470 12 34 56")
    els.press(words["save"])
    assert words["kept"] in main.inner_text()
    els.look("profiel")


def test_a_window_in_which_nothing_can_be_reached_is_noticed(els: Keyboard) -> None:
    with pytest.raises(AssertionError, match="Tab does not lead to ‘Nergens’"):
        els.reach("Nergens")
