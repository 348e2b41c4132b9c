"""A sheet's cells, whichever file they came from, become the tables found in it (shape E)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.readers.brede_overskrifter import spread_overskrift
from pipeline.readers.gentagne_noegler import fill_flettede, fill_gentagne, shows_noegler_once
from pipeline.readers.model import Hoved, Kildetabel
from pipeline.readers.naermest import describe_naermest
from pipeline.readers.opgave import Opgave
from pipeline.readers.overskrift import PROEVELINJER, SOEGES_I, Overskrift, check_overskrift, find_overskrift
from pipeline.readers.ramme import build_kildetabel
from pipeline.readers.tabeller import UDELADT, Navne
from pipeline.readers.tal import write_dansk_tal
from pipeline.readers.titelblok import read_titelblok
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer
from pipeline.tekster.dansk import heltal

_PUNKTUM = r"^\s*[-+]?\d+\.(?:\d{1,2}|\d{4,})\s*-?$"


@dataclass(frozen=True)
class Ark:
    """`tekst` and `tal` have the same shape, and a cell stands in at most one of them: a true number in `tal`.

    True dates are text already, times and durations are hours. `linjer` holds each row's number in the sheet.
    `flettede`: number of the first and last row merged, and the place of the column. `brede`: number of the row, and
    the first and last place merged.
    """

    navn: str
    er_skjult: bool
    linjer: pl.Series
    tekst: pl.DataFrame
    tal: pl.DataFrame
    flettede: tuple[tuple[int, int, int], ...] = ()
    brede: tuple[tuple[int, int, int], ...] = ()

    def head(self, antal: int) -> "Ark":
        return replace(self, linjer=self.linjer.head(antal), tekst=self.tekst.head(antal), tal=self.tal.head(antal))

    @property
    def celler(self) -> pl.DataFrame:
        """Every cell as Danish text."""
        return pl.DataFrame([_as_text(self.tekst[navn], self.tal[navn]) for navn in self.tekst.columns])


@dataclass(frozen=True)
class _Fundet:
    ark: Ark
    overskrift: Overskrift | None
    antal_raekker: int


def read_tabeller(ark: Sequence[Ark], *, fil: str, opgave: Opgave) -> list[Kildetabel]:
    """Grain: one table per sheet that has one. `linje` is the sheet's own row number.

    A hidden sheet with no whole table is no data: its user can neither see it nor delete it. It is named in a note.
    Errors: `Brugerfejl` for a file without tables, and for a sheet in sight of something else, by its name.
    """
    fundne = [_find_tabel(blad, opgave.navne) for blad in ark]
    skjulte = [fund for fund in fundne if fund.ark.er_skjult and (not fund.overskrift or fund.overskrift.mangler)]
    synlige = [fund for fund in fundne if fund not in skjulte]
    hele = [(fund.ark, fund.overskrift) for fund in synlige if fund.overskrift]
    if not hele:
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil) + _naermest([fund.ark for fund in synlige], opgave.navne))
    for fund in synlige:
        if fund.overskrift is None and fund.antal_raekker > 1:
            naermest = _naermest([fund.ark], opgave.navne)
            raise Brugerfejl(tekster_filer.ARK_UKENDT.format(fil=fil, ark=fund.ark.navn, naermest=naermest))
    noter = tuple(tekster_filer.NOTE_SKJULT.format(ark=fund.ark.navn) for fund in skjulte if fund.antal_raekker)
    tabeller = [
        _build(blad, overskrift, fil=fil, flere_ark=len(fundne) > 1, opgave=opgave) for blad, overskrift in hele
    ]
    if len(tabeller) == 1:
        tabeller = [replace(tabeller[0], fil=fil)]
    return [replace(tabeller[0], noter=noter + tabeller[0].noter), *tabeller[1:]]


def _naermest(ark: Sequence[Ark], navne: Navne) -> str:
    raekker = [
        (linje, raekke)
        for blad in ark
        for linje, raekke in zip(blad.linjer.head(SOEGES_I), blad.head(SOEGES_I).celler.rows(), strict=True)
    ]
    return describe_naermest(raekker, navne)


def _as_text(tekst: pl.Series, tal: pl.Series) -> pl.Series:
    """True numbers take the decimal sign of the texts beside them; none is written as 1,234, which may be thousands."""
    tegn = "." if tekst.str.contains(_PUNKTUM).any() else ","
    som_tekst = {vaerdi: _write_tal(vaerdi).replace(",", tegn) for vaerdi in tal.drop_nulls().unique()}
    skrevne = tal.replace_strict(som_tekst, default=None, return_dtype=pl.String)
    return pl.select(pl.coalesce(tekst, skrevne).alias(tekst.name)).to_series()


def _write_tal(vaerdi: float) -> str:
    skrevet = write_dansk_tal(vaerdi)
    return skrevet + "0" if len(skrevet.partition(",")[2]) == 3 else skrevet


def _find_tabel(ark: Ark, navne: Navne) -> _Fundet:
    """The table of a sheet, and how many rows the sheet has that are not blank."""
    tomme = (
        ark.tekst.select(pl.all_horizontal(pl.all().is_null())).to_series()
        & ark.tal.select(pl.all_horizontal(pl.all().is_null())).to_series()
    )
    return _Fundet(ark, find_overskrift(ark.head(SOEGES_I).celler.rows(), navne), int((~tomme).sum()))


def _check(ark: Ark, overskrift: Overskrift, *, fil: str, navne: Navne) -> Overskrift:
    linje = ark.linjer[overskrift.raekke]
    overskrift = spread_overskrift(overskrift, [(fra, til) for nr, fra, til in ark.brede if nr == linje], navne)
    fra = overskrift.raekke + 1
    raekker = ark.head(fra + PROEVELINJER).celler.slice(fra).rows()
    return check_overskrift(overskrift, fil=fil, navne=navne, raekker=raekker)


def _build(ark: Ark, overskrift: Overskrift, *, fil: str, flere_ark: bool, opgave: Opgave) -> Kildetabel:
    hvor = tekster_filer.ARK.format(fil=fil, ark=ark.navn) if flere_ark else fil
    overskrift = _check(ark, overskrift, fil=hvor, navne=opgave.navne)
    titel = read_titelblok(ark.head(overskrift.raekke).celler.rows(), fil=hvor)
    ramme = _cells_below(ark, overskrift)
    flettede = [
        (fra, til, overskrift.kolonner[plads]) for fra, til, plads in ark.flettede if plads < len(overskrift.kolonner)
    ]
    noter = (
        [tekster_filer.NOTE_SKJULT_LAEST.format(ark=ark.navn, tabel=tekster.TABELNAVNE[overskrift.tabel])]
        if ark.er_skjult
        else []
    )
    if overskrift.tabel != "adgang":
        ramme, antal = fill_flettede(ramme, flettede)
        noter += [tekster_filer.NOTE_FLETTET.format(antal=heltal(antal))] if antal else []
    if overskrift.tabel == "fravaer" and shows_noegler_once(ramme, opgave.filer.tomme_noegler):
        noter.append(tekster_filer.NOTE_NOEGLER.format(antal=heltal(ramme["medarbejdernr"].null_count())))
        ramme = fill_gentagne(ramme, overskrift.tabel)
    tabel = build_kildetabel(ramme, fil=fil, form="E", overskrift=overskrift, titel=titel, opgave=opgave)
    hoved = Hoved(ark.linjer[overskrift.raekke], overskrift.par)
    return replace(tabel, fil=hvor, noter=tuple(noter), hoved=hoved)


def _cells_below(ark: Ark, overskrift: Overskrift) -> pl.DataFrame:
    """The rows under the header that are not blank."""
    par = list(zip(ark.tekst.columns, overskrift.kolonner, strict=True))
    fra = overskrift.raekke + 1
    tekst, tal = ark.tekst.slice(fra), ark.tal.slice(fra)
    kolonner = [
        _as_text(tekst[navn], tal[navn]).alias(kanonisk) for navn, kanonisk in par if not kanonisk.startswith(UDELADT)
    ]
    ramme = pl.DataFrame([ark.linjer.slice(fra).alias("linje"), *kolonner])
    return ramme.filter(~pl.all_horizontal(pl.exclude("linje").is_null()))
