"""FAS as an OpenID provider: what it tells clients, and what it refuses them."""

from __future__ import annotations

import base64
from datetime import date

import pytest
from authlib.oidc.discovery import OpenIDProviderMetadata
from werkzeug.test import TestResponse

from mocks.core.oauth import s256
from mocks.csam_btb.domain.fas import fedid
from mocks.csam_btb.tests.browser import CALLBACK, FAS, LEVEL, VERIFIER, Browser, authorization_url
from mocks.csam_btb.tests.house import JAN, Play, userinfo


def _introspect(play: Play, token: str, client_id: str = "acm") -> TestResponse:
    return play.app.test_client().post(
        f"{FAS}/introspect", data={"token": token}, auth=(client_id, play.secret(client_id))
    )


def test_the_discovery_document_is_one_by_an_independent_judge(play: Play) -> None:
    document = play.app.test_client().get(f"{FAS}/.well-known/openid-configuration").get_json()
    OpenIDProviderMetadata(document).validate()
    assert document["issuer"] == FAS
    assert document["end_session_endpoint"] == f"{FAS}/connect/endSession"


def test_the_keys_are_those_that_sign(play: Play, browser: Browser) -> None:
    published = play.app.test_client().get(f"{FAS}/connect/jwk_uri").get_json()["keys"]
    assert [key["alg"] for key in published] == ["RS256"]
    both = play.app.test_client().get("https://www.csam.be/.well-known/jwks.json").get_json()["keys"]
    assert [key["alg"] for key in both] == ["ES256", "RS256"]
    token = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()["id_token"]
    header = base64.urlsafe_b64decode(f"{token.split('.')[0]}==").decode()
    assert published[0]["kid"] in header


def test_the_id_token_says_who_when_and_how(play: Play, browser: Browser) -> None:
    answer = play.exchange(browser.sign_in(JAN, "eid")["code"])
    assert answer.headers["Cache-Control"] == "no-store"
    tokens = answer.get_json()
    assert {name: tokens[name] for name in ("token_type", "expires_in", "scope")} == {
        "token_type": "Bearer",
        "expires_in": 3600,
        "scope": "openid profile egovnrn",
    }
    claims = play.verified(tokens["id_token"])
    now = int(play.wall.epoch)
    assert len(claims.pop("sid")) == 43
    assert claims == {
        "iss": FAS,
        "sub": fedid(JAN),
        "aud": "acm",
        "azp": "acm",
        "iat": now,
        "exp": now + 3600,
        "auth_time": now,
        "nonce": "once",
        "acr": f"{LEVEL}500",
        "amr": ["eid", f"{LEVEL}500"],
    }


def test_without_a_nonce_the_id_token_has_none(play: Play, browser: Browser) -> None:
    tokens = play.exchange(browser.sign_in(JAN, "eid", nonce="")["code"]).get_json()
    assert "nonce" not in play.verified(tokens["id_token"])


def test_auth_time_stays_that_of_the_sign_in(play: Play, browser: Browser) -> None:
    browser.sign_in(JAN, "eid")
    signed_in = int(play.wall.epoch)
    play.wall.epoch += 600
    browser.authorize()
    claims = play.verified(play.exchange(browser.answer()["code"]).get_json()["id_token"])
    assert (claims["auth_time"], claims["iat"]) == (signed_in, signed_in + 600)


def test_userinfo_is_a_signed_jwt(play: Play, browser: Browser) -> None:
    code = browser.sign_in(JAN, "eid", scope="openid profile egovnrn roles")["code"]
    answer = userinfo(play, play.exchange(code).get_json()["access_token"])
    assert answer.mimetype == "application/jwt"
    now = int(play.wall.epoch)
    assert play.verified(answer.text) == {
        "iss": FAS,
        "sub": fedid(JAN),
        "aud": "acm",
        "iat": now,
        "exp": now + 3600,
        "surname": "Peeters",
        "givenName": "Jan",
        "mail": "jan.peeters@post.example",
        "prefLanguage": "nl",
        "egovNRN": str(JAN),
        "fedid": fedid(JAN),
        "roles": [],
        "assurance_level": "500",
        "acr": f"{LEVEL}500",
        "amr": ["eid", f"{LEVEL}500"],
    }


def test_userinfo_tells_no_more_than_the_scopes_asked(play: Play, browser: Browser) -> None:
    code = browser.sign_in(JAN, "eid", scope="openid")["code"]
    claims = play.verified(userinfo(play, play.exchange(code).get_json()["access_token"]).text)
    assert not {"surname", "givenName", "mail", "egovNRN", "roles"} & claims.keys()


