"""What CSAM does: hold and state keys, sign people in, answer as FAS, and let people manage their keys."""

from __future__ import annotations

from mocks.csam_btb.backend.keys import DIGITAL_KEYS, DigitalKeysDesk, KeyRegister, KeyRing
from mocks.csam_btb.backend.my_keys import MyKeys
from mocks.csam_btb.backend.provider import Fas
from mocks.csam_btb.backend.sign_in import SignIn

__all__ = ["DIGITAL_KEYS", "DigitalKeysDesk", "Fas", "KeyRegister", "KeyRing", "MyKeys", "SignIn"]
