"""The means of authentication, as ACM's own table has them."""

from __future__ import annotations

from mocks.acm.domain.means import MEANS, shown

URN = "urn:be:vlaanderen:authmech:"


def test_urn_and_levels_are_those_of_the_table_and_of_the_token_a_guess() -> None:
    assert [(means.key, means.urn, means.level, means.fas_level) for means in MEANS.values()] == [
        ("eid", f"{URN}eid", 35, 500),
        ("itsme", f"{URN}itsme", 27, 450),
        ("app", f"{URN}csamtotp", 26, 400),
        ("sms", f"{URN}csamsms", 25, 400),
        ("token", f"{URN}csamtoken", 24, 300),
    ]


def test_amr_of_fas_names_the_means() -> None:
    assert [means.fas_method for means in MEANS.values()] == ["eid", "bmid", "totp", "sms", "token"]


def test_the_labels_are_those_of_the_screens() -> None:
    assert [means.label for means in MEANS.values()] == [
        "eID en aangesloten kaartlezer",
        "itsme",
        "Beveiligingscode via mobiele app",
        "Beveiligingscode via SMS",
        "Federaal token",
    ]


def test_fas_is_asked_for_the_level_of_the_means() -> None:
    assert MEANS["itsme"].fas_acr == "urn:be:fedict:iam:fas:Level450"


def test_what_is_shown_is_what_is_accepted_strongest_first() -> None:
    assert [means.key for means in shown(["sms", "eid"], ())] == ["eid", "sms"]
    assert shown([], ()) == ()


def test_acr_values_narrow_what_is_shown_and_never_widen_it() -> None:
    asked = (f"{URN}csamsms", f"{URN}itsme", f"{URN}kerberos")
    assert [means.key for means in shown(["sms", "eid"], asked)] == ["sms"]
    assert shown(["eid"], asked) == ()
