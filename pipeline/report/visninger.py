"""The views of the dashboard by name: each reads its rows, draws its chart, words its sentence and fills its table.

A view is made of a source of rows and of `parametre`, texts only, so that a page and a file fetched later are alike.
"""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from pipeline.database.laesning import Kilde, periodetype_af
from pipeline.report.aendringer import direction
from pipeline.report.figurer import figur_1
from pipeline.report.figurer_tid import linjer, saeson
from pipeline.report.haendelser import by_kvartal, describe_begyndelser, read_begyndelser
from pipeline.report.hvorfor import view_hvorfor
from pipeline.report.hvorfor_ikke import explain_andel, last_without
from pipeline.report.kvartalsstatus import head_figur_1, mark_kvartal, read_kvartalsstatus
from pipeline.report.lister import view_ledere, view_mine_enheder, with_signaler
from pipeline.report.maaltal import view_aaret, view_maaltal
from pipeline.report.niveau import view_sammenlign
from pipeline.report.personalegrupper import view_personalegrupper
from pipeline.report.signalforloeb import add_to_table, describe_forloeb, read_signalforloeb
from pipeline.report.visning import Kolonne, Tabel, Visning, format_value, tabulate, with_enhedsnr
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import MAANEDER, decimaltal, one_stop, periode_med_ord

NOEGLETAL_SLAGS = {
    "sygedage_pr_medarbejder": "dage",
    "sygedage_pr_aarsvaerk": "dage",
    "fravaersprocent": "andel1",
    "korttid": "dage",
    "langtid": "dage",
    "langtidsandel": "andel",
    "langtidsfriske_andel": "andel",
    "gns_medarbejdere": "antal",
}
FORKLARES_AF = {
    "korttid": "langtidsandel",
    "langtid": "langtidsandel",
    "langtidsandel": "langtidsandel",
    "langtidsfriske_andel": "langtidsfriske",
}
BOERN = tuple(
    (navn, titel, slags)
    for (navn, slags), titel in zip(
        (
            ("enhedsnavn", "tekst"),
            ("gns_medarbejdere", "antal"),
            ("sygedage", "dage"),
            ("aendring_kvartal", "aendring"),
            ("kvartal_signal", "signal"),
            ("aendring_aar", "aendring"),
            ("aar_signal", "signal"),
            ("maaltal", "dage"),
            ("afstand_til_maaltal", "aendring"),
            ("maaltal_kilde", "tekst"),
            ("langtidsandel", "andel"),
            ("langtidsfriske_andel", "andel"),
        ),
        tekster_dashboard.BOERN_KOLONNER,
        strict=True,
    )
)
SAESON_AAR = 5
"""Years beside each other: more lines than these cannot be told apart."""

Parametre = Mapping[str, str]


def headline(kilde: Kilde) -> str:
    """`nytal` of the build: pr_medarbejder or pr_aarsvaerk."""
    return str(kilde.rows("byggerapport_bygning")["nytal"].item())


def find_navn(kilde: Kilde, enhed_id: int) -> tuple[str, str]:
    """Number and name of a node in sight. Errors: `LookupError`."""
    fundet = kilde.rows("noder").filter(pl.col("enhed_id") == enhed_id)
    if fundet.is_empty():
        raise LookupError
    return fundet["enhedsnr"].item(), fundet["enhedsnavn"].item()


def view_figur_1(kilde: Kilde, parametre: Parametre) -> Visning:
    """Short and long absence by quarter. Parametre: enhed."""
    enhed_id = int(parametre["enhed"])
    enhedsnr, navn = find_navn(kilde, enhed_id)
    status = read_kvartalsstatus(kilde, enhedsnr=enhedsnr, enhedsnavn=navn)
    titel, saetning, alt_tekst = head_figur_1(status)
    udelt = last_without(status.kvartaler)
    raekker = status.kvartaler.reverse()
    kvartaler = [periode_med_ord(raekke["periode"]) + mark_kvartal(raekke) for raekke in raekker.iter_rows(named=True)]
    raekker = raekker.with_columns(pl.Series("kvartal", kvartaler, pl.String))
    navne = ("kvartal", "korttid", "langtid", "sygedage", "maaltal", "maaltal_kilde")
    slags = ("tekst", "dage", "dage", "dage", "dage", "tekst")
    kolonner = tuple(zip(navne, tekster.FIGUR_1_KOLONNER, slags, strict=True))
    figur, begyndelser = None, read_begyndelser(kilde, enhed_id)
    if status.kvartaler.height:
        haendelser = by_kvartal(begyndelser, status.kvartaler)
        figur = figur_1(status.kvartaler, enhed=status.enhed, beskrivelse=alt_tekst, haendelser=haendelser)
    udeladt = "" if udelt is None else explain_andel(kilde, enhed_id, udelt, "langtidsandel")
    note = " ".join(filter(None, (udeladt, describe_begyndelser(begyndelser))))
    return Visning("figur_1", f"{titel}, {navn}", saetning, tabulate(raekker, kolonner), figur, note)


