"""The desk of the service: what it activates, IDM grants; what it takes back gives nothing."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from mocks.eloketten.kmo_portefeuille.tests.visitor import DEPARTMENTS, RIGHT, Visitor, words

PROFILE = "dienstverlener kmo-portefeuille"


def at(visitor: Visitor, organisation: str) -> str:
    number = visitor.federation.number(organisation)
    return visitor.federation.url("kmo-portefeuille", f"/api/v1/departments/{number}")


def activated(visitor: Visitor, organisation: str) -> list[str]:
    """Return what the desk says is activated."""
    return list(requests.get(at(visitor, organisation), timeout=10).json()["departments"])


def put(visitor: Visitor, organisation: str, body: object) -> requests.Response:
    return requests.put(at(visitor, organisation), json=body, timeout=10)


def on_offer(visitor: Visitor, who: str, administrator: str, organisation: str) -> dict[str, Any]:
    """Return the rights that an administrator can grant somebody, with their contexts."""
    federation = visitor.federation
    relation = f"{federation.number(who)}-{federation.number(organisation)}-1"
    visitor.put("idm", f"/_mock/work-relation/{relation}", {})
    url = federation.url("idm", f"/api/v1/work-relations/{relation}/rights-on-offer")
    said = requests.get(url, params={"actor": federation.number(administrator)}, timeout=10)
    assert said.status_code == 200, said.text
    return {one["name"]: one["contexts"] for one in said.json()["rights"]}


def test_the_page_says_that_it_is_for_the_staff_of_the_service(visitor: Visitor) -> None:
    page = words(visitor.get("/dienst"))
    assert "In het echt werkt hier alleen het personeel van de dienst" in page
    assert "Leerpunt nv" in page


def test_an_organisation_is_found_by_its_number(visitor: Visitor) -> None:
    number = visitor.federation.number("brightwater")
    page = visitor.get("/dienst", nummer=number)
    assert page.url.endswith(f"/dienst/{number}")
    assert "Departementen van Brightwater Training Ltd" in words(page)


@pytest.mark.parametrize(("number", "status"), [("niets", 400), ("0100000070", 404)])
def test_what_is_no_organisation_is_refused(visitor: Visitor, number: str, status: int) -> None:
    assert visitor.get("/dienst", nummer=number).status_code == status
    assert visitor.get(f"/dienst/{number}").status_code == status


def test_an_activated_right_is_on_offer_in_idm_with_its_departments(visitor: Visitor) -> None:
    name = "Dienstverlener kmo-portefeuille, departementen"
    assert name not in on_offer(visitor, "tom", "karel", "cijferwijs")
    number = visitor.federation.number("cijferwijs")
    page = visitor.get(f"/dienst/{number}")
    page = visitor.send(page, f"/dienst/{number}/activeren", departementen="Noord\n\n Zuid \r\nNoord")
    assert page.status_code == 200
    assert "Noord Deactiveren" in words(page)
    assert on_offer(visitor, "tom", "karel", "cijferwijs")[name] == ["Noord", "Zuid"]


def test_activating_more_leaves_what_was_activated(visitor: Visitor) -> None:
    number = visitor.federation.number("leerpunt")
    before = activated(visitor, "leerpunt")
    page = visitor.get(f"/dienst/{number}")
    visitor.send(page, f"/dienst/{number}/activeren", departementen="Campus Ronse")
    assert activated(visitor, "leerpunt") == [*before, "Campus Ronse"]


def test_a_deactivated_department_opens_nothing_any_more(visitor: Visitor) -> None:
    visitor.sign_in(DEPARTMENTS, "ria")
    number = visitor.federation.number("leerpunt")
    page = visitor.get(f"/dienst/{number}")
    visitor.send(page, f"/dienst/{number}/deactiveren", departement="Campus Gent")
    again = words(visitor.sign_in(DEPARTMENTS, "ria"))
    assert "Campus Aalst" in again
    assert "Campus Gent" not in again


def test_a_name_that_does_not_fit_is_told_and_nothing_typed_is_lost(visitor: Visitor) -> None:
    number = visitor.federation.number("leerpunt")
    page = visitor.get(f"/dienst/{number}")
    said = visitor.send(page, f"/dienst/{number}/activeren", departementen="Campus Ronse\nNoord/Zuid")
    assert said.status_code == 400
    assert "‘Noord/Zuid’ kan geen naam van een departement zijn" in words(said)
    assert "Campus Ronse\nNoord/Zuid</textarea>" in said.text.replace("\r", "")
    assert "Campus Ronse" not in activated(visitor, "leerpunt")


def test_what_is_not_activated_cannot_be_taken_back(visitor: Visitor) -> None:
    number = visitor.federation.number("leerpunt")
    page = visitor.get(f"/dienst/{number}")
    for nothing in ("Campus Nergens", "", "\0"):
        said = visitor.send(page, f"/dienst/{number}/deactiveren", departement=nothing)
        assert said.status_code == 400
        assert "niet geactiveerd" in words(said)


def test_a_program_activates_reads_and_takes_back(visitor: Visitor) -> None:
    assert put(visitor, "brightwater", {"departments": ["Londen"]}).json() == {
        "enterprise_number": visitor.federation.number("brightwater"),
        "name": "Brightwater Training Ltd",
        "departments": ["Londen"],
    }
    assert activated(visitor, "brightwater") == ["Londen"]
    for _ in range(2):
        gone = requests.delete(at(visitor, "brightwater"), timeout=10)
        assert (gone.status_code, gone.json()["departments"]) == (200, [])


def test_whoever_has_the_right_comes_in_after_activation(visitor: Visitor) -> None:
    visitor.grant("tom", "cijferwijs", RIGHT, profile=PROFILE, contexts=["Noord", "Zuid"])
    assert visitor.sign_in(DEPARTMENTS, "tom", "cijferwijs").status_code == 403
    assert put(visitor, "cijferwijs", {"departments": ["Zuid"]}).status_code == 200
    page = words(visitor.sign_in(DEPARTMENTS, "tom", "cijferwijs"))
    assert "Zuid" in page
    assert "Noord" not in page


@pytest.mark.parametrize(
    "departments", [[], [""], ["a/b"], ["a|b"], ["x" * 101], ["a\nb"], "Noord", None, [1], ["x"] * 201]
)
def test_departments_that_cannot_be_are_refused(visitor: Visitor, departments: object) -> None:
    assert put(visitor, "cijferwijs", {"departments": departments}).status_code == 400
    assert activated(visitor, "cijferwijs") == []


@pytest.mark.parametrize(
    ("organisation", "code"),
    [("kapeldorp", "right-not-for-target-group"), ("stilte", "organisation-stopped")],
)
def test_idm_refuses_what_it_cannot_grant(visitor: Visitor, organisation: str, code: str) -> None:
    said = put(visitor, organisation, {"departments": ["Noord"]})
    assert (said.status_code, said.json()["code"]) == (409, code)


def test_from_a_stopped_organisation_everything_can_still_be_taken_back(visitor: Visitor) -> None:
    visitor.activate("Noord", at="stilte")
    assert requests.delete(at(visitor, "stilte"), timeout=10).json()["departments"] == []
