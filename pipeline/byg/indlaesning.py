"""Hands what the readers found to DuckDB: one view `raa_<tabel>` a table, and the list of files."""

import datetime as dt
import re
from collections.abc import Sequence

import duckdb

from pipeline.byg.kolonneformer import Filformer, has_form, judge_former
from pipeline.database.tabeller import create_table, quote
from pipeline.indstillinger.model import Indstillinger
from pipeline.indstillinger.opfoelgning import REGELKOLONNER, tabulate_regler
from pipeline.readers.model import Csvindhold, Kildetabel
from pipeline.readers.tabeller import LOES, PERSONALE
from pipeline.readers.text_tabel import csv_relation

STORE_TABELLER = ("fravaer", "ansaettelsesforloeb")
KILDEFILER = {
    "fil_id": int,
    "fil": str,
    "tabel": str,
    "form": str,
    "udtraeksdato": dt.date,
    "periode_fra": dt.date,
    "periode_til": dt.date,
    "foerste_linje": int,
    "noter": str,
    "antal_lignende": int,
}
UTRIMMEDE = ("medarbejdernr", "startdato", "stopdato", "timer", "dage")


def load_kildetabeller(
    con: duckdb.DuckDBPyConnection, kildetabeller: Sequence[Kildetabel], indstillinger: Indstillinger
) -> None:
    """`kildefiler` (grain: one table in one file) and a view `raa_<tabel>` for every known table, empty ones too."""
    create_table(
        con,
        "kildefiler",
        KILDEFILER,
        [
            (
                fil_id,
                kilde.fil,
                kilde.tabel,
                kilde.form,
                kilde.udtraeksdato,
                *(kilde.periode or (None, None)),
                kilde.foerste_linje,
                "\n".join(kilde.noter) or None,
                kilde.antal_lignende,
            )
            for fil_id, kilde in enumerate(kildetabeller, start=1)
        ],
    )
    alle_kolonner = {tabel: tuple(felter) for tabel, felter in indstillinger.kolonner.items()} | {
        "personale": tuple(PERSONALE)
    }
    fraer = {fil_id: open_kilde(con, fil_id, kilde) for fil_id, kilde in enumerate(kildetabeller, start=1)}
    former = {
        fil_id: judge_former(con, fraer[fil_id], kilde=kilde, kontrol=indstillinger.kontrol)
        for fil_id, kilde in enumerate(kildetabeller, start=1)
    }
    create_table(
        con,
        "kolonneformer",
        {"fil_id": int, "kolonne": str, "beskrivelse": str},
        [
            (fil_id, kolonne, beskrivelse)
            for fil_id, fundne in former.items()
            for kolonne, beskrivelse in fundne.beskrivelser.items()
        ],
    )
    for tabel, kolonner in alle_kolonner.items():
        dele = [
            _file_select(fil_id, kilde, kolonner, fra=fraer[fil_id], former=former[fil_id])
            for fil_id, kilde in enumerate(kildetabeller, start=1)
            if kilde.tabel == tabel
        ]
        con.execute(
            f"create or replace temp view raa_{tabel} as {' union all '.join(dele or [_empty_select(kolonner)])}"
        )


def open_kilde(con: duckdb.DuckDBPyConnection, fil_id: int, kilde: Kildetabel) -> str:
    """The file as a FROM clause takes it, every cell text."""
    if not isinstance(kilde.indhold, Csvindhold):
        # of a frame itself, DuckDB without pandas takes the wrong columns
        con.register(f"laest_{fil_id}", kilde.indhold.to_arrow())
        return f"laest_{fil_id}"
    utrimmede = UTRIMMEDE if kilde.tabel == "fravaer" else ()
    return f"({_with_literals(*csv_relation(kilde.indhold, utrimmede=utrimmede))})"


