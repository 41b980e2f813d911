"""What KIOSK does: sessions, applicants, assessors, dossiers, messages, contact data, and users of IDM."""

from mocks.eloketten.kiosk.backend.assessments import Assessments, Assignments
from mocks.eloketten.kiosk.backend.assessors import ASSESSORS_CLIENT_ID, AssessorsDoor
from mocks.eloketten.kiosk.backend.contacts import Contacts, authentic
from mocks.eloketten.kiosk.backend.dependants import Dependants
from mocks.eloketten.kiosk.backend.dossiers import Dossiers
from mocks.eloketten.kiosk.backend.drafts import Drafts
from mocks.eloketten.kiosk.backend.kiosk import CLIENT_ID, Kiosk, mark_of
from mocks.eloketten.kiosk.backend.messages import Messages
from mocks.eloketten.kiosk.backend.submissions import Submissions
from mocks.eloketten.kiosk.backend.users import SCIM_SECRET, Users

__all__ = [
    "ASSESSORS_CLIENT_ID",
    "CLIENT_ID",
    "SCIM_SECRET",
    "Assessments",
    "AssessorsDoor",
    "Assignments",
    "Contacts",
    "Dependants",
    "Dossiers",
    "Drafts",
    "Kiosk",
    "Messages",
    "Submissions",
    "Users",
    "authentic",
    "mark_of",
]
