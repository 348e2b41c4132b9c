"""The numbers of the definitions as the texts say them: the build's own, for HR may set them (docs/metode.md)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipeline.tekster.dansk import decimaltal, heltal

TALORD = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
AFRUNDING = "0,1"
"""What a figure rounded to one decimal can differ by from another."""


def name_definitioner(bygning: Mapping[str, Any]) -> dict[str, str]:
    """The placeholders of every text that states a definition; `bygning`: byggerapport_bygning.sql."""
    friske = Decimal(str(bygning["langtidsfrisk_dagsvaerk"]))
    return {
        "timer": decimaltal(bygning["timer_pr_dagsvaerk"]),
        "langtid_dage": heltal(bygning["langtid_dage"]),
        "friske_dage": number_in_words(friske),
        "friske_dagsvaerk": decimaltal(friske),
        "foreloebig_dage": heltal(bygning["foreloebig_dage"]),
        "afrunding": AFRUNDING,
    }


def number_in_words(tal: Decimal | int) -> str:
    """`5` → `fem`, as the referat writes; what is not a whole number up to twelve stays digits."""
    if tal == int(tal) and 0 <= tal < len(TALORD):
        return TALORD[int(tal)]
    return decimaltal(tal)
