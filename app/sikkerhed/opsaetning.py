"""The server's settings, from the environment and systemd's credentials; docs/drift.md explains each."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

LOKAL = "http://localhost:8501"


@dataclass(frozen=True)
class Udbyder:
    """The identity provider. `claim` is what an account is known by; `lejer`, when set, must be the token's `tid`;
    `vidne` is the claim that vouches for the e-mail.
    """

    metadata: str
    udsteder: str
    klient: str
    hemmelighed: str
    claim: str
    lejer: str | None
    vidne: str = "email_verified"


@dataclass(frozen=True)
class Opsaetning:
    """`adresse` is the public one. Without `udbyder` nobody signs in, but for the demo's personas. `proxyer`: the
    addresses whose word about who asks is taken.
    """

    adresse: str
    udbyder: Udbyder | None
    proxyer: frozenset[str] = frozenset()

    @property
    def er_bag_tls(self) -> bool:
        return self.adresse.startswith("https://")

    @property
    def vaert(self) -> str:
        return urlsplit(self.adresse).netloc


@cache
def read_opsaetning() -> Opsaetning:
    adresse = os.environ.get("SYGEFRAVAER_ADRESSE") or LOKAL
    proxyer = frozenset((os.environ.get("SYGEFRAVAER_PROXY") or "").replace(",", " ").split())
    metadata = os.environ.get("SYGEFRAVAER_OIDC_METADATA")
    if not metadata:
        return Opsaetning(adresse.rstrip("/"), None, proxyer)
    udbyder = Udbyder(
        metadata=metadata,
        udsteder=os.environ["SYGEFRAVAER_OIDC_UDSTEDER"],
        klient=os.environ["SYGEFRAVAER_OIDC_KLIENT"],
        hemmelighed=_secret("SYGEFRAVAER_OIDC_HEMMELIGHED", "oidc_hemmelighed"),
        claim=os.environ.get("SYGEFRAVAER_OIDC_CLAIM") or "oid",
        lejer=os.environ.get("SYGEFRAVAER_OIDC_LEJER") or None,
        vidne=os.environ.get("SYGEFRAVAER_OIDC_VIDNE") or "email_verified",
    )
    return Opsaetning(adresse.rstrip("/"), udbyder, proxyer)


def _secret(variabel: str, fil: str) -> str:
    mappe = os.environ.get("CREDENTIALS_DIRECTORY")
    if variabel in os.environ or not mappe:
        return os.environ[variabel]
    return (Path(mappe) / fil).read_text(encoding="utf-8").strip()
