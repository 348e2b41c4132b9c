"""The same key figures written day by day in Polars, as an analyst would: a second reading and a yardstick.

Run alone: `python -m benchmarks.polars_dage FOLDER CONFIGURATION CSV`.
Output: one row per node and month end, unrounded.
"""

import csv
import sys
import tomllib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import holidays
import polars as pl

from benchmarks.filer import FRA, NOEGLETAL, TIL, TITEL, delivery_files
from benchmarks.polars_dage_vinduer import add_rates, count_langtidsfriske, sum_bemanding, sum_fravaer

FOERSTE_DAG = FRA - timedelta(days=400)  # records may begin before the covered period
SIDSTE_DAG = TIL + timedelta(days=800)  # and end after the udtræksdato


@dataclass(frozen=True)
class Regler:
    """What the product's own configuration says about the figures."""

    sygekoder: list[str]
    delvise: list[str]
    opgoerelse: dict[str, Any]
    population: dict[str, Any]


def load_regler(konfiguration: Path) -> Regler:
    raa = tomllib.loads(konfiguration.read_text(encoding="utf-8"))
    with (konfiguration.parent / "fravaersarter.csv").open(encoding="utf-8-sig", newline="") as aaben:
        arter = [art for art in csv.DictReader(aaben, delimiter=";") if art["er_sygefravaer"] == "ja"]
    return Regler(
        sygekoder=[art["kode"] for art in arter],
        delvise=[art["kode"] for art in arter if art["delvis"] == "ja"],
        opgoerelse=raa["opgoerelse"],
        population=raa["population"],
    )


def build_kalender() -> pl.DataFrame:
    """One row per day: month, whether it is a working day, and the first working day after it."""
    helligdage = list(holidays.country_holidays("DK", years=range(FOERSTE_DAG.year, SIDSTE_DAG.year + 1)))
    arbejdsdag = (pl.col("dag").dt.weekday() <= 5) & ~pl.col("dag").is_in(helligdage)
    return (
        pl.DataFrame({"dag": pl.date_range(FOERSTE_DAG, SIDSTE_DAG, eager=True)})
        .with_columns(maaned=pl.col("dag").dt.month_start(), er_arbejdsdag=arbejdsdag)
        .with_columns(
            naeste_arbejdsdag=pl.when("er_arbejdsdag").then("dag").shift(-1).fill_null(strategy="backward"),
        )
    )


def build_perioder() -> pl.DataFrame:
    """The month ends whose twelve months are covered and over; `vindue_dage` counts the window's days."""
    slut = pl.date_range(FRA, TIL, interval="1mo", eager=True).dt.month_end()
    return (
        pl.DataFrame({"slut": slut})
        .with_columns(
            periode=pl.col("slut").dt.strftime("%Y-%m"),
            foerste_maaned=pl.col("slut").dt.month_start().dt.offset_by("-11mo"),
            foerste_maaned_to_aar=pl.col("slut").dt.month_start().dt.offset_by("-23mo"),
        )
        .filter(pl.col("slut") < TIL, pl.col("foerste_maaned") >= FRA)
        .with_columns(vindue_dage=(pl.col("slut") - pl.col("foerste_maaned")).dt.total_days() + 1)
    )


def read_csv(tabel: str, mappe: Path) -> pl.DataFrame:
    fil = delivery_files(mappe)[tabel]
    return pl.read_csv(fil, separator=";", skip_rows=1 if tabel in TITEL else 0, infer_schema=False)


def parse_dato(kolonne: str) -> pl.Expr:
    return pl.col(kolonne).str.to_date("%d.%m.%Y")


def parse_tal(kolonne: str) -> pl.Expr:
    return pl.col(kolonne).str.replace(",", ".").cast(pl.Float64)


def read_forfaedre(mappe: Path) -> pl.DataFrame:
    """One row per unit and each of the nodes above it, itself included."""
    rows = read_csv("organisation", mappe).select(pl.col("Enhedsnr", "Overordnet enhedsnr").cast(pl.Int32))
    overordnet = dict(rows.iter_rows())
    par = []
    for enhed in overordnet:
        node = enhed
        while node is not None:
            par.append((enhed, node))
            node = overordnet[node]
    return pl.DataFrame(par, schema={"enhedsnr": pl.Int32, "node": pl.Int32}, orient="row")


