"""The tables of the kmo-portefeuille: its sessions, the registered services and their history."""

from __future__ import annotations

from mocks.eloketten.kmo_portefeuille.store import services, sessions

__all__ = ["services", "sessions"]
