"""The documentation is true: its links, commands, addresses, tables and examples are tried."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect

from mocks.acm.backend.clients import read_file
from mocks.acm.domain.eloket import Eloket
from mocks.cli import main
from mocks.core.addresses import SYSTEMS
from mocks.core.wire.process import hosts_in_process
from mocks.federation import KINDS, Federation
from mocks.settings import Settings
from steps.booklets import (
    ADDRESS,
    BOOKLETS,
    CONTROL,
    DOCS,
    GUIDE,
    OURS,
    PROJECT,
    Shell,
    blocks,
    command_faults,
    command_lines,
    first_cells,
    link_faults,
    name_of,
    stands,
)

if TYPE_CHECKING:
    pass


@pytest.fixture(scope="module")
def stage() -> Federation:
    """Give the federation as `proefloket up` has it, in memory, without a socket."""
    return Federation(Settings(url=OURS))


@pytest.mark.parametrize("path", BOOKLETS, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    assert list(link_faults(path, path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", BOOKLETS, ids=name_of)
def test_every_command_line_is_understood(path: Path) -> None:
    lines = command_lines(path.read_text(encoding="utf-8"))
    assert [fault for line in lines for fault in command_faults(line)] == []


def test_the_guides_name_every_command_and_every_option_of_up() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in BOOKLETS)
    options = [option.opts[-1] for option in main.commands["up"].params]
    wanted = [f"proefloket {name}" for name in main.commands] + options
    assert [one for one in wanted if one not in text] == []


def test_every_address_in_a_table_of_the_readme_is_one_of_ours() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert [path for path in first_cells(text, "address") if not stands(path)] == []
    assert not stands("/nergens")


@pytest.mark.parametrize("path", BOOKLETS, ids=name_of)
def test_every_address_on_our_port_is_answered(stage: Federation, path: Path) -> None:
    dead = []
    for url in ADDRESS.findall(path.read_text(encoding="utf-8")):
        inside = re.sub(r"^/w/[a-z0-9-]+(?=/)", "", urlsplit(url.rstrip(".,;")).path or "/")
        place = stage.house.addresses.place("127.0.0.1:8600", inside)
        try:
            assert place is not None
            stage.applications[place.app].url_map.bind("").match(place.rest or "/")
        except NotFound:
            dead.append(url)
        except (MethodNotAllowed, RequestRedirect):
            continue
    assert [url for url in dead if not url.endswith(("/acm/op", "…"))] == []  # The issuer has no page.


def test_the_guide_names_every_kind_of_fact_and_no_other() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    kinds = {f"{system}/{kind}" for system, named in KINDS.items() for kind in named}
    assert set(first_cells(text, "kind")) == kinds


@pytest.mark.parametrize("path", BOOKLETS, ids=name_of)
def test_every_control_room_that_is_named_exists(stage: Federation, path: Path) -> None:
    rooms = {
        (name, rule.rule.removeprefix("/_mock/").split("/")[0])
        for name, app in stage.applications.items()
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/_mock/")
    }
    rooms |= {(system, kind) for system, kinds in KINDS.items() for kind in kinds}
    named = CONTROL.findall(path.read_text(encoding="utf-8"))
    assert [one for one in named if one[0] in stage.applications and one not in rooms] == []


def test_the_guide_explains_every_member_of_an_integration_file() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert sorted(first_cells(text, "member")) == sorted(Eloket.model_fields)
    (document,) = blocks(text, "yaml")
    assert read_file(document).model_fields_set == set(Eloket.model_fields)


@pytest.mark.parametrize("path", [GUIDE, PROJECT / "README.md"], ids=name_of)
def test_every_curl_line_works_in_its_order(stage: Federation, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    shell = Shell("".join(blocks(text, "yaml")))
    lines = [line for line in command_lines(text) if line.startswith("curl ")]
    with hosts_in_process(stage, stage.house.addresses.origin_hosts, {}):
        refused = [(line, answer.text) for line in lines if (answer := shell.play(line)).status_code >= 400]
        assert refused == []
        assert shell.play(f"curl {OURS}/nergens").status_code == 404
    assert lines == [] or shell.code


def test_the_example_for_python_passes(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nfilterwarnings = error")
    pytester.makepyfile((DOCS / "examples" / "test_own_loket.py").read_text(encoding="utf-8"))
    pytester.runpytest_inprocess("-q", "-p", "no:cacheprovider").assert_outcomes(passed=4)


def test_the_python_guide_names_the_hosts_of_every_system() -> None:
    text = (DOCS / "guide-python.md").read_text(encoding="utf-8")
    assert [system.real for system in SYSTEMS.values() if f"`{system.real}`" not in text] == []


def test_every_system_with_an_api_has_its_openapi_file(stage: Federation) -> None:
    programs = ("/api/", "/op/v1/", "/scim/", "/_mock/worlds")
    with_api = {
        name
        for name, app in stage.applications.items()
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(programs)
    }
    files = {path.stem for path in (DOCS / "openapi").glob("*.yaml")}
    assert with_api - files == set()
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    assert [name for name in files if f"(openapi/{name}.yaml)" not in index] == []


def numbered(folder: str) -> Iterator[str]:
    """Give the texts of a folder of documents that are numbered, each of which stands in the index."""
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    paths = sorted((DOCS / folder).glob("*.md"))
    assert paths
    for number, path in enumerate(paths, start=1):
        text = path.read_text(encoding="utf-8")
        assert path.name.startswith(f"{number:04}-")
        assert text.startswith(f"# {number}. ")
        assert f"({folder}/{path.name})" in index
        yield text


def test_every_decision_is_in_the_index_and_has_its_three_parts() -> None:
    for text in numbered("decisions"):
        assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_every_measurement_is_in_the_index_and_says_what_was_asked() -> None:
    for text in numbered("performance"):
        assert "\n**Question.** " in text


FOREIGN = {
    "a registry address": re.compile(
        r"index[-_]url[ =:]+\S*:/{2}|https?:/{2}[^\s\"']+/simple\b", re.IGNORECASE
    ),
    "a path of one machine": re.compile(r"(?<![\w.~/-])/(?:home|Users|work|mnt|root)/[\w.-]+/"),
}
"""What belongs to the machine of whoever wrote it, and not in the repository."""


@pytest.mark.parametrize("what", FOREIGN)
def test_no_tracked_file_holds_what_belongs_to_one_machine(what: str) -> None:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True)  # noqa: S607
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("no git here, so that nothing is tracked")
    guilty = [
        (name, found[0])
        for name in listed.stdout.decode().split("\0")
        if name and (PROJECT / name).is_file() and name != "steps/test_docs.py"
        if (found := FOREIGN[what].search((PROJECT / name).read_bytes().decode("utf-8", "ignore")))
    ]
    assert guilty == []


@pytest.mark.parametrize(
    "link", ["[x](guide-nobody.md)", "[x](README.md#nowhere)", "[x](#nor-here)", "[x](../README.md#x)"]
)
def test_a_link_that_leads_nowhere_is_found(link: str) -> None:
    assert len(list(link_faults(GUIDE, link))) == 1


@pytest.mark.parametrize(
    "line",
    ["proefloket dance", "proefloket up --prot 1", "make coffee", "make rehearse ARGS='--wire=string'"],
)
def test_a_command_line_with_a_mistake_is_found(line: str) -> None:
    assert len(list(command_faults(line))) == 1


@pytest.mark.parametrize(
    "text", ["--index_url https://a.example/x", "//".join(["https:", "a.example/simple"]), "cd /home/els/x"]
)
def test_what_belongs_to_one_machine_is_recognised(text: str) -> None:
    assert any(pattern.search(text) for pattern in FOREIGN.values())
