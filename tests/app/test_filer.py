"""Files are made with the rights of the moment they are fetched, of the build the page showed."""

import csv
import io
import re
import zipfile
from collections import Counter
from datetime import date

import polars as pl
import pytest

from app.hent import NyeTal, make_fil
from app.miljoe import find_miljoe
from pipeline.kvartal.stand import list_advarsler
from pipeline.kvartal.trin import acknowledge, begin, choose_nuvaerende, enter, write_field
from pipeline.lager.adgang import NyRaekke, add_raekke, end_raekke, read_adgang
from pipeline.lager.billetter import Billet
from pipeline.lager.log import read_log
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import open_scope
from pipeline.report.filformater import write_csv
from pipeline.report.visninger import VISNINGER
from pipeline.status.dokument import read_afsnit
from tests.conftest import query
from tests.soegning import found_in


@pytest.fixture
def miljoe(database, demo_database):
    database.write_bytes(demo_database.read_bytes())
    miljoe = find_miljoe()
    for bruger, rolle in (("hr1", "hr"), ("hr2", "hr"), ("d1", "dpo"), ("l1", "leder"), ("a1", "aggregat")):
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, 81583, date(2020, 1, 1), "=1+1")
        add_raekke(miljoe.lager, ny, af="hr0")
    return miljoe


@pytest.fixture
def billet(miljoe):
    bygning = open_scope(Bruger("hr1"), miljoe=miljoe).bygning_id
    return lambda fil, **andet: Billet(fil, {"bygning": bygning, "fra": "2020-01-01", "til": "2100-01-01", **andet})


@pytest.mark.parametrize("fil", ["adgang", "log"])
def test_hr_and_dpo_get_the_files_and_nobody_else(miljoe, billet, fil):
    for bruger in ("hr1", "d1"):
        assert make_fil(billet(fil), Bruger(bruger), miljoe).navn == f"{fil}.csv"
    for bruger in ("l1", "a1", "ukendt"):
        assert make_fil(billet(fil), Bruger(bruger), miljoe) is None


def view(billet, **parametre):
    return billet("visning", **{"format": "csv", "periode": "2025-06", **parametre})


def test_a_view_is_made_of_ones_own_scope_and_of_another_units_there_is_none(miljoe, billet):
    eget = make_fil(view(billet, visning="boern", enhed="81583"), Bruger("l1"), miljoe)
    assert (eget.navn, eget.noder) == ("demo_enheder_81583_2025-06.csv", (81583,))
    for visning in ("figur_1", "boern", "maaltal", "maaltal_aaret"):
        assert make_fil(view(billet, visning=visning, enhed="81461", niveau="enhed"), Bruger("l1"), miljoe) is None
        assert make_fil(view(billet, visning=visning, enhed="81461", niveau="enhed"), Bruger("ukendt"), miljoe) is None
        assert make_fil(view(billet, visning=visning, enhed="81461", niveau="enhed"), Bruger("hr1"), miljoe) is not None


EGNE_VALG = {
    "enhed": "81583",
    "noder": "81583",
    "tal": "sygedage_pr_medarbejder",
    "periodetype": "kvartal",
    "vindue": "rullende",
    "niveau": "enhed",
}


def unpacked(indhold):
    """A file's bytes; of a workbook those of all its parts, hidden or not."""
    if not indhold.startswith(b"PK"):
        return indhold
    with zipfile.ZipFile(io.BytesIO(indhold)) as bog:
        return b"\n".join(bog.read(del_) for del_ in bog.namelist())


@pytest.mark.parametrize("bruger", ["l1", "a1", "hr1"])
def test_no_file_of_a_view_names_an_employee(miljoe, billet, demo_database, bruger):
    personer = query(demo_database, "select medarbejdernr, navn from navne where length(navn) > 8")
    numre = {f"{nummer:08d}" for nummer, _ in personer}
    antal = 0
    for visning in VISNINGER:
        periode = "2025K2" if visning == "sammenlign" else "2025-06"
        for format_ in ("csv", "xlsx", "svg"):
            parametre = {**EGNE_VALG, "visning": visning, "format": format_, "periode": periode}
            fil = make_fil(billet("visning", **parametre), Bruger(bruger), miljoe)
            if fil is None:
                continue
            antal += 1
            tekst = unpacked(fil.indhold).decode()
            assert found_in(tekst.encode(), [navn.encode() for _, navn in personer]) == set()
            assert numre & set(re.findall(r"(?<![\d.,])\d{8}(?!\d)", tekst)) == set()
    assert antal >= 6


