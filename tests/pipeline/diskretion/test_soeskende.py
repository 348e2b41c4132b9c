"""What a node's own figures and its other groups tell of a group: a unit of thirty beside "fælles" of eight, which are
large enough together for every quarter alone to be shown of the node.
"""

import pytest

from pipeline.diskretion.regler import Gruppe
from pipeline.diskretion.soeskende import Soeskende
from tests.pipeline.diskretion.kvartaler import alone, child, spread, windows

FAELLES = tuple(spread(tal) for tal in (48, 8, 8, 8, 48))
BEGGE = [Gruppe((child(1),)), Gruppe((child(2, er_faelles=True),))]


@pytest.mark.parametrize(("enhedens", "fortalt"), [(0, True), (30, False)])
def test_what_the_others_cannot_have_had_the_group_has_had(enhedens: int, fortalt: bool) -> None:
    """The unit had nothing in either window: the node's 48 in a quarter are all of the eight's, six days each. With 120
    in a window the unit may have had all 78 of that quarter.
    """
    enhed = tuple(spread(enhedens, 30, fra=100) for _ in FAELLES)
    viste = windows(0, 3)
    assert Soeskende(BEGGE, alone(enhed, FAELLES), viste).tell(viste) is fortalt
