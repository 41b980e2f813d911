"""Whoever walks through a mock from page to page: every link, every form, as every personage.

It works in process and speaks HTTP only, so that what it reaches is reached without JavaScript.  The pages it
finds are told apart by the template that drew them and by what stands on them; which route and which template
that was, the applications say themselves.
"""

from __future__ import annotations

import heapq
import itertools
import re
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import flask
import requests
from werkzeug.exceptions import HTTPException

from steps.drivers.browser import Form, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mocks.federation import Federation

STRANGER = "niemand"
"""How the name of whoever is not signed in begins."""

_LEAVING = re.compile(r"/(afmelden|wisselen|annuleren|logout|endSession)$")
"""Where one is no longer signed in afterwards, so that one goes there last."""

_KINDS = re.compile(r"<any\([^)]*\):(\w+)>")
"""A parameter that chooses between kinds of a thing, so that each of them is a route of its own."""

_THINGS = re.compile(r"<([a-z]\w*)(?:(?:[^>](?!class=))*\sclass=\"([^\"]*)\")?")
_ENOUGH_OF_A_ROUTE = 16
_ENOUGH_FOR_ONE = 2
"""How many addresses of one route all of them see, and one of them, for other things may stand there."""

_ENOUGH_PEOPLE = 3
"""How many fill in the same form rightly: what one may not do, another may."""

_GET, _WRONG, _RIGHT = range(3)
"""First everything is looked at, then refused, and only then changed."""

_NONSENSE = "31/02/2021 <b>"


@dataclass(frozen=True)
class Sight:
    """A page as somebody saw it.

    Attributes:
        app: the application that answered.
        endpoint: its route.
        template: what drew the page.
        url: where it stands.
        who: who looked.
        status: of the answer.
        html: the page.
    """

    app: str
    endpoint: str
    template: str
    url: str
    who: str
    status: int
    html: str

    @property
    def things(self) -> frozenset[tuple[str, str]]:
        """What stands on the page: kinds of elements with their classes."""
        return frozenset(_THINGS.findall(self.html))


@dataclass
class _Asked(Form):
    """A form, and the controls that a person fills in: by name, what one may choose there."""

    controls: dict[str, list[str]] = field(default_factory=dict)


class _Looked(Page):
    """A page with the controls of its forms."""

    def _start_form(self, attributes: dict[str, str]) -> None:
        super()._start_form(attributes)
        assert self._form is not None
        self._form = _Asked(self._form.action, self._form.method)
        self.forms[-1] = self._form

    def _start_input(self, attributes: dict[str, str]) -> None:
        super()._start_input(attributes)
        if attributes.get("type") != "hidden":
            choices = {"radio", "checkbox"} & {attributes.get("type")}
            self._control(attributes, [attributes.get("value", "")] if choices else [])

    def _start_textarea(self, attributes: dict[str, str]) -> None:
        self._control(attributes, [])

    def _start_select(self, attributes: dict[str, str]) -> None:
        super()._start_select(attributes)
        self._control(attributes, [])

    def _start_option(self, attributes: dict[str, str]) -> None:
        super()._start_option(attributes)
        if self._select is not None and attributes.get("value"):
            self._control({"name": self._select}, [attributes["value"]])

    def _control(self, attributes: dict[str, str], choices: list[str]) -> None:
        if isinstance(self._form, _Asked) and attributes.get("name"):
            self._form.controls.setdefault(attributes["name"], []).extend(choices)


@dataclass(order=True)
class _Step:
    """What somebody will do next."""

    urgency: int
    number: int
    who: str = field(compare=False)
    form: Form = field(compare=False)
    sent: Mapping[str, str] = field(compare=False)


