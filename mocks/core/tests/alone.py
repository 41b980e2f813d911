"""The kernel alone: a house without mocks, and applications that wear only the shell."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from flask import Blueprint, Flask, Response, jsonify, render_template_string, request, session

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.clock import STARTING_MOMENT
from mocks.core.control import Body, read_body
from mocks.core.errors import Refusal
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.shell import create_app, current_visit, without_csrf
from mocks.core.statements import Facts, Question, StatementCache, issue
from mocks.core.store import Storage
from mocks.core.store.sqlite import MemoryStorage
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Answer, Backchannel, environ_of, run
from mocks.core.worlds import Worlds

START = STARTING_MOMENT.timestamp()
KEYS = KeyPool(MemoryVault())
"""One pool for all houses in tests, because making an RSA key takes tens of milliseconds."""


@dataclass
class HandWall:
    """A wall clock that stands still until a test moves it."""

    epoch: float = START

    def __call__(self) -> float:
        """Return what it shows."""
        return self.epoch


class Tells(Protocol):
    """What the authorities around a mock state, as a test tells it; every change raises the version."""

    version: int

    def facts(self, question: Question, subject: str) -> Facts:
        """Return what is stated of a subject."""


@dataclass(frozen=True)
class Teller:
    """Answers one question from what was told, in statements signed as the authority signs them."""

    visit: Visit
    question: Question
    told: Tells

    def version(self, subject: str) -> int:
        """Return the version of everything that was told."""
        del subject
        return self.told.version

    def statement(self, subject: str, audience: str) -> str:
        """Return what was told of a subject."""
        return issue(self.visit, self.question, subject, audience, self.told.facts(self.question, subject))


def leave(storage: Storage) -> None:
    """Remove every world, and give up what a database still holds open."""
    for name in storage.names():
        storage.drop(name)
    storage.close()


def build_house(
    storage: Storage | None = None,
    addresses: AddressBook | None = None,
    wall: HandWall | None = None,
    **clock: Any,  # noqa: ANN401  # members of the clock that new worlds start with
) -> House:
    """Return a house with its default world and no systems in it."""
    wall = wall or HandWall()
    house = House(
        addresses=addresses or AddressBook.on("http://127.0.0.1:8600"),
        keys=KEYS,
        worlds=Worlds(storage or MemoryStorage(), wall, clock_defaults=clock),
        wall=wall,
        statements=StatementCache(),
        backchannel=Backchannel(),
    )
    house.worlds.ensure_default()
    return house


def enter(house: House, world: str = DEFAULT_WORLD) -> Visit:
    """Enter a world; the caller closes the visit."""
    return Visit(house, house.worlds.open(world))


class Curtain(Refusal):
    """A reason to refuse that no mock has."""

    code = "curtain-closed"
    status = 403
    title = "Het doek is dicht"


class Note(Body):
    """A body with one member."""

    text: str


def build_app(house: House, system: str = "kbo") -> Flask:
    """Return an application with one page of each kind: a form, a refusal, a bug and an API."""
    app = create_app(system, "mocks.core", house, algorithms=((system, "ES256"), (system, "RS256")))
    pages = Blueprint("pages", __name__)
    api = Blueprint("api", __name__, url_prefix="/api/v1")

    @pages.get("/")
    def form() -> str:
        session["seen"] = current_visit().world.name
        body = '<form method="post"><input name="csrf_token" value="{{ csrf_token() }}"></form>'
        return render_template_string(_IN_FRAME % body)

    @pages.post("/")
    def sent() -> str:
        return render_template_string(_IN_FRAME % session.get("seen", "nobody"))

    @pages.get("/refused")
    def refused() -> str:
        raise Curtain("Kom terug na de pauze.")

    @pages.get("/bug")
    def bug() -> str:
        raise ZeroDivisionError

    @api.post("/notes")
    def note() -> Response:
        return jsonify(text=read_body(Note).text)

    @api.post("/forms")
    def form_length() -> Response:
        return jsonify(length=len(request.form.get("text", "")))

    app.register_blueprint(pages)
    without_csrf(app, api)
    return app


_IN_FRAME = '{%% extends "core/layout.html" %%}{%% block main %%}%s{%% endblock %%}'


def ask(
    app: Flask,
    visit: Visit,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
) -> Answer:
    """Send a request to one application within ``visit``, as the composition root would."""
    system = app.extensions["proefloket.system"]
    environ = environ_of(method, visit.url(system) + path, headers or {}, body)
    mount = visit.url(system).removeprefix(visit.house.addresses.base("stage"))
    environ["SCRIPT_NAME"] = mount
    environ["PATH_INFO"] = environ["PATH_INFO"].removeprefix(mount) or "/"
    return run(app, {**environ, ENVIRON_VISIT: visit})


def part(content: object) -> str:
    """Return one part of a JWT, of an object or of octets."""
    octets = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def opened(token: str) -> tuple[dict[str, Any], dict[str, Any], str]:
    """Return header, claims and signature of a JWT, unverified."""
    header, claims, signature = token.split(".")
    padded = (text + "=" * (-len(text) % 4) for text in (header, claims))
    first, second = (json.loads(base64.urlsafe_b64decode(text)) for text in padded)
    return first, second, signature
