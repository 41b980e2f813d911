"""axe-core, which judges the accessibility of a page in Chromium.

*Bron*: directive (EU) 2016/2102, of which the webinar speaks; it asks WCAG 2.1, levels A and AA.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from mocks.core.visit import ENVIRON_WORLD
from mocks.core.wire.backchannel import Answer, environ_of, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from mocks.federation import Federation
    from steps.crawl import Sight

WIDTHS = (360, 1280)
"""Of a phone and of a desk, in pixels."""

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
_RUN = f"""() => axe.run({{
    runOnly: {json.dumps(_TAGS)},
    resultTypes: ["violations"],
    preload: false,
}}).then(found => found.violations.map(one => [one.id, one.help, one.nodes.map(node => node.html)]))"""


class Judge:
    """Chromium with axe-core; the pages come from whoever saw them, their style from the federation."""

    def __init__(self, chromium: Browser, federation: Federation, world: str) -> None:
        """Open a window; axe-core needs JavaScript, so that the pages could use it, too."""
        self._federation = federation
        self._world = world
        self._script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
        self._sight: Sight | None = None
        self._styles: dict[str, Answer] = {}
        context = chromium.new_context()
        context.route("**/*", self._answer)
        self._page: Page = context.new_page()

    def faults(self, sight: Sight) -> Iterator[str]:
        """Give what axe-core finds on a page, at each width."""
        self._sight = sight
        self._page.goto(sight.url)
        self._page.evaluate(self._script)
        for width in WIDTHS:
            self._page.set_viewport_size({"width": width, "height": 800})
            for rule, sentence, nodes in self._page.evaluate(_RUN):
                shown = "; ".join(node[:200] for node in nodes[:3])
                yield (
                    f"{rule} at {width}: {sentence}; {len(nodes)} × {shown} "
                    f"({sight.template}, {sight.status}, {sight.who} at {sight.url})"
                )

    def _answer(self, route: Route) -> None:
        """Show the page that was seen; its style comes along, a script of its own does not."""
        request = route.request
        if request.is_navigation_request() and self._sight is not None:
            route.fulfill(
                status=self._sight.status, body=self._sight.html, content_type="text/html; charset=utf-8"
            )
        elif request.resource_type == "script":
            route.abort()
        else:
            answer = self._styles.get(request.url) or self._fetch(request.url)
            route.fulfill(status=answer.status, headers=dict(answer.headers), body=answer.body)

    def _fetch(self, url: str) -> Answer:
        environ: dict[str, Any] = {**environ_of("GET", url, {}, b""), ENVIRON_WORLD: self._world}
        answer = self._styles[url] = run(self._federation, environ)
        return answer