def view_boern(kilde: Kilde, parametre: Parametre) -> Visning:
    """The children of a node in a period. Parametre: enhed, periode."""
    _, navn = find_navn(kilde, int(parametre["enhed"]))
    boern = kilde.rows("enhedens_boern", enhed_id=int(parametre["enhed"]), periode=parametre["periode"])
    raekker = with_signaler(boern).with_columns(
        pl.when("er_nedlagt")
        .then(pl.format(tekster_dashboard.NEDLAGT_NAVN, "enhedsnavn"))
        .otherwise("enhedsnavn")
        .alias("enhedsnavn")
    )
    tabel = tabulate(raekker, BOERN, enheder="enhedsnr", gnister="kvartaler")
    titel = tekster_dashboard.BOERN_TITEL.format(enhed=navn)
    return Visning("enheder", titel, describe_boern(raekker, headline(kilde)), tabel)


def describe_boern(raekker: pl.DataFrame, nytal: str) -> str:
    """Who has most and fewest, and how many lie above their måltal."""
    med = raekker.filter(pl.col("sygedage").is_not_null() & ~pl.col("er_nedlagt")).sort("sygedage")
    if med.is_empty():
        return tekster_dashboard.BOERN_UDEN_RATER
    lavest, hoejest = med.row(0, named=True), med.row(-1, named=True)
    if med.height == 1:
        saetning = tekster_dashboard.BOERN_EN.format(
            enhed=lavest["enhedsnavn"], tal=decimaltal(lavest["sygedage"]), pr=tekster.PR[nytal]
        )
    else:
        saetning = tekster.FLEST_OG_FAERREST.format(
            hoejest=hoejest["enhedsnavn"],
            hoejest_tal=decimaltal(hoejest["sygedage"]),
            lavest=lavest["enhedsnavn"],
            lavest_tal=decimaltal(lavest["sygedage"]),
            pr=tekster.PR[nytal],
        )
    afstande = med["afstand_til_maaltal"].drop_nulls()
    if afstande.len():
        saetning += tekster_dashboard.BOERN_OVER_MAALTAL.format(over=_count_above(afstande), med=afstande.len())
    return saetning


def _count_above(afstande: pl.Series) -> int:
    """Above as the figure reads: a distance that shows as ±0,0 is none."""
    return sum(direction(afstand) == "stigning" for afstand in afstande)


def view_udgivne_boern(kilde: Kilde, parametre: Parametre) -> Visning:
    """The groups a node is published by. Parametre: enhed."""
    _, navn = find_navn(kilde, int(parametre["enhed"]))
    boern = kilde.rows("udgivne_boern", enhed_id=int(parametre["enhed"]))
    raekker = with_enhedsnr(kilde, boern).with_columns(
        pl.col("langtidsandel_pct", "langtidsfriske_pct") / 100,
        pl.lit(None, pl.Float64).alias("afstand_til_maaltal"),
        pl.lit(False).alias("er_nedlagt"),
    )
    navne = ("enhedsnavn", "sygedage", "korttid", "langtid", "langtidsandel_pct", "langtidsfriske_pct", "medarbejdere")
    slags = ("tekst", "dage", "dage", "dage", "andel", "andel", "antal", "dage")
    kolonner = tuple(zip((*navne, "maaltal"), tekster_dashboard.UDGIVNE_BOERN_KOLONNER, slags, strict=True))
    titel = tekster_dashboard.BOERN_TITEL.format(enhed=navn)
    rest = tekster_dashboard.UDGIVNE_REST.format(enhed=navn)
    tabel = tabulate(raekker, kolonner, enheder="enhedsnr")
    return Visning("enheder", titel, describe_boern(raekker, headline(kilde)), tabel, note=rest)


