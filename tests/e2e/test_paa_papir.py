"""Every page of every role printed by the browser, read as the PDF it makes: what is read, and nothing to press."""

import io
import re

import pypdfium2
import pytest

MARGEN = 15 * 72 / 25.4  # as app/stil.py has it, in points
A4 = (297 * 72 / 25.4, 210 * 72 / 25.4)
PRIKKER = 1


def squeeze(tekst):
    """Without the room between words and the breaks of lines, which are not the same on paper."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe]+", "", tekst)


def read_sider(papir):
    """Each page's size, its text and where its words are: left, bottom, right, top, in points."""
    dokument = pypdfium2.PdfDocument(io.BytesIO(papir))
    for side in dokument:
        tekst = side.get_textpage()
        yield side.get_size(), tekst.get_text_range(), [tekst.get_rect(nr) for nr in range(tekst.count_rects())]
    dokument.close()


def read_tekst(papir):
    return squeeze("".join(tekst for _, tekst, _ in read_sider(papir)))


def test_nothing_to_press_is_on_the_paper(gaaet):
    assert {sidens.adresse: sidens.paa_papir["knapper"] for sidens in gaaet[1] if sidens.paa_papir["knapper"]} == {}
    for sidens in gaaet[1]:
        tekst = read_tekst(sidens.papir)
        assert [
            ord_ for ord_ in ("Skift bruger", "Tabel og filer", "Hent som", "Hent filen") if squeeze(ord_) in tekst
        ] == [], sidens.adresse


@pytest.mark.parametrize("slags", ["overskrifter", "tal", "celler"])
def test_every_heading_figure_table_and_chart_is_on_the_paper_word_for_word(slags, gaaet):
    for sidens in gaaet[1]:
        tekst = read_tekst(sidens.papir)
        mangler = [ord_ for ord_ in sidens.paa_papir[slags] if squeeze(ord_) not in tekst]
        assert mangler == [], sidens.adresse


def test_every_chart_is_on_the_paper_with_its_words(gaaet):
    """Of another width it names other places of its axis: two of three words are there."""
    for sidens in gaaet[1]:
        tekst = read_tekst(sidens.papir)
        fundne = [squeeze(ord_) in tekst for ord_ in sidens.paa_papir["figurer"]]
        assert sum(fundne) >= len(fundne) * 2 / 3, sidens.adresse


def test_there_are_headings_figures_tables_and_charts_to_look_for(gaaet):
    bruger, sider = gaaet
    for slags in ("overskrifter", "celler") if bruger == "dpo1" else ("overskrifter", "tal", "celler", "figurer"):
        assert sum(len(sidens.paa_papir[slags]) for sidens in sider) > 0, slags


def test_nothing_on_the_paper_is_cut_off(gaaet):
    for sidens in gaaet[1]:
        for (bredde, hoejde), _, bokse in read_sider(sidens.papir):
            assert (bredde, hoejde) == pytest.approx(A4, abs=PRIKKER), sidens.adresse
            ude = [boks for boks in bokse if boks[0] < MARGEN - PRIKKER or boks[2] > bredde - MARGEN + PRIKKER]
            assert ude == [], sidens.adresse


def test_the_front_page_of_hr_is_read_off_its_paper(gang):
    """Its title, its three figures, the newest quarter of its chart and a row of its table."""
    start = gang("hr1").sider[0]
    tekst = read_tekst(start.papir)
    for ord_ in ("Sygefravær i Eksempel Kommune", "13,6", "42 pct.", "32 pct.", "2. kv. 2025", "Økonomi & Stab"):
        assert squeeze(ord_) in tekst, ord_
