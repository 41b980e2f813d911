"""Mail that really leaves, to the one mail server that ``proefloket up --smtp`` names; without it none does.

BadRequest
├── MalformedMailServer   a text that names no mail server
└── NotSent               the mail server did not take a mail
"""

from __future__ import annotations

import re
import socket
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import TYPE_CHECKING

from mocks.core.errors import BadRequest
from mocks.core.forms import MalformedEmail, read_email, shown

if TYPE_CHECKING:
    from smtplib import SMTP

LONGEST = 5.0
"""Seconds that a mail server gets for a mail from beginning to end, since somebody waits for the page."""

SENDER = "kiosk@proefloket.test"
"""From whom mail comes: an address that nobody can have (RFC 6761)."""

_PLACE = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]{1,253}):([0-9]{1,5})", re.ASCII)


class MalformedMailServer(BadRequest):
    """A text that names no mail server."""

    code = "malformed-mail-server"


class NotSent(BadRequest):
    """The mail server did not take a mail; the sentence says why, after ``niet verstuurd:``."""

    code = "not-sent"


@dataclass(frozen=True)
class Mail:
    """A mail to one person, in plain text."""

    name: str
    email: str
    subject: str
    text: str


@dataclass(frozen=True)
class MailServer:
    """A mail server that takes mail without a password, such as one that only catches it."""

    host: str
    port: int

    def send(self, mail: Mail) -> None:
        """Hand over a mail.

        Raises:
            NotSent: when the server cannot be reached, is too slow, or refuses.
        """
        email = _address(mail.email)
        # Loaded when the first mail leaves, so that no command waits for it.
        from smtplib import SMTP, SMTPException, SMTPResponseException  # noqa: PLC0415

        # The library bounds each answer only, so that a server could drip for ever; the watch is there first.
        connection, done, late = SMTP(timeout=LONGEST + 1), Event(), Event()
        Thread(target=_watch, args=(connection, done, late), daemon=True).start()
        try:
            connection.connect(self.host, self.port)
            connection.sendmail(SENDER, [email], _octets(mail))
            with suppress(SMTPException, OSError):
                connection.quit()  # It took the mail: how it takes leave does not matter.
        except SMTPResponseException as refusal:
            told = refusal.smtp_error
            words = told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
            raise NotSent(f"de mailserver weigert ({refusal.smtp_code} {shown(words)})") from None
        except (SMTPException, OSError, UnicodeError) as fault:
            slow = late.is_set() or isinstance(fault, TimeoutError)
            why = (
                f"antwoordt niet binnen {LONGEST:g} seconden" if slow else f"werkt niet ({shown(str(fault))})"
            )
            raise NotSent(f"de mailserver {self.host}:{self.port} {why}") from None
        finally:
            done.set()
            connection.close()


def mail_server(text: str) -> MailServer:
    """Read where a mail server is: ``HOST:PORT``, an IPv6 address between brackets.

    Raises:
        MalformedMailServer: when it says no such place.
    """
    found = _PLACE.fullmatch(text)
    if found is None or not 0 < int(found[2]) < 65536:
        raise MalformedMailServer(
            f"--smtp ‘{shown(text)}’ is geen mailserver. Schrijf HOST:POORT, zoals 127.0.0.1:1025."
        )
    return MailServer(found[1].strip("[]"), int(found[2]))


def _watch(connection: SMTP, done: Event, late: Event) -> None:
    """Cut a connection off when its time is over; it may have to come about first."""
    if done.wait(LONGEST):
        return
    late.set()
    while not done.wait(0.05):
        opened: socket.socket | None = connection.sock
        if opened is not None:
            with suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)


def _octets(mail: Mail) -> bytes:
    """Return a mail as it travels; what would begin another header has become a space."""
    from email.headerregistry import Address  # noqa: PLC0415
    from email.message import EmailMessage  # noqa: PLC0415
    from email.policy import SMTP as POLICY  # noqa: PLC0415

    written = EmailMessage(policy=POLICY)
    written["From"] = Address("KIOSK (testomgeving)", addr_spec=SENDER)
    written["To"] = Address(_line(mail.name), addr_spec=_line(mail.email))
    written["Subject"] = _line(mail.subject)
    written.set_content(mail.text)
    return written.as_bytes()


def _address(text: str) -> str:
    """Return an e-mail address, which may say nothing else to the server."""
    try:
        return read_email(text)
    except MalformedEmail as refusal:
        raise NotSent(refusal.sentence) from None


def _line(text: str) -> str:
    readable = text.encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else " " for sign in readable)
