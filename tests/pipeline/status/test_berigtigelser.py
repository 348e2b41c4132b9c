"""A quarter is published, locked in the store, and corrected: what the next case says of it, and what it must not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from pipeline.fejl import Brugerfejl
from pipeline.kommandolinje.miljoe import lager_of
from pipeline.kvartal import pakke
from pipeline.kvartal.pakke import lock
from pipeline.kvartal.stand import Stand, describe_slut
from pipeline.kvartal.trin import Hr, choose_datoer
from pipeline.lager.kvartaler import Gang, add_trin, begin_gang, write_ord
from pipeline.lager.laase import (
    Berigtigelse,
    NyLaas,
    lock_kvartal,
    read_berigtigelser,
    read_laase,
    read_laasefil,
)
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse, read_log
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, list_navne, open_scope
from pipeline.status.arkiv import Arkiv, open_arkiv
from pipeline.status.berigtigelser import (
    correct_kvartal,
    publish_kvartal,
    tell_changes,
    withdraw_laas,
    word_berigtigelse,
    word_changes,
)
from pipeline.status.grundlag import Grundlag, read_grundlag
from pipeline.status.laaste import find_revisioner, make_laast, parse_laast, write_laast
from pipeline.status.saetninger import write_sagsdatoer
from pipeline.status.udgiv import read_laast_grundlag
from pipeline.status.udgivet import find_udgivet
from pipeline.status.udgivne import find_naeste, list_datoer, list_laase
from tests.conftest import run_sygefravaer
from tests.pipeline.status.conftest import run_udgivelse

NU = datetime(2025, 8, 20, 12, tzinfo=UTC)
HR = Bruger("hr1", er_kommandolinje=True)
KOMMUNEN = "None/Eksempel Kommune"
UDGIVET = date(2025, 8, 20)


@pytest.fixture
def miljoe(demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Miljoe]:
    """With a store of its own, which the commands use too."""
    monkeypatch.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{tmp_path / 'lager.sqlite'}")
    monkeypatch.setenv("SYGEFRAVAER_LOGHOVED", str(tmp_path / "hoved"))
    with lager_of(demo_database) as lager:
        yield Miljoe(demo_database, lager, lambda: NU)


@pytest.fixture
def scope(miljoe: Miljoe) -> Scope:
    return open_scope(HR, miljoe=miljoe, personer_til="prøve")


@pytest.fixture
def nu(scope: Scope) -> Grundlag:
    return read_grundlag(scope, kvartal="2025K2", er_demo=True)


def lock_with(
    lager: Lager, scope: Scope, nu: Grundlag, *, kvartal: str = "2025K2", antal: int = 5, **felter: str
) -> None:
    """As the demo's build has it but for the kommune's `felter`, with so many records of absence that are others."""
    raa: dict[str, Any] = json.loads(make_laast(nu, scope, lager.personnoegle))
    raa["kvartal"] = kvartal
    raa["grupper"][KOMMUNEN] |= felter
    raa["maerker"]["81000"]["fravaer"][:antal] = [f"ændret{nr}" for nr in range(antal)]
    ny = NyLaas(kvartal, UDGIVET, None, json.dumps(raa).encode())
    lock_kvartal(lager, ny, Haendelse("hr1", "kvartal låst"), nu=NU)


def correct(scope: Scope, miljoe: Miljoe, kvartal: str = "2025K2", **ord_: str) -> int:
    valg = {"hvorfor": "Sene registreringer fra nogle afdelinger.", "orienteret": "Økonomiudvalget og direktionen"}
    arkiv = open_arkiv(None, miljoe.lager)
    return correct_kvartal(scope, kvartal, arkiv, bruger="hr1", miljoe=miljoe, **(valg | ord_))


def test_what_is_locked_in_the_store_is_the_file_the_command_writes(
    scope: Scope, miljoe: Miljoe, tmp_path: Path
) -> None:
    publish_kvartal(scope, "2025K2", udgivet=UDGIVET, moede=date(2025, 8, 27), bruger="hr1", miljoe=miljoe)
    (laas,) = read_laase(miljoe.lager)
    svar = run_sygefravaer("laas", "--kvartal", "2025K2", "--database", miljoe.database, "--ud", tmp_path / "ud")
    assert svar.kode == 0, svar.fejl
    assert (tmp_path / "ud" / "laast-2025K2.json").read_bytes() == laas.indhold
    assert (laas.udgivet, laas.moede, laas.af) == (UDGIVET, date(2025, 8, 27), "hr1")
    assert open_arkiv(tmp_path / "ud", miljoe.lager).laaste == {"2025K2": parse_laast(laas.indhold)}


def test_the_store_and_a_file_that_say_different_things_are_one_sentence(
    scope: Scope, miljoe: Miljoe, nu: Grundlag, tmp_path: Path
) -> None:
    lock_with(miljoe.lager, scope, nu, sygedage="13.5")
    write_laast(make_laast(nu, scope, miljoe.lager.personnoegle), tmp_path / "arkiv", "2025K2")
    with pytest.raises(Brugerfejl, match=r"2\. kvartal 2025 er låst med andre tal i lageret end i mappen"):
        open_arkiv(tmp_path / "arkiv", miljoe.lager)
    assert open_arkiv(None, miljoe.lager).laaste["2025K2"].grupper[KOMMUNEN]["sygedage"] == "13.5"


@pytest.mark.parametrize(("antal", "sagt"), [(4, "Eksempel Kommune: rettet"), (5, None)])
def test_what_has_changed_in_the_quarter_itself_is_told_from_five_employees(
    antal: int, sagt: str | None, scope: Scope, miljoe: Miljoe, nu: Grundlag
) -> None:
    lock_with(miljoe.lager, scope, nu, antal=antal, sygedage="13.5")
    hvad = word_changes(tell_changes(scope, "2025K2", open_arkiv(None, miljoe.lager)))
    fortalt = "Eksempel Kommune: offentliggjort 13,5, nu 13,6 (sene eller rettede fraværsregistreringer)"
    assert hvad == (sagt or fortalt)


def test_of_a_quarter_that_is_no_column_of_the_case_the_kommunes_change_is_told(
    scope: Scope, miljoe: Miljoe, nu: Grundlag
) -> None:
    """2024K4 stands in Figur 1 alone; the marks are another quarter's, so all records count as changed."""
    lock_with(miljoe.lager, scope, nu, kvartal="2024K4", sygedage="14.0")
    hvad = word_changes(tell_changes(scope, "2024K4", open_arkiv(None, miljoe.lager)))
    assert hvad.startswith("Eksempel Kommune: offentliggjort 14,0, nu 14,5 (")


