"""The proof finds what is planted: in a kommune with a large and a middling unit and three small ones."""

import zipfile
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from pipeline.fejl import Brugerfejl
from pipeline.proev.spoergsmaal import prove
from pipeline.proev.viden import Viden
from pipeline.status.bilag import INDRYK
from pipeline.tekster import status as tekster_status

PERIODER = ("2025K2", "2025K1", "2024K2")
KOMMUNEN, STOR, MELLEM, C, D, E = 1, 2, 3, 4, 5, 6
NAVNE = {STOR: "Store Skole", MELLEM: "Mellemskolen", C: "Lille Hus", D: "Spiren", E: "Bakken"}
ANTAL = {STOR: 100.0, MELLEM: 60.0, C: 6.0, D: 7.0, E: 8.0}
RATE = {STOR: 10.0, MELLEM: 12.0, C: 20.0, D: 9.0, E: 11.0}
PULJE = (C, D, E)
Raekke = tuple[int, str, float, float, float | None, float | None]


def regler(*, dominans: dict[int, float] | None = None) -> pl.DataFrame:
    """What the database knows. `dominans`: the dagsværk of a unit's two highest."""
    raekker = []
    for periode in PERIODER:
        for barn in (KOMMUNEN, *NAVNE):
            dele = list(NAVNE) if barn == KOMMUNEN else [barn]
            hoejeste = (dominans or {}).get(barn, 0.0)
            raekker.append(
                {
                    "overordnet_id": None if barn == KOMMUNEN else KOMMUNEN,
                    "barn_id": barn,
                    "navn": "Prøve Kommune" if barn == KOMMUNEN else NAVNE[barn],
                    "er_faelles": False,
                    "periode": periode,
                    "gns_medarbejdere": sum(ANTAL[d] for d in dele),
                    "dagsvaerk": sum(ANTAL[d] * RATE[d] for d in dele),
                    "dagsvaerk_lang": 0.0,
                    "hoejeste_dagsvaerk": hoejeste,
                    "naesthoejeste_dagsvaerk": 0.0,
                }
            )
    return pl.DataFrame(raekker, schema_overrides={"overordnet_id": pl.Int64})


INGEN_KVARTALER = pl.DataFrame(
    schema={
        "barn_id": pl.Int64,
        "periode": pl.String,
        "dage": pl.Int64,
        **dict.fromkeys(("gns_medarbejdere", "dagsvaerk", "hoejeste_dagsvaerk", "naesthoejeste_dagsvaerk"), pl.Float64),
    }
)
DEFINITIONER = frozenset({"5,0", "0,1"})


def viden(**felter: object) -> Viden:
    egne = {
        "regler": regler(),
        "kvartaler": INGEN_KVARTALER,
        "navne": ("Inger Opdigtet",),
        "aarsager": ("Arbejdsskade",),
        "brugere": (),
        "definitioner": DEFINITIONER,
    } | felter
    return Viden(**egne)  # type: ignore[arg-type]


def printed(*dele: int, navn: str | None = None, foer: bool = True) -> Raekke:
    antal = sum(ANTAL[d] for d in dele)
    rate = round(sum(ANTAL[d] * RATE[d] for d in dele) / antal, 1)
    rundt = 5 * round(antal / 5) if antal < 100 else 10 * round(antal / 10)
    aeldre = rate if foer else None
    return (1, navn or NAVNE[dele[0]], float(rundt), rate, aeldre, aeldre)


HELE: Raekke = (0, "Prøve Kommune", *printed(*NAVNE)[2:])
GOD = (HELE, printed(STOR), printed(MELLEM), printed(*PULJE, navn="Øvrige enheder (3)"))


def write_bilag(mappe: Path, raekker: tuple[Raekke, ...], *, kvartal: int = 0, skjult: str | None = None) -> Path:
    """A bilag as the program writes it. `skjult`: ark or raekke."""
    mappe.mkdir(exist_ok=True)
    bog = xlsxwriter.Workbook(mappe / "bilag.xlsx")
    ark = bog.add_worksheet("Tal")
    navne = {"kvartal": "2. kvartal 2025", "kvartal_foer": "1. kvartal 2025", "aar_foer": "2. kvartal 2024"}
    hoveder = [hoved.format(**navne) for _, hoved, _ in tekster_status.BILAG_KOLONNER]
    ark.write_row(0, 0, hoveder)
    for nr, (dybde, navn, *tal) in enumerate(raekker, start=1):
        ark.write_row(nr, 0, [INDRYK * dybde + navn, *tal])
    if skjult == "ark":
        bog.add_worksheet("Mere").hide()
    if skjult == "raekke":
        ark.set_row(2, None, None, {"hidden": True})
    bog.close()
    return mappe


