"""The configuration: two TOML files and one list of fraværsarter, read once into a frozen model."""

import csv
import re
import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import ErrorDetails

from pipeline import tekster
from pipeline.fejl import Brugerfejl
from pipeline.konfiguration import Model
from pipeline.opfoelgning.regler import Opfoelgning

Niveau = Literal["kommune", "område", "afdeling", "enhed", "underenhed"]
NIVEAUER: tuple[str, ...] = get_args(Niveau)


M = TypeVar("M", bound=Model)


def _pattern(tekst: str) -> str:
    try:
        re.compile(tekst)
    except re.error as fejl:
        raise ValueError(str(fejl)) from None
    return tekst


Moenster = Annotated[str, AfterValidator(_pattern)]
ARTER = "fravaersarter.csv"
OPFOELGNING = "opfoelgning.toml"
JA_NEJ = {"ja": True, "nej": False}
Andel = Annotated[float, Field(ge=0, le=1)]
Enhedsnr = Annotated[str, Field(pattern=r"^[0-9]{1,8}$"), AfterValidator(lambda nr: nr.zfill(8))]
Kode = Annotated[str, AfterValidator(lambda kode: kode.strip().upper()), Field(min_length=1)]


_ANSAT = frozenset({"medarbejdernr", "startdato", "stopdato"})
TABELKOLONNER: dict[str, frozenset[str]] = {
    "organisation": frozenset({"enhedsnr", "enhedsnavn", "overordnet_enhedsnr"}),
    "ansaettelsesforloeb": _ANSAT
    | {"enhedsnr", "ansforhold", "taeller", "naevner", "stilling", "loenklasse", "personalegruppe"}
    | {"navn", "fornavn", "efternavn"},
    "fravaer": _ANSAT | {"fravaersart", "fravaersarttekst", "timer", "dage"},
    "maaltal": frozenset({"enhedsnr", "aar", "maaltal"}),
    "adgang": frozenset({"bruger", "email", "medarbejdernr", "rolle", "enhedsnr", "gyldig_fra", "gyldig_til"})
    | {"tildelt_af", "begrundelse", "stedfortraeder_for"},
    "enhedsskift": frozenset({"gammelt_enhedsnr", "nyt_enhedsnr", "fra"}),
    "lpt169": frozenset({"medarbejdernr", "dagsvaerk"}),
}


class Opgoerelse(Model):
    nytal: Literal["pr_medarbejder", "pr_aarsvaerk"]
    timer_pr_dagsvaerk: Annotated[Decimal, Field(gt=0, max_digits=6, decimal_places=4)]
    delvis_andel: Annotated[Decimal, Field(ge=0, le=1)]
    dage_er: Literal["arbejdsdage", "kalenderdage"]
    langtid_dage: Annotated[int, Field(ge=1, le=60)]  # the models tell long absence from the two months after it
    langtidsfrisk_dagsvaerk: Annotated[Decimal, Field(gt=0)]
    mindste_medarbejdere: Annotated[float, Field(ge=0)]
    mindste_bemandede_maaneder: Annotated[int, Field(ge=1, le=12)]
    mindste_gruppe: Annotated[float, Field(ge=1)]
    maaltal_daekning: Andel


class Periode(Model):
    foreloebig_dage: Annotated[int, Field(ge=0)]
    opbevaring_aar: Annotated[int, Field(ge=1)]
    daekket_fra: date | None = None


class Population(Model):
    maanedsloennede: frozenset[
        Annotated[str, Field(pattern=r"^[0-9]{1,2}$"), AfterValidator(lambda kode: kode.zfill(2))]
    ]
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


class Ord(Model):
    """Words for illness in what hr writes herself; `*` stands for any letters."""

    afvises: tuple[Annotated[str, Field(min_length=2)], ...]
    advares: tuple[Annotated[str, Field(min_length=2)], ...]


class Organisation(Model):
    personalegrupper: bool = False
    niveau: dict[Enhedsnr, Niveau] = {}
    grupper: dict[str, tuple[Enhedsnr, ...]] = {}


