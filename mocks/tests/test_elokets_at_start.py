"""``proefloket up --eloket``: in every world, back after a reset, and one sentence for what is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import requests
from click.testing import CliRunner

from mocks.cli import main
from mocks.federation import Federation
from mocks.federation.elokets import MOST_OCTETS, UnusableFile, read_files
from mocks.launch import CannotStart, Options, settings_for
from mocks.settings import Settings
from mocks.tests.door import knock
from steps.wires import free_port, start

EXAMPLE = Path("docs/examples/mijn-eloket.yaml")
FILE = EXAMPLE.read_text(encoding="utf-8")
SECOND = (
    FILE.replace("client_id: mijn-eloket", "client_id: tweede")
    .replace("name: Mijn e-loket Gebruiker", "name: Tweede Gebruiker")
    .replace("mandate_type: mijn-eloket", "mandate_type: tweede")
)


def clients(federation: Federation, world: str = "") -> list[str]:
    """Return the e-lokets of a world that did not come with Proefloket, and eigen-eloket."""
    numbers = knock(federation, f"{world}/acm/_mock/clients").json()["numbers"]
    return [one for one in numbers if one in {"mijn-eloket", "tweede"}]


def register(federation: Federation, text: str, world: str = "") -> int:
    """Register a file at run time."""
    headers = {"Content-Type": "application/yaml"}
    path = f"{world}/acm/_mock/clients"
    return knock(federation, path, "POST", headers=headers, body=text.encode()).status


@pytest.fixture(scope="module")
def started() -> Federation:
    """Give a federation that was started with the example."""
    return Federation(Settings(url="http://127.0.0.1:8600", elokets=read_files([EXAMPLE])))


def test_what_start_registered_is_in_the_default_world_and_in_later_ones(started: Federation) -> None:
    assert clients(started) == ["mijn-eloket"]
    for body in ({"name": "later"}, {"name": "empty", "cast": False}, {"name": "old", "now": "2021-03-14"}):
        assert knock(started, "/_mock/worlds", "POST", body=body).status == 201
        assert clients(started, f"/w/{body['name']}") == ["mijn-eloket"]
        rights = knock(started, f"/w/{body['name']}/idm/api/v1/catalogue").json()["rights"]
        assert rights[-1]["key"] == "mijn-eloket-recht"


def test_a_reset_puts_back_what_start_registered_and_drops_the_rest(started: Federation) -> None:
    knock(started, "/_mock/worlds", "POST", body={"name": "reset"})
    here = "/w/reset"
    assert register(started, SECOND, here) == 201
    assert knock(started, f"{here}/acm/_mock/clients/mijn-eloket", "DELETE").status == 200
    assert clients(started, here) == ["tweede"]
    assert knock(started, f"{here}/_mock/reset", "POST", body={}).status == 200
    assert clients(started, here) == ["mijn-eloket"]
    rights = knock(started, f"{here}/idm/api/v1/catalogue").json()["rights"]
    assert [one["key"] for one in rights if one["key"].endswith("-recht")] == ["mijn-eloket-recht"]


def test_a_lasting_store_keeps_what_it_has_and_start_registers_again(tmp_path: Path) -> None:
    def restarted(*texts: str) -> Federation:
        return Federation(Settings(url="http://127.0.0.1:8600", data=tmp_path, elokets=texts))

    first = restarted(FILE)
    assert register(first, SECOND) == 201
    without = restarted()
    assert clients(without) == ["mijn-eloket", "tweede"]
    assert knock(without, "/acm/_mock/clients/mijn-eloket", "DELETE").status == 200
    assert clients(restarted()) == ["tweede"]
    assert clients(restarted(FILE)) == ["mijn-eloket", "tweede"]
    changed = restarted(FILE.replace("client_name: Mijn", "client_name: Uw"))
    assert knock(changed, "/acm/_mock/clients/mijn-eloket").json()["client_name"] == "Uw e-loket"


def test_a_file_that_clashes_with_what_was_kept_does_not_start(tmp_path: Path) -> None:
    kept = Federation(Settings(url="http://127.0.0.1:8600", data=tmp_path))
    assert register(kept, FILE.replace("client_id: mijn-eloket", "client_id: tweede")) == 201
    options = Options("127.0.0.1", free_port(), None, tmp_path, None, None, allow_real_numbers=False)
    with pytest.raises(CannotStart, match="‘tweede’ vraagt al"):
        settings_for(replace(options, eloket=(EXAMPLE,)), tmp_path)


def a_pipe(folder: Path) -> str:
    """Make what can be opened and never ends."""
    os.mkfifo(folder / "pijp")
    return "pijp"


def written(text: str | bytes) -> Callable[[Path], str]:
    """Return how a file of this content comes about."""

    def write(folder: Path) -> str:
        octets = text if isinstance(text, bytes) else text.encode()
        (folder / "fout.yaml").write_bytes(octets)
        return "fout.yaml"

    return write


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda _: "nergens.yaml", "niet te lezen"),
        (lambda _: ".", "geen gewoon bestand"),
        (a_pipe, "geen gewoon bestand"),
        (written(""), "leeg"),
        (written(b"\xff\xfe"), "UTF-8"),
        (written("a: " + "x" * MOST_OCTETS), "64 kB"),
        (written("a: [b"), "geen YAML"),
        (written("- a"), "geen lijst van velden"),
        (written("a: &x [1]\nb: [*x, *x]"), "anker"),
        (written("[" * 30_000), "20 lagen"),
        (written("jwks: " + "[" * 30_000 + "]" * 30_000), "20 lagen"),
        (written(FILE + "kleur: blauw\n"), "kleur"),
        (written(FILE.replace("client_id: mijn-eloket\n", "")), "client_id"),
        (written(FILE.replace("client_id: mijn-eloket", "client_id: kiosk")), "‘kiosk’ hoort bij Proefloket"),
        (written(FILE.replace("name: Mijn e-loket Gebruiker", "name: KIOSK Aanvrager")), "KIOSKAanvrager"),
        (written(FILE + "jwks: {keys: []}\n"), "jwks"),
    ],
)
def test_a_wrong_file_stops_the_start_with_one_sentence_that_names_it(
    tmp_path: Path, made: Callable[[Path], str], said: str
) -> None:
    file = tmp_path / made(tmp_path)
    told = CliRunner().invoke(main, ["up", "--port", str(free_port()), "--eloket", str(file)])
    assert (told.exit_code, told.stdout) == (2, "")
    assert str(file) in told.stderr
    assert said in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FILE, "staat ook in"),
        (FILE.replace("client_id: mijn-eloket", "client_id: tweede"), "‘mijn-eloket’ vraagt al een recht"),
        (SECOND.replace("mandate_type: tweede", "mandate_type: mijn-eloket"), "vraagt al mandaattype"),
    ],
)
def test_two_files_that_want_the_same_are_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "tweede.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UnusableFile, match=said):
        read_files([EXAMPLE, tmp_path / "tweede.yaml"])


def test_two_files_beside_one_another_are_both_registered(tmp_path: Path) -> None:
    (tmp_path / "tweede.yaml").write_text(SECOND, encoding="utf-8")
    texts = read_files([EXAMPLE, tmp_path / "tweede.yaml"])
    assert clients(Federation(Settings(url="http://127.0.0.1:8600", elokets=texts))) == [
        "mijn-eloket",
        "tweede",
    ]


def test_a_server_of_its_own_plays_the_eloket_from_the_start(tmp_path: Path) -> None:
    url, process = start(tmp_path / "toneel", "--eloket", str(EXAMPLE))
    try:
        page = requests.get(f"{url}/eloket/mijn-eloket/", timeout=10)
        assert (page.status_code, "Mijn e-loket" in page.text) == (200, True)
        made: Any = requests.post(f"{url}/_mock/worlds", json={"name": "a"}, timeout=10)
        assert made.status_code == 201
        assert requests.get(f"{url}/w/a/eloket/mijn-eloket/", timeout=10).status_code == 200
        assert requests.get(f"{url}/eloket/tweede/", timeout=10).status_code == 404
    finally:
        process.terminate()
        process.wait(timeout=20)
