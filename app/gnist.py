"""The little line of a unit's quarters in a list; its axis is the same three years for every unit."""

from base64 import b64encode
from itertools import pairwise

from pipeline.report import tema

BREDDE, HOEJDE = 104, 30
MAANEDER, MAANEDER_I_KVARTAL = 36, 3
MINDSTE_UDSVING = 0.2
"""Of the mean: a unit that hardly moves is drawn as a line that hardly moves."""


def draw_gnist(kvartaler: list[tuple[int, float]]) -> str:
    """The quarters of three years around their own mean, each with how many months before the period it ended; only
    neighbours are joined, the newest is marked. A picture, for st.html drops an svg.
    """
    if len(kvartaler) < 2:
        return ""
    bredde, hoejde = BREDDE - 8, HOEJDE - 8
    middel = sum(tal for _, tal in kvartaler) / len(kvartaler)
    udsving = max(*(abs(tal - middel) for _, tal in kvartaler), MINDSTE_UDSVING * middel) or 1
    punkter = [
        (foer, 4 + bredde * (1 - foer / (MAANEDER - 1)), 4 + hoejde * (0.5 - (tal - middel) / udsving / 2))
        for foer, tal in kvartaler
    ]
    streger = "".join(
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{tema.KORTTID}" stroke-width="2"/>'
        for (foer, x1, y1), (efter, x2, y2) in pairwise(punkter)
        if foer - efter == MAANEDER_I_KVARTAL
    )
    prikker = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.5" fill="{tema.KORTTID}"/>' for _, x, y in punkter[:-1])
    _, x, y = punkter[-1]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{BREDDE}" height="{HOEJDE}">{streger}{prikker}'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{tema.LANGTID}"/></svg>'
    )
    return f'<img alt="" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">'
