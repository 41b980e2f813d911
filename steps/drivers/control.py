"""The driver of the control rooms: set the scene."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    import requests

    from mocks.cast import CastOrganisation, Personage
    from steps.wires import Wire


Members = dict[str, Any]


@dataclass(frozen=True)
class Control:
    """Sets the scene in one world."""

    wire: Wire
    session: requests.Session

    def put(self, system: str, kind: str, number: str, members: Members) -> None:
        """Put a fact, or change what is there."""
        known = self.session.get(self.wire.url(system, f"/_mock/{kind}/{number}"))
        self.replace(system, kind, number, {**(known.json() if known.ok else {}), **members})

    def replace(self, system: str, kind: str, number: str, members: Members) -> None:
        """Put a fact, whatever was there."""
        url = self.wire.url(system, f"/_mock/{kind}/{number}")
        answer = self.session.put(url, json=members)
        assert answer.status_code == 200, answer.text

    def try_to_put(self, system: str, kind: str, number: str, members: Members) -> requests.Response:
        """Change a fact that is there, and return whatever is answered."""
        url = self.wire.url(system, f"/_mock/{kind}/{number}")
        return self.session.put(url, json={**self.fact(system, kind, number), **members})

    def messages(self, dossier: str) -> list[Members]:
        """Return the messages that KIOSK sent about a dossier, the newest first."""
        answer = self.session.get(self.wire.url("kiosk", "/_mock/messages"), params={"dossier": dossier})
        return list(answer.json()["messages"])

    def forget_messages(self) -> None:
        """Empty KIOSK's outbox."""
        answer = self.session.delete(self.wire.url("kiosk", "/_mock/messages"))
        assert answer.status_code == 200, answer.text

    def fact(self, system: str, kind: str, number: str) -> Members:
        """Return a fact that is there."""
        answer = self.session.get(self.wire.url(system, f"/_mock/{kind}/{number}"))
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def remove(self, system: str, kind: str, number: str) -> None:
        """Remove a fact, whether or not it is there."""
        answer = self.session.delete(self.wire.url(system, f"/_mock/{kind}/{number}"))
        assert answer.status_code in {200, 404}, answer.text

    def pass_minutes(self, minutes: int) -> None:
        """Let the clock of the world jump ahead."""
        now = self.session.get(self.wire.url("stage", "/_mock/clock")).json()["now"]
        self.set_clock(datetime.fromisoformat(now) + timedelta(minutes=minutes))

    def set_clock(self, moment: datetime) -> None:
        """Put the clock of the world to a moment."""
        url = self.wire.url("stage", "/_mock/clock")
        answer = self.session.put(url, json={"now": moment.isoformat()})
        assert answer.status_code == 200, answer.text

    def register(self, integration_file: str) -> None:
        """Let ACM know an e-loket by its integration file, in YAML."""
        url = self.wire.url("acm", "/_mock/clients")
        sent = self.session.post(
            url, data=integration_file.encode(), headers={"Content-Type": "application/yaml"}
        )
        assert sent.ok, sent.text

    def dossiers_of(self, applicant: str) -> set[str]:
        """Return the numbers of an applicant's dossiers, as the authority of the scene knows them."""
        listed = self.session.get(self.wire.url("kiosk", "/_mock/dossier")).json()["numbers"]
        url = self.wire.url("kiosk", "/_mock/dossier")
        found = {number: self.session.get(f"{url}/{number}").json() for number in listed}
        return {number for number, dossier in found.items() if dossier["applicant"] == applicant}

    def assessed_by(self, person: Personage) -> set[str]:
        """Return the numbers of the dossiers that are assigned to a person."""
        listed = self.session.get(self.wire.url("kiosk", "/_mock/assessment")).json()["numbers"]
        found = {number: self.fact("kiosk", "assessment", number)["assessors"] for number in listed}
        return {number for number, assessors in found.items() if person.number in assessors}

    def activate(self, person: Personage, key: str, since: date, last_used: date) -> None:
        """Let a person have an active key; whoever holds the card has the eID."""
        if key == "eid":
            self.put("rijksregister", "person", person.number, {"belgian_eid": True})
            return
        number = f"{person.number}-{key}"
        days = {"activated_on": since.isoformat(), "last_used": last_used.isoformat()}
        self.replace("csam", "key", number, days)

    def deactivate(self, person: Personage, key: str) -> None:
        """Let a person not have a key."""
        if key == "eid":
            self.put("rijksregister", "person", person.number, {"belgian_eid": False})
        else:
            self.remove("csam", "key", f"{person.number}-{key}")

    def give_function(
        self, person: Personage, organisation: CastOrganisation, code: str, begin: date, end: date | None
    ) -> None:
        """Let a person hold a function in an organisation."""
        self.replace(
            "kbo",
            "function",
            f"{organisation.number}-{person.number}-{code}",
            {"begin": begin.isoformat(), "end": end.isoformat() if end else None},
        )

    def grant(  # the members of a right
        self,
        person: Personage,
        organisation: CastOrganisation,
        right: str,
        begin: date,
        end: date,
        revoked_on: date | None = None,
    ) -> None:
        """Let a person have a user right on a work relation with an organisation."""
        self.put("idm", "person", str(person.number), {})
        relation = f"{person.number}-{organisation.number}-1"
        self.put("idm", "work-relation", relation, {})
        self.replace(
            "idm",
            "right",
            f"{relation}-{right}",
            {
                "begin": begin.isoformat(),
                "end": end.isoformat(),
                "revoked_on": revoked_on.isoformat() if revoked_on else None,
            },
        )

    def give_right(
        self, person: Personage, organisation: CastOrganisation, right: str, members: Members
    ) -> None:
        """Let a person have one user right with these members, on a work relation with an organisation."""
        self.put("idm", "person", str(person.number), {})
        relation = f"{person.number}-{organisation.number}-1"
        self.put("idm", "work-relation", relation, {})
        self.replace("idm", "right", f"{relation}-{right}", members)

    def employ(self, person: Personage, organisation: CastOrganisation, begin: date, end: date) -> None:
        """Let a person who is Actief in IDM have a work relation without rights."""
        for right in self.rights_of(person, organisation):
            self.remove("idm", "right", right)
        own = {
            "given_name": person.given_name,
            "family_name": person.family_name,
            "birth_date": person.birth_date.isoformat(),
            "sex": person.sex.value,
        }
        self.put("idm", "person", str(person.number), {**own, "status": "Actief"})
        days = {"begin": begin.isoformat(), "end": end.isoformat()}
        self.put("idm", "work-relation", f"{person.number}-{organisation.number}-1", days)

    def rights_of(self, person: Personage, organisation: CastOrganisation) -> list[str]:
        """Return the numbers of the rights that a person was ever granted at an organisation."""
        return self._listed("right", f"{person.number}-{organisation.number}-")

    def relations_of(self, person: Personage, organisation: CastOrganisation) -> list[str]:
        """Return the numbers of the work relations of a person with an organisation."""
        return self._listed("work-relation", f"{person.number}-{organisation.number}-")

    def is_in_idm(self, person: Personage) -> bool:
        """Return whether a person was ever added to IDM, for whatever organisation."""
        return str(person.number) in self._listed("person", "")

    def hold_newcomers(self) -> None:
        """Let whoever is added to IDM wait until the scene lets that person become Actief."""
        answer = self.session.put(self.wire.url("idm", "/_mock/workflow"), json={"mode": "stepped"})
        assert answer.status_code == 200, answer.text

    def activate_right(self, organisation: CastOrganisation, right: str, contexts: list[str]) -> None:
        """Let a right be activated for an organisation, with the contexts to choose from."""
        self.replace("idm", "activation", f"{organisation.number}-{right}", {"contexts": contexts})

    def _listed(self, kind: str, begin: str) -> list[str]:
        numbers = self.session.get(self.wire.url("idm", f"/_mock/{kind}")).json()["numbers"]
        return [number for number in numbers if number.startswith(begin)]

    def appoint(
        self,
        person: Personage,
        organisation: CastOrganisation,
        post: str,
        begin: date,
        end: date | None = None,
    ) -> None:
        """Let a person have an active appointment in BTB."""
        days = {"begin": begin.isoformat(), "end": end.isoformat() if end else None}
        self.replace("csam", "appointment", f"{organisation.number}-{person.number}-{post}", days)

    def appointments_in(self, organisation: CastOrganisation, today: date) -> dict[str, bool]:
        """Return who is appointed in BTB for what, as ``<insz>-<post>``, and whether that is active yet."""
        url = self.wire.url("csam", "/_mock/appointment")
        own = f"{organisation.number}-"
        listed = [one for one in self.session.get(url).json()["numbers"] if one.startswith(own)]
        found = {one: self.session.get(f"{url}/{one}").json() for one in listed}
        return {
            number.removeprefix(own): not one["waiting"]
            for number, one in found.items()
            if one["end"] is None or one["end"] >= today.isoformat()
        }

    def federal_roles_of(self, person: Personage, organisation: CastOrganisation, today: date) -> set[str]:
        """Return the federal roles that somebody holds for an organisation on a day."""
        listed = self.session.get(self.wire.url("csam", f"/api/v1/roles/persons/{person.number}")).json()
        return {
            one["role"]
            for one in listed["roles"]
            if one["enterprise_number"] == organisation.code
            and one["begin"] <= today.isoformat() <= (one["end"] or "9999-12-31")
            and today.isoformat() < (one["revoked_on"] or "9999-12-31")
        }

    def stop(self, organisation: CastOrganisation, day: date) -> None:
        """Let an organisation stop."""
        stopped = {"status": "ST", "stopped_on": day.isoformat()}
        self.put("kbo", "enterprise", str(organisation.number), stopped)

    def mandate(  # the members of a mandate
        self,
        mandator: CastOrganisation | Personage,
        holder: CastOrganisation,
        begin: date,
        end: date | None = None,
        stopped_on: date | None = None,
        type_: str = "kiosk",
    ) -> str:
        """Let a mandate, signed by both, be the only one there is; return its number."""
        number = "M-2021-000001"
        members = {
            "type": type_,
            "mandator": mandator.code,
            "holder": holder.code,
            "begin": begin.isoformat(),
            "end": end.isoformat() if end else None,
            "stopped_on": stopped_on.isoformat() if stopped_on else None,
        }
        self.replace("ssm", "mandate", number, members)
        (listed,) = self.session.get(self.wire.url("ssm", "/_mock/mandate")).json()["numbers"]
        return str(listed)
