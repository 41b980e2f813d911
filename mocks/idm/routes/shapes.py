"""How the API writes persons, work relations, rights, histories and tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from mocks.idm.domain.administration import Verdict
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.catalogue import Right
from mocks.idm.domain.facts import Organisation
from mocks.idm.domain.history import Entry
from mocks.idm.domain.people import Person, Registered
from mocks.idm.domain.relations import WorkRelation
from mocks.idm.domain.rights import UserRight
from mocks.idm.domain.tasks import Task
from mocks.idm.domain.views import Page, PersonFile, RelationFile

ItemT = TypeVar("ItemT")


def page(name: str, found: Page[ItemT], write: Callable[[ItemT], dict[str, Any]]) -> dict[str, Any]:
    """Write a piece of a list."""
    return {name: [write(item) for item in found.items], "next": found.next}


def organisation(one: Organisation) -> dict[str, Any]:
    """Write an organisation."""
    return {"number": str(one.number), "name": one.name, "target_group": one.target_group}


def administrator(one: Administrator) -> dict[str, Any]:
    """Write an administrator of an organisation."""
    return {
        "person": str(one.insz),
        "name": one.name,
        "grounds": [ground.value for ground in one.grounds],
        "domains": list(one.domains),
    }


def verdict(one: Verdict) -> dict[str, Any]:
    """Write whether a ground holds, with every check."""
    return {
        "ground": one.ground.value,
        "holds": one.holds,
        "checks": [
            {"check": check.check, "holds": check.holds, "fact": check.fact, "source": check.source}
            for check in one.checks
        ],
        "repair": one.failed.repair if one.failed else "",
    }


def registered(one: Registered) -> dict[str, Any]:
    """Write what the register says of a person."""
    return {
        "number": str(one.insz),
        "given_name": one.given_name,
        "family_name": one.family_name,
        "birth_date": _day(one.birth_date),
        "sex": one.sex,
        "source": "VKBP",
    }


def person(one: Person, now: datetime) -> dict[str, Any]:
    """Write a person."""
    return {
        "number": str(one.insz),
        "given_name": one.given_name,
        "family_name": one.family_name,
        "birth_date": _day(one.birth_date),
        "sex": one.sex,
        "source": "VKBP",
        "nickname": one.nickname,
        "initials": one.initials,
        "reason": one.reason,
        "added_at": one.added_at.isoformat(),
        "status": one.status(now).value,
        "active_from": one.active_from.isoformat() if one.active_from else None,
    }


def person_file(one: PersonFile, now: datetime, today: date) -> dict[str, Any]:
    """Write a person with work relations, rights and accounts."""
    return {
        **person(one.person, now),
        "work_relations": relation_files(one.relations, today),
        "accounts": [
            {
                "target_group": account.target_group,
                "vo_id": account.vo_id,
                "eloket": account.eloket,
                "state": account.state,
            }
            for account in one.accounts
        ],
    }


def relation(one: WorkRelation) -> dict[str, Any]:
    """Write a work relation."""
    return {
        "number": str(one.number),
        "person": str(one.number.person),
        "organisation": str(one.number.organisation),
        "target_group": one.target_group,
        "category": one.category.value,
        "begin": one.period.begin.isoformat(),
        "end": one.end.isoformat(),
        "phone": one.phone,
        "email": one.email,
        "revision": one.revision,
    }


def relation_files(files: Iterable[RelationFile], today: date) -> list[dict[str, Any]]:
    """Write work relations with their rights."""
    return [
        {**relation(file.relation), "rights": [right(one, today) for one in file.rights]} for file in files
    ]


def right(one: UserRight, today: date) -> dict[str, Any]:
    """Write a granted right."""
    return {
        "number": str(one.number),
        "right": one.right.name,
        "token_code": one.right.token_code,
        "profile": one.profile,
        "contexts": list(one.contexts),
        "begin": one.period.begin.isoformat(),
        "end": one.end.isoformat(),
        "revoked_on": _day(one.revoked_on),
        "state": one.state(today),
        "revision": one.revision,
    }


def catalogue_entry(one: Right) -> dict[str, Any]:
    """Write a right of the catalogue."""
    return {
        "key": one.key,
        "name": one.name,
        "token_code": one.token_code,
        "description": one.description,
        "elokets": list(one.elokets),
        "target_groups": list(one.target_groups),
        "most_years": one.most_years,
        "granted_by": [ground.value for ground in one.granted_by],
        "btb_domain": one.btb_domain,
        "belgian_eid": one.belgian_eid,
        "profiles": list(one.profiles),
        "has_contexts": one.has_contexts,
        "needs_activation": one.needs_activation,
        "available_from": _day(one.available_from),
    }


def entry(one: Entry) -> dict[str, Any]:
    """Write a line of the history."""
    event = one.event
    return {
        "number": one.number,
        "at": one.at.isoformat(),
        "action": event.action.value,
        "label": event.action.label,
        "person": event.person,
        "organisation": event.organisation,
        "actor": event.actor or None,
        "actor_name": event.actor_name,
        "subject": event.subject,
        "detail": event.detail,
    }


def task(one: Task) -> dict[str, Any]:
    """Write a task."""
    return {
        "number": one.number,
        "organisation": str(one.organisation),
        "person": str(one.person),
        "person_name": one.person_name,
        "right": one.right.name if one.right else None,
        "contexts": list(one.contexts),
        "phone": one.phone,
        "email": one.email,
        "reason": one.reason,
        "asked_at": one.asked_at.isoformat(),
        "decision": one.decision.value,
        "decided_by": one.decided_by,
        "decided_at": one.decided_at.isoformat() if one.decided_at else None,
        "answer": one.answer,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
