"""Reads compose.yaml and the files that it uses, and says what in them does not fit together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import make_url

from steps.booklets import faults_of

PROJECT = Path(__file__).resolve().parents[2]

_CHOSEN = re.compile(r"\$\{([A-Z_]+):-([^}]*)\}")
_SERVER = re.compile(r"^server ([^ :]+):(\d+) ", re.MULTILINE)
_LISTEN = re.compile(r"^listen (\d+)\b", re.MULTILINE)

LASTING = "service_started", "service_healthy"
"""What can be waited for of a service that goes on."""


@dataclass(frozen=True)
class Composition:
    """What the files say.

    Attributes:
        services: those of compose.yaml, with the defaults of what can be chosen filled in.
        raw: the same as written, with ``${…}``.
        upstream: the servers that nginx knows, name and port.
        doors: the ports on which nginx listens.
    """

    services: Mapping[str, Any]
    raw: Mapping[str, Any]
    upstream: tuple[tuple[str, str], ...]
    doors: tuple[str, ...]

    def words(self, program: str) -> Iterator[tuple[str, list[str]]]:
        """Give the services that run a program, with the words after it."""
        for name, service in self.services.items():
            command = service.get("command", [])
            if command and command[0] == program:
                yield name, [str(word) for word in command[1:]]

    def option(self, name: str, option: str) -> str:
        """Return the value of an option on the command line of a service; empty when it is not there."""
        words = map(str, self.services[name].get("command", []))
        return next((word.partition("=")[2] for word in words if word.startswith(f"{option}=")), "")

    def running(self, command: str) -> list[str]:
        """Return the services that run a command of proefloket."""
        return [name for name, words in self.words("proefloket") if words[0] == command]


def read(compose: str, upstream: str, door: str) -> Composition:
    """Return what these texts say."""
    raw = yaml.safe_load(compose)["services"]
    filled = yaml.safe_load(_CHOSEN.sub(r"\2", compose))["services"]
    return Composition(filled, raw, tuple(_SERVER.findall(upstream)), tuple(_LISTEN.findall(door)))


def texts() -> tuple[str, str, str]:
    """Return compose.yaml, the servers that nginx knows, and its door, as they are committed."""
    names = "compose.yaml", "deploy/nginx/mocks.conf", "deploy/nginx/door.conf"
    compose, upstream, door = ((PROJECT / name).read_text(encoding="utf-8") for name in names)
    return compose, upstream, door


def command_faults(found: Composition) -> Iterator[str]:
    """Give what ``proefloket`` would not understand of the commands."""
    for name, words in found.words("proefloket"):
        yield from (f"{name}: {fault}" for fault in faults_of(words))


def waiting_faults(found: Composition) -> Iterator[str]:
    """Give the services that wait for what never comes."""
    for name, service in found.services.items():
        shared = service.get("network_mode", "")
        waited = dict(service.get("depends_on", {}))
        if shared and shared.removeprefix("service:") not in waited:
            yield f"{name}: stands in the network of a service for which it does not wait"
        for other, how in waited.items():
            there = found.services.get(other)
            if there is None:
                yield f"{name}: waits for {other}, which is no service"
                continue
            if not set(there.get("profiles", [])) <= set(service.get("profiles", [])):
                yield f"{name}: waits for {other}, which only a profile starts"
            if how["condition"] == "service_healthy" and "healthcheck" not in there:
                yield f"{name}: waits for the health of {other}, which is not looked at"
            if (how["condition"] in LASTING) == (other in found.running("populate")):
                yield f"{name}: {how['condition']} is not how {other} goes"


def address_faults(found: Composition) -> Iterator[str]:
    """Give addresses and ports that do not agree, or that others than this machine could reach."""
    published = [(name, str(port)) for name, one in found.services.items() for port in one.get("ports", [])]
    urls = set()
    for name, port in published:
        place, _, inner = port.rpartition(":")
        address, _, outer = place.rpartition(":")
        if address != "127.0.0.1":
            yield f"{name}: {port} can be reached from elsewhere"
        if inner not in found.doors:
            yield f"{name}: nobody listens on {inner}"
        urls.add(f"http://{address}:{outer}")
    for name in found.running("up"):
        if {found.option(name, "--url")} != urls:
            yield f"{name}: its --url is not where it is published"
        if (name, found.option(name, "--port")) not in found.upstream:
            yield f"{name}: nginx does not know it"
    for name, port in found.upstream:
        if name not in found.running("up"):
            yield f"nginx: {name}:{port} is no server"
        if name not in found.services["balancer"]["depends_on"]:
            yield f"nginx: does not wait for {name}, and does not start while nobody has that name"
    for name, words in found.words("locust"):
        if "--master" in words and {found.option(name, "--host")} != urls:
            yield f"{name}: visits another place than where the mocks are published"
        if found.services[name].get("network_mode") != "service:balancer":
            yield f"{name}: that address leads elsewhere outside of the network of the balancer"


def database_faults(found: Composition) -> Iterator[str]:
    """Give who would not get into the database, and passwords that somebody did not choose."""
    server = found.services["postgres"]["environment"]
    asked = found.raw["postgres"]["environment"]["POSTGRES_PASSWORD"]
    if _CHOSEN.fullmatch(asked) is None:
        yield "postgres: its password cannot be chosen"
    for name in found.running("up") + found.running("populate"):
        url = make_url(found.option(name, "--database"))
        if (url.username, url.database) != (server["POSTGRES_USER"], server["POSTGRES_DB"]):
            yield f"{name}: asks for another database"
        if url.host not in found.services:
            yield f"{name}: {url.host} is no service"
        if url.password is not None:
            yield f"{name}: its password stands on the command line"
        if found.raw[name]["environment"].get("PGPASSWORD") != asked:
            yield f"{name}: has another password than the database"


def load_faults(found: Composition) -> Iterator[str]:
    """Give what the master of Locust expects and nobody brings."""
    masters = [name for name, words in found.words("locust") if "--master" in words]
    workers = [name for name, words in found.words("locust") if "--worker" in words]
    there = sum(int(found.services[name].get("deploy", {}).get("replicas", 1)) for name in workers)
    people = {str(found.services[name]["command"][2]) for name in found.running("populate")}
    for name in masters:
        if int(found.option(name, "--expect-workers")) != there:
            yield f"{name}: expects {found.option(name, '--expect-workers')} workers of {there}"
        if {found.option(name, "--people")} != people:
            yield f"{name}: its people are not those of populate"
    if len(masters) != 1 or not workers:
        yield "there is one master, and somebody who works"


RULES: tuple[Callable[[Composition], Iterator[str]], ...] = (
    command_faults,
    waiting_faults,
    address_faults,
    database_faults,
    load_faults,
)
"""What has to hold; each gives what does not."""


def faults(found: Composition) -> list[str]:
    """Return everything that does not fit together."""
    return [fault for rule in RULES for fault in rule(found)]
