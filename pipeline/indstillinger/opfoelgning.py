"""The rules of the follow-up, as data: config/opfoelgning.toml."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from pipeline.indstillinger.grund import Model
from pipeline.indstillinger.opbevaring import shown_from

Slags = Literal["fravaersdag", "perioder", "sygedage", "tilbage"]
MED_VINDUE = frozenset({"perioder", "sygedage"})
Tekst = Annotated[str, Field(min_length=1, max_length=300)]
ADRESSE = r"""[^@\s,;<>"]+@([^@\s,;<>"]+)"""  # one plain address, and its domain
Adresse = Annotated[str, Field(pattern=f"^{ADRESSE}$")]
Domaene = Annotated[str, Field(pattern=r"^[^@\s]+$"), AfterValidator(str.lower)]


class Regel(Model):
    """One rule. `graense` is in what `slags` counts; every `_dage` is calendar days, but for kraever_data_dage between
    deliveries, which is working days.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,30}$")]
    navn: Annotated[str, Field(min_length=1, max_length=60)]
    slags: Slags
    graense: Annotated[int, Field(ge=1, le=366)]
    vindue_dage: Annotated[int, Field(ge=1, le=366)] | None = None
    frist_dage: Annotated[int, Field(ge=0, le=90)]
    frist_fra: Literal["forfald", "foerste_dag"]
    frist_flyttes: Literal["frem", "tilbage"]
    ikke_ved_fratraedelse_dage: Annotated[int, Field(ge=0, le=366)] | None = None
    kraever_data_dage: Annotated[int, Field(ge=0, le=366)]
    modtager: Literal["leder", "hr"]
    slaaet_til: bool
    forklaring: Tekst

    @model_validator(mode="after")
    def _keys_fit_slags(self) -> "Regel":
        """A key the rule's kind does not read would be a promise nobody keeps."""
        if (self.vindue_dage is not None) != (self.slags in MED_VINDUE):
            raise ValueError("vindue_dage")
        if self.ikke_ved_fratraedelse_dage is not None and self.slags != "fravaersdag":
            raise ValueError("ikke_ved_fratraedelse_dage")
        if self.frist_fra == "foerste_dag" and self.slags != "fravaersdag":
            raise ValueError("frist_fra")
        if self.frist_fra == "foerste_dag" and self.frist_dage < self.graense - 1:
            raise ValueError("frist_dage")
        return self


class Varsler(Model):
    maaske_afsluttet_dage: Annotated[int, Field(ge=0, le=30)]


class Noter(Model):
    slettes_efter_fratraedelse_maaneder: Annotated[int, Field(ge=0, le=60)]


class Besked(Model):
    afsender: Adresse
    domaener: Annotated[tuple[Domaene, ...], Field(min_length=1)]
    adresse: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")]


class Opfoelgning(Model):
    varsler: Varsler
    noter: Noter
    besked: Besked
    regel: tuple[Regel, ...]

    @model_validator(mode="after")
    def _ids_differ(self) -> "Opfoelgning":
        ids = [regel.id for regel in self.regel]
        if len(set(ids)) < len(ids):
            raise ValueError("id")
        return self

    @property
    def regler(self) -> tuple[Regel, ...]:
        """Those switched on."""
        return tuple(regel for regel in self.regel if regel.slaaet_til)


REGELKOLONNER: dict[str, type] = {
    "nr": int,
    "regel": str,
    "navn": str,
    "slags": str,
    "graense": int,
    "vindue_dage": int,
    "frist_dage": int,
    "frist_fra": str,
    "frist_flyttes": str,
    "ikke_ved_fratraedelse_dage": int,
    "kraever_data_dage": int,
    "modtager": str,
    "forklaring": str,
}


def tabulate_regler(opfoelgning: Opfoelgning) -> list[tuple[object, ...]]:
    """The rules switched on, in REGELKOLONNER. Grain: regel."""
    linjer = [{**regel.model_dump(), "nr": nr, "regel": regel.id} for nr, regel in enumerate(opfoelgning.regler)]
    return [tuple(linje[kolonne] for kolonne in REGELKOLONNER) for linje in linjer]


def rule_parameters(opfoelgning: Opfoelgning, udtraeksdato: date, *, aar: int) -> dict[str, Any]:
    """The `$parameters` of sql/35_opfoelgning, for the notices of `aar` years and the running month."""
    return {
        "maaske_afsluttet_dage": opfoelgning.varsler.maaske_afsluttet_dage,
        "varsler_fra": shown_from(udtraeksdato, aar),
    }
