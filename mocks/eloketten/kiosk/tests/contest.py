"""Several processes that change the same at once, round after round.

In each round a process opens its forms and says "open" on its output; it sends them when a line comes in, and
prints what came of each as JSON.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import IO

from werkzeug.test import TestResponse

from mocks.core.identifiers.accounts import AccountNumber
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, storage_at, words
from mocks.eloketten.kiosk.tests.every_form import DOSSIER, ELS, Form, Forms, form_at
from mocks.eloketten.kiosk.tests.said import NOOR, Claims, claims, employee, mandated

PROCESSES, EACH = 4, 5
AT_ONCE = PROCESSES * EACH
ACCOUNT = f"/dossiers/{DOSSIER}/rekeningnummer"
PEOPLE: tuple[Claims, ...] = (
    claims(),
    employee(given_name="Els", family_name="Maes", rrn=ELS),
    mandated(),
    claims(given_name="Noor", family_name="Haddad", rrn=NOOR),
)
"""Who takes part, each in a process of his own."""

_PROGRAM = "from mocks.eloketten.kiosk.tests.contest import work; work()"


@dataclass(frozen=True)
class Round:
    """All send the form at a path at once.

    Attributes:
        path: of the form.
        all_the_same: whether they are one person in many browsers, as a profile is one's own.
        until_saved: whether each process sends its forms one after the other, each until it was saved.
    """

    path: str
    all_the_same: bool = False
    until_saved: bool = False


ROUNDS = (
    Round("/profiel", all_the_same=True),
    Round("/contactgegevens"),
    Round(ACCOUNT),
    Round(ACCOUNT, until_saved=True),
)


@dataclass(frozen=True)
class Outcome:
    """What came of a form that was sent.

    Attributes:
        status: of the answer.
        typed: what was typed.
        still: whether all of that stands in the form of the answer.
        said: what the answer says, in words.
    """

    status: int
    typed: dict[str, str]
    still: bool
    said: str


def account(number: int) -> str:
    """Return an invented Belgian account number with the right check digits."""
    body = f"999{number:07}"
    check = f"{int(body) % 97 or 97:02}"
    digits = f"{body}{check}111400"  # "BE00" behind the number, letters as digits (ISO 13616).
    return AccountNumber(f"BE{98 - int(digits) % 97:02}{body}{check}").display


TYPED: dict[str, Callable[[int], dict[str, str]]] = {
    ACCOUNT: lambda number: {"account": account(number)},
    "/contactgegevens": lambda number: {"email": f"post{number}@de-kade.example", "phone": "+3292345678"},
    "/profiel": lambda number: {"email": f"jan{number}@post.example", "phone": "+3292345678"},
}
"""What the ``number``th of all types, by the path of the form."""


def work() -> None:
    """Take part in every round, in a process of its own, as the arguments say."""
    place, process = sys.argv[1], int(sys.argv[2])
    kiosk = KioskAlone(storage_at(place), makes_world=False)
    browsers = [Browser(kiosk) for _ in range(EACH)]
    for who, rounds in itertools.groupby(ROUNDS, lambda one: PEOPLE[0 if one.all_the_same else process]):
        kiosk.acm.next = who
        for browser in browsers:
            browser.sign_in(who)
        for one in rounds:
            outcomes = _played(browsers, one, process * EACH)
            print(json.dumps([asdict(outcome) for outcome in outcomes]), flush=True)


def _played(browsers: Sequence[Browser], one: Round, first: int) -> list[Outcome]:
    opened = [form_at(browser, Form(one.path, one.path)) for browser in browsers]
    print("open", flush=True)
    sys.stdin.readline()

    def send(turn: int) -> Outcome:
        # What stands there already would be no change.
        typed = TYPED[one.path](first + turn + (AT_ONCE if one.until_saved else 0))
        return _sent(browsers[turn], opened[turn], typed, until_saved=one.until_saved)

    if one.until_saved:
        return [send(turn) for turn in range(EACH)]
    with ThreadPoolExecutor(EACH) as pool:
        return list(pool.map(send, range(EACH), timeout=60))


def _sent(browser: Browser, form: Form, typed: dict[str, str], *, until_saved: bool) -> Outcome:
    answer = browser.post(form.action, **{**form.values, **typed})
    while until_saved and answer.status_code == 409:
        (again,) = [one for one in Forms(form.page, answer.text).found if one.action == form.action]
        answer = browser.post(again.action, **again.values)
    return Outcome(answer.status_code, typed, _stands(answer, typed), words(answer))


def _stands(answer: TestResponse, typed: dict[str, str]) -> bool:
    fields = dict(re.findall(r'<input[^>]*?name="(\w+)"[^>]*?value="([^"]*)"', answer.text))
    return all(fields.get(name) == text for name, text in typed.items())


@contextlib.contextmanager
def processes(place: str) -> Iterator[Callable[[], list[Outcome]]]:
    """Start the processes on the worlds at a place; give what plays the next round, and tells of it."""
    workers = [
        subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-c", _PROGRAM, place, str(process)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for process in range(PROCESSES)
    ]

    def play() -> list[Outcome]:
        for worker in workers:
            assert _stream(worker.stdout).readline() == "open\n"
        for worker in workers:
            _stream(worker.stdin).write("\n")
            _stream(worker.stdin).flush()
        told = [json.loads(_stream(worker.stdout).readline()) for worker in workers]
        return [Outcome(**one) for outcomes in told for one in outcomes]

    try:
        yield play
    finally:
        for worker in workers:
            worker.communicate(timeout=60)
    assert [worker.returncode for worker in workers] == [0] * PROCESSES


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
