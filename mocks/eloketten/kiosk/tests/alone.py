"""KIOSK alone: its application, a browser, and an ACM that says what a test wants."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from werkzeug.test import Client, TestResponse
from werkzeug.wrappers import Request, Response
from werkzeug.wsgi import ClosingIterator

from mocks.core.addresses import DEFAULT_WORLD, AddressBook
from mocks.core.clock import STARTING_MOMENT
from mocks.core.keys import KeyPool, MemoryVault
from mocks.core.oauth import s256
from mocks.core.statements import Facts, Question, StatementCache, issue
from mocks.core.store import Storage
from mocks.core.store.postgres import PostgresStorage
from mocks.core.store.sqlite import FileStorage, MemoryStorage
from mocks.core.tokens import sign
from mocks.core.visit import ENVIRON_VISIT, House, Visit
from mocks.core.wire.backchannel import Backchannel
from mocks.core.worlds import Worlds
from mocks.eloketten.kiosk.app import create_app
from mocks.eloketten.kiosk.peers import Extracts, Identities, Peers
from mocks.eloketten.kiosk.tests.said import DE_KADE, NOOR, Claims, claims

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_KEYS = KeyPool(MemoryVault())
"""Making an RSA key takes long, so that all tests share one."""


CALLBACKS = {"kiosk": "/aanmelden/callback", "kiosk-beoordelaar": "/beoordelen/aanmelden/callback"}
"""Where each door of KIOSK takes ACM's answer."""


@dataclass
class Wall:
    """A wall clock that stands still until it is moved."""

    now: float = STARTING_MOMENT.timestamp()

    def __call__(self) -> float:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += minutes * 60


@dataclass
class FakeAcm:
    """Answers at the token endpoint with tokens about whomever a test names.

    Attributes:
        codes: what was agreed for each code: the nonce, the challenge and the claims.
        next: what a renewal says, or the sentence by which it refuses.
        renewals: the refresh tokens that were used, in order.
        before_renewal: runs before a renewal is answered.
    """

    codes: dict[str, tuple[str, str, Claims]] = field(default_factory=dict)
    next: Claims | str = field(default_factory=claims)
    renewals: list[str] = field(default_factory=list)
    before_renewal: Callable[[], object] = lambda: None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self._answer(Request(environ), environ[ENVIRON_VISIT])(environ, start_response)

    def _answer(self, request: Request, visit: Visit) -> Response:
        assert request.url == "https://authenticatie.vlaanderen.be/op/v1/token"
        assert request.authorization is not None
        client, form = str(request.authorization.username), request.form
        assert request.authorization.password == f"{client}-geheim"
        if form["grant_type"] == "authorization_code":
            nonce, challenge, about = self.codes.pop(form["code"])
            assert s256(form["code_verifier"]) == challenge
            assert form["redirect_uri"] == f"https://kiosk.vlaanderen.be/kiosk{CALLBACKS[client]}"
            return self._tokens(visit, client, {**about, "nonce": nonce})
        assert form["grant_type"] == "refresh_token"
        self.renewals.append(form["refresh_token"])
        self.before_renewal()
        if isinstance(self.next, str):
            refusal = {"error": "access_denied", "error_description": self.next}
            return Response(json.dumps(refusal), status=403, mimetype="application/json")
        return self._tokens(visit, client, self.next)

    def _tokens(self, visit: Visit, client: str, about: Mapping[str, Any]) -> Response:
        now = visit.clock.token_now
        issued = {
            "iss": visit.url("acm", "/op"),
            "aud": client,
            "azp": client,
            "iat": now,
            "exp": now + 3600,
        }
        tokens = {
            "access_token": "access",
            "token_type": "Bearer",
            "refresh_token": f"refresh-{len(self.renewals)}",
            "id_token": sign({**issued, **about}, visit.signing_key("acm", "RS256")),
        }
        return Response(json.dumps(tokens), mimetype="application/json")


@dataclass(frozen=True)
class Names:
    """An authority that knows names and nothing else."""

    visit: Visit
    question: Question
    known: Mapping[str, dict[str, Any]]

    def version(self, subject: str) -> int:
        """Return a number that never rises: names do not change here."""
        del subject
        return 1

    def statement(self, subject: str, audience: str) -> str:
        """State the name of a subject."""
        facts: Facts = self.known.get(subject)
        return issue(self.visit, self.question, subject, audience, facts)


def names_of(visit: Visit) -> Peers:
    """Return authorities that know De Kade and Noor."""
    noor = {"given_name": "Noor", "family_name": "Haddad", "birth_date": "1991-07-21"}
    seat = {"street": "Kaai", "house_number": "3", "box": "2", "postcode": "9000", "municipality": "Gent"}
    de_kade = {
        "name": "Theater De Kade vzw",
        "legal_form": {"code": "017", "label": "Vereniging zonder winstoogmerk"},
        "address": {**seat, "country": "BE"},
    }
    return Peers.of(
        visit,
        identity=Names(visit, Identities.question, {NOOR: noor}),
        extract=Names(visit, Extracts.question, {DE_KADE: de_kade}),
    )


