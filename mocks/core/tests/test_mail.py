"""Mail to a mail server: what arrives, and what is said when nothing does."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from mocks.core import mail
from mocks.core.mail import Mail, MailServer, MalformedMailServer, NotSent, mail_server

WHOLE = Mail("Noé Haddad", "noe@post.example", "Dossier KD-2021-0001: ingediend", "Beste\n\nGrüße")


@dataclass
class Catcher:
    """Keeps what arrives, or refuses it."""

    answer: str = "250 OK"
    caught: list[EmailMessage] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a mail, under the name that the library gives to this."""
        del server, session
        assert isinstance(envelope.content, bytes)
        self.caught.append(message_from_bytes(envelope.content, policy=policy.default))
        self.receivers += envelope.rcpt_tos
        return self.answer


def a_free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture
def catcher() -> Iterator[tuple[Catcher, MailServer]]:
    """Start a mail server that catches what arrives."""
    kept = Catcher()
    controller = Controller(kept, hostname="127.0.0.1", port=a_free_port())
    controller.start()
    yield kept, MailServer("127.0.0.1", controller.port)
    controller.stop()
    controller.loop.close()


def test_a_mail_arrives_as_it_was_written(catcher: tuple[Catcher, MailServer]) -> None:
    kept, server = catcher
    server.send(WHOLE)
    (arrived,) = kept.caught
    assert (arrived["Subject"], kept.receivers) == (WHOLE.subject, ["noe@post.example"])
    assert arrived["To"].addresses[0].display_name == "Noé Haddad"
    assert arrived.get_content().splitlines() == ["Beste", "", "Grüße"]


def test_line_breaks_and_half_characters_begin_no_header(catcher: tuple[Catcher, MailServer]) -> None:
    kept, server = catcher
    nasty = "x\r\nBcc: tom@post.example\n\n\ud83d\x00"
    server.send(Mail(nasty, "noe@post.example", nasty, "x"))
    (arrived,) = kept.caught
    assert "Bcc" not in arrived
    assert kept.receivers == ["noe@post.example"]


@pytest.mark.parametrize("email", ["noe@post.example\r\nRCPT TO:<tom@post.example>", "noe @post.example", ""])
def test_an_address_that_is_none_is_not_sent_to(catcher: tuple[Catcher, MailServer], email: str) -> None:
    kept, server = catcher
    with pytest.raises(NotSent, match="geen e-mailadres"):
        server.send(Mail("Noé", email, "x", "x"))
    assert kept.receivers == []


def test_a_refusal_of_the_server_is_told(catcher: tuple[Catcher, MailServer]) -> None:
    kept, server = catcher
    kept.answer = "554 Liever niet"
    with pytest.raises(NotSent, match=r"de mailserver weigert \(554 Liever niet\)"):
        server.send(WHOLE)


def test_where_nobody_listens_that_is_told() -> None:
    with pytest.raises(NotSent, match=r"de mailserver 127\.0\.0\.1:\d+ werkt niet \("):
        MailServer("127.0.0.1", a_free_port()).send(WHOLE)


@pytest.mark.parametrize("drip", [b"", b"220-", b"2"], ids=["nothing", "half", "a sign"])
def test_a_server_that_never_comes_to_an_end_is_left(monkeypatch: pytest.MonkeyPatch, drip: bytes) -> None:
    monkeypatch.setattr(mail, "LONGEST", 0.3)
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:

        def dripping() -> None:
            with closing(listening.accept()[0]) as taken:
                taken.sendall(drip)
                taken.recv(1)  # Until the other side leaves.

        waiting = Thread(target=dripping)
        waiting.start()
        with pytest.raises(NotSent, match="antwoordt niet binnen"):
            MailServer(*listening.getsockname()).send(WHOLE)
        waiting.join(30)
        assert not waiting.is_alive()


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [("127.0.0.1:1025", "127.0.0.1", 1025), ("[::1]:25", "::1", 25), ("post:1", "post", 1)],
)
def test_a_place_is_read(text: str, host: str, port: int) -> None:
    assert mail_server(text) == MailServer(host, port)


@pytest.mark.parametrize(
    "text", ["", "post", "post:", ":25", "post:0", "post:65536", "a b:1", "post:25\n", "::1:25"]
)
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(MalformedMailServer, match="HOST:POORT"):
        mail_server(text)
