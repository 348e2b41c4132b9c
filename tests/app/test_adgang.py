"""Adgang at scale: names for hr, many rows ticked with one reason, and the units without a leder."""

from datetime import date, timedelta

from app.miljoe import find_miljoe
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import NyRaekke, add_raekke, read_adgang, seed_adgang
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import lager as tekster_lager
from tests.app.test_dashboard import tables, words
from tests.app.test_sider import button, demo, field, in_force, open_adgang
from tests.conftest import query

__all__ = ["demo", "open_adgang"]


def tick(side, tekst):
    """The box named by a text that begins so."""
    next(felt for felt in side.checkbox if felt.label.startswith(tekst)).check()


def grund(side, tekst, navn=tekster_adgang.RET_FLERE_GRUND):
    field(side.text_input, navn).input(tekst)


def test_hr_ends_the_rows_she_ticks_with_one_reason(open_adgang):
    side = open_adgang()
    tick(side, "l1: Leder, Plejehjemmet Åvang, fra 01.01.2020")
    button(side, tekster_adgang.AFSLUT_VALGTE).click().run()
    assert tekster_adgang.GRUND_MANGLER in words(side)
    assert in_force() == {"u1", "l1"}
    grund(side, "Fratrådt")
    button(side, tekster_adgang.AFSLUT_VALGTE).click().run()
    assert "1 adgang er afsluttet, og brugerne er logget ud." in words(side)
    assert in_force() == {"u1"}


def test_a_reason_without_a_tick_does_nothing(open_adgang):
    side = open_adgang()
    grund(side, "Fratrådt")
    button(side, tekster_adgang.AFSLUT_VALGTE).click().run()
    assert tekster_adgang.INTET_VALGT in words(side)
    assert in_force() == {"u1", "l1"}


def test_all_at_once_with_the_last_hr_among_them_ends_none(open_adgang):
    side = open_adgang()
    tick(side, "Vælg alle 2")
    grund(side, "Oprydning")
    button(side, tekster_adgang.AFSLUT_VALGTE).click().run()
    assert tekster_lager.SIDSTE_HR in words(side)
    assert in_force() == {"u1", "l1"}


def test_hr_extends_a_row_to_a_day(open_adgang):
    lager = find_miljoe().lager
    til = date.today() + timedelta(days=30)
    ny = NyRaekke("s1", "s1@eksempel.invalid", "leder", 81583, date(2020, 1, 1), "Barselsvikar", til)
    add_raekke(lager, ny, af="hr0")
    side = open_adgang()
    tick(side, "s1: Leder")
    grund(side, "Barslen er længere")
    button(side, tekster_adgang.FORLAENG_VALGTE).click().run()
    assert tekster_adgang.FORLAENG_UDEN_DAG in words(side)
    field(side.date_input, tekster_adgang.FORLAENG_TIL).set_value(til + timedelta(days=60))
    button(side, tekster_adgang.FORLAENG_VALGTE).click().run()
    assert "1 adgang er forlænget." in words(side)
    [raekke] = [raekke for raekke in read_adgang(lager) if raekke.bruger == "s1"]
    assert raekke.gyldig_til == til + timedelta(days=60)
    assert raekke.begrundelse == "Barselsvikar (forlænget: Barslen er længere)"


def test_the_judge_is_asked_of_everything_that_is_ticked_for_a_user_before_any_is_given(open_adgang, monkeypatch):
    spurgt = []

    def refuse(bruger, nye, **_):
        spurgt.append((bruger, sorted(nye)))
        raise Brugerfejl("dommeren sagde nej")

    seed_adgang(find_miljoe().lager, [], [NyRaekke("o1", "o1@eksempel.invalid", "leder", 81462, date(2025, 7, 15), "")])
    monkeypatch.setattr("app.sider.adgang_flere.check_roller", refuse)
    side = open_adgang()
    tick_all = [felt for felt in side.checkbox if felt.label == "Vælg alle 2" and felt.key == "forslag_alle"]
    tick_all[0].check()
    grund(side, "Ledere", tekster_adgang.FORSLAG_BEGRUNDELSE["forslag"])
    button(side, tekster_adgang.FORSLAG_GODKEND["forslag"]).click().run()
    assert "dommeren sagde nej" in words(side)
    assert spurgt == [("o1", [("leder", 81461), ("leder", 81462)])]
    assert "o1" not in in_force()


def test_hr_approves_a_proposal_with_a_reason(open_adgang):
    side = open_adgang()
    tick(side, "o1: Leder")
    button(side, tekster_adgang.FORSLAG_GODKEND["forslag"]).click().run()
    assert tekster_adgang.GRUND_MANGLER in words(side)
    assert "o1" not in in_force()
    grund(side, "Daginstitutionsleder", tekster_adgang.FORSLAG_BEGRUNDELSE["forslag"])
    button(side, tekster_adgang.FORSLAG_GODKEND["forslag"]).click().run()
    assert "1 adgang er godkendt." in words(side)
    assert "o1" in in_force()


def test_hr_sees_names_where_the_person_is_known_and_the_dpo_never(demo, open_adgang):
    nummer, navn = query(demo, "select medarbejdernr, navn from navne join ledere using (medarbejdernr) limit 1")[0]
    ny = NyRaekke("k1", "k1@eksempel.invalid", "leder", 81583, date(2020, 1, 1), "Leder", medarbejdernr=nummer)
    add_raekke(find_miljoe().lager, ny, af="hr0")
    assert f"| k1 | {navn} | Leder | Plejehjemmet Åvang |" in words(open_adgang())


def test_the_dpo_sees_no_name(demo, open_adgang):
    nummer, navn = query(demo, "select medarbejdernr, navn from navne join ledere using (medarbejdernr) limit 1")[0]
    ny = NyRaekke("k1", "k1@eksempel.invalid", "leder", 81583, date(2020, 1, 1), "Leder", medarbejdernr=nummer)
    add_raekke(find_miljoe().lager, ny, af="hr0")
    side = open_adgang("dpo")
    assert navn not in words(side)
    assert "| k1 | Leder | Plejehjemmet Åvang |" in words(side)
    assert {felt.label for felt in side.checkbox} == {tekster_adgang.ADGANG_VIS_ALLE}


def test_units_without_a_leder_are_listed_with_what_opus_proposes_and_given_from_there(open_adgang, demo):
    """A unit with employees of its own, and no leder in force at it or above: l1 leads Plejehjemmet Åvang alone."""
    alle = query(
        demo,
        "select count(distinct enhedsnr) from ansaettelser join placeringer using (placering_id), bygning "
        "where udtraeksdato between fra and til and er_i_populationen",
    )[0][0]
    side = open_adgang()
    assert f"**{alle - 1} enheder uden leder** med adgang, af {alle} enheder med ansatte." in words(side)
    [uden] = [tabel for tabel in tables(side) if tabel.startswith("| Enhed | Forslag fra OPUS |")]
    assert len(uden.splitlines()) == alle  # the heading, and all but one
    assert "Plejehjemmet Åvang" not in uden
    assert "| Børnehuset Solsikken | o1 |" in uden
    assert "| Naturbørnehaven | intet forslag: brug Tilføj |" in uden
    [boks] = [felt for felt in side.checkbox if felt.key.startswith("uden_") and felt.label.startswith("o1")]
    boks.check()
    grund(side, "Daginstitutionsleder", tekster_adgang.FORSLAG_BEGRUNDELSE["uden"])
    button(side, tekster_adgang.FORSLAG_GODKEND["uden"]).click().run()
    assert "o1" in in_force()
    assert f"**{alle - 2} enheder uden leder** med adgang" in words(side)
