"""What a page is given: who looks, through which scope. Opened anew at every run, so that rights are never old."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from pipeline.fejl import Brugerfejl
from pipeline.lager.billetter import issue_billet
from pipeline.port.opfoelgning import followup_day
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from pipeline.tekster import adgang as tekster_adgang

BESKED, SOM = "besked", "som"  # keys of the session


@dataclass(frozen=True)
class Side:
    """One run of one page. `bruger` is who signed in, and whom hr looks as; `scope` is pinned for the run."""

    bruger: Bruger
    scope: Scope
    miljoe: Miljoe
    session: str | None = None

    def with_personer(self, hvor: str) -> "Side":
        """The same run through a scope that holds persons; the log has its row before anything is shown."""
        return replace(self, scope=open_scope(self.bruger, miljoe=self.miljoe, personer_til=hvor))

    def with_opfoelgning(self, hvor: str) -> "Side":
        """As with_personer, and with the follow-up as it stands."""
        return replace(self, scope=open_scope(self.bruger, miljoe=self.miljoe, personer_til=hvor, opfoelgning=True))

    @property
    def dag(self) -> date:
        return self.miljoe.dag

    @property
    def i_dag(self) -> date:
        """As the pages have it: in the demo the day after the extract."""
        udtraek: date = self.scope.rows("byggerapport_bygning")["udtraeksdato"].item()
        return followup_day(self.dag, udtraeksdato=udtraek, er_demo=self.scope.er_demo)

    @property
    def ser_adgang(self) -> bool:
        return self.scope.rettigheder.er_hr or self.scope.rettigheder.er_dpo

    @property
    def kan_aendre(self) -> bool:
        return self.scope.rettigheder.er_hr and self.bruger.som is None


def show_download(
    side: Side, fil: str, tekst: str, parametre: Mapping[str, str], *, key: str, straks: bool = False
) -> None:
    """Two clicks: the first makes an address good for this user for two minutes, the second fetches the file. `straks`:
    the first click was a link to here.
    """
    if (st.button(tekst, key=key) or straks) and side.session is not None and side.bruger.som is None:
        billet = issue_billet(
            side.miljoe.lager,
            session=side.session,
            bruger=side.bruger.navn,
            fil=fil,
            parametre={**parametre, "bygning": side.scope.bygning_id},
            nu=side.miljoe.ur(),
        )
        st.html(f'<a class="knap" href="/hent/{billet}" target="_self">{tekster_adgang.HENT}</a>')


def run_handling(handling: Callable[[], object], besked: str) -> None:
    """Do it and draw the page anew with `besked` on top, or say why it could not be done."""
    try:
        handling()
    except Brugerfejl as fejl:
        st.error(str(fejl))
    else:
        st.session_state[BESKED] = besked
        st.rerun()
