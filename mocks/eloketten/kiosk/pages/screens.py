"""Screens with a form: shown once, and again with what was typed when that cannot be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flask import request

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
    """

    fields: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    version: str | None = None


_SCREENS: dict[str, Callable[[Typed], str]] = {}


def shows_again(endpoint: str) -> Callable[[Callable[[Typed], str]], Callable[[Typed], str]]:
    """Let the decorated function show the form again of which ``endpoint`` takes what was typed."""

    def remember(show: Callable[[Typed], str]) -> Callable[[Typed], str]:
        _SCREENS[f"{blueprint.name}.{endpoint}"] = show
        return show

    return remember


@blueprint.app_errorhandler(InvalidForm)
def invalid(refusal: InvalidForm) -> Answer:
    """Show the form again with what was typed, and what is wrong with it."""
    return _again(refusal, refusal.fields, request.form.get("version", ""))


@blueprint.app_errorhandler(OutdatedForm)
def outdated(refusal: OutdatedForm) -> Answer:
    """Show what was typed beside what stands there now; pressing again then means that one saw it."""
    return _again(refusal, {"": refusal.sentence}, None)


def _again(refusal: Refusal, errors: Mapping[str, str], version: str | None) -> Answer:
    show = _SCREENS.get(request.endpoint or "")
    if show is None or not wants_page():
        return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)
    return show(Typed(request.form.to_dict(), errors, version)), refusal.status
