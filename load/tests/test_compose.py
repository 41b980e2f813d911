"""compose.yaml without Docker: everything that it says is held against what is there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from load.tests.compose_file import PROJECT, faults, read, texts
from load.tests.machines import nginx_command

COMPOSE, UPSTREAM, DOOR = texts()
NGINX = (PROJECT / "deploy" / "nginx" / "nginx.conf").read_text(encoding="utf-8")
GUIDE = (PROJECT / "docs" / "guide-performance.md").read_text(encoding="utf-8")
DOCKERFILE = (PROJECT / "Dockerfile").read_text(encoding="utf-8")

PARSE = """
import json, sys
from locust import argument_parser
import load.locustfile
for words in json.load(sys.stdin):
    try:
        argument_parser.parse_options(words)
    except SystemExit as refused:
        print(words, "refused")
"""
"""In a process of its own, since importing locust patches the one that does."""

IMPORT = """
import sys
import load.locustfile, load.populate, mocks.core.store.postgres, mocks.cli
from mocks.federation import Federation
from mocks.settings import Settings
Federation(Settings())
own = [one.__file__ for name, one in sys.modules.items() if name.split(".")[0] in {"load", "mocks"}]
assert own and all(file.startswith(sys.argv[1]) for file in own), own
"""
"""Builds the federation, templates and cast and all, from the folder that is named."""


def test_everything_in_compose_fits_together() -> None:
    found = read(COMPOSE, UPSTREAM, DOOR)
    assert faults(found) == []
    assert len(found.running("up")) >= 3


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        ("--host=0.0.0.0", "--hots=0.0.0.0", "mocks-1: No such option"),
        ("- populate", "- bevolk", "populate: there is no command bevolk"),
        ("${PROEFLOKET_PEOPLE:-1000}", "${PROEFLOKET_PEOPLE:-10}", "populate: Invalid value"),
        ('"127.0.0.1:8600:8600"', '"0.0.0.0:8600:8600"', "balancer: .* can be reached from elsewhere"),
        ('"127.0.0.1:8600:8600"', '"8600:8600"', "balancer: .* can be reached from elsewhere"),
        ('"127.0.0.1:8600:8600"', '"127.0.0.1:8600:80"', "balancer: nobody listens on 80"),
        ('"127.0.0.1:8600:8600"', '"127.0.0.1:8700:8600"', "mocks-1: its --url is not where"),
        ("--port=8600", "--port=8601", "mocks-1: nginx does not know it"),
        ("mocks-3: *mocks", "mocks-4: *mocks", "nginx: mocks-3:8600 is no server"),
        ("--host=http://127.0.0.1:8600", "--host=http://127.0.0.1", "locust-master: visits another place"),
        ("network_mode: service:balancer", "init: true", "locust-master: that address leads elsewhere"),
        ("service_completed_successfully", "service_healthy", "mocks-1: waits for the health of populate"),
        ("service_completed_successfully", "service_started", "mocks-1: service_started is not how"),
        ("  postgres:\n        condition", "  postgers:\n        condition", "populate: .* is no service"),
        ("service:balancer", "service:postgres", "locust-worker: stands in the network of a service"),
        ("proefloket@postgres/proefloket", "els@postgres/proefloket", "mocks-1: asks for another database"),
        ("proefloket@postgres/", "proefloket@postgers/", "mocks-1: postgers is no service"),
        ("proefloket@postgres/", "proefloket:geheim@postgres/", "mocks-1: its password stands on"),
        ("  PGPASSWORD: ${", "  PGPASSWORD: x${", "mocks-1: has another password than the database"),
        ("S_PASSWORD: ${PROEFLOKET_DATABASE_PASSWORD:-alleen-", "S_PASSWORD: ${X", "cannot be chosen"),
        ("replicas: ${PROEFLOKET_LOAD_WORKERS:-2}", "replicas: 1", "locust-master: expects 2 workers of 1"),
        ("--people=${PROEFLOKET_PEOPLE:-1000}", "--people=0", "locust-master: its people are not those"),
        ("- --worker\n", "- --wroker\n", "somebody who works"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_found(written: str, instead: str, fault: str) -> None:
    assert written in COMPOSE
    found = faults(read(COMPOSE.replace(written, instead), UPSTREAM, DOOR))
    assert any(re.search(fault, one) for one in found), found


def test_a_server_that_nginx_forgets_or_does_not_wait_for_is_found() -> None:
    forgotten = re.sub(r"^server mocks-2.*\n", "", UPSTREAM, flags=re.MULTILINE)
    assert faults(read(COMPOSE, forgotten, DOOR)) == ["mocks-2: nginx does not know it"]
    unawaited = COMPOSE.replace("      mocks-2:\n        condition: service_healthy\n", "")
    (fault,) = faults(read(unawaited, UPSTREAM, DOOR))
    assert fault.startswith("nginx: does not wait for mocks-2")


def refused(command_lines: list[list[str]]) -> list[str]:
    """Return the command lines that Locust's own parser, with our own options, does not take."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LOCUST_")}
    told = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", PARSE],
        input=json.dumps(command_lines),
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env=environment,
        timeout=60,
        check=True,
    )
    return [line for line in told.stdout.splitlines() if line.endswith(" refused")]