def _file_select(fil_id: int, kilde: Kildetabel, kanoniske: Sequence[str], *, fra: str, former: Filformer) -> str:
    """Line numbers of the large tables come from their row ids later, so that DuckDB may read with every thread."""
    if not isinstance(kilde.indhold, Csvindhold):
        linje = "linje::bigint"
    else:
        linje = "null::bigint" if kilde.tabel in STORE_TABELLER else f"row_number() over () + {kilde.foerste_linje - 1}"
    fundne = [kolonne for kolonne in kilde.kolonner if not kolonne.startswith("udeladt_")]
    loese = [kolonne for kolonne in fundne if kolonne.startswith(LOES)]
    oevrige = [kolonne for kolonne in fundne if kolonne not in (*kanoniske, *loese)]
    ekstra = [kolonne for kolonne in ("fravaersarttekst",) if kilde.tabel == "fravaer" and kolonne in fundne]
    valgte = [f"{kolonne if kolonne in fundne else 'null'}::varchar as {kolonne}" for kolonne in kanoniske]
    valgte += [f"{quote(former.form(kolonne))} as {kolonne}_form" for kolonne in kanoniske if has_form(kolonne)]
    noegle = f"hash({', '.join(oevrige + ekstra)})" if oevrige or ekstra else "0::ubigint"
    total = f"coalesce({', '.join(f'totaltekst({navn})' for navn in oevrige)})" if oevrige else "null::varchar"
    loest = f"coalesce({', '.join(loese)})" if loese else "null::varchar"
    tom = f"ren_tekst(concat({', '.join(fundne)})) is null"
    if fundne[0] in UTRIMMEDE:  # almost no row has an empty first cell; only those are looked at whole
        tom = f"case when {fundne[0]} >= '!' then false else {tom} end"
    return (
        f"select {fil_id}::smallint as fil_id, {linje} as linje, {', '.join(valgte)}, {noegle} as oevrigt_noegle, "
        f"{total} as oevrig_totaltekst, totalmaerke({loest}) as loest_maerke, {tom} as er_tom, "
        f"{former.forskydning(loest)} as forskydning from {former.source(fra)}"
    )


def _empty_select(kanoniske: Sequence[str]) -> str:
    navne = [navn for kolonne in kanoniske for navn in (kolonne, *([f"{kolonne}_form"] if has_form(kolonne) else []))]
    valgte = ", ".join(f"null::varchar as {navn}" for navn in navne)
    return (
        f"select null::smallint as fil_id, null::bigint as linje, {valgte}, null::ubigint as oevrigt_noegle, "
        f"null::varchar as oevrig_totaltekst, null::varchar as loest_maerke, true as er_tom, "
        f"null::varchar as forskydning where false"
    )


def _with_literals(sql: str, parametre: dict[str, str | int]) -> str:
    """A view takes no bound parameters; its values are written into it, text quoted."""
    return re.sub(r"\$([a-z_]+)", lambda fund: _literal(parametre[fund[1]]), sql)


def _literal(vaerdi: str | int) -> str:
    return str(vaerdi) if isinstance(vaerdi, int) else quote(vaerdi)


def load_indstillinger_tabeller(
    con: duckdb.DuckDBPyConnection, indstillinger: Indstillinger, niveauer: Sequence[str]
) -> None:
    """The configuration's lists as reference tables."""
    create_table(
        con,
        "fravaersarter",
        {"kode": str, "er_sygefravaer": bool, "delvis": bool},
        [(art.kode, art.er_sygefravaer, art.delvis) for art in indstillinger.fravaersarter],
    )
    create_table(
        con,
        "maanedsloennede",
        {"ansforhold": str},
        [(kode,) for kode in sorted(indstillinger.population.maanedsloennede)],
    )
    create_table(
        con,
        "oevrige_ansforhold",
        {"ansforhold": str},
        [(kode,) for kode in sorted(indstillinger.population.oevrige_ansforhold)],
    )
    create_table(
        con,
        "graenser",
        {"orden": int, "maal": str, "mindst": float, "hoejst": float, "altid": float},
        [
            (orden, maal, graense.mindst, graense.hoejst, graense.altid)
            for orden, (maal, graense) in enumerate(indstillinger.sammenligning)
        ],
    )
    create_table(con, "niveauer", {"niveau_nr": int, "niveau": str}, list(enumerate(niveauer)))
    create_table(
        con,
        "niveau_angivet",
        {"enhedsnr": int, "niveau_nr": int},
        [(int(nr), niveauer.index(niveau)) for nr, niveau in indstillinger.organisation.niveau.items()],
    )
    create_table(
        con,
        "grupper",
        {"gruppe": str, "enhedsnr": int},
        [
            (gruppe, int(nr))
            for gruppe, numre in indstillinger.organisation.grupper.items()
            for nr in sorted(set(numre))
        ],
    )
    _load_afstemning(con, indstillinger)
    create_table(con, "opfoelgningsregler", REGELKOLONNER, tabulate_regler(indstillinger.opfoelgning))


def _load_afstemning(con: duckdb.DuckDBPyConnection, indstillinger: Indstillinger) -> None:
    """How the statistics of others differ from ours."""
    kilder = {"krl": indstillinger.afstemning.krl, "dst": indstillinger.afstemning.dst}
    create_table(
        con,
        "kilde_medregner",
        {"kilde": str, "aarsag": str},
        [(navn, aarsag) for navn, kilde in kilder.items() for aarsag in sorted(set(kilde.medregner))],
    )
    create_table(
        con,
        "kilde_uden_art",
        {"kilde": str, "art": str, "tekst": str},
        [
            (navn, art.kode, art.tekst)
            for navn, kilde in kilder.items()
            for art in indstillinger.fravaersarter
            if art.kode in kilde.uden_arter
        ],
    )
