"""Where the browser goes after logging out or switching identity."""

from __future__ import annotations

from collections.abc import Mapping

from mocks.acm.backend import clients
from mocks.acm.errors import UnknownClient, WrongRedirectUri, listed
from mocks.core import oauth
from mocks.core.errors import BadRequest
from mocks.core.visit import Visit


class LogoutIncomplete(BadRequest):
    """A logout or switch that lacks what it needs."""

    code = "logout-incomplete"


def way_back(visit: Visit, parameters: Mapping[str, str], *, switching: bool) -> str | None:
    """Return where the browser goes after logout or switch, or None for ACM's own page.

    Raises:
        LogoutIncomplete: when ``client_id`` or the way back is missing where it is mandatory.
        UnknownClient, WrongRedirectUri: when they are not registered.
    """
    client_id, back = parameters.get("client_id"), parameters.get("post_logout_redirect_uri")
    if switching and not (client_id and back):
        raise LogoutIncomplete("Bij switch zijn client_id en post_logout_redirect_uri allebei verplicht.")
    if back and not client_id:
        raise LogoutIncomplete("Met post_logout_redirect_uri is ook client_id verplicht.")
    if not client_id:
        return None
    eloket = clients.find(visit, client_id)
    if eloket is None:
        raise UnknownClient(f"Er is geen client ‘{client_id[:60]}’ bij ACM geregistreerd.")
    if not back:
        return None
    if not oauth.redirect_uri_matches(
        back, eloket.post_logout_redirect_uris, loopback_any_port=eloket.loopback_any_port
    ):
        raise WrongRedirectUri(
            f"‘{back[:200]}’ is geen geregistreerd adres om na afmelden naar terug te keren; wel: "
            f"{listed(eloket.post_logout_redirect_uris)}."
        )
    return back
