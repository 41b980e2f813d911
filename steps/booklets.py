"""The documentation as data: its blocks, links, command lines, tables and addresses, and what is wrong."""

from __future__ import annotations

import argparse
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import click
import requests

from mocks.cli import main
from mocks.core.addresses import SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROJECT = Path(__file__).resolve().parent.parent
DOCS = PROJECT / "docs"
GUIDE = DOCS / "guide-developer.md"
BOOKLETS = sorted([PROJECT / "README.md", PROJECT / "features" / "README.md", *DOCS.rglob("*.md")])
OURS = "http://127.0.0.1:8600"

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
ADDRESS = re.compile(re.escape(OURS) + r"[^\s`'\"<>)|]*")
CONTROL = re.compile(r"(?<![\w<])/?([a-z]+)/_mock/([a-z-]+)")
CODE = re.compile(r"`([^`]+)`")


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def blocks(text: str, *languages: str) -> list[str]:
    """Return what stands in the fenced blocks of these languages; "" is a block that names none."""
    return [body for language, body in BLOCK.findall(text) if language in languages]


def command_lines(text: str) -> list[str]:
    """Return the lines of the fenced blocks for a shell, without comments, continued ones joined."""
    joined = "\n".join(blocks(text, "", "sh", "bash")).replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def anchors(text: str) -> set[str]:
    """Return the anchors that GitHub and GitLab give to the headings of a text."""
    bare = BLOCK.sub("", text)
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(bare))
    return {heading.replace(" ", "-") for heading in kept}


def link_faults(path: Path, text: str) -> Iterator[str]:
    """Give each relative link that leads nowhere."""
    for target in LINK.findall(BLOCK.sub("", text)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        found = (path.parent / unquote(file)).resolve() if file else path
        if not found.exists():
            yield f"{target}: there is no such file"
        elif anchor and anchor not in anchors(found.read_text(encoding="utf-8")):
            yield f"{target}: there is no such heading"


def command_faults(line: str) -> Iterator[str]:
    """Give what `proefloket` or `make` would not understand of a command line."""
    words = shlex.split(line, comments=True)
    if words and words[0] == "make":
        targets = re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        given = next((word.removeprefix("ARGS=") for word in words if word.startswith("ARGS=")), "")
        yield from (f"make {word}" for word in words[1:] if "=" not in word and word not in targets)
        command = {"up": "up", "rehearse": "rehearse"}.get(words[1])
        words = ["proefloket", command, *shlex.split(given)] if command and given else []
    if not words or Path(words[0]).name != "proefloket":
        return
    yield from (f"{line}: {fault}" for fault in faults_of(words[1:]))


def faults_of(words: Sequence[str]) -> Iterator[str]:
    """Give what `proefloket` would not understand of the words after it."""
    if words[0] not in main.commands:
        yield f"there is no command {words[0]}"
        return
    try:
        main.commands[words[0]].make_context(words[0], list(words[1:]))
    except click.ClickException as fault:
        yield fault.format_message()


def first_cells(text: str, header: str) -> list[str]:
    """Return the code spans in the first column of every table whose first heading is ``header``."""
    tables = re.findall(rf"^\| *{header} *\|.*\n\|[-| :]+\|\n((?:\|.*\n?)+)", text, re.MULTILINE)
    return [span for rows in tables for row in rows.splitlines() for span in CODE.findall(row.split("|")[1])]


def stands(path: str) -> bool:
    """Say whether a system stands at this path, or at the beginning of it."""
    own = {system.path for system in SYSTEMS.values()}
    return path == "/" or any(path == place or path.startswith(f"{place}/") for place in own - {""})


@dataclass
class Shell:
    """Plays `curl` lines within a process, and remembers what the next ones need."""

    document: str = ""
    code: str = ""
    access: str = ""
    refresh: str = ""

    def play(self, line: str) -> requests.Response:
        """Send what a line sends; `$CODE` and the like are those of the answers before."""
        for name in ("CODE", "ACCESS", "REFRESH"):
            line = line.replace(f"${name}", getattr(self, name.lower()))
        told = CURL.parse_args(shlex.split(line, comments=True)[1:])
        data = self.document if told.file else "&".join(told.data)
        headers = dict(header.split(": ", 1) for header in told.header)
        if data:
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        answer = requests.request(
            told.method or ("POST" if data else "GET"),
            told.url,
            data=data.encode() or None,
            headers=headers,
            auth=tuple(told.user.split(":")) if told.user else None,
            allow_redirects=False,
            timeout=10,
        )
        back = parse_qs(urlsplit(answer.headers.get("Location", "")).query)
        self.code = back.get("code", [self.code])[0]
        if '"refresh_token":' in answer.text:
            self.access, self.refresh = answer.json()["access_token"], answer.json()["refresh_token"]
        return answer


CURL = argparse.ArgumentParser(prog="curl")
CURL.add_argument("-i", "-s", action="store_true")
CURL.add_argument("-X", dest="method")
CURL.add_argument("-H", dest="header", action="append", default=[])
CURL.add_argument("-d", dest="data", action="append", default=[])
CURL.add_argument("-u", dest="user")
CURL.add_argument("--data-binary", dest="file")
CURL.add_argument("url")
