"""The driver of IDM: persons, work relations and user rights, over its pages."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from steps.drivers.answer import Answer
from steps.drivers.sign_in import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mocks.cast import CastOrganisation, Personage
    from steps.drivers.browser import Browser, Page
    from steps.wires import Wire

CONTACT = {"phone": "+3212345678", "email": "iemand@post.example"}
CATEGORY = "Vaste Medewerker"


def on_screen(day: date) -> str:
    """Write a day as the screens do: dd/mm/jjjj."""
    return f"{day:%d/%m/%Y}"


@dataclass(frozen=True)
class IdmAnswer(Answer):
    """What a person saw in IDM.

    Attributes:
        failed: of each way to be local administrator the first check that does not hold, where the
            person asked why an organisation is not on offer.
    """

    failed: tuple[str, ...] = ()

    @property
    def reasons(self) -> frozenset[str]:
        """Every reason that the pages gave."""
        return frozenset({self.code, *self.failed} - {""})

    @property
    def status(self) -> str:
        """The status of the person's workflow."""
        return next((mark.data["status"] for mark in self.page.marked("status")), "")

    @property
    def rows(self) -> list[dict[str, str]]:
        """The rows of the table on the page, each with its cells under the titles of the columns."""
        rows: list[dict[str, str]] = []
        for mark in self.page.marked("label"):
            if not rows or mark.data["label"] in rows[-1]:
                rows.append({})
            rows[-1][mark.data["label"]] = " ".join(mark.text.split())
        return rows

    def is_about(self, person: Personage, family_name: str | None = None) -> bool:
        """Return whether the page shows this person, by the names of the register."""
        shown = f"Voornaam {person.given_name} Naam {family_name or person.family_name} "
        return shown in self.page.text

    def tells_the_register(self, person: Personage) -> bool:
        """Return whether the page shows all that comes from the register: names, birth date and sex."""
        sex = {"M": "M (man)", "F": "V (vrouw)"}[person.sex.value]
        born = f"Geboortedatum {on_screen(person.birth_date)} Geslacht {sex}"
        return self.is_about(person) and born in self.page.text

    def right(self, key: str) -> dict[str, str]:
        """Return the row of a user right of the person on the page; empty when it is not there."""
        name = self.name_of(key)
        found = [row for row in self.rows if row["Gebruikersrecht"].startswith(name)] if name else []
        return found[0] if found else {}

    def name_of(self, key: str) -> str:
        """Return what the page calls a right that the person has, or an empty text."""
        named = [mark for mark in self.page.marked("right") if f"-{key}-" in mark.data["right"]]
        return named[0].text.strip() if named else ""

    def offers(self, key: str) -> bool:
        """Return whether a right stands in the list to choose from."""
        return ("right", key) in self.page.options


class Errand:
    """What a person does on the pages, step by step; from the first refusal on, nothing more is done."""

    def __init__(self, wire: Wire, browser: Browser) -> None:
        """Go on from where ``browser`` is."""
        self._wire = wire
        self._browser = browser

    @property
    def page(self) -> Page:
        """The page in view."""
        return self._browser.page

    @property
    def answer(self) -> IdmAnswer:
        """What came of it."""
        return IdmAnswer(self.page)

    def open(self, path: str) -> Errand:
        """Go to a page, unless something was refused before."""
        if not self.answer.code:
            self._browser.open(self._wire.url("idm", path))
        return self

    def follow(self, label: str) -> Errand:
        """Follow a link, unless something was refused before."""
        if not self.answer.code:
            self._browser.follow(label)
        return self

    def press(self, label: str, **filled: Any) -> Errand:  # noqa: ANN401  # text, or texts of ticked boxes
        """Fill in and press a button, unless something was refused before."""
        if not self.answer.code:
            self._browser.press(label, **filled)
        return self

    def take(self, organisation: CastOrganisation) -> Errand:
        """Choose the organisation to work for; one that is not offered is asked all the same."""
        if not self.answer.code:
            choices = next(form for form in self.page.forms if form.action.endswith("/organisatie"))
            self._browser.send(choices, organisatie=organisation.code)
        return self


