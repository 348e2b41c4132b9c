"""The parts of Adgang that change many rows at once: ticked one by one, one reason, all of them or none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from app.side import Side, run_handling
from app.tabel import show_tabel
from app.vis import plain
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import (
    AABEN,
    Adgangsraekke,
    approve_raekker,
    end_raekker,
    extend_raekker,
    is_gaeldende,
    reject_raekker,
)
from pipeline.lager.lager import pseudonym
from pipeline.port.dommer import check_roller
from pipeline.tekster import adgang as tekster
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster_faelles
from pipeline.tekster.dansk import antal_af, dato, heltal

Enhedsnavne = dict[int, str]
HOEJST_VALG = 100
"""Rows that can be ticked at once: the search finds the rest."""


@dataclass(frozen=True)
class Navngivne:
    """The rows of adgang with the names of their units, and of their users where the person is known."""

    raekker: Sequence[Adgangsraekke]
    enheder: Enhedsnavne
    navne: Mapping[str, str]

    def line(self, raekke: Adgangsraekke, dag: date) -> tuple[str, ...]:
        """In the order of ADGANG_KOLONNER."""
        rolle = tekster.ROLLER[raekke.rolle]
        if raekke.stedfortraeder_for:
            rolle = tekster.ADGANG_STEDFORTRAEDER.format(rolle=rolle, bruger=raekke.stedfortraeder_for)
        return (
            raekke.bruger,
            self.name(raekke) or tekster_faelles.MANGLER_TAL,
            rolle,
            name_enhed(raekke.enhedsnr, self.enheder),
            say_gaelder(raekke, dag),
            raekke.begrundelse,
            raekke.tildelt_af,
        )

    def name(self, raekke: Adgangsraekke) -> str:
        return self.navne.get(raekke.person or "", "")

    def describe(self, raekke: Adgangsraekke, dag: date) -> str:
        """One row in one line."""
        hvem = f"{raekke.bruger} ({navn})" if (navn := self.name(raekke)) else raekke.bruger
        enhed = name_enhed(raekke.enhedsnr, self.enheder)
        return f"{hvem}: {tekster.ROLLER[raekke.rolle]}, {enhed}, {say_gaelder(raekke, dag)}"


def find_navne(side: Side) -> Mapping[str, str]:
    """Names by pseudonym, for hr alone, through a scope with persons, and so logged."""
    if not side.kan_aendre:
        return {}
    lager, scope = side.miljoe.lager, side.with_personer(tekster_dashboard.SIDER["adgang"]).scope

    def read() -> dict[str, str]:
        raekker = scope.rows("personnavne").drop_nulls().iter_rows()
        return {pseudonym(lager, nummer): navn for nummer, navn in raekker}

    return scope.remember(("navne", lager.engine.url), read)


def name_enhed(enhed_id: int, enheder: Enhedsnavne) -> str:
    return enheder.get(enhed_id) or tekster.ADGANG_UKENDT_ENHED.format(enhedsnr=f"{enhed_id:08d}")


def say_gaelder(raekke: Adgangsraekke, dag: date) -> str:
    if raekke.tilstand in tekster.ADGANG_TILSTAND:
        return tekster.ADGANG_TILSTAND[raekke.tilstand]
    if raekke.tilstand == "afsluttet" or raekke.gyldig_til < dag:
        return tekster.ADGANG_AFSLUTTET.format(til=dato(raekke.gyldig_til))
    if raekke.gyldig_til == AABEN:
        return tekster.ADGANG_FRA.format(fra=dato(raekke.gyldig_fra))
    return tekster.ADGANG_FRA_TIL.format(fra=dato(raekke.gyldig_fra), til=dato(raekke.gyldig_til))


def show_ret_flere(side: Side, navngivne: Navngivne, raekker: Sequence[Adgangsraekke]) -> None:
    """Ends or extends the rows the table shows."""
    if not raekker:
        return
    with st.expander(tekster.RET_FLERE), st.form("ret_flere", border=False):
        valgte = _tick(side, navngivne, raekker, sted="ret")
        til = st.date_input(tekster.FORLAENG_TIL, None, format="DD.MM.YYYY")
        grund = st.text_input(tekster.RET_FLERE_GRUND).strip()
        afslut, forlaeng = st.columns(2)
        skal_afsluttes = afslut.form_submit_button(tekster.AFSLUT_VALGTE)
        skal_forlaenges = forlaeng.form_submit_button(tekster.FORLAENG_VALGTE)
    ider, antal = [raekke.id for raekke in valgte], antal_af(tekster.ADGANGE, len(valgte))
    lager, af = side.miljoe.lager, side.bruger.navn

    def end() -> None:
        _demand(valgte, grund)
        end_raekker(lager, ider, af=af, dag=side.dag, grund=grund)

    def extend() -> None:
        _demand(valgte, grund)
        if til is None:
            raise Brugerfejl(tekster.FORLAENG_UDEN_DAG)
        _judge(side, valgte)
        extend_raekker(lager, ider, til=til, af=af, dag=side.dag, grund=grund)

    if skal_afsluttes:
        run_handling(end, tekster.AFSLUTTET_NU.format(antal=antal))
    if skal_forlaenges:
        run_handling(extend, tekster.FORLAENGET.format(antal=antal))


def show_forslag(side: Side, navngivne: Navngivne) -> None:
    forslag = [raekke for raekke in navngivne.raekker if raekke.tilstand == "forslag"]
    if not forslag:
        st.info(tekster.FORSLAG_INGEN)
        return
    st.markdown(tekster.FORSLAG_INDLEDNING)
    _show_afgoer(side, navngivne, forslag, sted="forslag")


def show_uden_leder(side: Side, navngivne: Navngivne) -> None:
    """Every unit with employees and no leder, at it or above, and what OPUS proposes for it."""
    scope = side.with_personer(tekster_dashboard.SIDER["adgang"]).scope
    ledede = {
        raekke.enhedsnr
        for raekke in navngivne.raekker
        if raekke.rolle == "leder" and not raekke.stedfortraeder_for and is_gaeldende(raekke, side.dag)
    }
    alle = scope.rows("bemandede_enheder").to_dicts()
    uden = [enhed for enhed in alle if ledede.isdisjoint(enhed["sti_id"])]
    st.markdown(tekster.UDEN_LEDER.format(uden=antal_af(tekster.ENHEDER, len(uden)), alle=heltal(len(alle))))
    if not uden:
        return
    forslag: dict[int, list[Adgangsraekke]] = defaultdict(list)
    for raekke in navngivne.raekker:
        if raekke.tilstand == "forslag":
            forslag[raekke.enhedsnr].append(raekke)
    linjer = [
        (
            str(enhed["enhedsnavn"]),
            ", ".join(_say_forslag(navngivne, raekke) for raekke in forslag[enhed["enhed_id"]]) or tekster.UDEN_FORSLAG,
            heltal(enhed["antal_ansatte"]),
        )
        for enhed in uden
    ]
    show_tabel(tekster.UDEN_LEDER_KOLONNER, linjer, tekstkolonner=2, titel=tekster.ADGANG_FANER[2])
    kan_gives = [raekke for enhed in uden for raekke in forslag[enhed["enhed_id"]]]
    if kan_gives:
        with st.expander(tekster.GIV_ADGANG):
            _show_afgoer(side, navngivne, kan_gives, sted="uden")


def _say_forslag(navngivne: Navngivne, raekke: Adgangsraekke) -> str:
    navn = navngivne.name(raekke)
    return f"{navn} ({raekke.bruger})" if navn else raekke.bruger


def _show_afgoer(side: Side, navngivne: Navngivne, forslag: Sequence[Adgangsraekke], *, sted: str) -> None:
    with st.form(sted, border=False):
        valgte = _tick(side, navngivne, forslag, sted=sted)
        begrundelse = st.text_input(tekster.FORSLAG_BEGRUNDELSE[sted]).strip()
        godkend, afvis = st.columns(2)
        skal_godkendes = godkend.form_submit_button(tekster.FORSLAG_GODKEND[sted])
        skal_afvises = sted == "forslag" and afvis.form_submit_button(tekster.FORSLAG_AFVIS)
    ider, antal = [raekke.id for raekke in valgte], antal_af(tekster.ADGANGE, len(valgte))
    lager, af = side.miljoe.lager, side.bruger.navn

    def approve() -> None:
        _demand(valgte, begrundelse)
        _judge(side, valgte)
        approve_raekker(lager, ider, af=af, begrundelse=begrundelse)

    def reject() -> None:
        _demand(valgte, tekster.FORSLAG_AFVIS)
        reject_raekker(lager, ider, af=af)

    if skal_godkendes:
        run_handling(approve, tekster.FORSLAG_GODKENDT.format(antal=antal))
    if skal_afvises:
        run_handling(reject, tekster.FORSLAG_AFVIST.format(antal=antal))


def _tick(side: Side, navngivne: Navngivne, raekker: Sequence[Adgangsraekke], *, sted: str) -> list[Adgangsraekke]:
    """Within a form: a box for each row, named by all of it, and one for every row there is a box for."""
    viste = raekker[:HOEJST_VALG]
    if len(raekker) > len(viste):
        st.markdown(tekster.FLERE_END_VISTE.format(viste=heltal(len(viste)), alle=heltal(len(raekker))))
    alle = st.checkbox(tekster.VAELG_ALLE.format(antal=heltal(len(viste))), key=f"{sted}_alle")
    with st.container(height=320 if len(viste) > 8 else "content", border=True):
        valgte = [
            raekke
            for raekke in viste
            if st.checkbox(plain(navngivne.describe(raekke, side.dag)), key=f"{sted}_{raekke.id}")
        ]
    return list(viste) if alle else valgte


def _demand(valgte: Sequence[Adgangsraekke], grund: str) -> None:
    if not valgte:
        raise Brugerfejl(tekster.INTET_VALGT)
    if not grund:
        raise Brugerfejl(tekster.GRUND_MANGLER)


def _judge(side: Side, valgte: Sequence[Adgangsraekke]) -> None:
    """Each user with all her ticked roles, before any is given. Errors: `Brugerfejl` names the user."""
    roller: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for raekke in valgte:
        roller[raekke.bruger].append((raekke.rolle, raekke.enhedsnr))
    for bruger, nye in roller.items():
        check_roller(bruger, nye, hr=side.bruger, miljoe=side.miljoe)