class Crawl:
    """A walk through one application and its neighbours, by several people."""

    def __init__(self, federation: Federation, apps: frozenset[str], typed: Mapping[str, str]) -> None:
        """Let nobody have come in yet.

        Args:
            federation: whose applications these are.
            apps: where one may go.
            typed: what a sensible person fills in, by the name of the field.
        """
        self._federation = federation
        self._apps = apps
        self._typed = typed
        self._signing_in: list[tuple[str, str]] = []
        self._entrances: list[tuple[str, str]] = []
        self._browsers: dict[str, requests.Session] = {}
        self._codes: dict[str, str] = {}
        self._numbers = itertools.count()
        self._steps: list[_Step] = []
        self._leaving: list[_Step] = []
        self._gone: dict[tuple[str, str], tuple[str, str]] = {}
        self._visits: Counter[tuple[str, str]] = Counter()
        self._sent: dict[tuple[object, ...], set[str]] = {}
        self._drawn: tuple[str, str, str] | None = None
        self.sights: list[Sight] = []

    def enter(self, who: str, url: str, session: requests.Session | None = None) -> None:
        """Let somebody come in at an address, with a browser that was in use already or a new one."""
        self._browsers.setdefault(who, session or requests.Session()).headers["Accept"] = "text/html"
        self._entrances.append((who, url))

    def sign_in(self, who: str, url: str) -> None:
        """Let somebody come in at an address that signs in, to which one does not return."""
        self._browsers.setdefault(who, requests.Session()).headers["Accept"] = "text/html"
        self._signing_in.append((who, url))

    def walk(self) -> None:
        """Go everywhere, once more to see what that changed, and leave."""
        with ExitStack() as stack:
            for app in self._federation.applications.values():
                stack.enter_context(flask.template_rendered.connected_to(self._note, app))
            self._round((*self._signing_in, *self._entrances))
            been = [one for one in self._gone.values() if one not in self._signing_in]
            self._gone.clear()
            self._visits.clear()
            self._round(been)
            self._round((), self._leaving)

    def _round(self, starts: Iterable[tuple[str, str]], steps: Iterable[_Step] = ()) -> None:
        for who, url in starts:
            self._go(who, url)
        self._steps.extend(steps)
        while self._steps:
            self._take(heapq.heappop(self._steps))

    def worth_judging(self) -> Iterator[Sight]:
        """Give as few pages as show everything that any page of the same template shows."""
        shown: dict[str, set[tuple[str, str]]] = {}
        for sight in sorted(self.sights, key=lambda one: (-len(one.things), -len(one.html))):
            so_far = shown.setdefault(sight.template, set())
            if not sight.things <= so_far:
                so_far |= sight.things
                yield sight

    def _note(self, sender: flask.Flask, template: object, context: object) -> None:
        del context
        endpoint = flask.request.endpoint or "" if flask.has_request_context() else ""
        self._drawn = (str(sender.extensions["proefloket.system"]), endpoint, str(template.name))

    def _plan(self, urgency: int, who: str, form: Form, sent: Mapping[str, str]) -> None:
        step = _Step(urgency, next(self._numbers), who, form, sent)
        if _LEAVING.search(form.action):
            self._leaving.append(step)
        else:
            heapq.heappush(self._steps, step)

    def _take(self, step: _Step) -> None:
        session = self._browsers[step.who]
        self._drawn = None
        if step.form.method == "post":
            answer = session.post(step.form.action, data=step.sent)
        else:
            answer = session.get(step.form.action, params=step.sent or None)
        assert answer.status_code < 500, f"{answer.status_code} at {answer.url}"
        if self._drawn is None or "text/html" not in answer.headers.get("Content-Type", ""):
            return
        app, endpoint, template = self._drawn
        if app not in self._apps:
            return
        self.sights.append(
            Sight(app, endpoint, template, answer.url, step.who, answer.status_code, answer.text)
        )
        self._look_around(step.who, _Looked(answer.url, answer.status_code, answer.text))

    def _look_around(self, who: str, page: _Looked) -> None:
        for mark in page.marks:
            self._codes[who] = mark.data.get("digits") or mark.data.get("wanted") or self._codes.get(who, "")
        for _, address in page.links:
            there = address.partition("#")[0]
            if there != page.url:
                self._go(who, there)
        for form in page.forms:
            if isinstance(form, _Asked):
                self._fill(who, form)

    def _go(self, who: str, address: str) -> None:
        route = self._route(address)
        # Whoever is not signed in sees what every other one sees.
        eyes = STRANGER if who.startswith(STRANGER) else who
        if route is None or (eyes, address) in self._gone:
            return
        self._gone[eyes, address] = who, address
        mine = 0 if eyes == STRANGER else self._visits[who, route]
        if self._visits["", route] < _ENOUGH_OF_A_ROUTE and mine < _ENOUGH_FOR_ONE:
            self._visits.update([("", route), (who, route)])
            self._plan(_GET, who, Form(address, "get"), {})

    def _fill(self, who: str, form: _Asked) -> None:
        route = self._route(form.action)
        if route is None:
            return
        known = {**self._typed, "code": self._codes.get(who, "")}
        kept = {name: value for name, value in form.fields.items() if name not in form.controls}
        right = {
            name: known.get(name) or form.fields.get(name) or (choices[0] if choices else "")
            for name, choices in form.controls.items()
        }
        for name, value, text in form.buttons[:6] or [("", "", "")]:
            pressed = {name: value} if name else {}
            # A word is one of a few kinds; a code is one of many things of one kind.
            kind = value if value.isalpha() else ""
            shape = (route, frozenset(form.controls), kept.get("step"), name, kind, text[:20])
            sent = self._sent.setdefault(shape, set())
            if who in sent or len(sent) >= _ENOUGH_PEOPLE:
                continue
            if form.controls and not sent:
                self._plan(_WRONG, who, form, {**kept, **pressed, **dict.fromkeys(form.controls, "")})
                nonsense = dict.fromkeys(form.controls, _NONSENSE)
                self._plan(_WRONG, who, form, {**kept, **pressed, **nonsense})
            sent.add(who)
            self._plan(_RIGHT, who, form, {**kept, **pressed, **right})

    def _route(self, address: str) -> str | None:
        """Return the rule of the route in the applications at which an address stands, or None."""
        parts = urlsplit(address)
        place = self._federation.house.addresses.place(parts.netloc, parts.path)
        if place is None or place.app not in self._apps:
            return None
        adapter = self._federation.applications[place.app].url_map.bind("")
        for method in ("GET", "POST"):
            with suppress(HTTPException):
                rule, values = adapter.match(place.rest or "/", method, return_rule=True)
                return _KINDS.sub(lambda found, values=values: str(values[found[1]]), str(rule.rule))
        return None
