"""axe-core finds nothing on any page of any mock, with its error messages visible too.

Whoever walks through a mock finds its pages by himself, and a page that nobody saw fails the test: so a
new one is judged without anyone remembering.  The walk speaks HTTP only: the pages work without JavaScript.

*Bron*: directive (EU) 2016/2102, of which the webinar speaks.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from steps.axe import Judge
from steps.chromium import needs_chromium
from steps.crawl import Sight
from steps.visitors import crawled

if TYPE_CHECKING:
    from flask import Flask
    from playwright.sync_api import Browser

    from mocks.federation import Federation
    from mocks.pytest_plugin import FederationInTest

APPS = ("kmo-portefeuille", "kiosk", "rijksregister", "kbo", "eloket")
"""The applications that every run judges."""

LONG = ("idm", "csam", "ssm", "stage", "acm")
"""Those with so many pages that they wait for ``make axe``."""

GONE = {"kiosk-oud"}
"""On the day on which a world starts the old KIOSK is gone, and has one page left: that of a refusal."""

EVERYTHING = "PROEFLOKET_AXE"
"""Set in the environment, it lets the long ones be judged too."""

NO_PAGES = re.compile(r"/(_mock|api|scim|static|\.well-known|v1|oauth2)/|/(health|metrics|favicon\.ico)$")
"""Addresses for programs: protocols, interfaces, and what only a mock has."""

LEADS_ON = frozenset(
    {"pages.sign_in", "assessors.sign_in", "door.sign_in", "btb.sign_in", "sleutels.sign_in"}
)
"""These send the browser to ACM or FAS and show nothing."""

NEVER_SEEN = {
    "kbo": {"pages.front": "leads to the search"},
    "csam": {"front.home": "leads to Mijn digitale sleutels"},
    "rijksregister": {"front.home": "leads to the desk"},
    "idm": {"many.export": "a file for a spreadsheet"},
}

PRESSES_A_BUTTON = "core/form_post.html"
"""The only page with a script, which presses its button (*Bron*: OAuth 2.0 Form Post Response Mode)."""

pytestmark = needs_chromium


@pytest.fixture
def judge(chromium: Browser, federation: FederationInTest, federation_application: Federation) -> Judge:
    """Give axe-core, in the world of the test."""
    return Judge(chromium, federation_application, federation.world)


def page_routes(app: Flask) -> set[str]:
    """Return the routes of an application that show a page."""
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not NO_PAGES.search(str(rule.rule))
    }


def page_templates(app: Flask) -> set[str]:
    """Return the templates of an application that are a whole page: not a frame, nor a part of one."""
    names = app.jinja_env.list_templates(extensions=["html"])
    loader = app.jinja_env.loader
    assert loader is not None
    extended = {
        name: re.search(r'{% extends "([^"]+)"', loader.get_source(app.jinja_env, name)[0]) for name in names
    }
    frames = {found[1] for found in extended.values() if found is not None}
    return {name for name, found in extended.items() if found is not None and name not in frames}


def test_every_application_is_judged(federation_application: Federation) -> None:
    assert {*APPS, *LONG, *GONE} == set(federation_application.applications)


@pytest.mark.parametrize(
    "name",
    [
        *APPS,
        *(
            pytest.param(
                name,
                marks=pytest.mark.skipif(
                    not os.environ.get(EVERYTHING), reason="takes some minutes: make axe"
                ),
            )
            for name in LONG
        ),
    ],
)
def test_axe_finds_nothing_on_any_page(
    name: str, judge: Judge, federation: FederationInTest, federation_application: Federation
) -> None:
    crawl = crawled(federation_application, federation.world, name)
    app = federation_application.applications[name]
    sights = [sight for sight in crawl.sights if sight.app == name]

    missed = (
        page_routes(app) - {sight.endpoint for sight in sights} - LEADS_ON - set(NEVER_SEEN.get(name, ()))
    )
    assert missed == set(), "routes with a page that nobody saw; see steps/visitors.py"
    shared = set() if name == "acm" else {one for one in page_templates(app) if one.startswith("core/")}
    assert page_templates(app) - {sight.template for sight in sights} - shared == set(), "pages nobody saw"
    assert {sight.template for sight in sights if "<script" in sight.html} <= {PRESSES_A_BUTTON}

    faults = [fault for sight in crawl.worth_judging() if sight.app == name for fault in judge.faults(sight)]
    assert faults == []


def test_axe_notices_what_is_wrong(judge: Judge, federation: FederationInTest) -> None:
    html = (
        '<html><title>Proef</title><main><img src="x"><p style="color: #999">bleek</p><input></main></html>'
    )
    sight = Sight("stage", "", "", federation.url("stage", "/proef"), "niemand", 200, html)
    rules = {fault.partition(" ")[0] for fault in judge.faults(sight)}
    assert {"html-has-lang", "image-alt", "color-contrast", "label"} <= rules