def test_a_release_of_pooled_groups_holds(tmp_path: Path) -> None:
    udfald = prove(write_bilag(tmp_path, GOD), viden(brugere=(frozenset({STOR}), frozenset({C}))))
    assert udfald.fejl == ()
    assert udfald.enheder == 3 * len(PERIODER)
    assert udfald.brugere == 2


def test_a_hidden_row_is_worked_out_from_its_parent(tmp_path: Path) -> None:
    """Two employees hold Mellemskolen, and its row is left out: 1906 less 1000 and 271 of about 60 employees."""
    regel = regler(dominans={MELLEM: 700.0})
    raekker = (HELE, printed(STOR), printed(*PULJE, navn="Øvrige enheder (3)"))
    fejl = prove(write_bilag(tmp_path, tuple(r for r in raekker if "Øvrige" not in r[1])), viden(regler=regel)).fejl
    assert fejl == ()  # with the pool gone too nobody can tell the two apart
    ogsaa_smaa = (*raekker[:2], *(printed(d) for d in PULJE))
    fejl = prove(write_bilag(tmp_path, ogsaa_smaa), viden(regler=regel)).fejl
    assert any(f.startswith("Af tallene kan enhver regne ud, at Mellemskolen 2. kvartal 2025") for f in fejl)


def test_a_pool_of_one_gives_it_away(tmp_path: Path) -> None:
    raekker = (HELE, printed(STOR), printed(MELLEM), printed(D), printed(E), printed(C, navn="Øvrige enheder (1)"))
    fejl = prove(write_bilag(tmp_path, raekker), viden()).fejl
    assert any(f.startswith("Af tallene kan enhver regne ud, at Lille Hus 2. kvartal 2025") for f in fejl)
    assert "Øvrige enheder (1) vises, men er for lille eller domineres af få." in fejl


def test_a_group_two_employees_dominate_is_found(tmp_path: Path) -> None:
    regel = regler(dominans={MELLEM: 700.0})
    fejl = prove(write_bilag(tmp_path, GOD), viden(regler=regel)).fejl
    assert "Mellemskolen vises, men er for lille eller domineres af få." in fejl


def test_what_a_leder_knows_of_her_own_unit_is_subtracted(tmp_path: Path) -> None:
    """A pool of two: the leder of one of them has the other's figure, 9.0 as near as the rounding lets her."""
    raekker = (HELE, printed(STOR), printed(MELLEM), printed(E), printed(C, D, navn="Øvrige enheder (2)"))
    udenfor = prove(write_bilag(tmp_path, raekker), viden()).fejl
    assert not any("Spiren" in fejl for fejl in udenfor)
    fejl = prove(tmp_path, viden(brugere=(frozenset({C}),))).fejl
    assert any(f.startswith("En bruger, der kender Lille Hus, kan regne ud, at Spiren") for f in fejl)