def view_udvikling(kilde: Kilde, parametre: Parametre) -> Visning:
    """One nøgletal of some nodes through time. Parametre: noder (ids with commas), tal, periodetype, vindue."""
    noder = [int(nr) for nr in parametre["noder"].split(",")]
    tal, slags = parametre["tal"], NOEGLETAL_SLAGS[parametre["tal"]]
    forloeb = _read_forloeb(kilde, noder, parametre)
    eget = forloeb.filter(enhed_id=noder[0])
    signaler = read_signalforloeb(kilde, eget, tal=tal, nytal=headline(kilde), vindue=parametre["vindue"])
    perioder = {
        periode: periode_med_ord(periode) + (tekster.FORELOEBIG if foreloebig else "")
        for periode, foreloebig in forloeb.select("periode", "er_foreloebig").unique().iter_rows()
    }
    raekker = (
        forloeb.sort("sidste_maaned", descending=True)
        .with_columns(pl.col("periode").replace_strict(perioder, return_dtype=pl.String))
        .pivot("enhedsnavn", index="periode", values="vaerdi", aggregate_function="first", maintain_order=True)
    )
    navne = [navn for navn in raekker.columns if navn != "periode"]
    raekker, om_signaler = add_to_table(raekker, signaler, perioder, alene=len(navne) == 1)
    kolonner = (("periode", tekster_dashboard.PERIODE, "tekst"), *((navn, navn, slags) for navn in navne), *om_signaler)
    tabel = tabulate(raekker, kolonner)
    titel = tekster_dashboard.NOEGLETAL[tal]
    saetning = describe_forloeb(eget, slags, signaler) or _explain_forloeb(
        kilde, eget, noder[0], tal=tal, vindue=parametre["vindue"]
    )
    figur = None
    if forloeb["vaerdi"].count():
        beskrivelse = f"Linjediagram. {titel}. {saetning}"
        figur = linjer(forloeb, slags=slags, akse=titel, beskrivelse=beskrivelse, signaler=signaler)
    note = tekster_dashboard.ALENE_FORKLARING if parametre["vindue"] == "alene" else signaler.note
    return Visning("udvikling", titel, saetning, tabel, figur, note)


def _explain_forloeb(kilde: Kilde, forloeb: pl.DataFrame, enhed_id: int, *, tal: str, vindue: str) -> str:
    """Why there is nothing to show of a node that has figures, else that there are none."""
    if tal in FORKLARES_AF and vindue == "rullende" and forloeb.height:
        periode = forloeb.sort("sidste_maaned")["periode"][-1]
        return explain_andel(kilde, enhed_id, periode, FORKLARES_AF[tal])
    return tekster_dashboard.UDVIKLING_INGEN.format(tal=tekster_dashboard.NOEGLETAL[tal].lower())


def _read_forloeb(kilde: Kilde, noder: list[int], parametre: Parametre) -> pl.DataFrame:
    """Nodes of one name are told apart by their number."""
    forloeb = kilde.rows(
        "udvikling", noder=noder, periodetype=parametre["periodetype"], vindue=parametre["vindue"]
    ).with_columns(pl.col(parametre["tal"]).cast(pl.Float64).alias("vaerdi"))
    ens = pl.col("enhed_id").n_unique().over("enhedsnavn") > 1
    return forloeb.with_columns(
        pl.when(ens)
        .then(pl.format("{} ({})", "enhedsnavn", pl.col("enhed_id").abs()))
        .otherwise("enhedsnavn")
        .alias("enhedsnavn")
    )