def test_every_unit_at_once_is_hrs(miljoe, billet):
    alle = make_fil(view(billet, visning="alle_enheder"), Bruger("hr1"), miljoe).indhold.decode("utf-8-sig")
    assert alle.startswith("Enhedsnr;Enhed;Niveau;Dagsværk;")
    assert len(alle.splitlines()) > 130
    for bruger in ("l1", "a1", "d1"):
        assert make_fil(view(billet, visning="alle_enheder"), Bruger(bruger), miljoe) is None


def test_a_view_or_a_format_there_is_not_is_none(miljoe, billet):
    assert make_fil(view(billet, visning="personer", enhed="81583"), Bruger("hr1"), miljoe) is None
    assert make_fil(view(billet, visning="boern", enhed="81583", format="exe"), Bruger("hr1"), miljoe) is None


def test_rights_that_ended_after_the_ticket_was_given_count(miljoe, billet):
    hr2 = next(raekke for raekke in read_adgang(miljoe.lager) if raekke.bruger == "hr2")
    assert make_fil(billet("log"), Bruger("hr2"), miljoe) is not None
    end_raekke(miljoe.lager, hr2.id, af="hr1", dag=miljoe.ur().date())
    assert make_fil(billet("log"), Bruger("hr2"), miljoe) is None


def test_a_file_there_is_not_is_none(miljoe, billet):
    assert make_fil(billet("medarbejdere"), Bruger("hr1"), miljoe) is None


def test_another_build_than_the_pages_asks_for_a_fresh_run(miljoe, billet):
    with pytest.raises(NyeTal):
        make_fil(billet("log", bygning="en anden"), Bruger("hr1"), miljoe)


def test_the_csv_is_danish_and_runs_no_formula(miljoe, billet):
    linjer = make_fil(billet("adgang"), Bruger("hr1"), miljoe).indhold.decode("utf-8-sig").splitlines()
    assert linjer[0].startswith("Bruger;E-mail;Rolle;Enhedsnr;Gyldig fra;Gyldig til")
    assert linjer[1] == "a1;a1@eksempel.invalid;aggregat;81583;01.01.2020;31.12.9999;godkendt;'=1+1;hr0;"


def test_the_log_names_no_employee(miljoe, billet):
    tekst = make_fil(billet("log"), Bruger("d1"), miljoe).indhold.decode("utf-8-sig")
    assert tekst.splitlines()[0] == "Nr.;Tidspunkt;Hvem;Som;Hvad;Hvor;Enheder;Bygning;Medarbejdere"
    assert ";adgang tildelt;Adgang;00081583;;" in tekst


def test_the_quarters_zip_is_hrs_when_every_warning_has_a_reason_and_who_fetched_it_is_noted(miljoe, billet):
    hr = enter(Bruger("hr1"), miljoe)
    assert make_fil(billet("kvartal"), Bruger("hr1"), miljoe) is None
    begin(hr)
    choose_nuvaerende(hr)
    assert make_fil(billet("kvartal"), Bruger("hr1"), miljoe) is None
    acknowledge(hr, {navn: "Kendt" for navn, _ in list_advarsler(hr.open(hr.under_way()))})
    write_field(hr, "indsats", "Der er holdt møder.\nDe fortsætter.", laest=0)
    for bruger in ("d1", "l1", "a1", "ukendt"):
        assert make_fil(billet("kvartal"), Bruger(bruger), miljoe) is None
    assert hr.under_way().hentet == ()
    fil = make_fil(billet("kvartal"), Bruger("hr2"), miljoe)
    assert (fil.navn, fil.type) == ("demo_kvartal-2025K2.zip", "application/zip")
    assert [hentet.af for hentet in hr.under_way().hentet] == ["hr2"]
    with zipfile.ZipFile(io.BytesIO(fil.indhold)) as pakke:
        mapper = Counter(navn.split("/")[0] for navn in pakke.namelist())
        sag = read_afsnit(pakke.read("status-2025K2/status-2025K2.docx"))
    assert mapper == {"status-2025K2": 20, "status-2025K2-intern": 2, "eksport-2025K2": 18, "eksport-2025K2-intern": 1}
    egne = [tekst for overskrift, tekst in sag if overskrift == "Sygefraværsindsats"]
    assert egne[1:] == ["Der er holdt møder.", "De fortsætter."]


