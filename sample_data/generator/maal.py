"""What the demo is to show: the minutes' figures for 2025K2, and a plausible road to them.

Unit: dagsværk per employee, rolling four quarters, unless said. Source: the public minutes' item on 2. kvartal 2025
(docs/metode.md names them). These are targets for the absence drawn, never results:
opgoerelse.py recomputes every figure.
"""

from generator import organisation as org

# the whole municipality, one value a quarter from 2021K4 to 2025K2
KOMMUNE = (14.40, 15.00, 15.28, 15.22, 15.14, 15.48, 15.80, 15.52, 15.18, 14.90, 14.74, 14.63, 14.48, 14.285, 13.60)
FOERSTE_RULLENDE = 3  # index of 2021K4 among the quarters

# level in 2025K1 before scaling to KOMMUNE, and the change to 2025K2
NIVEAU = {
    org.BAE: 12.0,
    org.MT: 11.4,
    org.KFE: 10.6,
    org.DS: 15.2,
    org.BF: 14.9,
    org.AESS: 16.1,
    org.OEKONOMI_STAB: 8.6,
    org.RENGOERING: 26.0,
    org.FAELLES: 6.0,
}
AENDRING = {
    org.BAE: -0.89,
    org.MT: -0.19,
    org.KFE: 0.21,
    org.DS: -0.71,
    org.BF: -1.21,
    org.AESS: 0.09,
    org.OEKONOMI_STAB: -0.91,
    org.RENGOERING: -2.0,
    org.FAELLES: -0.1,
}
# the closed unit's last spring was its worst: a factor on its rolling rate from 2024K2 to its closing
SIDSTE_AAR = {org.RENGOERING: 1.08}
# share of dagsværk in sygeforløb of 30 days or more, as drawn, 2021K4 to 2025K2
LANG_ANDEL = (0.41, 0.415, 0.42, 0.425, 0.43, 0.435, 0.44, 0.445, 0.445, 0.445, 0.45, 0.45, 0.449, 0.445, 0.422)
SAESON_2021 = (0.255, 0.240, 0.225, 0.280)  # the first four quarters' share of 2021
# healthy employees made to fall ill in one quarter, more than needed, so that the share of langtidsfriske falls ...
PLANLAGT_SYGE = {"2023K2": 45, "2025K2": 125}
# ... and the share it is set to by giving health back: quarter of the illness: (quarter end, share of the basis)
FRISKE = {"2023K2": ("2025K1", 0.340), "2025K2": ("2025K2", 0.320)}
