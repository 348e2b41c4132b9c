"""A kommune of two, one of whom is sick: every figure on the page can be worked out on paper."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.miljoe import find_miljoe
from app.sikkerhed.session import Session
from pipeline.byg.warehouse import build_warehouse
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.sessioner import begin_session
from tests.alene import build_alone
from tests.lille_leverance import Enhed, Leverance, Maaltal, ansat, syg, write_leverance

FRAVAER = (
    syg("11", date(2022, 9, 5), date(2022, 9, 6), "14.8"),  # 2 dagsværk
    syg("11", date(2023, 2, 6), date(2023, 2, 17), "74"),  # 10
    syg("11", date(2023, 5, 1), date(2023, 6, 9), "148"),  # 20, long: 40 days
    syg("11", date(2024, 2, 5), date(2024, 2, 7), "22.2"),  # 3
    syg("11", date(2024, 5, 6), date(2024, 5, 6), "7.4"),  # 1
)


MAIN = Path(__file__).parents[2] / "app" / "main.py"
SESSION = "a" * 64


@pytest.fixture
def database(tmp_path, monkeypatch):
    """The address of the database the pages read, with a store of its own beside it."""
    sti = tmp_path / "tal.duckdb"
    monkeypatch.setenv("SYGEFRAVAER_DATABASE", str(sti))
    monkeypatch.delenv("SYGEFRAVAER_LAGER")
    find_miljoe.cache_clear()
    yield sti
    if find_miljoe.cache_info().currsize:
        find_miljoe().lager.close()
    find_miljoe.cache_clear()


@pytest.fixture
def open_as(database, monkeypatch):
    """The dashboard as a user sees it who signed in and was given these roles (role, unit)."""

    def run(*roller, bruger="u1", side=None):
        for rolle, enhedsnr in roller:
            ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, enhedsnr, date(2020, 1, 1), "Prøve")
            add_raekke(find_miljoe().lager, ny, af="hr0")
        begin_session(find_miljoe().lager, SESSION, bruger=bruger, nu=find_miljoe().ur())
        monkeypatch.setattr("app.sikkerhed.session.find_session", lambda *_, **__: Session(bruger, SESSION))
        test = AppTest.from_file(str(MAIN), default_timeout=30)
        if side is not None:
            test.switch_page(side)
        return test.run()

    return run


@pytest.fixture
def build(database, tmp_path):
    """Builds the small kommune into `database`: `udtraek` moves what is foreløbig, `fra` how much is covered."""
    antal = iter(range(100))

    def build_small(*, udtraek=date(2024, 7, 15), fra=date(2022, 1, 1), fravaer=FRAVAER):
        leverance = Leverance(
            udtraek=udtraek,
            enheder=(Enhed("1"), Enhed("10", "1")),
            ansaettelser=(ansat("11", "10"), ansat("12", "10")),
            fravaer=fravaer,
            maaltal=(Maaltal("1", 2024, Decimal("5.0")),),
            periode_fravaer=(fra, udtraek),
        )
        if database.exists():
            kilde = write_leverance(leverance, tmp_path / f"leverance{next(antal)}")
            build_warehouse(kilde, database, indstillinger=load_indstillinger(), accepter_afvigelse=True)
        else:
            build_alone(leverance, database)
        return database

    return build_small
