"""The configuration: two TOML files and one list of fraværsarter, read once into a frozen model."""

import csv
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.grund import Model
from pipeline.indstillinger.model import Fravaersart, Indstillinger
from pipeline.indstillinger.opfoelgning import Opfoelgning
from pipeline.mapper import shipped_folder
from pipeline.tekster import faelles as tekster

M = TypeVar("M", bound=Model)
ARTER = "fravaersarter.csv"
OPFOELGNING = "opfoelgning.toml"
JA_NEJ = {"ja": True, "nej": False}


def load_indstillinger(fil: Path | None = None) -> Indstillinger:
    """Read `fil` (default the project's own), and the two files beside it, else the project's own.

    Errors: `Brugerfejl` names the file and the key.
    """
    fil = fil or shipped_folder("config") / "sygefravaer.toml"
    andre = {
        "fravaersarter": read_fravaersarter(_beside(fil, ARTER)),
        "opfoelgning": load_opfoelgning(_beside(fil, OPFOELGNING)),
    }
    return _validate(Indstillinger, {**_read_toml(fil), **andre}, fil)


def load_opfoelgning(fil: Path) -> Opfoelgning:
    """Errors: `Brugerfejl` names the file and the key."""
    return _validate(Opfoelgning, _read_toml(fil), fil)


def _beside(fil: Path, navn: str) -> Path:
    return fil.parent / navn if (fil.parent / navn).is_file() else shipped_folder("config") / navn


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
