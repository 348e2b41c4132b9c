"""Everything held about one person, and nothing about another."""

import io
from contextlib import redirect_stdout
from datetime import date

from pipeline.kommandolinje.indsigt import print_indsigt
from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.lager.billetter import issue_billet
from pipeline.lager.identiteter import find_bruger
from pipeline.lager.indsatser import NyIndsats, add_indsats, end_indsats
from pipeline.lager.kvartaler import add_trin, begin_gang, write_ord
from pipeline.lager.kvartalsvalg import set_datoer
from pipeline.lager.laase import NyBerigtigelse, NyLaas, add_berigtigelse, lift_laas, lock_kvartal
from pipeline.lager.log import Haendelse
from pipeline.lager.maaltal import NytMaaltal, propose_maaltal
from pipeline.lager.sessioner import begin_session
from pipeline.lager.skema import metadata
from pipeline.lager.udsendelser import begin_udsendelse, end_udsendelse, write_udsendelse
from pipeline.opfoelgning.indsigt import collect_indsigt
from pipeline.tekster import besked as tekster_besked
from tests.conftest import run_sygefravaer
from tests.lille_leverance import syg
from tests.pipeline.opfoelgning.conftest import LEDER_A, UDTRAEK

OM_PERSONER = {"person", "bruger", "hvem", "som", "af", "medarbejdernr"}
UDEN_AFSNIT = {"loganker", "varselsbygninger", "aargange", "aargangstal", "laasefiler"}  # no row is about anybody
AFSNIT = {
    "adgang": "adgang", "identiteter": "konto", "log": "log", "sessioner": "sessioner", "billetter": "billetter",
    "varsler_set": "varsler", "noter": "noter", "udsendelser": "beskeder",
    "indsatser": "egne_indsatser", "indsatsslut": "egne_afslutninger",
    "maaltal_beslutninger": "egne_maaltal",
    "kvartalsgange": "egne_kvartaler", "kvartalstrin": "egne_trin", "kvartalsord": "egne_ord",
    "kvartalsvalg": "egne_valg",
    "laase": "egne_laase", "laaseslut": "egne_ophaevelser", "berigtigelser": "egne_berigtigelser",
}  # fmt: skip


def test_every_table_of_the_store_about_somebody_has_a_section():
    """A new table with a person in it fails here until indsigt reads it."""
    om_nogen = {t.name for t in metadata.sorted_tables if OM_PERSONER & set(t.columns.keys())}
    assert om_nogen == set(AFSNIT)
    assert om_nogen | UDEN_AFSNIT == {t.name for t in metadata.sorted_tables}
    assert set(AFSNIT.values()) <= set(tekster_besked.INDSIGT)


