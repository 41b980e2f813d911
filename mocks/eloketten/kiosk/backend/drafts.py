"""What was typed in forms that came too late, until whoever typed it is signed in again."""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.oauth import fingerprint
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.backend.dependants import Dependants
from mocks.eloketten.kiosk.backend.kiosk import mark_of
from mocks.eloketten.kiosk.domain.applicants import Applicant
from mocks.eloketten.kiosk.domain.drafts import Draft, is_path


class Drafts:
    """What waits in one browser, during one visit.

    It waits for whoever typed it, for the applicant for whom that was; anybody else in the same browser
    neither sees it nor is led to it, and does not end it: whoever chose the wrong identity at ACM, or was
    relieved at a shared computer for a moment, would lose the text.
    """

    def __init__(self, visit: Visit, browser: str) -> None:
        """Keep and find within ``visit``; ``browser`` is the identifier in KIOSK's cookie."""
        self._visit = visit
        self._browser = fingerprint(browser)

    def keep(self, draft: Draft) -> None:
        """Keep what was typed in a form, in place of what was typed there before."""
        with self._visit.writing() as connection:
            store.drafts.keep(connection, self._browser, draft, self._now)

    def on(self, page: str) -> Sequence[Draft]:
        """Return what waits on a page, whosesoever, the latest first."""
        return [one for one in self._waiting if one.page == page]

    def forget(self, applicant: Applicant, action: str) -> None:
        """Let what was typed for an applicant in the form that is sent to ``action`` wait no longer."""
        # What cannot be a path is not looked for: a database does not take every text.
        if not is_path(action):
            return
        with self._visit.writing() as connection:
            store.drafts.forget(connection, self._browser, mark_of(applicant), action)

    def way_on(self, applicant: Applicant, back: str | None, choice: str) -> str | None:
        """Return where somebody goes who is signed in from now on.

        To the page on which something of his own waits; to where he picks an applicant, when it waits for
        one under the one for whom he signed in; otherwise to where he was going.

        Args:
            applicant: for whom he is signed in.
            back: the path to which he was going, or None; where only somebody else's text waits, that is
                the page of somebody else, and he goes to none.
            choice: the path where one picks an applicant.
        """
        waiting = self._waiting
        pages = [one.page for one in waiting if one.mark == mark_of(applicant)]
        if pages:
            return back if back in pages else pages[0]
        under = {mark_of(one.under(applicant)) for one in Dependants(self._visit).under(applicant)}
        if any(one.mark in under for one in waiting):
            return choice
        return None if any(one.page == back for one in waiting) else back

    @property
    def _waiting(self) -> Sequence[Draft]:
        return store.drafts.of(self._visit.reading, self._browser, self._now)

    @property
    def _now(self) -> int:
        return self._visit.clock.token_now
