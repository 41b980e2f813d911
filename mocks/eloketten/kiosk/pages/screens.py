"""Screens with a form: shown once, and again with what was typed when that cannot be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flask import request, url_for

from mocks.core.errors import Refusal
from mocks.core.shell import problem, wants_page
from mocks.eloketten.kiosk.errors import InvalidForm, OutdatedForm
from mocks.eloketten.kiosk.pages.frame import Answer, blueprint


@dataclass(frozen=True)
class Typed:
    """What was typed in a form that could not be kept.

    Attributes:
        fields: what stands in each field.
        errors: what is wrong with each; "" is what is wrong with none of them.
        version: the version that the form was opened with, or None to go on from what stands there now.
        waited: the path to which the form is sent, when what was typed waited for another sign-in.
    """

    fields: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    version: str | None = None
    waited: str | None = None


@dataclass(frozen=True)
class Screen:
    """A form.

    Attributes:
        show: shows it with what was typed, on its own page.
        on: the endpoint of that page, when it does not have the path to which the form is sent.
    """

    show: Callable[[Typed], str]
    on: str | None

    @property
    def page(self) -> str:
        """The path of its page, during the request that sends it."""
        if self.on is None:
            return request.path
        return url_for(self.on, **(request.view_args or {})).removeprefix(request.script_root)


_SCREENS: dict[str, Screen] = {}


def shows_again(
    endpoint: str, on: str | None = None
) -> Callable[[Callable[[Typed], str]], Callable[[Typed], str]]:
    """Let the decorated function show the form again of which ``endpoint`` takes what was typed.

    It is called for a form that was refused, and on its page for one that waited for another sign-in; there
    as well ``request.view_args`` has what the address names.

    Args:
        endpoint: the view that the form is sent to.
        on: the view that shows the page of the form, when that does not have the same address.
    """

    def remember(show: Callable[[Typed], str]) -> Callable[[Typed], str]:
        page = f"{blueprint.name}.{on}" if on is not None else None
        _SCREENS[f"{blueprint.name}.{endpoint}"] = Screen(show, page)
        return show

    return remember


def screen_of(endpoint: str | None) -> Screen | None:
    """Return the form that is sent to an endpoint, or None when nothing is typed there."""
    return _SCREENS.get(endpoint or "")


@blueprint.app_errorhandler(InvalidForm)
def invalid(refusal: InvalidForm) -> Answer:
    """Show the form again with what was typed, and what is wrong with it."""
    return shown_again(refusal, refusal.fields, request.form.get("version", ""))


@blueprint.app_errorhandler(OutdatedForm)
def outdated(refusal: OutdatedForm) -> Answer:
    """Show what was typed beside what stands there now; pressing again then means that one saw it."""
    return shown_again(refusal, {"": refusal.sentence}, None)


def shown_again(refusal: Refusal, errors: Mapping[str, str], version: str | None) -> Answer:
    """Return the answer to a form that was refused: the form again, with what is wrong.

    Args:
        refusal: why, for a program.
        errors: what is wrong with each field.
        version: the version that the form was opened with, or None to go on from what stands there now.
    """
    screen = screen_of(request.endpoint)
    if screen is None or not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return screen.show(Typed(request.form.to_dict(), errors, version)), refusal.status
