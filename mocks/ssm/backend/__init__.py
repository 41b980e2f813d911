"""What SSM does: every use case of its screens and its API, and the signed statement.

Who acts, and for which party, is found first by :meth:`Parties.agent`; every use case then takes the
:class:`~mocks.ssm.domain.agents.Agent` that came of it.  Other authorities are asked before a write
transaction, never within.
"""

from mocks.ssm.backend.bulk import Bulk
from mocks.ssm.backend.catalogue import TypesAsked, catalogue_in
from mocks.ssm.backend.desk import MANDATES, MandatesDesk
from mocks.ssm.backend.history import History
from mocks.ssm.backend.lists import Lists
from mocks.ssm.backend.mandates import Mandates
from mocks.ssm.backend.parties import Parties
from mocks.ssm.backend.registration import Registration
from mocks.ssm.backend.transfers import Transfers

__all__ = [
    "MANDATES",
    "Bulk",
    "History",
    "Lists",
    "Mandates",
    "MandatesDesk",
    "Parties",
    "Registration",
    "Transfers",
    "TypesAsked",
    "catalogue_in",
]