class KioskAlone:
    """KIOSK in one world, with an ACM that obeys."""

    def __init__(self, storage: Storage | None = None, *, makes_world: bool = True) -> None:
        self.wall = Wall()
        self.acm = FakeAcm()
        self.house = House(
            addresses=AddressBook.real(),
            keys=_KEYS,
            worlds=Worlds(storage or MemoryStorage(), self.wall),
            wall=self.wall,
            statements=StatementCache(),
            backchannel=Backchannel(),
        )
        self.house.backchannel.application = self.acm
        self.app = create_app(self.house, names_of)
        if makes_world:
            self.house.worlds.create(DEFAULT_WORLD)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        visit = Visit(self.house, self.house.worlds.open(DEFAULT_WORLD))
        environ[ENVIRON_VISIT] = visit
        return ClosingIterator(self.app(environ, start_response), visit.close)

    @contextlib.contextmanager
    def visit(self) -> Iterator[Visit]:
        """Enter the world outside of a request."""
        visit = Visit(self.house, self.house.worlds.open(DEFAULT_WORLD))
        try:
            yield visit
        finally:
            visit.close()

    def dossier(self, number: str, applicant: str = DE_KADE, **members: object) -> None:
        """Put a dossier, which must succeed."""
        body = {"applicant": applicant, "title": f"Titel {number}", "type": "subsidy", **members}
        answer = Browser(self).tell("PUT", f"/_mock/dossier/{number}", body)
        assert answer.status_code == 200, answer.text

    def contact(self, applicant: str = DE_KADE, **members: object) -> None:
        """Put the contact data of an applicant, which must succeed."""
        body = {"email": "info@de-kade.example", "phone": "+3292345678", **members}
        answer = Browser(self).tell("PUT", f"/_mock/applicant-contact/{applicant}", body)
        assert answer.status_code == 200, answer.text

    def profile(self, insz: str, name: str, applicant: str = DE_KADE) -> None:
        """Put the profile of a representative, which must succeed."""
        body = {
            "name": name,
            "email": f"{name.split(maxsplit=1)[0].lower()}@post.example",
            "phone": "+3292345679",
        }
        answer = Browser(self).tell("PUT", f"/_mock/profile/{applicant}-{insz}", body)
        assert answer.status_code == 200, answer.text

    def dependant(self, code: str, acting: str, sort: str = "institution") -> None:
        """Put an applicant under another party, which must succeed."""
        body = {"name": f"Naam {code}", "sort": sort, "acting": acting}
        answer = Browser(self).tell("PUT", f"/_mock/dependant/{code}", body)
        assert answer.status_code == 200, answer.text


def storage_at(place: str) -> Storage:
    """Return the worlds in a folder, or in a PostgreSQL database."""
    return PostgresStorage(place) if "://" in place else FileStorage(Path(place))


class Browser:
    """A person's browser at KIOSK."""

    def __init__(self, kiosk: KioskAlone) -> None:
        self.kiosk = kiosk
        self.client = Client(kiosk, Response)

    def get(self, path: str, **query: str) -> TestResponse:
        """Open a page; redirects are not followed."""
        return self._send("GET", path, query_string=query)

    def tell(self, method: str, path: str, members: Mapping[str, object] | None = None) -> TestResponse:
        """Speak to the control room as a program does."""
        return self.client.open(path, method=method, json=members, buffered=True)

    def press(self, path: str, page: TestResponse) -> TestResponse:
        """Press the button of a form on a page."""
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
        assert token is not None
        assert f'action="/kiosk{path}"' in page.text
        return self.post(path, csrf_token=token[1])

    def post(self, path: str, **form: str) -> TestResponse:
        """Send a form."""
        return self._send("POST", path, data=form)

    def begin(self, **query: str) -> dict[str, str]:
        """Press "Aanmelden" and return what KIOSK asks of ACM."""
        return query_of(self.get("/aanmelden", **query))

    def answered(self, asked: Mapping[str, str], about: Claims) -> dict[str, str]:
        """Let ACM sign somebody in, and return what it answers to the browser."""
        code = f"code-{asked['state']}"
        self.kiosk.acm.codes[code] = (asked["nonce"], asked["code_challenge"], about)
        return {"code": code, "state": asked["state"]}

    def sign_in(self, about: Claims, **query: str) -> TestResponse:
        """Sign in and return KIOSK's answer to ACM's."""
        return self.get("/aanmelden/callback", **self.answered(self.begin(**query), about))

    def _send(self, method: str, path: str, **kwargs: Any) -> TestResponse:  # noqa: ANN401  # werkzeug's own
        return self.client.open(
            path,
            method=method,
            base_url="https://kiosk.vlaanderen.be/kiosk",
            headers={"Accept": "text/html"},
            buffered=True,  # Otherwise the visit would last until somebody reads the answer.
            **kwargs,
        )


def query_of(answer: TestResponse) -> dict[str, str]:
    """Return the query of the address that an answer leads to."""
    found = parse_qs(urlsplit(answer.headers["Location"]).query, keep_blank_values=True)
    return {name: values[0] for name, values in found.items()}


def words(page: TestResponse) -> str:
    """Return what a page says, without its markup and with single spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.text)))
