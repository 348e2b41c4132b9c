"""What is to be expected of a node, read once more: employee by employee and day by day, in exact fractions."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from tests.lille_leverance import Leverance
from tests.reference.grundlag import (
    E8,
    Ansatte,
    Regler,
    Trae,
    covered_months,
    days_between,
    first_day,
    last_day,
    month_of,
    quarter_text,
    read_post,
)


@dataclass(frozen=True)
class Forventet:
    forventet: Fraction
    varians: Fraction
    er_egen_maalestok: bool


@dataclass(frozen=True)
class Gruppe:
    """`aarsvaerk` in the window; `rate` is what is expected of one årsværk, `varians` what one moves by chance."""

    aarsvaerk: Fraction
    rate: Fraction
    varians: Fraction


def forventede(leverance: Leverance, regler: Regler, *, gruppe_mindst: int) -> dict[tuple[str, str], Forventet]:
    """Grain: enhedsnr, quarter; nodes below the kommune with so many gns. medarbejdere that they have rates."""
    alle = list(dict.fromkeys(leverance.fravaer))
    ansatte, trae = Ansatte(leverance.ansaettelser, regler), Trae(leverance, regler)
    daekket = list(covered_months(leverance, alle, regler))
    fundne = {}
    for ved in daekket[11:]:
        if ved % 3 == 2 and ved > daekket[-1] - 15:
            for node, fund in expect(ved, ansatte, trae, leverance, regler, gruppe_mindst).items():
                fundne[node, quarter_text(ved)] = fund
    return fundne


def expect(ved: int, ansatte: Ansatte, trae: Trae, leverance: Leverance, regler: Regler, gruppe_mindst: int):
    dage = days_between(first_day(ved - 11), last_day(ved))
    antal, aarsvaerk, syg = (defaultdict(Fraction) for _ in range(3))  # of an employee, a unit and a personalegruppe
    for nummer in ansatte.spaend:
        for dag in dage:
            placering = ansatte.on(nummer, dag)
            if placering and placering.er_i_populationen:
                sted = nummer, trae.current(placering.enhedsnr, placering.start), placering.personalegruppe
                antal[sted] += Fraction(1, len(dage))
                aarsvaerk[sted] += Fraction(placering.grad_e8, E8 * len(dage))
    for post in dict.fromkeys(leverance.fravaer):
        if post.art not in regler.sygearter:
            continue
        laest = read_post(post, ansatte=ansatte, udtraek=leverance.udtraek, regler=regler)
        for dag, antal_e8 in laest.dage.items():
            placering = ansatte.on(laest.nummer, dag)
            if not ved - 11 <= month_of(dag) <= ved or dag > leverance.udtraek:
                continue
            if placering and placering.er_i_populationen:
                sted = laest.nummer, trae.current(placering.enhedsnr, placering.start), placering.personalegruppe
                syg[sted] += Fraction(antal_e8, E8)
    if all(span.personalegruppe == "" for span in leverance.ansaettelser):
        aarsvaerk = antal
    grupper = rate_groups(aarsvaerk, syg, gruppe_mindst)
    return judge_nodes(antal, aarsvaerk, grupper, trae, har_grupper=aarsvaerk is not antal)


def rate_groups(aarsvaerk: dict, syg: dict, mindst: int) -> dict[str, Gruppe]:
    per_person: dict = defaultdict(lambda: [Fraction(0), Fraction(0)])
    for plads, tal in enumerate((aarsvaerk, syg)):
        for (nummer, _, gruppe), vaerdi in tal.items():
            per_person[gruppe, nummer][plads] += vaerdi
    stoerrelse: dict = defaultdict(Fraction)
    for (gruppe, _), (f, _) in per_person.items():
        stoerrelse[gruppe] += f
    stoerrelse = {gruppe: f for gruppe, f in stoerrelse.items() if f}
    samlet = {gruppe: gruppe if f >= mindst else None for gruppe, f in stoerrelse.items()}
    f_af, d_af = defaultdict(Fraction), defaultdict(Fraction)
    personer: dict = defaultdict(lambda: [Fraction(0), Fraction(0)])
    for (gruppe, nummer), (f, d) in per_person.items():
        if gruppe in samlet:
            f_af[samlet[gruppe]] += f
            d_af[samlet[gruppe]] += d
            personer[gruppe, nummer] = [f, d]
    hele = sum(d_af.values()) / sum(f_af.values())
    rate = {navn: d_af[navn] / f for navn, f in f_af.items()}
    rest = {navn: Fraction(0) for navn in f_af}
    for (gruppe, _), (f, d) in personer.items():
        rest[samlet[gruppe]] += (d - rate[samlet[gruppe]] * f) ** 2
    s2 = sum(rest.values()) / sum(f_af.values())
    egne = [navn for navn in f_af if navn is not None]
    tau2 = Fraction(0)
    if egne:
        mellem = sum(f_af[navn] * (rate[navn] - hele) ** 2 for navn in egne) - s2 * (len(egne) - 1)
        tau2 = max(mellem / sum(f_af[navn] for navn in egne), Fraction(0))
    vaegt = {navn: Fraction(1) for navn in egne}
    if None in f_af:
        naevner = f_af[None] * tau2 + s2
        vaegt[None] = f_af[None] * tau2 / naevner if naevner and f_af[None] >= mindst else Fraction(0)
    return {
        gruppe: Gruppe(f, vaegt[navn] * rate[navn] + (1 - vaegt[navn]) * hele, rest[navn] / f_af[navn])
        for gruppe, f in stoerrelse.items()
        for navn in [samlet[gruppe]]
    }


def judge_nodes(antal: dict, aarsvaerk: dict, grupper: dict[str, Gruppe], trae: Trae, *, har_grupper: bool):
    i_alt = sum(antal.values())
    e_af: dict = defaultdict(Fraction)
    f_af: dict = defaultdict(lambda: defaultdict(Fraction))
    for sted, e in antal.items():
        for node in trae.path(sted[1]):
            e_af[node] += e
            f_af[node][sted[2]] += aarsvaerk[sted]
    fundne = {}
    for node, e in e_af.items():
        dele = {gruppe: f for gruppe, f in f_af[node].items() if gruppe in grupper}
        forventet = sum(f * grupper[gruppe].rate for gruppe, f in dele.items()) / e
        if e < 1 or e == i_alt or not forventet:
            continue
        varians = sum(f * grupper[gruppe].varians for gruppe, f in dele.items()) / e**2 * (1 - e / i_alt)
        egen = sum(f for gruppe, f in dele.items() if 2 * f > grupper[gruppe].aarsvaerk)
        fundne[node] = Forventet(forventet, varians, har_grupper and 2 * egen > sum(dele.values()))
    return fundne
