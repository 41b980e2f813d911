"""The public search, as a browser sees it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from mocks.core.identifiers import Sex, make_national_number
from mocks.kbo.tests.alone import CIJFERWIJS, DE_KADE, ELS, JAN, KAPELDORP, NOBODYS, STRANGER, KboAlone

SHOW = "/toonondernemingps.html"
NUMBER_FORM = "/zoeknummerform.html"
NAME_FORM = "/zoeknaamfonetischform.html"


def words(html: bytes) -> str:
    """Return what a page says, without its markup and with single spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html.decode())))


def section(html: bytes, title: str) -> bytes:
    """Return the section under a heading."""
    found = re.search(rf"<h2>{re.escape(title)}</h2>(.*?)</section>", html.decode(), re.DOTALL)
    assert found is not None, title
    return found[1].encode()


def rows(html: bytes) -> list[list[str]]:
    """Return the cells of the rows under Functies."""
    table = section(html, "Functies").decode()
    return [
        [words(cell.encode()).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)
        if "<td" in row
    ]


def test_the_address_without_a_page_leads_to_the_form(kbo: KboAlone) -> None:
    answer = kbo.page("/")
    assert (answer.status, answer.header("Location")) == (302, f"/kbopub{NUMBER_FORM}")


def test_both_forms_carry_the_band_of_a_test_environment(kbo: KboAlone) -> None:
    for form in (NUMBER_FORM, NAME_FORM):
        answer = kbo.page(form)
        assert answer.status == 200
        assert "Dit is een testomgeving" in words(answer.body)
        assert b'<form method="get"' in answer.body


def test_an_enterprise_is_found_by_its_number(kbo: KboAlone) -> None:
    answer = kbo.page(NUMBER_FORM, nummer=DE_KADE.display)
    assert answer.status == 302
    assert answer.header("Location") == f"/kbopub{SHOW}?ondernemingsnummer={DE_KADE}"


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (NOBODYS, 404),
        ("", 400),
        ("geen nummer", 400),
        (DE_KADE[:-1] + "x", 400),
        ("0100000001", 400),
        ("<script>alert(1)</script>", 400),
        ("1" * 10_000, 400),
    ],
)
def test_a_number_that_leads_nowhere_is_refused_on_a_page(kbo: KboAlone, number: str, status: int) -> None:
    for answer in (kbo.page(NUMBER_FORM, nummer=number), kbo.page(SHOW, ondernemingsnummer=number)):
        assert answer.status == status
        assert (answer.header("Content-Type") or "").startswith("text/html")
        assert b"<script" not in answer.body
        assert "Terug naar het begin" in words(answer.body)


@pytest.mark.parametrize("number", [DE_KADE, DE_KADE.display, f"{DE_KADE[:4]} {DE_KADE[4:7]} {DE_KADE[7:]}"])
def test_an_enterprise_is_shown_by_its_number_in_any_display(kbo: KboAlone, number: str) -> None:
    answer = kbo.page(SHOW, lang="nl", ondernemingsnummer=number)
    assert answer.status == 200
    shown = words(section(answer.body, "Algemeen"))
    for text in (
        f"Ondernemingsnummer {DE_KADE.display}",
        "Status Actief",
        "Rechtstoestand Normale toestand",
        "Begindatum 1 september 1998",
        "Théâtre De Kade vzw",
        "Souffleurskaai 3, 9000 Gent",
        "info@de-kade.example",
        "Rechtspersoon",
        "Vereniging zonder winstoogmerk",
    ):
        assert text in shown


def test_an_enterprise_without_number_in_the_address_is_refused(kbo: KboAlone) -> None:
    assert kbo.page(SHOW).status == 400


def test_the_sections_stand_in_the_order_of_the_real_page(kbo: KboAlone) -> None:
    html = kbo.page(SHOW, ondernemingsnummer=DE_KADE).body.decode()
    assert re.findall(r"<h2>(.*?)</h2>", html) == [
        "Algemeen",
        "Functies",
        "Ondernemersvaardigheden",
        "Hoedanigheden",
        "Toelatingen",
        "Activiteiten (NACE)",
        "Financiële gegevens",
        "Linken tussen entiteiten",
    ]


def test_a_holder_is_shown_by_name_and_never_by_national_number(kbo: KboAlone) -> None:
    html = kbo.page(SHOW, ondernemingsnummer=DE_KADE).body
    assert rows(html) == [["Bestuurder", "Peeters , Jan", "Sinds 1 juni 2010"]]
    assert JAN not in html.decode()
    assert JAN.display not in html.decode()


def test_a_holder_whom_the_register_does_not_know_is_shown_without_name(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, STRANGER, "10006", begin="2020-01-01")
    html = kbo.page(SHOW, ondernemingsnummer=DE_KADE).body
    assert ["Zaakvoerder", "Naam niet bekend", "Sinds 1 januari 2020"] in rows(html)


def test_an_enterprise_as_holder_is_shown_with_its_number_as_a_link(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, CIJFERWIJS, "10002", begin="2018-05-16", permanent_representative=ELS)
    html = kbo.page(SHOW, ondernemingsnummer=DE_KADE).body
    number = CIJFERWIJS.display
    assert rows(html)[1:] == [
        ["Bestuurder", f"Boekhoudkantoor Cijferwijs bv ( {number} )", "Sinds 16 mei 2018"],
        ["Vast vertegenwoordiger", f"Maes , Els ( {number} )", "Sinds 16 mei 2018"],
    ]
    assert f'href="/kbopub{SHOW}?ondernemingsnummer={CIJFERWIJS}"'.encode() in html


