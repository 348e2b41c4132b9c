"""What HR gives a release beside its figures: own words, and what is agreed for units, frozen in a file.

The store lives on and a release does not: the file lies with the release in the folder that stays, so that the same
case can be made again. To the proof what is given are people's own words, and it is judged as they are.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.fejl import Brugerfejl
from pipeline.port.scope import Scope
from pipeline.status.grundlag import Grundlag
from pipeline.tekster import givet as tekster_givet
from pipeline.tekster.dansk import dato_med_ord, end_of_quarter, heltal, step_back

HOEJST_BYTES = 200_000
HOEJST_AFTALT, HOEJST_AFSNIT, HOEJST_TEGN = 500, 50, 3000
"""What is agreed; own words: paragraphs, and characters in one."""
UDEN_STYRETEGN = r"^[^\x00-\x1f\x7f\u2028\u2029]*$"

Afsnitstekst = Annotated[str, Field(max_length=HOEJST_TEGN, pattern=UDEN_STYRETEGN)]


class Aftalt(BaseModel):
    """One agreed action of a unit; `til` None: until further notice."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    enhed_id: int
    kategori: str = Field(max_length=100, pattern=UDEN_STYRETEGN)
    fra: dt.date
    til: dt.date | None = None
    tekst: str = Field(max_length=500, pattern=UDEN_STYRETEGN)


class Givet(BaseModel):
    """`egne_ord`: a paragraph each."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kvartal: str
    egne_ord: tuple[Afsnitstekst, ...] = Field(default=(), max_length=HOEJST_AFSNIT)
    aftalt: tuple[Aftalt, ...] = Field(default=(), max_length=HOEJST_AFTALT)

    def write(self) -> bytes:
        return (self.model_dump_json(indent=1) + "\n").encode()


def name_givet(kvartal: str) -> str:
    """The file's name in the folder that stays with HR."""
    return f"givet-{kvartal}.json"


def read_givet(fil: Path, kvartal: str) -> Givet:
    """Errors: `Brugerfejl` for a file that is none, or is of another quarter."""
    try:
        if fil.stat().st_size > HOEJST_BYTES:
            raise ValueError
        givet = Givet.model_validate_json(fil.read_bytes())
    except (OSError, ValueError, ValidationError):
        raise Brugerfejl(tekster_givet.KAN_IKKE_LAESES.format(fil=fil.name)) from None
    if givet.kvartal != kvartal:
        raise Brugerfejl(tekster_givet.ANDET_KVARTAL.format(fil=fil.name, fundet=givet.kvartal, kvartal=kvartal))
    return givet


def freeze_givet(scope: Scope, kvartal: str, egne: Sequence[str] = ()) -> Givet:
    """What is agreed for units and was not over when the quarter began, and hr's own words. `scope`: hr's.

    Errors: `Brugerfejl` when it is more than a file may hold, so that whatever is frozen can be read again.
    """
    foerste_dag = end_of_quarter(step_back(kvartal, 1)) + dt.timedelta(days=1)
    raekker = scope.rows("indsats_liste").filter(pl.col("slut").is_null() | (pl.col("slut") >= foerste_dag))
    aftalt = [
        Aftalt(enhed_id=r["enhed_id"], kategori=r["kategori"], fra=r["fra"], til=r["slut"], tekst=r["tekst"])
        for r in raekker.iter_rows(named=True)
    ]
    try:
        givet = Givet(kvartal=kvartal, egne_ord=tuple(egne), aftalt=tuple(aftalt))
    except ValidationError:
        raise _too_much() from None
    if len(givet.write()) > HOEJST_BYTES:
        raise _too_much()
    return givet


def _too_much() -> Brugerfejl:
    graenser = {"aftalt": HOEJST_AFTALT, "afsnit": HOEJST_AFSNIT, "tegn": HOEJST_TEGN}
    return Brugerfejl(tekster_givet.FOR_MEGET.format(**{navn: heltal(antal) for navn, antal in graenser.items()}))


def list_egne(givet: Givet | None, grundlag: Grundlag) -> list[str]:
    """Own words, then what is agreed: a paragraph each."""
    return [] if givet is None else [*givet.egne_ord, *list_aftalt(givet, grundlag)]


def list_aftalt(givet: Givet, grundlag: Grundlag) -> list[str]:
    """Of the units the release shows, in its order, a line each."""
    navne = {gruppe["enhed_id"]: gruppe["navn"] for gruppe in grundlag.grupper if gruppe["enhed_id"] is not None}
    plads = {enhed_id: nr for nr, enhed_id in enumerate(navne)}
    viste = sorted((a for a in givet.aftalt if a.enhed_id in navne), key=lambda a: (plads[a.enhed_id], a.fra, a.tekst))
    return [
        tekster_givet.LINJE[aftalt.til is not None].format(
            enhed=navne[aftalt.enhed_id],
            kategori=aftalt.kategori,
            fra=dato_med_ord(aftalt.fra),
            til=dato_med_ord(aftalt.til) if aftalt.til else "",
            tekst=aftalt.tekst,
        )
        for aftalt in viste
    ]
