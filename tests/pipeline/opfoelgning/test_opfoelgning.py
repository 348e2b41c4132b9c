"""Whose a notice is, how it stands, and what a new build does to notes."""

from datetime import date, timedelta

import pytest

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import NyRaekke, end_raekke, read_adgang, seed_adgang
from pipeline.lager.kontrol import verify_log
from pipeline.lager.log import read_log
from pipeline.lager.noter import read_active_noter
from pipeline.opfoelgning.indsigt import collect_indsigt
from pipeline.opfoelgning.notering import mark_varsel, undo_varsel
from pipeline.opfoelgning.ord import explain_frist, explain_off, explain_varsel
from pipeline.tekster import lager as tekster_lager
from pipeline.tekster import opfoelgning as tekster_opfoelgning
from tests.lille_leverance import ansat, syg
from tests.omfang import held
from tests.pipeline.opfoelgning.conftest import ANSATTE, CHEF, LEDER_A, LEDER_B, STEDFORTRAEDER, UDTRAEK

DAG = timedelta(days=1)
MANDAG = date(2025, 6, 9)


def syge(*numre, fra=date(2025, 6, 13), til=None):
    return [syg(nr, fra, til) for nr in numre]


def who(kommune, bruger):
    return sorted({int(r["medarbejdernr"]) for r in kommune.liste(bruger)})


def test_each_is_the_nearest_leders_and_a_leder_the_nearest_aboves(kommune):
    kommune.build(*syge("101", "201", LEDER_A, LEDER_B, CHEF, "901", STEDFORTRAEDER))
    assert who(kommune, "la") == [101, int(STEDFORTRAEDER)]
    assert who(kommune, "lb") == [201]
    assert who(kommune, "ch") == [int(LEDER_A), int(LEDER_B)]
    assert who(kommune, "hr") == [int(CHEF), 901]


def test_a_stedfortraeder_acts_for_the_leder_and_sees_neither_herself_nor_her(kommune):
    kommune.build(*syge("101", LEDER_A, STEDFORTRAEDER))
    assert who(kommune, "st") == [101]


def test_nobody_sees_or_marks_herself(kommune):
    kommune.build(*syge(LEDER_A, "101"))
    (egen,) = kommune.liste("ch", "kontakt_2")
    scope = kommune.scope("la")
    with pytest.raises(Brugerfejl, match=tekster_opfoelgning.FINDES_IKKE.split(".")[0]):
        mark_varsel(kommune.lager, scope, egen, handling="kontaktet", dato=UDTRAEK, bruger="la", nu=kommune.nu)
    assert read_active_noter(kommune.lager) == []


def test_a_leder_who_is_also_the_node_above_is_not_her_own_leder(kommune):
    seed_adgang(
        kommune.lager,
        [NyRaekke("la", "la@eksempel.invalid", "leder", 10, date(2020, 1, 1), "Begge", medarbejdernr=int(LEDER_A))],
        [],
    )
    kommune.build(*syge(LEDER_A, LEDER_B))
    assert who(kommune, "hr") == [int(LEDER_A)]
    assert who(kommune, "la") == [int(LEDER_B)]
    assert who(kommune, "ch") == []


def test_the_list_says_why_and_till_when_and_never_the_cause(kommune):
    kommune.build(*[syg("101", date(2025, 6, 13), None, art="AS")])
    (varsel,) = kommune.liste("la")
    assert explain_varsel(varsel) == "Syg i 4 dage siden 13. juni 2025."
    assert explain_frist(varsel) == "Frist 17. juni 2025"
    assert all(vaerdi != "AS" and "skade" not in str(vaerdi) for vaerdi in varsel.values())
    kommune.nu += DAG
    (varsel,) = kommune.liste("la")
    assert explain_frist(varsel) == "Over fristen siden 17. juni 2025"


def test_late_counts_from_the_day_the_notice_could_first_be_seen(kommune):
    """Sick since 2 June, told only in the delivery of 16 June: nobody was late before the 17th."""
    kommune.build(*syge("101", fra=date(2025, 6, 2)))
    varsel = next(r for r in kommune.liste("la") if r["regel"] == "kontakt_2")
    assert (varsel["gaeldende_frist"], varsel["er_overskredet"]) == (date(2025, 6, 17), False)
    kommune.nu += DAG
    assert all(r["er_overskredet"] for r in kommune.liste("la", "kontakt_2"))


