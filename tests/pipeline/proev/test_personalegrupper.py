"""The proof of the bilag by personalegruppe, with a planted leak a test: a kommune of two units and four
personalegrupper, of which one is in both.
"""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from pipeline.proev.spoergsmaal import prove
from pipeline.proev.viden import Viden
from pipeline.status.bilag import INDRYK
from pipeline.tekster import personalegrupper as tekster_personalegrupper
from tests.pipeline.proev.test_proev import HELE, KOMMUNEN, MELLEM, NAVNE, PERIODER, STOR, printed, viden, write_bilag

Plads = tuple[int, str]
GRUPPE = "Pædagogisk område"
ALMINDELIGE: dict[Plads, tuple[float, float]] = {
    (STOR, "Lærere"): (70.0, 700.0),
    (STOR, "Ledere"): (30.0, 300.0),
    (MELLEM, "Ledere"): (30.0, 360.0),
    (MELLEM, "Kokke"): (30.0, 360.0),
}
"""Medarbejdere and dagsværk."""


def celler(tal: Mapping[Plads, tuple[float, float]]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "barn_id": barn,
                "personalegruppe": navn,
                "periode": periode,
                "grupper": [GRUPPE] if barn == STOR else [],
                "gns_medarbejdere": antal,
                "naevner": antal,
                "dagsvaerk": dagsvaerk,
                "hoejeste_dagsvaerk": 0.0,
                "naesthoejeste_dagsvaerk": 0.0,
            }
            for periode in PERIODER
            for (barn, navn), (antal, dagsvaerk) in tal.items()
        ],
        schema_overrides={"grupper": pl.List(pl.String)},
    )


def write_fag(
    mappe: Path, tal: Mapping[Plads, tuple[float, float]], *noder: tuple[str, tuple[tuple[str, ...], ...]]
) -> Path:
    """The bilag by personalegruppe: each node with its lines, each of some personalegrupper; and one of the kommune."""
    if not (mappe / "bilag.xlsx").exists():
        write_bilag(mappe, (HELE,))
    bog = xlsxwriter.Workbook(mappe / "fag.xlsx")
    ark = bog.add_worksheet("Tal")
    navne = {"kvartal": "2. kvartal 2025", "kvartal_foer": "1. kvartal 2025", "aar_foer": "2. kvartal 2024"}
    ark.write_row(0, 0, [hoved.format(**navne) for _, hoved, _ in tekster_personalegrupper.BILAG_KOLONNER])
    raekker: list[tuple[object, ...]] = []
    for node, linjer in noder:
        inden_i = [plads for plads in tal if node != GRUPPE or plads[0] == STOR]
        raekker.append((node, *figures(tal, inden_i)))
        for egne in linjer:
            navn = egne[0] if len(egne) == 1 else f"Øvrige personalegrupper ({len(egne)})"
            raekker.append((INDRYK + navn, *figures(tal, [plads for plads in inden_i if plads[1] in egne])))
    for nr, raekke in enumerate(raekker, start=1):
        ark.write_row(nr, 0, raekke)
    bog.close()
    return mappe


def figures(tal: Mapping[Plads, tuple[float, float]], pladser: list[Plads]) -> tuple[float, float]:
    antal, dagsvaerk = (sum(tal[plads][nr] for plads in pladser) for nr in (0, 1))
    return float(5 * round(antal / 5)), round(dagsvaerk / antal, 1)


def kendt(tal: Mapping[Plads, tuple[float, float]], *brugere: frozenset[int]) -> Viden:
    return viden(celler=celler(tal), brugere=brugere)


ALLE = (("Lærere",), ("Ledere",), ("Kokke",))


def test_personalegrupper_beside_units_they_do_not_nearly_coincide_with_hold(tmp_path: Path) -> None:
    write_bilag(tmp_path, (HELE, printed(STOR), printed(MELLEM)))
    write_fag(tmp_path, ALMINDELIGE, ("Prøve Kommune", ALLE))
    udfald = prove(tmp_path, kendt(ALMINDELIGE, frozenset({STOR}), frozenset({MELLEM})))
    assert udfald.fejl == ()


