"""The municipality's mail server: `SYGEFRAVAER_SMTP`, smtp://host:port, or smtp+starttls://user@host:port."""

import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Protocol
from urllib.parse import unquote, urlsplit

from pipeline.database.noegler import find_credential
from pipeline.fejl import Brugerfejl
from pipeline.tekster import besked as tekster_besked

VENTETID = 20  # seconds
KODE = "smtpkode"


class Afvist(Exception):
    """The server will never take this message."""


class Post(Protocol):
    def send(self, besked: EmailMessage) -> None:
        """Errors: `Afvist`; `Brugerfejl` when the server cannot be had now."""


class Smtp:
    def __init__(self, server: smtplib.SMTP) -> None:
        self._server = server

    def send(self, besked: EmailMessage) -> None:
        try:
            self._server.send_message(besked)
        except smtplib.SMTPRecipientsRefused as fejl:
            koder = [kode for kode, _ in fejl.recipients.values()]
            raise (Afvist() if all(kode >= 500 for kode in koder) else Brugerfejl(tekster_besked.POST_NEDE)) from None
        except (smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as fejl:
            raise (Afvist() if fejl.smtp_code >= 500 else Brugerfejl(tekster_besked.POST_NEDE)) from None
        except (smtplib.SMTPException, OSError):
            raise Brugerfejl(tekster_besked.POST_NEDE) from None


@contextmanager
def open_post() -> Iterator[Post]:
    """Errors: `Brugerfejl` when no server is configured, or it cannot be had."""
    adresse = urlsplit(os.environ.get("SYGEFRAVAER_SMTP", ""))
    try:
        vaert, port = adresse.hostname, adresse.port
    except ValueError:
        vaert = port = None
    if adresse.scheme not in ("smtp", "smtp+starttls") or not vaert:
        raise Brugerfejl(tekster_besked.POST_MANGLER)
    try:
        server = smtplib.SMTP(vaert, port or 25, timeout=VENTETID)
        if adresse.scheme == "smtp+starttls":
            server.starttls(context=ssl.create_default_context())
        if adresse.username:
            server.login(unquote(adresse.username), _password())
    except (smtplib.SMTPException, OSError):
        raise Brugerfejl(tekster_besked.POST_NEDE) from None
    try:
        yield Smtp(server)
    finally:
        try:
            server.quit()
        except (smtplib.SMTPException, OSError):
            server.close()  # what was sent is sent


def _password() -> str:
    """From systemd's credentials, else the environment."""
    fil = find_credential(KODE)
    if fil is not None:
        return fil.read_text(encoding="utf-8").strip()
    return os.environ.get("SYGEFRAVAER_SMTPKODE", "")