class Idm:
    """Persons at IDM: each in a browser of their own, in which they choose for whom they work."""

    def __init__(self, wire: Wire, browsers: Callable[[], Browser]) -> None:
        """Let nobody be signed in; ``browsers`` opens a browser for whoever comes."""
        self._wire = wire
        self._browsers = browsers
        self._seats: dict[str, Browser] = {}

    def organisations(self, person: Personage) -> Outcome:
        """Sign in and look at the organisations that one can work for."""
        page = self._seat(person).page
        return Outcome(page, offered=tuple(mark.data["choice"] for mark in page.marked("choice")))

    def work_for(self, actor: Personage, organisation: CastOrganisation) -> IdmAnswer:
        """Choose an organisation and arrive at the main page, or be refused and ask why."""
        answer = self._desk(actor, organisation).answer
        if not answer.code:
            return answer
        why = self._seat(actor).press("Toon waarom", nummer=organisation.code)
        failed = tuple(one.data["check"] for one in why.marked("check") if one.data["holds"] == "no")
        return IdmAnswer(answer.page, failed)

    def add(
        self,
        actor: Personage,
        organisation: CastOrganisation,
        number: str,
        *,
        confirm: bool = True,
    ) -> IdmAnswer:
        """Add the person with a number ("Nieuwe persoon toevoegen")."""
        errand = self._desk(actor, organisation).follow("Nieuwe persoon toevoegen")
        errand.press("Volgende", number=number).press("Volgende")
        return errand.press("Bevestigen").answer if confirm else errand.answer

    def couple(
        self,
        actor: Personage,
        organisation: CastOrganisation,
        person: Personage,
        *,
        confirm: bool = True,
        **typed: str,
    ) -> IdmAnswer:
        """Couple a person ("Koppel gebruiker aan organisatie"); ``typed`` replaces what is typed."""
        errand = self._person(actor, organisation, person).follow("Koppel gebruiker aan organisatie")
        errand.press("Volgende", category=CATEGORY).press("Volgende", **{**CONTACT, **typed})
        return errand.press("Bevestigen").answer if confirm else errand.answer

    def grant(
        self,
        actor: Personage,
        organisation: CastOrganisation,
        person: Personage,
        right: str,
        *,
        confirm: bool = True,
        contexts: tuple[str, ...] = (),
        **typed: str,
    ) -> IdmAnswer:
        """Grant a right ("Ken gebruikersrecht toe"); one that is not in the list is asked all the same."""
        errand = self._choosing(actor, organisation, person).press("Volgende", right=right)
        if contexts:
            errand.press("Voeg toe aan lijst", available=list(contexts))
        errand.press("Volgende", **typed)
        return errand.press("Bevestigen").answer if confirm else errand.answer

    def rights_on_offer(
        self, actor: Personage, organisation: CastOrganisation, person: Personage
    ) -> IdmAnswer:
        """Open the list of rights to choose from, for a person who is coupled."""
        return self._choosing(actor, organisation, person).answer

    def grant_quickly(
        self, actor: Personage, organisation: CastOrganisation, person: Personage, right: str
    ) -> IdmAnswer:
        """Grant a right from the tile "Snel recht toekennen", whether or not the person is known."""
        errand = self._desk(actor, organisation)
        tiles = [mark.text for mark in errand.page.marked("tile")]
        assert any("Snel recht toekennen" in tile for tile in tiles), errand.page.text
        errand.follow("Nieuw recht toekennen").press("Volgende", number=person.number.display)
        errand.press("Volgende", **CONTACT).press("Volgende", right=right)
        return errand.press("Volgende").press("Bevestigen").answer

    def revoke(
        self, actor: Personage, organisation: CastOrganisation, person: Personage, right: str
    ) -> IdmAnswer:
        """Revoke a right and confirm that."""
        errand = self._person(actor, organisation, person)
        name = errand.answer.name_of(right)
        return errand.follow(f"Trek in {name}").press("Bevestigen").answer

    def extend(
        self,
        actor: Personage,
        organisation: CastOrganisation,
        person: Personage,
        end: date,
        *,
        rights: bool = True,
    ) -> IdmAnswer:
        """Extend a work relation ("Verleng werkrelatie en gebruikersrechten"), with its rights or not."""
        errand = self._person(actor, organisation, person)
        errand.follow("Verleng werkrelatie en gebruikersrechten")
        errand.press("Volgende", end=on_screen(end), rights="ja" if rights else "nee")
        return errand.press("Bevestigen").answer

    def end(
        self, actor: Personage, organisation: CastOrganisation, person: Personage, end: date
    ) -> IdmAnswer:
        """Let a work relation end earlier ("Beëindig werkrelatie")."""
        errand = self._person(actor, organisation, person).follow("Beëindig werkrelatie")
        return errand.press("Volgende", end=on_screen(end)).press("Bevestigen").answer

    def person(
        self, actor: Personage, organisation: CastOrganisation, person: Personage, tab: str = ""
    ) -> IdmAnswer:
        """Look at a person; ``tab`` is the title of another tab than the first."""
        errand = self._person(actor, organisation, person)
        return errand.follow(tab).answer if tab else errand.answer

    def reload(self, actor: Personage, organisation: CastOrganisation, person: Personage) -> IdmAnswer:
        """Take the data of a person from the register again."""
        return self._person(actor, organisation, person).press("Herlaad data van Rijksregister").answer

    def export(self, actor: Personage, organisation: CastOrganisation) -> list[dict[str, str]]:
        """Return the lines of the list of all rights of the organisation."""
        errand = self._desk(actor, organisation).follow("Gebruikersrechten")
        errand.answer.accepted()
        errand.follow("Exporteer de rechten als CSV")
        return list(csv.DictReader(io.StringIO(errand.page.html.lstrip("\ufeff")), delimiter=";"))

    def _seat(self, person: Personage) -> Browser:
        """Return the browser of a person, at the choice of organisation."""
        if person.key not in self._seats:
            self._seats[person.key] = self._browsers()
            self._seats[person.key].open(self._wire.url("idm", "/aanmelden"), mock_persona=person.key)
        self._seats[person.key].open(self._wire.url("idm", "/organisatie"))
        return self._seats[person.key]

    def _desk(self, actor: Personage, organisation: CastOrganisation) -> Errand:
        """Return an errand at the main page of an organisation, or where its choice was refused."""
        return Errand(self._wire, self._seat(actor)).take(organisation)

    def _person(self, actor: Personage, organisation: CastOrganisation, person: Personage) -> Errand:
        return self._desk(actor, organisation).open(f"/personen/{person.number}")

    def _choosing(self, actor: Personage, organisation: CastOrganisation, person: Personage) -> Errand:
        """Return an errand at the list of rights; without a work relation its address is typed."""
        errand = self._person(actor, organisation, person)
        if any(text == "Ken gebruikersrecht toe" for text, _ in errand.page.links):
            return errand.follow("Ken gebruikersrecht toe")
        return errand.open(f"/werkrelaties/{person.number}-{organisation.code}-1/recht")
