"""WCAG 2.2: text 4.5:1 against its ground, a mark 3:1."""

import pytest

from pipeline.report import tema


def luminance(farve):
    kanaler = [int(farve[plads : plads + 2], 16) / 255 for plads in (1, 3, 5)]
    lineaere = [kanal / 12.92 if kanal <= 0.04045 else ((kanal + 0.055) / 1.055) ** 2.4 for kanal in kanaler]
    return 0.2126 * lineaere[0] + 0.7152 * lineaere[1] + 0.0722 * lineaere[2]


def contrast(en, anden):
    lys, moerk = sorted((luminance(en), luminance(anden)), reverse=True)
    return (lys + 0.05) / (moerk + 0.05)


def test_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("farve", [tema.TEKST, tema.DAEMPET])
def test_text_can_be_read(farve):
    assert contrast(farve, tema.GRUND) >= 4.5


@pytest.mark.parametrize("farve", [tema.KORTTID, tema.LANGTID, tema.MAALTAL])
def test_a_mark_can_be_seen(farve):
    assert contrast(farve, tema.GRUND) >= 3


def test_short_and_long_absence_part_in_greyscale():
    assert contrast(tema.KORTTID, tema.LANGTID) >= 3
