"""What an assessor sees of the dossiers that he assesses, and what he does not."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.assessing import BART, HOME, assessor, assign, enter
from mocks.eloketten.kiosk.tests.said import DE_KADE, JAN, NOOR

NUMBER = "KD-2020-0212"
ADDRESS = f"/beoordelen/dossiers/{NUMBER}"
UNKNOWN = (HTTPStatus.NOT_FOUND, "unknown-assessment")


@pytest.fixture
def bart(kiosk: KioskAlone, browser: Browser) -> Browser:
    """Return the browser of Bart, who assesses one dossier of De Kade in the advice phase."""
    kiosk.contact()
    kiosk.profile(JAN, "Jan Peeters")
    kiosk.dossier(
        NUMBER,
        title="De stille souffleur",
        phase="advice",
        submitted_on="2020-11-30",
        account="BE68539007547034",
        contact_person=JAN,
        email_of=JAN,
    )
    assign(kiosk, NUMBER)
    enter(browser)
    return browser


def refused(browser: Browser, path: str) -> tuple[int, str]:
    """Return with which status and code a page is refused."""
    page = browser.get(path)
    found = re.search(r'data-code="([^"]+)"', page.text)
    return page.status_code, found[1] if found is not None else ""


def test_an_assessor_sees_which_dossiers_are_his_to_assess(kiosk: KioskAlone, bart: Browser) -> None:
    kiosk.dossier("KD-2020-0213", title="Niet toegewezen", phase="advice")
    page = words(bart.get(HOME))
    assert "Beoordelaar: Bart Nijs, voor Scholengroep De Linde vzw" in page
    assert f"{NUMBER} De stille souffleur Theater De Kade vzw Adviesfase" in page
    assert "KD-2020-0213" not in page
    assert "Niet toegewezen" not in page


def test_an_assessor_to_whom_nothing_is_assigned_is_told_so(browser: Browser) -> None:
    enter(browser)
    assert "Er is geen ingediend dossier aan u toegewezen." in words(browser.get(HOME))


def test_an_assessor_sees_what_the_application_is_and_whose(bart: Browser) -> None:
    page = words(bart.get(ADDRESS))
    for told in (
        "De stille souffleur",
        f"KIOSK-nummer {NUMBER}",
        "Aanvrager Theater De Kade vzw",
        "Soort Subsidie",
        "Fase Adviesfase",
        "Ingediend op 30 november 2020",
    ):
        assert told in page


def test_an_assessor_does_not_see_how_the_applicant_is_reached_nor_its_account(bart: Browser) -> None:
    for path in (HOME, ADDRESS):
        page = words(bart.get(path))
        for hidden in (
            "BE68",
            "Jan Peeters",
            "de-kade.example",
            "post.example",
            "+3292",
            "Historiek",
            DE_KADE,
        ):
            assert hidden not in page, f"{hidden} stands on {path}"


def test_nothing_on_the_pages_of_an_assessor_changes_a_dossier(bart: Browser) -> None:
    for path in (HOME, ADDRESS):
        actions = re.findall(r'<form[^>]* action="([^"]+)"', bart.get(path).text)
        ways_out = ["/kiosk/beoordelen/afmelden", "/kiosk/beoordelen/wisselen"]
        assert sorted(actions) == [*ways_out, "/kiosk/taal"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_dossier_that_one_assesses_takes_no_change(bart: Browser, method: str) -> None:
    answer = bart.client.open(ADDRESS, method=method, base_url="https://kiosk.vlaanderen.be/kiosk")
    assert answer.status_code in {HTTPStatus.BAD_REQUEST, HTTPStatus.METHOD_NOT_ALLOWED}


@pytest.mark.parametrize(
    "number",
    ["KD-2020-9999", "KD-2020-0213", "KD-2021-0001", "onzin", "\x00", "%ED%A0%80", "x" * 5000, "'or 1=1"],
    ids=["absent", "not-assigned", "in-preparation", "no-number", "nul", "surrogate", "long", "quote"],
)
def test_what_an_assessor_may_not_see_is_one_and_the_same_refusal(
    kiosk: KioskAlone, bart: Browser, number: str
) -> None:
    kiosk.dossier("KD-2020-0213", phase="advice")
    kiosk.dossier("KD-2021-0001", phase="preparation")
    assign(kiosk, "KD-2021-0001")
    assert refused(bart, f"/beoordelen/dossiers/{number}") == UNKNOWN
    assert "KD-2021-0001" not in words(bart.get(HOME))


def test_the_refusal_does_not_tell_which_of_these_it_is(kiosk: KioskAlone, bart: Browser) -> None:
    kiosk.dossier("KD-2020-0213", phase="advice")
    alike = ("KD-2020-0213", "KD-2020-9999")
    told = {words(bart.get(f"/beoordelen/dossiers/{one}")).replace(one, "") for one in alike}
    assert len(told) == 1


@pytest.mark.parametrize("phase", ["submitted", "advice", "decision", "accounting", "closed"])
def test_from_its_submission_on_a_dossier_is_seen_in_every_phase(
    kiosk: KioskAlone, bart: Browser, phase: str
) -> None:
    kiosk.dossier(NUMBER, phase=phase)
    assert bart.get(ADDRESS).status_code == HTTPStatus.OK


def test_a_dossier_that_goes_back_to_preparation_is_not_seen_any_more(
    kiosk: KioskAlone, bart: Browser
) -> None:
    kiosk.dossier(NUMBER, phase="preparation")
    assert refused(bart, ADDRESS) == UNKNOWN
    assert NUMBER not in words(bart.get(HOME))


def test_what_is_assigned_to_another_assessor_is_not_seen(kiosk: KioskAlone, bart: Browser) -> None:
    assign(kiosk, NUMBER, NOOR)
    assert refused(bart, ADDRESS) == UNKNOWN


def test_several_assess_one_dossier(kiosk: KioskAlone, bart: Browser) -> None:
    assign(kiosk, NUMBER, NOOR, BART)
    assert bart.get(ADDRESS).status_code == HTTPStatus.OK


def test_an_assignment_that_is_taken_back_is_gone_at_the_next_request(
    kiosk: KioskAlone, bart: Browser
) -> None:
    assert bart.get(ADDRESS).status_code == HTTPStatus.OK
    assert Browser(kiosk).tell("DELETE", f"/_mock/assessment/{NUMBER}").status_code == HTTPStatus.OK
    assert refused(bart, ADDRESS) == UNKNOWN
    assert NUMBER not in words(bart.get(HOME))


@pytest.mark.parametrize(
    ("applicant", "name"),
    [
        (NOOR, "Noor Haddad"),
        (DE_KADE, "Theater De Kade vzw"),
        ("999001", "Naam 999001"),
        ("ZN-000002", "een aanvrager die er niet meer is"),
        (JAN, "een persoon die niet in het Rijksregister staat"),
        ("0122386185", "een organisatie die niet in de KBO staat"),
    ],
)
def test_the_applicant_is_named_and_never_numbered(
    kiosk: KioskAlone, bart: Browser, applicant: str, name: str
) -> None:
    kiosk.dependant("999001", DE_KADE)
    kiosk.dossier(NUMBER, applicant=applicant, phase="advice")
    for path in (HOME, ADDRESS):
        page = words(bart.get(path)).replace("Naam 999001", "Naam")
        assert name.replace(" 999001", "") in page
        assert applicant not in page


def test_the_list_is_shown_a_page_at_a_time(kiosk: KioskAlone, bart: Browser) -> None:
    for place in range(3):
        kiosk.dossier(f"KD-2021-010{place}", phase="submitted")
        assign(kiosk, f"KD-2021-010{place}")
    first, second = bart.get(HOME, limit="2"), bart.get(HOME, limit="2", offset="2")
    numbers = [re.findall(r"KD-\d{4}-\d{4}(?=</span></a>)", page.text) for page in (first, second)]
    assert numbers == [[NUMBER, "KD-2021-0100"], ["KD-2021-0101", "KD-2021-0102"]]
    assert "1 tot en met 2 van 4." in words(first)
    assert "Volgende" in words(first)
    assert "Vorige" in words(second)
    assert "Volgende" not in words(second)
    assert "Op deze bladzijde staan geen dossiers." in words(bart.get(HOME, offset="9"))


@pytest.mark.parametrize("query", [{"offset": "-1"}, {"limit": "0"}, {"limit": "veel"}, {"offset": "\x00"}])
def test_a_page_that_cannot_be_is_refused(bart: Browser, query: dict[str, str]) -> None:
    assert bart.get(HOME, **query).status_code == HTTPStatus.BAD_REQUEST


def test_a_title_is_shown_as_it_was_typed(kiosk: KioskAlone, bart: Browser) -> None:
    kiosk.dossier(NUMBER, title="<script>alert(1)</script>", phase="advice")
    for path in (HOME, ADDRESS):
        page = bart.get(path)
        assert "<script>" not in page.text
        assert "<script>alert(1)</script>" in words(page)


def test_whoever_assesses_a_dossier_that_was_removed_and_made_anew_assesses_it_no_more(
    kiosk: KioskAlone, bart: Browser
) -> None:
    assert Browser(kiosk).tell("DELETE", f"/_mock/dossier/{NUMBER}").status_code == HTTPStatus.OK
    kiosk.dossier(NUMBER, phase="advice")
    assert refused(bart, ADDRESS) == UNKNOWN


def test_an_assignment_holds_for_the_person_whichever_organisation_he_comes_for(
    kiosk: KioskAlone, bart: Browser
) -> None:
    right = [f"KIOSKBeoordelaar:{DE_KADE}"]
    about = assessor(vo_orgcode=DE_KADE, vo_orgnaam="De Kade", kiosk_beoordelaar_rol_3d=right)
    enter(bart, about)
    assert "voor De Kade" in words(bart.get(HOME))
    assert bart.get(ADDRESS).status_code == HTTPStatus.OK