def view_saeson(kilde: Kilde, parametre: Parametre) -> Visning:
    """One nøgletal of one node, month beside the same month of other years. Parametre: noder (one id), tal."""
    tal, slags = parametre["tal"], NOEGLETAL_SLAGS[parametre["tal"]]
    forloeb = _read_forloeb(
        kilde, [int(parametre["noder"])], {**parametre, "periodetype": "maaned", "vindue": "alene"}
    ).with_columns((pl.col("sidste_maaned") // 12).alias("aar"), (pl.col("sidste_maaned") % 12 + 1).alias("maaned"))
    raekker = (
        forloeb.sort("maaned", "aar")
        .with_columns(pl.col("aar").cast(pl.String))
        .pivot("aar", index="maaned", values="vaerdi", aggregate_function="first", maintain_order=True)
        .sort("maaned")
    )
    aar = sorted(navn for navn in raekker.columns if navn != "maaned")
    tabel = Tabel(
        (Kolonne(tekster_dashboard.SAESON_MAANED), *(Kolonne(navn, slags) for navn in aar)),
        tuple((MAANEDER[maaned - 1], *vaerdier) for maaned, *vaerdier in raekker.select("maaned", *aar).iter_rows()),
    )
    titel = tekster_dashboard.NOEGLETAL[tal]
    saetning = _describe_saeson(forloeb, slags) or tekster_dashboard.UDVIKLING_INGEN.format(tal=titel.lower())
    figur = None
    if forloeb["vaerdi"].count():
        seneste = forloeb.filter(pl.col("aar") > pl.col("aar").max() - SAESON_AAR).sort("aar", "maaned")
        figur = saeson(seneste, slags=slags, akse=titel, beskrivelse=f"Linjediagram. {titel} år for år. {saetning}")
    return Visning("saeson", titel, saetning, tabel, figur, tekster_dashboard.ALENE_FORKLARING)


def _describe_saeson(forloeb: pl.DataFrame, slags: str) -> str:
    med = forloeb.filter(pl.col("vaerdi").is_not_null() & ~pl.col("er_foreloebig")).sort("sidste_maaned")
    if med.is_empty():
        return ""
    nu = med.row(-1, named=True)
    felter = {
        "enhed": nu["enhedsnavn"],
        "maaned": MAANEDER[nu["maaned"] - 1],
        "aar": nu["aar"],
        "tal": format_value(slags, nu["vaerdi"]),
    }
    foer = med.filter(pl.col("sidste_maaned") == nu["sidste_maaned"] - 12)
    if foer.is_empty():
        return one_stop(tekster_dashboard.SAESON_EN.format(**felter))
    return one_stop(tekster_dashboard.SAESON_SAETNING.format(**felter, foer=format_value(slags, foer["vaerdi"].item())))


def view_alle_enheder(kilde: Kilde, parametre: Parametre) -> Visning:
    """Every node's nøgletal in a period. Parametre: periode."""
    periode = parametre["periode"]
    raekker = kilde.rows(
        "noegletal_liste", periodetype=periodetype_af(periode), periode=periode, enhedsnr=None, niveau=None
    )
    foreloebig = tekster.FORELOEBIG if raekker["er_foreloebig"].any() else ""
    tabel = tabulate(raekker.with_columns(pl.col("niveau").replace(tekster_dashboard.NIVEAUER)), ALLE_KOLONNER)
    saetning = tekster_dashboard.DATAGRUNDLAG_ALLE_SAETNING.format(periode=periode_med_ord(periode) + foreloebig)
    return Visning("alle_enheder", tekster_dashboard.DATAGRUNDLAG_ALLE, saetning, tabel)


ALLE_KOLONNER = (
    ("enhedsnr", "Enhedsnr", "tekst"),
    ("enhedsnavn", tekster_dashboard.ENHED, "tekst"),
    ("niveau", "Niveau", "tekst"),
    ("dagsvaerk", "Dagsværk", "dage"),
    ("dagsvaerk_lang", "Heraf langtid", "dage"),
    *(
        (navn, titel, NOEGLETAL_SLAGS[navn])
        for navn, titel in tekster_dashboard.NOEGLETAL.items()
        if navn not in ("korttid", "langtid")
    ),
    ("aendring_kvartal", "Ændring, kvartal", "aendring"),
    ("aendring_aar", "Ændring, år", "aendring"),
    ("maaltal", tekster.MAALTAL, "dage"),
    ("maaltal_kilde", "Måltal, kilde", "tekst"),
    ("afstand_til_maaltal", "Afstand", "aendring"),
)

VISNINGER: Mapping[str, Callable[[Kilde, Any], Visning]] = {
    "figur_1": view_figur_1,
    "hvorfor": view_hvorfor,
    "boern": view_boern,
    "udgivne_boern": view_udgivne_boern,
    "personalegrupper": view_personalegrupper,
    "udvikling": view_udvikling,
    "saeson": view_saeson,
    "maaltal": view_maaltal,
    "maaltal_aaret": view_aaret,
    "sammenlign": view_sammenlign,
    "alle_enheder": view_alle_enheder,
    "mine_enheder": view_mine_enheder,
    "ledere": view_ledere,
}
