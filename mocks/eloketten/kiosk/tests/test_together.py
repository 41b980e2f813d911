"""Twenty change the same at once, in several processes: one wins, the others are told, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.changes import Change
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone
from mocks.eloketten.kiosk.tests.contest import ACCOUNT, AT_ONCE, ROUNDS, Outcome, processes
from mocks.eloketten.kiosk.tests.every_form import DOSSIER, scene
from mocks.eloketten.kiosk.tests.losing import button_on, come_back, lose, waiting
from mocks.eloketten.kiosk.tests.said import DE_KADE, JAN, claims

SUBJECTS = {ACCOUNT: f"dossier/{DOSSIER}", "/contactgegevens": f"contact/{DE_KADE}", "/profiel": ""}
"""Of what there is a history, by the path of the form; a profile has none."""


def version(kiosk: KioskAlone, path: str) -> int:
    """Return how often what the form at a path changes was written."""
    with kiosk.visit() as visit:
        found = {
            ACCOUNT: store.dossiers.find(visit.reading, DOSSIER),
            "/contactgegevens": store.contacts.contact(visit.reading, DE_KADE),
            "/profiel": store.contacts.profile(visit.reading, DE_KADE, JAN),
        }[path]
    assert found is not None
    return found.version


def history(kiosk: KioskAlone, path: str) -> Sequence[Change]:
    """Return the history of what the form at a path changes, newest first."""
    with kiosk.visit() as visit:
        return store.changes.of(visit.reading, SUBJECTS[path], 1000)


def test_twenty_at_once_in_several_processes_lose_nothing(shared: KioskAlone, place: str) -> None:
    scene(shared)
    with processes(place) as play:
        for one in ROUNDS:
            before, lines = version(shared, one.path), len(history(shared, one.path))
            outcomes = play()
            rise = version(shared, one.path) - before
            added = history(shared, one.path)[: len(history(shared, one.path)) - lines]
            assert len(outcomes) == AT_ONCE
            if one.until_saved:
                all_were_saved(outcomes, rise, added)
            else:
                one_won(one.path, outcomes, rise, added)


def one_won(path: str, outcomes: Sequence[Outcome], rise: int, added: Sequence[Change]) -> None:
    """Of several who saw the same, one wins; the others see what stands there and what they typed."""
    (won,) = [one for one in outcomes if one.status == 303]
    lost = [one for one in outcomes if one.status == 409]
    assert len(lost) == AT_ONCE - 1, sorted({one.status for one in outcomes})
    (field,) = set(won.typed) - {"phone"}
    for one in lost:
        assert f"Wat er nu staat {'Rekeningnummer' if field == 'account' else 'E-mailadres'}" in one.said
        assert won.typed[field] in one.said, "what stands there now"
        assert one.still, "and what was typed"
    assert rise == 1
    assert [won.typed[field] in one.what for one in added] == ([True] if SUBJECTS[path] else [])


def all_were_saved(outcomes: Sequence[Outcome], rise: int, added: Sequence[Change]) -> None:
    """Of several who go on from what stands there none is lost, and each begins where another ended."""
    assert {one.status for one in outcomes} == {303}
    assert rise == AT_ONCE
    steps = [
        one.what.removeprefix("Rekeningnummer: ").removesuffix(".").split(" → ") for one in reversed(added)
    ]
    assert sorted(after for _, after in steps) == sorted(one.typed["account"] for one in outcomes)
    assert [before for before, _ in steps[1:]] == [after for _, after in steps[:-1]]


def test_whatever_was_typed_waits_on_either_database(shared: KioskAlone) -> None:
    jan = Browser(scene(shared))
    jan.sign_in(claims())
    typed = "\0'{{7*7}}%(x)s\u202e\U0001f600\ufffd" + "é" * 20_000
    come_back(jan, lose(jan, account=typed, version="\0"))
    page = jan.get(ACCOUNT)
    notice = button_on(page, "/ingevuld/weggooien")
    assert notice.send(jan, action="\0").status_code == 303
    assert [one["account"] for one in waiting(shared)] == [typed]
    notice.send(jan)
    assert waiting(shared) == []