@pytest.mark.parametrize(("alder", "er_fra"), [(2, False), (3, True)])
def test_a_rule_is_off_when_the_data_is_older_than_it_needs(kommune, alder, er_fra):
    kommune.build(*syge("101", fra=date(2025, 6, 15)))
    kommune.nu += (alder - 1) * DAG
    assert bool(kommune.liste("la", "kontakt_2")) != er_fra
    regel = kommune.scope("la").rows("opfoelgning_regelliste").filter(regel="kontakt_2").row(0, named=True)
    assert regel["er_fra"] == er_fra
    if er_fra:
        assert explain_off(regel) == (
            "**Kontakt på 2. sygedag**: kræver tal, der højst er 2 dage gamle; de nyeste er 3 dage gamle."
        )


@pytest.mark.parametrize(("foer", "er_fra"), [(date(2025, 6, 12), False), (date(2025, 6, 11), True)])
def test_a_rule_is_off_when_deliveries_come_further_apart_and_a_weekend_is_no_delay(kommune, foer, er_fra):
    """Thursday to Monday is two working days, Wednesday to Monday three."""
    kommune.build(udtraek=foer)
    kommune.build(*syge("101"))
    assert bool(kommune.liste("la", "kontakt_2")) != er_fra
    if er_fra:
        regel = kommune.scope("la").rows("opfoelgning_regelliste").filter(regel="kontakt_2").row(0, named=True)
        assert explain_off(regel) == (
            "**Kontakt på 2. sygedag**: kræver udtræk med højst 2 hverdage imellem; der gik 3 siden det forrige."
        )


def test_a_notice_the_data_was_too_old_for_never_counts_against_a_leder(kommune):
    """It is due, over and ended before a delivery fresh enough comes: it was never to be seen."""
    kommune.build(*syge("101"), dag=UDTRAEK + 5 * DAG)
    slut = UDTRAEK + 2 * DAG
    kommune.build(*syge("101", til=slut), udtraek=UDTRAEK + 20 * DAG)
    assert kommune.alle_ledere("ch")["00000101"]["antal_talt"] == 0


def test_a_notice_that_was_seen_and_let_pass_counts_as_due_and_not_handled(kommune):
    kommune.build(*syge("101"))
    kommune.build(*syge("101", til=UDTRAEK + 2 * DAG), udtraek=UDTRAEK + 20 * DAG)
    leder = kommune.alle_ledere("ch")["00000101"]
    assert (leder["antal_talt"], leder["antal_i_tide"], leder["antal_aabne"]) == (1, 0, 0)


def test_a_mark_closes_the_notice_with_its_date_and_by_whom_and_the_log_has_its_row(kommune):
    kommune.build(*syge("101"))
    kommune.mark("la", "kontakt_2", date(2025, 6, 16))
    (varsel,) = kommune.liste("la")
    assert (varsel["tilstand"], varsel["handling"], varsel["dato"], varsel["af"]) == (
        "håndteret", "kontaktet", date(2025, 6, 16), "la",
    )  # fmt: skip
    leder = kommune.alle_ledere("ch")["00000101"]
    assert (leder["antal_talt"], leder["antal_i_tide"]) == (1, 1)
    hvad = read_log(kommune.lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))["hvad"].to_list()
    assert hvad.count("opfølgning noteret") == 1
    assert verify_log(kommune.lager).brudt_ved is None


@pytest.mark.parametrize(("dato", "er_i_tide"), [(date(2025, 6, 17), True), (date(2025, 6, 18), False)])
def test_handled_in_time_is_by_the_day_of_the_deed(kommune, dato, er_i_tide):
    kommune.build(*syge("101"))
    kommune.nu += 1 * DAG
    kommune.mark("la", "kontakt_2", dato)
    assert kommune.alle_ledere("ch")["00000101"]["antal_i_tide"] == int(er_i_tide)


