"""The breakdown by personalegruppe as a view: the demo's, and its sentences by hand."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from pipeline.report.filformater import FORMATER
from pipeline.report.hvorfor import describe_personalegrupper, view_hvorfor
from pipeline.report.personalegrupper import describe_signaler, view_personalegrupper
from tests.conftest import PERSONNOEGLE


@pytest.fixture(scope="module")
def scope(demo_database: Path) -> Scope:
    lager = open_lager("sqlite:///:memory:", PERSONNOEGLE)
    miljoe = Miljoe(demo_database, lager, lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    return open_scope(Bruger("hr", er_kommandolinje=True), miljoe=miljoe)


def test_the_kommune_and_a_named_group_have_it_and_a_unit_has_not(scope: Scope) -> None:
    assert view_personalegrupper(scope, {"enhed": "81000"}).titel == "Efter personalegruppe, Eksempel Kommune"
    assert view_personalegrupper(scope, {"enhed": "-1001"}).titel == "Efter personalegruppe, Pædagogisk område"
    with pytest.raises(LookupError):
        view_personalegrupper(scope, {"enhed": "81210"})


def test_the_pool_is_last_and_there_is_no_maaltal(scope: Scope) -> None:
    tabel = view_personalegrupper(scope, {"enhed": "81000"}).tabel
    assert [kolonne.navn for kolonne in tabel.kolonner] == [
        "Personalegruppe",
        "Medarbejdere, omkring",
        "Sygedage",
        "Ændring, kvartal",
        "Ændring, år",
        "Kort",
        "Lang",
    ]
    navne = [raekke[0] for raekke in tabel.raekker]
    assert navne[0] == "Administration og it mv."
    assert navne[-1] == "Øvrige personalegrupper (4)"


@pytest.mark.parametrize("format_", FORMATER)
def test_its_files_are_the_same_bytes_twice(format_: str, scope: Scope) -> None:
    en, anden = (FORMATER[format_][0](view_personalegrupper(scope, {"enhed": "81000"}), []) for _ in range(2))
    assert en == anden


def raekker(*tal: tuple[str, float, bool]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {"navn": navn, "aendring_kvartal": aendring, "kvartal_er_signal": signal, "kvartal_grund": "tilfaeldigt"}
            for navn, aendring, signal in tal
        ]
    )


def test_only_a_signal_is_named() -> None:
    assert describe_signaler(raekker(("Lærere", -1.2, False), ("Kokke", 2.0, False))) == (
        "Siden sidste kvartal har ingen af personalegrupperne ændret sig mere, end tilfældet kan forklare."
    )
    assert describe_signaler(raekker(("Lærere", -1.2, True), ("Kokke", 2.0, False), ("Ledere", 0.6, True))) == (
        "Siden sidste kvartal er ændringen større end tilfældigt for Lærere (−1,2) og Ledere (+0,6); "
        "for de øvrige kan den være tilfældig."
    )


def test_hvorfor_says_what_is_within_the_personalegrupper(scope: Scope) -> None:
    visning = view_hvorfor(scope, {"enhed": "81000", "periode": "2025K2", "skridt": "kvartal"})
    assert "Inden for personalegrupperne er fraværet faldet; det trækker −0,7." in visning.saetning
    egne = [raekke for raekke in visning.tabel.words() if raekke[0] == "Personalegrupper"]
    assert egne == [
        ("Personalegrupper", "Inden for personalegrupperne", "−0,7"),
        ("Personalegrupper", "Ansatte flyttet mellem personalegrupper", "±0,0"),
    ]


def test_a_part_that_rounds_to_nothing_has_no_sentence() -> None:
    saetninger = [
        s.tekst for s in describe_personalegrupper([("fortsat", Decimal("0.0")), ("flyttet", Decimal("0.2"))])
    ]
    assert saetninger == ["Flere ansatte i personalegrupper med højt fravær, eller færre i dem med lavt, trækker +0,2."]
