"""The line of three years: where a quarter stands on it is when it was."""

import re
from base64 import b64decode

from app.gnist import draw_gnist


def places(html):
    svg = b64decode(html.partition("base64,")[2].partition('"')[0]).decode()
    prikker = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', svg)]
    return prikker, len(re.findall("<line ", svg))


def test_three_uneven_quarters_stand_where_they_were_in_the_three_years_and_a_gap_is_not_drawn_over():
    """The axis is 35 months over 96 points from 4: a year before is 96 x 23/35 + 4, a quarter before 96 x 32/35 + 4."""
    assert places(draw_gnist([(12, 10.0), (3, 12.0), (0, 11.0)])) == ([67.1, 91.8, 100.0], 1)


def test_a_year_of_quarters_fills_its_own_year_alone():
    prikker, streger = places(draw_gnist([(9, 1.0), (6, 1.0), (3, 2.0), (0, 1.0)]))
    assert min(prikker) > 70
    assert streger == 3


def test_one_quarter_is_no_line():
    assert draw_gnist([(0, 1.0)]) == ""
