"""What IDM does: every use case of its screens and its API, the push, and the signed statement.

Who acts is found first, by :class:`Administrators`; every use case then takes the
:class:`~mocks.idm.domain.administrator.Administrator` that came of it.  Other authorities are asked before
a write transaction, never within.
"""

from mocks.idm.backend.activations import Activations
from mocks.idm.backend.administrators import Administrators
from mocks.idm.backend.bulk import Bulk
from mocks.idm.backend.catalogue import RightsAsked, catalogue_in
from mocks.idm.backend.desk import WORK_RELATIONS, WorkRelationsDesk
from mocks.idm.backend.history import History
from mocks.idm.backend.people import People
from mocks.idm.backend.push import Push
from mocks.idm.backend.registration import Registration
from mocks.idm.backend.relations import Coupling, WorkRelations
from mocks.idm.backend.rights import Rights
from mocks.idm.backend.tasks import Request, SelfRegistration, Tasks

__all__ = [
    "WORK_RELATIONS",
    "Activations",
    "Administrators",
    "Bulk",
    "Coupling",
    "History",
    "People",
    "Push",
    "Registration",
    "Request",
    "Rights",
    "RightsAsked",
    "SelfRegistration",
    "Tasks",
    "WorkRelations",
    "WorkRelationsDesk",
    "catalogue_in",
]
