"""An e-loket of one's own: its file makes a right grantable in IDM and a mandate concludable in SSM."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from mocks.core.tokens import unverified
from mocks.federation import Federation
from mocks.tests.door import PAGE, knock

FILE = Path("docs/examples/mijn-eloket.yaml").read_text(encoding="utf-8")
YAML = {"Content-Type": "application/yaml"}
CALLBACK = "http://127.0.0.1:9000/callback"
RIGHT = "mijn-eloket-recht"

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Place:
    """A world in which the example file is, or is to be, registered."""

    federation: Federation
    world: str

    def ask(self, path: str, method: str = "GET", body: object = None, **headers: str) -> Any:  # noqa: ANN401
        """Send a request to this world; return status and what the body says."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = knock(self.federation, f"/w/{self.world}{path}", method, body=body, headers=sent)
        return answer.status, answer.json()

    def number(self, key: str) -> str:
        """Return the number of somebody of the cast."""
        cast = self.federation.cast
        return str(cast.people[key].number) if key in cast.people else cast.organisations[key].code

    def register(self, text: str = FILE) -> Any:  # noqa: ANN401
        """Register a file as a developer does while it runs."""
        return self.ask("/acm/_mock/clients", "POST", text.encode(), **YAML)

    def sign_in(self, who: str, whom: str, route: str) -> dict[str, Any]:
        """Return the claims of a sign-in for an organisation, or the error of ACM."""
        query = urlencode(
            {
                "client_id": "mijn-eloket",
                "response_type": "code",
                "scope": "openid vo ssm_mandaat mijn_eloket",
                "redirect_uri": CALLBACK,
                "mock_persona": who,
                "mock_identity": f"EA:{self.number(whom)}",
                "mock_route": route,
                "mock_key": "eid",
            }
        )
        answer = knock(self.federation, f"/w/{self.world}/acm/op/v1/auth?{query}")
        assert answer.status == 302, answer.body
        back = {
            name: one for name, (one,) in parse_qs(urlsplit(str(answer.header("Location"))).query).items()
        }
        if "error" in back:
            return back
        form = {
            "grant_type": "authorization_code",
            "code": back["code"],
            "redirect_uri": CALLBACK,
            "client_id": "mijn-eloket",
            "client_secret": "mijn-eloket-geheim",
        }
        status, told = self.ask(
            "/acm/op/v1/token",
            "POST",
            urlencode(form).encode(),
            **{"Content-Type": "application/x-www-form-urlencoded"},
        )
        assert status == 200, told
        return dict(unverified(told["id_token"])[1])

    def explain(self, who: str, whom: str, route: str) -> dict[str, Any]:
        """Return what explain says of one way."""
        status, told = self.ask(f"/_mock/explain?who={who}&for={whom}&at=mijn-eloket&key=eid")
        assert status == 200, told
        (found,) = [one for one in told["routes"] if one["route"] == route]
        return dict(found)

    def grant(self, who: str = "els", right: str = "Mijn e-loket Gebruiker") -> Any:  # noqa: ANN401
        """Let Jan, director of De Kade, grant the right of the example on a work relation."""
        relation = f"{self.number(who)}-{self.number('de-kade')}-1"
        body = {"actor": self.number("jan"), "right": right}
        return self.ask(f"/idm/api/v1/work-relations/{relation}/rights", "POST", body)

    def conclude(self) -> Any:  # noqa: ANN401
        """Let Mieke conclude a mandate of the type of the example, from De Kade to Cijferwijs."""
        body = {
            "actor": self.number("mieke"),
            "party": self.number("de-kade"),
            "type": "mijn-eloket",
            "mandator": self.number("de-kade"),
            "holder": self.number("cijferwijs"),
        }
        return self.ask("/ssm/api/v1/mandates", "POST", body)

    def conclude_and_sign(self) -> str:
        """Let Karel of Cijferwijs sign it too; return its number."""
        status, made = self.conclude()
        assert status == 201, made
        sign = {"actor": self.number("karel"), "party": self.number("cijferwijs")}
        status, told = self.ask(f"/ssm/api/v1/mandates/{made['number']}/sign", "POST", sign)
        assert status == 200, told
        return str(made["number"])


@pytest.fixture
def place(one_port: Federation) -> Iterator[Place]:
    """Give a world of the test's own, with the cast."""
    name = f"own-{next(_numbers)}"
    one_port.house.worlds.create(name)
    yield Place(one_port, name)
    one_port.house.worlds.delete(name)