@pytest.mark.parametrize("dato", [date(2025, 6, 12), date(2025, 6, 18)])
def test_a_day_before_the_absence_or_to_come_is_refused(kommune, dato):
    kommune.build(*syge("101"))
    with pytest.raises(Brugerfejl, match="Datoen"):
        kommune.mark("la", "kontakt_2", dato)
    assert read_active_noter(kommune.lager) == []


@pytest.mark.parametrize(("minutter", "kan"), [(10, True), (11, False)])
def test_one_can_undo_for_ten_minutes_and_the_history_stays(kommune, minutter, kan):
    kommune.build(*syge("101"))
    kommune.mark("la", "kontakt_2", UDTRAEK)
    (varsel,) = kommune.liste("la")
    kommune.nu += timedelta(minutes=minutter)
    scope = kommune.scope("la")
    if kan:
        undo_varsel(kommune.lager, scope, varsel, bruger="la", nu=kommune.nu)
        assert [r["tilstand"] for r in kommune.liste("la")] == ["åben"]
    else:
        with pytest.raises(Brugerfejl, match="ti minutter"):
            undo_varsel(kommune.lager, scope, varsel, bruger="la", nu=kommune.nu)
        assert [r["tilstand"] for r in kommune.liste("la")] == ["håndteret"]
    noter = collect_indsigt(kommune.scope("hr"), kommune.lager, 101)["noter"]
    assert [note[2] for note in noter] == ["kontaktet", "fortrudt"][: 1 + kan]


def test_nobody_undoes_anothers_note(kommune):
    kommune.build(*syge("101"))
    kommune.mark("la", "kontakt_2", UDTRAEK)
    (varsel,) = kommune.liste("st")
    with pytest.raises(Brugerfejl) as fejl:
        undo_varsel(kommune.lager, kommune.scope("st"), varsel, bruger="st", nu=kommune.nu)
    assert str(fejl.value) == tekster_lager.NOTE_KAN_IKKE_FORTRYDES


# A new build, and what becomes of the notes: the kept rule is in docs/metode.md


def states(kommune, regel):
    return [(r["fra"], r["tilstand"]) for r in kommune.liste("la", regel)]


def test_a_merged_absence_keeps_the_note_of_either_part(kommune):
    a, b = date(2025, 5, 5), date(2025, 6, 13)
    kommune.build(syg("101", a, date(2025, 5, 7)), syg("101", b, None))
    kommune.mark("la", "kontakt_2", UDTRAEK)
    kommune.build(syg("101", a, None), udtraek=UDTRAEK + DAG)
    assert states(kommune, "kontakt_2") == [(a, "håndteret")]


def test_a_split_absence_keeps_the_note_in_the_part_it_was_made_about(kommune):
    fra = date(2025, 6, 2)
    kommune.build(syg("101", fra, None))
    kommune.mark("la", "kontakt_2", date(2025, 6, 3))
    ny = date(2025, 6, 10)
    kommune.build(syg("101", fra, date(2025, 6, 4)), syg("101", ny, None), udtraek=UDTRAEK + DAG)
    assert states(kommune, "kontakt_2") == [(ny, "åben"), (fra, "håndteret")]


def test_a_talk_held_in_the_later_part_stays_with_it(kommune):
    fra = date(2025, 5, 26)
    kommune.build(syg("101", fra, None))
    kommune.mark("la", "samtale", date(2025, 6, 16), handling="samtale holdt")
    ny = date(2025, 6, 2)
    kommune.build(syg("101", fra, date(2025, 5, 28)), syg("101", ny, None), udtraek=UDTRAEK + 3 * DAG)
    assert states(kommune, "samtale") == [(ny, "håndteret")]


def test_a_moved_absence_keeps_its_note_while_a_day_of_it_is_left(kommune):
    kommune.build(syg("101", date(2025, 6, 10), None))
    kommune.mark("la", "kontakt_2", date(2025, 6, 13))
    kommune.build(syg("101", date(2025, 6, 12), None), udtraek=UDTRAEK + DAG)
    assert states(kommune, "kontakt_2") == [(date(2025, 6, 12), "håndteret")]
    kommune.build(syg("101", date(2025, 6, 14), None), udtraek=UDTRAEK + 2 * DAG)
    assert states(kommune, "kontakt_2") == [(date(2025, 6, 14), "åben")]