def test_a_leder_gets_all_that_is_held_about_her_as_employee_and_as_user(kommune):
    kommune.build(syg(LEDER_A, date(2025, 6, 13), None, "14.8"), syg("101", date(2025, 6, 13), None))
    kommune.mark("ch", "kontakt_2", UDTRAEK)
    kommune.mark("la", "kontakt_2", UDTRAEK)
    find_bruger(kommune.lager, udsteder="https://u", vaerdi="v", email="la@eksempel.invalid", dag=kommune.dag)
    begin_session(kommune.lager, "s" * 64, bruger="la", nu=kommune.nu)
    issue_billet(kommune.lager, session="s" * 64, bruger="la", fil="visning", parametre={}, nu=kommune.nu)
    write_udsendelse(kommune.lager, UDTRAEK, "la", domaene="eksempel.invalid", nu=kommune.nu)
    begin_udsendelse(kommune.lager, UDTRAEK, "la")
    end_udsendelse(kommune.lager, UDTRAEK, "la", "sendt", af="x", nu=kommune.nu)
    indsats = NyIndsats(1, "Ledelse", UDTRAEK, None, "Leder", "Fast møde")
    nr = add_indsats(kommune.lager, indsats, Haendelse("la", "indsats aftalt"), nu=kommune.nu)
    end_indsats(kommune.lager, nr, Haendelse("la", "indsats afsluttet"), dato=UDTRAEK, nu=kommune.nu)
    maaltal = NytMaaltal(1, 2025, 125, "Som naboerne")
    propose_maaltal(kommune.lager, maaltal, Haendelse("la", "måltal foreslået"), nu=kommune.nu)
    gang = begin_gang(kommune.lager, Haendelse("la", "kvartal begyndt"), nu=kommune.nu)
    write_ord(kommune.lager, gang, "indsats", "Møder", Haendelse("la", "kvartal ord"), laest=0, nu=kommune.nu)
    add_trin(kommune.lager, gang, "opgivet", Haendelse("la", "kvartal opgivet"), nu=kommune.nu)
    set_datoer(kommune.lager, [UDTRAEK], Haendelse("la", "kvartal valg"), nu=kommune.nu)
    laas = NyLaas("2025K1", date(2025, 5, 1), None, b"{}")
    lock_kvartal(kommune.lager, laas, Haendelse("la", "kvartal låst"), nu=kommune.nu)
    lift_laas(kommune.lager, "2025K1", Haendelse("la", "lås ophævet"), grund="Ikke udgivet", nu=kommune.nu)
    rettet = NyBerigtigelse("2025K1", "[]", "Sent fravær", "Direktionen", "b" * 16)
    add_berigtigelse(kommune.lager, rettet, Haendelse("la", "kvartal rettet"), nu=kommune.nu)
    fundet = collect_indsigt(kommune.scope("hr"), kommune.lager, int(LEDER_A))
    assert set(tekster_besked.INDSIGT) - set(fundet) == {"navn"}  # this delivery names nobody
    assert fundet["varsler"][0][:3] == ("Kontakt på 2. sygedag", date(2025, 6, 13), date(2025, 6, 14))
    assert fundet["noter"][0][:4] == ("Kontakt på 2. sygedag", UDTRAEK, "kontaktet", "ch")
    assert fundet["egne_noter"][0][:3] == ("Kontakt på 2. sygedag", UDTRAEK, "kontaktet")
    assert fundet["egne_indsatser"][0][:3] == ("Ledelse", UDTRAEK, "Fast møde")
    assert fundet["egne_afslutninger"][0][0] == UDTRAEK
    assert fundet["egne_maaltal"][0][:3] == (2025, "foreslaaet", "Som naboerne")
    assert fundet["egne_valg"][0][0] == "datoer"
    assert fundet["egne_laase"][0][:2] == ("2025K1", date(2025, 5, 1))
    assert fundet["egne_ophaevelser"][0][0] == "Ikke udgivet"
    assert fundet["egne_berigtigelser"][0][:3] == ("2025K1", "Sent fravær", "Direktionen")
    assert [float(post[3]) for post in fundet["sygeposter"]] == [2.0]
    anden = collect_indsigt(kommune.scope("hr"), kommune.lager, 101)
    assert set(anden) == {"ansaettelser", "sygeposter", "langtidsfrisk", "varsler", "noter"}


def test_the_print_is_danish_and_for_nobody_there_is_nothing(kommune):
    kommune.build(syg("101", date(2025, 6, 13), None))
    with redirect_stdout(io.StringIO()) as ud:
        print_indsigt(kommune.scope("hr"), kommune.lager, 101, nu=kommune.nu)
        print_indsigt(kommune.scope("hr"), kommune.lager, 999, nu=kommune.nu)
    linjer = ud.getvalue().splitlines()
    assert linjer[0] == "Alt, der er gemt om medarbejdernr. 00000101. Udskrevet 17.06.2025 12:00:00."
    assert linjer[-1] == "Der er intet gemt om medarbejdernr. 00000999."
    assert any(linje.split()[:4] == ["13.06.2025", "16.06.2025", "13.06.2025", "2,00"] for linje in linjer)


def test_the_commands_say_what_is_wrong_in_a_sentence(tmp_path, demo_database):
    for argv, saetning in (
        (["indsigt", "--database", demo_database, "--medarbejder", "12x"], "er ikke et medarbejdernummer"),
        (["indsigt", "--database", tmp_path / "x.duckdb", "--medarbejder", "1"], "x.duckdb"),
        (["opfoelgning", "proev", "--database", demo_database, "--regler", tmp_path / "r.toml"], "r.toml"),
        (["opfoelgning", "send", "--database", demo_database, "--dato", "2999-01-01", "--toer"], "fremtiden"),
        (["opfoelgning", "send", "--database", demo_database, "--dato", "snart"], "snart"),
    ):
        svar = run_sygefravaer(*argv)
        assert (svar.kode, saetning in svar.fejl) == (1, True), argv
        assert str(tmp_path) not in svar.fejl


def test_a_text_that_looks_like_a_time_is_printed_as_it_is(kommune, capsys):
    ny = NyRaekke("x1", "x1@eksempel.invalid", "leder", 102, date(2020, 1, 1), "KANTINE BUTZ", medarbejdernr=101)
    seed_adgang(kommune.lager, [ny], [])
    kommune.build()
    print_indsigt(kommune.scope("hr"), kommune.lager, 101, nu=kommune.nu)
    assert "KANTINE BUTZ" in capsys.readouterr().out