def read_ansaettelser(mappe: Path, regler: Regler) -> pl.DataFrame:
    """One row per employment span, ordered so that of several covering a day the last has it."""
    population = regler.population
    ekstraordinaer = [
        matches(tekst, population["ekstraordinaere"]) & ~matches(tekst, population["undtagelser"])
        for tekst in ("Stilling", "Lønklasse")
    ]
    naevner = pl.when(parse_tal("Nævner") > 0).then(parse_tal("Nævner")).otherwise(37.0)
    grad = parse_tal("Tæller") / naevner
    return (
        read_csv("ansaettelsesforloeb", mappe)
        .select(
            medarbejdernr=pl.col("MAnummer").cast(pl.Int32),
            startdato=parse_dato("Startdato"),
            slutdato=parse_dato("Stopdato"),
            enhedsnr=pl.col("Orgplacering").cast(pl.Int32),
            grad=pl.when(grad.is_between(0, 1.2)).then(grad.round(8)).otherwise(1.0),
            i_population=pl.col("Ansforhold").is_in(population["maanedsloennede"])
            & (parse_tal("Tæller") > 0)
            & ~pl.any_horizontal(ekstraordinaer),
        )
        .sort("medarbejdernr", "startdato", "slutdato", "enhedsnr")
    )


def matches(kolonne: str, moenstre: list[str]) -> pl.Expr:
    return pl.col(kolonne).str.contains("(?i)" + "|".join(f"(?:{moenster})" for moenster in moenstre))


def explode_ansaettelser(ansaettelser: pl.DataFrame) -> pl.LazyFrame:
    """One row per employee and day up to the udtræksdato; where spans overlap, the latest start has the day."""
    overlapper = pl.col("startdato") <= pl.col("slutdato").cum_max().shift().over("medarbejdernr")
    med_overlap = ansaettelser.filter(overlapper).get_column("medarbejdernr").unique()
    dage = (
        ansaettelser.lazy()
        .with_columns(fra=pl.max_horizontal("startdato", pl.lit(FRA)), til=pl.min_horizontal("slutdato", pl.lit(TIL)))
        .filter(pl.col("fra") <= pl.col("til"))
        .select("medarbejdernr", "enhedsnr", "grad", "i_population", dag=pl.date_ranges("fra", "til"))
        .explode("dag")
    )
    er_overlap = pl.col("medarbejdernr").is_in(med_overlap.implode())
    entydige = dage.filter(er_overlap).unique(["medarbejdernr", "dag"], keep="last", maintain_order=True)
    return pl.concat([dage.filter(~er_overlap), entydige])


def sum_ansatte_dage(ansaettelser: pl.DataFrame) -> pl.DataFrame:
    """Employed days of the population, and the same weighted with grad, per employee, unit and month."""
    return (
        explode_ansaettelser(ansaettelser)
        .filter("i_population")
        .group_by("medarbejdernr", "enhedsnr", maaned=pl.col("dag").dt.month_start())
        .agg(ansat_dage=pl.len(), fuldtid_dage=pl.col("grad").sum(), sidste_dag=pl.col("dag").max())
        .collect(engine="streaming")
    )


def read_sygefravaer(mappe: Path, regler: Regler) -> pl.DataFrame:
    """One row per sick record with its first and last day; hours an open record cannot have are missing."""
    slut = parse_dato("Stopdato")
    er_aaben = slut.is_null() | (slut.dt.year() == 9999)
    timer = pl.col("timer")
    loegn = (timer <= 0) | (timer > 24.0 * ((pl.col("slutdato") - pl.col("startdato")).dt.total_days() + 1))
    return (
        read_csv("fravaer", mappe)
        .filter(pl.col("Fraværsart").is_in(regler.sygekoder))
        .unique(maintain_order=True)
        .select(
            medarbejdernr=pl.col("Medarbejdernr.").cast(pl.Int32),
            startdato=parse_dato("Startdato"),
            slutdato=pl.when(er_aaben).then(pl.lit(TIL)).otherwise(slut),
            er_aaben=er_aaben,
            er_delvis=pl.col("Fraværsart").is_in(regler.delvise),
            timer=parse_tal("Timer"),
            dage=parse_tal("Dage"),
        )
        .filter(pl.col("startdato") <= pl.col("slutdato"))
        .with_columns(timer=pl.when(pl.col("er_aaben") & loegn).then(None).otherwise(timer))
        .with_row_index("registrering")
    )


def add_sygeforloeb(sygefravaer: pl.DataFrame, kalender: pl.DataFrame) -> pl.DataFrame:
    """Each record with the first and last day of the sygeforløb it belongs to."""
    naeste = kalender.select("dag", "naeste_arbejdsdag")
    return (
        sygefravaer.sort("medarbejdernr", "startdato", "slutdato")
        .with_columns(hidtil=pl.col("slutdato").cum_max().shift().over("medarbejdernr"))
        .join(naeste, left_on="hidtil", right_on="dag", how="left", maintain_order="left")
        .with_columns(er_ny=(pl.col("startdato") > pl.col("naeste_arbejdsdag")).fill_null(value=True))
        .with_columns(forloeb=pl.col("er_ny").cum_sum())
        .with_columns(
            forloeb_start=pl.col("startdato").min().over("forloeb"),
            forloeb_slut=pl.col("slutdato").max().over("forloeb"),
        )
        .select("registrering", "forloeb_start", "forloeb_slut")
        .join(sygefravaer, on="registrering")
    )