def test_nothing_changed_is_said(scope: Scope, miljoe: Miljoe) -> None:
    publish_kvartal(scope, "2025K2", udgivet=UDGIVET, moede=None, bruger="hr1", miljoe=miljoe)
    arkiv = open_arkiv(None, miljoe.lager)
    assert word_changes(tell_changes(scope, "2025K2", arkiv)) == "Ingen af kommunens og afdelingernes tal er ændret."


@pytest.mark.parametrize(
    ("ord_", "saetning"),
    [
        ({"hvorfor": ""}, "Skriv, hvorfor tallene er rettet."),
        ({"orienteret": " "}, "Skriv, hvem der er orienteret"),
        ({"hvorfor": "x" * 201}, "Linjen er 201 tegn. Den må højst være 200."),
        ({"hvorfor": "Tallet var 13,5"}, r"Linjen nævner et tal \(13,5\)"),
        ({"hvorfor": "Tyve medarbejdere manglede"}, r"Linjen nævner et tal \(Tyve\)"),
        ({"hvorfor": "Ring til 12345678"}, "nævner et tal"),
        ({"hvorfor": "En langvarig depression"}, "nævner en sygdom"),
        ({"orienteret": "a@b.invalid"}, "e-mailadresse"),
    ],
)
def test_words_that_may_not_stand_in_the_case_are_refused(
    ord_: dict[str, str], saetning: str, scope: Scope, miljoe: Miljoe
) -> None:
    publish_kvartal(scope, "2025K2", udgivet=UDGIVET, moede=None, bruger="hr1", miljoe=miljoe)
    with pytest.raises(Brugerfejl, match=saetning):
        correct(scope, miljoe, **ord_)
    assert read_berigtigelser(miljoe.lager) == []