def test_alone_then_and_pooled_now_can_be_subtracted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two employees hold Lille Hus. It was pooled with Spiren while Bakken stood alone, and is pooled with Bakken now
    that Spiren stands alone: neither release tells, both do, for Spiren can be subtracted from the first.
    """
    for enhed, antal in ((C, 40.0), (D, 30.0), (E, 50.0)):
        monkeypatch.setitem(ANTAL, enhed, antal)
    hele = (0, "Prøve Kommune", *printed(*NAVNE)[2:])
    fast = (hele, printed(STOR), printed(MELLEM))
    foer = write_bilag(tmp_path / "foer", (*fast, printed(E), printed(C, D, navn="Øvrige enheder (2)")))
    nu = write_bilag(tmp_path / "nu", (*fast, printed(D), printed(C, E, navn="Øvrige enheder (2)")))
    kendt = viden(regler=regler(dominans={C: 790.0}))
    assert prove(foer, kendt).fejl == prove(nu, kendt).fejl == ()
    fejl = prove(nu, kendt, tidligere=[foer]).fejl
    assert any(f.startswith("Af tallene kan enhver regne ud, at Lille Hus") for f in fejl)


def test_a_folder_of_releases_is_all_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As above, with the earlier one in an archive, and what stays with HR beside it."""
    for enhed, antal in ((C, 40.0), (D, 30.0), (E, 50.0)):
        monkeypatch.setitem(ANTAL, enhed, antal)
    fast = ((0, "Prøve Kommune", *printed(*NAVNE)[2:]), printed(STOR), printed(MELLEM))
    arkiv = tmp_path / "arkiv"
    (arkiv / "status-2025K1-intern").mkdir(parents=True)
    (arkiv / "status-2025K1-intern" / "kontrol.json").write_text("{}")
    write_bilag(arkiv / "status-2025K1", (*fast, printed(E), printed(C, D, navn="Øvrige enheder (2)")))
    nu = write_bilag(tmp_path / "nu", (*fast, printed(D), printed(C, E, navn="Øvrige enheder (2)")))
    kendt = viden(regler=regler(dominans={C: 790.0}))
    assert any("Lille Hus" in fejl for fejl in prove(nu, kendt, tidligere=[arkiv]).fejl)


def test_a_quarter_two_columns_tell_is_a_fault(tmp_path: Path) -> None:
    """Mellemskolen has 30 dagsværk a quarter, and 450 in the newest, nearly all of two: 2.0 a year before, 9.0 now."""
    alene = []
    for kvartal in (f"{aar}K{nr}" for aar in (2023, 2024, 2025) for nr in range(1, 5)):
        for barn in (KOMMUNEN, *NAVNE):
            egne = {d: ANTAL[d] * RATE[d] / 4 for d in NAVNE} | {MELLEM: 450.0 if kvartal == "2025K2" else 30.0}
            to = 225.0 if (barn, kvartal) == (MELLEM, "2025K2") else 0.0
            alene.append(
                {
                    "barn_id": barn,
                    "periode": kvartal,
                    "dage": 90,
                    "gns_medarbejdere": ANTAL.get(barn, sum(ANTAL.values())),
                    "dagsvaerk": egne.get(barn, sum(egne.values())),
                    "hoejeste_dagsvaerk": to,
                    "naesthoejeste_dagsvaerk": to,
                }
            )
    hele = (0, "Prøve Kommune", 180.0, 10.0, 7.7, 7.7)
    mappe = write_bilag(tmp_path, (hele, printed(STOR), (1, "Mellemskolen", 60.0, 9.0, 2.0, 2.0)))
    assert prove(mappe, viden()).fejl == ()
    [fejl] = prove(mappe, viden(kvartaler=pl.DataFrame(alene))).fejl
    assert "kan enhver regne ud, at Mellemskolen i 2. kvartal 2025 alene havde mellem 6,9 og" in fejl


def test_what_an_earlier_release_told_alone_is_not_this_ones_fault(tmp_path: Path) -> None:
    """Bakken stood alone, and is pooled now."""
    foer = (HELE, printed(STOR), printed(MELLEM), printed(E), printed(C, D, navn="Øvrige enheder (2)"))
    nu = write_bilag(tmp_path / "nu", GOD)
    assert prove(nu, viden(), tidligere=[write_bilag(tmp_path / "foer", foer)]).fejl == ()


@pytest.mark.parametrize(
    ("skjult", "saetning"),
    [("ark", "bilag.xlsx har et skjult ark."), ("raekke", "bilag.xlsx har skjulte rækker eller kolonner.")],
)
def test_a_workbook_that_hides_something(skjult: str, saetning: str, tmp_path: Path) -> None:
    assert saetning in prove(write_bilag(tmp_path, GOD, skjult=skjult), viden()).fejl


