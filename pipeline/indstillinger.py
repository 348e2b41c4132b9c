"""The configuration: one TOML and one list of fraværsarter, read once into a frozen model."""

import csv
import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from pipeline import tekster
from pipeline.fejl import Brugerfejl

NIVEAUER = ("kommune", "område", "afdeling", "enhed", "underenhed")


def _pattern(tekst: str) -> str:
    try:
        re.compile(tekst)
    except re.error as fejl:
        raise ValueError(str(fejl)) from None
    return tekst


Moenster = Annotated[str, AfterValidator(_pattern)]
Andel = Annotated[float, Field(ge=0, le=1)]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Opgoerelse(Model):
    nytal: Literal["pr_medarbejder", "pr_aarsvaerk"]
    timer_pr_dagsvaerk: Annotated[Decimal, Field(gt=0, max_digits=6, decimal_places=4)]
    delvis_andel: Annotated[Decimal, Field(ge=0, le=1)]
    dage_er: Literal["arbejdsdage", "kalenderdage"]
    langtid_dage: Annotated[int, Field(ge=1, le=60)]  # the models tell long absence from the two months after it
    langtidsfrisk_dagsvaerk: Annotated[Decimal, Field(gt=0)]
    mindste_medarbejdere: Annotated[float, Field(ge=0)]
    mindste_bemandede_maaneder: Annotated[int, Field(ge=1, le=12)]
    maaltal_daekning: Andel


class Periode(Model):
    foreloebig_dage: Annotated[int, Field(ge=0)]
    opbevaring_aar: Annotated[int, Field(ge=1)]
    daekket_fra: date | None = None


class Population(Model):
    maanedsloennede: tuple[str, ...]
    ekstraordinaere: tuple[Moenster, ...]
    undtagelser: tuple[Moenster, ...]
    annulleret: Moenster


class Kontrol(Model):
    afviste_andel: Andel
    afviste_mindst: Annotated[int, Field(ge=1)]
    mindste_match: Andel
    mindste_af_forrige: Andel
    mindste_af_maaned: Andel
    dage_over_arbejdsdage: Andel
    timer_pr_kalenderdag: Annotated[int, Field(ge=1)]


class Maskine(Model):
    hukommelse_gb: Annotated[int, Field(ge=1)]


class Organisation(Model):
    personalegrupper: bool = False
    niveau: dict[str, Literal["kommune", "område", "afdeling", "enhed", "underenhed"]] = {}
    grupper: dict[str, tuple[str, ...]] = {}


class Fravaersart(Model):
    """One code; `begrundelse` says why it counts or does not."""

    kode: str
    tekst: str
    er_sygefravaer: bool
    delvis: bool
    begrundelse: str


class Indstillinger(Model):
    """Everything HR may change. `kolonner` is table → canonical column → headings seen in the field."""

    opgoerelse: Opgoerelse
    periode: Periode
    population: Population
    kontrol: Kontrol
    maskine: Maskine
    organisation: Organisation
    kolonner: dict[str, dict[str, tuple[str, ...]]]
    fravaersarter: tuple[Fravaersart, ...]


def config_folder() -> Path:
    """The project's own `config/`, beside the package in a checkout and inside it when installed."""
    here = Path(__file__).parent
    return here / "config" if (here / "config").is_dir() else here.parent / "config"


def load_indstillinger(fil: Path | None = None) -> Indstillinger:
    """Read `fil` (default the project's own), and `fravaersarter.csv` from the same folder.

    Errors: `Brugerfejl` names the file and the key.
    """
    fil = fil or config_folder() / "sygefravaer.toml"
    arter = fil.parent / "fravaersarter.csv"
    try:
        raa = tomllib.loads(fil.read_text(encoding="utf-8"))
        raa["fravaersarter"] = _read_fravaersarter(arter if arter.is_file() else config_folder() / arter.name)
        return Indstillinger.model_validate(raa)
    except OSError:
        raise Brugerfejl(tekster.INDSTILLINGER_MANGLER.format(fil=fil.name)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise Brugerfejl(tekster.INDSTILLINGER_ULAESELIGE.format(fil=fil.name)) from None
    except ValidationError as fejl:
        steder = ", ".join(sorted({".".join(str(led) for led in sted["loc"]) for sted in fejl.errors()}))
        raise Brugerfejl(tekster.INDSTILLINGER_FORKERTE.format(fil=fil.name, noegler=steder)) from None


def _read_fravaersarter(fil: Path) -> list[dict[str, str]]:
    with fil.open(encoding="utf-8-sig", newline="") as aaben:
        return [
            {**raekke, "er_sygefravaer": _ja_nej(raekke["er_sygefravaer"]), "delvis": _ja_nej(raekke["delvis"])}
            for raekke in csv.DictReader(aaben, delimiter=";")
        ]


def _ja_nej(tekst: str) -> str:
    return {"ja": "true", "nej": "false"}.get(tekst.strip().lower(), tekst)
