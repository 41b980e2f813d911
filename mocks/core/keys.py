"""Signing keys: one pool per installation, made once, never committed.

RS256 with RSA-2048 for what relying parties verify (ACM's ID token, FAS's userinfo), ES256 with P-256
for statements between authorities.  A world holds which *generation* of a system's key is active;
older generations stay in the JWKS so that what they signed can still be verified.

Parsing an RSA key takes some 36 ms, so that key objects are kept for the life of the process.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Literal, Protocol

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

Algorithm = Literal["RS256", "ES256"]
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
PublicKey = rsa.RSAPublicKey | ec.EllipticCurvePublicKey

_RSA_BITS = 2048


@dataclass(frozen=True)
class SigningKey:
    """A private key with its published half.

    Attributes:
        kid: RFC 7638 thumbprint of the public key.
        alg: the one algorithm that it signs with.
        private: the key object, ready to sign.
        jwk: the public half as a JWK, with ``kid``, ``alg`` and ``use``.
    """

    kid: str
    alg: Algorithm
    private: PrivateKey
    jwk: Mapping[str, str]


class Vault(Protocol):
    """Where an installation keeps its secrets, by name; the first writer of a name wins."""

    def read(self, name: str) -> bytes | None:
        """Return what is kept under ``name``, or None."""

    def keep(self, name: str, secret: bytes) -> bytes:
        """Keep ``secret`` unless something is there already; return what is kept."""


class MemoryVault:
    """Secrets of one process, gone with it."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def read(self, name: str) -> bytes | None:
        """Return what is kept under ``name``, or None."""
        return self._kept.get(name)

    def keep(self, name: str, secret: bytes) -> bytes:
        """Keep ``secret`` unless something is there already; return what is kept."""
        return self._kept.setdefault(name, secret)


class FolderVault:
    """Secrets in a folder that only its owner can enter (0700, files 0600)."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """Return what is kept under ``name``, or None."""
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def keep(self, name: str, secret: bytes) -> bytes:
        """Keep ``secret`` unless another process was first; return what is kept.

        The file is written whole under another name and then linked, so that a reader never sees
        half a key and two processes that start together end with the same one.
        """
        draft = self._folder / f".{name}.{secrets.token_hex(8)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(secret)
            handle.flush()
            os.fsync(handle.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, self._folder / name)
        draft.unlink()
        return (self._folder / name).read_bytes()


class KeyPool:
    """The keys of an installation, made at first use and kept as objects."""

    def __init__(self, vault: Vault) -> None:
        """Draw from, and keep in, ``vault``."""
        self._vault = vault
        self._keys: dict[tuple[str, Algorithm, int], SigningKey] = {}
        self._lock = Lock()

    def signing_key(self, system: str, alg: Algorithm, generation: int = 1) -> SigningKey:
        """Return the key with which ``system`` signs in ``generation``, making it when needed."""
        wanted = (system, alg, generation)
        found = self._keys.get(wanted)
        if found is not None:
            return found
        with self._lock:
            if wanted not in self._keys:
                self._keys[wanted] = self._load_or_make(*wanted)
            return self._keys[wanted]

    def secret(self, name: str) -> bytes:
        """Return 32 random bytes that are the same for the life of the installation."""
        kept = self._vault.read(name)
        return kept if kept is not None else self._vault.keep(name, secrets.token_bytes(32))

    def _load_or_make(self, system: str, alg: Algorithm, generation: int) -> SigningKey:
        name = f"{system}-{alg}-{generation}.pem"
        pem = self._vault.read(name) or self._vault.keep(name, _make_pem(alg))
        private = serialization.load_pem_private_key(pem, password=None)
        if not isinstance(private, PrivateKey):
            raise TypeError(f"{name} holds a key of another kind than {alg} signs with")
        return _signing_key(private, alg)


def _make_pem(alg: Algorithm) -> bytes:
    private: PrivateKey
    if alg == "RS256":
        private = rsa.generate_private_key(public_exponent=65537, key_size=_RSA_BITS)
    else:
        private = ec.generate_private_key(ec.SECP256R1())
    return private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _signing_key(private: PrivateKey, alg: Algorithm) -> SigningKey:
    members = _public_members(private.public_key())
    kid = _thumbprint(members)
    return SigningKey(kid, alg, private, {**members, "kid": kid, "alg": alg, "use": "sig"})


def _public_members(public: PublicKey) -> dict[str, str]:
    """Return the members of RFC 7518 §6.2 and §6.3 that a thumbprint is taken of."""
    if isinstance(public, rsa.RSAPublicKey):
        numbers = public.public_numbers()
        return {"e": _uint(numbers.e), "kty": "RSA", "n": _uint(numbers.n)}
    point = public.public_numbers()
    return {"crv": "P-256", "kty": "EC", "x": _uint(point.x, 32), "y": _uint(point.y, 32)}


def _thumbprint(members: Mapping[str, str]) -> str:
    canonical = json.dumps(members, sort_keys=True, separators=(",", ":"))
    return _base64url(hashlib.sha256(canonical.encode()).digest())


def _uint(number: int, length: int | None = None) -> str:
    return _base64url(number.to_bytes(length or (number.bit_length() + 7) // 8, "big"))


def _base64url(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()
