"""The pages of the Gebruikersbeheer (IDM): an e-loket behind ACM, without any JavaScript.

ACM admits the person; the person then chooses among the organisations that he administers.  *Bron*: the
screens of the kmo-portefeuille guide (seed 004) for the order of the steps and every label on them.  Ours
are the addresses, and the screens that no document shows: tasks, comparing, bulk granting, self-registration.
"""

from __future__ import annotations

from mocks.idm.pages import door, ending, many, people, quick, registration, relations, rights, tasks

BLUEPRINTS = tuple(
    module.blueprint for module in (door, people, relations, rights, ending, quick, tasks, many, registration)
)
"""What the application registers, with CSRF tokens on every form."""
