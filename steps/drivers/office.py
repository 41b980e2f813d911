"""The driver of the desks: registration office, ondernemingsloket, and the letter that one takes home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    import requests

    from mocks.cast import Personage
    from steps.wires import Wire

LAST_YEAR = "2020-04-26"
IN_YEARS = "2029-01-01"
EMAIL = "iemand@post.example"
ENTERPRISE = {
    "name": "Tidewater Training Ltd",
    "country": "IE",
    "register_number": "612345",
    "street": "South Mall",
    "house_number": "14",
    "postcode": "T12",
    "municipality": "Cork",
    "begin": "2021-03-01",
}


@dataclass(frozen=True)
class Served:
    """What a desk or CSAM answered.

    Attributes:
        members: the JSON of the answer.
        ok: whether it was done.
        new: whether something came to be.
    """

    members: dict[str, Any]
    ok: bool
    new: bool

    @property
    def code(self) -> str:
        """Why it was refused, or an empty text."""
        return "" if self.ok else str(self.members["code"])

    def done(self) -> Served:
        """Return this, for an act that has to succeed before the scenario can begin.

        Raises:
            AssertionError: when it was refused.
        """
        assert self.ok, self.members
        return self


@dataclass(frozen=True)
class Office:
    """Goes to the desks for people, over their APIs."""

    wire: Wire
    session: requests.Session

    def ask_a_number(
        self, person: Personage, *, passport_of: Personage | None = None, valid: bool = True
    ) -> Served:
        """Ask a BIS number at the registration office, with a passport."""
        return self._post(
            "rijksregister",
            "/api/v1/bis-numbers",
            given_name=person.given_name,
            family_name=person.family_name,
            birth_date=person.birth_date.isoformat(),
            document=_passport(passport_of or person, IN_YEARS if valid else LAST_YEAR),
            email=EMAIL,
        )

    def ask_a_code(self, person: Personage, *lost: str) -> Served:
        """Ask a new activation code, and say which keys got lost."""
        return self._post(
            "rijksregister",
            "/api/v1/activation-codes",
            insz=str(person.number),
            document=_passport(person, IN_YEARS),
            email=EMAIL,
            lost=list(lost),
        )

    def replace_by_a_second(self, person: Personage) -> Served:
        """Let a second BIS number of the same person take the place of the first."""
        second = self._post(
            "rijksregister",
            "/api/v1/bis-numbers",
            given_name=person.given_name,
            family_name=person.family_name,
            birth_date=person.birth_date.isoformat(),
            document={**_passport(person, IN_YEARS), "number": "SECOND"},
            email=EMAIL,
            another_person=True,
        ).done()
        numbers = {"old": str(person.number), "new": second.members["insz"]}
        return self._post("rijksregister", "/api/v1/merges", **numbers)

    def register_nationally(self, person: Personage) -> Served:
        """Let a national number take the place of a BIS number."""
        asked = {"bis_number": str(person.number), "sex": person.sex.value, "email": EMAIL}
        return self._post("rijksregister", "/api/v1/national-numbers", **asked)

    def register_enterprise(self, representative: str) -> Served:
        """Let an ondernemingsloket register a foreign enterprise."""
        return self._post("kbo", "/api/v1/enterprises", **ENTERPRISE, representative=representative)

    def functions_in(self, enterprise: str) -> list[dict[str, Any]]:
        """Return the functions in an enterprise, as KBO's API tells them."""
        url = self.wire.url("kbo", f"/api/v1/enterprises/{enterprise}/functions")
        return list(self.session.get(url).json()["functions"])

    def give_code(self, person: Personage, issued_on: date) -> None:
        """Let somebody have a letter of a day."""
        url = self.wire.url("csam", f"/_mock/activation-code/{person.number}")
        sent = self.session.put(url, json={"email": EMAIL, "issued_on": issued_on.isoformat()})
        assert sent.ok, sent.text

    def give_codes_to_who_has_none(self, issued_on: date, *people: Personage) -> None:
        """Let each of these people have a letter, a new one only where there is none."""
        for person in people:
            if not self.letters(person):
                self.give_code(person, issued_on)

    def letters(self, person: Personage) -> list[dict[str, Any]]:
        """Return the letters of a person, the newest first."""
        found = self.session.get(self.wire.url("csam", f"/_mock/mail/{person.number}"))
        return list(found.json()["mail"]) if found.ok else []

    def activate(
        self, person: Personage, kind: str, *, code_of: Personage | None = None, letter: int = 0
    ) -> Served:
        """Activate a key with a letter of one's own, or with the code of somebody else's; and confirm it."""
        own = self.letters(person)[letter]
        code = self.letters(code_of)[0]["code"] if code_of is not None else own["code"]
        asked = {"link": own["link"], "code": code, "kind": kind}
        if kind == "sms":
            asked["phone"] = "+32 470 00 00 01"
        begun = self._post("csam", "/api/v1/activations", **asked)
        if not begun.ok:
            return begun
        waiting = self.session.get(self.wire.url("csam", f"/_mock/phone/{person.number}")).json()["messages"]
        return self._post("csam", "/api/v1/activations", **asked, proof={"code": waiting[0]["code"]})

    def type_wrong(self, person: Personage) -> Served:
        """Type a wrong code behind the link."""
        link = self.letters(person)[0]["link"]
        return self._post("csam", "/api/v1/activations", link=link, code="AAAA-AAAA-AAAA", kind="app")

    def _post(self, system: str, path: str, **members: Any) -> Served:  # noqa: ANN401  # JSON members
        answer = self.session.post(self.wire.url(system, path), json=members)
        return Served(answer.json(), answer.ok, answer.status_code == 201)


def _passport(person: Personage, valid_until: str) -> dict[str, str]:
    number = f"PN{person.number[:6]}"
    return {"kind": "passport", "country": "IE", "number": number, "valid_until": valid_until}