def test_an_own_right_is_granted_in_idm_and_then_opens_the_eloket(place: Place) -> None:
    assert place.grant()[0] == 404
    assert place.register()[0] == 201
    refused = place.sign_in("els", "de-kade", "work_relation")
    assert refused["error"] == "access_denied"
    assert "Mijn e-loket Gebruiker" in refused["error_description"]
    before = place.explain("els", "de-kade", "work_relation")
    assert before["allowed"] is False
    assert before["repair"] == (
        "Laat de lokale beheerder het gebruikersrecht toekennen in het Gebruikersbeheer."
    )

    status, given = place.grant()
    assert (status, given["right"], given["number"].endswith("-mijn-eloket-recht-1")) == (
        201,
        "Mijn e-loket Gebruiker",
        True,
    ), given
    claims = place.sign_in("els", "de-kade", "work_relation")
    assert claims["mijn_eloket_rol_3d"] == [f"MijnEloketGebruiker:{place.number('de-kade')}"]
    assert place.explain("els", "de-kade", "work_relation")["allowed"] is True

    actor = {"actor": place.number("jan")}
    status, revoked = place.ask(f"/idm/api/v1/rights/{given['number']}/revoke", "POST", actor)
    assert status == 200, revoked
    assert place.sign_in("els", "de-kade", "work_relation")["error"] == "access_denied"


def test_an_own_right_is_on_offer_and_in_the_catalogue_for_the_groups_of_the_eloket(place: Place) -> None:
    relation = f"{place.number('els')}-{place.number('de-kade')}-1"
    offer = f"/idm/api/v1/work-relations/{relation}/rights-on-offer?actor={place.number('jan')}"
    keys = [one["key"] for one in place.ask(offer)[1]["rights"]]
    place.register()
    assert [one["key"] for one in place.ask(offer)[1]["rights"]] == [*keys, RIGHT]
    (listed,) = [one for one in place.ask("/idm/api/v1/catalogue")[1]["rights"] if one["key"] == RIGHT]
    assert (listed["elokets"], listed["target_groups"]) == (["mijn-eloket"], ["EA"])
    place.register(FILE.replace("[BUR, EA]", "[BUR, LB]"))
    assert [one["key"] for one in place.ask(offer)[1]["rights"]] == keys
    assert (place.grant()[0], place.grant()[1]["code"]) == (409, "right-not-for-target-group")


def test_a_profile_of_the_file_goes_with_the_right(place: Place) -> None:
    place.register(FILE.replace("  token_code: Mijn", "  profile: baliemedewerker\n  token_code: Mijn"))
    status, given = place.grant()
    assert (status, given["profile"]) == (201, "baliemedewerker")
    assert "mijn_eloket_rol_3d" in place.sign_in("els", "de-kade", "work_relation")


def test_a_changed_token_code_is_in_the_next_token(place: Place) -> None:
    place.register()
    place.grant()
    assert "mijn_eloket_rol_3d" in place.sign_in("els", "de-kade", "work_relation")
    place.register(FILE.replace("MijnEloketGebruiker", "AndereCode"))
    claims = place.sign_in("els", "de-kade", "work_relation")
    assert claims["mijn_eloket_rol_3d"] == [f"AndereCode:{place.number('de-kade')}"]


def test_a_mandate_of_an_own_type_is_concluded_in_ssm_and_then_opens_the_eloket(place: Place) -> None:
    assert (place.conclude()[0], place.conclude()[1]["code"]) == (404, "unknown-type")
    assert place.register()[0] == 201
    assert place.sign_in("karel", "de-kade", "mandate")["error"] == "access_denied"
    place.conclude_and_sign()
    claims = place.sign_in("karel", "de-kade", "mandate")
    assert claims["ssm_mandaatgever"] == place.number("de-kade")
    assert claims["vo_orgcode"] == place.number("cijferwijs")


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("name: Mijn e-loket Gebruiker", "name: KIOSK Aanvrager", "right-name-taken", "KIOSKAanvrager"),
        ("name: Mijn e-loket Gebruiker", "name: lokale BEHEERDER", "right-name-taken", "Lokale beheerder"),
        ("client_id: mijn-eloket", "client_id: tweede", "right-name-taken", "‘mijn-eloket’"),
        ("token_code: MijnEloketGebruiker", "token_code: a:b", "malformed-body", "right.token_code"),
        ("mandate_type: mijn-eloket", "mandate_type: een twee", "malformed-body", "mandate_type"),
    ],
)
def test_a_right_or_type_that_is_somebody_elses_is_refused(
    place: Place, old: str, new: str, code: str, said: str
) -> None:
    assert place.register()[0] == 201
    before = place.ask("/idm/api/v1/catalogue")
    status, refused = place.register(FILE.replace(old, new))
    assert (status in {400, 409}, refused["code"]) == (True, code), refused
    assert said in refused["detail"]
    assert place.ask("/idm/api/v1/catalogue") == before