def test_an_employees_name_is_refused_in_every_line_that_is_kept(scope: Scope, miljoe: Miljoe) -> None:
    navn = list_navne(miljoe)[0]
    publish_kvartal(scope, "2025K2", udgivet=UDGIVET, moede=None, bruger="hr1", miljoe=miljoe)
    for ord_ in ({"hvorfor": f"Fejl hos {navn}"}, {"orienteret": navn}):
        with pytest.raises(Brugerfejl, match="nævner en medarbejder ved navn"):
            correct(scope, miljoe, **ord_)
    with pytest.raises(Brugerfejl, match="nævner en medarbejder ved navn"):
        withdraw_laas(scope, "2025K2", grund=f"{navn} tog fejl", bruger="hr1", miljoe=miljoe)


def test_a_date_and_a_quarter_may_stand_in_a_reason(scope: Scope, miljoe: Miljoe) -> None:
    publish_kvartal(scope, "2025K2", udgivet=UDGIVET, moede=None, bruger="hr1", miljoe=miljoe)
    correct(scope, miljoe, hvorfor="Leverancen fra 15. juli 2025 manglede en afdeling i 2. kvartal 2025")
    assert [en.kvartal for en in read_berigtigelser(miljoe.lager)] == ["2025K2"]


def test_what_is_not_published_is_not_corrected(scope: Scope, miljoe: Miljoe) -> None:
    with pytest.raises(Brugerfejl, match=r"2\. kvartal 2025 er ikke låst, og så er der ikke noget udgivet at rette"):
        correct(scope, miljoe)


def test_the_case_made_again_says_that_it_is_corrected_why_and_to_whom_and_holds(
    scope: Scope, miljoe: Miljoe, nu: Grundlag, tmp_path: Path
) -> None:
    """Proven as every release is: the new sentence is the program's, and the published figure stands in revisioner."""
    lock_with(miljoe.lager, scope, nu, sygedage="13.5")
    correct(scope, miljoe)
    svar = run_udgivelse("status", miljoe.database, tmp_path / "ud")
    assert svar.kode == 0, svar.fejl
    afsnit = [linje.text for linje in Document(str(tmp_path / "ud" / "status-2025K2.docx")).paragraphs]
    om_tallene = afsnit.index(
        "Tallene for 2. kvartal 2025 er rettet 20. august 2025, efter at de blev offentliggjort: Sene registreringer "
        "fra nogle afdelinger. Orienteret: Økonomiudvalget og direktionen."
    )
    assert afsnit[om_tallene - 1].startswith("Tallene er trukket")
    assert any(
        linje == "Eksempel Kommune, 2. kvartal 2025: offentliggjort 13,5, nu 13,6 (sene eller rettede "
        "fraværsregistreringer)."
        for linje in afsnit
    )
    ark = openpyxl.load_workbook(tmp_path / "ud" / "revisioner-2025K2.xlsx")["Tal"]
    assert [raekke[:4] for raekke in ark.iter_rows(min_row=2, values_only=True)] == [
        ("Eksempel Kommune", "2. kvartal 2025", 13.5, 13.6)
    ]
    assert run_sygefravaer("proev", tmp_path / "ud", "--database", miljoe.database).kode == 0


def test_a_case_says_nothing_of_a_correction_figur_1_does_not_reach(nu: Grundlag, scope: Scope, miljoe: Miljoe) -> None:
    from pipeline.status.berigtigelser import describe_berigtigelser

    en = Berigtigelse("2025K1", "[]", "Fejl", "Alle", "b", 1, "hr1", "2025-05-02T10:00:00.000000Z")
    arkiv = Arkiv({}, "n", (replace(en, kvartal="2019K1"), en))
    assert [afsnit.tekst for afsnit in describe_berigtigelser(nu, arkiv)] == [word_berigtigelse(en)]


