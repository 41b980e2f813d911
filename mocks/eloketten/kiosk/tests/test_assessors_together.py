"""Who assesses what, on files and on PostgreSQL, also when several say so at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import quote

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.assessing import BART, HOME, assign, enter
from mocks.eloketten.kiosk.tests.said import JAN, KAREL, NOOR

NUMBER, PATH = "KD-2020-0212", "/_mock/assessment/KD-2020-0212"
LISTS = [[BART], [BART, JAN], [NOOR], [KAREL, NOOR]]


def test_what_is_assigned_is_found_paged_and_taken_back(shared: KioskAlone) -> None:
    for place in range(3):
        shared.dossier(f"KD-2021-000{place}", phase="advice")
        assign(shared, f"KD-2021-000{place}")
    shared.dossier("KD-2021-0003", phase="preparation")
    assign(shared, "KD-2021-0003")
    browser = Browser(shared)
    enter(browser)
    assert "1 tot en met 2 van 3." in words(browser.get(HOME, limit="2"))
    assert browser.get("/beoordelen/dossiers/KD-2021-0001").status_code == 200
    assert browser.tell("DELETE", "/_mock/assessment/KD-2021-0001").status_code == 200
    assert browser.get("/beoordelen/dossiers/KD-2021-0001").status_code == 404


@pytest.mark.parametrize(
    "number",
    ["\x00", "%00", "KD-2020-0212\x00", "\ud800", "x" * 5000],
    ids=["nul", "percent", "nul-behind", "surrogate", "long"],
)
def test_what_cannot_be_a_number_is_not_looked_up(shared: KioskAlone, number: str) -> None:
    browser = Browser(shared)
    enter(browser)
    path = quote(number, errors="surrogatepass")
    assert browser.get(f"/beoordelen/dossiers/{path}").status_code == 404


def test_of_several_lists_that_are_put_at_once_one_is_kept_whole(shared: KioskAlone) -> None:
    shared.dossier(NUMBER, phase="advice")
    ready = Barrier(len(LISTS))

    def one(place: int) -> int:
        ready.wait(30)
        return Browser(shared).tell("PUT", PATH, {"assessors": LISTS[place]}).status_code

    with ThreadPoolExecutor(len(LISTS)) as pool:
        assert set(pool.map(one, range(len(LISTS)), timeout=60)) == {200}
    kept = Browser(shared).tell("GET", PATH).get_json()["assessors"]
    assert kept in [sorted(people) for people in LISTS]