def test_a_mandate_type_belongs_to_one_eloket(place: Place) -> None:
    place.register()
    other = FILE.replace("client_id: mijn-eloket", "client_id: tweede").replace("name: Mijn", "name: Ander")
    status, refused = place.register(other)
    assert (status, refused["code"]) == (409, "type-taken")
    assert place.register(other.replace("mandate_type: mijn-eloket", "mandate_type: tweede"))[0] == 201


def test_a_right_that_is_always_there_can_be_shared(place: Place) -> None:
    shared = FILE.replace("Mijn e-loket Gebruiker", "KIOSK Aanvrager").replace(
        "MijnEloketGebruiker", "KIOSKAanvrager"
    )
    catalogue = place.ask("/idm/api/v1/catalogue")
    assert place.register(shared)[0] == 201
    assert place.ask("/idm/api/v1/catalogue") == catalogue
    claims = place.sign_in("els", "de-kade", "work_relation")
    assert claims["mijn_eloket_rol_3d"] == [f"KIOSKAanvrager:{place.number('de-kade')}"]


def test_what_was_granted_outlives_its_eloket_without_harm(place: Place) -> None:
    place.register()
    given = place.grant()[1]["number"]
    made = place.conclude_and_sign()
    whole = place.ask("/_mock/facts")[1]
    assert place.ask("/acm/_mock/clients/mijn-eloket", "DELETE")[0] == 200

    jan, de_kade, els = (place.number(key) for key in ("jan", "de-kade", "els"))
    person = f"/idm/api/v1/organisations/{de_kade}/persons/{els}?actor={jan}"
    catalogue = place.ask("/idm/api/v1/catalogue")[1]["rights"]
    assert RIGHT not in [one["key"] for one in catalogue]
    for path in (
        f"/idm/api/v1/persons/{els}/work-relations",
        f"/idm/api/v1/organisations/{de_kade}/history?actor={jan}",
        f"/ssm/api/v1/parties/{place.number('cijferwijs')}/mandates-held",
        f"/ssm/api/v1/mandates/{made}?actor={place.number('mieke')}&party={de_kade}",
        "/ssm/api/v1/types",
        "/_mock/explain?who=els&for=de-kade&at=kiosk",
        "/_mock/readiness",
        person,
    ):
        assert place.ask(path)[0] in {200, 404}, path
    assert "niet meer geregistreerd" in str(place.ask(f"/idm/api/v1/persons/{els}/work-relations")[1])
    assert place.ask(f"/idm/_mock/right/{given}")[0] == 404
    assert given not in place.ask("/idm/_mock/right")[1]["numbers"]
    left = place.ask("/_mock/facts")[1]
    assert (given in left["idm"]["right"], made in left["ssm"]["mandate"]) == (False, False)
    assert place.ask("/_mock/facts", "PUT", left)[0] == 200
    status, revoked = place.ask(f"/idm/api/v1/rights/{given}/revoke", "POST", {"actor": jan})
    assert (status, revoked["state"]) == (200, "ingetrokken")

    assert place.ask("/_mock/facts", "PUT", whole)[0] == 200
    claims = place.sign_in("els", "de-kade", "work_relation")
    assert claims["mijn_eloket_rol_3d"] == [f"MijnEloketGebruiker:{de_kade}"]
    assert place.sign_in("karel", "de-kade", "mandate")["ssm_mandaatgever"] == de_kade


def test_the_pages_that_show_an_own_right_do_without_its_eloket(place: Place) -> None:
    place.register()
    assert place.ask("/acm/_mock/clients/mijn-eloket", "DELETE")[0] == 200
    for path in ("/eloket/", "/eloket/mijn-eloket/aanmelden", "/", "/gereedheid?at=mijn-eloket"):
        assert knock(place.federation, f"/w/{place.world}{path}", headers=PAGE).status < 500