@pytest.mark.parametrize("header", ["", "Basic abc", "Bearer ", "Bearer nothing"])
def test_userinfo_takes_a_bearer_token_that_is_known(play: Play, header: str) -> None:
    answer = play.app.test_client().get(f"{FAS}/userinfo", headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="FAS", error="invalid_token"'


def test_an_access_token_lapses_after_an_hour(play: Play, browser: Browser) -> None:
    token = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()["access_token"]
    play.wall.epoch += 3599
    assert userinfo(play, token).status_code == 200
    play.wall.epoch += 1
    assert userinfo(play, token).status_code == 401


def test_introspection_tells_the_client_of_a_token(play: Play, browser: Browser) -> None:
    token = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()["access_token"]
    now = int(play.wall.epoch)
    assert _introspect(play, token).get_json() == {
        "active": True,
        "client_id": "acm",
        "aud": "acm",
        "iss": FAS,
        "sub": fedid(JAN),
        "scope": "openid profile egovnrn",
        "token_type": "Bearer",
        "iat": now,
        "exp": now + 3600,
    }


def test_introspection_tells_others_nothing(play: Play, browser: Browser) -> None:
    token = play.exchange(browser.sign_in(JAN, "eid")["code"]).get_json()["access_token"]
    assert _introspect(play, token, "csam-sleutels").get_json() == {"active": False}
    assert _introspect(play, "nothing").get_json() == {"active": False}
    assert play.app.test_client().post(f"{FAS}/introspect", data={"token": token}).status_code == 401


def test_a_code_works_once_and_its_second_use_revokes_what_it_gave(play: Play, browser: Browser) -> None:
    code = browser.sign_in(JAN, "eid")["code"]
    token = play.exchange(code).get_json()["access_token"]
    assert userinfo(play, token).status_code == 200
    again = play.exchange(code)
    assert (again.status_code, again.get_json()["error"]) == (400, "invalid_grant")
    assert userinfo(play, token).status_code == 401


def test_a_code_is_good_for_sixty_seconds(play: Play, browser: Browser) -> None:
    code = browser.sign_in(JAN, "eid")["code"]
    play.wall.epoch += 59
    assert play.exchange(code).status_code == 200
    late = browser.sign_in(JAN, "eid", prompt="login")["code"]
    play.wall.epoch += 60
    assert play.exchange(late).get_json()["error"] == "invalid_grant"


def test_lifetimes_follow_token_time_and_not_the_date_of_the_world(play: Play, browser: Browser) -> None:
    code = browser.sign_in(JAN, "eid")["code"]
    play.set_date(date(2022, 1, 1))
    assert play.exchange(code).status_code == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "other"},
        {"redirect_uri": f"{CALLBACK}/"},
        {"redirect_uri": ""},
        {"code_verifier": "w" * 43},
        {"code_verifier": ""},
    ],
)
def test_a_code_is_not_exchanged_for_what_does_not_fit(
    play: Play, browser: Browser, changes: dict[str, str]
) -> None:
    code = browser.sign_in(JAN, "eid")["code"]
    answer = play.exchange(**{"code": code, **changes})
    assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_grant")
    assert play.exchange(code).status_code == 200


def test_a_code_without_challenge_takes_no_verifier(play: Play, browser: Browser) -> None:
    code = browser.sign_in(JAN, "eid", code_challenge="", code_challenge_method="")["code"]
    assert play.exchange(code).get_json()["error"] == "invalid_grant"
    assert play.exchange(code, code_verifier="").status_code == 200


def test_a_code_of_another_client_is_not_exchanged(play: Play, browser: Browser) -> None:
    code = browser.sign_in(JAN, "eid")["code"]
    answer = play.app.test_client().post(
        f"{FAS}/access_token",
        data={
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": CALLBACK,
            "code_verifier": VERIFIER,
        },
        auth=("csam-sleutels", play.secret("csam-sleutels")),
    )
    assert answer.get_json()["error"] == "invalid_grant"


def _token_request(play: Play, **form: str) -> TestResponse:
    return play.app.test_client().post(f"{FAS}/access_token", data=form)


def test_a_client_proves_itself_by_post_too(play: Play, browser: Browser) -> None:
    answer = _token_request(
        play,
        grant_type="authorization_code",
        code=browser.sign_in(JAN, "eid")["code"],
        redirect_uri=CALLBACK,
        code_verifier=VERIFIER,
        client_id="acm",
        client_secret=play.secret(),
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        {"client_id": "acm", "client_secret": "wrong"},
        {"client_id": "nobody", "client_secret": "wrong"},
        {"client_id": "acm"},
        {},
    ],
)
def test_a_client_that_does_not_prove_itself_is_refused(play: Play, form: dict[str, str]) -> None:
    answer = _token_request(play, grant_type="authorization_code", **form)
    assert (answer.status_code, answer.get_json()["error"]) == (401, "invalid_client")
    assert answer.headers["WWW-Authenticate"] == 'Basic realm="FAS"'


def test_other_grants_are_refused(play: Play) -> None:
    known = {"client_id": "acm", "client_secret": play.secret()}
    answer = _token_request(play, grant_type="refresh_token", **known)
    assert answer.get_json()["error"] == "unsupported_grant_type"
    assert _token_request(play, **known).get_json()["error"] == "invalid_request"


def test_lapsed_rows_are_swept(play: Play) -> None:
    for _ in range(3):
        play.browser().sign_in(JAN, "eid")
        play.browser().authorize()
        play.wall.epoch += 8000
    play.browser().sign_in(JAN, "eid")
    visit = play.visit()
    counts = {
        table: visit.reading.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()  # noqa: S608
        for table in ("csam_attempt", "csam_session", "csam_code")
    }
    visit.close()
    assert counts == {"csam_attempt": 0, "csam_session": 1, "csam_code": 1}


def test_the_challenge_of_the_tests_is_that_of_the_verifier() -> None:
    assert f"code_challenge={s256(VERIFIER)}" in authorization_url()
