"""Guards, and what in the product they guard: each can be taken away, and is then missed by a test."""

from tests.vagter.adgangen import ADGANGENS
from tests.vagter.doere import DOERENES
from tests.vagter.dommeren import DOMMERENS
from tests.vagter.forklaringerne import FORKLARINGERNES
from tests.vagter.kvartalet import KVARTALETS
from tests.vagter.leverancen import LEVERANCENS
from tests.vagter.opfoelgning import OPFOELGNINGENS
from tests.vagter.opgoerelsen import OPGOERELSENS
from tests.vagter.port_og_sider import PORTENS_OG_SIDERNES
from tests.vagter.proeven import PROEVENS
from tests.vagter.udgivelsens_filer import FILERNES
from tests.vagter.udgivne import UDGIVNES

MUTATIONER = (
    *PORTENS_OG_SIDERNES,
    *OPFOELGNINGENS,
    *OPGOERELSENS,
    *LEVERANCENS,
    *DOERENES,
    *DOMMERENS,
    *PROEVENS,
    *FILERNES,
    *KVARTALETS,
    *UDGIVNES,
    *ADGANGENS,
    *FORKLARINGERNES,
)
