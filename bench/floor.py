"""The floor of ``make bench``: three Flask requests, one of which signs, and nothing else."""

from __future__ import annotations

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from flask import Flask


def create_app() -> Flask:
    """Build the smallest thing that could be taken for a provider."""
    app = Flask(__name__)
    key = generate_private_key(65537, 2048)

    @app.get("/auth")
    @app.get("/userinfo")
    def nothing() -> str:
        return "{}"

    @app.get("/token")
    def token() -> str:
        return jwt.encode({"sub": "85031400028"}, key, algorithm="RS256")

    return app
