"""The dossiers of applicants, and what their representatives change of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mocks.core.forms import read_filled
from mocks.core.identifiers import AccountNumber, NotAnAccount
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend.contacts import MOST_CHANGES, Contacts
from mocks.eloketten.kiosk.backend.keeping import keep, own, subject_of
from mocks.eloketten.kiosk.backend.messages import Messages
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.domain.changes import Change, change_by, change_of_scene, seen_version, told
from mocks.eloketten.kiosk.domain.contacts import Reachable
from mocks.eloketten.kiosk.domain.dependants import is_code
from mocks.eloketten.kiosk.domain.dossiers import (
    Detail,
    Dossier,
    Phase,
    check_phase,
    dossier_type,
    number_after,
)
from mocks.eloketten.kiosk.domain.messages import APPLICANT, Choice, Message
from mocks.eloketten.kiosk.domain.overview import Wish
from mocks.eloketten.kiosk.domain.progress import Step, progress
from mocks.eloketten.kiosk.errors import AccountFixed, InvalidForm, OutdatedForm

NO_LONGER_KNOWN = "een vertegenwoordiger zonder profiel"


class Dossiers:
    """The dossiers in KIOSK during one visit; of an applicant only those that are its own."""

    def __init__(self, visit: Visit) -> None:
        """Keep and find dossiers within ``visit``."""
        self._visit = visit

    def page(
        self, applicant: str, offset: int, limit: int, wish: Wish | None = None
    ) -> tuple[Sequence[Dossier], int]:
        """Return a page of the dossiers of an applicant, by its code, and how many there are in all.

        Args:
            applicant: the code.
            offset: how many come before.
            limit: how many at most.
            wish: which of them are wanted, in which order; without it all by number.
        """
        reading, wanted = self._visit.reading, wish or Wish()
        found = store.dossiers.of_applicant(reading, applicant, wanted, offset, limit)
        return found, store.dossiers.count(reading, applicant, wanted)

    def make(self, applicant: str, title: str, kind: str) -> Dossier:
        """Make a dossier in preparation for an applicant, by its code, under the next number of the year.

        Whether a day allows it is for the page to ask: the old KIOSK makes dossiers when KIOSK 2.0 does not.

        Raises:
            FieldMissing, UnreadableText: when the title is not one line of text.
            UnknownDossierType: when this cannot be applied for.
            NoNumberLeft: when every number of the year is taken.
        """
        filled, wanted = read_filled(title, "De titel"), dossier_type(kind)
        year = self._visit.clock.today.year
        with self._visit.writing() as connection:
            number = number_after(store.dossiers.highest(connection, year), year)
            while not store.dossiers.put(
                connection, made := Dossier(number, applicant, filled, wanted, Phase.PREPARATION), 0
            ):
                number = number_after(number, year)
            store.phases.record(connection, number, made.phase, self._visit.clock.now)
        return made

    def find(self, applicant: Applicant, number: str) -> Dossier:
        """Return a dossier of the applicant.

        Raises:
            UnknownDossier: when there is none of this number, or it is somebody else's.
        """
        return own(self._visit.reading, applicant, number)

    def changes(self, dossier: Dossier) -> Sequence[Change]:
        """Return the latest changes of a dossier, newest first."""
        return store.changes.of(self._visit.reading, subject_of(dossier.number), MOST_CHANGES)

    def progress(self, dossier: Dossier) -> Sequence[Step]:
        """Return the phases of a dossier in their order, which are done, and since when."""
        return progress(dossier, store.phases.of(self._visit.reading, dossier.number))

    def change(self, applicant: Applicant, number: str, detail: Detail, typed: Mapping[str, str]) -> None:
        """Change one detail of a dossier; ``typed`` has it and the version that was seen.

        What changes nothing is no change: it neither raises the version nor stands in the history.

        Raises:
            UnknownDossier: as :meth:`find` has it.
            AccountFixed: when the account number cannot change any more.
            InvalidForm, IncompleteForm: when what was typed does not fit.
            OutdatedForm: when somebody else changed the dossier after the form was opened.
        """
        reachable = Contacts(self._visit).reachable(applicant)
        with self._visit.writing() as connection:
            kept = own(connection, applicant, number)
            changed = _changed(kept, detail, typed, reachable)
            if seen_version(typed.get("version", "")) != kept.version:
                raise OutdatedForm
            sent: Sequence[Message] = ()
            if changed != kept:
                sent = keep(self._visit, connection, kept, changed)
                what = _difference(kept, changed, reachable)
                change = change_by(applicant, self._visit.clock.now, what)
                store.changes.record(connection, subject_of(number), change)
        Messages(self._visit).deliver(sent)

    def put(self, dossier: Dossier) -> None:
        """Keep a dossier, or replace what is kept, whoever saw which version.

        What it changes causes the messages that it causes in reality: so the department moves a dossier on.

        Raises:
            PhaseNotOfType: when its type does not have its phase.
            CouldBeReal: when a number in it could be a citizen's or a company's.
            OutdatedForm: when somebody else changes it at this very moment.
        """
        check_phase(dossier)
        for number in (dossier.applicant, dossier.contact_person, dossier.email_of):
            if number is not None and not is_code(number):
                self._visit.require_safe(number)
        with self._visit.writing() as connection:
            kept = store.dossiers.find(connection, dossier.number)
            if kept is None:
                # Nobody saw it come this far, so that nobody hears of it.
                if not store.dossiers.put(connection, dossier, 0):
                    raise OutdatedForm
                return
            sent = keep(self._visit, connection, kept, dossier)
            what = _difference(kept, dossier, ())
            if what:
                change = change_of_scene(self._visit.clock.now, what)
                store.changes.record(connection, subject_of(dossier.number), change)
        Messages(self._visit).deliver(sent)

    def remove(self, number: str) -> bool:
        """Remove a dossier with all that belongs to it; return whether there was one."""
        with self._visit.writing() as connection:
            store.changes.forget(connection, subject_of(number))
            store.phases.forget(connection, number)
            store.messages.forget(connection, Choice(dossier=number))
            # The dossier goes first: whoever assigns it at this moment then finds that it is gone.
            there = store.dossiers.remove(connection, number)
            store.assessments.remove(connection, number)
            return there


def _changed(
    dossier: Dossier, detail: Detail, typed: Mapping[str, str], reachable: Iterable[Reachable]
) -> Dossier:
    if detail is Detail.ACCOUNT:
        if not dossier.account_may_change:
            raise AccountFixed(dossier.phase.label)
        return replace(dossier, account=_account(typed.get("account", "")))
    chosen = next((one for one in reachable if one.key == typed.get("who", "")), None)
    if chosen is None:
        raise InvalidForm({"who": "Kies de aanvrager of een vertegenwoordiger uit de lijst."})
    if detail is Detail.CONTACT_PERSON:
        return replace(dossier, contact_person=chosen.insz)
    return replace(dossier, email_of=chosen.insz)


def _account(text: str) -> AccountNumber:
    try:
        return AccountNumber(text)
    except NotAnAccount as refusal:
        raise InvalidForm({"account": refusal.sentence}) from None


def _difference(before: Dossier, after: Dossier, reachable: Iterable[Reachable]) -> str:
    known = {one.insz: one for one in reachable}

    def person(insz: str | None) -> str:
        return known[insz].label if insz in known else NO_LONGER_KNOWN if insz else APPLICANT

    def address(insz: str | None) -> str:
        return f"{known[insz].email}, {known[insz].label}" if insz in known else person(insz)

    def account(number: AccountNumber | None) -> str | None:
        return number.display if number is not None else None

    lines: list[str] = []
    if before.phase != after.phase:
        lines.append(told("Fase", before.phase.label, after.phase.label))
    if before.contact_person != after.contact_person:
        ends = person(before.contact_person), person(after.contact_person)
        lines.append(told(Detail.CONTACT_PERSON.label, *ends))
    if before.email_of != after.email_of:
        lines.append(told(Detail.EMAIL.label, address(before.email_of), address(after.email_of)))
    if before.account != after.account:
        lines.append(told(Detail.ACCOUNT.label, account(before.account), account(after.account)))
    return " ".join(lines)