@pytest.mark.parametrize(("antal", "fundet"), [(19.0, True), (20.0, False)])
def test_a_personalegruppe_under_twenty_is_a_fault(antal: float, fundet: bool, tmp_path: Path) -> None:
    tal = ALMINDELIGE | {(MELLEM, "Kokke"): (antal, 4.0 * antal)}
    fejl = prove(write_fag(tmp_path, tal, ("Prøve Kommune", ALLE)), kendt(tal)).fejl
    assert ("Kokke vises, men er for lille eller domineres af få." in fejl) is fundet


def test_a_row_nobody_knows_is_a_fault(tmp_path: Path) -> None:
    write_fag(tmp_path, ALMINDELIGE | {(STOR, "Piloter"): (40.0, 400.0)}, ("Prøve Kommune", (*ALLE, ("Piloter",))))
    assert any("Piloter" in fejl for fejl in prove(tmp_path, kendt(ALMINDELIGE)).fejl)


def test_a_unit_that_is_all_of_one_but_four_gives_the_four_away(tmp_path: Path) -> None:
    """Mellemskolen has all 56 kokke and four ledere with 20.0 each: 720 less 640 is 80, and 5.8 more or less."""
    tal = ALMINDELIGE | {(MELLEM, "Kokke"): (56.0, 640.0), (MELLEM, "Ledere"): (4.0, 80.0)}
    write_fag(tmp_path, tal, ("Prøve Kommune", ALLE))
    assert prove(tmp_path, kendt(tal)).fejl == ()
    write_bilag(tmp_path, (HELE, printed(STOR), printed(MELLEM)))
    fejl = prove(tmp_path, kendt(tal)).fejl
    assert any(f.startswith("Af tallene for Kokke, Mellemskolen kan enhver regne ud, at få medarbejdere") for f in fejl)


def test_who_leads_nearly_all_of_one_has_the_others(tmp_path: Path) -> None:
    """Of 34 ledere four are in Store Skole, with 80 dagsværk: known to whoever leads Mellemskolen, within 1.7."""
    tal = ALMINDELIGE | {(STOR, "Ledere"): (4.0, 80.0), (STOR, "Lærere"): (96.0, 920.0)}
    write_fag(tmp_path, tal, ("Prøve Kommune", ALLE))
    assert prove(tmp_path, kendt(tal)).fejl == ()
    fejl = prove(tmp_path, kendt(tal, frozenset({MELLEM}))).fejl
    assert any("Af tallene for Ledere kan en bruger, der kender Mellemskolen, regne ud" in f for f in fejl)


def test_the_named_groups_table_is_held_against_the_kommunes(tmp_path: Path) -> None:
    """Four of the 34 ledere are not in the named group: the two tables beside each other tell of them."""
    tal = ALMINDELIGE | {(MELLEM, "Ledere"): (4.0, 80.0), (MELLEM, "Kokke"): (56.0, 640.0)}
    kommunen = ("Prøve Kommune", ALLE)
    assert prove(write_fag(tmp_path / "a", tal, kommunen), kendt(tal)).fejl == ()
    mappe = write_fag(tmp_path / "b", tal, kommunen, (GRUPPE, (("Lærere",), ("Ledere",))))
    fejl = prove(mappe, kendt(tal)).fejl
    assert any("Ledere" in f and "kan enhver regne ud, at få medarbejdere" in f for f in fejl)


def test_one_alone_now_that_was_in_the_pool_before_is_held_against_the_earlier_table(tmp_path: Path) -> None:
    """Before, kokke were together with four cooks' mates; now they stand alone: the difference is the four."""
    tal = ALMINDELIGE | {(STOR, "Medhjælpere"): (4.0, 80.0), (STOR, "Lærere"): (66.0, 620.0)}
    foer = write_fag(tmp_path / "foer", tal, ("Prøve Kommune", (("Lærere",), ("Ledere",), ("Kokke", "Medhjælpere"))))
    nu = write_fag(tmp_path / "nu", tal, ("Prøve Kommune", (("Kokke",), ("Ledere",), ("Lærere", "Medhjælpere"))))
    assert prove(foer, kendt(tal)).fejl == prove(nu, kendt(tal)).fejl == ()
    assert any("kan enhver regne ud" in fejl for fejl in prove(nu, kendt(tal), tidligere=[foer]).fejl)


def test_the_units_are_those_the_other_tests_know() -> None:
    assert (KOMMUNEN, NAVNE[MELLEM]) == (1, "Mellemskolen")
