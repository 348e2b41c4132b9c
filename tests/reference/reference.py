"""The nøgletal of docs/metode.md read once more: day by day, in loops, sharing no code with pipeline/ or sql/."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.lille_leverance import Leverance
from tests.reference.grundlag import (
    E8,
    Ansatte,
    Post,
    Regler,
    Trae,
    covered_months,
    days_between,
    first_day,
    is_arbejdsdag,
    last_day,
    long_forloeb,
    month_of,
    month_text,
    number_forloeb,
    padded,
    quarter_text,
    read_post,
    rounded,
)

AFSTEMNING = ("i_populationen", "uden_for_populationen", "uden_ansaettelse", "efter_udtraek")


@dataclass(frozen=True)
class Opgoerelse:
    """Grain of `maaneder`: (enhedsnr, "YYYY-MM"); of `kvartaler`: (enhedsnr, "YYYYKn"); values are exact.

    `daekning` is the first and last covered month; `afstemning` holds dagsværk.
    """

    maaneder: dict[tuple[str, str], dict]
    kvartaler: dict[tuple[str, str], dict]
    niveauer: dict[str, str]
    afstemning: dict[str, Decimal]
    daekning: tuple[str, str] | None


def opgoer(leverance: Leverance, regler: Regler) -> Opgoerelse:
    alle = list(dict.fromkeys(leverance.fravaer))
    ansatte = Ansatte(leverance.ansaettelser, regler)
    trae = Trae(leverance, regler)
    poster = [
        read_post(post, ansatte=ansatte, udtraek=leverance.udtraek, regler=regler)
        for post in alle
        if post.art in regler.sygearter
    ]
    daekket = covered_months(leverance, alle, regler)
    dagbog = Dagbog(ansatte, trae, daekket)
    dagbog.write_ansatte()
    nummererede = number_forloeb(poster)
    for post, forloeb in nummererede:
        dagbog.write_post(post, forloeb, leverance.udtraek)

    maaneder, kvartaler = {}, {}
    for ved in list(daekket)[11:]:
        lange = long_forloeb(nummererede, last_day(ved), regler.langtid_dage)
        for enhed, raekke in Vindue(dagbog, ved, lange, leverance, regler).rows().items():
            maaneder[enhed, month_text(ved)] = raekke
            if ved % 3 == 2:
                kvartaler[enhed, quarter_text(ved)] = raekke
    write_changes(maaneder, daekket)
    return Opgoerelse(
        maaneder,
        kvartaler,
        trae.niveauer,
        {navn: Decimal(tal) / E8 for navn, tal in dagbog.afstemning.items()},
        (month_text(daekket[0]), month_text(daekket[-1])) if daekket else None,
    )


def write_changes(maaneder: dict[tuple[str, str], dict], daekket: range) -> None:
    """Add to every row its change since the row of the node three and twelve months before, when both have a rate."""
    for ved in daekket:
        for navn, tilbage in (("aendring_kvartal", 3), ("aendring_aar", 12)):
            for enhed, _ in [noegle for noegle in maaneder if noegle[1] == month_text(ved)]:
                foer = maaneder.get((enhed, month_text(ved - tilbage)), {}).get("sygedage_pr_medarbejder")
                nu = maaneder[enhed, month_text(ved)]["sygedage_pr_medarbejder"]
                maaneder[enhed, month_text(ved)][navn] = None if foer is None or nu is None else nu - foer


class Dagbog:
    """Every employed day and every day's dagsværk of the population, entered on the unit that held the employee,
    or on its successor when it was merged.

    Grain of `dagsvaerk`: unit, month, sygeforløb; of `ansat`, `grad` and `mulige` (grad on working days): unit, month;
    of the two `egne_`: employee, month.
    """

    def __init__(self, ansatte: Ansatte, trae: Trae, daekket: range):
        self.ansatte, self.trae, self.daekket = ansatte, trae, daekket
        self.ansat: dict = defaultdict(int)
        self.grad: dict = defaultdict(int)
        self.mulige: dict = defaultdict(int)
        self.dagsvaerk: dict = defaultdict(int)
        self.egne_dage: dict = defaultdict(int)
        self.egne_dagsvaerk: dict = defaultdict(int)
        self.afstemning = dict.fromkeys(("i_alt", *AFSTEMNING), 0)

    def write_ansatte(self) -> None:
        if not self.daekket:
            return
        dage = days_between(first_day(self.daekket[0]), last_day(self.daekket[-1]))
        for nummer in sorted(self.ansatte.spaend):
            for dag in dage:
                ansat, maaned = self.ansatte.on(nummer, dag), month_of(dag)
                if ansat and ansat.er_i_populationen:
                    enhed = self.trae.current(ansat.enhedsnr, ansat.start)
                    self.ansat[enhed, maaned] += 1
                    self.grad[enhed, maaned] += ansat.grad_e8
                    self.mulige[enhed, maaned] += ansat.grad_e8 if is_arbejdsdag(dag) else 0
                    self.egne_dage[nummer, maaned] += 1

    def write_post(self, post: Post, forloeb: int, udtraek: date) -> None:
        self.afstemning["i_alt"] += post.i_alt_e8
        for dag, antal in post.dage.items():
            ansat = self.ansatte.on(post.nummer, dag)
            if dag > udtraek:
                self.afstemning["efter_udtraek"] += antal
            elif ansat is None:
                self.afstemning["uden_ansaettelse"] += antal
            elif not ansat.er_i_populationen:
                self.afstemning["uden_for_populationen"] += antal
            else:
                self.afstemning["i_populationen"] += antal
                self.dagsvaerk[self.trae.current(ansat.enhedsnr, ansat.start), month_of(dag), forloeb] += antal
                self.egne_dagsvaerk[post.nummer, month_of(dag)] += antal


class Vindue:
    """The twelve months ending with month `ved`, and for langtidsfriske the twelve before."""

    def __init__(self, dagbog: Dagbog, ved: int, lange: set[int], leverance: Leverance, regler: Regler):
        self.dagbog, self.trae, self.regler = dagbog, dagbog.trae, regler
        self.ved, self.lange = ved, lange
        self.maaneder = range(ved - 11, ved + 1)
        self.dage = (last_day(ved) - first_day(ved - 11)).days + 1
        self.to_aar_daekket = ved - 23 in dagbog.daekket
        self.er_foreloebig = (leverance.udtraek - last_day(ved)).days < regler.foreloebig_dage
        self.maaltal = {
            padded(rad.enhedsnr): Fraction(rad.maaltal) for rad in leverance.maaltal if rad.aar == ved // 12
        }
        self.ansat: dict = defaultdict(int)
        self.grad: dict = defaultdict(int)
        self.mulige: dict = defaultdict(int)
        self.dagsvaerk: dict = defaultdict(int)
        self.lang: dict = defaultdict(int)
        self.bemandet: dict = defaultdict(set)
        self._sum_up()

    def _sum_up(self) -> None:
        for (enhed, maaned), dage in self.dagbog.ansat.items():
            if maaned in self.maaneder:
                for node in self.trae.path(enhed):
                    self.ansat[node] += dage
                    self.grad[node] += self.dagbog.grad[enhed, maaned]
                    self.mulige[node] += self.dagbog.mulige[enhed, maaned]
                    self.bemandet[node].add(maaned)
        for (enhed, maaned, forloeb), antal in self.dagbog.dagsvaerk.items():
            if maaned in self.maaneder:
                for node in self.trae.path(enhed):
                    self.dagsvaerk[node] += antal
                    self.lang[node] += antal if forloeb in self.lange else 0

    def rows(self) -> dict[str, dict]:
        """One row per node with employed days in the window."""
        ultimo, grundlag, friske = self._heads()
        return {node: self._row(node, ultimo[node], grundlag[node], friske[node]) for node in self.ansat}

    def _row(self, node: str, ultimo: int, grundlag: int, friske: int) -> dict:
        dagsvaerk, lang = (Fraction(self.dagsvaerk[node], E8), Fraction(self.lang[node], E8))
        medarbejdere = Fraction(self.ansat[node], self.dage)
        fuldtid = Fraction(self.grad[node], E8 * self.dage)
        vises = (
            medarbejdere >= self.regler.mindste_medarbejdere
            and len(self.bemandet[node]) >= self.regler.mindste_bemandede_maaneder
        )
        mulige = Fraction(self.mulige[node], E8)
        maaltal, er_afledt = self._target(node)
        pr_medarbejder = dagsvaerk / medarbejdere if vises else None
        return {
            "dagsvaerk": dagsvaerk,
            "dagsvaerk_lang": lang,
            "gns_medarbejdere": medarbejdere,
            "gns_fuldtid": fuldtid,
            "sygedage_pr_medarbejder": pr_medarbejder,
            "sygedage_pr_aarsvaerk": dagsvaerk / fuldtid if vises and fuldtid else None,
            "fravaersprocent": dagsvaerk / mulige if vises and mulige else None,
            "langtidsandel": lang / dagsvaerk if dagsvaerk else None,
            "langtidsfriske": friske if self.to_aar_daekket else None,
            "langtidsfriske_grundlag": grundlag if self.to_aar_daekket else None,
            "langtidsfriske_andel": Fraction(friske, grundlag) if self.to_aar_daekket and grundlag else None,
            "langtidsfriske_af_alle": Fraction(friske, ultimo) if self.to_aar_daekket and ultimo else None,
            "maaltal": maaltal,
            "maaltal_er_afledt": er_afledt,
            "afstand_til_maaltal": None if maaltal is None or pr_medarbejder is None else pr_medarbejder - maaltal,
            "er_foreloebig": self.er_foreloebig,
            "er_nedlagt": ultimo == 0,
        }

    def _target(self, node: str) -> tuple[Fraction | None, bool]:
        if node in self.maaltal:
            return self.maaltal[node], False
        egne = self._nearest(node)
        ansatte = sum(self.ansat.get(enhed, 0) for enhed in egne)
        if not ansatte or Fraction(ansatte, self.ansat[node]) < self.regler.maaltal_daekning:
            return None, False
        return sum(self.maaltal[enhed] * self.ansat.get(enhed, 0) for enhed in egne) / ansatte, True

    def _nearest(self, node: str) -> list[str]:
        naermeste = []
        for barn in self.trae.below(node):
            naermeste += [barn] if barn in self.maaltal else self._nearest(barn)
        return naermeste

    def _heads(self) -> tuple[dict, dict, dict]:
        """Per node: employees of the population on the last day, those of them in it every day of two years, and of
        these the langtidsfriske. An employee belongs to the unit held on the last day."""
        ultimo: dict = defaultdict(int)
        grundlag: dict = defaultdict(int)
        friske: dict = defaultdict(int)
        to_aar = range(self.ved - 23, self.ved + 1)
        for nummer in self.dagbog.ansatte.spaend:
            ansat = self.dagbog.ansatte.on(nummer, last_day(self.ved))
            if not ansat or not ansat.er_i_populationen:
                continue
            aar = [sum(self.dagbog.egne_dagsvaerk[nummer, md] for md in del_) for del_ in (to_aar[:12], to_aar[12:])]
            er_frisk = all(rounded(Fraction(tal, 100)) < self.regler.langtidsfrisk_dagsvaerk * 10**6 for tal in aar)
            altid_ansat = all(self.dagbog.egne_dage[nummer, md] == last_day(md).day for md in to_aar)
            for node in self.trae.path(self.trae.current(ansat.enhedsnr, ansat.start)):
                ultimo[node] += 1
                grundlag[node] += altid_ansat
                friske[node] += altid_ansat and er_frisk
        return ultimo, grundlag, friske