def test_a_vanished_absence_withdraws_the_notice_and_keeps_the_note(kommune):
    kommune.build(*syge("101", "102"))
    varsler = kommune.liste("la", "kontakt_2")
    mark_varsel(
        kommune.lager, kommune.scope("la"), varsler[0], handling="kontaktet", dato=UDTRAEK,
        bruger="la", nu=kommune.nu,
    )  # fmt: skip
    kommune.build(udtraek=UDTRAEK + DAG)
    assert kommune.liste("la") == []
    assert kommune.alle_ledere("ch")["00000101"]["antal_talt"] == 0
    assert len(read_active_noter(kommune.lager)) == 1
    kommune.build(*syge("101", "102"), udtraek=UDTRAEK + 2 * DAG)
    assert sorted(r["tilstand"] for r in kommune.liste("la", "kontakt_2")) == ["håndteret", "åben"]


def test_a_note_is_deleted_six_months_after_the_employment_ended_and_not_before(kommune):
    kommune.build(*syge("101"))
    kommune.mark("la", "kontakt_2", UDTRAEK)
    fratraadt = date(2025, 6, 30)
    ansatte = tuple(ansat("101", "101", til=fratraadt) if a.medarbejdernr == "101" else a for a in ANSATTE)
    post = syg("101", date(2025, 6, 13), fratraadt)
    assert kommune.build(post, udtraek=date(2025, 12, 30), ansatte=ansatte) == 0
    assert kommune.build(post, udtraek=date(2025, 12, 31), ansatte=ansatte) == 1
    assert read_active_noter(kommune.lager) == []
    assert "noter slettet" in read_log(kommune.lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))["hvad"].to_list()


def test_an_employee_missing_from_a_delivery_loses_no_note(kommune):
    kommune.build(*syge("101"))
    kommune.mark("la", "kontakt_2", UDTRAEK)
    uden = tuple(a for a in ANSATTE if a.medarbejdernr != "101")
    assert kommune.build(udtraek=UDTRAEK + DAG, ansatte=uden) == 0
    assert len(read_active_noter(kommune.lager)) == 1


# A chef's counts


def test_a_chef_gets_counts_and_physically_nothing_about_one_employee(kommune):
    kommune.build(*syge("101", "102", "201"))
    scope = kommune.scope("ch")
    assert kommune.liste("ch") == []
    assert {nr: r["antal_aabne"] for nr, r in kommune.alle_ledere("ch").items()} == {
        None: 3, "00000101": 2, "00000102": 1,
    }  # fmt: skip
    tabeller = {navn for (navn,) in scope._con.execute("select table_name from duckdb_tables()").fetchall()}
    assert not tabeller & {"varsler", "noter_laest", "varsler_kendte", "opfoelgning_vurderet", "ansvar", "ledelse"}
    assert held(scope, "opfoelgning_egne", "medarbejdernr") == set()
    for tabel in tabeller:
        if "medarbejdernr" in scope._con.execute(f"select * from {tabel} limit 0").pl().columns:
            fremmede = {nr for (nr,) in held(scope, tabel, "medarbejdernr")} - {int(LEDER_A), int(LEDER_B)}
            assert fremmede == set(), tabel


def test_a_leder_of_few_stands_only_in_the_total_and_so_does_whoever_would_give_her_away(kommune):
    faa = tuple(a for a in ANSATTE if a.medarbejdernr not in {"203", "204", "205", "206"})
    kommune.build(*syge("101", "201"), ansatte=faa)
    ledere = kommune.alle_ledere("ch")
    assert set(ledere) == {None}
    assert (ledere[None]["antal_aabne"], ledere[None]["antal_samlede"]) == (2, 2)
    ene = tuple(a for a in faa if a.enhedsnr != "101" or a.medarbejdernr in (LEDER_A, "101"))
    kommune.build(*syge("101", "201"), ansatte=ene, udtraek=UDTRAEK + DAG)
    assert kommune.alle_ledere("ch") == {}


