"""Forms of several steps: what was typed travels along in the page itself, so that nothing is lost.

Every page of such a form carries all its fields: those of the step in view as they can be changed, the others
hidden.  So two tabs do not spoil each other, and the button "Vorige" loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from mocks.core.errors import Refusal

T = TypeVar("T")


@dataclass(frozen=True)
class Steps:
    """The steps of a form.

    Attributes:
        titles: what each step is called, as on the screens.
        fields: every field, and on which step it is asked, counting from 1.
    """

    titles: tuple[str, ...]
    fields: Mapping[str, int]


@dataclass
class Walk:
    """Somebody's way through a form of several steps.

    Attributes:
        steps: the steps of the form.
        values: what was typed, or what the form suggests, of every field.
        at: the step in view.
        errors: the sentence that is wrong with each field; "" is the form as a whole.
        code: why it was refused, for programs that look.
        status: the status of the answer.
        go: which button was pressed.
    """

    steps: Steps
    values: dict[str, str]
    at: int = 1
    errors: dict[str, str] = field(default_factory=dict)
    code: str | None = None
    status: int = 200
    go: str = "next"

    @classmethod
    def begun(cls, steps: Steps, suggested: Mapping[str, str], sent: Mapping[str, str]) -> Walk:
        """Return the walk as a form that was ``sent`` has it: at its first step, or as far as it says."""
        values = {name: sent.get(name, suggested.get(name, "")) for name in steps.fields}
        text = sent.get("step", "1")
        at = int(text) if text in {str(one) for one in range(1, len(steps.titles) + 1)} else 1
        return cls(steps, values, at, go=sent.get("go", "next"))

    @property
    def is_last(self) -> bool:
        """Whether the step in view is the last one, where one confirms."""
        return self.at == len(self.steps.titles)

    @property
    def onward(self) -> str:
        """The word on the button that leads on."""
        return "Bevestigen" if self.is_last else "Volgende"

    @property
    def about_no_field(self) -> bool:
        """Whether an error belongs to no field of the step in view."""
        return any(self.steps.fields.get(name) != self.at for name in self.errors)

    def elsewhere(self) -> Iterator[tuple[str, str]]:
        """Give every field that is not asked in this step, with its value."""
        for name, step in self.steps.fields.items():
            if step != self.at:
                yield name, self.values[name]

    def moved(self, at: int) -> Walk:
        """Return the walk at another step."""
        self.at = max(1, min(at, len(self.steps.titles)))
        return self

    def wrong(self, name: str, refusal: Refusal) -> None:
        """Keep what is wrong with a field, and go back to the step where it is asked."""
        if not self.errors:
            self.code, self.status = refusal.code, refusal.status
        self.errors[name] = refusal.sentence
        self.at = min(self.at, self.steps.fields.get(name, self.at))

    def read(self, name: str, how: Callable[[str], T]) -> T | None:
        """Return what a field says, or None after noting what is wrong with it."""
        try:
            return how(self.values[name])
        except Refusal as refusal:
            self.wrong(name, refusal)
            return None

    def attempt(self, act: Callable[[], T], field_of: Callable[[Refusal], str]) -> T | None:
        """Return what an act brings, or None after noting why it was refused, at the field it is about."""
        try:
            return act()
        except Refusal as refusal:
            self.wrong(field_of(refusal), refusal)
            return None
