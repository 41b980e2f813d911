"""The shell of every application: what each mock wears around its own routes and pages.

JWKS, health, metrics, one error handler, security headers, the test-environment band, sessions in a
cookie of the system's own, and CSRF tokens on every form.  Applications are built once per process; the
visit comes with each request.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, jsonify, render_template, request
from flask.json.provider import DefaultJSONProvider
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFError, CSRFProtect
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.exceptions import HTTPException

from mocks.core import metrics
from mocks.core.addresses import DEFAULT_WORLD, SYSTEMS
from mocks.core.dutch import display, dutch_date, dutch_datetime, dutch_time
from mocks.core.errors import Refusal
from mocks.core.keys import Algorithm
from mocks.core.languages import say
from mocks.core.refusals import SECURITY_HEADERS
from mocks.core.shell import speech
from mocks.core.visit import ENVIRON_VISIT, House, Visit

_CORE = Path(__file__).parents[1]

MAX_BODY = 2 * 1024 * 1024
"""Bytes that a request may carry: enough for a bulk file, too little to fill the memory."""

_SENTENCES = {
    400: say("De aanvraag is niet te begrijpen. Kijk ze na en verstuur ze opnieuw."),
    404: say("Deze pagina bestaat niet. Kijk het adres na of begin opnieuw bij het e-loket."),
    405: say("Deze methode kan hier niet. De header Allow noemt welke wel."),
    413: say("Wat u verstuurt is te groot: hoogstens 2 MB."),
    415: say("De inhoud heeft een verkeerde soort. Verstuur JSON met Content-Type: application/json."),
    500: say("Er ging iets mis in Proefloket zelf. Dat is een fout van ons, niet van u."),
}


class _CompiledTemplates(BytecodeCache):
    """Templates compiled once per process: the layout is the same in every application."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket when its template was compiled before."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


_TEMPLATES = _CompiledTemplates()


class _Json(DefaultJSONProvider):
    """JSON in UTF-8, as people write names."""

    ensure_ascii = False


class SystemSessions(SecureCookieSessionInterface):
    """Sessions in a signed cookie per system, port and world; never at the root of one port.

    Another program's cookies on the same host do not collide with ours, nor do ours with those of
    another system or world.
    """

    def __init__(self, system: str, house: House) -> None:
        base = urlsplit(house.addresses.base(system))
        port = base.port or (443 if base.scheme == "https" else 80)
        self._name = f"pl_{port}_{system}"
        self._secure = base.scheme == "https"

    def get_cookie_name(self, app: Flask) -> str:
        """Return the name of this system's cookie."""
        del app
        return self._name

    def get_cookie_path(self, app: Flask) -> str:
        """Return the system's root in its world, or where its forms stand below that."""
        return request.script_root + (app.config["SESSION_COOKIE_PATH"] or "") or "/"

    def get_cookie_secure(self, app: Flask) -> bool:
        """Return whether the cookie is for https only: exactly when the address book says https."""
        del app
        return self._secure


def current_visit() -> Visit:
    """Return the visit of the request that is being answered."""
    return cast(Visit, request.environ[ENVIRON_VISIT])


def create_app(
    system: str,
    import_name: str,
    house: House,
    algorithms: Iterable[tuple[str, Algorithm]] = (),
    catalogues: Path | None = None,
) -> Flask:
    """Build the application of a system, without its own routes.

    Args:
        system: its key in the address book.
        import_name: the package of the mock, where its templates are.
        house: what the process has once.
        algorithms: the signing keys that it publishes at ``/.well-known/jwks.json``.
        catalogues: where the words of its pages stand in other languages, when it speaks any.
    """
    # Flask's own folder would answer at /static before ours, even where it does not exist.
    app = Flask(import_name, static_folder=None)
    app.jinja_options = {**app.jinja_options, "bytecode_cache": _TEMPLATES}
    app.config.update(
        SECRET_KEY=house.keys.secret(f"{system}-cookies"),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MAX_BODY,
        MAX_FORM_MEMORY_SIZE=MAX_BODY,
        WTF_CSRF_SSL_STRICT=False,
        WTF_CSRF_TIME_LIMIT=None,
        TRAP_BAD_REQUEST_ERRORS=False,
    )
    app.session_interface = SystemSessions(system, house)
    app.json = _Json(app)
    app.extensions["proefloket.csrf"] = CSRFProtect(app)
    app.extensions["proefloket.system"] = system
    app.register_blueprint(_core_blueprint(system, tuple(algorithms)))
    app.register_error_handler(Refusal, _refusal)
    app.register_error_handler(CSRFError, _csrf_refusal)
    app.register_error_handler(HTTPException, _http_refusal)
    app.after_request(_add_headers)
    app.context_processor(lambda: _page_context(system))
    app.jinja_env.filters.update(
        dutch_date=dutch_date, dutch_datetime=dutch_datetime, dutch_time=dutch_time, display=display
    )
    app.jinja_env.add_extension("jinja2.ext.do")
    speech.speak(app, [_CORE / "translations", catalogues] if catalogues is not None else [])
    metrics.instrument(app, system, house)
    return app


