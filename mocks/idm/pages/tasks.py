"""The tile "Mijn Taken": what persons ask for themselves, to accept or refuse.

*Bron*: the tile of seed 004; that self-registration ends here: domain facts §4.  How the screens look is
ours.
"""

from __future__ import annotations

from collections.abc import Mapping

from flask import flash, request
from werkzeug.wrappers import Response

from mocks.core.forms import read_date
from mocks.core.shell import current_visit
from mocks.core.walks import Steps, Walk
from mocks.idm.backend import Tasks
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.relations import Category
from mocks.idm.domain.tasks import Task
from mocks.idm.pages.frame import moved, pages, render
from mocks.idm.pages.session import administrator
from mocks.idm.routes import peers_here

blueprint = pages("tasks")

_ACCEPT = Steps(("Aanvaarden",), {"category": 1, "end": 1, "right_end": 1})
_REFUSE = Steps(("Weigeren",), {"answer": 1})

_FIELD_OF: Mapping[str, str] = {
    "unknown-category": "category",
    "work-relation-too-long": "end",
    "right-past-work-relation": "right_end",
    "right-too-long": "right_end",
    "unreadable-text": "answer",
}


@blueprint.get("/taken")
def mine() -> str:
    """List what waits, the oldest first (``vanaf``)."""
    who = administrator()
    return render("tasks.html", who, found=_tasks().open(who, request.args.get("vanaf") or None))


@blueprint.get("/taken/<int:number>")
def task(number: int) -> str:
    """Show one task, with the ways to decide."""
    who = administrator()
    return _page(who, _tasks().find(who, number), _accepting())


@blueprint.post("/taken/<int:number>/aanvaarden")
def accept(number: int) -> Response | tuple[str, int]:
    """Couple and grant what is asked (``category``, ``end`` and ``right_end``: dd/mm/jjjj or empty)."""
    who, walk = administrator(), _accepting()
    asked = _tasks().find(who, number)
    category = walk.read("category", Category.read)
    end = walk.read("end", lambda text: read_date(text, "De einddatum") if text.strip() else None)
    right_end = walk.read("right_end", lambda text: read_date(text, "De einddatum") if text.strip() else None)
    if category is not None and not walk.errors:
        done = walk.attempt(
            lambda: _tasks().accept(who, number, category, end, right_end),
            lambda refusal: _FIELD_OF.get(refusal.code, ""),
        )
        if done is not None:
            flash(f"U hebt de aanvraag van {done.person_name} aanvaard.", "success")
            return moved("tasks.mine")
    return _page(who, asked, walk), walk.status


@blueprint.post("/taken/<int:number>/weigeren")
def refuse(number: int) -> Response | tuple[str, int]:
    """Refuse what is asked, with an answer (``answer``)."""
    who, walk = administrator(), Walk.begun(_REFUSE, {}, request.form)
    asked = _tasks().find(who, number)
    done = walk.attempt(
        lambda: _tasks().refuse(who, number, walk.values["answer"]),
        lambda refusal: _FIELD_OF.get(refusal.code, ""),
    )
    if done is not None:
        flash(f"U hebt de aanvraag van {done.person_name} geweigerd.", "success")
        return moved("tasks.mine")
    return _page(who, asked, walk), walk.status


def _tasks() -> Tasks:
    return Tasks(current_visit(), peers_here())


def _accepting() -> Walk:
    return Walk.begun(_ACCEPT, {"category": Category.PERMANENT.value}, request.form)


def _page(who: Administrator, asked: Task, walk: Walk) -> str:
    categories = [(one.value, one.value) for one in Category]
    return render("task.html", who, task=asked, walk=walk, typed=walk.values, categories=categories)