def test_a_function_of_a_permanent_representative_is_shown_once_with_the_person(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, CIJFERWIJS, "10021", begin="2018-05-16", permanent_representative=ELS)
    html = kbo.page(SHOW, ondernemingsnummer=DE_KADE).body
    holder = f"Maes , Els ( {CIJFERWIJS.display} )"
    assert rows(html)[1:] == [["Vast vertegenwoordiger Commissaris", holder, "Sinds 16 mei 2018"]]


def test_a_function_that_has_ended_or_not_begun_is_not_shown(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, JAN, "10002", begin="2010-06-01", end="2021-04-26")
    kbo.function(DE_KADE, ELS, "10002", begin="2021-04-28")
    html = kbo.page(SHOW, ondernemingsnummer=DE_KADE).body
    assert rows(html) == []
    assert "Niemand heeft vandaag een functie" in words(html)


def test_a_function_on_its_last_day_is_shown(kbo: KboAlone) -> None:
    kbo.function(DE_KADE, JAN, "10002", end="2021-04-27")
    assert len(rows(kbo.page(SHOW, ondernemingsnummer=DE_KADE).body)) == 1


def test_a_long_list_waits_behind_its_label_and_a_short_one_does_not(kbo: KboAlone) -> None:
    assert "Toon de functiehouders" not in words(kbo.page(SHOW, ondernemingsnummer=DE_KADE).body)
    for counter in range(1, 13, 2):
        person = make_national_number(ELS.birth_date, Sex.MAN, counter=counter) if ELS.birth_date else ELS
        kbo.function(DE_KADE, person, "10002")
    html = kbo.page(SHOW, ondernemingsnummer=DE_KADE).body
    assert re.search(r"<details>\s*<summary>Toon de functiehouders</summary>", html.decode())
    assert len(rows(html)) == 7


def test_an_entrepreneurial_skill_stands_in_its_own_section(kbo: KboAlone) -> None:
    kbo.function(KAPELDORP, JAN, "20090", begin="2017-03-20")
    html = kbo.page(SHOW, ondernemingsnummer=KAPELDORP).body
    assert rows(html) == []
    assert "Basiskennis bedrijfsbeheer" in words(section(html, "Ondernemersvaardigheden"))


def test_a_stopped_enterprise_says_so(kbo: KboAlone) -> None:
    kbo.enterprise(DE_KADE, stopped_on="2020-12-31")
    shown = words(kbo.page(SHOW, ondernemingsnummer=DE_KADE).body)
    assert "Deze onderneming is stopgezet op 31 december 2020." in shown
    assert "Status Stopgezet" in shown


def test_script_in_a_name_is_shown_as_text(kbo: KboAlone) -> None:
    kbo.enterprise(DE_KADE, name="<script>alert(1)</script>", contact={"website": "javascript:alert(1)"})
    for answer in (kbo.page(SHOW, ondernemingsnummer=DE_KADE), kbo.page(NAME_FORM, searchWord="script")):
        assert answer.status == 200
        assert b"<script>" not in answer.body
        assert b"&lt;script&gt;" in answer.body
        assert b'href="javascript' not in answer.body


def test_no_page_needs_inline_style_or_script(kbo: KboAlone) -> None:
    for answer in (kbo.page(SHOW, ondernemingsnummer=DE_KADE), kbo.page(NUMBER_FORM), kbo.page(NAME_FORM)):
        assert not re.search(rb"<script|<style| style=| on[a-z]+=", answer.body)
        assert "default-src 'self'" in (answer.header("Content-Security-Policy") or "")


def test_enterprises_are_found_by_name_and_each_is_a_link(kbo: KboAlone) -> None:
    answer = kbo.page(NAME_FORM, searchWord="theatre")
    assert "Gevonden: 1" in words(answer.body)
    assert f'href="/kbopub{SHOW}?ondernemingsnummer={DE_KADE}"'.encode() in answer.body
    assert DE_KADE.display in words(answer.body)
    assert CIJFERWIJS.display not in words(answer.body)


def test_a_search_that_finds_nothing_says_so(kbo: KboAlone) -> None:
    assert "Geen enkele onderneming" in words(kbo.page(NAME_FORM, searchWord="bestaat niet").body)


def test_a_long_list_of_results_is_turned_a_page_at_a_time(kbo: KboAlone) -> None:
    first = kbo.page(NAME_FORM, searchWord="e", limit="2")
    assert "Volgende" in words(first.body)
    assert "Vorige" not in words(first.body)
    second = kbo.page(NAME_FORM, searchWord="e", limit="2", offset="2")
    assert "Vorige" in words(second.body)
    assert "Volgende" not in words(second.body)


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000, "\x00"])
def test_a_name_that_cannot_be_searched_for_is_refused_on_a_page(kbo: KboAlone, name: str) -> None:
    answer = kbo.page(NAME_FORM, searchWord=name)
    assert answer.status == 400
    assert b'data-code="unusable-name"' in answer.body