def locust_lines() -> list[list[str]]:
    """Return the command lines of Locust in the guide."""
    return [shlex.split(line)[1:] for line in re.findall(r"^locust .*$", GUIDE, re.MULTILINE)]


def test_locust_understands_its_command_lines_in_compose_and_in_the_guide() -> None:
    found = [words for _, words in read(COMPOSE, UPSTREAM, DOOR).words("locust")]
    found += locust_lines()
    assert len(found) >= 4
    assert refused(found) == []


def test_what_locust_does_not_understand_is_found() -> None:
    wrong = [["--shaep=step"], ["--shape=piek"], ["--minutes=even"]]
    assert len(refused([["--shape=step"], *wrong])) == len(wrong)


def test_in_the_guide_locust_listens_only_where_it_is_told_to() -> None:
    for words in locust_lines():
        if "--worker" not in words:
            assert "--web-host" in words or {"--headless", "--master-bind-host"} <= set(words)


def test_the_guide_names_everything_that_can_be_chosen() -> None:
    (table,) = re.findall(r"^\| variable \|.*\n(?:\|.*\n)+", GUIDE, re.MULTILINE)
    assert set(re.findall(r"`(PROEFLOKET_\w+)`", table)) == set(re.findall(r"\$\{(\w+)", COMPOSE))


def layout(folder: Path, configuration: str) -> list[str]:
    """Return the command that lets nginx judge the files as they are, but for names of containers."""
    (folder / "nginx.conf").write_text(configuration, encoding="utf-8")
    (folder / "mocks.conf").write_text(re.sub(r"\bmocks-\d", "127.0.0.1", UPSTREAM), encoding="utf-8")
    (folder / "door.conf").write_text(DOOR.replace("listen ", "listen 127.0.0.1:"), encoding="utf-8")
    return [*nginx_command(folder, folder / "nginx.conf"), "-t"]


@pytest.mark.parametrize(
    ("written", "instead", "good"),
    [
        ("", "", True),
        ("keepalive 64", "keepalive many", False),
        ("include mocks.conf", "include x.conf", False),
    ],
)
def test_nginx_takes_its_configuration(tmp_path: Path, written: str, instead: str, good: bool) -> None:
    command = layout(tmp_path, NGINX.replace(written, instead))
    judged = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    assert (judged.returncode == 0) is good, judged.stderr


def test_the_folder_of_nginx_is_where_compose_lets_it_look() -> None:
    balancer = read(COMPOSE, UPSTREAM, DOOR).services["balancer"]
    outer, inner, how = balancer["volumes"][0].split(":")
    assert (PROJECT / outer / "nginx.conf").is_file()
    assert how == "ro"
    assert balancer["command"][balancer["command"].index("-c") + 1] == f"{inner}/nginx.conf"


def test_nginx_repeats_nothing_that_was_posted_and_keeps_the_host() -> None:
    directives = re.sub(r"#.*", "", NGINX)
    assert "non_idempotent" not in directives
    assert "proxy_set_header Host $http_host;" in directives


def test_the_image_takes_hashed_pins_and_only_what_is_there() -> None:
    copied = [
        source
        for line in re.findall(r"^COPY (.*)$", DOCKERFILE, re.MULTILINE)
        for source in line.split()[:-1]
    ]
    assert copied
    assert [source for source in copied if not (PROJECT / source).exists()] == []
    kept = re.findall(r"^!(.*)$", (PROJECT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted({source.split("/")[0] for source in copied}) == sorted(kept)
    for line in re.findall(r"pip install.*", DOCKERFILE):
        assert "--require-hashes -r requirements/load.txt" in line
    assert re.findall(r"\w+://", DOCKERFILE) == []


def test_what_the_image_holds_is_enough(tmp_path: Path) -> None:
    for source in re.findall(r"^COPY (mocks|load) ", DOCKERFILE, re.MULTILINE):
        shutil.copytree(
            PROJECT / source, tmp_path / source, ignore=shutil.ignore_patterns("tests", "__pycache__")
        )
    command = [sys.executable, "-c", IMPORT, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    subprocess.run(command, cwd=tmp_path, env=environment, timeout=60, check=True)  # noqa: S603  # our own words