def test_aggregat_has_no_follow_up_and_se_som_sees_what_the_other_sees(kommune):
    kommune.build(*syge("101", "201"))
    scope = kommune.scope("oe")
    assert "opfoelgning_egne" not in {
        n for (n,) in scope._con.execute("select table_name from duckdb_tables()").fetchall()
    }
    assert [int(r["medarbejdernr"]) for r in kommune.scope("hr", "la").rows("opfoelgning_liste").to_dicts()] == [101]


def test_rights_lost_are_lost_at_the_next_reading(kommune):
    kommune.build(*syge("101"))
    assert kommune.liste("la")
    raekke = next(r for r in read_adgang(kommune.lager) if r.bruger == "la")
    end_raekke(kommune.lager, raekke.id, af="hr", dag=kommune.dag - DAG)
    with pytest.raises(Brugerfejl):
        kommune.scope("la")


def test_hr_sees_the_coverage_and_the_rule_nobody_reacts_to(kommune):
    kommune.build(*syge("101", "201", fra=date(2025, 6, 10)))
    for varsel in kommune.liste("la", "kontakt_2"):
        mark_varsel(
            kommune.lager, kommune.scope("la"), varsel, handling="kontaktet", dato=kommune.dag,
            bruger="la", nu=kommune.nu,
        )  # fmt: skip
    kommune.nu += DAG
    daekket = {r["navn"]: r for r in kommune.scope("hr").rows("opfoelgning_daekket").to_dicts()}
    assert (daekket["Kontakt på 2. sygedag"]["antal_talt"], daekket["Kontakt på 2. sygedag"]["antal_haandteret"]) == (
        2,
        1,
    )
    assert (daekket["Kontakt på 6. sygedag"]["antal_talt"], daekket["Kontakt på 6. sygedag"]["antal_haandteret"]) == (
        2,
        0,
    )
    assert daekket[None]["antal_talt"] == 4
    assert kommune.scope("la").rows("opfoelgning_daekket").is_empty()


def test_a_rule_told_to_hr_is_hrs_and_not_the_leders(kommune):
    opfoelgning = kommune.indstillinger.opfoelgning
    regel = tuple(r.model_copy(update={"modtager": "hr"} if r.id == "kontakt_2" else {}) for r in opfoelgning.regel)
    kommune.indstillinger = kommune.indstillinger.model_copy(
        update={"opfoelgning": opfoelgning.model_copy(update={"regel": regel})}
    )
    kommune.build(*syge("101", fra=date(2025, 6, 10)))
    assert [r["regel"] for r in kommune.liste("la")] == ["kontakt_6"]
    assert [r["regel"] for r in kommune.liste("hr")] == ["kontakt_2"]


def test_what_began_before_the_twelve_months_has_neither_date_nor_length_in_a_leders_scope(kommune):
    """The window begins 1 June 2024; the absence began in March and was over long ago."""
    kommune.build(syg("101", date(2024, 3, 4), date(2024, 8, 2)))
    (varsel,) = kommune.liste("la", "tilbage")
    assert (varsel["siden"], varsel["antal"], varsel["fra"]) == (None, None, date(2024, 6, 1))
    assert explain_varsel(varsel) == "Fraværet begyndte for mere end et år siden."
    kommune.mark("la", "tilbage", kommune.dag)
    assert [r["tilstand"] for r in kommune.liste("la", "tilbage")] == ["håndteret"]


def test_what_is_handled_is_not_marked_again(kommune):
    kommune.build(*syge("101"))
    kommune.mark("la", "kontakt_2", UDTRAEK)
    (varsel,) = kommune.liste("la", "kontakt_2")
    with pytest.raises(Brugerfejl) as fejl:
        mark_varsel(
            kommune.lager, kommune.scope("la"), varsel, handling="kontaktet", dato=UDTRAEK,
            bruger="la", nu=kommune.nu,
        )  # fmt: skip
    assert str(fejl.value) == tekster_opfoelgning.FINDES_IKKE
    assert len(read_active_noter(kommune.lager)) == 1