def explode_sygefravaer(sygefravaer: pl.DataFrame, ansaettelser: pl.DataFrame, kalender: pl.DataFrame) -> pl.DataFrame:
    """One row per sick record and day, with the employment span that has the day, if any."""
    dage = (
        sygefravaer.with_columns(dag=pl.date_ranges("startdato", "slutdato"))
        .explode("dag")
        .select("registrering", "medarbejdernr", "dag")
        .join(kalender, on="dag")
    )
    ansat = (
        dage.select("registrering", "medarbejdernr", "dag")
        .join(ansaettelser, on="medarbejdernr")
        .filter(pl.col("dag").is_between("startdato", "slutdato"))
        .sort("registrering", "dag", "startdato", "slutdato", "enhedsnr")
        .unique(["registrering", "dag"], keep="last", maintain_order=True)
        .select("registrering", "dag", "enhedsnr", "grad", "i_population")
    )
    return dage.join(ansat, on=["registrering", "dag"], how="left")


def spread_dagsvaerk(sygefravaer: pl.DataFrame, dage: pl.DataFrame, regler: Regler) -> pl.DataFrame:
    """The population's sick days with their dagsværk, spread evenly over the record's working days."""
    opgoerelse = regler.opgoerelse
    delvis = pl.when("er_delvis").then(float(opgoerelse["delvis_andel"])).otherwise(1.0)
    i_alt = (
        pl.when(pl.col("timer").is_not_null())
        .then(pl.col("timer") / float(opgoerelse["timer_pr_dagsvaerk"]))
        .when(pl.col("dage").is_not_null())
        .then(pl.col("dage") * pl.col("grad"))
        .otherwise(pl.col("arbejdsdage") * pl.col("grad") * delvis)
    )
    registreringer = (
        dage.group_by("registrering")
        .agg(
            arbejdsdage=pl.col("er_arbejdsdag").sum(),
            kalenderdage=pl.len(),
            grad=pl.col("grad").sort_by("dag").drop_nulls().first().fill_null(1.0),
        )
        .join(sygefravaer, on="registrering")
        .with_columns(i_alt=i_alt.round(8))
    )
    kun_weekend = pl.col("arbejdsdage") == 0
    return (
        dage.filter("i_population", pl.col("dag") <= TIL)
        .drop("grad", "medarbejdernr")
        .join(registreringer, on="registrering")
        .filter(pl.col("er_arbejdsdag") | kun_weekend)
        .with_columns(
            dagsvaerk=pl.col("i_alt") / pl.when(kun_weekend).then("kalenderdage").otherwise("arbejdsdage"),
            lang_fra=pl.col("forloeb_start") + pl.duration(days=opgoerelse["langtid_dage"] - 1),
        )
        .with_columns(lang_fra=pl.when(pl.col("lang_fra") <= pl.col("forloeb_slut")).then("lang_fra"))
    )


def compute_noegletal(mappe: Path, konfiguration: Path) -> pl.DataFrame:
    regler = load_regler(konfiguration)
    kalender, perioder, forfaedre = build_kalender(), build_perioder(), read_forfaedre(mappe)
    ansaettelser = read_ansaettelser(mappe, regler)
    ansatte = sum_ansatte_dage(ansaettelser)
    sygefravaer = add_sygeforloeb(read_sygefravaer(mappe, regler), kalender)
    dage = explode_sygefravaer(sygefravaer, ansaettelser, kalender)
    sygedage = spread_dagsvaerk(sygefravaer, dage, regler)
    graense = float(regler.opgoerelse["langtidsfrisk_dagsvaerk"])
    friske = count_langtidsfriske(ansatte, sygedage, forfaedre, perioder, graense=graense)
    return (
        sum_bemanding(ansatte, forfaedre, perioder)
        .join(sum_fravaer(sygedage, forfaedre, perioder), on=["node", "periode"], how="left")
        .join(friske, on=["node", "periode"], how="left")
        .with_columns(
            pl.col("dagsvaerk", "dagsvaerk_lang").fill_null(0.0),
            pl.when(pl.col("periode").is_in(friske["periode"].unique().implode())).then(
                pl.col("langtidsfriske", "langtidsfriske_grundlag").fill_null(0)
            ),
        )
        .pipe(add_rates, regler.opgoerelse)
        .select("node", "periode", *NOEGLETAL)
        .sort("node", "periode")
    )


if __name__ == "__main__":
    compute_noegletal(Path(sys.argv[1]), Path(sys.argv[2])).write_csv(sys.argv[3])