def test_nothing_corrected_adds_no_revision_of_the_quarter_itself(nu: Grundlag, scope: Scope, miljoe: Miljoe) -> None:
    noegle = miljoe.lager.personnoegle
    laast = parse_laast(make_laast(nu, scope, noegle))
    assert find_revisioner(nu, {"2025K2": laast}, scope, noegle) == []


def test_an_archive_is_known_again_until_anything_in_it_is_another(nu: Grundlag, scope: Scope, miljoe: Miljoe) -> None:
    """What the page remembers of a case it has made is of one archive."""
    tomt = open_arkiv(None, miljoe.lager)
    publish_kvartal(scope, "2025K2", udgivet=UDGIVET, moede=None, bruger="hr1", miljoe=miljoe)
    laast = open_arkiv(None, miljoe.lager)
    correct(scope, miljoe)
    rettet = open_arkiv(None, miljoe.lager)
    assert len({tomt.kendetegn, laast.kendetegn, rettet.kendetegn}) == 3
    assert open_arkiv(None, miljoe.lager).kendetegn == rettet.kendetegn


def test_a_package_is_made_again_when_a_correction_has_been_written(
    scope: Scope, miljoe: Miljoe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pakke, "make_proevet", lambda *_, **__: object())
    monkeypatch.setattr(pakke, "check_ready", lambda *_: scope)
    publish_kvartal(scope, "2025K2", udgivet=UDGIVET, moede=None, bruger="hr1", miljoe=miljoe)

    def make() -> object:
        return pakke.make_sager(Hr(Bruger("hr1"), miljoe), Stand(Gang(1, "hr1", "")))

    foer = make()
    assert make() is foer
    correct(scope, miljoe)
    assert make() is not foer


ORD = "Ledersamtaler.\n\nTrivselsmåling."


