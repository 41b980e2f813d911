"""What is wrong with a request, a task, the workflow or the push."""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound, Refusal


class NoLocalAdministrator(Refusal):
    """The organisation has no local administrator who could handle a request."""

    code = "no-local-administrator"
    status = 409


class RequestAlreadyOpen(Refusal):
    """The same request waits for the local administrator already."""

    code = "request-already-open"
    status = 409


class TaskDecided(Refusal):
    """The task was accepted or refused before."""

    code = "task-decided"
    status = 409


class UnknownTask(NotFound):
    """There is no such task for this organisation."""

    code = "unknown-task"


class MalformedLink(BadRequest):
    """A link for self-registration that does not say what is asked."""

    code = "malformed-link"


class MalformedWorkflow(BadRequest):
    """A mode of the workflow that does not exist."""

    code = "malformed-workflow"


class UnknownScimTarget(NotFound):
    """No push is configured for this e-loket."""

    code = "unknown-scim-target"


class MalformedScimTarget(BadRequest):
    """A push to a system that is not of this federation."""

    code = "malformed-scim-target"