@pytest.mark.parametrize(
    ("fil", "indhold", "saetning"),
    [
        (
            "a.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><title>Lille Hus 20,0</title></svg>",
            "a.svg har skjult tekst",
        ),
        (
            "a.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><g aria-label='Lille Hus: 10,0'/></svg>",
            "a.svg nævner Lille Hus",
        ),
        (
            "a.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><text>13,7</text></svg>",
            "tal, som ingen tabel i udgivelsen viser (13,7)",
        ),
        ("a.md", "Inger Opdigtet har været syg.", "a.md nævner en medarbejder"),
        ("a.md", "Der var én arbejdsskade.", "a.md nævner en fraværsårsag (arbejdsskade)"),
        ("a.md", "Sygefraværet er 10,53.", "flere decimaler"),
        ("a.md", "Andelen er 17 pct.", "ingen tabel i udgivelsen viser (17 pct.)"),
        ("a.json", "{}", "a.json er en filtype"),
        ("a.pdf", "ikke en pdf", "a.pdf kan ikke læses"),
        ("a.xlsx", "ikke en zip", "a.xlsx kan ikke læses"),
    ],
)
def test_what_a_file_must_not_say(fil: str, indhold: str, saetning: str, tmp_path: Path) -> None:
    write_bilag(tmp_path, GOD)
    (tmp_path / fil).write_text(indhold)
    assert any(saetning in fejl for fejl in prove(tmp_path, viden()).fejl)


def test_a_name_in_a_documents_properties(tmp_path: Path) -> None:
    write_bilag(tmp_path, GOD)
    with zipfile.ZipFile(tmp_path / "sag.docx", "w") as docx:
        docx.writestr("docProps/core.xml", "<p xmlns:dc='d'><dc:creator>Inger Opdigtet</dc:creator></p>")
    fejl = prove(tmp_path, viden()).fejl
    assert "sag.docx har noget i egenskaben creator." in fejl
    assert "sag.docx nævner en medarbejder." in fejl


def test_figures_in_a_charts_workbook_must_be_the_releases(tmp_path: Path) -> None:
    write_bilag(tmp_path, GOD)
    (tmp_path / "inde").mkdir()
    with xlsxwriter.Workbook(tmp_path / "inde" / "bog.xlsx") as bog:
        bog.add_worksheet().write_row(0, 0, ["Lille Hus", 10.0, 20.3])
    with zipfile.ZipFile(tmp_path / "slides.pptx", "w") as pptx:
        pptx.write(tmp_path / "inde" / "bog.xlsx", "ppt/embeddings/bog.xlsx")
        pptx.writestr(
            "ppt/charts/chart1.xml", "<c xmlns:a='x'><a:numCache><a:pt><a:v>7.77</a:v></a:pt></a:numCache></c>"
        )
    fejl = prove(tmp_path, viden()).fejl
    assert "slides.pptx nævner Lille Hus, som er for lille til at vises for sig." in fejl
    assert "slides.pptx viser et tal, som ingen tabel i udgivelsen viser (20,3)." in fejl
    assert "slides.pptx viser et tal med flere decimaler, end der må offentliggøres (7,77)." in fejl


def test_a_row_nobody_knows_is_a_fault(tmp_path: Path) -> None:
    fejl = prove(write_bilag(tmp_path, (*GOD, (1, "Hemmelig Enhed", 20.0, 9.0, None, None))), viden()).fejl
    assert "bilag.xlsx har en række, der ikke findes i organisationen (Hemmelig Enhed)." in fejl


def test_figures_that_cannot_all_be_true_are_a_fault(tmp_path: Path) -> None:
    raekker = ((0, "Prøve Kommune", 180.0, 2.0, None, None), *GOD[1:])
    assert (
        "Tallene for 2. kvartal 2025 kan ikke alle være rigtige." in prove(write_bilag(tmp_path, raekker), viden()).fejl
    )


def test_what_stays_with_hr_is_not_read(tmp_path: Path) -> None:
    write_bilag(tmp_path, GOD)
    (tmp_path / "intern").mkdir()
    (tmp_path / "intern" / "kontrol.json").write_text("{}")
    assert prove(tmp_path, viden()).fejl == ()


def test_an_empty_folder_is_no_proof(tmp_path: Path) -> None:
    with pytest.raises(Brugerfejl, match="Mappen intet findes ikke eller er tom"):
        prove(tmp_path / "intet", viden())
    with pytest.raises(Brugerfejl, match="Mappen foer findes ikke eller er tom"):
        prove(write_bilag(tmp_path, GOD), viden(), tidligere=[tmp_path / "foer"])
