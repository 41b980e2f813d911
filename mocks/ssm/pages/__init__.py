"""The pages of the Mandatenbeheer (SSM): an e-loket behind ACM, without any JavaScript.

ACM says who it is and for whom that person acts; SSM asks anew, at every page, whether that still holds.
*Bron*: frames, columns and buttons of financien.belgium.be (domain facts §5.1).  Ours are the addresses, the
order of the steps, and every sentence that is not a label there.
"""

from __future__ import annotations

from mocks.ssm.pages import changing, concluding, door, mandate, many, overview

BLUEPRINTS = tuple(module.blueprint for module in (door, overview, concluding, mandate, changing, many))
"""What the application registers, with CSRF tokens on every form."""
