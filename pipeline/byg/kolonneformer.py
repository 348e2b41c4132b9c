"""The form of a file's columns, judged from every row of it: how dates and numbers are written, and how many fields.

One place decides; `sql/10_staging` converts with what is decided, and a cell that contradicts it is rejected there. The
counting is DuckDB's (`sql/00_makroer/laes/former.sql`): one pass that asks whether a column is of the ordinary form,
and only for columns that are not a second one that counts what they hold.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import duckdb

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Kontrol
from pipeline.readers.model import Csvindhold, Kildetabel
from pipeline.readers.tabeller import DATOKOLONNER, LOES, TALKOLONNER, UDELADT
from pipeline.readers.text_tabel import ALENE, ANTAL_EKSTRA, EKSTRA_FELTER, ER_KORT
from pipeline.tekster import former as tekster

KOMMA, PUNKTUM, TID = ",", ".", ":"
BLANDET = "!"
# Of these a thousand or more is no possible value, so three digits behind a sign are decimals.
UNDER_TUSIND = frozenset({"taeller", "naevner", "maaltal", "dagsvaerk"})
ARTTEKST = "fravaersarttekst"
NOEGLER = ("medarbejdernr", "enhedsnr", "gammelt_enhedsnr")


@dataclass(frozen=True)
class Filformer:
    """`former` and `beskrivelser` by canonical column; `tekst` is the column that holds words in every row, if any.
    `brudt` tells a row of which a piece stands on a line of its own, in a file with such lines. The rest is how many
    fields a row of a text file has.
    """

    former: Mapping[str, str]
    beskrivelser: Mapping[str, str]
    er_tekst: bool = False
    er_kommafil: bool = False
    saedvanlige_ekstra: int = 0
    maa_vaere_kort: bool = False
    tekst: str = "null"
    brudt: str = ""

    def form(self, kolonne: str) -> str:
        return self.former.get(kolonne, KOMMA if kolonne in TALKOLONNER else "")

    def forskydning(self, loest: str) -> str:
        """An SQL expression on `source`: why the row does not stand under its header, or null."""
        antal, er_kort = (ANTAL_EKSTRA, ER_KORT) if self.er_tekst else ("0", "false")
        return (
            f"forskydning({loest}, {self.er_kommafil}, {antal}, {self.saedvanlige_ekstra}, {er_kort}, "
            f"{self.maa_vaere_kort}, {self.tekst}, {self.brudt or 'false'})"
        )

    def source(self, fra: str) -> str:
        """`fra`, in a file with broken rows with the pieces on the lines beside each row."""
        if not self.brudt:
            return fra
        stump = f"som_stump({ALENE})"
        return f"(select *, lag({stump}) over () as stump_foer, lead({stump}) over () as stump_efter from {fra})"


def has_form(kolonne: str) -> bool:
    return kolonne in TALKOLONNER or kolonne in DATOKOLONNER


def judge_former(con: duckdb.DuckDBPyConnection, fra: str, *, kilde: Kildetabel, kontrol: Kontrol) -> Filformer:
    """`fra` is the file as SQL reads it.

    Errors: `Brugerfejl` for a column whose cells can all be read in two ways.
    """
    er_tekst = isinstance(kilde.indhold, Csvindhold)
    noegle = next((navn for navn in NOEGLER if navn in kilde.kolonner), None)
    kolonner = [navn for navn in kilde.kolonner if has_form(navn)]
    if not noegle or not (kolonner or er_tekst):
        return Filformer({}, {}, er_tekst)
    foerste = _first_pass(con, fra, kilde=kilde, kolonner=kolonner, noegle=noegle, er_tekst=er_tekst)
    datoer = _judge_datoer(con, fra, kilde=kilde, fund=foerste, kontrol=kontrol)
    tal = _judge_tal(con, fra, kilde=kilde, fund=foerste, noegle=noegle, datoer=datoer, kontrol=kontrol)
    er_komma = isinstance(kilde.indhold, Csvindhold) and kilde.indhold.skilletegn == KOMMA
    return Filformer(
        datoer.former | tal.former,
        datoer.beskrivelser | tal.beskrivelser,
        er_tekst,
        er_komma,
        saedvanlige_ekstra=0 if er_komma or not er_tekst else _usual_ekstra(foerste, kontrol),
        maa_vaere_kort=er_tekst and _may_be_kort(foerste, kontrol),
        tekst=ARTTEKST if foerste.get("ord", 0) > foerste.get("tal_som_ord", 0) else "null",
        brudt=_tell_brudt(con, fra, kilde=kilde, fund=foerste) if foerste.get("stumper") else "",
    )


Fund = dict[str, int]


@dataclass
class _Afgjort:
    former: dict[str, str] = field(default_factory=dict)
    beskrivelser: dict[str, str] = field(default_factory=dict)


def _first_pass(
    con: duckdb.DuckDBPyConnection,
    fra: str,
    *,
    kilde: Kildetabel,
    kolonner: list[str],
    noegle: str,
    er_tekst: bool,
) -> Fund:
    """Counts: cells of each column that are not of the ordinary form, and rows by their number of fields."""
    valgte = {"antal": f"count(*) filter (where {noegle} is not null)"}
    for navn in kolonner:
        ordinaer = _ordinary_macro(navn)
        valgte[f"{navn}_fyldte"] = f"count({navn})"
        valgte[f"{navn}_andre"] = f"count(*) filter (where not {ordinaer}({navn}))"
        if navn in TALKOLONNER:
            valgte[f"{navn}_tusinder"] = f"count(*) filter (where contains({navn}, '.') or contains({navn}, ' '))"
    if ARTTEKST in kilde.kolonner:
        valgte["tal_som_ord"] = f"count(*) filter (where er_kun_tal({ARTTEKST}))"
        valgte["ord"] = f"count({ARTTEKST}) - tal_som_ord"
    if er_tekst:
        hele = [navn for navn in kilde.kolonner if not navn.startswith(LOES)]
        sidste = hele[-1] if not hele[-1].startswith("udeladt_") else "null"
        valgte["stumper"] = f"count(som_stump({ALENE}))"
        valgte["korte"] = f"count(*) filter (where {ER_KORT} and {noegle} is not null)"
        valgte["tomt_sidst"] = f"count(*) filter (where {sidste} is null and not {ER_KORT} and {noegle} is not null)"
        for antal in range(1, EKSTRA_FELTER + 1):
            valgte[f"ekstra_{antal}"] = f"count(*) filter (where {ANTAL_EKSTRA} = {antal} and {noegle} is not null)"
    svar = con.execute(f"select {', '.join(f'{udtryk} as {navn}' for navn, udtryk in valgte.items())} from {fra}")
    return dict(zip(valgte, svar.fetchone() or (), strict=True))


def _ordinary_macro(navn: str) -> str:
    return "er_almindeligt_tal" if navn in TALKOLONNER else "er_almindelig_dato"


def _usual_ekstra(fund: Fund, kontrol: Kontrol) -> int:
    """How many empty fields most rows have behind the header; few rows are no habit."""
    flest, nummer = max((fund[f"ekstra_{nummer}"], nummer) for nummer in range(1, EKSTRA_FELTER + 1))
    return nummer if flest >= kontrol.korte_raekker_mindst and 2 * flest > fund["antal"] else 0


def _may_be_kort(fund: Fund, kontrol: Kontrol) -> bool:
    """Whether the file leaves out what is empty at the end of a row: many rows are short and none ends empty."""
    return fund["tomt_sidst"] == 0 and fund["korte"] >= max(
        kontrol.korte_raekker_mindst, kontrol.korte_raekker_andel * fund["antal"]
    )


def _tell_brudt(con: duckdb.DuckDBPyConnection, fra: str, *, kilde: Kildetabel, fund: Fund) -> str:
    """A row is broken when the piece before it fits before its first cell, or the piece after it completes its last."""
    foerste, sidste = kilde.kolonner[0], next(navn for navn in reversed(kilde.kolonner) if not navn.startswith(LOES))
    begynder, ender = "false", "false"
    if not foerste.startswith(UDELADT):
        (laengst,) = con.execute(f"select max(length({foerste})) from {fra} where not {ER_KORT}").fetchone() or (0,)
        begynder = f"length(concat(stump_foer, {foerste})) <= {laengst or 0}"
    if not sidste.startswith(UDELADT):
        ender = "true"
        if fund.get(f"{sidste}_fyldte", 0) > 2 * fund.get(f"{sidste}_andre", 0):
            ordinaer = _ordinary_macro(sidste)
            ender = f"not coalesce({ordinaer}({sidste}), false) and {ordinaer}(concat({sidste}, stump_efter))"
    return f"(stump_foer is not null and {begynder} or stump_efter is not null and {ender})"


def _judge_datoer(
    con: duckdb.DuckDBPyConnection, fra: str, *, kilde: Kildetabel, fund: Fund, kontrol: Kontrol
) -> _Afgjort:
    afgjort, tvetydige = _Afgjort(), []
    for navn in kilde.kolonner:
        if navn not in DATOKOLONNER:
            continue
        antal = _ordinary(fund, navn, "dd.mm.åååå")
        if fund[f"{navn}_andre"]:
            antal = _count_klasser(
                con, fra, f"datoklasse(uden_klokkeslaet(ren_celle({navn})))", f"not er_uden_dato({navn})"
            )
        form = _dato_form(antal)
        if form and form != "serie" and _is_ombyttet(con, fra, navn, antal, kontrol):
            raise Brugerfejl(tekster.DATO_BYTTET.format(fil=kilde.fil, kolonne=tekster.KOLONNENAVNE[navn]))
        if form is None:
            tvetydige.append(navn)
        else:
            afgjort.former[navn] = form
            afgjort.beskrivelser[navn] = tekster.describe_dato(antal, form)
    for navn in tvetydige:
        andre = {form for form in afgjort.former.values() if "/" in form}
        if len(andre) != 1:
            raise Brugerfejl(tekster.DATO_TVETYDIG.format(fil=kilde.fil, kolonne=tekster.KOLONNENAVNE[navn]))
        afgjort.former[navn] = andre.pop()
        afgjort.beskrivelser[navn] = tekster.describe_dato({}, afgjort.former[navn])
    return afgjort


def _dato_form(antal: Mapping[str, int]) -> str | None:
    """What slashes and day counts mean in the column; None when nothing in it tells day from month."""
    if 2 * antal.get("serie", 0) > sum(antal.values()):
        return "serie"
    dag, maaned = antal.get("d/m", 0), antal.get("m/d", 0)
    if not dag and not maaned:
        return None if antal.get("skråstreg") else ""
    return "d/m" if dag >= maaned else "m/d"


def _is_ombyttet(
    con: duckdb.DuckDBPyConnection, fra: str, navn: str, antal: Mapping[str, int], kontrol: Kontrol
) -> bool:
    """Whether a spreadsheet has taken the day for the month where it could: it leaves as text, with its slashes, what
    has no such month, and of the dates it made none has a day above 12."""
    med_streg = antal.get("d/m", 0) + antal.get("m/d", 0)
    if antal.get("skråstreg") or med_streg < kontrol.umulig_mindst:
        return False
    andre = _count_klasser(con, fra, f"(day(laes_dato({navn})) <= 12)::varchar", f"not contains({navn}, '/')")
    return "false" not in andre and andre.get("true", 0) >= kontrol.umulig_mindst


def _judge_tal(
    con: duckdb.DuckDBPyConnection,
    fra: str,
    *,
    kilde: Kildetabel,
    fund: Fund,
    noegle: str,
    datoer: _Afgjort,
    kontrol: Kontrol,
) -> _Afgjort:
    afgjort, tvetydige, sikre = _Afgjort(), {}, set()
    for navn in kilde.kolonner:
        if navn not in TALKOLONNER:
            continue
        gyldige = f"{navn} is not null and laes_noegle({noegle}) is not null"
        antal, tusinder = _ordinary(fund, navn, "komma"), dict[str, int]()
        if fund[f"{navn}_tusinder"] or fund[f"{navn}_andre"]:
            antal, tusinder = _count_tal(con, fra, navn, gyldige=gyldige)
        form = _tal_form(antal, navn) or _possible_form(
            con, fra, navn, antal, gyldige=gyldige, datoformer=datoer.former, kontrol=kontrol
        )
        if form is None:
            tvetydige[navn] = antal, tusinder
            continue
        afgjort.former[navn] = form
        afgjort.beskrivelser[navn] = tekster.describe_tal(antal, form, tusinder)
        if form[0] != TID and antal.keys() - {"hel", "andet", "tid"}:
            sikre.add(form[0])
    for navn, (antal, tusinder) in tvetydige.items():
        if len(sikre) != 1:
            raise Brugerfejl(tekster.TAL_TVETYDIGT.format(fil=kilde.fil, kolonne=tekster.KOLONNENAVNE[navn]))
        (afgjort.former[navn],) = sikre
        afgjort.beskrivelser[navn] = tekster.describe_tal(antal, afgjort.former[navn], tusinder)
    return afgjort


def _tal_form(antal: Mapping[str, int], navn: str) -> str | None:
    """None when every number with a sign can be read in two ways."""
    komma, punktum, tid = (antal.get(klasse, 0) for klasse in ("komma", "punktum", "tid"))
    if tid > komma + punktum:
        return TID
    if navn in UNDER_TUSIND:
        komma, punktum = komma + antal.get("komma3", 0), punktum + antal.get("punktum3", 0)
    if komma and punktum:
        return (KOMMA if komma >= punktum else PUNKTUM) + BLANDET
    if komma or punktum:
        return KOMMA if komma else PUNKTUM
    return None if antal.get("komma3") or antal.get("punktum3") else KOMMA


def _possible_form(
    con: duckdb.DuckDBPyConnection,
    fra: str,
    navn: str,
    antal: Mapping[str, int],
    *,
    gyldige: str,
    datoformer: Mapping[str, str],
    kontrol: Kontrol,
) -> str | None:
    """Decimals, when most cells would as thousands be more hours or days than their interval holds."""
    klasser = [klasse for klasse in ("komma3", "punktum3") if antal.get(klasse)]
    if len(klasser) != 1 or not {"startdato", "stopdato"} <= datoformer.keys():
        return None
    start, stop = (f"laes_dato({kolonne}, '{datoformer[kolonne]}')" for kolonne in ("startdato", "stopdato"))
    pr_dag = kontrol.timer_pr_kalenderdag if navn == "timer" else 1
    umulig = f"som_tusinder({navn}) > {pr_dag} * (date_diff('day', {start}, {stop}) + 1)"
    umulige = _count_klasser(con, fra, f"talklasse({navn})", f"{gyldige} and {umulig}")
    if 2 * umulige.get(klasser[0], 0) <= antal[klasser[0]]:
        return None
    return KOMMA if klasser[0] == "komma3" else PUNKTUM


def _ordinary(fund: Fund, navn: str, klasse: str) -> dict[str, int]:
    return {klasse: fund[f"{navn}_fyldte"]} if fund[f"{navn}_fyldte"] else {}


def _count_klasser(con: duckdb.DuckDBPyConnection, fra: str, klasse: str, hvor: str) -> dict[str, int]:
    svar = con.execute(f"select {klasse} as klasse, count(*) from {fra} where {hvor} group by klasse")
    return {navn: antal for navn, antal in svar.fetchall() if navn is not None}


def _count_tal(
    con: duckdb.DuckDBPyConnection, fra: str, navn: str, *, gyldige: str
) -> tuple[dict[str, int], dict[str, int]]:
    """The column's numbers by their class, and by what stands between their thousands."""
    klasser, tusinder = Counter[str](), Counter[str]()
    fundne = con.execute(
        f"select talklasse({navn}), tusindtegn({navn}), count(*) from {fra} where {gyldige} group by all order by all"
    )
    for klasse, tegn, antal in fundne.fetchall():
        klasser[klasse] += antal
        if tegn:
            tusinder[tegn] += antal
    return klasser, tusinder