def without_csrf(app: Flask, blueprint: Blueprint) -> None:
    """Register the blueprint of an interface for programs: no form, so no CSRF token."""
    app.extensions["proefloket.csrf"].exempt(blueprint)
    app.register_blueprint(blueprint)


def _core_blueprint(system: str, algorithms: tuple[tuple[str, Algorithm], ...]) -> Blueprint:
    blueprint = Blueprint(
        "core",
        __name__,
        template_folder=str(_CORE / "templates"),
        static_folder=str(_CORE / "static"),
        static_url_path="/static",
    )

    @blueprint.get("/favicon.ico")
    def favicon() -> Response:
        """Tell browsers, which ask by themselves, that there is no icon."""
        return Response(status=204)

    @blueprint.get("/health")
    def health() -> Response:
        """Say that this system answers and that its world can be read."""
        visit = current_visit()
        return jsonify(status="ok", system=system, world=visit.world.name, now=visit.clock.now.isoformat())

    if algorithms:

        @blueprint.get("/.well-known/jwks.json")
        def jwks() -> Response:
            """Publish the keys with which this system signs (RFC 7517)."""
            visit = current_visit()
            keys = [dict(key.jwk) for name, alg in algorithms for key in visit.signing_keys(name, alg)]
            return jsonify(keys=keys)

    return blueprint


def wants_page() -> bool:
    """Return whether the answer is for a person: a browser names text/html in Accept."""
    return "text/html" in request.headers.get("Accept", "") and not for_programs(request.path)


def for_programs(path: str) -> bool:
    """Return whether what stands at a path of an application is for programs, not for people."""
    return re.search(r"/(_mock|api)(/|$)", path) is not None


def _refusal(refusal: Refusal) -> tuple[Response | str, int]:
    return problem(refusal.status, refusal.code, refusal.title, refusal.sentence)


def _csrf_refusal(error: CSRFError) -> tuple[Response | str, int]:
    del error
    return problem(
        400,
        "form-expired",
        say("Dit formulier is niet meer geldig"),
        say(
            "Het formulier hoort niet bij uw huidige sessie. Ga terug, herlaad de pagina en probeer opnieuw."
        ),
    )


def _http_refusal(error: HTTPException) -> tuple[Response | str, int] | HTTPException:
    status = error.code or 500
    if status < 400:
        return error  # A redirect that werkzeug raises, not a refusal.
    answer, _ = problem(status, f"http-{status}", say("Dat gaat niet"), sentence_of(status))
    if isinstance(answer, Response) and (allowed := getattr(error, "valid_methods", None)):
        answer.headers["Allow"] = ", ".join(sorted(allowed))
    return answer, status


def sentence_of(status: int) -> str:
    """Return what is said of a status that no refusal of ours explains."""
    return _SENTENCES.get(status, _SENTENCES[500 if status >= 500 else 400])


def problem(status: int, code: str, title: str, sentence: str) -> tuple[Response | str, int]:
    """Return a refusal as a page, or as RFC 9457 problem details for a program."""
    if wants_page():
        page = render_template("core/refusal.html", refusal=Problem(status, code, title, sentence))
        return Response(page, status=status, mimetype="text/html"), status
    body = jsonify(type="about:blank", title=title, status=status, code=code, detail=sentence)
    body.mimetype = "application/problem+json"
    return body, status


class Problem:
    """A refusal as the page shows it."""

    def __init__(self, status: int, code: str, title: str, sentence: str) -> None:
        self.status = status
        self.code = code
        self.title = title
        self.sentence = sentence


def _add_headers(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype in {"text/html", "application/json"}:
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _page_context(system: str) -> dict[str, Any]:
    visit = current_visit()
    return {
        "system": SYSTEMS[system],
        "world": visit.world,
        "default_world": DEFAULT_WORLD,
        "language": speech.current_language(),
        "world_now": visit.clock.now,
        "stylesheet": f"{request.script_root}/static/proefloket.css",
        "form_post_script": f"{request.script_root}/static/form_post.js",
        "home_url": (request.script_root or "") + "/",
        "stage_url": visit.url("stage") + "/",
    }