def test_the_quality_declaration_is_hrs(miljoe, billet):
    fil = make_fil(billet("kvalitet"), Bruger("hr1"), miljoe)
    assert (fil.navn, fil.type, fil.indhold[:5]) == ("demo_kvalitetsdeklaration.pdf", "application/pdf", b"%PDF-")
    for bruger in ("d1", "l1", "a1", "ukendt"):
        assert make_fil(billet("kvalitet"), Bruger(bruger), miljoe) is None


def test_the_page_about_a_unit_is_whose_it_is_in_the_edition_she_sees_it_in(miljoe, billet):
    faar = {
        (bruger, udgave): make_fil(billet("enhedsark", enhed="00081583", udgave=udgave), Bruger(bruger), miljoe)
        for bruger in ("hr1", "l1", "a1", "d1", "ukendt")
        for udgave in ("indvendig", "med", "alt")
    }
    navne = {noegle: fil.navn for noegle, fil in faar.items() if fil is not None}
    indvendig, med = "demo_enhedsark_00081583_2025K2.pdf", "demo_medark_00081583_2025K2.pdf"
    assert navne == {
        ("hr1", "indvendig"): indvendig,
        ("hr1", "med"): med,
        ("l1", "indvendig"): indvendig,
        ("a1", "med"): med,
    }
    assert {(fil.indhold[:5], fil.noder) for fil in faar.values() if fil is not None} == {(b"%PDF-", (81583,))}


@pytest.mark.parametrize("enhed", ["00081461", "81583' or 1=1", "GRUPPE:-1000000010", "99999999", ""])
def test_of_anothers_unit_and_of_none_there_is_no_page(miljoe, billet, enhed):
    for bruger in ("l1", "a1"):
        for udgave in ("indvendig", "med"):
            assert make_fil(billet("enhedsark", enhed=enhed, udgave=udgave), Bruger(bruger), miljoe) is None


def test_a_page_with_the_follow_up_is_logged_as_one_with_persons_read(miljoe, billet):
    make_fil(billet("enhedsark", enhed="00081583", udgave="indvendig"), Bruger("l1"), miljoe)
    make_fil(billet("enhedsark", enhed="00081583", udgave="med"), Bruger("a1"), miljoe)
    log = read_log(miljoe.lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))
    assert log.filter(log["hvad"] == "personer").select("hvem", "hvor").rows() == [("l1", "Enhedsark")]


@pytest.mark.parametrize("foran", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n+", "＝", "－"])
def test_a_heading_that_is_a_units_own_words_runs_no_formula(foran):
    """The columns of a comparison are called by their units."""
    navn = f'{foran}HYPERLINK("http://ond.invalid";"Klik")'
    tekst = write_csv(pl.DataFrame({"Periode": [navn], navn: [1.5]})).decode("utf-8-sig")
    hoved, raekke = list(csv.reader(io.StringIO(tekst, newline=""), delimiter=";"))
    assert hoved == ["Periode", f"'{navn}"]
    assert raekke == [f"'{navn}", "1,5"]


def test_a_heading_that_is_none_stays_as_it_is():
    assert write_csv(pl.DataFrame({"Børn & Familie": [1]})).decode("utf-8-sig") == "Børn & Familie\n1\n"