def test_the_last_step_of_kvartalet_locks_with_meeting_and_days_and_is_logged_once(
    scope: Scope, miljoe: Miljoe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locked by the command before with the same figures, the lock stays and the round ends all the same."""
    moede = {"moede": "Chefforum", "dato": date(2025, 8, 27), "udgivet": UDGIVET}
    monkeypatch.setattr(pakke, "check_ready", lambda *_: scope)
    hr = Hr(Bruger("hr1"), miljoe)
    for forsoeg in range(2):
        gang = begin_gang(miljoe.lager, Haendelse("hr1", "kvartal begyndt"), nu=NU)
        write_ord(miljoe.lager, gang, "indsats", ORD, Haendelse("hr1", "kvartal skrevet"), laest=0, nu=NU)
        add_trin(miljoe.lager, gang, "hentet", Haendelse("hr1", "kvartal hentet"), nu=NU)
        assert lock(hr, **moede) == "2025K2"
        [laas] = read_laase(miljoe.lager)
        assert (laas.kvartal, laas.udgivet, laas.moede, laas.moedenavn, laas.af) == (
            "2025K2",
            UDGIVET,
            date(2025, 8, 27),
            "Chefforum",
            "hr1",
        )
        log = read_log(miljoe.lager, fra=NU.date(), til=NU.date())
        assert list(log["hvad"]).count("kvartal låst") == forsoeg + 1
        stand = hr.stand()
        assert stand is not None and stand.gang.er_slut
        assert describe_slut(stand) == (
            "Det seneste kvartal (2. kvartal 2025) er udgivet og låst: Chefforum 27.08.2025."
        )
    assert list_laase(open_arkiv(None, miljoe.lager), [laas])[0][2] == "Chefforum 27.08.2025"
    udgivet = find_udgivet(miljoe.lager)
    assert udgivet is not None and udgivet.sag is not None
    assert (udgivet.laas, udgivet.dag, udgivet.sag.egne) == (laas.id, UDGIVET, tuple(ORD.split("\n\n")))
    sagen = read_laasefil(miljoe.lager, laas.id, "status-2025K2.docx")
    assert sagen is not None
    assert "Trivselsmåling." in [afsnit.text for afsnit in Document(BytesIO(sagen)).paragraphs]


def test_the_dates_hr_has_set_stand_in_the_case_whatever_the_build_was_told(
    scope: Scope, miljoe: Miljoe, nu: Grundlag
) -> None:
    """Figures drawn on 15 July 2025; with none set the build's count, and the demo has none."""
    hr, dag = Hr(Bruger("hr1"), miljoe), date(2025, 7, 16)
    foer = open_arkiv(None, miljoe.lager)
    assert find_naeste(scope, miljoe.lager, dag) is None
    choose_datoer(hr, [date(2025, 11, 12), date(2025, 8, 20), date(2025, 8, 20)])
    efter = open_arkiv(None, miljoe.lager)
    assert [write_sagsdatoer(read_laast_grundlag(scope, "2025K2", arkiv)[0]).tekst for arkiv in (foer, efter)] == [
        "",
        "Sagerne om sygefravær forelægges 20. august 2025 og 12. november 2025.",
    ]
    assert foer.kendetegn != efter.kendetegn
    assert find_naeste(scope, miljoe.lager, dag) == date(2025, 8, 20)
    assert find_naeste(scope, miljoe.lager, date(2025, 8, 21)) == date(2025, 11, 12)
    choose_datoer(hr, [])
    assert list_datoer(scope, miljoe.lager) == []
    with pytest.raises(Brugerfejl, match=r"^Der kan højst være 12 datoer\."):
        choose_datoer(hr, [date(2025, 1, nr) for nr in range(1, 14)])


def test_the_commands_lock_list_correct_and_lift(miljoe: Miljoe, tmp_path: Path) -> None:
    def run(*ord_: str) -> str:
        svar = run_sygefravaer(*ord_, "--database", miljoe.database)
        assert svar.kode == 0, svar.fejl
        return svar.ud

    assert "Intet kvartal er låst." in run("laaste")
    assert run_udgivelse("eksport", miljoe.database, tmp_path / "ud").kode == 0
    laast = run(
        "laas", "--kvartal", "2025K2", "--udgivet", "2025-08-20", "--moede", "2025-08-27", "--moedenavn", "Chefforum"
    )
    assert "2. kvartal 2025 er låst: udgivet 20.08.2025." in laast
    run("ret", "--kvartal", "2025K2", "--hvorfor", "Sent fravær", "--orienteret", "Direktionen")
    liste = " ".join(run("laaste").split())
    for del_ in (
        "20.08.2025",
        "Chefforum",
        "27.08.2025",
        "13,6",
        "Sent fravær",
        "Direktionen",
        "eksport-2025K2",
        "efter",
    ):
        assert del_ in liste, del_
    run("ophaev", "--kvartal", "2025K2", "--grund", "Sagen blev trukket")
    assert "Intet kvartal er låst." in run("laaste")


@pytest.mark.parametrize(
    ("ord_", "saetning"),
    [
        (("laas", "--kvartal", "2025K2"), "Skriv, hvornår kvartalet blev udgivet (--udgivet)"),
        (("laas", "--kvartal", "2025K1", "--udgivet", "2025-08-20"), "Der kan laves status for 2. kvartal 2025"),
        (("laas", "--kvartal", "2025K2", "--udgivet", "2025-06-30"), "før det er slut"),
        (("ret", "--kvartal", "2025K2", "--hvorfor", "x", "--orienteret", "y"), "er ikke låst"),
        (("ophaev", "--kvartal", "2025K2", "--grund", "x"), "er ikke låst i lageret"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(ord_: tuple[str, ...], saetning: str, miljoe: Miljoe) -> None:
    svar = run_sygefravaer(*ord_, "--database", miljoe.database)
    assert (svar.kode, svar.ud) == (1, "")
    assert saetning in svar.fejl
    assert len(svar.fejl.splitlines()) == 1