def _known_columns(kolonner: dict[str, dict[str, tuple[str, ...]]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """The tables and columns there are are the program's; the configuration only says how they may be spelled."""
    fundne = {tabel: frozenset(felter) for tabel, felter in kolonner.items()}
    if fundne != TABELKOLONNER:
        forskelle = sorted(
            f"{tabel}.{felt}"
            for tabel in fundne.keys() | TABELKOLONNER.keys()
            for felt in fundne.get(tabel, frozenset()) ^ TABELKOLONNER.get(tabel, frozenset())
        )
        raise ValueError(", ".join(forskelle))
    return kolonner


class Fravaersart(Model):
    """One code; `begrundelse` says why it counts or does not."""

    kode: Kode
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
    ord: Ord
    kolonner: Annotated[dict[str, dict[str, tuple[str, ...]]], AfterValidator(_known_columns)]
    fravaersarter: tuple[Fravaersart, ...]
    opfoelgning: Opfoelgning


def config_folder() -> Path:
    """The project's own `config/`, beside the package in a checkout and inside it when installed."""
    here = Path(__file__).parent
    return here / "config" if (here / "config").is_dir() else here.parent / "config"


def load_indstillinger(fil: Path | None = None) -> Indstillinger:
    """Read `fil` (default the project's own), and the two files beside it, else the project's own.

    Errors: `Brugerfejl` names the file and the key.
    """
    fil = fil or config_folder() / "sygefravaer.toml"
    andre = {
        "fravaersarter": read_fravaersarter(_beside(fil, ARTER)),
        "opfoelgning": load_opfoelgning(_beside(fil, OPFOELGNING)),
    }
    return _validate(Indstillinger, {**_read_toml(fil), **andre}, fil)


def load_opfoelgning(fil: Path) -> Opfoelgning:
    """Errors: `Brugerfejl` names the file and the key."""
    return _validate(Opfoelgning, _read_toml(fil), fil)


def _beside(fil: Path, navn: str) -> Path:
    return fil.parent / navn if (fil.parent / navn).is_file() else config_folder() / navn


def _read_toml(fil: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(fil.read_text(encoding="utf-8"))
    except OSError:
        raise Brugerfejl(tekster.INDSTILLINGER_MANGLER.format(fil=fil.name)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise Brugerfejl(tekster.INDSTILLINGER_ULAESELIGE.format(fil=fil.name)) from None


def _validate(model: type[M], raa: dict[str, Any], fil: Path) -> M:
    try:
        return model.model_validate(raa)
    except ValidationError as fejl:
        steder = ", ".join(sorted({_sted(sted) for sted in fejl.errors()}))
        raise Brugerfejl(tekster.INDSTILLINGER_FORKERTE.format(fil=fil.name, noegler=steder)) from None


def _sted(fejl: ErrorDetails) -> str:
    """Where a key is wrong; a validator of several keys together names the one, that of the columns all of it."""
    sted = ".".join(map(str, fejl["loc"]))
    if fejl["type"] != "value_error" or not isinstance(fejl["input"], dict):
        return sted
    egne = fejl["msg"].removeprefix("Value error, ")
    return egne if sted in ("", "kolonner") else f"{sted}.{egne}"


def read_fravaersarter(fil: Path) -> tuple[Fravaersart, ...]:
    """Grain: kode. Errors: `Brugerfejl` for a list that cannot be read, or that names a code twice."""
    try:
        with fil.open(encoding="utf-8-sig", newline="") as aaben:
            raekker = list(csv.DictReader(aaben, delimiter=";"))
        arter = tuple(
            Fravaersart.model_validate(
                {navn: JA_NEJ.get((vaerdi or "").strip().lower(), vaerdi) for navn, vaerdi in raekke.items()}
            )
            for raekke in raekker
        )
    except (OSError, UnicodeDecodeError, csv.Error, ValidationError):
        raise Brugerfejl(tekster.FRAVAERSARTER_ULAESELIGE.format(fil=fil.name)) from None
    gentagne = sorted(kode for kode, antal in Counter(art.kode for art in arter).items() if antal > 1)
    if gentagne or not arter:
        raise Brugerfejl(
            tekster.FRAVAERSARTER_GENTAGNE.format(fil=fil.name, koder=", ".join(gentagne) or tekster.INTET)
        )
    return arter
