"""Sign-in without pages, with an identity that the request hints at."""

from __future__ import annotations

import pytest

from mocks.acm.tests.own_eloket import (
    denied,
    hint,
    payload,
    tokens,
)
from mocks.pytest_plugin import FederationInTest

pytestmark = pytest.mark.usefixtures("federation")


def test_an_organisation_named_by_login_hint_is_chosen_or_refused_the_same_way() -> None:
    by_hint = hint(cap_hint="EA", code_hint="0110041748")
    claims = payload(tokens("jan", None, scope="openid vo", login_hint=by_hint)["id_token"])
    assert claims["vo_orgcode"] == "0110041748"
    assert denied("tom", None, login_hint=by_hint) == denied("tom", "EA:0110041748")


def test_a_target_group_alone_may_be_hinted() -> None:
    only_ea = hint(cap_hint="EA")
    claims = payload(tokens("jan", None, scope="openid vo", login_hint=only_ea)["id_token"])
    assert claims["vo_orgcode"] == "0110041748"
    himself = payload(tokens("jan", None, scope="openid vo", login_hint=hint(cap_hint="BUR"))["id_token"])
    assert himself["vo_doelgroepcode"] == "BUR"
    assert "Langs deze weg" in denied("tom", None, login_hint=only_ea)


def test_an_organisation_hinted_in_the_wrong_target_group_is_refused(federation: FederationInTest) -> None:
    wrong = hint(cap_hint="EA", code_hint=federation.number("kapeldorp"))
    assert "Langs deze weg" in denied("luc", None, login_hint=wrong)
